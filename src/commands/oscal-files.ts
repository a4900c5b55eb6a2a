import { statSync } from "node:fs";
import { resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { oscalEndings } from "../oscal/read.js";
import { findFiles, unreadable, type SourceFile } from "../source/files.js";
import { standardInput } from "./read-oscal-file.js";
import type { Terminal } from "./terminal.js";

/** A file that a command on OSCAL documents was given, or found in a folder that it was given. */
export interface OscalFile extends SourceFile {
  /** Path below the folder in which it was found, with "/"; undefined where the file itself was named. */
  readonly found?: string;
}

/**
 * The files that the arguments of a command mean: each file, `-` for standard input, and of each folder, at any depth, what ends like
 * an OSCAL document, sorted by name. A file is called as the user would call it from where the command was started.
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
        for (const file of await findFiles(path, [`**/*.{${oscalEndings.join(",")}}`])) {
          files.push({ ...file, name: `${folder}${file.name}`, found: file.name });
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
