import { statSync } from "node:fs";
import { resolve } from "node:path";
import { InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { oscalEndings } from "../../oscal/read.js";
import type { ReadResult } from "../../source/document.js";
import { findFiles, unreadable, type SourceFile } from "../../files/files.js";
import { standardInput } from "../../workspace/oscal-file.js";
import type { Terminal } from "../../cli/terminal.js";

/** A file that a command on OSCAL documents was given, or found in a folder that it was given. */
export interface OscalFile extends SourceFile {
  /** Path below the folder in which it was found, with "/"; undefined where the file itself was named. */
  readonly found?: string;
}

/** Diagnostics of a file that is no OSCAL document, but perhaps a fine document of another kind. */
const noOscal: ReadonlySet<string> = new Set(["oscal-no-model", "second-document", "xml-unknown-root"]);

/**
 * Whether a file lies in a folder beside OSCAL documents and is none of them, so that it was not meant. One whose root nearly names
 * a model was.
 */
export function isPassedOver(file: OscalFile, { document, diagnostics }: ReadResult): boolean {
  if (file.found === undefined || document !== undefined) return false;
  return diagnostics.every(({ code, suggestion }) => noOscal.has(code) && suggestion === undefined);
}

/** The endings of OSCAL documents in capital letters, small letters or both: some file systems do not tell them apart. */
const anyEnding: string = oscalEndings
  .map((ending) => ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
  .join("|");

/**
 * The files that the arguments of a command mean: each file, `-` for standard input, and of each folder, at any depth, what ends like
 * an OSCAL document, sorted by name, and what folders cannot be read. A file is called as the user would call it from where the
 * command was started.
 * @throws InputError for every argument that is not there, and where standard input is named twice
 */
export async function oscalFiles(args: readonly string[], terminal: Terminal): Promise<OscalFile[]> {
  const files: OscalFile[] = [];
  const problems: Diagnostic[] = [];
  for (const argument of args) {
    const name = argument.replaceAll("\\", "/");
    const path = resolve(terminal.cwd, argument);
    if (argument === standardInput) {
      files.push({ path: standardInput, name: standardInput });
      continue;
    }
    try {
      if (statSync(path).isDirectory()) {
        const folder = name === "." ? "" : `${name.replace(/\/+$/, "")}/`;
        for (const file of await findFiles(path, [`**/*.@(${anyEnding})`])) {
          // "." is the folder itself, which cannot be read.
          const called = file.name === "." ? name : `${folder}${file.name}`;
          files.push({ ...file, name: called, found: file.name });
        }
      } else files.push({ path, name });
    } catch (error) {
      problems.push(unreadable({ path, name }, error));
    }
  }
  if (files.filter(({ path }) => path === standardInput).length > 1) {
    problems.push({
      code: "standard-input-twice",
      severity: "error",
      message: 'Standard input ("-") is named twice, but can be read only once.',
      fix: "Name it once.",
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  return files;
}
