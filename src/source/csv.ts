import { problem } from "../diagnostics/codes/csv.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { recognizedLayout, type CsvLayout } from "./csv/layout.js";
import { framed, rawRecords, wrongLength } from "./csv/raw-records.js";
import type { RawRecord } from "./csv/record.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { statFile, unreadable } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { limits } from "../foundation/limits.js";
import type { Position } from "./position.js";

export type { CsvLayout } from "./csv/layout.js";

/** Columns of a header; above, the file is not an inventory. */
const MOST_COLUMNS = 2000;

/** One data record of a CSV file with its fields by the names in the header. */
export interface CsvRecord {
  /** Number of the record, counted from 1 without the header and without blank lines. */
  readonly record: number;
  /** Line of the file on which the record begins. */
  readonly line: number;
  /** Only the columns that were asked for; no prototype. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One step of reading: a record, or the fault at this place of the file. */
export type CsvResult =
  | { readonly record: CsvRecord; readonly diagnostics: readonly [] }
  | { readonly record?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, LF or CRLF) as a stream: memory does not grow with the file.
 * A record with too many or too few fields is reported and does not hide the others. Where the rest of the file cannot be trusted
 * any more (encoding, quotes, header) the fault is the last thing that comes.
 * @param columns names that the header must have, in any order; other columns are skipped with a warning
 * @param tap is shown every chunk of bytes that is read
 * @param others layouts that are not read, but named where the header is theirs
 */
export async function* readCsvFile(
  file: SourceFile,
  columns: readonly string[],
  reader: Reader,
  tap?: (chunk: Uint8Array) => void,
  others: readonly CsvLayout[] = [],
): AsyncGenerator<CsvResult> {
  try {
    statFile(file, reader);
    yield* readCsv(chunksOf(file, reader, tap), file, columns, others);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    yield { diagnostics: [unreadable(file, error)] };
  }
}

async function* chunksOf(
  file: SourceFile,
  reader: Reader,
  tap: ((chunk: Uint8Array) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of reader.chunks(file)) {
    tap?.(chunk);
    yield chunk;
  }
}

/** As `readCsvFile`, from bytes that are already flowing. @param file identity of the source */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: SourceFile,
  columns: readonly string[],
  others: readonly CsvLayout[] = [],
): AsyncGenerator<CsvResult> {
  let header: Header | undefined;
  let records = 0;
  let problems = 0;
  for await (const result of rawRecords(chunks, file)) {
    if (!("raw" in result)) {
      const { undecoded, ...fault } = result;
      const layout = undecoded === undefined ? undefined : recognizedLayout(undecoded, others);
      yield { diagnostics: [layout === undefined ? fault : otherLayout(layout, file)] };
      return;
    }
    const { raw } = result;
    if (!header) {
      const read = readHeader(raw, file, columns, others);
      if (read.diagnostics.length > 0) yield { diagnostics: read.diagnostics.map((each) => framed(each, result)) };
      if (!read.header) return;
      header = read.header;
      continue;
    }
    records += 1;
    const problem = wrongLength(raw, header.names, file);
    if (problem) {
      yield { diagnostics: [framed(problem, result)] };
      problems += 1;
      if (problems >= limits.diagnosticsPerFile) return;
      continue;
    }
    const fields = Object.create(null) as Record<string, string>;
    for (const [name, index] of header.indexes) fields[name] = raw.cells[index] ?? "";
    yield { record: { record: records, line: raw.line, fields }, diagnostics: [] };
  }
  if (!header) {
    yield {
      diagnostics: [fileProblem("empty-file", { file, line: 1, column: 1 }, "csv")],
    };
  } else if (records === 0) {
    yield { diagnostics: [problem("no-records", { file, line: 1, column: 1 })] };
  }
}

interface Header {
  /** Position of each wanted column in the records. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

function readHeader(
  raw: RawRecord,
  file: SourceFile,
  columns: readonly string[],
  others: readonly CsvLayout[],
): { header?: Header; diagnostics: Diagnostic[] } {
  if (raw.cells.length > MOST_COLUMNS) {
    const told = { columns: raw.cells.length, maximum: MOST_COLUMNS };
    return { diagnostics: [problem("too-many-columns", { file, line: raw.line, column: 1 }, told)] };
  }
  const names = raw.cells.map((cell) => cell.trim());
  const problems: Diagnostic[] = [];
  const first = new Map<string, number>();
  const at = (index: number): Position => raw.starts[index] ?? { line: raw.line, column: 1 };
  for (const [index, name] of names.entries()) {
    const other = first.get(name);
    if (name === "" || other === undefined) first.set(name, index);
    else {
      problems.push(problem("duplicate-column", { file, ...at(index) }, { name, first: other + 1, second: index + 1 }));
    }
  }
  const wanted = new Set(columns);
  const unexpected = names.filter((name) => !wanted.has(name));
  const missing = columns.filter((name) => !first.has(name));
  const separator = names.length === 1 ? [";", "\t", "|"].find((each) => names[0]?.includes(each)) : undefined;
  if (separator !== undefined) {
    problems.push(problem("wrong-separator", { file, line: raw.line, column: 1 }, separator));
    return { diagnostics: problems };
  }
  const guesses = new Map(missing.map((name) => [name, nearest(name, unexpected)]));
  const meant = new Set(guesses.values());
  const unguessed = missing.filter((name) => guesses.get(name) === undefined);
  const headerPlace = { file, line: raw.line, column: 1 };
  if (unguessed.length * 2 > columns.length && (unguessed.length > 1 || others.length > 0)) {
    const layout = recognizedLayout(names, others);
    // What else is odd about the header of another file is of no use to anybody.
    const told = { names: unguessed, of: columns.length };
    return { diagnostics: [layout ? otherLayout(layout, file) : problem("missing-column", headerPlace, told)] };
  }
  if (unguessed.length > 1) {
    problems.push(problem("missing-column", headerPlace, { names: unguessed, of: columns.length }));
  }
  for (const [name, guess] of guesses) {
    if (guess !== undefined) {
      problems.push(problem("missing-column", { file, ...at(names.indexOf(guess)) }, { name, guess }));
    } else if (unguessed.length === 1) problems.push(problem("missing-column", headerPlace, { name, guess }));
  }
  const usable = problems.length === 0;
  for (const [index, name] of names.entries()) {
    if (wanted.has(name) || meant.has(name)) continue;
    problems.push(problem("unexpected-column", { file, ...at(index) }, name));
  }
  if (!usable) return { diagnostics: problems.slice(0, limits.diagnosticsPerFile) };
  return {
    header: { names, indexes: new Map(columns.map((name) => [name, first.get(name) ?? 0])) },
    diagnostics: problems.slice(0, limits.diagnosticsPerFile),
  };
}

function otherLayout({ name, fix }: CsvLayout, file: SourceFile): Diagnostic {
  return problem("other-layout", { file, line: 1, column: 1 }, { layout: name, fix });
}
