import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadResult, SourceDocument } from "./document.js";
import { JsonOffsets } from "./json/offsets.js";
import { scanJson } from "./json/scan.js";
import { firstSyntaxError } from "./json/syntax.js";
import { limits } from "../foundation/limits.js";
import { parsePointer } from "./pointer.js";
import { illFormedText } from "./json/well-formed.js";
import { LineMap, type Position } from "./position.js";

/**
 * Reads one JSON document. Positions cost nothing until `locate` is called.
 * Duplicate keys are an error, since JSON.parse would keep the last one silently, and so are numbers that it would change.
 * @param firstLine line of the file on which the text begins (NDJSON: one document a line)
 */
export function readJson(text: string, file: string, firstLine = 1): ReadResult {
  const fail = (code: string, message: string, offset: number, fix?: string): ReadResult => {
    const map = new LineMap(text);
    const { line: lineInText, column } = map.position(offset);
    const line = lineInText + firstLine - 1;
    const diagnostic: Diagnostic = {
      code,
      severity: "error",
      message,
      file,
      line,
      column,
      ...(fix === undefined ? {} : { fix }),
      frame: map.frame({ line, column }, firstLine),
    };
    return { diagnostics: [diagnostic] };
  };
  if (text.trim() === "")
    return fail(
      "empty-file",
      "There is no JSON document here: the text is empty.",
      0,
      "Write a document, or remove the file.",
    );
  const { tooDeep, duplicate, inexact } = scanJson(text, limits.depth);
  if (tooDeep !== undefined) {
    return fail("too-deep", `Nested deeper than ${String(limits.depth)} levels.`, tooDeep, "Flatten the document.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    const { words, offset, fix } = firstSyntaxError(text, firstLine) ?? { words: "invalid value", offset: 0 };
    return fail("json-syntax", `This is not JSON: ${words}.`, offset, fix ?? "Correct the syntax at this place.");
  }
  if (duplicate && !(inexact && inexact.offset < duplicate.offset)) {
    return fail(
      "duplicate-key",
      `The key "${duplicate.key}" stands here twice in one object.`,
      duplicate.offset,
      "Keep one of the two.",
    );
  }
  if (inexact) {
    const literal = inexact.literal.length > 60 ? `${inexact.literal.slice(0, 57)}...` : inexact.literal;
    return fail(
      "inexact-number",
      `The number ${literal} cannot be held exactly: it would be read as ${String(Number(inexact.literal))}.`,
      inexact.offset,
      "Put it in quotes if it is a name, or write it with fewer digits.",
    );
  }
  const document = new JsonDocument(text, file, firstLine, value);
  const illFormed = illFormedText(text, document);
  return illFormed ? { diagnostics: [illFormed] } : { document, diagnostics: [] };
}

class JsonDocument implements SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly line: number;
  readonly #text: string;
  #offsets: JsonOffsets | undefined;
  #map: LineMap | undefined;

  constructor(text: string, file: string, line: number, value: unknown) {
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
