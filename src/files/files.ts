import { readdir, readFileSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { GlobOptions } from "tinyglobby";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { limits } from "../foundation/limits.js";

/** A file to read: where it lies, and how it is called towards the user. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the workspace, with "/" on every platform. */
  readonly name: string;
  /** The path leads out of the workspace, through a link or upwards: the file is refused instead of read. */
  readonly outside?: true;
  /** Not a file but a folder that cannot be looked into, so that nobody knows what it holds: reading it says so. */
  readonly unreadable?: Diagnostic;
}

/** Lists a folder, as `readdir` of `node:fs` does. */
export type ReadFolder = (
  path: string,
  options: { readonly withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/** Text of `path` relative to `root`, with "/" on every platform. */
export function displayName(root: string, path: string): string {
  const name = relative(root, path).split(sep).join("/");
  return name === "" ? "." : name;
}

/**
 * Has a wildcard take every link for a file by the link's name: it is seen, and reading it says what it is, but no wildcard leads
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
 * names a way out of the workspace (upwards, or through a link), or a link that matches leads out, the files are marked, so that
 * reading them says so. A folder that would have to be looked into, and cannot be, stands among the files as `unreadable`.
 * @param root absolute path of an existing folder
 */
export async function findFiles(
  root: string,
  patterns: readonly string[],
  readFolder: ReadFolder = readdir,
): Promise<SourceFile[]> {
  const excluded = patterns.filter((pattern) => pattern.startsWith("!"));
  const names = new Set<string>();
  const unreadableFolders = new Map<string, Diagnostic>();
  // The search itself takes a folder that cannot be read for an empty one.
  const fileSystem = {
    ...linksAsFiles,
    readdir: ((folder, options, done) => {
      readFolder(folder, options, (error, entries) => {
        if (error !== null && !isGone(error)) {
          const name = displayName(root, resolve(root, folder));
          unreadableFolders.set(name, unreadableFolder(name, error));
        }
        done(error, entries);
      });
    }) satisfies ReadFolder,
  };
  // A command that is given its files looks for none.
  const { glob } = await import("tinyglobby");
  // One by one, since several patterns together are searched from the folder that they share, where a linked folder is no way.
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
    for (const name of found) names.add(name);
  }
  const realRoot = realpathSync(root);
  return [...new Set([...[...names].map((name) => name.split(sep).join("/")), ...unreadableFolders.keys()])]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => {
      const path = resolve(root, name);
      if (leaves(root, path) || leavesThroughLink(realRoot, path)) return { path, name, outside: true };
      const problem = unreadableFolders.get(name);
      return problem === undefined ? { path, name } : { path, name, unreadable: problem };
    });
}

/** What a pattern begins with need not be there, and a folder may be removed while the search goes on. */
function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}

function unreadableFolder(name: string, error: NodeJS.ErrnoException): Diagnostic {
  const denied = error.code === "EACCES" || error.code === "EPERM";
  return {
    code: "unreadable-file",
    severity: "error",
    message: denied ? "Permission to read the folder is denied." : `The folder cannot be read: ${error.message}.`,
    file: name,
    fix: denied
      ? "Give the user who runs aims the right to read it, or name the files and folders beside it."
      : "Check the disk and the path.",
  };
}

/**
 * Resolves a path that a document names, and refuses it when it leaves the workspace, also through links.
 * @param from absolute path of the folder that relative paths start from
 */
export function insideWorkspace(root: string, from: string, path: string): { path: string } | { outside: true } {
  const target = resolve(from, path);
  if (isAbsolute(path) || leaves(root, target) || leavesThroughLink(realpathSync(root), target))
    return { outside: true };
  return { path: target };
}

function leavesThroughLink(realRoot: string, target: string): boolean {
  try {
    return leaves(realRoot, realpathSync(target));
  } catch {
    // What does not exist cannot lead outside; reading it will say that it is missing.
    return false;
  }
}

/** The diagnostic for a file that does not lie in the workspace. */
export function outsideWorkspace(file: SourceFile): Diagnostic {
  return {
    code: "path-outside-workspace",
    severity: "error",
    message: "The file does not lie in the workspace: a link or a path leads out of it.",
    file: file.name,
    fix: "Put the file itself into the workspace's folder.",
  };
}

function leaves(root: string, target: string): boolean {
  const way = relative(root, target);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Reads a file of bounded size; what goes wrong comes back as a diagnostic. */
export function readBounded(file: SourceFile, maximum: number = limits.documentBytes): Uint8Array | Diagnostic {
  if (file.outside === true) return outsideWorkspace(file);
  if (file.unreadable !== undefined) return { ...file.unreadable, file: file.name };
  try {
    const { size } = statFile(file.path);
    if (size > maximum) {
      return {
        code: "file-too-large",
        severity: "error",
        message: `The file has ${mebibytes(size)} MiB; at most ${mebibytes(maximum)} MiB are read as one document.`,
        file: file.name,
        fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
      };
    }
    return readFileSync(file.path);
  } catch (error) {
    return unreadable(file, error);
  }
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

/** The diagnostic for a file that the operating system does not let us read. */
export function unreadable(file: SourceFile, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, [message: string, fix: string]> = {
    ENOENT: ["There is no such file.", "Check the spelling of the path."],
    EACCES: ["Permission to read the file is denied.", "Give the user who runs aims the right to read it."],
    EPERM: ["Permission to read the file is denied.", "Give the user who runs aims the right to read it."],
    EISDIR: ["This is not a file but a folder or a device.", "Name a file."],
    ENOTDIR: ["A part of the path is a file, not a folder.", "Check the spelling of the path."],
  };
  const [message, fix] = words[code] ?? [
    `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    "Check the disk and the path.",
  ];
  return { code: "unreadable-file", severity: "error", message, file: file.name, fix };
}

/** The diagnostic for a place that the operating system does not let us write to. @param name of the file or folder, as the user gave it */
export function unwritable(what: "file" | "folder", name: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const denied: [message: string, fix: string] = [
    `Permission to write the ${what} is denied.`,
    "Name a place that you may write to; folders on the way are made.",
  ];
  const blocked: [message: string, fix: string] = [
    "A file stands where a folder is needed.",
    "Name a folder, or a path below folders; what does not exist is made.",
  ];
  const words: Record<string, [message: string, fix: string]> = {
    EACCES: denied,
    EPERM: denied,
    EROFS: [`The ${what} lies on a disk that can only be read.`, denied[1]],
    EEXIST: blocked,
    ENOTDIR: blocked,
    EISDIR: ["A folder stands where the file is to be written.", "Name a file."],
    ENOSPC: ["The disk is full.", "Make room, or name a place on another disk."],
  };
  const [message, fix] = words[code] ?? [
    `The ${what} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    "Check the disk and the path.",
  ];
  return { code: `unwritable-${what}`, severity: "error", message, file: name, fix };
}

/**
 * Looks at a file that is about to be read; devices and pipes, which may never end, are refused like folders.
 * @throws the operating system's error, or one with its code EISDIR
 */
export function statFile(path: string): { readonly size: number } {
  const stats = statSync(path);
  if (!stats.isFile()) throw Object.assign(new Error("not a file"), { code: "EISDIR" });
  return stats;
}
