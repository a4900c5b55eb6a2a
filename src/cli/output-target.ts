import { InvalidArgumentError } from "commander";
import { nearest } from "../foundation/nearest.js";

/** Where a report goes. */
export interface OutputTarget {
  readonly format: string;
  /** Undefined for standard output. */
  readonly path?: string;
}

/** Names that the operating system has for standard output; a file beside them is not what anybody means. */
const standardOutput = new Set(["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]);

/** Reads `format=path`, `format=-` or `format`. @throws InvalidArgumentError for a format that is not known */
export function parseOutput(value: string, formats: readonly string[]): OutputTarget {
  const equals = value.indexOf("=");
  const format = equals < 0 ? value : value.slice(0, equals);
  const path = equals < 0 ? "-" : value.slice(equals + 1);
  if (!formats.includes(format)) {
    const guess = nearest(format, formats);
    throw new InvalidArgumentError(
      `"${format}" is not a format. ${guess === undefined ? `Formats: ${formats.join(", ")}.` : `Did you mean "${guess}"?`}`,
    );
  }
  if (path === "") throw new InvalidArgumentError(`The path after "${format}=" is missing.`);
  const toStandardOutput = standardOutput.has(path);
  if (toStandardOutput && format === "oscal")
    throw new InvalidArgumentError("OSCAL documents need a folder: write oscal=FOLDER.");
  return toStandardOutput ? { format } : { format, path };
}
