/** The result of writing something in a format: a text, bytes, or a folder of files. It is made while it is read. */
export type Output = TextOutput | BytesOutput | FolderOutput;

/** A text in pieces, so that a large one never lies in memory as a whole. */
export interface TextOutput {
  readonly kind: "text";
  readonly pieces: Iterable<string>;
}

/** Bytes in pieces; a file for a program, which no terminal can show. */
export interface BytesOutput {
  readonly kind: "bytes";
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Files that belong together in a folder, in the order in which they are written. */
export interface FolderOutput {
  readonly kind: "folder";
  /** By path inside the folder, with "/". */
  readonly files: ReadonlyMap<string, TextOutput | BytesOutput>;
}

/** A text in pieces as an output. */
export function textOutput(pieces: Iterable<string>): TextOutput {
  return { kind: "text", pieces };
}
