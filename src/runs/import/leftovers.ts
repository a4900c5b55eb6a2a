import { closeSync, openSync, readSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findFiles } from "../../files/files.js";

/** Bytes at the beginning of a file in which the importer's name is looked for. */
const HEAD = 1 << 16;

/**
 * Files below systems/ that an earlier run of the importer wrote and this one did not: an assessment would still read them. They are
 * named and not deleted, since somebody may have worked on them.
 * @param current files of this run, by path inside the workspace
 */
export async function findLeftovers(
  importer: string,
  root: string,
  current: ReadonlySet<string>,
): Promise<Diagnostic[]> {
  const files = await findFiles(root, ["systems/**/*.{ndjson,yaml}"]);
  return files
    .filter((file) => file.outside !== true && !current.has(file.name) && cameFrom(importer, file.path))
    .map((file) => ({
      code: "leftover-file",
      severity: "warning",
      message: "An earlier import wrote this file, and this one did not: its systems are still part of the workspace.",
      file: file.name,
      fix: "Delete the file if its systems are gone or are in another file now.",
    }));
}

function cameFrom(importer: string, path: string): boolean {
  const head = Buffer.alloc(HEAD);
  const descriptor = openSync(path, "r");
  try {
    const text = head.toString("latin1", 0, readSync(descriptor, head));
    return text.includes(`"importer":"${importer}"`) || text.includes(`importer: ${importer}\n`);
  } finally {
    closeSync(descriptor);
  }
}
