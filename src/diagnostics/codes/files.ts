import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about files, encodings and limits. */
export interface FileTold {
  /** Among what it is named twice. */
  readonly "standard-input-twice": "compared" | "files";
  readonly "binary-file": undefined;
  readonly "empty-file": keyof typeof emptyWords;
  readonly "file-too-large":
    | { readonly size?: number; readonly maximum: number }
    | { readonly tokens: number }
    | { readonly nodes: number }
    | { readonly seams: number };
  readonly "ill-formed-text": "json" | "yaml" | "xml";
  /** Most bytes of a line. */
  readonly "line-too-long": { readonly maximum: number; readonly of: "csv" | "ndjson" };
  readonly "path-outside-workspace": PathOutside;
  readonly "second-document": keyof typeof secondDocumentWords;
  readonly "too-deep": { readonly levels: number; readonly of: "levels" | "elements" };
  readonly "too-many-problems": { readonly left: number; readonly errors: number };
  readonly "unknown-file-type": { readonly ending: string; readonly known: readonly string[] };
  readonly "unreadable-file": { readonly what: "file" | "folder"; readonly error: unknown };
  readonly "wrong-encoding": { readonly wide: string } | { readonly byte: number } | { readonly declared: string };
}

/** The cause of a path out of the workspace. */
export type PathOutside =
  /** A file that was found. */
  | { readonly how: "link" }
  /** A path that aims.yaml or a descriptor names. */
  | { readonly how: "path" | "profile" | "evidence"; readonly path: string }
  | { readonly how: "import"; readonly path: string; readonly fix: string | undefined }
  | { readonly how: "output"; readonly path: string };

const emptyWords = {
  csv: { message: "The file is empty.", fix: "Name the file that holds the inventory." },
  json: { message: "There is no JSON document here: the text is empty.", fix: "Write a document, or remove the file." },
  list: {
    message: "The list is empty: it holds no descriptor.",
    fix: "Write a descriptor into it, or remove the file.",
  },
  ndjson: {
    message: "There is no JSON document here: the file is empty.",
    fix: "Write one descriptor a line, or remove the file.",
  },
  xml: {
    message: "There is no XML document here: the text is empty.",
    fix: "Write a document, or remove the file.",
  },
  yaml: {
    message: "There is no YAML document here: the file is empty or holds comments only.",
    fix: "Write a document, or remove the file.",
  },
} as const;

const secondDocumentWords = {
  data: {
    message: "A second document begins here; a data file beside rules holds one.",
    fix: "Write each document into a file of its own, in a folder that names it.",
  },
  equivalents: {
    message: "A second document begins here; a list of changes that make no difference is one.",
    fix: "Write all changes into one document.",
  },
  oscal: {
    message: "A second document begins here; an OSCAL file holds one.",
    fix: "Write each document into a file of its own.",
  },
  lock: {
    message: "A second document begins here; a lock file is one.",
    fix: "Restore the file, or run aims oscal vendor PROFILE again.",
  },
  overlay: {
    message: "A second document begins here; an overlay is one.",
    fix: "Write each overlay into a file of its own.",
  },
  settings: { message: "aims.yaml holds a second document.", fix: "Write all settings into one document." },
  suppressions: {
    message: "A second document begins here; suppressions stand in one.",
    fix: "Write all suppressions into one document.",
  },
} as const;

