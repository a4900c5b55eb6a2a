import { InputError, type Diagnostic } from "../diagnostics/diagnostic.js";

/** The result of the work; where it ends in an InputError, nothing, and what was wrong is added to the problems. */
export async function collectProblems<Result>(
  problems: Diagnostic[],
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.diagnostics);
    return undefined;
  }
}
