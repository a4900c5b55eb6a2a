import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { SourceDocument } from "./document.js";
import type { LineMap } from "./position.js";

/** The place of a value of a document, as diagnostics carry it. */
export type DiagnosticPlace = Required<Pick<Diagnostic, "file" | "line" | "column" | "pointer" | "frame">>;

/** A value in a document. */
export interface Place {
  readonly document: SourceDocument;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
}

/** @param what the value at the pointer, or the property's name before it */
export function placeOf(document: SourceDocument, pointer: string, what: "key" | "value" = "value"): DiagnosticPlace {
  const position = document.locate(pointer, what);
  return { file: document.file, ...position, pointer, frame: document.frame(position) };
}

/** A problem at an offset of a text. Lines are counted only when it is reported. */
export interface TextProblem {
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly diagnostic: (place: TextPlace) => Diagnostic;
}

/** The place of an offset of a text, as diagnostics carry it. */
type TextPlace = Omit<DiagnosticPlace, "pointer">;

/** @param firstLine line of the file on which the text begins */
export function diagnosticOf(
  { offset, diagnostic }: TextProblem,
  file: SourceFile,
  map: LineMap,
  firstLine = 1,
): Diagnostic {
  const { line, column } = map.position(offset);
  const position = { line: line + firstLine - 1, column };
  return diagnostic({ file, ...position, frame: map.frame(position, firstLine) });
}
