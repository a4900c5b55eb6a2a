import { resolve } from "node:path";
import { memoryReader, memoryWriter, type MemoryFiles } from "../files/memory.js";
import { nodeReader } from "../files/reader.js";
import { clock, type Host } from "./host.js";

export type { MemoryFiles } from "../files/memory.js";

/** The beginning of a host in memory. */
export interface MemoryHostOptions {
  /** Path that relative paths start from; nothing need be there. */
  readonly folder: string;
  /** Files by path, absolute or from the folder; without them, the disk is read, and nothing that this host writes. */
  readonly files?: MemoryFiles;
  /** Bytes of standard input. */
  readonly standardInput?: Uint8Array;
  /** The present moment; the clock's unless given. */
  readonly now?: Date;
}

/** A host that never writes to the disk. */
export interface MemoryHost extends Host {
  /** Every file that a run has written or changed, by absolute path. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** A host that writes to memory, and reads from there too where it is given files. */
export function memoryHost({ folder, files, standardInput, now }: MemoryHostOptions): MemoryHost {
  const root = resolve(folder);
  const all = new Map<string, string | Uint8Array>();
  for (const [path, content] of files ?? []) all.set(resolve(root, path), content);
  const written = new Map<string, Uint8Array>();
  return {
    folder: root,
    now: now === undefined ? clock : () => now,
    read: files === undefined ? nodeReader : memoryReader(all, standardInput),
    write: memoryWriter(all, (path, content) => void written.set(path, content)),
    written,
  };
}
