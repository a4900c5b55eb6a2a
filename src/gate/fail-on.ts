import type { SelectedRule } from "../assessment/scope.js";
import type { Tally } from "../assessment/tally.js";
import { openCount, severities, type Severity } from "../assessment/verdict.js";

/** Ids of the rules of at least this severity that have an open verdict on some subject, in the order of the rules. */
export function openAtOrAbove(severity: Severity, rules: readonly SelectedRule[], tally: Tally): string[] {
  const least = severities.indexOf(severity);
  const open = new Set(tally.rules.filter((summary) => openCount(summary.counts) > 0).map((summary) => summary.rule));
  return rules
    .map(({ rule }) => rule)
    .filter((rule) => severities.indexOf(rule.severity) >= least && open.has(rule.id))
    .map((rule) => rule.id);
}
