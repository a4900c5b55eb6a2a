import type { FileName } from "../../diagnostics/source-file.js";
import type { RuleTest, RuleTestResult } from "../../policy/test.js";

/** The tests of rules as they ran, as reports see them. */
export interface RuleTestReport {
  readonly result: RuleTestResult;
  /** How many of the tests are those of a workspace; left out where the shipped rules alone were tested. */
  readonly own?: number;
  /** The name for the reader of a file, which the result calls as the compiler does. */
  readonly nameOf: (file: string) => FileName;
}

/** Whether a test gives no reason to stop: it passes, or is switched off, and both evaluators agree. */
export function passes({ state, difference }: RuleTest): boolean {
  return (state === "pass" || state === "skipped") && difference === undefined;
}

/** Why a test does not pass, in a sentence. */
export function reasonOf({ state, difference, message, cases = [] }: RuleTest): string {
  if (difference !== undefined) return `The two evaluators differ: ${difference}.`;
  if (state === "error") return `The test ends in an error: ${message ?? "no message"}`;
  const failing = cases.filter((each) => each.state === "fail").map(({ name }) => name);
  return failing.length === 0 ? "The test fails." : `The test fails in ${failing.join(", ")}.`;
}

/** Where a failing test stopped, in a sentence; undefined where nobody knows. */
export function stopOf({ failedAt }: RuleTest, { nameOf }: RuleTestReport): string | undefined {
  if (failedAt === undefined) return undefined;
  return `It stopped at ${nameOf(failedAt.file)}:${String(failedAt.row)}: ${failedAt.text}`;
}
