// @ts-check
// The page about aims and the judges: verdicts on the unbroken documents, on the mutants by class, and why they differ.
import { NO_ANSWER } from "./verdicts.mjs";

/**
 * @typedef {import("./mutants.mjs").Mutant} Mutant
 * @typedef {import("./verdicts.mjs").Verdict} Verdict
 *
 * @typedef {"error" | "warning" | "nothing" | "no answer" | "not asked"} Word what a judge says of a change
 *
 * @typedef {object} Judged
 * @property {Mutant} mutant
 * @property {Word} aims
 * @property {Word} schema
 * @property {Word} liboscal
 *
 * @typedef {object} Difference
 * @property {"schema" | "liboscal"} judge
 * @property {RegExp} class
 * @property {RegExp} [what]
 * @property {RegExp} [original]
 * @property {Word} aims
 * @property {Word} says
 * @property {string} reason
 */

export const JUDGE_NAMES = { schema: "NIST's schema", liboscal: "liboscal" };

/** What a change adds to what the judge says of the unbroken document. @param {Verdict | undefined} before @param {Verdict | undefined} after @returns {Word} */
export function word(before, after) {
  if (after === undefined) return "not asked";
  if (after.warnings.includes(NO_ANSWER)) return "no answer";
  if (more(before?.errors ?? [], after.errors)) return "error";
  return more(before?.warnings ?? [], after.warnings) ? "warning" : "nothing";
}

/** Whether there is something in the second list that is not as often in the first. @param {string[]} before @param {string[]} after */
function more(before, after) {
  const left = new Map();
  for (const each of before) left.set(each, (left.get(each) ?? 0) + 1);
  return after.some((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count === 0;
  });
}

/** @param {Word} said how much it weighs */
export const weight = (said) => ["not asked", "no answer", "nothing", "warning", "error"].indexOf(said);

/** @param {Judged} judged @param {"schema" | "liboscal"} judge @param {Difference} difference */
export function explains({ mutant, ...said }, judge, difference) {
  return (
    difference.judge === judge &&
    difference.aims === said.aims &&
    difference.says === said[judge] &&
    difference.class.test(mutant.class) &&
    (difference.what?.test(mutant.what) ?? true) &&
    (difference.original?.test(mutant.original) ?? true)
  );
}

/** How often each word is said, the heaviest first. @param {Word[]} words */
export function tally(words) {
  const order = /** @type {Word[]} */ (["error", "warning", "nothing", "no answer", "not asked"]);
  return order
    .map((each) => [words.filter((said) => said === each).length, each])
    .filter(([count]) => count !== 0)
    .map(([count, each]) => (each === "error" ? String(count) : `${String(count)} ${String(each)}`))
    .join(", ");
}

/** A table of Markdown. @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