/** Files, encodings and limits. */
export const fileCodes: CodeEntries<FileTold> = {
  "standard-input-twice": {
    title: "Standard input named twice",
    meaning: 'Standard input ("-") can be read only once.',
    fix: "Name it once.",
    says: (among) =>
      among === "compared"
        ? {
            message: 'Standard input ("-") can be only one of the two documents.',
            fix: "Name a file for the other one.",
          }
        : {
            message: 'Standard input ("-") is named twice, but can be read only once.',
            fix: "Name it once.",
          },
  },
  "binary-file": {
    title: "A binary file",
    meaning:
      "The file holds a NUL byte, which no text file does: it is a document of an office program, an archive or an image.",
    fix: "Name the text file; export a spreadsheet as CSV first.",
    says: () => ({
      message: "The file holds a NUL byte: it is a binary file, not text.",
      fix: "Name a text file in UTF-8.",
    }),
  },
  "empty-file": {
    title: "Nothing in the file",
    meaning: "The file is empty, or holds blanks and comments only.",
    fix: "Write a document into it, or remove it.",
    says: (what) => emptyWords[what],
  },
  "file-too-large": {
    title: "A file that is too large",
    meaning:
      "A document is held in memory as a whole, so its size is bounded: bytes for every format, tokens for YAML.",
    fix: "Split the file; many descriptors can stand in one NDJSON file, a line each, which is read as a stream.",
    says: (told) => {
      if ("seams" in told) {
        return {
          message: `The file has more than ${String(told.seams)} of the characters CR, &, -, ? and ], too many to hold in memory.`,
          fix: "Split it into several files, or end its lines with LF alone.",
        };
      }
      if ("nodes" in told) {
        return {
          message: `The file has more than ${String(told.nodes)} elements, attributes and comments, too many to hold in memory.`,
          fix: "Split it into several files.",
        };
      }
      if ("tokens" in told) {
        return {
          message: `The file has more than ${String(told.tokens)} YAML tokens, too many to hold in memory.`,
          fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
        };
      }
      const { size, maximum } = told;
      return size === undefined
        ? {
            message: `Standard input is larger than ${mebibytes(maximum)} MiB, the most that one document may have.`,
            fix: "Split the document into several.",
          }
        : {
            message: `The file has ${mebibytes(size)} MiB; at most ${mebibytes(maximum)} MiB are read as one document.`,
            fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
          };
    },
  },
  "ill-formed-text": {
    title: "Half of a character",
    meaning: "A text holds a lone surrogate (half of a character beyond U+FFFF), which no file in UTF-8 can hold.",
    fix: "Write the whole character, or remove the escape.",
    example: '"\\ud83d" is half of "\\ud83d\\ude00".',
    says: (format) => ({
      message: "This text holds half of a character (a lone surrogate), which no file in UTF-8 can hold.",
      fix:
        format === "xml" ? "Write the whole character." : "Write the character itself, or both halves of its escape.",
    }),
  },
  "line-too-long": {
    title: "A line that is too long",
    meaning: "Files that are read as a stream (NDJSON, CSV) are read line by line, and a line is bounded.",
    fix: "Check that the file has one record a line.",
    says: ({ maximum, of }) => ({
      message: `The line is longer than ${mebibytes(maximum)} MiB.`,
      fix: of === "csv" ? "Check that the file is a CSV file with one record a line." : "Write one descriptor a line.",
    }),
  },
  "path-outside-workspace": {
    title: "A path that leads out of the workspace",
    meaning:
      "Nothing outside the workspace's folder is read or written, also not through a link: an input must not choose other files.",
    fix: "Put the file itself into the folder.",
    says: outsideWords,
  },
  "second-document": {
    title: "A second document in the file",
    meaning: "A YAML file can hold several documents, separated by ---; this one may hold only one.",
    fix: "Write each document into a file of its own.",
    says: (of) => secondDocumentWords[of],
  },
  "too-deep": {
    title: "Nested too deeply",
    meaning: "Levels of nesting are bounded, so that no file can exhaust the program. Real documents stay far below.",
    fix: "Flatten the document.",
    says: ({ levels, of }) => ({
      message: `The document is nested deeper than ${String(levels)} ${of}.`,
      fix: "Flatten the document.",
    }),
  },
  "too-many-problems": {
    title: "More problems than are listed",
    meaning:
      "Only so many problems of a file are listed, the first of each kind and errors before warnings; this line counts the rest. All sums count them.",
    fix: "Correct those that are listed, and check again. One mistake at the top often causes many.",
    severity: "info",
    says: ({ left, errors }) => ({
      message: `${String(left)} more problems in this file are not listed, ${String(errors)} of them errors.`,
      fix: "Correct those that are listed first, and check again.",
    }),
  },
  "unknown-file-type": {
    title: "An ending that is not read",
    meaning: "The ending of a file's name says how it is read, and aims does not know this one.",
    fix: "Rename the file to .yaml, .yml, .json, .ndjson or .jsonl.",
    says: ({ ending, known }) => ({
      message: `Files ending in "${ending}" are not read.`,
      fix: `Use one of ${known.join(", ")}.`,
    }),
  },
  "unreadable-file": {
    title: "A file that cannot be read",
    meaning:
      "The operating system does not hand over the file: it is missing, a folder or a device, or you may not read it. A folder that you may not read is reported too, since nobody knows what it holds.",
    fix: "Check the spelling of the path and the right to read it.",
    says: unreadableWords,
  },
  "wrong-encoding": {
    title: "Not UTF-8",
    meaning: "Files are read as UTF-8. Guessing another encoding would change names silently.",
    fix: "Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.",
    says: (told) => {
      if ("declared" in told) {
        return {
          message: `The file declares the encoding ${told.declared}, but only UTF-8 is read.`,
          fix: 'Save the file as UTF-8 and write encoding="UTF-8".',
        };
      }
      if ("wide" in told) {
        return {
          message: `The file is encoded as ${told.wide}, not as UTF-8.`,
          fix: "Save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8.",
        };
      }
      return {
        message: `Byte 0x${told.byte.toString(16).padStart(2, "0")} is not UTF-8 here; the file looks like Windows-1252 or ISO 8859-1.`,
        fix: "Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.",
      };
    },
  },
};

