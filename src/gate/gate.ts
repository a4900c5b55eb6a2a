import type { Assessment } from "../assessment/assessment.js";
import type { RuleSummary } from "../assessment/tally.js";
import { openCount, severities, type Severity } from "../assessment/verdict.js";

/** The limits that an assessment has to keep. */
export interface Thresholds {
  /** No rule of this severity or above may have an open verdict; any may where it is left out. */
  readonly failOn?: Severity;
  /** Rules that could not be evaluated are not a fault of the run. */
  readonly allowRuleErrors?: boolean;
}

/** The verdict of the gate on an assessment. */
export interface GateResult {
  readonly passed: boolean;
  /** Rules at or above the threshold with an open verdict on some subject, in the order of the scope. */
  readonly openRules: readonly RuleSummary[];
  /** Number of verdicts in error; 0 where they are allowed. */
  readonly errors: number;
}

/** Weighs an assessment against thresholds. A verdict that is open counts from the threshold's severity up. */
export function gate({ tally }: Pick<Assessment, "tally">, { failOn, allowRuleErrors }: Thresholds): GateResult {
  const errors = allowRuleErrors === true ? 0 : tally.counts.error;
  const least = failOn === undefined ? Infinity : severities.indexOf(failOn);
  const openRules = tally.rules.filter(
    ({ rule, counts }) => severities.indexOf(rule.severity) >= least && openCount(counts) > 0,
  );
  return { passed: errors === 0 && openRules.length === 0, openRules, errors };
}
