import { isOpen } from "../assessment/verdict.js";
import { pathOf, type AssessmentReport, type ReportOptions } from "./assessment-report.js";

/** Most annotations of one kind that GitHub shows for a step. */
const MOST_SHOWN = 10;

/** Workflow commands of GitHub Actions: an annotation at the descriptor's line for each open verdict, and a summary line. */
export function* githubReport(report: AssessmentReport, options: ReportOptions): Generator<string> {
  const shown = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  for (const { state, severity, subject, rule, findings } of report.verdicts()) {
    if (!isOpen(state)) continue;
    const finding = findings.find((each) => each.kind !== "observed");
    if (!finding) continue;
    const command =
      state === "error" || severity === "high" || severity === "critical"
        ? "error"
        : severity === "medium"
          ? "warning"
          : "notice";
    shown[command] += 1;
    if (shown[command] > MOST_SHOWN) {
      left += 1;
      continue;
    }
    const place = `file=${property(pathOf(finding.file, options))},line=${String(finding.line)},col=${String(finding.column)}`;
    yield `::${command} ${place},title=${property(`${rule} (${state})`)}::${data(`${subject}: ${finding.message}`)}\n`;
  }
  if (left > 0)
    yield `::notice title=aims::${String(left)} more open verdicts; GitHub shows ${String(MOST_SHOWN)} annotations of a kind a step.\n`;
}

/** Escapes as the runner's command parser undoes them. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
