import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { problem as packProblem } from "../diagnostics/codes/packs.js";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { insideWorkspace, leadsOutside } from "../files/paths.js";
import { packageRoot } from "../files/package.js";
import { standardInput } from "../files/read.js";
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
import { placeOf } from "../source/place.js";
import {
  AddressMap,
  fileUri,
  Imports,
  type AddressMapping,
  type ImportedFile,
  type ImportLocation,
} from "./imports.js";
import { isPackAddress } from "./packs/address.js";
import { ProfileDocuments, sourceProfileOf, type Unusable } from "./profile/documents.js";
import { atImport, importPointers } from "./profile/import-faults.js";
import { profileFile, unreadProfile, type NamedFrom } from "./profile/named-file.js";
import { profileName } from "./shipped.js";
import type { ImportSettings } from "./settings.js";
import type { Workspace } from "./workspace.js";

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
export interface ProfileRequest extends NamedFrom {
  /** Date and time with time zone when the catalog is resolved; without it, that of the profile itself, which never changes. */
  readonly lastModified?: string;
  /** Absolute path of the folder that the resolved catalog goes to, from which its link to the profile starts. */
  readonly catalogFolder?: string;
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
  workspace: Workspace | undefined,
  reader: Reader,
): Promise<Reading<AssessedProfile>> {
  const { profile, settings, root, imports } = workspace ?? {};
  const name = named ?? profile;
  if (name === undefined) return { problems: [] };
  const isOwn = named === undefined && root !== undefined;
  const from = isOwn ? { folder: root, ...defined({ settings }) } : { folder, ...defined({ workspace: root }) };
  const mapped = defined({ maps: maps && { mappings: maps, folder }, imports });
  const loaded = await loadProfile(name, { ...from, ...mapped, explainImports: true }, reader);
  if (loaded.value === undefined) return { problems: loaded.problems };
  const { file, files, resolution, notices } = loaded.value;
  const { resolvedProfile } = await import("../oscal/resolved-profile.js");
  const { value: resolved, problems } = resolvedProfile(resolution);
  if (resolved === undefined) return { problems: [...notices, ...problems] };
  const { sha256OfFile } = await import("../files/digest.js");
  const sha256 = await sha256OfFile(file, readerOf(file, reader));
  return { value: { name: profileName(name), sha256, files, resolved }, problems: [...notices, ...problems] };
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
  const own = isPackAddress(name) ? undefined : profileFile(name, request, reader);
  if (own !== undefined && own.value === undefined) return { problems: own.problems };
  const isShipped = own?.value?.file.startsWith(`${fileAt(packageRoot())}/profiles/`);
  const isFile = own?.value !== undefined && own.value.file !== standardInput && isShipped === false;
  const from = isFile ? dirname(own.value.file) : request.folder;
  const settings = defined({ settings: request.imports });
  const withoutLock = request.download !== undefined;
  const imports = new Imports({ from, folder: request.folder, named: name, maps, withoutLock, ...settings }, reader);
  const { value: input, problems } = own ?? (await packProfile(name, imports, request));
  if (input === undefined) return { problems };
  const documents = new ProfileDocuments(reader);
  const root = await documents.at(input);
  const load = importsOf({ documents, imports, request, reader });
  if (!("document" in root)) {
    if (root.unread !== undefined) return { problems: [await unreadProfile(root.unread, name, request, reader)] };
    return { problems: await diagnosticsOf(root, load) };
  }
  const resolution = await resolveProfile(root, load, {
    // The resolved catalog of an imported profile is written beside the results: it must not change from run to run.
    lastModified: request.lastModified ?? profileOf(root.document)?.metadata["last-modified"] ?? "",
    tool: "aims",
    parse: documents.parse,
    sourceProfile: sourceProfileOf(root, request.catalogFolder),
  });
  const files = resolution.documents.flatMap(({ uri, document: { file } }) =>
    new URL(uri).hash !== "" || file === standardInput ? [] : [file],
  );
  files.push(...(await imports.filesRead()));
  const notices = [...(await imports.problems()), ...maps.unused()];
  if (hasErrors(notices)) return { problems: [...notices, ...resolution.diagnostics] };
  return { value: { name: profileName(name), file: input.file, files, resolution, notices }, problems: [] };
}

