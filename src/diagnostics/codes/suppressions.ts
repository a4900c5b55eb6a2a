import { didYouMean } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about suppressions; `code` is the code that a suppression accepts. */
export interface SuppressionTold {
  readonly "suppression-expired": {
    readonly code: string;
    readonly expires: string;
    readonly owner: string;
    readonly reason: string;
  };
  /** The pattern. */
  readonly "suppression-pattern": string;
  /** Why it had nothing to do, as the sentence goes on behind the code. */
  readonly "suppression-unused": { readonly code: string; readonly why: string };
  readonly "unknown-code": { readonly code: string; readonly guess: string | undefined };
}

/** Suppressions: problems that somebody has accepted. */
export const suppressionCodes: CodeEntries<SuppressionTold> = {
  "suppression-expired": {
    title: "A suppression that has expired",
    meaning: "The day until which a problem was accepted is over; the problem is shown again.",
    fix: "Correct the problem, or have its owner decide again and write a new day.",
    says: ({ code, expires, owner, reason }) => ({
      message: `The suppression of "${code}" held until ${expires}, and its problem is still there. Owner: ${owner}. Reason: ${reason}`,
      fix: "Correct the problem, or have its owner decide again and write a new day.",
    }),
  },
  "suppression-pattern": {
    title: "A suppression with a malformed pattern",
    meaning: "The file of a suppression has a bracket that is not closed. Patterns know *, ? and **, and no brackets.",
    fix: "Write the path of the file, or a pattern of *, ? and **.",
    example: "file: vendor/**/*.json",
    says: (file) => ({
      message: `"${file}" is a malformed pattern: a bracket is not closed.`,
      fix: "Write the path of the file, or a pattern of *, ? and **.",
    }),
  },
  "suppression-unused": {
    title: "A suppression without a problem",
    meaning:
      "The suppression fits no problem of the files that were checked, or names a file that does not exist: the problem is corrected, or the entry has a slip.",
    fix: "Remove the entry, or correct its code, file or pointer.",
    severity: "warning",
    says: ({ code, why }) => ({
      message: `The suppression of "${code}" ${why}.`,
      fix: "Remove it, or correct its code, file or pointer.",
    }),
  },
  "unknown-code": {
    title: "A suppression of an unknown code",
    meaning: "A suppression names neither a code of a diagnostic nor the id of a constraint, so it can never hold.",
    fix: "Copy the code from the diagnostic; aims explain lists all codes.",
    says: ({ code, guess }) => ({
      message: `"${code}" is neither a code of a diagnostic nor the id of a constraint.`,
      fix: didYouMean(guess, "Copy the code from the diagnostic; aims explain lists them."),
    }),
  },
};

/** Makes the diagnostics about suppressions. */
export const problem: ProblemMaker<SuppressionTold> = problemsOf(suppressionCodes);
