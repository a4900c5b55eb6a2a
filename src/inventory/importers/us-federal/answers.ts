import { answerLists } from "./answer-lists.js";
import type { AnswerColumn, AnswerOf } from "./columns.js";

/** What a cell says, measured against the answers of its column. */
export type Reading<Answer extends string> =
  | { readonly kind: "answer"; readonly answer: Answer }
  /** The text is an answer of these other columns and none of this one. */
  | { readonly kind: "wrong-column"; readonly columns: readonly AnswerColumn[] }
  | { readonly kind: "unreadable" };

/** Words that are answers of many questions, so that they do not tell which column they were meant for. */
const commonWords = new Set(
  [
    "yes",
    "no",
    "true",
    "false",
    "other",
    "none",
    "unknown",
    "in progress",
    "not applicable",
    "n/a",
    "na",
    "waived",
    "wavied",
  ].concat("caio waived", "agency caio has waived this minimum practice and reported such waiver to omb"),
);

/** Longer texts are no answers; they are not searched for one, since a hostile text could make that slow. */
const LONGEST_ANSWER = 1000;

/**
 * A text reduced to its words: case, kinds of blanks, dashes and quotes, a final full stop and answer letters in front ("a) ", also
 * doubled) are gone. Dashes and apostrophes that a change of code page turned into letters count as what they were.
 */
export function normalizeAnswer(text: string): string {
  if (text.length > LONGEST_ANSWER) return text;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\s)ñ(?=\s)/g, "-")
    .replace(/(?<=[a-z])í(?=s\b)/g, "'")
    .replace(/(?<=\))ý/g, " ")
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[-‐‑‒–—―−\s]+/g, " ")
    .replaceAll("&", "and")
    .replace(/^(?:\s*[a-z]\))+/, "")
    .replace(/[\s."]+$/, "")
    .replace(/^[\s"]+/, "");
}

const byColumn = new Map<AnswerColumn, ReadonlyMap<string, string>>();
const byText = new Map<string, AnswerColumn[]>();
for (const column of Object.keys(answerLists) as AnswerColumn[]) {
  const spellings = new Map<string, string>();
  const answers: Readonly<Record<string, readonly string[]>> = answerLists[column];
  for (const [answer, texts] of Object.entries(answers)) {
    for (const text of texts) spellings.set(normalizeAnswer(text), answer);
  }
  byColumn.set(column, spellings);
  for (const text of spellings.keys()) byText.set(text, [...(byText.get(text) ?? []), column]);
}

/** Reads a cell that is not blank. Only texts on the column's list are answers; nothing is guessed from likeness. */
export function readAnswer<Name extends AnswerColumn>(column: Name, text: string): Reading<AnswerOf<Name>> {
  const words = normalizeAnswer(text);
  const answer = byColumn.get(column)?.get(words);
  if (answer !== undefined) return { kind: "answer", answer: answer as AnswerOf<Name> };
  return misplaced(words, column);
}

/** Reads a cell of a column without a list of answers: whether an answer of another column stands in it. */
export function misplacedAnswer(text: string): readonly AnswerColumn[] {
  const reading = misplaced(normalizeAnswer(text));
  return reading.kind === "wrong-column" ? reading.columns : [];
}

function misplaced(
  words: string,
  own?: AnswerColumn,
): { kind: "unreadable" } | { kind: "wrong-column"; columns: AnswerColumn[] } {
  const columns = commonWords.has(words) ? [] : (byText.get(words) ?? []).filter((column) => column !== own);
  return columns.length > 0 ? { kind: "wrong-column", columns } : { kind: "unreadable" };
}
