import { didYouMean } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";
import { errorCode, unreadableWords } from "./files.js";

/** The facts for the diagnostics about evidence records. */
export interface EvidenceTold {
  /** Id of the record. */
  readonly "duplicate-evidence": string;
  readonly "evidence-changed": { readonly path: string; readonly sha256: string };
  readonly "evidence-missing": {
    readonly path: string;
    readonly error: unknown;
    /** The path of the file that was probably meant. */
    readonly instead: string | undefined;
  };
  /** Id of the record, and the digest of its file. */
  readonly "evidence-unhashed": { readonly id: string; readonly sha256: string };
  /** Id of the record. */
  readonly "supersedes-itself": string;
  readonly "unknown-evidence": { readonly id: string; readonly guess: string | undefined };
}

/** Evidence records and the files behind them. */
export const evidenceCodes: CodeEntries<EvidenceTold> = {
  "duplicate-evidence": {
    title: "A repeated evidence id",
    meaning: "Two records of a descriptor have one id, so a reference to it is ambiguous.",
    fix: "Give each record an id of its own.",
    says: (id) => ({
      message: `The evidence id "${id}" stands twice in this descriptor.`,
      fix: "Give each record an id of its own.",
    }),
  },
  "evidence-changed": {
    title: "An evidence file that has changed",
    meaning: "The file does not have the SHA-256 that the record names: it was changed after it was recorded.",
    fix: "Check the file, and record its new hash if the change is right.",
    severity: "warning",
    says: ({ path, sha256 }) => ({
      message: `The file "${path}" is not the one that was recorded: its SHA-256 is ${sha256}.`,
      fix: "Have the changed file reviewed and record its SHA-256, or restore the file.",
    }),
  },
  "evidence-missing": {
    title: "An evidence file that is not there",
    meaning: "The record names a file that does not exist, so nobody can look at the evidence.",
    fix: "Correct the path, which is relative to the descriptor, or add the file.",
    severity: "warning",
    says: ({ path, error, instead }) => ({
      message: `The evidence file "${path}" cannot be read. ${unreadableWords({ what: "file", error }).message}`,
      fix: missingFix(error, instead),
    }),
  },
  "evidence-unhashed": {
    title: "An evidence file without a digest",
    meaning:
      "The record names a file, and not its SHA-256: the file can be changed unnoticed, so that what rests on it counts as declared only.",
    fix: "Record the digest of the file that was reviewed as sha256.",
    severity: "warning",
    says: ({ id, sha256 }) => ({
      message: `The evidence record "${id}" has no sha256: it counts as declared only.`,
      fix: `Where the file is the one that was reviewed, record sha256: ${sha256}`,
    }),
  },
  "supersedes-itself": {
    title: "Evidence that supersedes itself",
    meaning: "A record names itself as the record that it replaces.",
    fix: "Name the record that it replaces, or leave the property out.",
    says: (id) => ({
      message: `The evidence record "${id}" supersedes itself.`,
      fix: "Name the record that it replaces, or leave the key out.",
    }),
  },
  "unknown-evidence": {
    title: "A reference to evidence that is not there",
    meaning: "A statement names an evidence record that the descriptor does not have.",
    fix: "Add the record under evidence, or correct the reference.",
    says: ({ id, guess }) => ({
      message: `There is no evidence record "${id}" in this descriptor.`,
      fix: didYouMean(guess, "Add the record under evidence, or remove the reference."),
    }),
  },
};

/** Makes the diagnostics about evidence records. */
export const problem: ProblemMaker<EvidenceTold> = problemsOf(evidenceCodes);

function missingFix(error: unknown, instead: string | undefined): string {
  if (instead !== undefined) {
    return `Did you mean "${instead}"? A path starts from the descriptor's folder, not from the workspace's.`;
  }
  switch (errorCode(error)) {
    case "EISDIR":
      return "Name a file in it: a record is about one file. Write a record for each, or put them into one archive.";
    case "EACCES":
    case "EPERM":
      return "Give the user who runs aims the right to read it.";
    default:
      return "Correct the path, which starts from the descriptor's folder, restore the file, or remove the record.";
  }
}
