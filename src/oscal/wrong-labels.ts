import { plainFramework, plainNumber, significantWords, wordsOf } from "./wrong-labels/words.js";

/** What is widely said of frameworks and is not so: catalog/reference/wrong-labels.json as it is read. */
export interface WrongLabelData {
  readonly labels: readonly {
    readonly framework: string;
    /** As the framework prints it, such as `A.9.2`. */
    readonly id: string;
    readonly label: string;
    readonly seen: readonly string[];
  }[];
  readonly absent: readonly {
    readonly framework: string;
    /** One that ends with `.*` stands for everything below it. */
    readonly ids: readonly string[];
    readonly why: string;
    readonly seen: readonly string[];
  }[];
  readonly statements: readonly {
    readonly kind: StatementKind;
    /** Each is a text all of whose words somebody has to use. */
    readonly asked: readonly string[];
    readonly claim: string;
    readonly right: string;
    readonly seen: readonly string[];
  }[];
}

/** `false` was never so, `outdated` was so or was proposed once, a `trap` is easily misread. */
export type StatementKind = "false" | "outdated" | "trap";

/** A control under a title that is not its own. */
export interface WrongLabel {
  readonly kind: "label";
  /** With its framework, as in `iso42001:A.9.2`. */
  readonly control: string;
  /** The wrong title, as it is widely seen. */
  readonly label: string;
  /** The right one, of the catalog. */
  readonly title: string;
  readonly seen: readonly string[];
}

/** An id that no control of its framework has. */
export interface AbsentControl {
  readonly kind: "absent";
  readonly control: string;
  /** A sentence. */
  readonly why: string;
  readonly seen: readonly string[];
}

/** Something that is said of a whole framework. */
export interface WrongStatement {
  readonly kind: "statement";
  readonly of: StatementKind;
  readonly claim: string;
  /** What is so, in a sentence or two. */
  readonly right: string;
  readonly seen: readonly string[];
}

export type WidespreadError = WrongLabel | AbsentControl | WrongStatement;

/** A control of another framework that has the label in question. */
export interface Namesake {
  readonly reference: string;
  readonly title: string;
}

/** Something that is widely said and wrong, and what a bare label may mean instead. */
export interface KnownError {
  readonly error: WidespreadError;
  readonly namesakes: readonly Namesake[];
}

/** The framework of a reference that names none: the numbers of others are not in the list. */
const usualFramework = "iso42001";

/**
 * Finds what is widely said and wrong. Nothing here is a guess: it speaks up only for a title near to one of the list that shares no word
 * with the right title, and for ids of the list.
 */
export class WrongLabels {
  readonly #data: WrongLabelData;
  readonly #titleOf: (reference: string) => string | undefined;

  /** @param titleOf the title that a catalog gives a control, by its reference */
  constructor(data: WrongLabelData, titleOf: (reference: string) => string | undefined) {
    this.#data = data;
    this.#titleOf = titleOf;
  }

  /**
   * Whether a control is called by a title that is widely given to it, and wrong.
   * @param framework as in a reference (`iso42001`) or as people write it (`ISO/IEC 42001:2023`)
   * @param id a label or id of the control, with or without what belongs around it: `A.9.2`, `a.9.2`, `cl.7.4`, `7.4`, `a.9.2_smt`
   */
  labelled(framework: string, id: string, title: string): WrongLabel | undefined {
    const [wanted, number] = [plainFramework(framework), plainNumber(id)];
    for (const { framework: of, id: label, label: wrong, seen } of this.#data.labels) {
      if (of !== wanted || plainNumber(label) !== number || !isNear(title, wrong)) continue;
      const control = `${of}:${label}`;
      const right = this.#titleOf(control);
      if (right === undefined || sharesWord(title, right, wrong)) continue;
      return { kind: "label", control, label: wrong, title: right, seen };
    }
    return undefined;
  }

  /** Whether an id is widely used and no control has it. */
  absent(framework: string, id: string): AbsentControl | undefined {
    const [wanted, number] = [plainFramework(framework), plainNumber(id)];
    const found = this.#data.absent.find(
      (each) => each.framework === wanted && each.ids.some((of) => isIdOf(number, plainNumber(of))),
    );
    if (found === undefined) return undefined;
    const label = number.replace(/^[a-z]/, (letter) => letter.toUpperCase());
    return { kind: "absent", control: `${wanted}:${label}`, why: found.why, seen: found.seen };
  }

  /** The false statement that somebody asks about, by its words. */
  stated(text: string): WrongStatement | undefined {
    const said = new Set(wordsOf(text));
    const found = this.#data.statements.find(({ asked }) =>
      asked.some((phrase) => wordsOf(phrase).every((word) => said.has(word))),
    );
    if (found === undefined) return undefined;
    const { kind: of, claim, right, seen } = found;
    return { kind: "statement", of, claim, right, seen };
  }

  /** All of these for what somebody asks about: `7.4 model evaluation`, `iso42001:A.11`, `22 controls`. */
  among(text: string): WidespreadError | undefined {
    const parts =
      /^\s*(?:([\w-]+):)?\s*((?:(?:annex|cl|clause|control)\b[\s.]*)?(?:a[.\s]*\d|\d+\.)[\d.]*)(.*)$/is.exec(text);
    if (parts === null) return this.stated(text);
    const [, framework = usualFramework, id = "", title = ""] = parts;
    return this.labelled(framework, id, title) ?? this.absent(framework, id) ?? this.stated(text);
  }
}

/** Why there is no such control, in sentences. */
export function absentWords({ why, seen }: AbsentControl): string {
  return `${why} The id is widely seen all the same (${seen.join(", ")}).`;
}

function isIdOf(number: string, listed: string): boolean {
  return listed.endsWith(".*") ? number.startsWith(listed.slice(0, -1)) : number === listed;
}

/** Whether a title has all words of a wrong one and not more others than that has, or most of its words and no other. */
function isNear(title: string, wrong: string): boolean {
  const [said, listed] = [significantWords(title), significantWords(wrong)];
  const common = said.filter((word) => listed.some((other) => isAlike(word, other))).length;
  const reached = listed.filter((word) => said.some((other) => isAlike(word, other))).length;
  if (common === 0) return false;
  if (reached === listed.length) return said.length - common <= listed.length;
  return common === said.length && reached > listed.length / 2;
}

/** Whether a title shares a word with the right one that the wrong one does not have: then it is rather a paraphrase of that. */
function sharesWord(title: string, right: string, wrong: string): boolean {
  const listed = significantWords(wrong);
  const own = significantWords(right).filter((word) => !listed.some((other) => isAlike(word, other)));
  return significantWords(title).some((word) => own.some((other) => isAlike(word, other)));
}

/** The share of the longer word that two forms of one word begin with: `evaluate` and `evaluation`, but not `communication` and `community`. */
const commonBeginning = 0.6;

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const longer = Math.max(one.length, other.length);
  let common = 0;
  while (common < longer && one[common] === other[common]) common += 1;
  return common >= 5 && common >= longer * commonBeginning;
}
