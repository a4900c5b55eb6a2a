import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { problem } from "../diagnostics/codes/files.js";
import { problem as outputProblem } from "../diagnostics/codes/outputs.js";
import { InputError } from "../diagnostics/diagnostic.js";
import { fileAt, insideWorkspace } from "./paths.js";
import { nodeReader } from "./reader.js";
import { LineSpool } from "./spool.js";
import { makeTemporaryFolder, OutputFolder } from "./write.js";
import type { Published, Spool, StagedFiles } from "./writer.js";

/** Folders that are not published yet; discarded when the process is interrupted. */
const unpublished = new Set<StagedFolder>();
let discardsAtExit = false;

const CHUNK = 1 << 16;
/** Characters kept in memory before they go to the disk. */
const PENDING = 4 << 20;

/**
 * Files that are to appear in a folder together. They are written into a temporary folder inside it and moved to their places by
 * `publish`, each in one step; discarded, or interrupted with Ctrl-C, they leave nothing behind. A file that is already there
 * with the same bytes is not touched. No file is kept open, so there may be any number of them.
 */
export class StagedFolder implements StagedFiles {
  readonly #root: string;
  readonly #folder: OutputFolder;
  readonly #stage: string;
  readonly #pending = new Map<string, string[]>();
  readonly #names = new Set<string>();
  #pendingLength = 0;

  /** @param root absolute path; made when it does not exist @throws the operating system's error */
  constructor(root: string) {
    this.#root = root;
    this.#folder = new OutputFolder(root);
    this.#stage = makeTemporaryFolder(root);
    if (!discardsAtExit) process.once("exit", discardAll);
    discardsAtExit = true;
    unpublished.add(this);
  }

  /** Lines that are kept beside the files and go away with them. */
  spool(): Spool {
    return new LineSpool(this.#stage);
  }

  /** Adds text to the end of a file. @param name path inside the folder with "/"; made of names that the program chose, not of input */
  append(name: string, text: string): void {
    const pieces = this.#pending.get(name);
    if (pieces) pieces.push(text);
    else this.#pending.set(name, [text]);
    this.#names.add(name);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= PENDING) this.#flush();
  }

  names(): readonly string[] {
    return [...this.#names].sort();
  }

  /**
   * Puts all files in their places, in the order of their names, each in one step.
   * @throws InputError when a place lies outside the folder (through a link) or a folder stands there, before anything is moved
   */
  publish(): Published {
    this.#flush();
    const names = this.names();
    for (const name of names) {
      this.#mustBeInside(name);
      this.#mustBeFree(name);
    }
    const written: string[] = [];
    const unchanged: string[] = [];
    for (const name of names) {
      const from = this.#staged(name);
      const to = join(this.#root, ...name.split("/"));
      if (sameBytes(from, to)) unchanged.push(name);
      else {
        force(from);
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
        written.push(name);
      }
    }
    this.#removeStage();
    return { written, unchanged };
  }

  /** Discards everything, and removes the folder itself when it is new. Does nothing after `publish`. */
  discard(): void {
    if (!existsSync(this.#stage)) return;
    this.#removeStage();
    this.#folder.removeIfEmpty();
  }

  #staged(name: string): string {
    return join(this.#stage, ...name.split("/"));
  }

  #flush(): void {
    for (const [name, pieces] of this.#pending) {
      const path = this.#staged(name);
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, pieces.join(""));
    }
    this.#pending.clear();
    this.#pendingLength = 0;
  }

  #mustBeInside(name: string): void {
    const folder = dirname(join(this.#root, ...name.split("/")));
    let existing = folder;
    while (!existsSync(existing)) existing = dirname(existing);
    const realRoot = realpathSync(this.#root);
    const real = realpathSync(existing);
    const leaves = real !== realRoot && !real.startsWith(realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`);
    if (leaves || "outside" in insideWorkspace(this.#root, this.#root, name, nodeReader)) {
      throw new InputError([
        problem("path-outside-workspace", { file: fileAt(join(this.#root, name)) }, { how: "output", path: name }),
      ]);
    }
  }

  #mustBeFree(name: string): void {
    const path = join(this.#root, ...name.split("/"));
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
    throw new InputError([
      outputProblem(
        "unwritable-file",
        { file: fileAt(path) },
        { error: Object.assign(new Error("a folder"), { code: "EISDIR" }) },
      ),
    ]);
  }

  #removeStage(): void {
    rmSync(this.#stage, { recursive: true, force: true });
    unpublished.delete(this);
  }
}

function discardAll(): void {
  for (const folder of [...unpublished]) folder.discard();
}

/** Forces a file's content to the disk. */
function force(path: string): void {
  const descriptor = openSync(path, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function sameBytes(a: string, b: string): boolean {
  if (!existsSync(b) || !statSync(b).isFile() || statSync(a).size !== statSync(b).size) return false;
  const [first, second] = [openSync(a, "r"), openSync(b, "r")];
  try {
    const [left, right] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)];
    for (;;) {
      const length = readSync(first, left);
      // Both are plain files of the same size, so a short read is the end of both.
      if (length !== readSync(second, right) || !left.subarray(0, length).equals(right.subarray(0, length)))
        return false;
      if (length === 0) return true;
    }
  } finally {
    closeSync(first);
    closeSync(second);
  }
}
