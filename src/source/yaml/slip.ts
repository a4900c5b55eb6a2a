import type { Node, YAMLError } from "yaml";
import type { TextLine } from "./lines.js";

/** A mistake in the syntax of YAML, in the words of those who write it. */
export interface Slip {
  /** Where to correct it, in UTF-16 code units. */
  readonly offset: number;
  /** What is wrong, as a clause. */
  readonly words: string;
  /** What to do, in sentences. */
  readonly fix: string;
  /** Offset up to which what follows is a consequence; Infinity for all of the document. */
  readonly until?: number;
  /** The code that it has, where it is not broken syntax. */
  readonly code?: "unknown-tag" | "key-not-text";
}

/** What is known of an error of the parser. */
export interface Found {
  readonly offset: number;
  readonly code: YAMLError["code"];
  readonly message: string;
  readonly text: string;
  /** The line in which it lies. */
  readonly line: TextLine;
  /** Offset behind the last word of the text. */
  readonly end: number;
  /** Nodes in quotes and brackets, in their order. */
  readonly nodes: () => readonly Node[];
}
