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
  /**
   * The text that the key at the pointer may belong to: in brackets, a comma ends a text without quotes, and the rest of it becomes keys
   * without a value.
   */
  cutText?(pointer: string): CutText | undefined;
  /**
   * Warnings about what the format reads otherwise than the writer of the document may think.
   * @param holds whether the value at the pointer could be the text: a comment behind a value that is no free text is one
   */
  cautions?(holds: HoldsText): readonly Diagnostic[];
}

/** Whether the value at a pointer of a document could be a text as well. */
export type HoldsText = (pointer: string, text: string) => boolean;

/** A text without quotes that commas in brackets have cut into keys. */
export interface CutText {
  /** All of it, as it is written. */
  readonly whole: string;
  /** Whether the key is the first behind the text. */
  readonly first: boolean;
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

  cutText(pointer: string): CutText | undefined {
    return this.#whole.cutText?.(`${this.#pointer}${pointer}`);
  }
}
