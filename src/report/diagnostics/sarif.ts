import type { ReportingDescriptor, Result } from "sarif";
import { codeEntry } from "../../diagnostics/codes.js";
import type { PrintedDiagnostic, DiagnosticCode, DiagnosticSeverity } from "../../diagnostics/diagnostic.js";
import { jsonText, streamed } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";
import type { DiagnosticsReport } from "./report.js";
import { artifactUri, sarifLog } from "../writing/sarif-log.js";

/** SARIF 2.1.0: a result for each diagnostic; the rules are the codes that occur. */
export function diagnosticsSarif({ tool, diagnostics }: DiagnosticsReport): TextOutput {
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const indexes = new Map(used.map((code, index) => [code, index]));
  const results = streamed(() => diagnostics.map((each) => result(each, indexes.get(each.code) ?? -1)));
  const rules = streamed(() => used.map(rule));
  return textOutput(jsonText(sarifLog(tool.version, rules, results)));
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

function result(diagnostic: PrintedDiagnostic, ruleIndex: number): Result {
  const { code, severity, message, fix, file, line, column, pointer, origin } = diagnostic;
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const constraint = origin?.kind === "constraint" ? origin.id : undefined;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: fix === undefined ? message : `${message} ${fix}` },
    ...(file === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: artifactUri(file) }, ...region },
              ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
            },
          ],
        }),
    partialFingerprints: { "placeAndCode/v1": `${file ?? ""}#${pointer ?? ""} ${constraint ?? code}` },
    ...(constraint === undefined ? {} : { properties: { constraint } }),
  };
}
