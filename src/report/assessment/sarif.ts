import type { Location, Notification, ReportingDescriptor, Result } from "sarif";
import type { Assessment } from "../../assessment/assessment.js";
import type { RuleSummary } from "../../assessment/tally.js";
import type { Finding, Severity, Verdict } from "../../assessment/verdict.js";
import { jsonText, streamed } from "../../source/stringify.js";
import { pathOf, textOutput, type ReportOptions, type TextOutput } from "../output.js";
import { escapedMarkdown } from "../writing/markdown-text.js";
import { artifactUri, sarifLog } from "../writing/sarif-log.js";
import { listedFindings, messageOf, wholeWorkspace, worstFirst } from "./open-verdicts.js";

/** Tags of a rule that code hosts show. */
const MOST_TAGS = 10;

/**
 * SARIF 2.1.0: a result for each rule and subject whose verdict is open, at the descriptor's line, worst first; the rule ids are aims'
 * own. A rule that could not be evaluated says nothing about its subject, so it is a notification of the run instead.
 */
export function sarifReport(assessment: Assessment, options: ReportOptions): TextOutput {
  const indexes = new Map(assessment.tally.rules.map(({ rule }, index) => [rule.id, index]));
  const indexOf = ({ rule }: Verdict): number => indexes.get(rule) ?? -1;
  return textOutput(
    jsonText(
      sarifLog({
        version: assessment.tool.version,
        rules: assessment.tally.rules.map(ruleDescriptor),
        results: streamed(function* () {
          for (const verdict of worstFirst(assessment)) {
            if (verdict.state !== "error") yield result(verdict, indexOf(verdict), options);
          }
        }),
        invocation: {
          executionSuccessful: assessment.tally.counts.error === 0,
          toolExecutionNotifications: streamed(function* () {
            if (assessment.tally.counts.error === 0) return;
            for (const verdict of assessment.verdicts()) {
              if (verdict.state === "error") yield notification(verdict, indexOf(verdict), options);
            }
          }),
        },
      }),
    ),
  );
}

function ruleDescriptor({ rule, controls }: RuleSummary): ReportingDescriptor {
  const frameworks = new Set(controls.map((control) => control.slice(0, control.indexOf(":"))));
  return {
    id: rule.id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: rule.remediation, markdown: helpMarkdown(rule.remediation, controls) },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: [...frameworks, ...controls].slice(0, MOST_TAGS),
      "problem.severity": problemSeverity[rule.severity],
      "security-severity": securitySeverity[rule.severity],
    },
  };
}

function helpMarkdown(remediation: string, controls: readonly string[]): string {
  return `${escapedMarkdown(remediation)}\n\nControls: ${controls.map(escapedMarkdown).join(", ")}`;
}

function result(verdict: Verdict, ruleIndex: number, options: ReportOptions): Result {
  const { subject, rule, state, severity, controls } = verdict;
  const [first = wholeWorkspace, ...others] = listedFindings(verdict).listed;
  return {
    ruleId: rule,
    ruleIndex,
    kind: "fail",
    level: levels[severity],
    message: { text: `${subject}: ${messageOf(verdict)}` },
    locations: [location(first, subject, options)],
    ...(others.length > 0
      ? {
          relatedLocations: others.map((finding, id) => ({
            id: id + 1,
            ...location(finding, subject, options),
            message: { text: finding.message },
          })),
        }
      : {}),
    partialFingerprints: { "subjectAndRule/v1": `${subject}/${rule}` },
    properties: { state, controls: [...controls] },
  };
}

function notification(verdict: Verdict, index: number, options: ReportOptions): Notification {
  const { subject, rule } = verdict;
  const [first = wholeWorkspace] = listedFindings(verdict).listed;
  return {
    associatedRule: { id: rule, index },
    level: "error",
    message: { text: `${subject}: ${messageOf(verdict)}` },
    locations: [location(first, subject, options)],
  };
}

type FindingPlace = Pick<Finding, "file" | "line" | "column" | "pointer">;

function location({ file, line, column, pointer }: FindingPlace, subject: string, options: ReportOptions): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: artifactUri(pathOf(file, options)) },
      region: { startLine: line, startColumn: column },
    },
    logicalLocations: [{ name: subject, fullyQualifiedName: `${subject}${pointer}` }],
  };
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  low: "note",
  medium: "warning",
  high: "error",
  critical: "error",
};

/** Words by which code hosts sort results of rules. */
const problemSeverity: Readonly<Record<Severity, "error" | "warning" | "recommendation">> = {
  low: "recommendation",
  medium: "warning",
  high: "error",
  critical: "error",
};

/** Scores that code hosts show as low, medium, high and critical: the middle of CVSS's bands. Without them, high and critical look alike. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  low: "2.0",
  medium: "5.5",
  high: "8.0",
  critical: "9.5",
};
