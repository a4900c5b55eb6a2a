import { InputError } from "../diagnostics/diagnostic.js";
import { unwritable } from "../source/files.js";

/**
 * Does what writes to a place that the user has named.
 * @param name the place as the user gave it
 * @throws InputError when the operating system refuses; other errors as they are
 */
export function writing<Result>(what: "file" | "folder", name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new InputError([unwritable(what, name, error)]);
    throw error;
  }
}
