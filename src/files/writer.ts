import { problem } from "../diagnostics/codes/outputs.js";
import { InputError } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";

/**
 * Where results are written: the disk, or what a test or a server puts in its place. Paths are absolute. Every function throws the
 * operating system's errors, or NotAFileError where something stands that a file cannot replace.
 */
export interface Writer {
  /** A file that appears whole or not at all; missing folders are made. */
  readonly file: (path: string) => WrittenFile;
  /** Writes a whole file in one step; one that already has this content is left untouched, and its date with it. */
  readonly whole: (path: string, content: string | Uint8Array) => "written" | "unchanged";
  /** Adds text to the end of a file, which is made when it does not exist; the folder has to be there. */
  readonly append: (path: string, text: string) => void;
  /** A folder to write into, made when it does not exist. */
  readonly folder: (path: string) => MadeFolder;
  /** Files that appear in a folder together. */
  readonly staged: (root: string) => Promise<StagedFiles>;
  /** Lines that are kept for a while, where memory should not grow with them. @param folder an existing one on the disk to use */
  readonly spool: (folder: string) => Promise<Spool>;
  /** Whether anything is at the path, a link that leads nowhere included. */
  readonly exists: (path: string) => boolean;
  /** The place that a path means once links are followed, whether something is there or not. */
  readonly realPlace: (path: string) => string;
}

/** A file while it is written. */
export interface WrittenFile {
  readonly path: string;
  /** Adds to the end. @throws when the file has been committed or discarded */
  readonly write: (piece: string | Uint8Array) => void;
  /** Puts the file in its place. @throws when it was committed or discarded before */
  readonly commit: () => void;
  /** Discards the file. Does nothing after `commit`. */
  readonly discard: () => void;
}

/** A folder that had to be made, or was there. */
export interface MadeFolder {
  /** Removes the folders that were made for it, as long as nothing lies in them. */
  readonly removeIfEmpty: () => void;
}

/** Lines that are written once and read several times. */
export interface Spool {
  /**
   * @param line text without a line break
   * @returns its position, by which `linesAt` finds it
   */
  readonly add: (line: string) => number;
  readonly lines: () => Iterable<string>;
  /** The lines at positions that `add` gave, in the order of the positions; the fastest to read are those that ascend. */
  readonly linesAt: (positions: Iterable<number>) => Iterable<string>;
  /** `add`, `lines` and `linesAt` throw afterwards; closing again does nothing. */
  readonly close: () => void;
}

/** Files of a folder until they are published. */
export interface StagedFiles {
  /** Adds text to the end of a file. @param name path inside the folder with "/", chosen by the program, not by input */
  readonly append: (name: string, text: string) => void;
  readonly spool: () => Spool;
  /** Names of the files so far. */
  readonly names: () => readonly string[];
  /** Puts all files in their places, in the order of their names, each in one step. @throws InputError for a place that cannot be taken, before anything is moved */
  readonly publish: () => Published;
  /** Discards everything. Does nothing after `publish`. */
  readonly discard: () => void;
}

/** The outcome for staged files, by path with "/" inside the folder, in sorted order. */
export interface Published {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/** Two spellings of one place give one key, also where the disk takes upper and lower case for the same. */
export function placeKey(path: SourceFile, writer: Writer): string {
  return writer.realPlace(path).toLowerCase();
}

/** Something stands in the place of a file that cannot be replaced by one: a device, a pipe, a link that leads nowhere. */
export class NotAFileError extends Error {
  /** The kind of thing, with its article. */
  readonly kind: string;

  constructor(path: string, kind: string) {
    super(`This is not a file but ${kind}: ${path}`);
    this.name = "NotAFileError";
    this.kind = kind;
  }
}

/**
 * Runs work that writes to a place that the user has named.
 * @param work may also take its time: the promise is rejected in the same way
 * @throws InputError when the operating system refuses, or something stands there that is not a file; other errors as they are
 */
export function writing<Result>(what: "file" | "folder", place: SourceFile, work: () => Result): Result {
  try {
    const result = work();
    return result instanceof Promise
      ? (result.catch((error: unknown) => inputFault(what, place, error)) as Result)
      : result;
  } catch (error) {
    return inputFault(what, place, error);
  }
}

/** @throws InputError for what the operating system or the place refuses; other errors as they are */
function inputFault(what: "file" | "folder", place: SourceFile, error: unknown): never {
  const code = `unwritable-${what}` as const;
  if (error instanceof NotAFileError) throw new InputError([problem(code, { file: place }, { stands: error.kind })]);
  if (error instanceof Error && "syscall" in error) throw new InputError([problem(code, { file: place }, { error })]);
  throw error;
}
