import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { placeOf } from "../../source/place.js";
import type { SourceDocument } from "../../source/document.js";
import type { OscalProblem } from "./problem.js";

/** Codes of problems that are about a property's name: the marker stands below the name, not below what it holds. */
const aboutNames: ReadonlySet<string> = new Set([
  "oscal-exclusive-properties",
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
