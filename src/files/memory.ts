import { Dirent } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { packageRoot } from "./package.js";
import { nodeReader, type Reader } from "./reader.js";
import type { Spool, Writer } from "./writer.js";

/** Files in memory by absolute path. */
export type MemoryFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * Reads files from memory, as a server or an editor has them. Files that ship with aims are still read from the disk.
 * @param files may grow while they are read
 * @param standardInput bytes that come in there
 */
export function memoryReader(files: MemoryFiles, standardInput: Uint8Array = new Uint8Array()): Reader {
  const shipped = (path: string): boolean => path.startsWith(packageRoot() + sep);
  const known = new Set<string>();
  let counted = 0;
  const folders = (): ReadonlySet<string> => {
    if (files.size === counted) return known;
    for (const path of files.keys()) {
      for (let folder = dirname(path); !known.has(folder); folder = dirname(folder)) known.add(folder);
    }
    counted = files.size;
    return known;
  };
  const bytes = (path: string): Uint8Array => {
    const content = files.get(path);
    if (content !== undefined) return typeof content === "string" ? Buffer.from(content, "utf8") : content;
    if (folders().has(path)) throw systemError("EISDIR", "read", path);
    if (shipped(path)) return nodeReader.bytes(path);
    throw systemError("ENOENT", "open", path);
  };
  return {
    stat: (path) => {
      if (folders().has(path)) return { kind: "folder", size: 0 };
      if (!files.has(path) && shipped(path)) return nodeReader.stat(path);
      return { kind: "file", size: bytes(path).length };
    },
    realPath: (path) => {
      if (files.has(path) || folders().has(path)) return path;
      if (shipped(path)) return nodeReader.realPath(path);
      throw systemError("ENOENT", "realpath", path);
    },
    bytes,
    // eslint-disable-next-line @typescript-eslint/require-await -- what comes from a disk in pieces comes from memory at once
    chunks: async function* (path) {
      yield bytes(path);
    },
    list: (folder, _options, done) => {
      const inside = folder.replace(/(?<=.)\/+$/, "");
      if (!folders().has(inside)) {
        done(systemError("ENOENT", "scandir", folder), []);
        return;
      }
      const below = [...files.keys(), ...folders()].filter((path) => path !== inside && dirname(path) === inside);
      done(
        null,
        below.map((path) => entry(path, folders().has(path))),
      );
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    standardInput: async function* () {
      yield standardInput;
    },
  };
}

/**
 * Keeps in memory whatever is written.
 * @param files receives every file that is committed, by absolute path; may hold some already
 * @param onWritten is told of every file that is new or has changed
 */
export function memoryWriter(
  files: Map<string, string | Uint8Array>,
  onWritten: (path: string, content: Uint8Array) => void = () => undefined,
): Writer {
  const isFolder = (path: string): boolean =>
    [...files.keys()].some((each) => each.startsWith(path.endsWith(sep) ? path : path + sep));
  const requireFolder = (path: string): void => {
    for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
      if (files.has(folder)) throw systemError("ENOTDIR", "mkdir", folder);
    }
  };
  const requirePlace = (path: string): void => {
    if (isFolder(path)) throw systemError("EISDIR", "open", path);
    requireFolder(dirname(path));
  };
  const put = (path: string, content: Uint8Array): "written" | "unchanged" => {
    const known = files.get(path);
    if (known !== undefined && bytesOf(known).equals(content)) return "unchanged";
    requirePlace(path);
    files.set(path, content);
    onWritten(path, content);
    return "written";
  };
  return {
    file: (path) => {
      // As on a disk, a place that cannot be written to is noticed before anything is written elsewhere.
      requirePlace(path);
      let pieces: Uint8Array[] | undefined = [];
      const open = (): Uint8Array[] => {
        if (pieces === undefined) throw new Error("The file has been committed or discarded.");
        return pieces;
      };
      return {
        path,
        write: (piece) => void open().push(bytesOf(piece)),
        commit: () => {
          const content = Buffer.concat(open());
          pieces = undefined;
          put(path, content);
        },
        discard: () => {
          pieces = undefined;
        },
      };
    },
    whole: (path, content) => put(path, bytesOf(content)),
    append: (path, text) => void put(path, Buffer.concat([bytesOf(files.get(path) ?? ""), bytesOf(text)])),
    folder: (path) => {
      requireFolder(path);
      return { removeIfEmpty: () => undefined };
    },
    staged: (root) => {
      const pending = new Map<string, string>();
      return Promise.resolve({
        append: (name, text) => void pending.set(name, (pending.get(name) ?? "") + text),
        spool: memorySpool,
        names: () => [...pending.keys()].sort(),
        publish: () => {
          const outcome = [...pending.keys()]
            .sort()
            .map((name) => ({ name, became: put(join(root, name), bytesOf(pending.get(name) ?? "")) }));
          pending.clear();
          const those = (wanted: string): string[] =>
            outcome.flatMap(({ name, became }) => (became === wanted ? [name] : []));
          return { written: those("written"), unchanged: those("unchanged") };
        },
        discard: () => {
          pending.clear();
        },
      });
    },
    spool: () => Promise.resolve(memorySpool()),
    exists: (path) => files.has(path) || isFolder(path),
    realPlace: (path) => path,
  };
}

function memorySpool(): Spool {
  let kept: string[] | undefined = [];
  const lines = (): string[] => {
    if (kept === undefined) throw new Error("The lines were closed and can no longer be read or added to.");
    return kept;
  };
  return {
    add: (line) => lines().push(line) - 1,
    lines,
    linesAt: function* (positions) {
      for (const position of positions) yield lines()[position] ?? "";
    },
    close: () => {
      kept = undefined;
    },
  };
}

function bytesOf(content: string | Uint8Array): Buffer {
  return typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
}

function systemError(code: string, syscall: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall });
}

/** An entry of a folder, as `readdir` gives it. */
function entry(path: string, folder: boolean): Dirent {
  return Object.assign(Object.create(Dirent.prototype) as Dirent, {
    name: basename(path),
    parentPath: dirname(path),
    isFile: () => !folder,
    isDirectory: () => folder,
    isSymbolicLink: () => false,
  });
}
