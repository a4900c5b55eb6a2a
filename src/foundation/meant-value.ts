import { nearest } from "./nearest.js";

/**
 * Words that mean yes or no, whatever they look like: YAML 1.1 and older tools write an answer as `on`, `Y` or `true`. For each, the words of
 * closed lists that say the same, the best first.
 */
const affirmations: Readonly<Record<string, readonly string[]>> = sameFor(
  ["yes", "y", "true", "on", "1"],
  ["yes", "true", "done", "enabled", "active", "in"],
);
const refusals: Readonly<Record<string, readonly string[]>> = sameFor(
  ["no", "n", "false", "off", "0"],
  ["no", "false", "not-done", "disabled", "inactive", "none", "excluded"],
);

/** Words for the same thing. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  ...affirmations,
  ...refusals,
  ...sameFor(["complete", "completed", "finished"], ["done"]),
  ...sameFor(["incomplete", "not-started", "open", "todo", "to-do", "undone", "missing"], ["not-done"]),
  ...sameFor(["ongoing", "started", "partial", "partially", "wip", "under-way", "underway"], ["in-progress"]),
  ...sameFor(["na", "n/a", "not-needed", "not-required"], ["not-applicable"]),
  ...sameFor(["?", "tbd", "unclear", "undetermined", "not-known"], ["unknown"]),
  ...sameFor(["medium", "moderate"], ["medium", "moderate"]),
  ...sameFor(["included", "include", "in-scope"], ["in", "included"]),
  ...sameFor(["out", "exclude", "out-of-scope"], ["excluded"]),
  ...sameFor(["live", "production", "in-production", "operational", "in-use"], ["deployed"]),
  ...sameFor(["decommissioned", "discontinued"], ["retired"]),
  ...sameFor(["in-development"], ["development"]),
};

/**
 * The value of a closed list that was probably meant: the same word in other letters, a word for the same thing, or a slip of the pen. A
 * guess never turns the meaning round: `on` is not `no`, and `unapproved` is not `approved`.
 */
export function meantValue(value: unknown, allowed: readonly string[]): string | undefined {
  if (typeof value !== "string" && typeof value !== "boolean" && typeof value !== "number") return undefined;
  const word = plain(String(value));
  const same = allowed.find((each) => plain(each) === word);
  if (same !== undefined) return same;
  if (Object.hasOwn(synonyms, word)) return synonyms[word]?.find((each) => allowed.includes(each));
  if (typeof value !== "string") return undefined;
  return nearest(
    value,
    allowed.filter((each) => !negates(word, plain(each)) && !negates(plain(each), word)),
  );
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** Whether the first word is the second with a negation before it; a slip of the pen in the rest does not change that. */
function negates(word: string, other: string): boolean {
  const negation = /^(?:not-?|no-|non-?|un|in|im|dis|ex)(?=.{2})/.exec(word)?.[0];
  // Both may have it: "unkown" and "unknown".
  if (negation === undefined || other.startsWith(negation)) return false;
  const rest = word.slice(negation.length);
  return rest === other || nearest(rest, [other]) !== undefined || nearest(other, [rest]) !== undefined;
}

function sameFor(words: readonly string[], meanings: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(words.map((word) => [word, meanings]));
}
