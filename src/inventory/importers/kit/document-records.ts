import { basename } from "node:path";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { readBounded, type InputFile } from "../../../files/read.js";
import type { Reader } from "../../../files/reader.js";
import { limits } from "../../../foundation/limits.js";
import { decodeUtf8 } from "../../../source/decode.js";
import type { ReadResult, SourceDocument } from "../../../source/document.js";
import { readJson } from "../../../source/json.js";
import { placeOf } from "../../../source/place.js";
import { formatPointer, parsePointer, valueAt } from "../../../source/pointer.js";
import { missingProperty, placeWords, wrongType } from "../../../source/schema-words.js";
import { readYaml } from "../../../source/yaml.js";
import type { RecordResult, RecordSource, SourceRecord } from "./record.js";

/** Reads the records of a document in JSON or YAML, which is read as a whole. @param tap is shown the bytes that are read */
export function* documentRecords(
  input: InputFile,
  source: Extract<RecordSource, { readonly kind: "document" }>,
  reader: Reader,
  tap?: (chunk: Uint8Array) => void,
): Generator<RecordResult> {
  const { file } = input;
  const name = basename(file);
  const bytes = readBounded(input, reader);
  if (!(bytes instanceof Uint8Array)) {
    yield { diagnostics: [bytes] };
    return;
  }
  tap?.(bytes);
  const text = decodeUtf8(bytes, file);
  if (typeof text !== "string") {
    yield { diagnostics: [text] };
    return;
  }
  let records = 0;
  for (const { document, diagnostics } of readTexts(text, file, source.syntax)) {
    if (!document) yield { diagnostics };
    else {
      for (const result of recordsAt(document, source.records, name, records)) {
        records += 1;
        yield result;
      }
    }
  }
}

function readTexts(text: string, file: string, syntax: "json" | "yaml" | "by-ending"): readonly ReadResult[] {
  const isJson = syntax === "json" || (syntax === "by-ending" && file.toLowerCase().endsWith(".json"));
  return isJson ? [readJson(text, file)] : readYaml(text, file);
}

/**
 * The records of a document: the elements of the list at the pointer, or the object there as the only one. Everything else is
 * reported, an empty list too: a file without records is rather the wrong file than an organization without systems.
 * @param file name of the file in the places of the records
 * @param before number of records that came before, in documents of the same file
 */
export function* recordsAt(
  document: SourceDocument,
  pointer: string,
  file: string,
  before = 0,
): Generator<RecordResult> {
  const value = valueAt(document.value, pointer);
  if (value === undefined || value === null) {
    yield { diagnostics: [missing(document, pointer)] };
    return;
  }
  if (!Array.isArray(value)) {
    yield recordOf(document, pointer, value, { file, record: before + 1 }, "array");
    return;
  }
  if (value.length === 0) {
    const message = `The list of records${pointer === "" ? "" : ` at ${pointer}`} is empty.`;
    const fix = "Export the inventory again.";
    yield { diagnostics: [{ code: "no-records", severity: "error", message, ...placeOf(document, pointer), fix }] };
    return;
  }
  let problems = 0;
  for (const [index, element] of (value as readonly unknown[]).entries()) {
    const place = { file, record: before + index + 1 };
    const result = recordOf(document, `${pointer}/${String(index)}`, element, place, "object");
    yield result;
    problems += result.diagnostics.length;
    if (problems >= limits.diagnosticsPerFile) return;
  }
}

/** @param expected what stands there in a file of the format, for the message where it is neither that nor an object */
function recordOf(
  document: SourceDocument,
  pointer: string,
  value: unknown,
  place: { readonly file: string; readonly record: number },
  expected: "array" | "object",
): RecordResult {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const { line } = document.locate(pointer);
    return { record: { place: { ...place, line, pointer }, fields: value as SourceRecord["fields"] }, diagnostics: [] };
  }
  const words = wrongType(placeWords(pointer), value, expected);
  return { diagnostics: [{ code: "wrong-type", severity: "error", ...words, ...placeOf(document, pointer) }] };
}

/** Says what is missing in the innermost value that is there. */
function missing(document: SourceDocument, pointer: string): Diagnostic {
  const segments = parsePointer(pointer);
  let known = segments.length;
  while (known > 0 && isBlank(valueAt(document.value, formatPointer(segments.slice(0, known))))) known -= 1;
  const owner = formatPointer(segments.slice(0, known));
  const words = missingProperty(placeWords(owner), segments[known] ?? "", true);
  return { code: "missing-property", severity: "error", ...words, ...placeOf(document, owner) };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null;
}
