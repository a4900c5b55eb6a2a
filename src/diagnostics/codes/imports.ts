import type { SourceFile } from "../source-file.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** Who maps an address to a path. */
export type MapSource = "--map" | "aims.yaml";

/** The facts for the diagnostics about documents that are imported by address, and their local copies. */
export interface ImportTold {
  readonly "import-map-address": { readonly from: MapSource; readonly address: string };
  /** The path as it is written; a file where a folder is needed, or nothing at all. */
  readonly "import-map-path": {
    readonly from: MapSource;
    readonly address: string;
    readonly path: string;
    readonly how: "missing" | "file" | "absolute";
  };
  readonly "import-map-twice": {
    readonly from: MapSource;
    readonly address: string;
    readonly path: string;
    /** The path that was given before. */
    readonly before: string;
  };
  /** `only`: the beginning that a mapped folder stands for. */
  readonly "import-map-unused": { readonly address: string; readonly only: string | undefined };
  readonly "vendored-file-changed": {
    readonly address: string;
    readonly file: SourceFile;
    /** SHA-256, of the lock file and of the file. */
    readonly locked: string;
    readonly found: string;
  };
}

/** How the message names who maps. */
function mapper(from: MapSource): string {
  return from === "--map" ? "--map" : '"imports" in aims.yaml';
}

/** Imports by address and their local copies. */
export const importCodes: CodeEntries<ImportTold> = {
  "import-map-address": {
    title: "A map of something that is not an address",
    meaning:
      "A map of imports begins with an absolute address, such as https://example.org/oscal/catalog.json, or with the beginning of one.",
    fix: "Write an absolute address.",
    example: "imports:\n  https://example.org/oscal/v1/: third-party/example-oscal/",
    says: ({ from, address }) => ({
      message: `"${address}", which ${mapper(from)} maps to a path, is not an absolute address.`,
      fix: "Write an address such as https://example.org/oscal/catalog.json, or the beginning of one such as https://example.org/oscal/.",
    }),
  },
  "import-map-path": {
    title: "A map to a path that cannot be used",
    meaning:
      "The path that stands for an address has to be a file, or a folder where the address is the beginning of others. In aims.yaml, a path that is not there is a warning, since not every profile needs every entry; given with --map, it is an error.",
    fix: "Correct the path: of --map it starts from the folder in which aims is started, in aims.yaml from the folder of that file.",
    says: ({ from, address, path, how }) => {
      const start = from === "--map" ? "the folder in which aims is started" : "the folder of aims.yaml";
      switch (how) {
        case "missing":
          return {
            severity: from === "--map" ? "error" : "warning",
            message: `"${path}", which ${mapper(from)} gives for ${address}, is not there.`,
            fix: `Correct the path (it starts from ${start}), or put the copy there.`,
          };
        case "file":
          return {
            message: `"${path}", which ${mapper(from)} gives for ${address}, is a file, but stands for all addresses that begin so.`,
            fix: 'Name the folder, or write the whole address of the file, without "/" at the end.',
          };
        case "absolute":
          return {
            message: `"${path}" is an absolute path, which holds on one machine only.`,
            fix: `Write a path that starts from ${start}.`,
          };
      }
    },
  },
  "import-map-twice": {
    title: "An address that is mapped twice",
    meaning:
      'Two maps of one source give a path for the same address, perhaps in two spellings: upper and lower case of the host, a port that goes without saying, and a "/" at the end make no difference.',
    fix: "Leave one of them out.",
    says: ({ from, address, path, before }) => ({
      message: `${mapper(from)} maps ${address} to "${path}", and before to "${before}".`,
      fix: "Leave one of the two out.",
    }),
  },
  "import-map-unused": {
    title: "A map that no import needs",
    meaning: "No document that was read imports the address given with --map, or one that begins with it.",
    fix: "Correct the address, or leave the option out.",
    severity: "warning",
    says: ({ address, only }) => ({
      message: `No import needs the map of ${address}.`,
      fix:
        only === undefined
          ? "Correct the address, or leave the option out."
          : `It is mapped to a folder, and so stands for what begins with ${only}: name the file, or correct the address.`,
    }),
  },
  "vendored-file-changed": {
    title: "A downloaded document that has changed",
    meaning:
      "The lock file has the digest of every document that aims oscal vendor has downloaded. The file beside it has another one: it was changed after it was downloaded, and is not used.",
    fix: "Restore the file, or run aims oscal vendor for the profile again.",
    says: ({ address, file, locked, found }) => ({
      message: `"${file}" is not what was downloaded from ${address}: its SHA-256 begins with ${found.slice(0, 12)}, the one in the lock file with ${locked.slice(0, 12)}.`,
      fix: "Restore the file, or run aims oscal vendor PROFILE again and look at what has changed.",
      mentions: [file],
    }),
  },
};

/** Makes the diagnostics about imports by address. */
export const problem: ProblemMaker<ImportTold> = problemsOf(importCodes);
