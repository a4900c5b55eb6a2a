import { relative, resolve } from "node:path";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
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
import { importedPath, ProfileDocuments, sourceProfileOf, type Unusable } from "./profile/documents.js";
import { isProfileName, shippedProfile, unknownProfile } from "./shipped.js";
import type { Workspace } from "./workspace.js";

/** A profile that was found, read and resolved. */
export interface LoadedProfile {
  /** Name of a shipped profile, or the path as given. */
  readonly name: string;
  readonly file: SourceFile;
  /** Every file that was read: documents that others carry and standard input have none. */
  readonly files: readonly SourceFile[];
  readonly resolution: ProfileResolution;
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

/**
 * Loads the profile that somebody names, or else the one in aims.yaml, for an assessment: a fault that keeps it from being assessed is an
 * error.
 * @param named name of a shipped profile or a path that starts from `folder`
 * @returns neither value nor problems where nobody names a profile
 */
export async function loadAssessedProfile(
  named: string | undefined,
  folder: string,
  workspace: Workspace,
  reader: Reader,
): Promise<Reading<AssessedProfile>> {
  const { profile, settings, root } = workspace;
  const name = named ?? profile;
  if (name === undefined) return { problems: [] };
  const from = named === undefined ? { folder: root, ...defined({ settings }) } : { folder, workspace: root };
  const loaded = await loadProfile(name, { ...from, explainImports: true }, reader);
  if (loaded.value === undefined) return { problems: loaded.problems };
  const { file, files, resolution } = loaded.value;
  const { resolvedProfile } = await import("../oscal/resolved-profile.js");
  const { value: resolved, problems } = resolvedProfile(resolution);
  if (resolved === undefined) return { problems };
  const { sha256OfFile } = await import("../files/digest.js");
  const sha256 = await sha256OfFile(file, readerOf(file, reader));
  return { value: { name, sha256, files, resolved }, problems };
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
  const { value: input, problems } = profileFile(name, request, reader);
  if (input === undefined) return { problems };
  const documents = new ProfileDocuments(reader);
  const root = await documents.at(input);
  if (!("document" in root)) return { problems: rootProblems(root, name, request, reader) };
  const resolution = await resolveProfile(root, importsOf(root, documents, request, reader), {
    // The resolved catalog of an imported profile is written beside the results: it must not change from run to run.
    lastModified: request.lastModified ?? profileOf(root.document)?.metadata["last-modified"] ?? "",
    tool: "aims",
    parse: documents.parse,
    sourceProfile: sourceProfileOf(root),
  });
  const files = resolution.documents.flatMap(({ uri, document: { file } }) =>
    new URL(uri).hash !== "" || file === standardInput ? [] : [file],
  );
  return { value: { name, file: input.file, files, resolution }, problems: [] };
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
function importsOf(
  root: LoadedDocument,
  documents: ProfileDocuments,
  request: ProfileRequest,
  reader: Reader,
): DocumentLoader {
  const read = new Map([[root.uri, root.document]]);
  return async (href, base) => {
    const refused = refusalOf(href, base, request, reader);
    const { unread, ...outcome }: Unusable | (LoadedDocument & { unread?: undefined }) =
      refused ?? (await documents.load(href, base));
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

/** The imports of a profile that name the href themselves, not by way of a resource. */
function importPointers(href: string, document: SourceDocument): string[] {
  return (profileOf(document)?.imports ?? []).flatMap((each, index) =>
    each.href === href ? [`/profile/imports/${String(index)}/href`] : [],
  );
}

/** An import that leads out of the workspace whose aims.yaml named the profile is not read. */
function refusalOf(
  href: string,
  base: string,
  { folder, settings }: ProfileRequest,
  reader: Reader,
): LoadFailure | undefined {
  const path = settings && importedPath(href, base);
  if (path === undefined) return undefined;
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
