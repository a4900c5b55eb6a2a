import type { ValidateFunction } from "ajv";
import { problem, type FileTold } from "../diagnostics/codes/files.js";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import { readShippedJson } from "../files/package.js";
import type { InputFile } from "../files/read.js";
import type { Reader } from "../files/reader.js";
import { checkWithoutBlanks, holdsText } from "../source/blank.js";
import type { SourceDocument } from "../source/document.js";
import { readDocuments } from "../source/read.js";
import { schemaDiagnostics } from "../source/schema-problems.js";

/** A small YAML or JSON file that people keep: settings, suppressions, overlays. Its type and its schema's validator are made by npm run generate. */
export interface RecordKind {
  readonly validator: ValidateFunction;
  /** Name of the schema in schemas/, without its ending. */
  readonly schema: string;
  /** The word for the file where a second document begins in it. */
  readonly called: Exclude<FileTold["second-document"], "oscal">;
}

/** A record that was read. */
export interface KeptRecord<Value> {
  /** As the schema has it; blanks are left out. */
  readonly value: Value;
  /** Its place, for diagnostics about it. */
  readonly source: SourceDocument;
}

/**
 * Reads a record: one document, valid under its schema.
 * @param Value the type that is generated from the schema
 */
export async function readRecord<Value>(
  input: InputFile,
  { validator, schema, called }: RecordKind,
  reader: Reader,
): Promise<Reading<KeptRecord<Value>>> {
  const problems: Diagnostic[] = [];
  let first: SourceDocument | undefined;
  for await (const { document, diagnostics } of readDocuments(input, reader)) {
    problems.push(...diagnostics);
    if (document === undefined) continue;
    const whole = document.value;
    problems.push(...(document.cautions?.((pointer, text) => holdsText(validator, whole, pointer, text)) ?? []));
    if (first === undefined) first = document;
    else problems.push(problem("second-document", { file: document.file, line: document.line, column: 1 }, called));
  }
  if (first === undefined) return { problems };
  const { value, errors } = checkWithoutBlanks(validator, first.value);
  if (errors.length > 0) {
    const place = { schema: readShippedJson("schemas", `${schema}.schema.json`), entry: "" };
    return { problems: [...problems, ...schemaDiagnostics(errors, first, place)] };
  }
  return { value: { value: value as Value, source: first }, problems };
}
