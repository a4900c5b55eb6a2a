import { resolve } from "node:path";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statusAt } from "../files/reader.js";
import { fileAt, nameFrom } from "../files/paths.js";
import { profileOf } from "../oscal/model.js";
import { catalogControls } from "../oscal/resolved-profile.js";
import { loadProfile, type LoadedProfile } from "../workspace/profile.js";
import { profilesFolder } from "../workspace/read-later.js";
import { isProfileName, shippedAddress, shippedProfile, shippedProfiles } from "../workspace/shipped.js";
import { isWorkspace, openWorkspace, type Workspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";
import { readFiles } from "./oscal/documents.js";
import { namedFiles } from "./oscal/files.js";
import { anyMoment } from "./why.js";

/** A profile as a list shows it. */
export interface ProfileSummary {
  /** By which a command names it: that of a shipped profile, or the path of a file from the host's folder. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly shipped: boolean;
  /** Whether the aims.yaml of the workspace names it. */
  readonly used: boolean;
  /** Number of controls that it selects; left out where it cannot be resolved. */
  readonly controls?: number;
  /** What it imports, as it names it; of a shipped profile by the address that any profile can name. */
  readonly imports: readonly string[];
}

/** Profiles that there are to choose from. */
export interface ProfileList {
  /** Those that ship with aims, then those of the workspace, each by name. */
  readonly profiles: readonly ProfileSummary[];
  /** What is wrong with those of the workspace. */
  readonly problems: readonly Diagnostic[];
  /** The files of the workspace that were read. */
  readonly files: readonly SourceFile[];
}

/**
 * Lists the profiles that ship with aims, those in the folder profiles/ of a workspace, and the one that its aims.yaml names.
 * @param folder of the workspace, from the host's; without one, the host's folder where that is a workspace
 */
export async function listProfiles(folder: string | undefined, host: Host): Promise<ProfileList> {
  const opened = await workspaceOf(folder, host);
  if ("problems" in opened) return { profiles: [], problems: opened.problems, files: [] };
  const { workspace } = opened;
  const used = workspace && usedFile(workspace);
  const own = workspace === undefined ? { names: [], problems: [] } : await ownProfiles(workspace, host);
  const problems: Diagnostic[] = [...own.problems];
  const files: SourceFile[] = [];
  const profiles: ProfileSummary[] = [];
  for (const name of [...shippedProfiles(), ...own.names]) {
    const shipped = isShipped(name);
    const request = { folder: host.folder, lastModified: anyMoment };
    const { value, problems: unreadable } = await loadProfile(name, request, host.read);
    problems.push(...unreadable);
    if (value === undefined) continue;
    const summary = profileSummary(value, { shipped, used: value.file === used });
    if (summary !== undefined) profiles.push(summary);
    if (shipped) continue;
    files.push(value.file, ...value.files);
    problems.push(...value.resolution.diagnostics);
  }
  return { profiles, problems: problems.sort(compareDiagnostics), files: [...new Set(files)] };
}

/** The summary of a profile; undefined where it could not even be read as one. */
export function profileSummary(
  { name, resolution: { documents, document } }: LoadedProfile,
  { shipped, used }: Pick<ProfileSummary, "shipped" | "used">,
): ProfileSummary | undefined {
  const [root] = documents;
  const profile = root && profileOf(root.document);
  if (root === undefined || profile === undefined) return undefined;
  const { title, version } = profile.metadata;
  return {
    ...{ name, title, version, shipped, used },
    ...(document === undefined ? {} : { controls: [...catalogControls(document.catalog)].length }),
    // A shipped profile names the files beside it; nobody else can.
    imports: profile.imports.map(({ href }) => (shipped ? (importedAddress(href, root.uri) ?? href) : href)),
  };
}

/** The address of what a shipped profile imports by its path. */
function importedAddress(href: string, base: string): string | undefined {
  const { protocol, pathname } = new URL(href, base);
  return protocol === "file:" ? shippedAddress(decodeURIComponent(pathname)) : undefined;
}

/** The file of the profile that aims.yaml names. */
function usedFile({ root, profile }: Workspace): SourceFile | undefined {
  if (profile === undefined) return undefined;
  return isProfileName(profile) ? shippedProfile(profile) : fileAt(resolve(root, profile));
}

function isShipped(name: string): boolean {
  return isProfileName(name) && shippedProfile(name) !== undefined;
}

async function workspaceOf(
  folder: string | undefined,
  host: Host,
): Promise<{ readonly workspace: Workspace | undefined } | { readonly problems: readonly Diagnostic[] }> {
  if (folder === undefined && !isWorkspace(host.folder, host.read)) return { workspace: undefined };
  const { value, problems } = await openWorkspace(
    resolve(host.folder, folder ?? "."),
    host.read,
    undefined,
    folder ?? ".",
  );
  // What is wrong with descriptors and rules keeps no profile from being listed.
  return value === undefined ? { problems } : { workspace: value };
}

/** The profiles of a workspace, as a command in the host's folder names them. */
async function ownProfiles(
  { root, profile }: Workspace,
  host: Host,
): Promise<{ readonly names: readonly string[]; readonly problems: readonly Diagnostic[] }> {
  const folder = resolve(root, profilesFolder);
  const problems: Diagnostic[] = [];
  const found: string[] = [];
  if (statusAt(folder, host.read)?.kind === "folder") {
    const { files, problems: unread } = await namedFiles([folder], host);
    problems.push(...unread);
    for await (const read of readFiles(files, host.read)) {
      if ("skipped" in read) problems.push(...read.skipped);
      else if (read.document === undefined) problems.push(...read.diagnostics);
      else if (profileOf(read.document) !== undefined) found.push(read.file);
    }
  }
  if (profile !== undefined && !isShipped(profile)) found.push(fileAt(resolve(root, profile)));
  const names = [...new Set(found)].map((file) => nameFrom(host.folder, file));
  return { names: names.map((name) => (isProfileName(name) ? `./${name}` : name)).sort(), problems };
}
