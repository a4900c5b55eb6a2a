import { resolve } from "node:path";
import { hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { statusAt } from "../../files/reader.js";
import { fileAt, nameFrom } from "../../files/paths.js";
import { defined } from "../../foundation/defined.js";
import { by } from "../../foundation/order.js";
import type { Control } from "../../oscal/model.js";
import type { Rule } from "../../policy/rule.js";
import type { ListedRule } from "../../report/explanation.js";
import type { AddressMapping, AddressMaps, LoadedProfile } from "../../workspace/profile.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Host } from "../host.js";
import { mapsOf } from "../oscal/address-maps.js";
import { anyMoment } from "../why.js";

/** The place in which a name is looked up: a profile, rules, and perhaps a workspace. */
export interface Context {
  /** The workspace, where there is one that can be used. */
  readonly workspace?: Workspace;
  /** The workspace that cannot be used, as far as it can be read; its valid descriptors say what they say all the same. */
  readonly impaired?: Impaired;
  /** Name or path of the profile, as a command in the host's folder gives it. */
  readonly profile: string;
  /** The profile, where it can be resolved, and the controls that it selects. */
  readonly loaded?: LoadedProfile;
  readonly controls: readonly Control[];
  readonly rules: readonly ListedRule[];
  /** The problems and oddities of the profile. */
  readonly problems: readonly Diagnostic[];
  /** Why rules of the workspace may be missing. */
  readonly incomplete: readonly Diagnostic[];
  /** Why the profile or the workspace cannot be used. */
  readonly unusable: readonly Diagnostic[];
  /** Local copies of what profiles import by address. */
  readonly mapped: { readonly maps?: AddressMaps };
  /** Files that were read. */
  readonly files: readonly SourceFile[];
}

/** A workspace in which something is wrong. */
export interface Impaired {
  readonly workspace: Workspace;
  readonly problems: readonly Diagnostic[];
}

/** What somebody says of the context. */
interface ContextRequest {
  /** Folder of a workspace, from the host's; without it, the host's folder, if that is a workspace. */
  readonly folder: string | undefined;
  /** Name or path of a profile. */
  readonly chosen: string | undefined;
  readonly maps: readonly AddressMapping[] | undefined;
}

/** The profile that is meant where nobody names one. */
export const defaultProfile = "iso-42001-full";

/**
 * The context of a name: the profile that is chosen, or that of the workspace, or else the full one; rules shipped and own.
 */
export async function contextOf({ folder, chosen, maps }: ContextRequest, host: Host): Promise<Context> {
  const mapped = mapsOf(defined({ maps }), host);
  const here = await workspaceHere(folder, chosen, host);
  const { rules, problems: ofRules } = await listedRules(here.workspace, host);
  const profile = chosen ?? here.profile ?? defaultProfile;
  const base = {
    ...defined({ workspace: here.workspace, impaired: here.impaired }),
    profile,
    mapped,
    controls: [],
    rules,
    problems: [],
    // Only errors keep rules off the list.
    incomplete: [...here.problems, ...ofRules.filter(({ severity }) => severity === "error")],
    files: here.workspace === undefined ? [] : filesOf(here.workspace),
  };
  if (here.unusable !== undefined) return { ...base, unusable: here.unusable };
  const { loadProfile } = await import("../../workspace/profile.js");
  const ofWorkspace = here.workspace && { workspace: here.workspace.root, imports: here.workspace.imports };
  const from = { folder: host.folder, lastModified: anyMoment, ...mapped, ...ofWorkspace };
  const { value: loaded, problems: unread } = await loadProfile(profile, from, host.read);
  if (loaded === undefined) return { ...base, unusable: unread };
  const { document } = loaded.resolution;
  const diagnostics = [...loaded.notices, ...loaded.resolution.diagnostics];
  const { catalogControls } = await import("../../oscal/resolved-profile.js");
  return {
    ...base,
    loaded,
    controls: document ? [...catalogControls(document.catalog)].map(({ control }) => control) : [],
    problems: diagnostics,
    unusable: document ? [] : diagnostics,
    files: [...base.files, ...loaded.files],
  };
}

function filesOf({ settings, organization, systems, records, ruleFiles }: Workspace): SourceFile[] {
  const read = [organization.input, ...systems, ...records, ...ruleFiles.rules, ...ruleFiles.data].map(
    ({ file }) => file,
  );
  return settings === undefined ? read : [settings.file, ...read];
}

/** Files by which a folder is known as a workspace without being named as one. */
const marks = ["aims.yaml", "organization.yaml"] as const;

interface WorkspaceHere {
  readonly workspace?: Workspace;
  readonly impaired?: Impaired;
  readonly profile?: string | undefined;
  /** Why rules of the workspace are missing. */
  readonly problems: readonly Diagnostic[];
  /** Why the workspace that somebody means cannot be used. */
  readonly unusable?: readonly Diagnostic[];
}

/** The workspace that is named, or else the one in the host's folder, which need not be usable where its profile is not needed. */
async function workspaceHere(
  folder: string | undefined,
  chosen: string | undefined,
  host: Host,
): Promise<WorkspaceHere> {
  const isMarked = marks.some((name) => statusAt(resolve(host.folder, name), host.read) !== undefined);
  if (folder === undefined && !isMarked) return { problems: [] };
  const { openWorkspace } = await import("../../workspace/workspace.js");
  const opened = await openWorkspace(resolve(host.folder, folder ?? "."), host.read, undefined, folder ?? ".");
  if (opened.value !== undefined && !hasErrors(opened.problems)) {
    return { workspace: opened.value, profile: await profileOf(opened.value, host), problems: [] };
  }
  const problems = [...opened.problems];
  if (opened.value !== undefined) {
    const { DescriptorReader } = await import("../../workspace/descriptors.js");
    const descriptors = new DescriptorReader(opened.value, host.read);
    await descriptors.check();
    problems.push(...descriptors.diagnostics.filter(({ severity }) => severity === "error"));
  }
  const impaired = opened.value === undefined ? {} : { impaired: { workspace: opened.value, problems } };
  return folder === undefined && chosen !== undefined
    ? { ...impaired, problems }
    : { ...impaired, problems: [], unusable: problems };
}

/** The profile that the workspace's aims.yaml names, as it is to be called from the host's folder. */
async function profileOf({ root, profile }: Workspace, { folder }: Host): Promise<string | undefined> {
  const { isProfileName } = await import("../../workspace/shipped.js");
  const asGiven = profile === undefined || isProfileName(profile) || root === resolve(folder);
  return asGiven ? profile : nameFrom(folder, resolve(root, profile));
}

/** The rules that ship with aims and those of a workspace, also where some of these cannot run. */
export async function listedRules(
  workspace: Workspace | undefined,
  host: Host,
): Promise<{ readonly rules: readonly ListedRule[]; readonly problems: readonly Diagnostic[] }> {
  const { loadPolicy, shippedPolicy } = await import("../../workspace/policy.js");
  const { noRuleFiles } = await import("../../workspace/rule-files.js");
  const files = workspace?.ruleFiles ?? noRuleFiles;
  const place = ({ file, row }: Rule): NonNullable<ListedRule["place"]> => ({
    file: fileAt(resolve(workspace?.root ?? host.folder, file)),
    line: row,
  });
  const { value, problems } = await loadPolicy(files, host.read, host.cache);
  if (value !== undefined) {
    const own = new Set(value.own);
    return {
      rules: value.policy.rules.map((rule) => (own.has(rule) ? { rule, place: place(rule) } : { rule })),
      problems,
    };
  }
  const shipped = shippedPolicy().policy.rules.map((rule) => ({ rule }));
  // Own rules whose METADATA can be read, though something is wrong with them.
  const { readOwnRules } = await import("../../workspace/rules.js");
  const { checkRules } = await import("../../policy/compile.js");
  const read = await readOwnRules(files, host.read);
  const readable = read.value === undefined ? [] : (await checkRules(read.value.sources)).rules;
  const own = readable.map((rule) => ({ rule, place: place(rule) }));
  return { rules: [...shipped, ...own].sort(by(({ rule }) => rule.id)), problems };
}
