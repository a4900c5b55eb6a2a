import { createReadStream } from "node:fs";
import { codeFrame } from "../diagnostics/frame.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../foundation/nearest.js";
import { byteLines } from "../files/lines.js";
import { CsvRecordReader, type CsvFault, type RawRecord } from "./csv/record.js";
import { decodeUtf8 } from "./decode.js";
import { statFile, unreadable, type SourceFile } from "../files/files.js";
import { limits } from "../foundation/limits.js";
import type { Position } from "./position.js";

/** Characters of one record; the longest of real inventories have some ten thousand. */
const RECORD_CHARACTERS = 1024 * 1024;
/** Columns of a header; above, the file is no inventory. */
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

/** One step of reading: a record, or what is wrong at this place of the file. */
export type CsvResult =
  | { readonly record: CsvRecord; readonly diagnostics: readonly [] }
  | { readonly record?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, LF or CRLF) as a stream: memory does not grow with the file.
 * A record with too many or too few fields is reported and does not hide the others. Where the rest of the file cannot be trusted
 * any more (encoding, quotes, header) the fault is the last thing that comes.
 * @param columns names that the header must have, in any order; other columns are passed over with a warning
 * @param tap is shown every chunk of bytes that is read
 */
export async function* readCsvFile(
  file: SourceFile,
  columns: readonly string[],
  tap?: (chunk: Uint8Array) => void,
): AsyncGenerator<CsvResult> {
  try {
    statFile(file.path);
    yield* readCsv(chunksOf(file, tap), file.name, columns);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    yield { diagnostics: [unreadable(file, error)] };
  }
}

async function* chunksOf(file: SourceFile, tap?: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file.path, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    tap?.(chunk);
    yield chunk;
  }
}

/** As `readCsvFile`, from bytes that are already flowing. @param file name of the source in diagnostics */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  columns: readonly string[],
): AsyncGenerator<CsvResult> {
  let header: Header | undefined;
  let records = 0;
  let problems = 0;
  for await (const result of rawRecords(chunks, file)) {
    if (!("raw" in result)) {
      yield { diagnostics: [result] };
      return;
    }
    const { raw } = result;
    if (!header) {
      const read = readHeader(raw, file, columns);
      if (read.diagnostics.length > 0) yield { diagnostics: read.diagnostics.map((each) => framed(each, result)) };
      if (!read.header) return;
      header = read.header;
      continue;
    }
    records += 1;
    const problem = wrongLength(raw, header, file);
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
      diagnostics: [
        error(
          file,
          "empty-file",
          "The file is empty.",
          { line: 1, column: 1 },
          "Name the file that holds the inventory.",
        ),
      ],
    };
  } else if (records === 0) {
    const message = "The file has a header and no record below it.";
    yield { diagnostics: [error(file, "no-records", message, { line: 1, column: 1 }, "Export the inventory again.")] };
  }
}

/** A record with the line it ends on, which is what a code frame can still show. */
interface ReadRecord {
  readonly raw: RawRecord;
  readonly lastLine: string;
}

async function* rawRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
): AsyncGenerator<ReadRecord | Diagnostic> {
  const reader = new CsvRecordReader(RECORD_CHARACTERS);
  let number = 0;
  for await (const bytes of byteLines(chunks, limits.lineBytes)) {
    number += 1;
    if (bytes === "too-long") {
      const message = `The line is longer than ${String(limits.lineBytes / 1024 / 1024)} MiB.`;
      yield error(
        file,
        "line-too-long",
        message,
        { line: number, column: 1 },
        "Check that the file is a CSV file with one record a line.",
      );
      return;
    }
    const text = decodeUtf8(bytes, file);
    if (typeof text !== "string") {
      yield { ...text, line: number };
      return;
    }
    const result = reader.line(text, number);
    if (result === undefined) continue;
    if ("cells" in result) yield { raw: result, lastLine: text };
    else {
      yield fault(file, result, number === result.at.line ? text : undefined);
      return;
    }
  }
  const open = reader.finish();
  if (open) yield fault(file, open);
}

