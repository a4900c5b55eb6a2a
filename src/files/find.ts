import type { Stats } from "node:fs";
import { resolve, sep } from "node:path";
import type { GlobOptions } from "tinyglobby";
import { problem } from "../diagnostics/codes/files.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { by } from "../foundation/order.js";
import { fileAt, leadsOutside, nameFrom } from "./paths.js";
import type { InputFile } from "./read.js";
import type { Reader, ReadFolder } from "./reader.js";

/** A file that a search has found. */
export interface FoundFile extends InputFile {
  /** Path below the folder that was searched, with "/" on every platform. */
  readonly name: string;
}

/**
 * Makes a wildcard take every link for a file: the link is seen, and reading it says what it is, but no wildcard leads
 * through it.
 */
const linksAsFiles = {
  realpath: (path: string, done: (error: null, path: string) => void) => {
    done(null, path);
  },
  stat: (_path: string, done: (error: null, stats: Pick<Stats, "isDirectory">) => void) => {
    done(null, { isDirectory: () => false });
  },
};

/**
 * Files under `root` that match one of the patterns, sorted by name. A wildcard does not lead through linked folders; where a pattern
 * names a way out of the folder (upwards, or through a link), or a link that matches leads out, the files are marked, so that
 * reading them says so. A folder that would have to be looked into, and cannot be, stands among the files as `unreadable`.
 * @param root absolute path of an existing folder
 */
export async function findFiles(root: string, patterns: readonly string[], reader: Reader): Promise<FoundFile[]> {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!"));
  const names = new Set<string>();
  const unreadableFolders = new Map<string, Diagnostic>();
  // The search itself takes a folder that cannot be read for an empty one.
  const fileSystem = {
    ...linksAsFiles,
    readdir: ((folder, options, done) => {
      reader.list(folder, options, (error, entries) => {
        if (error !== null && !isGone(error)) {
          const path = resolve(root, folder);
          unreadableFolders.set(
            nameFrom(root, path),
            problem("unreadable-file", { file: fileAt(path) }, { what: "folder", error }),
          );
        }
        done(error, entries);
      });
    }) satisfies ReadFolder,
  };
  // A command that is given its files does not search.
  const { glob } = await import("tinyglobby");
  // One by one, since several patterns together are searched from the folder that they share, where linked folders are not followed.
  for (const pattern of patterns) {
    if (pattern.startsWith("!")) continue;
    const found = await glob([pattern, ...excluded], {
      cwd: root,
      onlyFiles: true,
      followSymbolicLinks: true,
      fs: fileSystem as unknown as NonNullable<GlobOptions["fs"]>,
      expandDirectories: false,
      dot: false,
      ignore: ["**/node_modules/**"],
    });
    for (const name of found) names.add(name.split(sep).join("/"));
  }
  return [...new Set([...names, ...unreadableFolders.keys()])]
    .map((name): FoundFile => {
      const path = resolve(root, name);
      const file = fileAt(path);
      if (leadsOutside(root, path, reader)) return { file, name, outside: true };
      const unreadable = unreadableFolders.get(name);
      return unreadable === undefined ? { file, name } : { file, name, unreadable };
    })
    .sort(by(({ name }) => name));
}

/** The beginning of a pattern need not be there, and a folder may be removed while the search goes on. */
function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
