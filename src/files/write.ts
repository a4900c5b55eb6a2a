import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { NotAFileError, type MadeFolder, type WrittenFile } from "./writer.js";

const FLUSH_AT = 1 << 16;
/** Names that are tried for a temporary file or folder. */
const MOST_NAMES = 100_000;

/** Files being written beside their final place; removed when the process is interrupted. */
const unfinished = new Set<string>();
/** Folders that were made and perhaps never filled; removed when the process is interrupted. */
const made = new Set<OutputFolder>();
let removesAtExit = false;

/** A folder to write into. Folders made for it are removed again when nothing was put there, also on Ctrl-C. */
export class OutputFolder implements MadeFolder {
  readonly #path: string;
  /** Topmost folder that did not exist before. */
  readonly #created: string | undefined;

  /** @param path absolute path; made when it does not exist @throws the operating system's error */
  constructor(path: string) {
    this.#path = path;
    this.#created = makeFolders(path);
    if (this.#created === undefined) return;
    watchExit();
    made.add(this);
  }

  /** Removes the folders that were made, from the innermost outwards, as long as nothing lies in them. */
  removeIfEmpty(): void {
    if (!made.has(this)) return;
    for (let folder = this.#path; ; folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch (error) {
        // Something lies in it, or it is not ours to remove, or somebody else has removed it already.
        if (codeOf(error) !== "ENOENT") return;
      }
      if (folder === this.#created) break;
    }
    made.delete(this);
  }
}

/**
 * Writes a file beside its final place; `commit` puts it there in one step, so that readers see the old file or the new one
 * and never a part. A file that is not committed is removed, also on Ctrl-C.
 */
export class OutputFile implements WrittenFile {
  readonly path: string;
  /** The file itself, where the path is a link to it. */
  readonly #target: string;
  readonly #temporary: string;
  readonly #folder: OutputFolder;
  readonly #descriptor: number;
  #pending: string[] = [];
  #pendingLength = 0;
  #open = true;

