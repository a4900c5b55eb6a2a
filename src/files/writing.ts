import { InputError } from "../diagnostics/diagnostic.js";
import { unwritable } from "./files.js";
import { NotAFileError } from "./write.js";

/**
 * Does what writes to a place that the user has named.
 * @param name the place as the user gave it
 * @throws InputError when the operating system refuses, or something stands there that is no file; other errors as they are
 */
export function writing<Result>(what: "file" | "folder", name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotAFileError) {
      throw new InputError([
        {
          code: `unwritable-${what}`,
          severity: "error",
          message: `This is not a file but ${error.kind}, which is not replaced by one.`,
          file: name,
          fix: 'Name a file; for standard output, write "-" in place of the path.',
        },
      ]);
    }
    if (error instanceof Error && "syscall" in error) throw new InputError([unwritable(what, name, error)]);
    throw error;
  }
}
