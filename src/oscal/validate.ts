import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import { isAccepted } from "./validate/acceptance/acceptance.js";
import type { OscalCode, OscalProblem } from "./validate/problem.js";

export type { OscalProblem } from "./validate/problem.js";

/**
 * Checks a document against the schema of its OSCAL 1.2.2 model, which its root property names.
 * The code that explains faults is loaded only for a document that is not plainly valid.
 * @param document parsed JSON or YAML: `{ "<root model>": {...} }`, and "$schema" where one likes
 * @returns what is wrong, sorted by pointer; empty for a valid document. Nothing is thrown for any JSON value.
 */
export async function validateOscal(document: unknown): Promise<OscalProblem[]> {
  if (acceptedAtOnce(document)) return [];
  return (await import("./validate/schema/problems.js")).schemaProblems(document);
}

function acceptedAtOnce(document: unknown): boolean {
  try {
    return isAccepted(document);
  } catch (error) {
    // Nested too deeply, which the validators find as well.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Codes of problems that are about a property's name: the marker stands below the name, not below what it holds. */
const aboutNames: ReadonlySet<OscalCode> = new Set([
  "oscal-exclusive-properties",
  "oscal-newer-part",
  "oscal-no-model",
  "oscal-unknown-property",
]);

/** Most characters of a text that a diagnostic repeats. */
const longestValue = 1000;

/** A problem with its place in the file. */
export function problemDiagnostic(problem: OscalProblem, document: SourceDocument): Diagnostic {
  const { value } = problem;
  const long = typeof value === "string" && value.length > longestValue;
  return {
    ...problem,
    ...(long ? { value: `${value.slice(0, longestValue)}...` } : {}),
    ...placeOf(document, problem.pointer, aboutNames.has(problem.code) ? "key" : "value"),
  };
}
