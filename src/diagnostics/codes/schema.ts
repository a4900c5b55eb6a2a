import { asTold, problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about values that break a schema. */
export interface SchemaTold {
  /** The subject begins a sentence. */
  readonly "blank-text": { readonly subject: string; readonly value: string };
  readonly "missing-property": CaseWords;
  /** The text as a message carries it, what it was written for, the dates that may be meant, and why a day does not exist. */
  readonly "not-a-date": {
    readonly shown: string;
    readonly place: string;
    readonly guesses?: readonly string[];
    readonly why?: string | undefined;
  } & CarriedValue;
  /** The predicate after the subject: how the value breaks the schema. */
  readonly "schema-violation": { readonly subject: string; readonly broken: string } & CarriedValue;
  readonly "unknown-property": CaseWords;
  readonly "value-not-allowed": CaseWords;
  readonly "wrong-form": CaseWords;
  /** The key as a message carries it, the object that has it, and the regular expression of its keys. */
  readonly "wrong-key": { readonly key: string; readonly place: string; readonly pattern: string };
  readonly "wrong-type": CaseWords;
}

/** The value itself, where it is a text, number, boolean or null. */
type CarriedValue = Pick<CaseWords, "value">;

/** Values that break a schema. The words that OSCAL documents share with descriptors are made in src/source/schema-words.ts. */
export const schemaCodes: CodeEntries<SchemaTold> = {
  "blank-text": {
    title: "An empty text",
    meaning:
      "The property is there and its text is empty, so it is unclear whether there is nothing to say or nobody said it.",
    fix: "Write something, or leave the property out: a blank means that nobody recorded anything.",
    says: ({ subject, value }) => ({
      message: `${subject} is an empty text.`,
      fix: "Write something, or leave the key out: a blank means that nobody recorded anything.",
      value,
    }),
  },
  "missing-property": {
    title: "A property that is missing or blank",
    meaning: "The descriptor cannot be used without this property.",
    fix: "Add the property.",
    says: asTold,
  },
  "not-a-date": {
    title: "Not a date",
    meaning: "The text is not a day, month or year that exists.",
    fix: "Write YYYY-MM-DD, YYYY-MM or YYYY, with the precision that is known.",
    example: "2026-02-28, 2026-02 or 2026",
    says: ({ shown, place, guesses = [], why, ...value }) => ({
      message: `${shown} is not a date for ${place}${why === undefined ? "" : `: ${why}`}.`,
      fix: `${guesses.length === 0 ? "" : `Did you mean ${guesses.map((guess) => `"${guess}"`).join(" or ")}? `}Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.`,
      ...value,
      ...(guesses.length === 1 ? { suggestion: String(guesses[0]) } : {}),
    }),
  },
  "schema-violation": {
    title: "A value that breaks the schema",
    meaning: "The value breaks a rule of the schema, such as a smallest number.",
    fix: "Correct the value as the message says.",
    says: ({ subject, broken, ...value }) => ({ message: `${subject} ${broken}.`, ...value }),
  },
  "unknown-property": {
    title: "An unknown property",
    meaning:
      "The schema does not know the property here, so nothing would read it: usually a slip of the pen, or a wrong level.",
    fix: "Correct its name, or move it to where it belongs.",
    says: asTold,
  },
  "value-not-allowed": {
    title: "A value outside the list",
    meaning: "The property takes one of a few values, and this is not one of them.",
    fix: "Write one of the values that the message lists.",
    says: asTold,
  },
  "wrong-form": {
    title: "A text of the wrong form",
    meaning: "The text does not have the form that its property needs, such as that of an id.",
    fix: "Write it in the form that the message names.",
    says: asTold,
  },
  "wrong-key": {
    title: "A key of the wrong form",
    meaning: "The keys of this object are free, but have a form of their own.",
    fix: "Write the key in the form that the message names.",
    says: ({ key, place, pattern }) => ({
      message: `${key} cannot be a key of ${place}.`,
      fix: `Write a key of the form ${pattern}.`,
    }),
  },
  "wrong-type": {
    title: "A value of the wrong type",
    meaning:
      "The value is of another type than its property needs: a number for a text, or one entry where a list is needed.",
    fix: "Write the type that the message names; a number that is a text goes in quotes.",
    example: 'version: 1.10  ->  version: "1.10"',
    says: asTold,
  },
};

/** Makes the diagnostics about values that break a schema. */
export const problem: ProblemMaker<SchemaTold> = problemsOf(schemaCodes);
