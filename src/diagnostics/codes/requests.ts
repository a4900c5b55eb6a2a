import { didYouMean, plural } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about requests. */
export interface RequestTold {
  readonly "address-not-fetched": { readonly address: string };
  readonly "exclude-unused": { readonly pattern: string };
  /** What is written into, as it was given. */
  readonly "format-not-named": {
    readonly into: "stream" | "folder" | "file";
    readonly out: string | undefined;
  };
  readonly "leftover-file": undefined;
  /** How many files of other kinds there are. */
  readonly "no-mapping-collections": { readonly among: number };
  readonly "no-oscal-documents": { readonly verb: "convert" | "validate"; readonly among: number };
  /** The models of the two documents. */
  readonly "oscal-different-models": readonly [string | undefined, string | undefined];
  /** What is wrong with the text of a file that was skipped. */
  readonly "skipped-file": { readonly message: string };
  readonly "unknown-format": {
    readonly format: string;
    readonly known: readonly string[];
    readonly guess: string | undefined;
  };
  readonly "unknown-id": { readonly id: string; readonly guess: string | undefined };
}

/** Names and files that somebody asks for, and what an import leaves behind. */
export const requestCodes: CodeEntries<RequestTold> = {
  "address-not-fetched": {
    title: "An address in place of a file",
    meaning: "Files are read, and nothing is fetched from the network, so that the same command gives the same answer.",
    fix: "Download the file, and name the copy.",
    says: ({ address }) => ({
      message: `"${address}" is an address; aims reads files and fetches nothing.`,
      fix: /^file:/i.test(address)
        ? "Name the path of the file itself."
        : "Download it first, for instance with curl -LO, and name the copy.",
    }),
  },
  "exclude-unused": {
    title: "A pattern that leaves nothing out",
    meaning:
      "No document in the folders that were named fits a pattern given with --exclude, so that perhaps more is checked or converted than was meant.",
    fix: "Correct the pattern, or leave the option out. A pattern has *, ? and **, and is compared with names, or, with a /, with paths from the folder that is named or from the one in which aims is started.",
    example: 'aims oscal validate . --exclude "charts/**"',
    severity: "warning",
    says: ({ pattern }) => ({
      message: `--exclude ${JSON.stringify(pattern)} leaves nothing out: no document in the folders that are named fits it.`,
      fix: /[[\]{}!]/.test(pattern)
        ? "Write it with *, ? and ** alone, the only signs that patterns have, one --exclude for each."
        : /^(?:[/\\]|[a-z]:)|(?:^|\/)\.\.(?:\/|$)/i.test(pattern)
          ? "Write a path from the folder that is named, or from the one in which aims is started, without ..; or a name alone."
          : "Correct it, or leave the option out.",
    }),
  },
  "format-not-named": {
    title: "A conversion without a format",
    meaning:
      "Nothing says in which format the documents are to be written: neither --to nor the ending of the one file that --out names. A folder and standard output have no such ending.",
    fix: "Name the format with --to.",
    example: "aims oscal convert catalog.xml --to json",
    says: ({ into, out = "" }) => ({
      message: `The format to write is not given: ${into === "stream" ? "standard output has no name that says it" : `"${out}" ${into === "folder" ? "is a folder, which does not say it" : "does not end in .json, .yaml or .xml"}`}.`,
      fix: "Name it with --to json, --to yaml or --to xml.",
    }),
  },
  "leftover-file": {
    title: "A file of an earlier import",
    meaning: "An earlier import wrote the file and this one did not: its systems are still part of the workspace.",
    fix: "Remove the file if its systems are gone.",
    severity: "warning",
    says: () => ({
      message: "An earlier import wrote this file, and this one did not: its systems are still part of the workspace.",
      fix: "Delete the file if its systems are gone or are in another file now.",
    }),
  },
  "no-mapping-collections": {
    title: "No mapping collection",
    meaning:
      "The files and folders that were named hold no OSCAL mapping collection to check. Nothing checked is not a pass, so this is an error.",
    fix: "Name mapping collections, a folder that holds some, or one that ships with aims.",
    says: ({ among }) => ({
      message: `There is no mapping collection to check${among === 0 ? "" : ` among ${plural(among, "file")}`}: nothing checked is not a pass.`,
      fix: "Name mapping collections, a folder that holds some, or one that ships with aims.",
    }),
  },
  "no-oscal-documents": {
    title: "No OSCAL document",
    meaning:
      "The files that were named hold no OSCAL document to validate or convert. Nothing checked is not a pass, and nothing written is not a success, so this is an error.",
    fix: "Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.",
    says: ({ verb, among }) => ({
      message: `There is no OSCAL document to ${verb}${among === 0 ? "" : ` among ${plural(among, "file")}`}${verb === "validate" ? ": nothing checked is not a pass" : ""}.`,
      fix: "Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.",
    }),
  },
  "oscal-different-models": {
    title: "Two documents of different models",
    meaning: "Only documents of one model can be compared.",
    fix: "Name two documents of the same model.",
    says: ([first = "document without a model", second = "document without a model"]) => ({
      message: `A ${first} and a ${second} cannot be compared.`,
      fix: "Name two documents of the same model.",
    }),
  },
  "skipped-file": {
    title: "A file of a folder that was skipped",
    meaning:
      "A folder was named, and this file in it cannot be read and names no model of OSCAL: it is probably a file of another program, and was not checked.",
    fix: "Nothing, where it is not OSCAL; leave it out with --exclude. Name the file itself to have it checked all the same.",
    example: 'aims oscal validate . --exclude "charts/**"',
    severity: "warning",
    says: ({ message }) => ({
      message: `The file cannot be read and names no OSCAL model; it is skipped. ${message}`,
      fix: "Leave it out with --exclude if it is not OSCAL, or correct it.",
    }),
  },
  "unknown-format": {
    title: "An unknown inventory format",
    meaning: "The format named on the command line is none that aims imports.",
    fix: "Name one that the message lists.",
    says: ({ format, known, guess }) => ({
      message: `"${format}" is not an inventory format. Known: ${known.join(", ")}.`,
      fix: didYouMean(guess, "Name one of the known formats."),
    }),
  },
  "unknown-id": {
    title: "An unknown id",
    meaning: "Neither the profile nor what it imports has anything with the id that was asked for.",
    fix: "Name a control, group, parameter, part or role by its id, a resource, party or location by its uuid.",
    says: ({ id, guess }) => ({
      message: `Neither the profile nor what it imports has anything with the id "${id}".`,
      fix: didYouMean(
        guess,
        "Name a control, group, parameter, part or role by its id, a resource, party or location by its uuid.",
      ),
    }),
  },
};

/** Makes the diagnostics about requests. */
export const problem: ProblemMaker<RequestTold> = problemsOf(requestCodes);
