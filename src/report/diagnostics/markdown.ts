import { gravestFirst, type PrintedDiagnostic } from "../../diagnostics/diagnostic.js";
import { plural } from "../../foundation/words.js";
import { textOutput, type TextOutput } from "../output.js";
import { codeSpan, limited, markdownCell, markdownTable, placeLink } from "../writing/markdown-text.js";
import { fullMessage, type DiagnosticsOptions, type DiagnosticsReport } from "./report.js";

/** Rows that somebody reads on a page; GitHub takes 1 MiB for the summary of a step. */
const most = { rows: 100, bytes: 500_000 } as const;

/** A page in GitHub's Markdown for the summary of a job or a comment: how many problems there are, and the gravest. Bounded in size. */
export function diagnosticsMarkdown(report: DiagnosticsReport, options: DiagnosticsOptions): TextOutput {
  return textOutput(lines(report, options));
}

function* lines(
  { command, valid, counts, diagnostics }: DiagnosticsReport,
  options: DiagnosticsOptions,
): Generator<string> {
  const count = (severity: PrintedDiagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  yield `## ${codeSpan(`aims ${command}`)}: ${valid ? "valid" : "not valid"}\n\n`;
  // Where problems are counted that are not listed, the counts of the command have them.
  const { errors = count("error"), warnings = count("warning") } = counts;
  yield `${plural(errors, "error")}, ${plural(warnings, "warning")}.\n`;
  if (diagnostics.length === 0) return;
  yield "\n";
  const rows = markdownTable(
    ["Severity", "Where", "Code", "What"],
    gravestFirst(diagnostics).map((each) => [
      each.severity,
      each.file === undefined ? "" : placeLink(each.file, each.line, options.sources),
      each.code,
      markdownCell(fullMessage(each), 500),
    ]),
  );
  yield* limited(rows, most, diagnostics.length + 2, (left) => `\n… and ${String(left)} more.\n`);
}
