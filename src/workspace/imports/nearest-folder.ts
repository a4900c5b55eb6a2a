import { dirname, join } from "node:path";
import { statusAt, type Reader } from "../../files/reader.js";

/** Holds a repository together: what lies above it belongs to something else. */
const repositoryMark = ".git";

/**
 * The nearest folder at or above another that holds a file or folder.
 * @param folder absolute path
 * @param mark path from the folder that is looked for
 * @param bounded whether the search ends with the folder of a repository
 */
export function nearestFolder(folder: string, mark: string, reader: Reader, bounded: boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (statusAt(join(at, mark), reader) !== undefined) return at;
    if (at === dirname(at) || (bounded && statusAt(join(at, repositoryMark), reader) !== undefined)) return undefined;
  }
}
