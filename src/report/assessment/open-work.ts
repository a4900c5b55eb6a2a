import type { RuleSummary, SubjectSummary, Tally } from "../../assessment/tally.js";
import { isOpen, openCount, severities, verdictStates, type StateCounts } from "../../assessment/verdict.js";
import { byCodeUnit } from "../../foundation/order.js";

/** Subjects with open verdicts, worst first: by worst state, then by number of open verdicts, then by id. */
export function worstSubjects(tally: Tally, most: number): SubjectSummary[] {
  return tally.subjects
    .filter((subject) => openCount(subject.counts) > 0)
    .sort(
      (a, b) =>
        verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
        compareCounts(a.counts, b.counts) ||
        byCodeUnit(a.id, b.id),
    )
    .slice(0, most);
}

/** State by state from the worst on, more is worse. */
function compareCounts(a: StateCounts, b: StateCounts): number {
  for (const state of verdictStates.filter(isOpen)) if (a[state] !== b[state]) return b[state] - a[state];
  return 0;
}

/** A rule that leaves work to do. */
export interface OpenRule extends RuleSummary {
  /** Number of its open verdicts. */
  readonly open: number;
}

/** Rules with open verdicts in the order in which to take them on: severity, then number of open verdicts, then id. */
export function openRules(tally: Tally): OpenRule[] {
  return tally.rules
    .map((summary) => ({ ...summary, open: openCount(summary.counts) }))
    .filter(({ open }) => open > 0)
    .sort(
      (a, b) =>
        severities.indexOf(b.rule.severity) - severities.indexOf(a.rule.severity) ||
        b.open - a.open ||
        byCodeUnit(a.rule.id, b.rule.id),
    );
}
