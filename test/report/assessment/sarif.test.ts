import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.js";
import { sarifReport } from "../../../src/report/assessment/sarif.js";
import type { ReportOptions } from "../../../src/report/output.js";
import { assessmentOf, plain, smallAssessment, verdict } from "../../support/report.js";
import { readSarif } from "../../support/sarif.js";

const run = (assessment: Assessment, options: ReportOptions = plain): ReturnType<typeof readSarif> =>
  readSarif([...sarifReport(assessment, options).pieces].join(""));
const finding = verdict({}).findings[0];
if (finding === undefined) throw new Error("A verdict has a finding.");

describe("SARIF", () => {
  it("has a result for each open verdict, at the descriptor's line, with a stable fingerprint", () => {
    const { results } = run(smallAssessment(), { ...plain, workspace: "my ws" });
    expect(results).toEqual([
      {
        ruleId: "tested",
        ruleIndex: 0,
        kind: "fail",
        level: "error",
        message: { text: "bad: Testing: <not> done,\nsaid 100%. Half & half." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "my%20ws/systems/one.yaml" },
              region: { startLine: 4, startColumn: 30 },
            },
            logicalLocations: [{ name: "bad", fullyQualifiedName: "bad/practices/testing/state" }],
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: "Half & half." },
            physicalLocation: {
              artifactLocation: { uri: "my%20ws/systems/one.yaml" },
              region: { startLine: 3, startColumn: 7 },
            },
            logicalLocations: [{ name: "bad", fullyQualifiedName: "bad/name" }],
          },
        ],
        partialFingerprints: { "subjectAndRule/v1": "bad/tested" },
        properties: { state: "not-satisfied", controls: ["iso42001:A.6.2.4"] },
      },
    ]);
  });

  it("tells of rules that could not be evaluated as notifications of the run, which did not succeed then", () => {
    expect(run(smallAssessment()).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            associatedRule: { id: "watched", index: 1 },
            level: "error",
            message: { text: "bad: rules/watched.rego:9:1: conflict" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "systems/one.yaml" },
                  region: { startLine: 1, startColumn: 1 },
                },
                logicalLocations: [{ name: "bad", fullyQualifiedName: "bad" }],
              },
            ],
          },
        ],
      },
    ]);
    expect(run(assessmentOf([verdict({})])).invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });

  it("describes each rule with at most ten tags, the frameworks first", () => {
    const controls = Array.from({ length: 12 }, (_, index) => `iso42001:A.4.${String(index)}`);
    const { tool } = run(
      assessmentOf([verdict({ controls: [...controls, "eu-ai-act:Art. 9"], severity: "critical" })]),
    );
    expect(tool.driver.rules).toEqual([
      {
        id: "tested",
        name: "Title of tested",
        shortDescription: { text: "Title of tested" },
        fullDescription: { text: "What tested checks." },
        help: {
          text: "Mend tested.",
          markdown: `Mend tested.\n\nControls: ${controls.join(", ")}, eu-ai-act:Art. 9`,
        },
        defaultConfiguration: { level: "error" },
        properties: {
          tags: ["iso42001", "eu-ai-act", ...controls.slice(0, 8)],
          "problem.severity": "error",
          "security-severity": "9.5",
        },
      },
    ]);
  });

  it("has no result for a verdict that is satisfied or not applicable", () => {
    const { results } = run(
      assessmentOf([
        verdict({ state: "satisfied", findings: [{ ...finding, kind: "observed" }] }),
        verdict({ rule: "other", state: "not-applicable", findings: [{ ...finding, kind: "observed" }] }),
      ]),
    );
    expect(results).toEqual([]);
  });

  it("lists a hundred places of a result and counts the others", () => {
    const findings = Array.from({ length: 250 }, (_, index) => ({ ...finding, line: index + 1, message: "No." }));
    const [result] = run(assessmentOf([verdict({ findings })])).results;
    expect(result?.relatedLocations?.length).toBe(99);
    expect(result?.message.text).toBe(`one: ${"No. ".repeat(100)}And 150 more.`);
  });

  it("places what has no finding at the settings of the workspace", () => {
    const [result] = run(assessmentOf([verdict({ findings: [] })]), { ...plain, workspace: "ws" }).results;
    expect([result?.message.text, result?.locations?.[0]?.physicalLocation]).toEqual([
      'one: The rule "tested" is not-satisfied.',
      { artifactLocation: { uri: "ws/aims.yaml" }, region: { startLine: 1, startColumn: 1 } },
    ]);
  });
});
