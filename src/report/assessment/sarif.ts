import type { ReportingDescriptor, Result } from "sarif";
import type { Finding, Severity, Verdict } from "../../assessment/verdict.js";
import { isOpen } from "../../assessment/verdict.js";
import { jsonText, streamed } from "../../source/stringify.js";
import type { Assessment } from "../../assessment/assessment.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { artifactUri, sarifLog } from "../writing/sarif-log.js";

/** SARIF 2.1.0: each open verdict is a result at the descriptor's line; the rule ids are aims' own. */
export function sarifReport(assessment: Assessment, options: ReportOptions): TextOutput {
  const rules = assessment.tally.rules.map(({ rule, controls }): ReportingDescriptor => ({
    id: rule.id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: rule.remediation },
    defaultConfiguration: { level: level(rule.severity) },
    properties: { tags: [...controls], "security-severity": securitySeverity[rule.severity] },
  }));
  const indexes = new Map(assessment.tally.rules.map(({ rule }, index) => [rule.id, index]));
  const results = streamed(function* () {
    for (const verdict of assessment.verdicts()) {
      if (isOpen(verdict.state)) yield result(verdict, indexes.get(verdict.rule) ?? -1, options);
    }
  });
  return textOutput(jsonText(sarifLog(assessment.tool.version, rules, results)));
}

function result(verdict: Verdict, ruleIndex: number, options: ReportOptions): Result {
  const deciding = verdict.findings.filter((finding) => finding.kind !== "observed");
  return {
    ruleId: verdict.rule,
    ruleIndex,
    level: verdict.state === "error" ? "error" : level(verdict.severity),
    message: { text: `${verdict.subject}: ${deciding.map((finding) => finding.message).join(" ")}` },
    locations: deciding.slice(0, 1).map((finding) => location(finding, verdict.subject, options)),
    ...(deciding.length > 1
      ? {
          relatedLocations: deciding.slice(1).map((finding, id) => ({
            id: id + 1,
            ...location(finding, verdict.subject, options),
            message: { text: finding.message },
          })),
        }
      : {}),
    partialFingerprints: { "subjectAndRule/v1": `${verdict.subject}/${verdict.rule}` },
    properties: { state: verdict.state, controls: [...verdict.controls] },
  };
}

function location(finding: Finding, subject: string, options: ReportOptions): NonNullable<Result["locations"]>[number] {
  return {
    physicalLocation: {
      artifactLocation: { uri: artifactUri(pathOf(finding.file, options)) },
      region: { startLine: finding.line, startColumn: finding.column },
    },
    logicalLocations: [{ name: subject, fullyQualifiedName: `${subject}${finding.pointer}` }],
  };
}

function level(severity: Severity): "error" | "warning" | "note" {
  return severity === "low" ? "note" : severity === "medium" ? "warning" : "error";
}

/** Scores by which code hosts sort results: the middle of CVSS's bands. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  low: "2.0",
  medium: "5.5",
  high: "8.0",
  critical: "9.5",
};
