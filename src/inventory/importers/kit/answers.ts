import { words } from "./text.js";

/** One answer of a closed list: what it says in a descriptor, and how it is spelled. */
export interface Answer<Value> {
  readonly says: Value;
  readonly spelled: readonly string[];
}

/**
 * The answers that a field takes. Spellings are compared by their words: case, kind of dash and quote, blanks and the letter in front
 * ("a) ") do not count. Nothing is guessed from likeness.
 */
export class AnswerList<Value> {
  /** Every answer with its spellings, as they were given. */
  readonly answers: readonly Answer<Value>[];
  readonly #byWords = new Map<string, Value>();

  /** @throws Error when two answers share a spelling */
  constructor(answers: readonly Answer<Value>[]) {
    this.answers = answers;
    for (const { says, spelled } of answers) {
      for (const spelling of spelled) {
        const said = words(spelling);
        if (this.#byWords.has(said) && this.#byWords.get(said) !== says)
          throw new Error(`"${spelling}" is a spelling of two answers.`);
        this.#byWords.set(said, says);
      }
    }
  }

  /** The meaning of the words (of `words`), or undefined where they are not an answer. */
  read(said: string): Value | undefined {
    return this.#byWords.get(said);
  }

  /** The words of every spelling. */
  words(): Iterable<string> {
    return this.#byWords.keys();
  }
}

/** A list whose answers say their own names, by their spellings. */
export function namedAnswers(spellings: Readonly<Record<string, readonly string[]>>): AnswerList<string> {
  return new AnswerList(Object.entries(spellings).map(([says, spelled]) => ({ says, spelled })));
}

/** Words that are answers of many questions, so that they do not tell which field they were meant for. */
const commonWords = [
  ...["yes", "no", "true", "false", "other", "none", "unknown", "in progress"],
  ...["not applicable", "n/a", "na"],
];

/** The questions of one form that have closed answers: finds out which field an answer in the wrong place was meant for. */
export class AnswerForm {
  readonly #common: ReadonlySet<string>;
  readonly #fields = new Map<string, string[]>();

  /**
   * @param questions fields with their lists, in the order in which messages name them
   * @param common spellings that are answers of many questions, beside yes, no and the like
   */
  constructor(
    questions: Iterable<readonly [field: string, list: AnswerList<unknown>]>,
    common: readonly string[] = [],
  ) {
    this.#common = new Set([...commonWords, ...common.map((spelling) => words(spelling))]);
    for (const [field, list] of questions) {
      for (const said of list.words()) this.#fields.set(said, [...(this.#fields.get(said) ?? []), field]);
    }
  }

  /** The fields, other than the one they stand in, that the words (of `words`) are an answer of. */
  owners(said: string, own?: string): readonly string[] {
    return this.#common.has(said) ? [] : (this.#fields.get(said) ?? []).filter((field) => field !== own);
  }
}
