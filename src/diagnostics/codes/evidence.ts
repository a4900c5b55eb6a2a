import { didYouMean } from "../../foundation/words.js";
import type { SourceFile } from "../source-file.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";
import { errorCode, unreadableWords } from "./files.js";

/** The facts for the diagnostics about evidence records. */
export interface EvidenceTold {
  readonly "duplicate-decision": {
    readonly control: string;
    readonly first: { readonly file: SourceFile; readonly line: number };
  };
  /** Id of the record; the subject and the place of the first, where that stands in another document. */
  readonly "duplicate-evidence": {
    readonly id: string;
    readonly first?: { readonly subject: string; readonly file: SourceFile; readonly line: number };
  };
  readonly "evidence-changed": { readonly path: string; readonly sha256: string };
  readonly "evidence-missing": {
    readonly path: string;
    readonly error: unknown;
    /** The path of the file that was probably meant. */
    readonly instead: string | undefined;
  };
  /** Ids of the record, of the subject that it names, and of the descriptor that it stands in. */
  readonly "evidence-out-of-place": { readonly id: string; readonly subject: string; readonly owner: string };
  /** Id of the record, and the digest of its file. */
  readonly "evidence-unhashed": { readonly id: string; readonly sha256: string };
  /** Id of the record. */
  readonly "supersedes-itself": string;
  readonly "unknown-evidence": {
    readonly id: string;
    readonly guess: string | undefined;
    /** The subject in words, where the reference does not stand in its descriptor. */
    readonly about?: string;
  };
  readonly "unknown-subject":
    | {
        readonly what: "evidence";
        /** Id of the record. */
        readonly record: string;
        /** Left out where the record is about the organization. */
        readonly subject: string | undefined;
        readonly guess: string | undefined;
      }
    | { readonly what: "decisions" };
}

/** Evidence records and the files behind them. */
export const evidenceCodes: CodeEntries<EvidenceTold> = {
  "duplicate-decision": {
    title: "A second decision on a control",
    meaning: "Two entries of the statement of applicability decide on one control, so nobody can tell which one holds.",
    fix: "Keep one of them.",
    says: ({ control, first }) => ({
      message: `${control} is decided on a second time; first in ${first.file}:${String(first.line)}.`,
      fix: "Keep the decision that holds, and remove the other one.",
      mentions: [first.file],
    }),
  },
  "duplicate-evidence": {
    title: "A repeated evidence id",
    meaning:
      "Two records of a subject have one id, so a reference to it is ambiguous. The records of its descriptor and those of record files about it are one list.",
    fix: "Give each record an id of its own.",
    says: ({ id, first }) => ({
      fix: "Give each record an id of its own.",
      ...(first === undefined
        ? { message: `The evidence id "${id}" stands twice in this descriptor.` }
        : {
            message: `The evidence id "${id}" is used a second time for "${first.subject}"; first in ${first.file}:${String(first.line)}.`,
            mentions: [first.file],
          }),
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
  "evidence-out-of-place": {
    title: "Evidence about another subject",
    meaning:
      "A record in a descriptor is about the system or organization that the descriptor describes, and names another one.",
    fix: "Move it into the descriptor of that subject, or into a file of records.",
    says: ({ id, subject, owner }) => ({
      message: `The evidence record "${id}" is about "${subject}", but stands in the descriptor of "${owner}".`,
      fix: `Move it into the descriptor of "${subject}" or into a file of records, or remove the key.`,
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
    meaning:
      "A statement names an evidence record that neither the descriptor nor a file of records has for the subject.",
    fix: "Add the record, or correct the reference.",
    says: ({ id, guess, about }) =>
      about === undefined
        ? {
            message: `There is no evidence record "${id}" in this descriptor.`,
            fix: didYouMean(guess, "Add the record under evidence, or remove the reference."),
          }
        : {
            message: `There is no evidence record "${id}" about ${about}.`,
            fix: didYouMean(guess, "Add the record, or remove the reference."),
          },
  },
  "unknown-subject": {
    title: "A record about nothing that is described",
    meaning:
      "A file of records has a record about a system or an organization that no descriptor describes, so nothing rests on it. It is a warning where only the organization's descriptor is not there.",
    fix: "Correct the id, or write the descriptor.",
    says: unknownSubjectWords,
  },
};

/** Makes the diagnostics about evidence records. */
export const problem: ProblemMaker<EvidenceTold> = problemsOf(evidenceCodes);

function unknownSubjectWords(told: EvidenceTold["unknown-subject"]): CaseWords {
  if (told.what === "evidence" && told.subject !== undefined) {
    return {
      message: `The evidence record "${told.record}" is about "${told.subject}", which no descriptor describes.`,
      fix: didYouMean(told.guess, "Correct the id, or write a descriptor with it."),
    };
  }
  const what = told.what === "decisions" ? "Decisions on controls are" : `The evidence record "${told.record}" is`;
  const describe = "write organization.yaml with kind: organization, an id and a name.";
  return {
    severity: "warning",
    message: `${what} about the organization, which no descriptor describes.`,
    fix:
      told.what === "decisions"
        ? `W${describe.slice(1)}`
        : `Name the system that it is about under subject, or ${describe}`,
  };
}

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
