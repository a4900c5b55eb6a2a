import type { ControlSummary, RuleSummary } from "../assessment/tally.js";
import {
  isOpen,
  openCount,
  severities,
  verdictStates,
  type Severity,
  type StateCounts,
  type VerdictState,
} from "../assessment/verdict.js";

type ControlReference = ControlSummary["reference"];

/** A state of a verdict that asks somebody to do something, worst first. */
export type OpenState = Exclude<VerdictState, "satisfied" | "not-applicable">;

/** The open states, worst first. */
export const openStates: readonly OpenState[] = verdictStates.filter((state): state is OpenState => isOpen(state));

/**
 * What fails a gate: an open verdict of a rule of a severity or above; a verdict in a state; any open verdict; or nothing but a control
 * without a verdict, which fails a gate whatever else does.
 */
export type FailOn = Severity | OpenState | "open" | "not-assessed";

/** All that can fail a gate: severities, least first, then states, worst first, then what sums them up. */
export const failOnWords: readonly FailOn[] = [...severities, ...openStates, "open", "not-assessed"];

/** The limits that an assessment has to keep. */
export interface Thresholds {
  /** Any of them fails the gate. Nothing is gated where it is left out or empty. */
  readonly failOn?: readonly FailOn[];
  /** Controls that may be without a verdict, by reference, or "all". */
  readonly allowNotAssessed?: readonly (ControlReference | "all")[];
  /** Rules that could not be evaluated are not a fault of the run; their verdicts are open all the same. */
  readonly allowRuleErrors?: boolean;
}

/** The part of an assessment that a gate weighs, in the words of its record. */
export interface Weighed {
  readonly rules: readonly (Pick<RuleSummary, "counts"> & {
    readonly rule: Pick<RuleSummary["rule"], "id" | "severity">;
  })[];
  readonly controls: readonly Pick<ControlSummary, "reference" | "reason">[];
  /** All verdicts by state. */
  readonly counts: StateCounts;
}

/** Why a gate fails. */
export type GateReason =
  /** Rules, in the order of the scope, with verdicts that the threshold does not accept; how many those are. */
  | {
      readonly kind: "open";
      readonly on: Severity | OpenState | "open";
      readonly rules: readonly string[];
      readonly verdicts: number;
    }
  /** Controls of the profile without a verdict. */
  | { readonly kind: "not-assessed"; readonly controls: readonly ControlReference[] }
  /** Every verdict is not-applicable, or there is none: nothing was shown. */
  | { readonly kind: "nothing-applies"; readonly verdicts: number };

/** The verdict of the gate on an assessment. */
export interface GateResult {
  /** The thresholds as they were asked for; none where nothing is gated. */
  readonly failOn: readonly FailOn[];
  /** Whether nothing speaks against it: no reason, and no rule in error that is not allowed. */
  readonly passed: boolean;
  /** Why it fails, in the order of the thresholds; empty where nothing is gated. */
  readonly reasons: readonly GateReason[];
  /** Rules in error; none where they are allowed. */
  readonly inError: readonly string[];
  /** Number of open verdicts, of whatever rule. */
  readonly open: number;
  /** Controls without a verdict, allowed or not, in the order of the profile. */
  readonly notAssessed: readonly ControlReference[];
  /** Those of them that are allowed. */
  readonly allowed: readonly ControlReference[];
  /** Allowances that concern no control without a verdict: misspelt, or no longer needed. */
  readonly unused: readonly string[];
  /** Whether every verdict is not-applicable, or there is none. */
  readonly nothingApplies: boolean;
}

/**
 * Weighs an assessment against thresholds. Controls are weighed, not only rules: a control of the profile without a verdict fails every
 * gate unless it is allowed, and so does an assessment in which nothing applies.
 */
export function gate({ tally }: { readonly tally: Weighed }, thresholds: Thresholds): GateResult {
  const { failOn = [], allowNotAssessed = [], allowRuleErrors = false } = thresholds;
  const notAssessed = tally.controls.filter(({ reason }) => reason !== undefined).map(({ reference }) => reference);
  const allowed = notAssessed.filter((control) => isAllowed(control, allowNotAssessed));
  const verdicts = Object.values(tally.counts).reduce((sum, count) => sum + count, 0);
  const nothingApplies = verdicts === tally.counts["not-applicable"];
  const inError = allowRuleErrors ? [] : idsOf(tally.rules.filter(({ counts }) => counts.error > 0));
  const lacking = notAssessed.filter((control) => !allowed.includes(control));
  const reasons: GateReason[] = [];
  if (failOn.length > 0) {
    for (const on of failOn) if (on !== "not-assessed") reasons.push(...openReason(on, tally.rules));
    if (lacking.length > 0) reasons.push({ kind: "not-assessed", controls: lacking });
    if (nothingApplies) reasons.push({ kind: "nothing-applies", verdicts });
  }
  return {
    failOn,
    passed: reasons.length === 0 && inError.length === 0,
    reasons,
    inError,
    open: openCount(tally.counts),
    notAssessed,
    allowed,
    unused: allowNotAssessed.filter((each) => each !== "all" && !notAssessed.includes(each)),
    nothingApplies,
  };
}

function isAllowed(control: ControlReference, allowance: NonNullable<Thresholds["allowNotAssessed"]>): boolean {
  return allowance.includes("all") || allowance.includes(control);
}

function openReason(on: Severity | OpenState | "open", rules: Weighed["rules"]): GateReason[] {
  const weighed = rules
    .map((summary) => ({ summary, verdicts: countedBy(on, summary) }))
    .filter(({ verdicts }) => verdicts > 0);
  if (weighed.length === 0) return [];
  return [
    {
      kind: "open",
      on,
      rules: idsOf(weighed.map(({ summary }) => summary)),
      verdicts: weighed.reduce((sum, { verdicts }) => sum + verdicts, 0),
    },
  ];
}

/** Number of a rule's verdicts that a threshold does not accept. */
function countedBy(on: Severity | OpenState | "open", { rule, counts }: Weighed["rules"][number]): number {
  if (on === "open") return openCount(counts);
  if (!isSeverity(on)) return counts[on];
  return severities.indexOf(rule.severity) >= severities.indexOf(on) ? openCount(counts) : 0;
}

/** Whether a threshold is a severity and not a state. */
export function isSeverity(on: FailOn): on is Severity {
  return severities.some((severity) => severity === on);
}

function idsOf(rules: Weighed["rules"]): string[] {
  return rules.map(({ rule }) => rule.id);
}
