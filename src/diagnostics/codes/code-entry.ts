import type { Case, DiagnosticPlace, DiagnosticSeverity } from "../case.js";

/** The documentation of a code. */
export interface CodeDoc {
  /** The code in a few words, as a heading. */
  readonly title: string;
  /** The meaning of the code, and why it matters. */
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
  /** Words one case from its facts. */
  readonly says: (told: Told) => CaseWords;
}

/** The words for one case. */
export interface CaseWords extends Pick<Case, "message" | "fix" | "value" | "allowed" | "suggestion" | "mentions"> {
  readonly severity?: DiagnosticSeverity;
}

/** Codes of one area, each with its entry. `Told` gives, by code, the facts for its diagnostics. */
export type CodeEntries<Told> = { readonly [Code in keyof Told]: CodeEntry<Told[Code]> };

/** Makes the diagnostics of one area: the code, its place, and the facts for its words, where they need any. */
export type ProblemMaker<Told> = <Code extends keyof Told & string>(
  code: Code,
  place: DiagnosticPlace | undefined,
  ...told: undefined extends Told[Code] ? [told?: Told[Code]] : [told: Told[Code]]
) => Case & { readonly code: Code };

/** The function that makes the diagnostics of an area from its entries. */
export function problemsOf<Told>(entries: CodeEntries<Told>): ProblemMaker<Told> {
  return (code, place, ...[told]) => {
    const { severity: usual = "error", says } = entries[code] as CodeEntry<unknown>;
    const { message, severity = usual, ...more } = says(told);
    return { code, severity, message, ...place, ...more };
  };
}

/** Words that the finder of the problem brings along. */
export function asTold(words: CaseWords): CaseWords {
  return words;
}

/** Codes with their documentation. */
export type PlainEntries = Readonly<Record<string, CodeDoc>>;
