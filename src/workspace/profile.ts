import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Profile } from "../oscal/model.js";
import { resolveProfile, type DocumentLoader, type LoadedDocument, type LoadFailure } from "../oscal/resolve.js";
import { resolvedProfile, type ResolvedProfile } from "../oscal/resolved-profile.js";
import { placeOf } from "../source/place.js";
import type { SourceDocument } from "../source/document.js";
import { insideWorkspace, type SourceFile } from "../files/files.js";
import { packageRoot } from "../files/package.js";
import { importedPath, ProfileDocuments, sourceProfileOf } from "./profile/documents.js";
import { isProfileName, profileFileName, shippedProfile, unknownProfile } from "./shipped.js";
import type { Terminal } from "../cli/terminal.js";
import type { Workspace } from "./workspace.js";

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
  const documents = new ProfileDocuments(request.folder);
  const root = await readRoot(file, name, documents, request);
  const read = new Map([[root.uri, root.document]]);
  const explained = new Set<string>();
  const load: DocumentLoader = async (href, base) => {
    const refusal = refusalOf(href, base, request);
    const outcome = refusal ?? (await documents.load(href, base));
    if ("document" in outcome) {
      read.set(outcome.uri, outcome.document);
      return outcome;
    }
    const source = read.get(base);
    const [pointer, ...others] = source ? importPointers(href, source) : [];
    // A resource may be had in several ways, so what is wrong with one of them is said only where none works.
    if (source === undefined || pointer === undefined) return outcome;
    for (const each of [pointer, ...others]) explained.add(`${source.file} ${each}`);
    const place = { source, pointer };
    return {
      ...outcome,
      diagnostics: refusal ? [leavesWorkspace(href, place, refusal)] : atImport(href, place, outcome),
    };
  };
  const resolution = await resolveProfile(root, load, {
    // What an imported profile resolves to is written beside the results: it must not change from run to run.
    lastModified: lastModifiedOf(root.document),
    tool: "aims",
    parse: documents.parse,
    sourceProfile: sourceProfileOf(root),
  });
  const diagnostics = resolution.diagnostics.filter(({ code, file: at, line, pointer }) =>
    // Why has been said at the import already; of the ways to a resource, it is the import that says it.
    code === "profile-import-unreachable"
      ? !explained.has(`${at ?? ""} ${pointer ?? ""}`)
      : code !== "unreadable-file" || line !== undefined,
  );
  const resolved = resolvedProfile({ ...resolution, diagnostics });
  return { name, resolved, sha256: createHash("sha256").update(readFileSync(file.path)).digest("hex") };
}

/** That there is no such file is said where aims.yaml names it. @throws InputError */
async function readRoot(
  file: SourceFile,
  name: string,
  documents: ProfileDocuments,
  { settings }: ProfileRequest,
): Promise<LoadedDocument> {
  try {
    return await documents.root(file);
  } catch (error) {
    if (!(error instanceof InputError) || !settings) throw error;
    throw new InputError(named(error.diagnostics, name, { source: settings, pointer: "/profile" }));
  }
}

function lastModifiedOf({ value }: SourceDocument): string {
  return (value as { profile?: Profile }).profile?.metadata["last-modified"] ?? "";
}

function profileFile(name: string, { folder, settings }: ProfileRequest): SourceFile {
  const place = settings && placeOf(settings, "/profile");
  if (!isProfileName(name)) {
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
    return { path, name: profileFileName(path, folder) };
  }
  const shipped = shippedProfile(name);
  if (shipped === undefined) throw new InputError([unknownProfile(name, place)]);
  return shipped;
}

interface DocumentPlace {
  readonly source: SourceDocument;
  readonly pointer: string;
}

/** The imports of a profile that name the href themselves, not by way of a resource. */
function importPointers(href: string, { value }: SourceDocument): string[] {
  const { profile } = value as { profile?: Profile };
  return (profile?.imports ?? []).flatMap((each, index) =>
    each.href === href ? [`/profile/imports/${String(index)}/href`] : [],
  );
}

/** Why an import is not even looked for: it leads out of the workspace whose aims.yaml named the profile. */
function refusalOf(href: string, base: string, { folder, settings }: ProfileRequest): LoadFailure | undefined {
  const path = settings && importedPath(href, base);
  if (path === undefined) return undefined;
  // What ships with aims may be imported from wherever it is installed.
  const leaves = [folder, packageRoot()].every(
    (root) => "outside" in insideWorkspace(root, root, relative(root, path)),
  );
  return leaves
    ? { failure: "it leaves the workspace.", fix: "Put the catalog into the workspace's folder." }
    : undefined;
}

/** What is wrong with an import: inside the document that it names, or else where the profile names it. */
function atImport(href: string, place: DocumentPlace, { failure, fix, diagnostics }: LoadFailure): Diagnostic[] {
  if (diagnostics !== undefined) return named(diagnostics, href, place);
  return [
    {
      code: "import-not-local",
      severity: "error",
      message: `The import "${href}" cannot be had: ${failure}`,
      ...placeOf(place.source, place.pointer),
      ...(fix === undefined ? {} : { fix }),
    },
  ];
}

function leavesWorkspace(href: string, { source, pointer }: DocumentPlace, { fix }: LoadFailure): Diagnostic {
  return {
    code: "path-outside-workspace",
    severity: "error",
    message: `The import "${href}" leaves the workspace.`,
    ...placeOf(source, pointer),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Has a file that cannot be read be seen where it is named. */
function named(diagnostics: readonly Diagnostic[], name: string, { source, pointer }: DocumentPlace): Diagnostic[] {
  return diagnostics.map((each) =>
    each.code === "unreadable-file"
      ? { ...each, message: `"${name}": ${each.message}`, ...placeOf(source, pointer) }
      : each,
  );
}
