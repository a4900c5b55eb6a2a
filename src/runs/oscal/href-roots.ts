import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { insideWorkspace } from "../../files/files.js";
import type { OscalFile } from "./files.js";
import { standardInput } from "../../workspace/oscal-file.js";
import type { Terminal } from "../../cli/terminal.js";

/**
 * The folders in which the hrefs of documents may be followed: the present one, and those of the files and folders that were named
 * outside of it. What a document names elsewhere is not looked at.
 */
export class HrefRoots {
  readonly #roots = new Set<string>();
  readonly #cwd: string;

  constructor(files: readonly OscalFile[], { cwd }: Pick<Terminal, "cwd">) {
    this.#cwd = cwd;
    this.#roots.add(cwd);
    for (const { path, found } of files) {
      if (path === standardInput || this.#contains(path)) continue;
      // A file that was found lies as many folders below the one that was named.
      const depth = found === undefined ? 1 : found.split("/").length;
      let root = path;
      for (let level = 0; level < depth; level += 1) root = dirname(root);
      this.#roots.add(root);
    }
  }

  /** Absolute path of what a path from the present folder means; undefined where it leads out of the folders, also through a link. */
  resolve(path: string): string | undefined {
    const target = resolve(this.#cwd, path);
    return this.#contains(target) ? target : undefined;
  }

  /** Whether there is a file or folder at the path; undefined where nobody may look. */
  exists(path: string): boolean | undefined {
    const target = this.resolve(path);
    if (target === undefined) return undefined;
    try {
      return statSync(target, { throwIfNoEntry: false }) !== undefined;
    } catch (error) {
      // A file on the way, or a name that is too long: nothing can be there. Else it may not be looked at, or is no name at all.
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      return code === "ENOTDIR" || code === "ENAMETOOLONG" ? false : undefined;
    }
  }

  /** Whether there is a file, and no folder or device, at the path, where it may be looked for. */
  isFile(path: string): boolean {
    const target = this.resolve(path);
    try {
      return target !== undefined && statSync(target).isFile();
    } catch {
      return false; // What cannot be looked at is not read.
    }
  }

  #contains(target: string): boolean {
    return [...this.#roots].some((root) => "path" in insideWorkspace(root, root, relative(root, target) || "."));
  }
}
