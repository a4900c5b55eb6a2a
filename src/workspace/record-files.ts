import { resolve } from "node:path";
import { findFiles, type FoundFile } from "../files/find.js";
import { headOf } from "../files/head.js";
import { statusAt, type Reader } from "../files/reader.js";

/** The folder of records, where aims.yaml names no patterns. */
const usualFolder = "records";
const usualPatterns: readonly string[] = [`${usualFolder}/**/*.{yaml,yml,json,ndjson}`];

/** The words by which a file of records is known: its kind, or the list that it holds, as the first thing of a line or a document. */
const isOfRecords =
  /(?:^|[{,\s-])["']?kind["']?\s*:\s*["']?(?:evidence|decisions)["']?\s*(?:[,}#]|$)|^(?:\s*\{\s*)?["']?(?:records|decisions)["']?\s*:/m;

/**
 * The files of records of a workspace, by name: those that match the patterns, or without patterns those in the folder "records" which
 * look like it, since evidence itself may lie there.
 * @param root absolute path of the workspace
 * @param patterns those of aims.yaml, which stay inside the workspace
 * @param read names of files that are read as something else
 */
export async function findRecordFiles(
  root: string,
  patterns: readonly string[] | undefined,
  read: ReadonlySet<string>,
  reader: Reader,
): Promise<FoundFile[]> {
  if (patterns === undefined && statusAt(resolve(root, usualFolder), reader) === undefined) return [];
  const found = await findFiles(root, patterns ?? usualPatterns, reader);
  const files: FoundFile[] = [];
  for (const each of found) {
    if (read.has(each.name)) continue;
    if (patterns !== undefined || (await looksLikeRecords(each, reader))) files.push(each);
  }
  return files;
}

/** The patterns of the folders in which records lie, for those who look for something else. */
export function recordPatterns(patterns: readonly string[] | undefined): readonly string[] {
  return patterns ?? usualPatterns;
}

async function looksLikeRecords({ file, outside, unreadable }: FoundFile, reader: Reader): Promise<boolean> {
  // The reader says what is wrong with a folder; a file that leads out of the workspace is none of its own.
  if (unreadable !== undefined) return true;
  if (outside === true) return false;
  return isOfRecords.test(await headOf(file, reader).catch(() => ""));
}
