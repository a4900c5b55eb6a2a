// The page about aims and the judges: verdicts on the unbroken documents, on the mutants by class, and why they differ.
import type { Verdict } from "./verdicts.js";
import type { Mutant } from "./mutants.js";

/** The verdict of a judge on a change. */
export type Word = "error" | "warning" | "nothing" | "not asked";
export interface Judged {
  mutant: Mutant;
  aims: Word;
  schema: Word;
  liboscal: Word;
  /** aims reports nothing for the document alone, and finds the mistake when it reads the imported documents too. */
  followed: boolean;
}
export interface Difference {
  judge: "schema" | "liboscal";
  class: RegExp;
  what?: RegExp;
  original?: RegExp;
  aims: Word;
  says: Word;
  reason: string;
}

export const JUDGE_NAMES = { schema: "NIST's schema", liboscal: "liboscal" };

/** The verdict on a change: what it adds to the judge's findings in the unbroken document. */
export function word(before: Verdict | undefined, after: Verdict | undefined): Word {
  if (after === undefined) return "not asked";
  if (more(before?.errors ?? [], after.errors)) return "error";
  return more(before?.warnings ?? [], after.warnings) ? "warning" : "nothing";
}

/** Whether there is something in the second list that is not as often in the first. */
function more(before: string[], after: string[]): boolean {
  const left = new Map<string, number>();
  for (const each of before) left.set(each, (left.get(each) ?? 0) + 1);
  return after.some((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count === 0;
  });
}

/** How much a verdict weighs. */
export const weight = (said: Word): number => ["not asked", "nothing", "warning", "error"].indexOf(said);

export function explains({ mutant, ...said }: Judged, judge: "schema" | "liboscal", difference: Difference): boolean {
  return (
    difference.judge === judge &&
    difference.aims === said.aims &&
    difference.says === said[judge] &&
    difference.class.test(mutant.class) &&
    (difference.what?.test(mutant.what) ?? true) &&
    (difference.original?.test(mutant.original) ?? true)
  );
}

/** How often each verdict occurs, the heaviest first. */
export function tally(words: Word[]): string {
  const order: readonly Word[] = ["error", "warning", "nothing", "not asked"];
  return order
    .map((each) => ({ each, count: words.filter((said) => said === each).length }))
    .filter(({ count }) => count !== 0)
    .map(({ each, count }) => (each === "error" ? String(count) : `${String(count)} ${each}`))
    .join(", ");
}

/** A table of Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
