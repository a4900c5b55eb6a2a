import { resolve } from "node:path";
import { problem } from "../../diagnostics/codes/files.js";
import { compareDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { findFiles } from "../../files/find.js";
import { standardInput, unreadable, type InputFile } from "../../files/read.js";
import { fileAt } from "../../files/paths.js";
import { oscalEndings } from "../../oscal/read.js";
import type { ReadResult } from "../../source/document.js";
import type { Host } from "../host.js";

/** How standard input is named in place of a file. */
const standardInputArgument = "-";

/** A file that a run on OSCAL documents was given, or found in a folder that it was given. */
export interface OscalFile extends InputFile {
  /** Path below the folder in which it was found, with "/"; undefined where the file itself was named. */
  readonly found?: string;
}

/** The files that are meant, and what is wrong with those that were named. */
export interface NamedFiles {
  /** Each once. */
  readonly files: readonly OscalFile[];
  readonly problems: readonly Diagnostic[];
}

/** Diagnostics of a file that is not an OSCAL document, but perhaps a fine document of another kind. */
const notOscal: ReadonlySet<string> = new Set(["oscal-no-model", "second-document", "xml-unknown-root"]);

/**
 * Whether a file lies in a folder beside OSCAL documents and is not one of them, so that it was not meant. One whose root nearly names
 * a model was.
 */
export function isSkipped({ found }: OscalFile, { document, diagnostics }: ReadResult): boolean {
  if (found === undefined || document !== undefined) return false;
  return diagnostics.every(({ code, suggestion }) => notOscal.has(code) && suggestion === undefined);
}

/** The endings of OSCAL documents in capital letters, small letters or both: some file systems do not tell them apart. */
const anyEnding: string = oscalEndings
  .map((ending) => ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
  .join("|");

/** The file that an argument means, which may be standard input. */
export function namedFile(argument: string, { folder }: Pick<Host, "folder">): InputFile {
  return { file: argument === standardInputArgument ? standardInput : fileAt(resolve(folder, argument)) };
}

/**
 * The files that arguments mean: each file, `-` for standard input, and of each folder, at any depth, files that end like an OSCAL
 * document, sorted by name, and folders that cannot be read. A fault of one argument does not hide the others.
 */
export async function namedFiles(args: readonly string[], host: Pick<Host, "folder" | "read">): Promise<NamedFiles> {
  const problems: Diagnostic[] = [];
  const files = new Map<string, OscalFile>();
  for (const argument of args) {
    const { file } = namedFile(argument, host);
    if (file === standardInput) {
      if (files.has(file)) problems.push(problem("standard-input-twice", undefined, "files"));
      files.set(file, { file });
      continue;
    }
    try {
      if (host.read.stat(file).kind !== "folder") {
        if (!files.has(file)) files.set(file, { file });
        continue;
      }
      for (const { name, ...input } of await findFiles(file, [`**/*.@(${anyEnding})`], host.read)) {
        if (!files.has(input.file)) files.set(input.file, { ...input, found: name });
      }
    } catch (error) {
      problems.push(unreadable(file, error));
    }
  }
  return { files: [...files.values()], problems: problems.sort(compareDiagnostics) };
}
