import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "./document.js";

/** A value of a document: `pointer` is a JSON pointer (RFC 6901) into its tree. */
export interface Place {
  readonly document: SourceDocument;
  readonly pointer: string;
}

/** Where a value of a document stands, as diagnostics carry it. */
export type DiagnosticPlace = Required<Pick<Diagnostic, "file" | "line" | "column" | "pointer" | "frame">>;

/**
 * The place of a value as diagnostics carry it.
 * @param what the value at the pointer, or the property's name before it
 */
export function placeOf(document: SourceDocument, pointer: string, what: "key" | "value" = "value"): DiagnosticPlace {
  const position = document.locate(pointer, what);
  return { file: document.file, ...position, pointer, frame: document.frame(position) };
}
