import type { ReportingDescriptor, Result } from "sarif";
import { codeEntry } from "../../diagnostics/codes.js";
import {
  gravestFirst,
  type PrintedDiagnostic,
  type DiagnosticCode,
  type DiagnosticSeverity,
} from "../../diagnostics/diagnostic.js";
import { jsonText, streamed } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import { fullMessage, identityOf, placeIn, type DiagnosticsReport } from "./report.js";
import { artifactUri, sarifLog } from "../writing/sarif-log.js";

/** SARIF 2.1.0: a result for each diagnostic, errors first; the rules are the codes that occur. */
export function diagnosticsSarif(report: DiagnosticsReport): TextOutput {
  const { tool, diagnostics, finished } = report;
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const indexes = new Map(used.map((code, index) => [code, index]));
  const log = sarifLog({
    version: tool.version,
    rules: streamed(() => used.map(rule)),
    results: streamed(function* () {
      for (const each of gravestFirst(diagnostics)) yield result(each, indexes.get(each.code) ?? -1, report);
    }),
    invocation: { executionSuccessful: finished },
  });
  return textOutput(jsonText(log));
}

function rule(code: DiagnosticCode): ReportingDescriptor {
  const entry = codeEntry(code);
  if (entry === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: entry.title },
    fullDescription: { text: entry.meaning },
    help: { text: entry.fix },
  };
}

const levels: Readonly<Record<DiagnosticSeverity, NonNullable<Result["level"]>>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function result(diagnostic: PrintedDiagnostic, ruleIndex: number, report: DiagnosticsReport): Result {
  const { code, severity, pointer, origin } = diagnostic;
  const { file, line, column } = placeIn(report, diagnostic);
  const constraint = origin?.kind === "constraint" ? origin.id : undefined;
  return {
    ruleId: code,
    ruleIndex,
    kind: "fail",
    level: levels[severity],
    message: { text: fullMessage(diagnostic) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
    partialFingerprints: { "placeAndCode/v1": identityOf(diagnostic) },
    ...(constraint === undefined ? {} : { properties: { constraint } }),
  };
}
