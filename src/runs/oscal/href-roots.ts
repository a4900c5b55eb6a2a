import { standardInput } from "../../files/read.js";
import { dirname, relative, resolve } from "node:path";
import { insideWorkspace } from "../../files/paths.js";
import { statusAt, type Reader } from "../../files/reader.js";
import type { Host } from "../host.js";
import type { OscalFile } from "./files.js";

/**
 * The folders in which the hrefs of documents may be followed: the host's, and those of the files and folders that were named
 * outside of it. Files that a document names elsewhere are not looked at.
 */
export class HrefRoots {
  readonly #roots = new Set<string>();
  readonly #reader: Reader;

  constructor(files: readonly OscalFile[], { folder, read }: Pick<Host, "folder" | "read">) {
    this.#reader = read;
    this.#roots.add(resolve(folder));
    for (const { file, found } of files) {
      if (file === standardInput || this.contains(file)) continue;
      // A file that was found lies as many folders below the one that was named.
      const depth = found === undefined ? 1 : found.split("/").length;
      let root: string = file;
      for (let level = 0; level < depth; level += 1) root = dirname(root);
      this.#roots.add(root);
    }
  }

  /** Whether there is a file or folder at an absolute path; undefined where nobody may look. */
  exists(path: string): boolean | undefined {
    // No file can have a name with NUL, wherever it is looked for.
    if (path.includes("\0")) return false;
    if (!this.contains(path)) return undefined;
    try {
      this.#reader.stat(path);
      return true;
    } catch (error) {
      // A file on the way, or a name that is too long: nothing can be there. Else it may not be looked at, or is not a name at all.
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" ? false : undefined;
    }
  }

  /** Whether there is a file, not a folder or a device, at the path, where it may be looked for. */
  isFile(path: string): boolean {
    return !path.includes("\0") && this.contains(path) && statusAt(path, this.#reader)?.kind === "file";
  }

  /** Whether a path lies in one of the folders, also through links. */
  contains(path: string): boolean {
    return [...this.#roots].some(
      (root) => "path" in insideWorkspace(root, root, relative(root, path) || ".", this.#reader),
    );
  }
}
