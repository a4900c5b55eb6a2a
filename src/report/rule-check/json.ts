import { textOutput, type TextOutput } from "../output.js";
import type { DiagnosticsReport } from "../diagnostics.js";

/** The result of a check of rules, as reports see it. */
export interface RuleCheckReport extends DiagnosticsReport {
  /** Ids of the rules. */
  readonly rules: readonly string[];
}

/** The ids of the rules and everything that is wrong with them, for programs: `{ rules, diagnostics }`. */
export function ruleCheckJson({ rules, diagnostics }: RuleCheckReport): TextOutput {
  return textOutput([`${JSON.stringify({ rules, diagnostics }, undefined, 2)}\n`]);
}
