import type { SelectedRule } from "../../assessment/scope.js";
import type { RuleSummary, SubjectSummary, Tally } from "../../assessment/tally.js";
import { isOpen, openCount, severities, verdictStates, type StateCounts } from "../../assessment/verdict.js";

/** Subjects with open verdicts, worst first: by worst state, then by number of open verdicts, then by id. */
export function worstSubjects(tally: Tally, most: number): SubjectSummary[] {
  return tally.subjects
    .filter((subject) => openCount(subject.counts) > 0)
    .sort(
      (a, b) =>
        verdictStates.indexOf(a.state) - verdictStates.indexOf(b.state) ||
        compareCounts(a.counts, b.counts) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, most);
}

/** State by state from the worst on, more is worse. */
function compareCounts(a: StateCounts, b: StateCounts): number {
  for (const state of verdictStates.filter(isOpen)) if (a[state] !== b[state]) return b[state] - a[state];
  return 0;
}

/** A rule that leaves work to do. */
export interface OpenRule extends SelectedRule {
  readonly summary: RuleSummary;
  readonly open: number;
}

/** Rules with open verdicts in the order in which to take them on: severity, then number of open verdicts, then id. */
export function openRules(rules: readonly SelectedRule[], tally: Tally): OpenRule[] {
  return rules
    .flatMap((selected) => {
      const summary = tally.rules.find((each) => each.rule === selected.rule.id);
      const open = summary ? openCount(summary.counts) : 0;
      return summary && open > 0 ? [{ ...selected, summary, open }] : [];
    })
    .sort(
      (a, b) =>
        severities.indexOf(b.rule.severity) - severities.indexOf(a.rule.severity) ||
        b.open - a.open ||
        (a.rule.id < b.rule.id ? -1 : 1),
    );
}
