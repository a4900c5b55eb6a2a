import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { codecDiagnostic } from "./codec-diagnostic.js";
import { documentText } from "./document-text.js";
import type { OscalFormat } from "../oscal/read.js";
import type { SourceDocument } from "../source/document.js";
import { displayName } from "../source/files.js";
import { writeWhole } from "../source/write.js";
import { keyOf } from "./output-places.js";
import { oscalFiles, type OscalFile } from "./oscal-files.js";
import { printDiagnostics } from "./print-diagnostics.js";
import { readOscalFile, standardInput } from "./read-oscal-file.js";
import type { Terminal } from "./terminal.js";
import { writing } from "./writing.js";

/**
 * Converts every file and says what went wrong with each; a bad file does not keep the others from being converted.
 * @param out as the user gave it; undefined for standard output
 * @returns whether all were written
 * @throws InputError where it is not clear what to write where: nothing has been written then
 */
export async function convertFiles(
  args: readonly string[],
  to: OscalFormat,
  out: string | undefined,
  terminal: Terminal,
): Promise<boolean> {
  const files = await oscalFiles(args, terminal);
  const places = placesOf(files, to, out, terminal);
  const diagnostics: Diagnostic[] = [];
  let written = 0;
  let others = 0;
  for (const [index, file] of files.entries()) {
    const { document, diagnostics: problems } = await readOscalFile(file);
    if (document === undefined || problems.some(({ severity }) => severity === "error")) {
      // What lies in a folder beside OSCAL documents and is none of them was not meant.
      if (file.found !== undefined && problems.every(({ code }) => code === "oscal-no-model")) others += 1;
      else diagnostics.push(...problems);
      continue;
    }
    const { text, losses } = await converted(document, to);
    diagnostics.push(...problems, ...losses);
    if (losses.some(({ severity }) => severity === "error")) continue;
    const place = places[index];
    if (place === undefined) terminal.out(text);
    else writing("file", displayName(terminal.cwd, place), () => writeWhole(place, text));
    written += 1;
  }
  printDiagnostics(diagnostics, terminal);
  if (out !== undefined && files.length !== 1) {
    const passed = others === 0 ? "" : `; ${String(others)} other ${others === 1 ? "file" : "files"} passed over`;
    terminal.err(`${String(written)} of ${String(files.length - others)} documents written${passed}.\n`);
  }
  return written + others === files.length && !diagnostics.some(({ severity }) => severity === "error");
}

/** The document in the format, and what is lost on the way. */
async function converted(document: SourceDocument, to: OscalFormat): Promise<{ text: string; losses: Diagnostic[] }> {
  // What a file in XML holds beside the document is lost in XML too, since it is the document that is written.
  const leftOut = "leftOut" in document ? (document.leftOut as readonly Diagnostic[]) : [];
  const { text, problems } = await documentText(document.value, to);
  return { text, losses: [...leftOut, ...problems.map((problem) => codecDiagnostic(problem, document))] };
}

/**
 * Where each file is written: absolute paths, or undefined for standard output.
 * @throws InputError where two would be written to one place, or one onto a file that is read
 */
function placesOf(
  files: readonly OscalFile[],
  to: OscalFormat,
  out: string | undefined,
  terminal: Terminal,
): (string | undefined)[] {
  if (out === undefined || out === "-") {
    if (files.length > 1) {
      throw new InputError([
        {
          code: "output-conflict",
          severity: "error",
          message: `${String(files.length)} documents cannot go to standard output, where nobody could tell them apart.`,
          fix: "Name a folder with --out.",
        },
      ]);
    }
    return files.map(() => undefined);
  }
  const target = resolve(terminal.cwd, out);
  const [only] = files;
  const intoFolder = files.length !== 1 || only?.found !== undefined || /[\\/]$/.test(out) || isFolder(target);
  if (!intoFolder) return distinct(files, [target], terminal);
  const names = files.map(({ found, name }) => found ?? (name === standardInput ? "document" : basename(name)));
  return distinct(
    files,
    names.map((name) => join(target, `${name.replace(/\.[^./]+$/, "")}.${to}`)),
    terminal,
  );
}

function distinct(files: readonly OscalFile[], places: readonly string[], terminal: Terminal): string[] {
  const read = new Map(files.filter(({ path }) => path !== standardInput).map((file) => [keyOf(file.path), file]));
  const taken = new Map<string, OscalFile>();
  const problems: Diagnostic[] = [];
  for (const [index, place] of places.entries()) {
    const file = files[index];
    if (file === undefined) continue;
    const name = displayName(terminal.cwd, place);
    const key = keyOf(place);
    const other = taken.get(key);
    const conflict = (message: string): Diagnostic => ({
      code: "output-conflict",
      severity: "error",
      message,
      file: name,
      fix: "Name another place with --out.",
    });
    if (other !== undefined) problems.push(conflict(`"${other.name}" and "${file.name}" would both be written here.`));
    const input = read.get(key);
    if (input !== undefined) problems.push(conflict(`This file is read; it would be overwritten by "${file.name}".`));
    taken.set(key, file);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...places];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
