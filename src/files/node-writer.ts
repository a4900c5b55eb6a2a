import { appendFileSync, lstatSync } from "node:fs";
import { OutputFile, OutputFolder, realPlace, replaceableFile, writeWhole } from "./write.js";
import type { Writer } from "./writer.js";

/** The disk of this machine. */
export const nodeWriter: Writer = {
  file: (path) => new OutputFile(path),
  whole: writeWhole,
  append: (path, text) => {
    appendFileSync(replaceableFile(path), text);
  },
  folder: (path) => new OutputFolder(path),
  staged: async (root) => new (await import("./stage.js")).StagedFolder(root),
  spool: async (folder) => new (await import("./spool.js")).LineSpool(folder),
  exists,
  realPlace,
};

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Nothing lies below a file.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return false;
    throw error;
  }
}
