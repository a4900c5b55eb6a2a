import { problem } from "../diagnostics/codes/csv.js";
import { problem as fileProblem } from "../diagnostics/codes/files.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { limits } from "../foundation/limits.js";
import { framed, rawRecords, wrongLength } from "./csv/raw-records.js";
import type { RawRecord, Separator } from "./csv/record.js";
import { LineMap, type Position } from "./position.js";

/** A cell with its place. */
export interface CsvCell extends Position {
  readonly text: string;
}

/** A record of a table: as many cells as its header has. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly CsvCell[];
}

/** A CSV file as a whole, whose columns are known once its header is read. */
export interface CsvTable {
  readonly file: SourceFile;
  readonly header: readonly CsvCell[];
  /** Without those that are blank in every cell, as spreadsheets write them behind the last one. */
  readonly rows: readonly CsvRow[];
  /** The code frame of a place. */
  readonly frame: (position: Position) => string;
}

/**
 * Reads a CSV file as a whole, for formats that are not known by their header beforehand. Its cells are separated by what the header has
 * most of. Of records with too many or too few cells, each is reported; with one of them, or where the file cannot be trusted
 * from some place on, there is no table.
 */
export async function readCsvTable(bytes: Uint8Array, file: SourceFile): Promise<Reading<CsvTable>> {
  const problems: Diagnostic[] = [];
  let header: readonly CsvCell[] | undefined;
  const rows: CsvRow[] = [];
  for await (const result of rawRecords([bytes], file, separatorOf(bytes))) {
    if (!("raw" in result)) {
      const { undecoded, ...fault } = result;
      // A header that cannot be decoded is the first thing of the file.
      return { problems: undecoded === undefined ? [...problems, fault] : [fault] };
    }
    const { raw } = result;
    if (header === undefined) {
      header = cellsOf(raw);
      continue;
    }
    if (raw.cells.every((cell) => cell.trim() === "")) continue;
    const names = header.map(({ text }) => text);
    const wrong = wrongLength(raw, names, file);
    if (wrong === undefined) rows.push({ line: raw.line, cells: cellsOf(raw) });
    else problems.push(framed(wrong, result));
    if (problems.length >= limits.diagnosticsPerFile) return { problems };
  }
  if (header === undefined) problems.push(fileProblem("empty-file", { file, line: 1, column: 1 }, "csv"));
  else if (rows.length === 0 && problems.length === 0) {
    problems.push(problem("no-records", { file, line: 1, column: 1 }));
  }
  if (header === undefined || problems.length > 0) return { problems };
  const map = new LineMap(new TextDecoder().decode(bytes));
  return { value: { file, header, rows, frame: (position) => map.frame(position) }, problems };
}

function cellsOf({ cells, starts, line }: RawRecord): CsvCell[] {
  return cells.map((text, index) => ({ text: text.trim(), ...(starts[index] ?? { line, column: 1 }) }));
}

/** What the first line has most of outside of quotes; the comma, where it has none of them. */
function separatorOf(bytes: Uint8Array): Separator {
  const end = bytes.indexOf(0x0a);
  const line = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end))
    .toString("latin1")
    .replace(/"[^"]*"/g, "");
  const count = (sign: Separator): number => line.split(sign).length;
  return ([";", "\t"] as const).reduce<Separator>((best, each) => (count(each) > count(best) ? each : best), ",");
}
