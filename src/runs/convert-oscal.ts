import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { codecDiagnostic } from "../oscal/codec-diagnostic.js";
import { documentText } from "../oscal/write.js";
import type { OscalFormat } from "../oscal/read.js";
import type { SourceDocument } from "../source/document.js";
import { displayName } from "../files/files.js";
import { writeWhole } from "../files/write.js";
import { keyOf } from "./outputs/places.js";
import { isPassedOver, oscalFiles, type OscalFile } from "./oscal/files.js";
import { plural, printDiagnostics } from "../cli/print/diagnostics.js";
import { readOscalFile, standardInput } from "../workspace/oscal-file.js";
import type { Terminal } from "../cli/terminal.js";
import { writing } from "../files/writing.js";

/** The command line of `aims oscal convert`. */
export interface ConvertSettings {
  readonly to: OscalFormat;
  /** As the user gave it; undefined for standard output. */
  readonly out: string | undefined;
  /** Formatting that Markdown has no form for is dropped, and no error. */
  readonly lossy: boolean;
}

/**
 * Converts every file and says what went wrong with each; a bad file does not keep the others from being converted.
 * @returns whether all were written, and there was anything to write
 * @throws InputError where it is not clear what to write where: nothing has been written then
 */
export async function convertFiles(
  args: readonly string[],
  { to, out, lossy }: ConvertSettings,
  terminal: Terminal,
): Promise<boolean> {
  const files = await oscalFiles(args, terminal);
  const places = await placesOf(files, to, out, terminal);
  const diagnostics: Diagnostic[] = [];
  let written = 0;
  let others = 0;
  for (const [index, file] of files.entries()) {
    const result = await readOscalFile(file);
    if (isPassedOver(file, result)) {
      others += 1;
      continue;
    }
    const { document } = result;
    const problems = lossy ? result.diagnostics : result.diagnostics.map(refusedLoss);
    if (document === undefined || problems.some(({ severity }) => severity === "error")) {
      diagnostics.push(...problems);
      continue;
    }
    const { text, losses } = await converted(document, result.losses, to);
    diagnostics.push(...problems, ...losses);
    if (losses.some(({ severity }) => severity === "error")) continue;
    const place = places[index];
    if (place === undefined) terminal.out(text);
    else writing("file", displayName(terminal.cwd, place), () => writeWhole(place, text));
    written += 1;
  }
  if (others === files.length) diagnostics.push(nothingToConvert(others));
  printDiagnostics(diagnostics, terminal);
  if (out !== undefined && files.length > 1 && others < files.length) {
    const passed = others === 0 ? "" : `; ${String(others)} other ${others === 1 ? "file" : "files"} passed over`;
    terminal.err(`${String(written)} of ${String(files.length - others)} documents written${passed}.\n`);
  }
  return written + others === files.length && !diagnostics.some(({ severity }) => severity === "error");
}

/** What reading XML drops is only warned of where the document is looked at; here it would be lost for good. */
function refusedLoss(problem: Diagnostic): Diagnostic {
  if (problem.code !== "xml-markup" || problem.severity === "error") return problem;
  return {
    ...problem,
    severity: "error",
    fix: "Write it in a way that Markdown has, or have the document written without it by --lossy.",
  };
}

function nothingToConvert(others: number): Diagnostic {
  return {
    code: "no-oscal-documents",
    severity: "error",
    message: `There is no OSCAL document to convert${others === 0 ? "" : ` among ${plural(others, "file")}`}.`,
    fix: "Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.",
  };
}

/** The document in the format, and what is lost on the way. */
async function converted(
  document: SourceDocument,
  leftOut: readonly Diagnostic[],
  to: OscalFormat,
): Promise<{ text: string; losses: Diagnostic[] }> {
  // What a file in XML holds beside the document is lost in XML too, since it is the document that is written.
  const { text, problems } = await documentText(document.value, to);
  return { text, losses: [...leftOut, ...problems.map((problem) => codecDiagnostic(problem, document))] };
}

/**
 * Where each file is written: absolute paths, or undefined for standard output.
 * @throws InputError where two would be written to one place, or one onto a file that is read
 */
async function placesOf(
  files: readonly OscalFile[],
  to: OscalFormat,
  out: string | undefined,
  terminal: Terminal,
): Promise<(string | undefined)[]> {
  const documents = files.filter(({ unreadable }) => unreadable === undefined);
  if (out === undefined || out === "-") {
    if (documents.length > 1) {
      throw new InputError([
        {
          code: "output-conflict",
          severity: "error",
          message: `${String(documents.length)} documents cannot go to standard output, where nobody could tell them apart.`,
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

async function distinct(files: readonly OscalFile[], places: readonly string[], terminal: Terminal): Promise<string[]> {
  const read = new Map(files.filter(({ path }) => path !== standardInput).map((file) => [keyOf(file.path), file]));
  const taken = new Map<string, OscalFile>();
  const problems: Diagnostic[] = [];
  for (const [index, place] of places.entries()) {
    const file = files[index];
    // Nothing is written for a folder that cannot be read.
    if (file === undefined || file.unreadable !== undefined) continue;
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
    const input = read.get(key);
    // Where files are in each other's way, it matters whether they are OSCAL at all, which only reading them tells.
    if ((other !== undefined || input !== undefined) && (await isOther(file))) continue;
    if (other !== undefined && !(await isOther(other)))
      problems.push(conflict(`"${other.name}" and "${file.name}" would both be written here.`));
    if (input !== undefined) problems.push(conflict(`This file is read; it would be overwritten by "${file.name}".`));
    taken.set(key, file);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...places];
}

async function isOther(file: OscalFile): Promise<boolean> {
  return file.found !== undefined && isPassedOver(file, await readOscalFile(file));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
