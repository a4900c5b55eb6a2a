import { closeSync, openSync, readSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findFiles } from "../../files/files.js";
import { layouts } from "./layout.js";

/** Bytes at the beginning of a file in which the key is looked for. */
const HEAD = 1 << 16;

/**
 * Files below systems/ that an earlier run of the importer wrote and this one did not: an assessment would still read them. They are
 * named and not deleted, since somebody may have worked on them.
 *
 * The key by which a file is known is `provenance.default.importer` of its descriptors. It is looked for as text, as the layouts spell
 * it, in the first 64 KiB, so that a folder of any size costs one short read a file. So a file is not named when its first descriptors
 * are longer than that or somebody has reformatted it; and it is named when its text holds the key in another place.
 * @param importer name under which the importer is registered
 * @param current files of this run, by path inside the workspace
 */
export async function findLeftovers(
  importer: string,
  root: string,
  current: ReadonlySet<string>,
): Promise<Diagnostic[]> {
  const files = await findFiles(root, ["systems/**/*.{ndjson,yaml}"]);
  const marks = Object.values(layouts).map(({ mark }) => mark(importer));
  return files
    .filter((file) => file.outside !== true && !current.has(file.name) && holds(marks, file.path))
    .map((file) => ({
      code: "leftover-file",
      severity: "warning",
      message: "An earlier import wrote this file, and this one did not: its systems are still part of the workspace.",
      file: file.name,
      fix: "Delete the file if its systems are gone or are in another file now.",
    }));
}

/** Whether one of the texts, which are ASCII as the names of importers are, stands in the head of the file. */
function holds(marks: readonly string[], path: string): boolean {
  const head = Buffer.alloc(HEAD);
  const descriptor = openSync(path, "r");
  try {
    const text = head.toString("latin1", 0, readSync(descriptor, head));
    return marks.some((mark) => text.includes(mark));
  } finally {
    closeSync(descriptor);
  }
}
