import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { realPlace } from "../../files/write.js";
import type { OutputTarget } from "../../cli/output-target.js";

/** An output to a file. */
export interface Placed {
  /** The option as the user gave it. */
  readonly option: string;
  readonly path: string;
}

/** Reports that would be mixed on standard output. */
export function* streamConflicts(targets: readonly OutputTarget[]): Generator<Diagnostic> {
  const [first, ...others] = targets.filter(({ path }) => path === undefined);
  for (const { format } of first ? others : []) {
    yield {
      code: "output-conflict",
      severity: "error",
      message: `"--output ${first?.format ?? ""}" and "--output ${format}" both go to standard output, where nobody could tell them apart.`,
      fix: `Give one of them a file: --output ${format}=PATH.`,
    };
  }
}

/** Two spellings of one file give one key, also where the disk takes upper and lower case for the same. */
export function keyOf(path: string): string {
  return realPlace(path).toLowerCase();
}

/** Two outputs for one place. @param place as the user would call it */
export function conflict(output: Placed, other: Placed, place: string): Diagnostic {
  return {
    code: "output-conflict",
    severity: "error",
    message:
      output.option === other.option
        ? `"${output.option}" is given twice.`
        : `"${other.option}" and "${output.option}" both write here.`,
    file: place,
    fix: "Give each output a place of its own.",
  };
}

/** An output where an input lies. @param place as the user would call it */
export function overInput(output: Placed, place: string): Diagnostic {
  return {
    code: "output-conflict",
    severity: "error",
    message: `"${output.option}" would overwrite this file, which is read.`,
    file: place,
    fix: "Name another place for the output.",
  };
}
