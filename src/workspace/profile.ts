import { dirname, relative, resolve } from "node:path";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem } from "../diagnostics/codes/workspace.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { insideWorkspace, nameFrom } from "../files/paths.js";
import { packageRoot } from "../files/package.js";
import { standardInput, type InputFile } from "../files/read.js";
import { nodeReader, statusAt, type Reader } from "../files/reader.js";
import { fileAt } from "../files/paths.js";
import { defined } from "../foundation/defined.js";
import { profileOf } from "../oscal/model.js";
import {
  resolveProfile,
  type DocumentLoader,
  type LoadedDocument,
  type LoadFailure,
  type ProfileResolution,
} from "../oscal/resolve.js";
import type { ResolvedProfile } from "../oscal/resolved-profile.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf, type Place } from "../source/place.js";
import { AddressMap, Imports, type AddressMapping, type ImportedFile, type ImportLocation } from "./imports.js";
import { ProfileDocuments, sourceProfileOf, type Unusable } from "./profile/documents.js";
import { isProfileName, shippedProfile, unknownProfile } from "./shipped.js";
import type { ImportSettings, Workspace } from "./workspace.js";

export type { AddressMapping } from "./imports.js";

/** A profile that was found, read and resolved. */
export interface LoadedProfile {
  /** Name of a shipped profile, or the path as given. */
  readonly name: string;
  readonly file: SourceFile;
  /** Every file that was read, settings and lock file among them: documents that others carry and standard input have none. */
  readonly files: readonly SourceFile[];
  readonly resolution: ProfileResolution;
  /** Warnings about maps of addresses. */
  readonly notices: readonly Diagnostic[];
}

/** A request for a profile. */
export interface ProfileRequest {
  /** Absolute path of the folder that a path starts from. */
  readonly folder: string;
  /** Whether the name "-" means standard input. */
  readonly standardInput?: boolean;
  /** Absolute path of a workspace: a path that leads to nothing from `folder`, but to a file in there, is explained. */
  readonly workspace?: string;
  /** aims.yaml where it is what names the profile; such a profile and its imports must not lead out of the workspace in the folder. */
  readonly settings?: SourceDocument;
  /** Date and time with time zone when the catalog is resolved; without it, that of the profile itself, which never changes. */
  readonly lastModified?: string;
  /** An import that cannot be read is explained where it stands, in place of the resolver's own words. */
  readonly explainImports?: boolean;
  /** Local copies of what is imported by address; they go before those of aims.yaml. */
  readonly maps?: AddressMaps;
  /** What aims.yaml says about imports by address; the file is looked for where this is left out. */
  readonly imports?: ImportSettings;
  /** Gets what has no local copy, the address in its normal form; then no lock file counts. Nothing is fetched without it. */
  readonly download?: (address: string) => Promise<DownloadedBytes | LoadFailure>;
}

/** Bytes from another machine. */
export interface DownloadedBytes {
  readonly bytes: Uint8Array;
  /** The address that answered. */
  readonly uri: string;
}

/** Mappings of a command line. */
export interface AddressMaps {
  readonly mappings: readonly AddressMapping[];
  /** Absolute path of the folder that their paths start from. */
  readonly folder: string;
}

/** The profile that an assessment rests on. */
export interface AssessedProfile {
  readonly name: string;
  /** SHA-256 of the profile's file. */
  readonly sha256: string;
  /** Every file that was read for it. */
  readonly files: readonly SourceFile[];
  readonly resolved: ResolvedProfile;
}

/** The profile that is asked for in place of the one in aims.yaml. */
interface AssessedRequest {
  /** Name of a shipped profile, or a path. */
  readonly profile?: string;
  /** Local copies of what is imported by address. */
  readonly maps?: readonly AddressMapping[];
}

/**
 * Loads the profile that somebody names, or else the one in aims.yaml, for an assessment: a fault that keeps it from being assessed is an
 * error.
 * @param folder absolute path of the folder from which the paths of the request start
 * @returns neither value nor problems where nobody names a profile
 */
export async function loadAssessedProfile(
  { profile: named, maps }: AssessedRequest,
  folder: string,
  workspace: Workspace,
  reader: Reader,
): Promise<Reading<AssessedProfile>> {
  const { profile, settings, root, imports } = workspace;
  const name = named ?? profile;
  if (name === undefined) return { problems: [] };
  const from = named === undefined ? { folder: root, ...defined({ settings }) } : { folder, workspace: root };
  const mapped = defined({ maps: maps && { mappings: maps, folder } });
  const loaded = await loadProfile(name, { ...from, ...mapped, imports, explainImports: true }, reader);
  if (loaded.value === undefined) return { problems: loaded.problems };
  const { file, files, resolution, notices } = loaded.value;
  const { resolvedProfile } = await import("../oscal/resolved-profile.js");
  const { value: resolved, problems } = resolvedProfile(resolution);
  if (resolved === undefined) return { problems: [...notices, ...problems] };
  const { sha256OfFile } = await import("../files/digest.js");
  const sha256 = await sha256OfFile(file, readerOf(file, reader));
  return { value: { name, sha256, files, resolved }, problems: [...notices, ...problems] };
}

