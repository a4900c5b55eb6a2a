import type { Assessment } from "../../assessment/assessment.js";
import type { Severity } from "../../assessment/verdict.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { codeQualityText, type CodeQualityIssue } from "../writing/code-quality.js";
import { decidingFindings, messageOf, wholeWorkspace, worstFirst } from "./open-verdicts.js";

/** GitLab's Code Quality report: an issue at the descriptor's line for each open verdict, worst first. */
export function gitlabReport(assessment: Assessment, options: ReportOptions): TextOutput {
  return textOutput(codeQualityText(() => issues(assessment, options)));
}

function* issues(assessment: Assessment, options: ReportOptions): Generator<CodeQualityIssue> {
  for (const verdict of worstFirst(assessment)) {
    const { subject, rule, state, severity } = verdict;
    const [first = wholeWorkspace] = decidingFindings(verdict);
    yield {
      description: `${subject}: ${messageOf(verdict)}`,
      checkName: rule,
      identity: [subject, rule],
      // Nobody knows how grave it is where a rule could not be evaluated.
      severity: state === "error" ? "blocker" : severities[severity],
      path: pathOf(first.file, options),
      line: first.line,
    };
  }
}

const severities: Readonly<Record<Severity, CodeQualityIssue["severity"]>> = {
  low: "minor",
  medium: "major",
  high: "critical",
  critical: "blocker",
};
