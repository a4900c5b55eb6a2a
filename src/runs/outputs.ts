import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Assessment } from "../assessment/assessment.js";
import { openCount } from "../assessment/verdict.js";
import { problem } from "../diagnostics/codes/outputs.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { fileAt } from "../files/paths.js";
import { placeKey, writing, type WrittenFile, type Writer } from "../files/writer.js";
import type { BytesOutput, Output, TextOutput } from "../report/output.js";
import type { Host } from "./host.js";

/** An output with its place. */
export interface PlacedOutput {
  /** The option that asks for it, as the user gave it. */
  readonly option: string;
  /** Absolute path of the file, or of the folder where the output is one. */
  readonly path: string;
  readonly output: Output;
}

/** A file that will be written. */
interface PlacedFile {
  readonly option: string;
  readonly file: SourceFile;
}

/** Reports that would be mixed on standard output. @param formats of those that go there */
export function streamProblems([first, ...others]: readonly string[]): Diagnostic[] {
  if (first === undefined) return [];
  return others.map((format) => problem("output-conflict", undefined, { how: "stream", first, format }));
}

/**
 * The faults of the places of outputs: two for one place, one where another needs a folder, or one onto a file that is read.
 * @param inputs files that are read
 * @param folders those whose files are read, whatever their names
 */
export function placeProblems(
  outputs: readonly PlacedOutput[],
  inputs: Iterable<SourceFile>,
  { write }: Pick<Host, "write">,
  folders: ReadonlySet<string> = new Set(),
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const met = new Set<string>();
  const meet = (first: PlacedFile, second: PlacedFile, file: SourceFile): void => {
    // Two folders of documents meet in every one of them; once is enough to know.
    const pair = JSON.stringify([first.option, second.option]);
    if (!met.has(pair)) {
      problems.push(
        problem("output-conflict", { file }, { how: "outputs", first: first.option, second: second.option }),
      );
    }
    met.add(pair);
  };
  const taken = new Map<string, PlacedFile>();
  const placed = outputs.flatMap(filesOf);
  for (const each of placed) {
    const key = placeKey(each.file, write);
    const other = taken.get(key);
    if (other) meet(other, each, each.file);
    else taken.set(key, each);
  }
  for (const each of placed) {
    const above = fileAbove(placeKey(each.file, write), taken);
    if (above) meet(above, each, above.file);
  }
  const read = new Set<string>();
  for (const input of inputs) {
    const key = placeKey(input, write);
    const output = read.has(key) ? undefined : taken.get(key);
    read.add(key);
    if (output) problems.push(problem("output-conflict", { file: input }, { how: "input", option: output.option }));
  }
  const among = new Set<string>();
  for (const { file, option } of placed) {
    if (read.has(placeKey(file, write)) || among.has(option) || !liesIn(folders, file)) continue;
    among.add(option);
    problems.push(problem("output-conflict", { file }, { how: "among-inputs", option }));
  }
  return problems;
}

function liesIn(folders: ReadonlySet<string>, file: string): boolean {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (folders.has(folder)) return true;
  }
  return false;
}

function filesOf({ option, path, output }: PlacedOutput): PlacedFile[] {
  if (output.kind !== "folder") return [{ option, file: fileAt(path) }];
  return [...output.files.keys()].map((name) => ({ option, file: fileAt(join(path, name)) }));
}

/** The output that is to be a file where another one needs a folder. */
function fileAbove(key: string, taken: ReadonlyMap<string, PlacedFile>): PlacedFile | undefined {
  for (let folder = dirname(key); folder !== dirname(folder); folder = dirname(folder)) {
    const above = taken.get(folder);
    if (above) return above;
  }
  return undefined;
}

/** Results of a SARIF file that GitHub shows, and those that it takes. */
const sarifLimits = { shown: 5_000, taken: 25_000 } as const;

/** Number of the results that a SARIF report of an assessment has. */
export function sarifResults({ tally: { counts } }: Pick<Assessment, "tally">): number {
  return openCount(counts) - counts.error;
}

/**
 * Warns of a SARIF report with more results than a code host shows or takes.
 * @param place the report's file; without one, it goes to standard output
 */
export function sarifProblems(results: number, place?: { readonly file: SourceFile }): Diagnostic[] {
  if (results <= sarifLimits.shown) return [];
  const refused = results > sarifLimits.taken;
  const limit = refused ? sarifLimits.taken : sarifLimits.shown;
  return [problem("output-over-limit", place, { results, limit, refused })];
}

/**
 * Writes several outputs as one: all files are complete before the first one takes its place, and where one cannot be written, none
 * appears.
 * @throws InputError for places that cannot be written to
 */
export async function writeTogether(outputs: readonly PlacedOutput[], writer: Writer): Promise<void> {
  const files: WrittenFile[] = [];
  const write = async (path: string, { pieces }: TextOutput | BytesOutput): Promise<void> => {
    const file = writing("file", fileAt(path), () => writer.file(path));
    files.push(file);
    if (Symbol.asyncIterator in pieces) {
      for await (const piece of pieces) {
        writing("file", fileAt(path), () => {
          file.write(piece);
        });
      }
    } else {
      // Most outputs are text that is made while it is written: no turn of the event loop for each piece.
      writing("file", fileAt(path), () => {
        for (const piece of pieces) file.write(piece);
      });
    }
  };
  try {
    for (const { path, output } of outputs) {
      if (output.kind !== "folder") await write(path, output);
      else for (const [name, each] of output.files) await write(join(path, name), each);
      // Signals are heard between two outputs: a run that is broken off leaves nothing half-written.
      await setImmediate();
    }
    for (const file of files) {
      writing("file", fileAt(file.path), () => {
        file.commit();
      });
    }
  } finally {
    for (const file of files) file.discard();
  }
}
