import type { OrganizationSubject, Subject } from "../../inventory/descriptors.js";
import type { RuleOutcome } from "../../policy/evaluator.js";
import { ruleSets, type Rule, type RuleItem, type RuleSet } from "../../policy/rule.js";
import { assuranceAt, reaches } from "./assurance.js";
import { documentPlace } from "./rule-input.js";
import type { Assurance, Finding, FindingKind, FindingSource, Verdict, VerdictState } from "../verdict.js";

/** What holds for all verdicts of one run. */
export interface VerdictContext {
  /** Day of the assessment, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly minimumAssurance: Assurance;
  readonly organization?: OrganizationSubject;
}

const stateOfSet: Readonly<Record<RuleSet, VerdictState>> = {
  violation: "not-satisfied",
  stale: "stale",
  missing: "no-evidence",
  pending: "partial",
  observed: "satisfied",
};

/**
 * The verdict of a rule on a subject: the first of the rule's sets that is not empty decides. A rule that says nothing is in error,
 * since silence must never pass. What is satisfied but supported by less than the profile asks for is no evidence.
 * @param controls control references of the rule that the profile selects
 */
export function ruleVerdict(
  rule: Rule,
  controls: readonly string[],
  outcome: RuleOutcome,
  subject: Subject,
  context: VerdictContext,
): Verdict {
  const base = { subject: subject.descriptor.id, rule: rule.id, controls, severity: rule.severity } as const;
  const fault = (message: string): Verdict => ({
    ...base,
    state: "error",
    findings: [finding("error", { message, at: "" }, subject, context)],
  });
  if (outcome.output === undefined) return fault(outcome.error);
  const output = outcome.output;
  if (output.applicable === false) return { ...base, state: "not-applicable", findings: [] };
  const deciding = ruleSets.find((set) => (output[set]?.length ?? 0) > 0);
  if (deciding === undefined) {
    return fault(`The rule "${rule.id}" applies, but says neither that something is wrong nor what it observed.`);
  }
  const findings = ruleSets.flatMap((set) =>
    [...(output[set] ?? [])].sort(compareItems).map((item) => finding(set, item, subject, context)),
  );
  const observed = output.observed ?? [];
  if (observed.length === 0) return { ...base, state: stateOfSet[deciding], findings };
  const { level, at } = weakest(observed, subject, context);
  if (deciding === "observed" && !reaches(level, context.minimumAssurance)) {
    const message = `The profile asks for ${context.minimumAssurance} evidence; this is ${level} only.`;
    findings.unshift(finding("assurance", { message, at }, subject, context));
    return { ...base, state: "no-evidence", assurance: level, findings };
  }
  return { ...base, state: stateOfSet[deciding], assurance: level, findings };
}

function compareItems(a: RuleItem, b: RuleItem): number {
  return compareText(a.at, b.at) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The weakest support among the observed values: a chain is as strong as that. */
function weakest(
  observed: readonly RuleItem[],
  subject: Subject,
  context: VerdictContext,
): { level: Assurance; at: string } {
  let level: Assurance | undefined;
  let at = "";
  for (const item of [...observed].sort(compareItems)) {
    const place = documentPlace(item.at, subject, context.organization);
    const owner = place.own ? subject : context.organization;
    const support = owner ? assuranceAt(owner, place.pointer, context.asOf) : "declared";
    if (level === undefined || !reaches(support, level)) {
      level = support;
      at = item.at;
    }
  }
  return { level: level ?? "declared", at };
}

function finding(kind: FindingKind, item: RuleItem, subject: Subject, context: VerdictContext): Finding {
  const { document, pointer, own } = documentPlace(item.at, subject, context.organization);
  const position = document.locate(pointer);
  const owner = own ? subject : context.organization;
  const source = owner && sourceOf(owner, pointer);
  return { kind, message: item.message, pointer, file: document.file, ...position, ...(source ? { source } : {}) };
}

/** Where the value, or the nearest entry around it, was imported from. */
function sourceOf({ descriptor }: Subject, pointer: string): FindingSource | undefined {
  const { provenance } = descriptor;
  if (!provenance) return undefined;
  let specific = provenance.fields?.[pointer];
  for (let at = pointer; specific === undefined && at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    specific = provenance.fields?.[at.slice(0, at.lastIndexOf("/"))];
  }
  const { file, record } = { ...provenance.default, ...specific };
  const column = specific?.column;
  if (file === undefined && record === undefined && column === undefined) return undefined;
  return {
    ...(file === undefined ? {} : { file }),
    ...(record === undefined ? {} : { record }),
    ...(column === undefined ? {} : { column }),
  };
}
