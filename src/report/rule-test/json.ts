import { textOutput, type TextOutput } from "../output.js";
import type { RuleTestReport } from "./report.js";

/** Everything about the tests, for programs: `{ tests, coverage, errors }`. */
export function ruleTestJson({ result: { tests, coverage, errors } }: RuleTestReport): TextOutput {
  return textOutput([`${JSON.stringify({ tests, coverage, errors }, undefined, 2)}\n`]);
}
