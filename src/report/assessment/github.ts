import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { plural } from "../../foundation/words.js";
import { decidingFindings, worstFirst } from "./open-verdicts.js";
import { githubCommands, mostAnnotations, type Annotation } from "../writing/github-command.js";

/** Workflow commands of GitHub Actions: an annotation at the descriptor's line for each open verdict, worst first, and a summary line. */
export function githubReport(assessment: Assessment, options: ReportOptions): TextOutput {
  const more = (left: number): string =>
    `${String(left)} more open verdicts; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`;
  return textOutput(githubCommands(annotations(assessment, options), more));
}

function* annotations(assessment: Assessment, options: ReportOptions): Generator<Annotation> {
  yield* withoutVerdict(assessment);
  for (const verdict of worstFirst(assessment)) {
    const { state, severity, subject, rule } = verdict;
    const [finding] = decidingFindings(verdict);
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

/** Controls that nothing was found about have no place of their own; a gate fails on them. */
function* withoutVerdict({ tally }: Assessment): Generator<Annotation> {
  const controls = tally.controls.filter(({ reason }) => reason !== undefined).map(({ reference }) => reference);
  if (controls.length === 0) return;
  yield {
    kind: "warning",
    title: "Controls without verdict",
    message: `No rule speaks for ${plural(controls.length, "control")} of the profile: ${controls.join(", ")}.`,
  };
}