/**
 * Reads and resolves a profile: a shipped one by name, or one's own by its path (anything with a "/", or that ends like an OSCAL
 * document), or `-` for standard input where the request allows it.
 * @returns problems where the profile itself cannot be read; those of the resolution are in it
 */
export async function loadProfile(
  name: string,
  request: ProfileRequest,
  reader: Reader,
): Promise<Reading<LoadedProfile>> {
  const { mappings = [], folder = request.folder } = request.maps ?? {};
  const maps = new AddressMap(mappings, { from: "--map", folder }, reader);
  if (maps.problems.length > 0) return { problems: maps.problems };
  const { value: input, problems } = profileFile(name, request, reader);
  if (input === undefined) return { problems };
  const documents = new ProfileDocuments(reader);
  const root = await documents.at(input);
  if (!("document" in root)) return { problems: rootProblems(root, name, request, reader) };
  const isShipped = input.file.startsWith(`${fileAt(packageRoot())}/profiles/`);
  const from = input.file === standardInput || isShipped ? request.folder : dirname(input.file);
  const settings = defined({ settings: request.imports });
  const withoutLock = request.download !== undefined;
  const imports = new Imports({ from, folder: request.folder, named: name, maps, withoutLock, ...settings }, reader);
  const resolution = await resolveProfile(root, importsOf(root, { documents, imports, request, reader }), {
    // The resolved catalog of an imported profile is written beside the results: it must not change from run to run.
    lastModified: request.lastModified ?? profileOf(root.document)?.metadata["last-modified"] ?? "",
    tool: "aims",
    parse: documents.parse,
    sourceProfile: sourceProfileOf(root),
  });
  const files = resolution.documents.flatMap(({ uri, document: { file } }) =>
    new URL(uri).hash !== "" || file === standardInput ? [] : [file],
  );
  files.push(...(await imports.filesRead()));
  const notices = [...(await imports.problems()), ...maps.unused()];
  if (hasErrors(notices)) return { problems: [...notices, ...resolution.diagnostics] };
  return { value: { name, file: input.file, files, resolution, notices }, problems: [] };
}

/** A missing file is reported where aims.yaml names it. */
function rootProblems(
  { unread, diagnostics }: Unusable,
  name: string,
  request: ProfileRequest,
  reader: Reader,
): readonly Diagnostic[] {
  const { settings } = request;
  if (unread === undefined) return diagnostics ?? [];
  if (settings) return [whereNamed(unread, name, { document: settings, pointer: "/profile" })];
  const meant = inWorkspace([name], request, reader);
  if (meant === undefined) return [unread];
  return [{ ...unread, fix: `A path starts from the folder where you are, not from the workspace's. Write ${meant}.` }];
}

/** The first of some paths that is a file when it starts from the workspace, as it has to be written from the folder. */
function inWorkspace(
  paths: readonly string[],
  { folder, workspace }: ProfileRequest,
  reader: Reader,
): string | undefined {
  if (workspace === undefined || workspace === folder) return undefined;
  const found = paths.map((path) => resolve(workspace, path)).find((path) => statusAt(path, reader)?.kind === "file");
  return found === undefined ? undefined : nameFrom(folder, found);
}

function profileFile(name: string, request: ProfileRequest, reader: Reader): Reading<InputFile> {
  const { folder, settings } = request;
  if (name === "-" && request.standardInput === true) return { value: { file: standardInput }, problems: [] };
  const place = settings && placeOf(settings, "/profile");
  const path = resolve(folder, name);
  if (!isProfileName(name)) {
    if (place && "outside" in insideWorkspace(folder, folder, name, reader)) {
      return { problems: [fileProblem("path-outside-workspace", place, { how: "profile", path: name })] };
    }
    return { value: { file: fileAt(path) }, problems: [] };
  }
  const shipped = shippedProfile(name);
  if (shipped !== undefined) return { value: { file: shipped }, problems: [] };
  // A file of one's own may be called without an ending, on a command line; of a folder, reading says that it is one.
  if (place === undefined && statusAt(path, reader) !== undefined) {
    return { value: { file: fileAt(path) }, problems: [] };
  }
  return { problems: [unknownProfile(name, place, ownFile(name, request, reader))] };
}

