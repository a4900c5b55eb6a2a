import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Profile } from "../oscal/model/types.js";
import type { LoadedDocument } from "../oscal/resolve/loaded-document.js";
import { formatOfName } from "../oscal/read.js";
import { resolveProfile } from "../oscal/resolve/resolve-profile.js";
import { resolvedProfile, type ResolvedProfile } from "../oscal/resolve/resolved-profile.js";
import type { SourceDocument } from "../source/document.js";
import { displayName, insideWorkspace, type SourceFile } from "../source/files.js";
import { packageFile, packageRoot } from "../source/package-files.js";
import { readOscalFile } from "./read-oscal-file.js";
import { embeddedDocument, validDocument } from "./valid-document.js";
import { shippedProfiles } from "./shipped-profiles.js";
import type { Terminal } from "./terminal.js";
import { placeIn, type Workspace } from "./workspace.js";

/** A profile that was found, read and resolved. */
export interface LoadedProfile {
  /** Name of a shipped profile, or the path as given. */
  readonly name: string;
  readonly resolved: ResolvedProfile;
  /** SHA-256 of the profile's file. */
  readonly sha256: string;
}

/** Who asks for a profile. */
interface ProfileRequest {
  /** Absolute path of the folder that a path starts from. */
  readonly folder: string;
  /** aims.yaml where it is what names the profile; such a profile and its imports must not lead out of the workspace in the folder. */
  readonly settings?: SourceDocument;
}

/**
 * Loads the profile that the command line names, or else the one that aims.yaml does: a shipped one by name, or one's own by its path
 * (anything with a "/", or that ends like an OSCAL document).
 * @param option what the command line names; the path starts from where the command was started
 * @throws InputError when it is not there, is no valid OSCAL, or cannot be resolved
 */
export async function loadChosenProfile(
  option: string | undefined,
  workspace: Workspace,
  terminal: Terminal,
): Promise<LoadedProfile | undefined> {
  if (option !== undefined) return loadProfile(option, { folder: terminal.cwd });
  const { profile, settings, root } = workspace;
  return profile === undefined ? undefined : loadProfile(profile, { folder: root, ...(settings ? { settings } : {}) });
}

async function loadProfile(name: string, request: ProfileRequest): Promise<LoadedProfile> {
  const file = profileFile(name, request);
  const source = await readNamed(file, name, request.settings && { source: request.settings, pointer: "/profile" });
  const root: LoadedDocument = { uri: pathToFileURL(file.path).href, document: source };
  const read = new Map([[root.uri, source]]);
  const load = async (href: string, base: string): Promise<LoadedDocument> => {
    const from = read.get(base) ?? source;
    const place = { source: from, pointer: importPointer(href, from) };
    const path = importedPath(href, place, fileURLToPath(base), request);
    const uri = pathToFileURL(path).href;
    const document = read.get(uri) ?? (await readNamed({ path, name: nameOf(path, request.folder) }, href, place));
    read.set(uri, document);
    return { uri, document };
  };
  const resolution = await resolveProfile(
    root,
    async (href, base) => {
      try {
        return await load(href, base);
      } catch (error) {
        // A resource may be had in several ways, so what is wrong with one of them is said only where none works.
        if (!(error instanceof InputError) || isImport(href, read.get(base))) throw error;
        return { failure: error.message };
      }
    },
    {
      // What an imported profile resolves to is written beside the results: it must not change from run to run.
      lastModified: lastModifiedOf(source),
      tool: "aims",
      parse: (bytes, embedded) => embeddedDocument(bytes, embedded, request.folder),
      sourceProfile: ({ document }) => encodeURI(document.file),
    },
  );
  const resolved = resolvedProfile(resolution);
  return { name, resolved, sha256: createHash("sha256").update(readFileSync(file.path)).digest("hex") };
}

function lastModifiedOf({ value }: SourceDocument): string {
  return (value as { profile?: Profile }).profile?.metadata["last-modified"] ?? "";
}

