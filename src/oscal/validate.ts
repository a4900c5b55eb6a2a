import { isAccepted } from "./validate/acceptance/acceptance.js";
import type { OscalProblem } from "./validate/problem.js";

export type { OscalProblem } from "./validate/problem.js";

/**
 * Checks a document against the schema of its OSCAL 1.2.2 model, which its root property names.
 * Only for a document that is not plainly valid, what says what is wrong is loaded.
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
