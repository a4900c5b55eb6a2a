import { basename } from "node:path";
import { refusal, type InputFile } from "../../../files/read.js";
import type { Reader } from "../../../files/reader.js";
import { readCsvFile } from "../../../source/csv.js";
import type { RecordResult, RecordSource } from "./record.js";

/**
 * Reads the records of a file: a table as a stream, a document as a whole, up to the limits of documents.
 * A fault in one record does not hide the others.
 * @param tap is shown every chunk of bytes that is read
 */
export async function* readRecords(
  input: InputFile,
  source: RecordSource,
  reader: Reader,
  tap?: (chunk: Uint8Array) => void,
): AsyncGenerator<RecordResult> {
  const { file } = input;
  const name = basename(file);
  const refused = refusal(input);
  if (refused !== undefined) {
    yield { diagnostics: [refused] };
    return;
  }
  if (source.kind === "csv") {
    for await (const { record: row, diagnostics } of readCsvFile(file, source.columns, reader, tap, source.others)) {
      if (!row) yield { diagnostics };
      else
        yield {
          record: { place: { file: name, record: row.record, line: row.line }, fields: row.fields },
          diagnostics,
        };
    }
    return;
  }
  // A table needs no reader of documents, and those are the larger part of what would be loaded.
  const { documentRecords } = await import("./document-records.js");
  yield* documentRecords(input, source, reader, tap);
}
