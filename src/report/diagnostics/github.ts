import type { PrintedDiagnostic, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import type { DiagnosticsReport } from "./report.js";
import { textOutput, type TextOutput } from "../output.js";
import { githubCommands, mostAnnotations, type Annotation, type AnnotationKind } from "../writing/github-command.js";

/** Workflow commands of GitHub Actions: an annotation for each diagnostic, errors before warnings before the rest. */
export function diagnosticsGithub({ diagnostics }: DiagnosticsReport): TextOutput {
  const all = (["error", "warning", "info"] as const).flatMap((severity) =>
    diagnostics.filter((each) => each.severity === severity).map(annotation),
  );
  const more = (left: number): string =>
    `${String(left)} more problems; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`;
  return textOutput(githubCommands(all, more));
}

const kinds: Readonly<Record<DiagnosticSeverity, AnnotationKind>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

function annotation({ code, severity, message, fix, file, line, column }: PrintedDiagnostic): Annotation {
  const text = fix === undefined ? message : `${message} ${fix}`;
  return defined({ kind: kinds[severity], file, line, column, title: code, message: text });
}
