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

/** A format that something can be written in. Its entry is all that a command line needs before the format is loaded. */
export interface OutputFormat<Subject, Options, Made extends Output = Output> {
  /** What it is and for whom, in a few words. */
  readonly summary: string;
  /** Only a folder needs a path: texts and bytes can go to standard output. */
  readonly kind: Made["kind"];
  readonly load: () => Promise<(subject: Subject, options: Options) => Made>;
}

/** The entry of a format of text. @param load gives what makes the pieces */
export function textFormat<Subject, Options>(
  summary: string,
  load: () => Promise<(subject: Subject, options: Options) => Iterable<string>>,
): OutputFormat<Subject, Options, TextOutput> {
  return {
    summary,
    kind: "text",
    load: async () => {
      const piecesOf = await load();
      return (subject, options) => textOutput(piecesOf(subject, options));
    },
  };
}
