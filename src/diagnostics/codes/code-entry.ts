import type { Case, DiagnosticPlace, DiagnosticSeverity } from "../case.js";

/** What the documentation says about a code. */
export interface CodeDoc {
  /** The code in a few words, as a heading. */
  readonly title: string;
  /** What it means, and why it matters. */
  readonly meaning: string;
  /** How to correct it. */
  readonly fix: string;
  /** A wrong piece and a right one, or the like, in the format of the file. */
  readonly example?: string;
}

/** A code with its documentation, and how its diagnostics are worded. */
export interface CodeEntry<Told = never> extends CodeDoc {
  /** An error unless given; the words for a case can say otherwise. */
  readonly severity?: DiagnosticSeverity;
  /** Words one case, from what is told about it. */
  readonly says: (told: Told) => CaseWords;
}

/** What is said about one case. */
export interface CaseWords extends Pick<Case, "message" | "fix" | "value" | "allowed" | "suggestion" | "mentions"> {
  readonly severity?: DiagnosticSeverity;
}

/** Codes of one area, each with its entry. `Told` gives, by code, what its diagnostics are made from. */
export type CodeEntries<Told> = { readonly [Code in keyof Told]: CodeEntry<Told[Code]> };

/** Makes the diagnostics of one area: the code, where it is, and what its words are made from, where they are made from anything. */
export type ProblemMaker<Told> = <Code extends keyof Told & string>(
  code: Code,
  place: DiagnosticPlace | undefined,
  ...told: Told[Code] extends undefined ? [] : [told: Told[Code]]
) => Case & { readonly code: Code };

/** The function that makes the diagnostics of an area from its entries. */
export function problemsOf<Told>(entries: CodeEntries<Told>): ProblemMaker<Told> {
  return (code, place, ...[told]) => {
    const { severity: usual = "error", says } = entries[code] as CodeEntry<unknown>;
    const { message, severity = usual, ...more } = says(told);
    return { code, severity, message, ...place, ...more };
  };
}

/** Words that whoever found the problem brings along. */
export function asTold(words: CaseWords): CaseWords {
  return words;
}

/** Codes with what the documentation says about them. */
export type PlainEntries = Readonly<Record<string, CodeDoc>>;
