import { problem } from "../../diagnostics/codes/requests.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { headOf } from "../../files/head.js";
import { findFiles } from "../../files/find.js";
import type { Reader } from "../../files/reader.js";
import { layouts } from "./layout.js";

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
  reader: Reader,
): Promise<Diagnostic[]> {
  const marks = Object.values(layouts).map(({ mark }) => mark(importer));
  const left: Diagnostic[] = [];
  for (const { file, name, outside } of await findFiles(root, ["systems/**/*.{ndjson,yaml}"], reader)) {
    if (outside === true || current.has(name) || !holds(marks, await headOf(file, reader))) continue;
    left.push(problem("leftover-file", { file }));
  }
  return left;
}

/** Whether one of the texts, which are ASCII as the names of importers are, stands in the head of a file. */
function holds(marks: readonly string[], head: string): boolean {
  return marks.some((mark) => head.includes(mark));
}
