import { createReadStream, readdir, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";

/**
 * Where inputs are read from: the disk and standard input, or what a test or a server puts in their place. Paths are absolute. Every
 * function throws the operating system's errors, with their codes (ENOENT, EACCES, ...).
 */
export interface Reader {
  /** The status of a path, links followed. */
  readonly stat: (path: string) => FileStatus;
  /** The path with all links followed. */
  readonly realPath: (path: string) => string;
  /** A whole file. */
  readonly bytes: (path: string) => Uint8Array;
  /** A file in pieces. */
  readonly chunks: (path: string) => AsyncIterable<Uint8Array>;
  /** Lists a folder, as `readdir` of `node:fs` does. */
  readonly list: ReadFolder;
  /** Standard input in pieces; can be read once. */
  readonly standardInput: () => AsyncIterable<Uint8Array>;
}

/** The status of a path: a file, a folder, or something that may never end (a device, a pipe). */
export interface FileStatus {
  readonly kind: "file" | "folder" | "other";
  /** Bytes. */
  readonly size: number;
}

/** Lists a folder, as `readdir` of `node:fs` does. */
export type ReadFolder = (
  path: string,
  options: { readonly withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/** Bytes that are read at once. */
const CHUNK = 256 * 1024;

/** The disk and the standard input of this process. */
export const nodeReader: Reader = {
  stat: (path) => {
    const stats = statSync(path);
    return { kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other", size: stats.size };
  },
  realPath: (path) => realpathSync(path),
  bytes: (path) => readFileSync(path),
  chunks: (path) => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
  list: readdir,
  standardInput: () => process.stdin as AsyncIterable<Buffer>,
};

/** The status of a path; undefined where there is nothing, or nobody may look. */
export function statusAt(path: string, reader: Reader): FileStatus | undefined {
  try {
    return reader.stat(path);
  } catch {
    return undefined;
  }
}
