import { gravestFirst, type DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import { textOutput, type TextOutput } from "../output.js";
import { codeQualityText, type CodeQualityIssue } from "../writing/code-quality.js";
import { fullMessage, identityOf, placeIn, type DiagnosticsReport } from "./report.js";

/** GitLab's Code Quality report: an issue for each diagnostic, errors before warnings before the rest. */
export function diagnosticsGitlab(report: DiagnosticsReport): TextOutput {
  return textOutput(
    codeQualityText(() =>
      gravestFirst(report.diagnostics).map((diagnostic): CodeQualityIssue => {
        const { file, line } = placeIn(report, diagnostic);
        return {
          description: fullMessage(diagnostic),
          checkName: diagnostic.code,
          identity: [identityOf(diagnostic)],
          severity: severities[diagnostic.severity],
          path: file,
          line,
        };
      }),
    ),
  );
}

const severities: Readonly<Record<DiagnosticSeverity, CodeQualityIssue["severity"]>> = {
  error: "critical",
  warning: "minor",
  info: "info",
};
