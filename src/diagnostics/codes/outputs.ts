import type { SourceFile } from "../source-file.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about outputs. */
export interface OutputTold {
  readonly "file-exists": undefined;
  readonly "output-conflict": OutputConflict;
  readonly "output-over-limit": OverLimit;
  readonly "unwritable-file": UnwritableCause;
  readonly "unwritable-folder": UnwritableCause;
}

/** Two outputs that meet, or an output that meets an input. */
export type OutputConflict =
  /** Both go to standard output. */
  | { readonly how: "stream"; readonly first: string; readonly format: string }
  /** The document that is made goes there, too. */
  | { readonly how: "stream-with-document"; readonly format: string }
  /** Options as the user gave them, both for one place. */
  | { readonly how: "outputs"; readonly first: string; readonly second: string }
  | { readonly how: "input"; readonly option: string }
  /** A place in a folder that is read. */
  | { readonly how: "among-inputs"; readonly option: string }
  /** Documents that are converted. */
  | DocumentsConflict
  | { readonly how: "document-over-input"; readonly document: SourceFile; readonly more: number }
  | { readonly how: "documents-to-stream"; readonly count: number };

/** Documents that are converted and would be written to one place. */
interface DocumentsConflict {
  readonly how: "documents";
  readonly first: SourceFile;
  readonly second: SourceFile;
  /** The formats of the two, where they tell them apart. */
  readonly formats: readonly string[];
  /** Places for which the same may hold. */
  readonly more: number;
}

/** Results of a report that are more than a code host shows of it, or than it takes. */
export interface OverLimit {
  readonly results: number;
  readonly limit: number;
  readonly refused: boolean;
}

/** Why something cannot be written: the operating system's error, or what stands there, with its article. */
export type UnwritableCause = { readonly error: unknown } | { readonly stands: string };

/** Outputs and their places. */
export const outputCodes: CodeEntries<OutputTold> = {
  "file-exists": {
    title: "A file is there already",
    meaning: "The file to write exists, and it is not replaced unasked.",
    fix: "Name another place, or ask for it to be replaced with --force.",
    says: () => ({
      message: "The file is there already and was left as it is.",
      fix: "Name another file, or add --force to replace it.",
    }),
  },
  "output-conflict": {
    title: "Two outputs for one place",
    meaning:
      "Two outputs would go to the same file or both to standard output, or an output would overwrite an input or lie among inputs.",
    fix: "Give each output a place of its own.",
    example: "--output sarif=findings.sarif --output junit=findings.xml",
    says: conflictWords,
  },
  "output-over-limit": {
    title: "More results than a code host takes",
    meaning:
      "The report is complete, but GitHub shows 5000 results of a SARIF file, and refuses a file with more than 25000.",
    fix: "Assess parts of the workspace with --systems, each with a report and a category of its own.",
    severity: "warning",
    says: ({ results, limit, refused }) => ({
      message: refused
        ? `The report has ${String(results)} results; GitHub refuses more than ${String(limit)}.`
        : `The report has ${String(results)} results; GitHub shows ${String(limit)} of them. The worst stand first.`,
      fix: "Assess parts of the workspace with --systems, each with a report and a category of its own.",
    }),
  },
  "unwritable-file": {
    title: "A file that cannot be written",
    meaning: "The operating system does not let the file be written, or something stands there that is not a file.",
    fix: "Name a place that you may write to.",
    says: (cause) => unwritableWords("file", cause),
  },
  "unwritable-folder": {
    title: "A folder that cannot be written to",
    meaning: "The operating system does not let the folder be made or filled.",
    fix: "Name a place that you may write to; folders on the way are made.",
    says: (cause) => unwritableWords("folder", cause),
  },
};

/** Makes the diagnostics about outputs. */
export const problem: ProblemMaker<OutputTold> = problemsOf(outputCodes);

function conflictWords(conflict: OutputConflict): CaseWords {
  switch (conflict.how) {
    case "stream":
      return {
        message: `"--output ${conflict.first}" and "--output ${conflict.format}" both go to standard output, where nobody could tell them apart.`,
        fix: `Give one of them a file: --output ${conflict.format}=PATH.`,
      };
    case "stream-with-document":
      return {
        message: `"--output ${conflict.format}" and the document both go to standard output, where nobody could tell them apart.`,
        fix: `Give one of them a file: --output ${conflict.format}=PATH, or --out PATH.`,
      };
    case "outputs":
      return {
        message:
          conflict.first === conflict.second
            ? `"${conflict.first}" is given twice.`
            : `"${conflict.first}" and "${conflict.second}" both write here.`,
        fix: "Give each output a place of its own.",
      };
    case "input":
      return {
        message: `"${conflict.option}" would overwrite this file, which is read.`,
        fix: "Name another place for the output.",
      };
    case "among-inputs":
      return {
        message: `"${conflict.option}" would write among files that are read: the next run would read it.`,
        fix: "Name a place outside of the folders of descriptors, rules and profiles.",
      };
    case "documents":
      return {
        message: `"${conflict.first}" and "${conflict.second}" would both be written here.${moreWords(conflict.more)}`,
        fix:
          conflict.formats.length > 1
            ? `Say which format is to be read: ${conflict.formats.map((format) => `--from ${format}`).join(" or ")}.`
            : "Convert them one after the other, each with an --out of its own, or name the folder above them.",
        mentions: [conflict.first, conflict.second],
      };
    case "document-over-input":
      return {
        message: `This file is read; it would be overwritten by "${conflict.document}".${moreWords(conflict.more)}`,
        fix: "Name another place with --out.",
        mentions: [conflict.document],
      };
    case "documents-to-stream":
      return {
        message: `${String(conflict.count)} documents cannot go to standard output, where nobody could tell them apart.`,
        fix: "Name a folder with --out.",
      };
  }
}

function moreWords(more: number): string {
  return more === 0 ? "" : ` So it may be in ${more === 1 ? "one more place" : `${String(more)} more places`}.`;
}

function unwritableWords(what: "file" | "folder", cause: UnwritableCause): CaseWords {
  if ("stands" in cause) {
    return {
      message: `This is not a file but ${cause.stands}, which is not replaced by one.`,
      fix: 'Name a file; for standard output, write "-" in place of the path.',
    };
  }
  const { error } = cause;
  const elsewhere = "Name a place that you may write to; folders on the way are made.";
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return { message: `Permission to write the ${what} is denied.`, fix: elsewhere };
    case "EROFS":
      return { message: `The ${what} lies on a disk that can only be read.`, fix: elsewhere };
    case "EEXIST":
    case "ENOTDIR":
      return {
        message: "A file stands where a folder is needed.",
        fix: "Name a folder, or a path below folders; missing folders are made.",
      };
    case "EISDIR":
      return { message: "A folder stands where the file is to be written.", fix: "Name a file." };
    case "ENOSPC":
      return { message: "The disk is full.", fix: "Make room, or name a place on another disk." };
    default:
      return {
        message: `The ${what} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
        fix: "Check the disk and the path.",
      };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
