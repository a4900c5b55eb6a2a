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
  /** A number or another value without quotes as it stands in the file, where the format can write one value in several ways. */
  written?(pointer: string): string | undefined;
  /** Warnings about what the format reads otherwise than the writer of the document may think. */
  cautions?(): readonly Diagnostic[];
}

/** The result of reading: documents in the order of the file, and diagnostics where there is no document. */
export type ReadResult =
  | { readonly document: SourceDocument; readonly diagnostics: readonly Diagnostic[] }
  | { readonly document?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * The entries of a document that is a list, each as a document of its own, in their order: pointers start from the entry, lines and
 * columns are those of the file.
 */
export function* entriesOf(document: SourceDocument): Generator<SourceDocument> {
  const { value } = document;
  if (!Array.isArray(value)) return;
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    yield new DocumentEntry(document, `/${String(index)}`, entry);
  }
}

class DocumentEntry implements SourceDocument {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly line: number;
  readonly #whole: SourceDocument;
  readonly #pointer: string;

  constructor(whole: SourceDocument, pointer: string, value: unknown) {
    this.#whole = whole;
    this.#pointer = pointer;
    this.file = whole.file;
    this.value = value;
    this.line = whole.locate(pointer).line;
  }

  locate(pointer: string, what: "key" | "value" = "value"): Position {
    return this.#whole.locate(`${this.#pointer}${pointer}`, what);
  }

  frame(position: Position): string {
    return this.#whole.frame(position);
  }

  written(pointer: string): string | undefined {
    return this.#whole.written?.(`${this.#pointer}${pointer}`);
  }
}
