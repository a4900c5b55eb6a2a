import type { Assessment } from "../../../assessment/assessment.js";
import type { RuleSummary } from "../../../assessment/tally.js";
import { addTo } from "../../../foundation/multimap.js";
import { plural } from "../../../foundation/words.js";
import { ruleFault, shippedPath } from "../../../policy/rule-fault.js";
import { pathOf } from "../../output.js";
import { inState, indented, named, plain, type Page } from "./page.js";

/** Reasons of a rule that are shown unless all are wanted. */
const MOST_REASONS = 3;

/** Rules in error, each with the line of its own file where it failed, and why. */
export function* rulesInError({ tally, basis }: Assessment, page: Page): Generator<string> {
  const failed = tally.rules.filter(({ faults }) => faults.length > 0);
  if (failed.length === 0) return;
  yield `\n${page.paint.bold("Rules in error")}\n`;
  for (const { rule, faults } of failed) {
    const most = page.options.details === "all" ? faults.length : MOST_REASONS;
    for (const { message: error, count, subjects } of faults.slice(0, most)) {
      const { file, line, column, message } = ruleFault(rule, error);
      const path = shippedPath(file, basis.policy.hasOwnRules === true) ?? pathOf(file, page.options);
      const where = `${plain(path)}:${String(line)}:${String(column)}`;
      yield `${where} ${inState("error", rule.id, page)}: ${plural(count, "subject")} (${named(subjects, count, tally.subjects)})\n`;
      yield* indented(plain(message), 6, page);
    }
    yield* moreReasons(faults.length - most);
  }
}

/**
 * Why rules do not apply, rules with the same reasons together: of every rule, or, where no details are wanted, of those whose controls
 * apply to no subject at all.
 */
export function* notApplicable({ tally }: Assessment, page: Page): Generator<string> {
  const everywhere = new Set(
    tally.controls.filter(({ state }) => state === "not-applicable").flatMap(({ rules }) => rules),
  );
  const { details = "open" } = page.options;
  const groups = new Map<string, RuleSummary[]>();
  for (const summary of tally.rules) {
    if (summary.inapplicable.length === 0 || (details === "none" && !everywhere.has(summary.rule.id))) continue;
    addTo(groups, JSON.stringify([summary.counts["not-applicable"], summary.inapplicable]), summary);
  }
  if (groups.size === 0) return;
  yield `\n${page.paint.bold("Not applicable, and why")}\n`;
  for (const rules of groups.values()) {
    const [{ inapplicable, counts } = { inapplicable: [], counts: undefined }] = rules;
    const count = counts?.["not-applicable"] ?? 0;
    const all = count === tally.subjects.length ? "every subject" : plural(count, "subject");
    yield* indented(`${rules.map(({ rule }) => rule.id).join(", ")}: ${all}`, 0, page);
    const most = details === "all" ? inapplicable.length : MOST_REASONS;
    for (const reason of inapplicable.slice(0, most)) {
      const subjects = named(reason.subjects, reason.count, tally.subjects);
      yield* indented(`${plural(reason.count, "subject")} (${subjects}): ${plain(reason.message)}`, 6, page);
    }
    yield* moreReasons(inapplicable.length - most);
  }
}

function* moreReasons(more: number): Generator<string> {
  if (more > 0) yield `      ... and ${plural(more, "other reason")}: --details all, or results.json.\n`;
}