/** The file of a profile that a pack holds. */
async function packProfile(
  name: string,
  imports: Imports,
  { settings }: ProfileRequest,
): Promise<Reading<{ readonly file: SourceFile }>> {
  const location = await imports.locate(name, "");
  if (location.kind === "file") return { value: { file: fileAt(location.path) }, problems: [] };
  const { failure, fix } = location;
  const place = settings && placeOf(settings, "/profile");
  return { problems: [packProblem("pack-address", place, { address: name, failure, fix })] };
}

/**
 * The faults of an invalid profile, with the ids of controls that it calls otherwise.
 * @param path absolute path of the profile
 * @param allowed whether an import may be read
 */
export async function explainControlIds(
  diagnostics: readonly Diagnostic[],
  { path, document }: { readonly path: string; readonly document: SourceDocument },
  { imports, allowed }: { readonly imports: () => Promise<Imports>; readonly allowed: (file: ImportedFile) => boolean },
  reader: Reader,
): Promise<readonly Diagnostic[]> {
  // Most documents have no such fault, and what they import is none of their validation's business.
  if (!diagnostics.some(({ pointer = "" }) => /^\/profile\/.*\/(?:with-ids\/\d+|control-id)$/.test(pointer)))
    return diagnostics;
  const [{ withControlIds }, places] = await Promise.all([import("./profile/control-ids.js"), imports()]);
  const documents = new ProfileDocuments(reader);
  const load: DocumentLoader = async (href, base) => {
    const location = await places.locate(href, base);
    if (location.kind !== "file" || !allowed(location)) return { failure: "it is not looked into." };
    return documents.at({ file: fileAt(location.path), ...defined({ locked: location.locked }) }, location.uri);
  };
  return withControlIds(diagnostics, { uri: fileUri(path), document }, load);
}

/** The faults inside a document, with the ids of controls that it calls otherwise. */
async function diagnosticsOf(
  { diagnostics = [], invalid }: Unusable,
  load: DocumentLoader,
): Promise<readonly Diagnostic[]> {
  if (invalid === undefined) return diagnostics;
  const { withControlIds } = await import("./profile/control-ids.js");
  return withControlIds(diagnostics, invalid, load);
}

/** Loads the imports of profiles; files that the request does not allow are not even looked for. */
function importsOf(loading: Loading): DocumentLoader {
  const { documents, imports, request, reader } = loading;
  /** Documents whose faults are being explained: their imports may lead back to them. */
  const explaining = new Set<string>();
  const load: DocumentLoader = async (href, base) => {
    const location = await imports.locate(href, base);
    const refused = location.kind === "file" ? refusalOf(location, request, reader) : undefined;
    const read: Unusable | LoadedDocument =
      refused ??
      (location.kind === "file"
        ? await documents.at({ file: fileAt(location.path), ...defined({ locked: location.locked }) }, location.uri)
        : await downloaded(location, documents, request));
    if ("document" in read) return read;
    const { unread, invalid, ...failure } = await withLikelyImport(read, href, base, location, loading);
    if (invalid !== undefined && !explaining.has(invalid.uri)) {
      explaining.add(invalid.uri);
      failure.diagnostics = await diagnosticsOf(read, load);
      explaining.delete(invalid.uri);
    }
    const document = request.explainImports === true ? documents.known(base) : undefined;
    const [pointer] = document ? importPointers(href, document) : [];
    // A resource may have several sources, so the fault of one is reported only where none works.
    if (document === undefined || pointer === undefined) return failure;
    const diagnostics = atImport(href, { document, pointer }, failure, unread, refused !== undefined);
    return { ...failure, diagnostics, explained: true };
  };
  return load;
}

/** Says of an import that leads to no file what was probably meant. */
async function withLikelyImport(
  read: Unusable,
  href: string,
  base: string,
  location: ImportLocation,
  { request: { folder, settings }, reader }: Loading,
): Promise<Unusable> {
  if (read.unread === undefined || location.kind !== "file") return read;
  const { path } = location;
  if (statusAt(path, reader) !== undefined) return read;
  const { likelyImport } = await import("./profile/likely-file.js");
  const among = (place: string): boolean => settings === undefined || !leadsOutside(folder, place, reader);
  const from = base.startsWith("file:") ? dirname(fileURLToPath(base)) : undefined;
  const guess = await likelyImport(href, { from, path, among }, reader);
  if (guess === undefined) return read;
  const fix = `Did you mean "${guess}"?`;
  return { ...read, fix, unread: { ...read.unread, fix } };
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

function readerOf(file: SourceFile, reader: Reader): Reader {
  return file.startsWith(`${fileAt(packageRoot())}/`) ? nodeReader : reader;
}
