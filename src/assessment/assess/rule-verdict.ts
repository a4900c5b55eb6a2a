import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import { byCodeUnit } from "../../foundation/order.js";
import type { OrganizationSubject, Subject } from "../../inventory/descriptors.js";
import type { RuleOutcome } from "../../policy/evaluator.js";
import { ruleSets, type ControlReference, type Rule, type RuleItem, type RuleSet } from "../../policy/rule.js";
import { assuranceAt, evidenceAt, reaches, recordAssurance, recordFaults, recordShortfalls } from "./assurance.js";
import { attestationAt } from "./attestation.js";
import type { SummaryPlaces } from "./summary-places.js";
import { descriptorPlace, type DescriptorPlace } from "./descriptor-place.js";
import type {
  Assurance,
  EvidenceReference,
  Finding,
  FindingKind,
  FindingSource,
  Verdict,
  VerdictState,
} from "../verdict.js";

/** A finding without what a rule says. */
export type FoundPlace = Omit<Finding, "kind" | "message">;

/** Facts that hold for all verdicts of one run. */
export interface VerdictContext {
  /** Day of the assessment. */
  readonly asOf: Day;
  readonly minimumAssurance: Assurance;
  readonly organization?: OrganizationSubject;
  /** Path in the workspace, with "/", of a descriptor's file. */
  readonly nameOf: (file: SourceFile) => string;
  /** For the verdicts on the organization: the places of the summaries of systems in its input. */
  readonly summaries?: SummaryPlaces;
  /** For the verdicts on one subject: what is known of places of its input, at which rules meet again and again. */
  readonly places?: Map<string, FoundPlace>;
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
 * since silence must never pass. A satisfied verdict that is supported by less than the profile asks for is not evidence.
 * @param controls those of the rule that the profile selects
 */
export function ruleVerdict(
  rule: Rule,
  controls: readonly ControlReference[],
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
  if (output.applicable === false) {
    const reasons = output.inapplicable ?? [{ message: ruleConcerns(rule), at: "" }];
    const findings = sorted(reasons).map((item) => finding("inapplicable", item, subject, context));
    return { ...base, state: "not-applicable", findings };
  }
  const deciding = ruleSets.find((set) => (output[set]?.length ?? 0) > 0);
  if (deciding === undefined) {
    return fault(`The rule "${rule.id}" applies, but says neither that something is wrong nor what it observed.`);
  }
  const findings: Finding[] = [];
  for (const set of ruleSets) {
    for (const item of sorted(output[set] ?? [])) findings.push(finding(set, item, subject, context));
  }
  const observed = output.observed ?? [];
  if (observed.length === 0) return { ...base, state: stateOfSet[deciding], findings };
  const { level, at } = weakest(observed, subject, context);
  if (deciding === "observed" && !reaches(level, context.minimumAssurance)) {
    const message = [
      `The profile asks for ${context.minimumAssurance} evidence; this is ${level} only.`,
      ...shortfalls(at, subject, context),
    ].join(" ");
    findings.unshift(finding("assurance", { message, at }, subject, context));
    return { ...base, state: "no-evidence", assurance: level, findings };
  }
  return { ...base, state: stateOfSet[deciding], assurance: level, findings };
}

/** Of each evidence record that a value names, why it is less than the profile asks for. */
function shortfalls(at: string, subject: Subject, context: VerdictContext): string[] {
  const place = descriptorPlace(at, subject, context.organization);
  const { evidence } = place.owner;
  return evidenceAt(place).flatMap((entry) => {
    const { id } = entry.record;
    const faults = recordFaults(entry, evidence, context.asOf);
    if (faults.length > 0) return [`${id} does not count: ${faults.join(", and ")}.`];
    const level = recordAssurance(entry, evidence, context.asOf);
    if (reaches(level, context.minimumAssurance)) return [];
    return [`${id} counts as ${level}: ${recordShortfalls(entry).join(", and ")}.`];
  });
}

/** The reason of a rule that gives none: what its METADATA says of the subjects that it concerns. */
function ruleConcerns({ id, concerns }: Rule): string {
  if (concerns === undefined) return `The rule "${id}" does not apply, and does not say why.`;
  return `The rule "${id}" applies only where this holds: ${concerns}`;
}

/** Items by place and message; most sets hold one. */
function sorted(items: readonly RuleItem[]): readonly RuleItem[] {
  return items.length < 2 ? items : [...items].sort(compareItems);
}

function compareItems(a: RuleItem, b: RuleItem): number {
  return byCodeUnit(a.at, b.at) || byCodeUnit(a.message, b.message);
}

/** The weakest support among the observed values: a chain is as strong as that. */
function weakest(
  observed: readonly RuleItem[],
  subject: Subject,
  context: VerdictContext,
): { level: Assurance; at: string } {
  let level: Assurance | undefined;
  let place = "";
  for (const item of sorted(observed)) {
    const support = assuranceAt(descriptorPlace(item.at, subject, context.organization), context.asOf);
    if (level === undefined || !reaches(support, level)) {
      level = support;
      place = item.at;
    }
  }
  return { level: level ?? "declared", at: place };
}

function finding(kind: FindingKind, { message, at }: RuleItem, subject: Subject, context: VerdictContext): Finding {
  const known = context.places?.get(at);
  if (known !== undefined) return { kind, message, ...known };
  const place = foundPlace(at, subject, context);
  context.places?.set(at, place);
  return { kind, message, ...place };
}

function foundPlace(at: string, subject: Subject, context: VerdictContext): FoundPlace {
  const summary = context.summaries?.at(at);
  if (summary !== undefined) return { ...summary, file: context.nameOf(summary.file) };
  const place = descriptorPlace(at, subject, context.organization);
  const { document, pointer } = place;
  const file = context.nameOf(document.file);
  const position = document.locate(pointer);
  const source = sourceOf(place);
  const attestation = attestationAt(place);
  const evidence = referencesAt(place);
  return {
    pointer,
    file,
    ...position,
    ...(source ? { source } : {}),
    ...(attestation ? { attestation } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
  };
}

/** The evidence records that a value rests on, each once. */
function referencesAt(place: DescriptorPlace): EvidenceReference[] {
  const records = evidenceAt(place);
  if (records.length === 0) return [];
  return [...new Set(records.map(({ record }) => record.id))].map((id) => ({
    descriptor: place.owner.descriptor.id,
    id,
  }));
}

/** Where the value, or the nearest entry around it, was imported from: only descriptors say so. */
function sourceOf({ owner, document, pointer }: DescriptorPlace): FindingSource | undefined {
  if (document !== owner.source) return undefined;
  const { provenance } = owner.descriptor;
  if (!provenance) return undefined;
  const { default: general } = provenance;
  const fields: NonNullable<typeof provenance.fields> = provenance.fields ?? {};
  let specific = fields[pointer];
  for (let inner = pointer; specific === undefined && inner !== "";) {
    inner = inner.slice(0, inner.lastIndexOf("/"));
    specific = fields[inner];
  }
  const file = specific?.file ?? general?.file;
  const record = specific?.record ?? general?.record;
  const column = specific?.column;
  if (file === undefined && record === undefined && column === undefined) return undefined;
  return defined({ file, record, column });
}
