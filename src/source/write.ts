import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

const FLUSH_AT = 1 << 16;

/** Files being written beside their final place; removed when the process is interrupted. */
const unfinished = new Set<string>();
/** Folders that were made and perhaps never filled; removed when the process is interrupted. */
const made = new Set<OutputFolder>();
let removesAtExit = false;
/** Distinguishes files that are written to the same place at the same time. */
let files = 0;

/** A folder to write into. What had to be made of it goes away again when nothing was put there, also on Ctrl-C. */
export class OutputFolder {
  readonly #path: string;
  /** Topmost folder that did not exist before. */
  readonly #created: string | undefined;

  /** @param path absolute path; made when it does not exist @throws the operating system's error */
  constructor(path: string) {
    this.#path = path;
    this.#created = mkdirSync(path, { recursive: true });
    if (this.#created === undefined) return;
    watchExit();
    made.add(this);
  }

  /** Removes the folders that were made, from the innermost outwards, as long as nothing lies in them. */
  removeIfEmpty(): void {
    if (!made.has(this)) return;
    for (let folder = this.#path; existsSync(folder); folder = dirname(folder)) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
      if (folder === this.#created) break;
    }
    made.delete(this);
  }
}

/**
 * Writes a text file beside its final place; `commit` puts it there in one step, so that readers see the old file or the new one
 * and never a part. What is not committed is removed, also on Ctrl-C.
 */
export class OutputFile {
  readonly path: string;
  readonly #temporary: string;
  readonly #folder: OutputFolder;
  readonly #descriptor: number;
  #pending: string[] = [];
  #pendingLength = 0;
  #open = true;

  /** Creates missing folders. @throws the operating system's error */
  constructor(path: string) {
    this.path = path;
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw Object.assign(new Error(`EISDIR: illegal operation on a directory, open '${path}'`), {
        code: "EISDIR",
        syscall: "open",
      });
    }
    files += 1;
    this.#temporary = `${path}.${String(process.pid)}-${String(files)}.part`;
    this.#folder = new OutputFolder(dirname(path));
    try {
      this.#descriptor = openSync(this.#temporary, "w");
    } catch (error) {
      this.#folder.removeIfEmpty();
      throw error;
    }
    removeOnExit(this.#temporary);
  }

  /** Appends text. @throws when the file has been committed or discarded, since its descriptor may be another file's by now */
  write(text: string): void {
    this.#mustBeOpen();
    this.#pending.push(text);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= FLUSH_AT) this.#flush();
  }

  /** Forces the content to the disk and puts the file in its place. @throws when it was committed or discarded before */
  commit(): void {
    this.#mustBeOpen();
    this.#flush();
    fsyncSync(this.#descriptor);
    this.#close();
    renameSync(this.#temporary, this.path);
    unfinished.delete(this.#temporary);
  }

  /** Gives the file up. Does nothing after `commit`. */
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
    const bytes = Buffer.from(this.#pending.join(""), "utf8");
    for (let offset = 0; offset < bytes.length;) offset += writeSync(this.#descriptor, bytes, offset);
    this.#pending = [];
    this.#pendingLength = 0;
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
  if (existsSync(path) && readFileSync(path).equals(bytes)) return "unchanged";
  const temporary = `${path}.${String(process.pid)}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    const descriptor = openSync(temporary, "w");
    try {
      for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return "written";
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
