import { rulesOutside } from "../../assessment/rule-controls.js";
import { profileScope, type Scope } from "../../assessment/scope.js";
import { problem } from "../../diagnostics/codes/workspace.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import { atRuleFiles, loadPolicy, type LoadedPolicy } from "../../workspace/policy.js";
import { loadAssessedProfile, type AddressMapping, type AssessedProfile } from "../../workspace/profile.js";
import { noRuleFiles } from "../../workspace/rule-files.js";
import { shippedProfiles } from "../../workspace/shipped.js";
import type { Workspace } from "../../workspace/workspace.js";
import { whyAbsent } from "../../workspace/wrong-labels.js";
import type { Host } from "../host.js";

/** The basis of an assessment beside the descriptors. */
export interface RunBasis {
  readonly profile: AssessedProfile;
  readonly policy: LoadedPolicy;
  readonly scope: Scope;
  /** Warnings about rules that are not heard, or not asked. */
  readonly notices: readonly Diagnostic[];
}

/** What somebody asks for in place of what a workspace says. */
interface BasisRequest {
  /** Name of a shipped profile or path of an OSCAL profile, in place of the one in aims.yaml. */
  readonly profile?: string;
  /** Local copies of what profiles import by address. */
  readonly maps?: readonly AddressMapping[];
}

/**
 * Reads the profile and the rules, and what they are together.
 * @param workspace without one, the rules are those that ship with aims
 */
export async function readBasis(
  workspace: Workspace | undefined,
  request: BasisRequest,
  host: Host,
): Promise<Reading<RunBasis>> {
  const { value: profile, problems: ofProfile } = await loadAssessedProfile(request, host.folder, workspace, host.read);
  const ruleFiles = workspace?.ruleFiles ?? noRuleFiles;
  const { value: policy, problems: ofPolicy } = await loadPolicy(ruleFiles, host.read, host.cache);
  const problems = [...ofProfile, ...ofPolicy];
  if (profile === undefined && ofProfile.length === 0) {
    problems.unshift(problem("no-profile", undefined, { shipped: shippedProfiles() }));
  }
  if (profile === undefined || policy === undefined) return { problems };
  const scope = profileScope(profile.resolved, policy.policy.rules, policy.own, whyAbsent);
  const ofScope = atRuleFiles(scope.problems, policy.files);
  if (scope.value === undefined) return { problems: ofScope };
  // What keeps rules from being heard; it belongs to the record, since the verdicts look complete without them.
  const notices = [...ofPolicy, ...atRuleFiles(rulesOutside(profile.resolved, policy.own), policy.files)];
  return {
    value: { profile, policy, scope: scope.value, notices },
    problems: [...ofProfile, ...notices, ...ofScope],
  };
}
