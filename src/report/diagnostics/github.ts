import type { Diagnostic, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import type { DiagnosticsReport } from "./report.js";
import { githubCommands, mostAnnotations, type Annotation, type AnnotationKind } from "../writing/github-command.js";

/** Workflow commands of GitHub Actions: an annotation for each diagnostic, errors before warnings before the rest. */
export function diagnosticsGithub({ diagnostics }: DiagnosticsReport): Iterable<string> {
  const all = (["error", "warning", "info"] as const).flatMap((severity) =>
    diagnostics.filter((each) => each.severity === severity).map(annotation),
  );
  return githubCommands(
    all,
    (left) => `${String(left)} more problems; GitHub shows ${String(mostAnnotations)} annotations of a kind a step.`,
  );
}

const kinds: Readonly<Record<DiagnosticSeverity, AnnotationKind>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

function annotation({ code, severity, message, fix, file, line, column }: Diagnostic): Annotation {
  return {
    kind: kinds[severity],
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    title: code,
    message: fix === undefined ? message : `${message} ${fix}`,
  };
}
