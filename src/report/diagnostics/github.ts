import { gravestFirst, type PrintedDiagnostic, type DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import { fullMessage, type DiagnosticsReport } from "./report.js";
import { textOutput, type TextOutput } from "../output.js";
import { githubCommands, mostAnnotations, type Annotation, type AnnotationKind } from "../writing/github-command.js";

/** Workflow commands of GitHub Actions: an annotation for each diagnostic, errors before warnings before the rest. */
export function diagnosticsGithub({ diagnostics }: DiagnosticsReport): TextOutput {
  const all = gravestFirst(diagnostics).map(annotation);
  const more = (left: number): string =>
    `${String(left)} more problems; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`;
  return textOutput(githubCommands(all, more));
}

const kinds: Readonly<Record<DiagnosticSeverity, AnnotationKind>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

function annotation(diagnostic: PrintedDiagnostic): Annotation {
  const { code, severity, file, line, column } = diagnostic;
  return defined({ kind: kinds[severity], file, line, column, title: code, message: fullMessage(diagnostic) });
}
