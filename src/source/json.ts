import { problem as fileProblem } from "../diagnostics/codes/files.js";
import { problem as syntaxProblem } from "../diagnostics/codes/syntax.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { limits } from "../foundation/limits.js";
import { illFormedText } from "./decode.js";
import type { ReadResult, SourceDocument } from "./document.js";
import { JsonOffsets } from "./json/offsets.js";
import { plainJson } from "./json/plain.js";
import { scanJson } from "./json/scan.js";
import { firstSyntaxError } from "./json/syntax.js";
import { diagnosticOf, type TextProblem } from "./place.js";
import { parsePointer } from "./pointer.js";
import { LineMap, type Position } from "./position.js";

/**
 * Reads one JSON document. Positions cost nothing until `locate` is called.
 * Duplicate keys are an error, since JSON.parse would keep the last one silently, and so are numbers that it would change.
 * @param firstLine line of the file on which the text begins (NDJSON: one document a line)
 */
export function readJson(text: string, file: SourceFile, firstLine = 1): ReadResult {
  const refused = (offset: number, diagnostic: TextProblem["diagnostic"]): ReadResult => ({
    diagnostics: [diagnosticOf({ offset, diagnostic }, file, new LineMap(text), firstLine)],
  });
  if (text.trim() === "") return refused(0, (place) => fileProblem("empty-file", place, "json"));
  const plain = plainJson(text, limits.depth);
  if (plain !== undefined) return accepted(text, new JsonDocument(text, file, firstLine, plain.value));
  const { tooDeep, duplicate, inexact } = scanJson(text, limits.depth);
  if (tooDeep !== undefined) {
    return refused(tooDeep, (place) => fileProblem("too-deep", place, { levels: limits.depth, of: "levels" }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    const { offset, ...words } = firstSyntaxError(text, firstLine) ?? { offset: 0, words: "invalid value" };
    return refused(offset, (place) => syntaxProblem("json-syntax", place, words));
  }
  if (duplicate && !(inexact && inexact.offset < duplicate.offset)) {
    const { key, offset } = duplicate;
    return refused(offset, (place) => syntaxProblem("duplicate-key", place, { key, within: "object" }));
  }
  if (inexact) {
    const { literal, offset } = inexact;
    return refused(offset, (place) => syntaxProblem("inexact-number", place, { literal }));
  }
  return accepted(text, new JsonDocument(text, file, firstLine, value));
}

function accepted(text: string, document: JsonDocument): ReadResult {
  const illFormed = illFormedText(text, document, "json");
  return illFormed ? { diagnostics: [illFormed] } : { document, diagnostics: [] };
}

class JsonDocument implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line: number;
  readonly #text: string;
  #offsets: JsonOffsets | undefined;
  #map: LineMap | undefined;

  constructor(text: string, file: SourceFile, line: number, value: unknown) {
    this.#text = text;
    this.file = file;
    this.line = line;
    this.value = value;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    this.#offsets ??= new JsonOffsets(this.#text);
    this.#map ??= new LineMap(this.#text);
    const { value, key = value } = this.#offsets.place(parsePointer(pointer));
    const position = this.#map.position(what === "key" ? key : value);
    return { line: position.line + this.line - 1, column: position.column };
  }

  frame(position: Position): string {
    this.#map ??= new LineMap(this.#text);
    return this.#map.frame(position, this.line);
  }
}