interface Header {
  /** Position of each wanted column in the records. */
  readonly indexes: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

function readHeader(
  raw: RawRecord,
  file: string,
  columns: readonly string[],
): { header?: Header; diagnostics: Diagnostic[] } {
  if (raw.cells.length > MOST_COLUMNS) {
    const message = `The header has ${String(raw.cells.length)} columns; at most ${String(MOST_COLUMNS)} are read.`;
    const fix = "Check that the file is an inventory with its header in the first line.";
    return { diagnostics: [error(file, "too-many-columns", message, { line: raw.line, column: 1 }, fix)] };
  }
  const names = raw.cells.map((cell) => cell.trim());
  const problems: Diagnostic[] = [];
  const first = new Map<string, number>();
  const at = (index: number): Position => raw.starts[index] ?? { line: raw.line, column: 1 };
  for (const [index, name] of names.entries()) {
    const other = first.get(name);
    if (name === "" || other === undefined) first.set(name, index);
    else {
      const message = `The column "${name}" stands twice in the header, as number ${String(other + 1)} and ${String(index + 1)}.`;
      problems.push(error(file, "duplicate-column", message, at(index), "Remove or rename one of them."));
    }
  }
  const wanted = new Set(columns);
  const unexpected = names.filter((name) => !wanted.has(name));
  const missing = columns.filter((name) => !first.has(name));
  const separator = names.length === 1 ? [";", "\t", "|"].find((each) => names[0]?.includes(each)) : undefined;
  if (separator !== undefined) {
    const message = `The header has no comma; the cells seem to be separated by ${separator === "\t" ? "tabs" : `"${separator}"`}.`;
    problems.push(
      error(
        file,
        "wrong-separator",
        message,
        { line: raw.line, column: 1 },
        "Save the file with commas between the cells.",
      ),
    );
    return { diagnostics: problems };
  }
  const meant = new Set<string>();
  for (const name of missing) {
    const guess = nearest(name, unexpected);
    if (guess !== undefined) meant.add(guess);
    problems.push(
      error(
        file,
        "missing-column",
        `The header has no column "${name}".`,
        guess === undefined ? { line: raw.line, column: 1 } : at(names.indexOf(guess)),
        guess === undefined
          ? `Add the column to the header.`
          : `Did you mean "${name}" where the header says "${guess}"?`,
      ),
    );
  }
  const usable = problems.length === 0;
  for (const [index, name] of names.entries()) {
    if (wanted.has(name) || meant.has(name)) continue;
    problems.push({
      code: "unexpected-column",
      severity: "warning",
      message:
        name === ""
          ? "A column of the header has no name; it is not read."
          : `The column "${name}" is not known; it is not read.`,
      file,
      ...at(index),
      fix: "Nothing to do unless the column matters.",
    });
  }
  if (!usable) return { diagnostics: problems.slice(0, limits.diagnosticsPerFile) };
  return {
    header: { names, indexes: new Map(columns.map((name) => [name, first.get(name) ?? 0])) },
    diagnostics: problems.slice(0, limits.diagnosticsPerFile),
  };
}

function wrongLength(raw: RawRecord, header: Header, file: string): Diagnostic | undefined {
  const found = raw.cells.length;
  const expected = header.names.length;
  if (found === expected) return undefined;
  const message = `The record has ${String(found)} fields; the header has ${String(expected)}.`;
  return found > expected
    ? error(
        file,
        "too-many-fields",
        message,
        raw.starts[expected] ?? raw.end,
        "Put a cell that holds commas in quotes.",
      )
    : error(
        file,
        "too-few-fields",
        message,
        raw.end,
        `Add the missing cells from "${header.names[found] ?? ""}" on, or close a quote above; a cut-off file has to be fetched again.`,
      );
}

function framed(diagnostic: Diagnostic, { raw, lastLine }: ReadRecord): Diagnostic {
  const { line, column } = diagnostic;
  if (line !== raw.end.line || column === undefined) return diagnostic;
  return { ...diagnostic, frame: codeFrame([lastLine.replace(/\r$/, "")], line, column, line) };
}

function fault(file: string, { code, message, at, fix }: CsvFault, text?: string): Diagnostic {
  const diagnostic = error(file, code, message, at, fix);
  return text === undefined ? diagnostic : { ...diagnostic, frame: codeFrame([text], at.line, at.column, at.line) };
}

function error(file: string, code: string, message: string, at: Position, fix: string): Diagnostic {
  return { code, severity: "error", message, file, ...at, fix };
}
