import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { gitlabReport } from "../../../src/report/assessment/gitlab.js";
import { assessmentOf, plain, smallAssessment, verdict } from "../../support/report.js";
import { issuesSchema } from "../../support/code-quality.js";

const isReport = new Ajv({ strict: true, allErrors: true }).compile(issuesSchema);

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
}

function issues(assessment = smallAssessment(), workspace = ""): Issue[] {
  const report: unknown = JSON.parse([...gitlabReport(assessment, { ...plain, workspace }).pieces].join(""));
  isReport(report);
  expect(isReport.errors).toBeNull();
  return report as Issue[];
}

describe("the Code Quality report of an assessment", () => {
  it("has an issue for each open verdict at the descriptor's line, worst first", () => {
    expect(issues(smallAssessment(), "my ws")).toEqual([
      {
        description: "bad: rules/watched.rego:9:1: conflict",
        check_name: "watched",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        severity: "blocker",
        location: { path: "my ws/systems/one.yaml", lines: { begin: 1 } },
      },
      {
        description: "bad: Testing: <not> done,\nsaid 100%. Half & half.",
        check_name: "tested",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        severity: "blocker",
        location: { path: "my ws/systems/one.yaml", lines: { begin: 4 } },
      },
    ]);
  });

  it("is an empty list where nothing is open", () => {
    expect(issues(assessmentOf([verdict({ state: "satisfied" })]))).toEqual([]);
  });

  it("has the severity of the rule", () => {
    const severities = ["low", "medium", "high", "critical"] as const;
    const all = assessmentOf(severities.map((severity) => verdict({ severity, rule: severity })));
    expect(issues(all).map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ["critical", "blocker"],
      ["high", "critical"],
      ["medium", "major"],
      ["low", "minor"],
    ]);
  });

  it("has fingerprints that differ by subject and rule, and not by place and message", () => {
    const [first] = verdict({}).findings;
    if (first === undefined) throw new Error("A verdict has a finding.");
    const moved = verdict({ findings: [{ ...first, message: "Other words.", line: 90 }] });
    const prints = [verdict({}), verdict({ rule: "o" }), verdict({ subject: "one/t" }), moved].map(
      (each) => issues(assessmentOf([each]))[0]?.fingerprint,
    );
    expect(new Set(prints).size).toBe(3);
    expect(prints[3]).toBe(prints[0]);
  });
});
