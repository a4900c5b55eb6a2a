import { isOpen } from "../../assessment/verdict.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { githubCommands, mostAnnotations, type Annotation } from "../writing/github-command.js";

/** Workflow commands of GitHub Actions: an annotation at the descriptor's line for each open verdict, and a summary line. */
export function githubReport(assessment: Assessment, options: ReportOptions): TextOutput {
  const more = (left: number): string =>
    `${String(left)} more open verdicts; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`;
  return textOutput(githubCommands(annotations(assessment, options), more));
}

function* annotations(assessment: Assessment, options: ReportOptions): Generator<Annotation> {
  for (const { state, severity, subject, rule, findings } of assessment.verdicts()) {
    if (!isOpen(state)) continue;
    const finding = findings.find((each) => each.kind !== "observed");
    if (!finding) continue;
    const grave = state === "error" || severity === "high" || severity === "critical";
    yield {
      kind: grave ? "error" : severity === "medium" ? "warning" : "notice",
      file: pathOf(finding.file, options),
      line: finding.line,
      column: finding.column,
      title: `${rule} (${state})`,
      message: `${subject}: ${finding.message}`,
    };
  }
}
