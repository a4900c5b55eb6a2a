import type { ConversionTold } from "../../diagnostics/codes/conversion.js";
import { limits } from "../../foundation/limits.js";
import type { XmlElement } from "../../source/xml-tree.js";

/** The obstacles to a faithful conversion between XML and JSON; the codes that begin with xml- are found on reading XML. */
export type CodecProblemCode = Exclude<keyof ConversionTold, "xml-left-out">;

/** One thing that a conversion cannot carry over as it is. */
export interface CodecProblem {
  readonly code: CodecProblemCode;
  /** A warning where the document is valid in its own format, and the other lacks a form for some of it; info where nothing is wrong. */
  readonly severity: "error" | "warning" | "info";
  /** JSON pointer (RFC 6901) to the value concerned; to the value around it where what is concerned has no place in JSON. */
  readonly pointer: string;
  /** The problem, in a sentence. */
  readonly message: string;
  /** The fix, in a sentence. */
  readonly fix: string;
  /** Names that would be accepted here. */
  readonly allowed?: readonly string[];
  /** The one among `allowed` that was probably meant. */
  readonly suggestion?: string;
  /** The XML element concerned, or the one that holds the text or attribute concerned. */
  readonly element?: XmlElement;
  /** Name of the XML attribute concerned. */
  readonly attribute?: string;
}

/** Problems in the order in which they were found; of each severity at most as many as are reported for one file. */
export class CodecProblems {
  readonly list: CodecProblem[] = [];
  readonly #counts = { error: 0, warning: 0, info: 0 };

  /** Errors found so far. */
  get errors(): number {
    return this.#counts.error;
  }

  add(problem: CodecProblem): void {
    this.#counts[problem.severity] += 1;
    if (this.#counts[problem.severity] <= limits.diagnosticsPerFile) this.list.push(problem);
  }

  /** Adds an error; one that will not be reported is not worded either, since there may be millions. */
  error(words: () => CodecProblem): void {
    if (this.#counts.error < limits.diagnosticsPerFile) this.add(words());
    else this.#counts.error += 1;
  }
}

/** Levels of nested elements or objects that are converted. */
export const maxDepth = 256;

/** `<name>`, cut where it is very long. */
export function tag(name: string): string {
  return `<${short(name)}>`;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
