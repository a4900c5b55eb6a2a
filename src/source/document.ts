import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Position } from "./position.js";

/** One document of a file as a plain tree that still knows where its values stand. */
export interface SourceDocument {
  /** The file that holds it. */
  readonly file: SourceFile;
  /** The tree: objects without prototype surprises, arrays, strings, numbers, booleans, null. */
  readonly value: unknown;
  /** First line of the document in its file, counted from 1. */
  readonly line: number;
  /**
   * Where the value at the pointer begins, or the innermost value around it that exists.
   * With `"key"` the position of the property name is given where the pointer ends in one.
   */
  locate(pointer: string, what?: "key" | "value"): Position;
  /** The text around a position, ready to print. */
  frame(position: Position): string;
}

/** The result of reading: documents in the order of the file, and diagnostics where there is no document. */
export type ReadResult =
  | { readonly document: SourceDocument; readonly diagnostics: readonly Diagnostic[] }
  | { readonly document?: undefined; readonly diagnostics: readonly Diagnostic[] };
