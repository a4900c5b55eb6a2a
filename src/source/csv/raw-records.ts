import { problem } from "../../diagnostics/codes/csv.js";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { codeFrame } from "../../diagnostics/frame.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { byteLines } from "../../files/lines.js";
import { limits } from "../../foundation/limits.js";
import { decodeUtf8 } from "../decode.js";
import type { Position } from "../position.js";
import { CsvRecordReader, type RawRecord, type Separator } from "./record.js";

/** Characters of one record; the longest of real inventories have some ten thousand. */
const RECORD_CHARACTERS = 1024 * 1024;

/** A record with the line it ends on, which is what a code frame can still show. */
export interface ReadRecord {
  readonly raw: RawRecord;
  readonly lastLine: string;
}

/**
 * The records of a file one after the other, and the fault that ends them. Of a header that cannot be decoded the cells come with the
 * fault, as far as they are plain letters.
 */
export async function* rawRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: SourceFile,
  separator?: Separator,
): AsyncGenerator<ReadRecord | (Diagnostic & { readonly undecoded?: readonly string[] })> {
  const reader = new CsvRecordReader(file, RECORD_CHARACTERS, separator);
  let number = 0;
  for await (const bytes of byteLines(chunks, limits.lineBytes)) {
    number += 1;
    if (bytes === "too-long") {
      yield fileProblem("line-too-long", { file, line: number, column: 1 }, { maximum: limits.lineBytes, of: "csv" });
      return;
    }
    const text = decodeUtf8(bytes, file);
    if (typeof text !== "string") {
      // The header of an older inventory is known by its plain letters, also where another one is not UTF-8.
      const cells = number === 1 && !bytes.includes(0) ? cellsOfHeader(bytes, file) : undefined;
      yield { ...text, line: number, ...(cells === undefined ? {} : { undecoded: cells }) };
      return;
    }
    const result = reader.line(text, number);
    if (result === undefined) continue;
    if ("cells" in result) yield { raw: result, lastLine: text };
    else {
      yield number === result.line ? withFrame(result, text) : result;
      return;
    }
  }
  const open = reader.finish();
  if (open) yield open;
}

function cellsOfHeader(bytes: Uint8Array, file: SourceFile): readonly string[] | undefined {
  const line = new CsvRecordReader(file, RECORD_CHARACTERS).line(Buffer.from(bytes).toString("latin1"), 1);
  return line !== undefined && "cells" in line ? line.cells : undefined;
}

/** What is wrong with a record that has not as many cells as the header; undefined for one that has. */
export function wrongLength(raw: RawRecord, names: readonly string[], file: SourceFile): Diagnostic | undefined {
  const fields = raw.cells.length;
  const columns = names.length;
  if (fields === columns) return undefined;
  return fields > columns
    ? problem("too-many-fields", { file, ...(raw.starts[columns] ?? raw.end) }, { fields, columns })
    : problem("too-few-fields", { file, ...raw.end }, { fields, columns, next: names[fields] ?? "" });
}

/** A fault of a record with the line that it is in, where that is at hand. */
export function framed(diagnostic: Diagnostic, { raw, lastLine }: ReadRecord): Diagnostic {
  const { line, column } = diagnostic;
  if (line !== raw.end.line || column === undefined) return diagnostic;
  return withFrame({ ...diagnostic, line, column }, lastLine.replace(/\r$/, ""));
}

function withFrame(diagnostic: Diagnostic & Position, text: string): Diagnostic {
  const { line, column } = diagnostic;
  return { ...diagnostic, frame: codeFrame([text], line, column, line) };
}
