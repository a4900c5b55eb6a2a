import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "./document.js";

/** Where a value of a document stands, as diagnostics carry it. */
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