function profileFile(name: string, { folder, settings }: ProfileRequest): SourceFile {
  const place = settings && placeIn(settings, "/profile");
  if (name.includes("/") || name.includes("\\") || formatOfName(name) !== undefined) {
    if (place && "outside" in insideWorkspace(folder, folder, name)) {
      throw new InputError([
        {
          code: "path-outside-workspace",
          severity: "error",
          message: `The path "${name}" leaves the workspace.`,
          ...place,
          fix: "Put the profile into the workspace's folder, or name it with --profile.",
        },
      ]);
    }
    const path = resolve(folder, name);
    return { path, name: nameOf(path, folder) };
  }
  const shipped = shippedProfiles();
  if (!shipped.includes(name)) {
    const guess = nearest(name, shipped);
    throw new InputError([
      {
        code: "unknown-profile",
        severity: "error",
        message: `There is no shipped profile "${name}".`,
        ...place,
        fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Shipped: ${shipped.join(", ")}. For a file of your own, give its path.`,
      },
    ]);
  }
  const path = packageFile("profiles", `${name}.json`);
  return { path, name: nameOf(path, folder) };
}

/** Files of the package are called by their place in it, so that messages do not depend on where aims is installed. */
function nameOf(path: string, folder: string): string {
  const inPackage = displayName(packageRoot(), path);
  return inPackage.startsWith("../") ? displayName(folder, path) : inPackage;
}

interface DocumentPlace {
  readonly source: SourceDocument;
  readonly pointer: string;
}

function isImport(href: string, document: SourceDocument | undefined): boolean {
  const { profile } = (document?.value ?? {}) as { profile?: Profile };
  return profile?.imports.some((each) => each.href === href) === true;
}

/** Where the profile names the import, or the resource that stands for it. */
function importPointer(href: string, { value }: SourceDocument): string {
  const { profile } = value as { profile: Profile };
  const index = profile.imports.findIndex((each) => each.href === href);
  if (index >= 0) return `/profile/imports/${String(index)}/href`;
  const resources = profile["back-matter"]?.resources ?? [];
  const resource = resources.findIndex(({ rlinks }) => rlinks?.some((each) => each.href === href));
  return `/profile/back-matter/resources/${String(resource)}`;
}

/** @throws InputError for what is no path, and for a path out of the workspace where aims.yaml named the profile */
function importedPath(
  href: string,
  { source, pointer }: DocumentPlace,
  fromPath: string,
  { folder, settings }: ProfileRequest,
): string {
  const refuse = (code: string, message: string, fix: string): InputError =>
    new InputError([{ code, severity: "error", message, ...placeIn(source, pointer), fix }]);
  const path = decoded(href);
  if (path === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("#") || path.startsWith("/")) {
    throw refuse(
      "import-not-local",
      `The import "${href}" is not a path relative to the profile.`,
      "Import a file beside the profile, such as ../catalog/iso-42001.json; nothing is fetched from a network.",
    );
  }
  const from = dirname(fromPath);
  // What ships with aims may be imported from wherever it is installed.
  const leaves = [folder, packageRoot()].every((root) => "outside" in insideWorkspace(root, from, path));
  if (settings && leaves) {
    throw refuse(
      "path-outside-workspace",
      `The import "${href}" leaves the workspace.`,
      "Put the catalog into the workspace's folder.",
    );
  }
  return resolve(from, path);
}

function decoded(href: string): string | undefined {
  try {
    return decodeURIComponent(href);
  } catch {
    return undefined;
  }
}

/** Reads an OSCAL document; that there is no such file is said where it is named. @throws InputError */
async function readNamed(file: SourceFile, name: string, place: DocumentPlace | undefined): Promise<SourceDocument> {
  try {
    return await validDocument(await readOscalFile(file));
  } catch (error) {
    if (!(error instanceof InputError) || !place) throw error;
    throw new InputError(
      error.diagnostics.map((each) =>
        each.code === "unreadable-file"
          ? { ...each, message: `"${name}": ${each.message}`, ...placeIn(place.source, place.pointer) }
          : each,
      ),
    );
  }
}