  /**
   * Creates missing folders. A link stays one: the file that it leads to is written.
   * @throws NotAFileError for devices, pipes and the like; the operating system's error
   */
  constructor(path: string) {
    this.path = path;
    this.#target = replaceableFile(path);
    this.#folder = new OutputFolder(dirname(this.#target));
    try {
      ({ path: this.#temporary, descriptor: this.#descriptor } = openTemporary(dirname(this.#target)));
    } catch (error) {
      this.#folder.removeIfEmpty();
      throw error;
    }
    removeOnExit(this.#temporary);
  }

  /** Adds to the end. @throws when the file has been committed or discarded, since its descriptor may be another file's by now */
  write(piece: string | Uint8Array): void {
    this.#mustBeOpen();
    if (typeof piece === "string") {
      this.#pending.push(piece);
      this.#pendingLength += piece.length;
      if (this.#pendingLength >= FLUSH_AT) this.#flush();
    } else {
      this.#flush();
      this.#put(piece);
    }
  }

  /** Forces the content to the disk and puts the file in its place. @throws when it was committed or discarded before */
  commit(): void {
    this.#mustBeOpen();
    this.#flush();
    fsyncSync(this.#descriptor);
    this.#close();
    renameSync(this.#temporary, this.#target);
    unfinished.delete(this.#temporary);
  }

  /** Discards the file. Does nothing after `commit`. */
  discard(): void {
    if (!unfinished.has(this.#temporary)) return;
    this.#close();
    rmSync(this.#temporary, { force: true });
    unfinished.delete(this.#temporary);
    this.#folder.removeIfEmpty();
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error(`The output file is closed: ${this.path}`);
  }

  #flush(): void {
    if (this.#pendingLength === 0) return;
    this.#put(Buffer.from(this.#pending.join(""), "utf8"));
    this.#pending = [];
    this.#pendingLength = 0;
  }

  #put(bytes: Uint8Array): void {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(this.#descriptor, bytes, offset);
  }

  #close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#descriptor);
  }
}

/** Writes a whole file in one step. A file that already has this content is left untouched, and its date with it. */
export function writeWhole(path: string, content: string | Uint8Array): "written" | "unchanged" {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
  const target = replaceableFile(path);
  if (lstatSync(target, { throwIfNoEntry: false }) && readFileSync(target).equals(bytes)) return "unchanged";
  makeFolders(dirname(target));
  const { path: temporary, descriptor } = openTemporary(dirname(target));
  try {
    try {
      for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return "written";
}

/**
 * The place that a path means once links are followed, whether something is there or not; two paths of one file give the same place.
 * @param path absolute path
 */
export function realPlace(path: string): string {
  const missing: string[] = [];
  for (let existing = resolve(path); ; existing = dirname(existing)) {
    try {
      return join(realpathSync(existing), ...missing);
    } catch {
      if (dirname(existing) === existing) return resolve(path);
      missing.unshift(basename(existing));
    }
  }
}

/** A file that is being written and has no name of its own yet. */
export interface TemporaryFile {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Makes a file in a folder for what is being written, to be read and written.
 * @throws the operating system's error
 */
export function openTemporary(folder: string): TemporaryFile {
  return underFreeName(folder, (path) => ({ path, descriptor: openSync(path, "wx+") }));
}

/** Makes a folder in a folder for what is being written. @returns its path @throws the operating system's error */
export function makeTemporaryFolder(folder: string): string {
  return underFreeName(folder, (path) => {
    mkdirSync(path);
    return path;
  });
}

/**
 * Makes something under a name that nobody else has: machines and containers that share a disk have process ids in common, so where a
 * name is taken the next one is tried.
 */
function underFreeName<Made>(folder: string, make: (path: string) => Made): Made {
  for (let number = 1; ; number += 1) {
    try {
      return make(join(folder, `.aims-${String(process.pid)}-${String(number)}.part`));
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || number >= MOST_NAMES) throw error;
    }
  }
}

/**
 * The file that writing to a path replaces, or makes. @throws NotAFileError for what is neither a file nor a link to one; EISDIR for
 * a folder
 */
export function replaceableFile(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return path;
  if (!stats.isSymbolicLink()) {
    requireFile(path, stats);
    return path;
  }
  // Names such as /dev/stderr lead to whatever the stream happens to be, which may be a file that somebody else is writing.
  if (/^\/(?:dev|proc)\//.test(resolve(path))) throw new NotAFileError(path, "a name of an open stream");
  let target: string;
  try {
    target = realpathSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new NotAFileError(path, "a link that leads nowhere");
    throw error;
  }
  requireFile(target, lstatSync(target));
  return target;
}

function requireFile(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) {
    throw Object.assign(new Error(`EISDIR: illegal operation on a directory, open '${path}'`), {
      code: "EISDIR",
      syscall: "open",
    });
  }
  throw new NotAFileError(path, stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device");
}

/**
 * Makes a folder and those above it that are missing, one call a level: it ends with the first one that cannot be made, on every
 * file system. Folders already made are removed again then.
 * @returns the topmost folder that was made @throws the operating system's error
 */
function makeFolders(path: string): string | undefined {
  const missing: string[] = [];
  for (
    let folder = path;
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true;
    folder = dirname(folder)
  ) {
    missing.push(folder);
    if (dirname(folder) === folder) break;
  }
  const created: string[] = [];
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
      created.push(folder);
    } catch (error) {
      // Somebody else may make the same folder at the same time.
      if (codeOf(error) === "EEXIST" && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) continue;
      removeEmpty(created.reverse());
      throw error;
    }
  }
  return created[0];
}

/** Removes folders, innermost first, as far as nothing lies in them. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // Files that somebody else has put there are theirs.
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Has a file removed when the process ends, until `noLongerTemporary` is called for it. */
export function removeOnExit(path: string): void {
  watchExit();
  unfinished.add(path);
}

export function noLongerTemporary(path: string): void {
  unfinished.delete(path);
}

function watchExit(): void {
  if (!removesAtExit) process.once("exit", removeUnfinished);
  removesAtExit = true;
}

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  for (const folder of made) folder.removeIfEmpty();
}
