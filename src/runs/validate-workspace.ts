import { resolve } from "node:path";
import { rulesOutside } from "../assessment/rule-controls.js";
import { profileScope } from "../assessment/scope.js";
import { problem } from "../diagnostics/codes/workspace.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { isObject } from "../foundation/json-value.js";
import { packCatalogs } from "../workspace/catalogs.js";
import { DescriptorReader } from "../workspace/descriptors.js";
import { controlsBeside } from "../workspace/known-controls.js";
import { atRuleFiles, loadPolicy } from "../workspace/policy.js";
import { loadAssessedProfile, type AddressMapping } from "../workspace/profile.js";
import { openWorkspace } from "../workspace/workspace.js";
import { whyAbsent } from "../workspace/wrong-labels.js";
import type { Host } from "./host.js";

/** The workspace to check. Paths start from the host's folder. */
export interface ValidateWorkspaceRequest {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Name of a shipped profile or path of an OSCAL profile, in place of the one in aims.yaml. */
  readonly profile?: string;
  /** Glob patterns of the descriptors, from the workspace's folder, in place of those in aims.yaml. */
  readonly systems?: readonly string[];
  /** Local copies of what profiles import by address; they go before those of aims.yaml. */
  readonly maps?: readonly AddressMapping[];
}

/** The result of a check. */
export interface WorkspaceCheck {
  /** Systems whose descriptors are valid. */
  readonly systems: number;
  readonly problems: readonly Diagnostic[];
  /** Files that were read. */
  readonly files: readonly SourceFile[];
}

/** Reads everything that an assessment would read and reports all faults. Nothing is assessed. */
export async function validateWorkspace(request: ValidateWorkspaceRequest, host: Host): Promise<WorkspaceCheck> {
  const root = resolve(host.folder, request.workspace);
  const opened = await openWorkspace(root, host.read, request.systems, request.workspace);
  const workspace = opened.value;
  if (workspace === undefined) return { systems: 0, problems: opened.problems, files: [] };
  const { organization, systems: described, records, settings, ruleFiles } = workspace;
  const files = [organization.input, ...described, ...records, ...ruleFiles.rules, ...ruleFiles.data].map(
    ({ file }) => file,
  );
  if (settings) files.push(settings.file);
  if (hasErrors(opened.problems)) {
    const descriptors = new DescriptorReader(workspace, host.read);
    await descriptors.check();
    return {
      systems: 0,
      problems: [...opened.problems, ...descriptors.diagnostics.filter(({ severity }) => severity === "error")],
      files,
    };
  }
  const policy = await loadPolicy(ruleFiles, host.read, host.cache);
  const profile = await loadAssessedProfile(request, host.folder, workspace, host.read);
  const ofPacks = await packCatalogs(workspace.packs, host.read);
  const descriptors = new DescriptorReader(workspace, host.read, controlsBeside(profile, ofPacks));
  const systems = await descriptors.check();
  const problems = [...opened.problems, ...descriptors.diagnostics, ...policy.problems, ...profile.problems];
  if (profile.value === undefined && profile.problems.length === 0) problems.push(problem("no-profile", undefined));
  if (policy.value && profile.value) {
    const { resolved } = profile.value;
    const { policy: compiled, own, files } = policy.value;
    const { parameterUse } = await import("../assessment/parameter-use.js");
    problems.push(...atRuleFiles(parameterUse(resolved, compiled.rules, own), files));
    problems.push(...atRuleFiles(profileScope(resolved, compiled.rules, own, whyAbsent).problems, files));
    problems.push(...atRuleFiles(rulesOutside(resolved, own), files));
  }
  if (isObject(settings?.value) && settings.value["crosswalks"] !== undefined) {
    const { crosswalkProblems } = await import("./crosswalk/collections.js");
    problems.push(...(await crosswalkProblems(root, host)));
  }
  return { systems, problems, files: [...files, ...(profile.value?.files ?? [])] };
}
