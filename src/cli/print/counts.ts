import { plural } from "../../foundation/words.js";

/** How many files of a folder are not OSCAL documents and were skipped. */
export function skippedFiles(count: number): string {
  return `${plural(count, "other file")} skipped`;
}
