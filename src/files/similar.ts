import { basename, dirname, join } from "node:path";
import { nearest } from "../foundation/nearest.js";
import { statusAt, type Reader } from "./reader.js";

/** Folders and file of a path that may be misspelt at once: of a path that is wrong from the beginning nobody knows what it means. */
const mostSlips = 3;

/**
 * The file that was probably meant by a path to nothing: each of its last names that is not there is a slip away from one that is; a file
 * with another ending comes first.
 * @param path absolute
 * @param among whether a file may be looked for in a folder
 */
export async function similarFile(
  path: string,
  reader: Reader,
  among: (folder: string) => boolean = () => true,
): Promise<string | undefined> {
  const names: string[] = [];
  let folder = path;
  while (statusAt(folder, reader)?.kind !== "folder") {
    const above = dirname(folder);
    if (above === folder || names.length === mostSlips) return undefined;
    names.unshift(basename(folder));
    folder = above;
  }
  for (const [index, name] of names.entries()) {
    if (!among(folder)) return undefined;
    const wanted = index === names.length - 1 ? "file" : "folder";
    const here = folder;
    const entries = (await namesIn(here, reader)).filter((each) => statusAt(join(here, each), reader)?.kind === wanted);
    const found = sameButEnding(name, entries, wanted) ?? nearest(name, entries);
    if (found === undefined) return undefined;
    folder = join(folder, found);
  }
  return names.length === 0 ? undefined : folder;
}

function sameButEnding(name: string, entries: readonly string[], wanted: "file" | "folder"): string | undefined {
  if (entries.includes(name)) return name;
  const stem = (each: string): string => each.replace(/\.[^.]*$/, "").toLowerCase();
  return wanted === "file" ? entries.find((each) => stem(each) === stem(name)) : undefined;
}

/** Names in a folder, in order; none where nobody may look. */
export function namesIn(folder: string, reader: Reader): Promise<string[]> {
  return new Promise((done) => {
    reader.list(folder, { withFileTypes: true }, (error, entries) => {
      done(error === null ? entries.map(({ name }) => name).sort() : []);
    });
  });
}
