import { assess } from "../../assessment/assess.js";
import { EvidenceLedger, evidenceFaults, type EvidenceEntry } from "../../assessment/evidence.js";
import { profileScope } from "../../assessment/scope.js";
import type { Verdict } from "../../assessment/verdict.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { fileAt } from "../../files/paths.js";
import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import type { OrganizationSubject, Subject, SystemSubject } from "../../inventory/descriptors.js";
import type { Judged, SubjectTopic } from "../../report/explanation.js";
import { DescriptorReader } from "../../workspace/descriptors.js";
import { evaluatorFor, loadPolicy } from "../../workspace/policy.js";
import { loadAssessedProfile, type AddressMapping } from "../../workspace/profile.js";
import { recordedName, type Workspace } from "../../workspace/workspace.js";
import { whyAbsent } from "../../workspace/wrong-labels.js";
import type { Host } from "../host.js";
import { join } from "node:path";
import { defaultProfile } from "./context.js";

/** Seconds that own rules may take for the subject. */
const RULE_TIMEOUT = 10;

/** A system or the organization that was looked for. */
export interface FoundSubject {
  readonly topic?: SubjectTopic;
  /** Ids that there are, where it was not found. */
  readonly ids: readonly string[];
  /** What is wrong with descriptors, where it was not found, or what keeps it from being judged. */
  readonly problems: readonly Diagnostic[];
}

/** How a subject is to be judged. */
interface SubjectRequest {
  /** Profile in place of that of aims.yaml. */
  readonly chosen: string | undefined;
  readonly asOf: Day;
  /** Local copies of what the profile imports by address. */
  readonly maps: readonly AddressMapping[] | undefined;
}

/** The subject of an id, with what there is around it. */
interface LookedUp {
  readonly subject?: Subject;
  readonly organization?: OrganizationSubject;
  /** Ids that there are up to it; all of them where it was not found. */
  readonly ids: readonly string[];
  /** What is wrong with descriptors, where it was not found. */
  readonly problems: readonly Diagnostic[];
}

/** Looks a system or the organization up by its id. */
export async function subjectOf(id: string, workspace: Workspace, host: Host): Promise<LookedUp> {
  const reader = new DescriptorReader(workspace, host.read);
  const organization = await reader.organization();
  const ids = organization === undefined ? [] : [organization.descriptor.id];
  let found: Subject | undefined = organization?.descriptor.id === id ? organization : undefined;
  if (found === undefined) {
    for await (const system of reader.systems()) {
      ids.push(system.descriptor.id);
      if (system.descriptor.id !== id) continue;
      found = system;
      break;
    }
  }
  const problems = found === undefined ? reader.diagnostics.filter(({ severity }) => severity === "error") : [];
  return { ids, problems, ...defined({ subject: found, organization }) };
}

/** Looks a system or the organization up by its id, and has the rules judge it. */
export async function subjectTopic(
  id: string,
  workspace: Workspace,
  { chosen, asOf, maps }: SubjectRequest,
  host: Host,
): Promise<FoundSubject> {
  const { subject: found, organization, ids, problems: unread } = await subjectOf(id, workspace, host);
  if (found === undefined) return { ids, problems: unread };
  const { judged, problems } = await judge(found, organization, workspace, { chosen, asOf, maps }, host);
  const { descriptor, source, kind } = found;
  const { name, unit, stage, excluded } = factsOf(found);
  return {
    topic: {
      kind,
      id: descriptor.id,
      file: source.file,
      line: source.line,
      ...defined({ name, unit, stage, excluded, judged }),
    },
    ids,
    problems,
  };
}

function factsOf(subject: Subject): Partial<Record<"name" | "unit" | "stage" | "excluded", string | undefined>> {
  if (subject.kind === "organization") return { name: subject.descriptor.name };
  const { name, unit, lifecycle, scope } = subject.descriptor;
  const excluded = scope?.status === "excluded" ? (scope.reason ?? "no reason is recorded") : undefined;
  return { name, unit, stage: lifecycle?.stage, excluded };
}

/** The verdicts on one subject, and its evidence. A rule about an organization is told about all systems. */
async function judge(
  subject: Subject,
  organization: OrganizationSubject | undefined,
  workspace: Workspace,
  { chosen, asOf, maps }: SubjectRequest,
  host: Host,
): Promise<{ readonly judged?: Judged; readonly problems: readonly Diagnostic[] }> {
  const profileName = chosen ?? (workspace.profile === undefined ? defaultProfile : undefined);
  const profile = await loadAssessedProfile(defined({ profile: profileName, maps }), host.folder, workspace, host.read);
  const policy = await loadPolicy(workspace.ruleFiles, host.read, host.cache);
  if (profile.value === undefined || policy.value === undefined) {
    return { problems: [...profile.problems, ...policy.problems] };
  }
  const { value: whole, problems } = profileScope(
    profile.value.resolved,
    policy.value.policy.rules,
    policy.value.own,
    whyAbsent,
  );
  if (whole === undefined) return { problems };
  const scope = { ...whole, rules: whole.rules.filter(({ rule }) => rule.subject === subject.kind) };
  const nameOf = recordedName(workspace);
  const ledger = new EvidenceLedger(asOf, organization, nameOf);
  const verdicts: Verdict[] = [];
  const evidence: EvidenceEntry[] = [];
  const evaluator = await evaluatorFor({
    policy: policy.value.policy,
    rules: scope.rules.map(({ rule }) => rule),
    parameters: scope.parameters,
    systems: subject.kind === "system" ? [] : workspace.systems,
    timeLimit: RULE_TIMEOUT,
  });
  try {
    await assess({
      ...{ asOf, scope, evaluator, nameOf },
      ...defined({ organization }),
      systems: subject.kind === "system" ? one(subject) : new DescriptorReader(workspace, host.read).systems(),
      onVerdicts: (judged, ofSubject) => {
        if (judged.descriptor.id !== subject.descriptor.id) return;
        verdicts.push(...ofSubject);
        evidence.push(...ledger.add(judged, ofSubject));
      },
    });
  } finally {
    await evaluator.close();
  }
  if (subject.kind === "organization") evidence.push(...ledger.finish());
  const titles = new Map(scope.rules.map(({ rule }) => [rule.id as string, rule.title]));
  const fileOf = (name: string): string => fileAt(join(workspace.root, name));
  const faults = evidenceFaults(subject, asOf);
  return { judged: { profile: profile.value.name, asOf, verdicts, titles, evidence, faults, fileOf }, problems: [] };
}

async function* one(system: SystemSubject): AsyncGenerator<SystemSubject> {
  yield await Promise.resolve(system);
}