/** A file beside the settings, where the user is, or in the workspace that is named after the profile, as it has to be written. */
function ownFile(name: string, request: ProfileRequest, reader: Reader): string | undefined {
  const names = ["json", "yaml", "yml", "xml"].flatMap((ending) => [`profiles/${name}.${ending}`, `${name}.${ending}`]);
  const here = names.find((path) => statusAt(resolve(request.folder, path), reader)?.kind === "file");
  return here ?? inWorkspace(names, request, reader);
}

/** Loads the imports of profiles; files that the request does not allow are not even looked for. */
function importsOf(root: LoadedDocument, { documents, imports, request, reader }: Loading): DocumentLoader {
  const read = new Map([[root.uri, root.document]]);
  return async (href, base) => {
    const location = await imports.locate(href, base);
    const refused = location.kind === "file" ? refusalOf(location, request, reader) : undefined;
    const { unread, ...outcome }: Unusable | (LoadedDocument & { unread?: undefined }) =
      refused ??
      (location.kind === "file"
        ? await documents.at({ file: fileAt(location.path), ...defined({ locked: location.locked }) }, location.uri)
        : await downloaded(location, documents, request));
    if ("document" in outcome) {
      read.set(outcome.uri, outcome.document);
      return outcome;
    }
    const document = request.explainImports === true ? read.get(base) : undefined;
    const [pointer] = document ? importPointers(href, document) : [];
    // A resource may have several sources, so the fault of one is reported only where none works.
    if (document === undefined || pointer === undefined) return outcome;
    const diagnostics = atImport(href, { document, pointer }, outcome, unread, refused !== undefined);
    return { ...outcome, diagnostics, explained: true };
  };
}

/** How the imports of a profile are found and read. */
interface Loading {
  readonly documents: ProfileDocuments;
  readonly imports: Imports;
  readonly request: ProfileRequest;
  readonly reader: Reader;
}

/** What has no file here: got from elsewhere where the request says how, or else why it cannot be read. */
async function downloaded(
  location: Exclude<ImportLocation, ImportedFile>,
  documents: ProfileDocuments,
  { download }: ProfileRequest,
): Promise<LoadedDocument | Unusable> {
  const { failure, fix } = location;
  const address = location.kind === "elsewhere" ? location.address : undefined;
  if (download === undefined || address === undefined) return { failure, fix };
  const got = await download(address);
  if ("bytes" in got) return documents.downloaded(got);
  return { fix: `Correct the address, or give its local copy: --map ${address}=FILE`, ...got };
}

/** The imports of a profile that name the href themselves, not by way of a resource. */
function importPointers(href: string, document: SourceDocument): string[] {
  return (profileOf(document)?.imports ?? []).flatMap((each, index) =>
    each.href === href ? [`/profile/imports/${String(index)}/href`] : [],
  );
}

/** An import that leads out of the workspace whose aims.yaml named the profile is not read. */
function refusalOf(
  { path, named }: ImportedFile,
  { folder, settings }: ProfileRequest,
  reader: Reader,
): LoadFailure | undefined {
  if (settings === undefined || named) return undefined;
  // Files that ship with aims may be imported from wherever it is installed.
  const leaves =
    "outside" in insideWorkspace(folder, folder, relative(folder, path), reader) &&
    "outside" in insideWorkspace(packageRoot(), packageRoot(), relative(packageRoot(), path), nodeReader);
  return leaves
    ? { failure: "it leaves the workspace.", fix: "Put the catalog into the workspace's folder." }
    : undefined;
}

/** The fault of an import: inside the document that it names, or else where the profile names it. */
function atImport(
  href: string,
  place: Place,
  { failure, fix, diagnostics }: LoadFailure,
  unread: Diagnostic | undefined,
  refused: boolean,
): readonly Diagnostic[] {
  if (refused) {
    const told = { how: "import", path: href, fix } as const;
    return [fileProblem("path-outside-workspace", placeOf(place.document, place.pointer), told)];
  }
  if (unread !== undefined) return [whereNamed(unread, href, place)];
  return (
    diagnostics ?? [problem("import-not-local", placeOf(place.document, place.pointer), { href, why: failure, fix })]
  );
}

/** A file that cannot be read is seen where it is named. */
function whereNamed(unread: Diagnostic, name: string, { document, pointer }: Place): Diagnostic {
  return { ...unread, message: `"${name}": ${unread.message}`, ...placeOf(document, pointer) };
}

function readerOf(file: SourceFile, reader: Reader): Reader {
  return file.startsWith(`${fileAt(packageRoot())}/`) ? nodeReader : reader;
}
