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
  /** The format and its readers in a few words. */
  readonly summary: string;
  /** Only a folder needs a path: texts and bytes can go to standard output. */
  readonly kind: Made["kind"];
  readonly load: () => Promise<(subject: Subject, options: Options) => Made>;
}

/** How a report of an assessment is wanted. */
export interface ReportOptions {
  /** Whether ANSI colours are wanted; only the text report knows any. */
  readonly color: boolean;
  /** Path of the workspace as seen from where the reader of the report stands, with "/"; "" when it is the same folder. */
  readonly workspace: string;
  /** Address below which a code host shows the files that the reader sees, without "/" at the end; links are relative without one. */
  readonly sources?: string;
  /** What the text report shows of single systems; their open verdicts unless given. */
  readonly details?: Details;
  /** Columns that the text report may take, 80 to 200; a fixed number unless given, so that a file is the same on every machine. */
  readonly width?: number;
}

/** What a report shows system by system: every verdict of every system, what is open in those that are worst off, or nothing. */
export type Details = (typeof details)[number];

export const details: readonly ["all", "open", "none"] = ["all", "open", "none"];

/** The descriptor's path as the reader of the report has to write it. */
export function pathOf(file: string, { workspace }: ReportOptions): string {
  return workspace === "" ? file : `${workspace}/${file}`;
}
