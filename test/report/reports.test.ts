import { Ajv2020 } from "ajv/dist/2020.js";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import resultsSchema from "../../schemas/results.schema.json" with { type: "json" };
import { githubReport } from "../../src/report/assessment/github.js";
import { junitReport } from "../../src/report/assessment/junit.js";
import { resultsJson } from "../../src/report/assessment/json.js";
import { plain, smallAssessment } from "../support/report.js";

const isResults = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(resultsSchema);

describe("results.json", () => {
  const text = [...resultsJson(smallAssessment()).pieces].join("");
  const results = JSON.parse(text) as Record<string, unknown>;

  it("fits its schema", () => {
    isResults(results);
    expect(isResults.errors).toBeNull();
    expect(isResults({ ...results, verdicts: [{ subject: "x" }] })).toBe(false);
  });

  it("holds one verdict a line, in the order of subjects and rules", () => {
    const lines = text
      .slice(text.indexOf('"verdicts": ['))
      .split("\n")
      .filter((line) => line.startsWith("    {"));
    expect(lines.map((line) => JSON.parse(line.replace(/,$/, "")) as unknown)).toEqual(smallAssessment().verdicts());
  });
});

describe("JUnit", () => {
  it("tells failure, error and skipped apart and escapes text", () => {
    expect([...junitReport(smallAssessment(), plain).pieces].join("")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="aims" tests="4" failures="1" errors="1" skipped="1" time="0">
  <testsuite name="good" tests="2" failures="0" errors="0" skipped="1" time="0" timestamp="2026-11-01T00:00:00">
    <testcase classname="good" name="tested" file="systems/one.yaml" line="4" time="0"/>
    <testcase classname="good" name="watched" file="systems/one.yaml" line="1" time="0">
      <skipped message="The rule &quot;watched&quot; does not apply, and does not say why."/>
    </testcase>
  </testsuite>
  <testsuite name="bad" tests="2" failures="1" errors="1" skipped="0" time="0" timestamp="2026-11-01T00:00:00">
    <testcase classname="bad" name="tested" file="systems/one.yaml" line="4" time="0">
      <failure type="not-satisfied" message="Testing: &lt;not&gt; done, said 100%. Half &amp; half.">systems/one.yaml:4:30 Testing: &lt;not&gt; done,
said 100%.
systems/one.yaml:3:7 Half &amp; half.</failure>
    </testcase>
    <testcase classname="bad" name="watched" file="systems/one.yaml" line="1" time="0">
      <error type="error" message="rules/watched.rego:9:1: conflict">systems/one.yaml:1:1 rules/watched.rego:9:1: conflict</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it("says why a rule does not apply, where the rule says it", () => {
    const assessment = smallAssessment();
    const why = {
      message: "The system is\nretired.",
      pointer: "/lifecycle/stage",
      file: "systems/one.yaml",
      line: 2,
      column: 1,
    };
    const verdicts = [...assessment.verdicts()].map((verdict) =>
      verdict.state === "not-applicable" ? { ...verdict, findings: [{ ...why, kind: "observed" as const }] } : verdict,
    );
    expect([...junitReport({ ...assessment, verdicts: () => verdicts }, plain).pieces].join("")).toContain(
      `    <testcase classname="good" name="watched" file="systems/one.yaml" line="2" time="0">
      <skipped message="The system is retired."/>
    </testcase>
`,
    );
  });

  it("keeps a message that looks like an entity", () => {
    const assessment = smallAssessment();
    const verdicts = [...assessment.verdicts()].map((verdict) => ({
      ...verdict,
      findings: verdict.findings.map((finding) => ({ ...finding, message: "&lt; is not <" })),
    }));
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on("text", (text) => texts.push(text.trim()));
    parser.write([...junitReport({ ...assessment, verdicts: () => verdicts }, plain).pieces].join("")).close();
    expect(texts.filter((text) => text !== "")).toEqual([
      "systems/one.yaml:4:30 &lt; is not <\nsystems/one.yaml:3:7 &lt; is not <",
      "systems/one.yaml:1:1 &lt; is not <",
    ]);
  });
});

describe("GitHub annotations", () => {
  it("point at the descriptor and escape what the runner would interpret", () => {
    expect([...githubReport(smallAssessment(), { color: false, workspace: "a,b" }).pieces].join("")).toBe(
      `::warning title=Controls without verdict::No rule speaks for 1 control of the profile: iso42001:A.9.4.
::error file=a%2Cb/systems/one.yaml,line=1,col=1,title=watched (error)::bad: rules/watched.rego:9:1: conflict
::error file=a%2Cb/systems/one.yaml,line=4,col=30,title=tested (not-satisfied)::bad: Testing: <not> done,%0Asaid 100%25.
`,
    );
  });
});