/** Makes the diagnostics about files, encodings and limits. */
export const problem: ProblemMaker<FileTold> = problemsOf(fileCodes);

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

function outsideWords(told: PathOutside): CaseWords {
  switch (told.how) {
    case "link":
      return {
        message: "The file does not lie in the workspace: a link or a path leads out of it.",
        fix: "Put the file itself into the workspace's folder.",
      };
    case "path":
      return {
        message: `The path "${told.path}" leaves the workspace.`,
        fix: "Use paths below the workspace's folder.",
      };
    case "profile":
      return {
        message: `The path "${told.path}" leaves the workspace.`,
        fix: "Put the profile into the workspace's folder, or name it with --profile.",
      };
    case "evidence":
      return {
        message: `The path "${told.path}" leaves the workspace.`,
        fix: "Put the file into the workspace, or name its place under uri.",
      };
    case "import":
      return {
        message: `The import "${told.path}" leaves the workspace.`,
        ...(told.fix === undefined ? {} : { fix: told.fix }),
      };
    case "output":
      return {
        message: `"${told.path}" would be written outside the folder: a link leads out of it.`,
        fix: "Remove the link, or name another folder.",
      };
  }
}

/** The operating system's code of an error, such as ENOENT; "" where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why a file or folder cannot be read, in words. */
export function unreadableWords({ what, error }: FileTold["unreadable-file"]): CaseWords {
  const code = errorCode(error);
  if (code === "EACCES" || code === "EPERM") {
    return {
      message: `Permission to read the ${what} is denied.`,
      fix:
        what === "file"
          ? "Give the user who runs aims the right to read it."
          : "Give the user who runs aims the right to read it, or name the files and folders beside it.",
    };
  }
  const words = what === "file" ? unreadableFiles[code] : undefined;
  return words ?? { message: `The ${what} cannot be read: ${textOf(error)}.`, fix: "Check the disk and the path." };
}

const unreadableFiles: Readonly<Record<string, CaseWords | undefined>> = {
  ENOENT: { message: "There is no such file.", fix: "Check the spelling of the path." },
  EISDIR: { message: "This is not a file but a folder or a device.", fix: "Name a file." },
  ENOTDIR: { message: "A part of the path is a file, not a folder.", fix: "Check the spelling of the path." },
};
