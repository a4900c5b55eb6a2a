import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { passes, ruleTestFormats, type RuleTestFormat, type RuleTestReport } from "../../src/report/rule-test.js";
import type { RuleTest } from "../../src/policy/test.js";

const base = { package: "aims.rules.x_test", file: "rules/x_test.rego" } as const;
const tests: readonly RuleTest[] = [
  { ...base, name: "test_holds", row: 5, state: "pass", output: "printed <&>\n" },
  {
    ...base,
    name: "test_stops",
    row: 9,
    state: "fail",
    failedAt: { file: "rules/x_test.rego", row: 11, text: 'x.state == "done", 100%' },
    trace: "Enter\n| Fail\n",
  },
  {
    ...base,
    name: "test_cases",
    row: 20,
    state: "fail",
    cases: [
      { name: "a/one", state: "fail" },
      { name: "b", state: "pass" },
      { name: "c", state: "fail" },
    ],
  },
  { ...base, file: "rules/y_test.rego", name: "test_breaks", row: 3, state: "error", message: "conflict" },
  {
    ...base,
    file: "rules/y_test.rego",
    name: "test_differs",
    row: 8,
    state: "pass",
    difference: "passes on OPA, fails as WASM",
  },
  { ...base, file: "rules/y_test.rego", name: "todo_test_later", row: 12, state: "skipped" },
];
const report: RuleTestReport = {
  result: { tests, coverage: [], errors: [] },
  nameOf: (file) => `my ws/${file}`,
};

async function writtenAs(format: RuleTestFormat, of: RuleTestReport = report): Promise<string> {
  const write = await ruleTestFormats[format].load();
  return [...write(of, { color: false }).pieces].join("");
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elements(xml: string): Element[] {
  const all: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => all.push({ name, attributes: { ...attributes }, text: "" }));
  parser.on("text", (text) => {
    const last = all.at(-1);
    if (last !== undefined) last.text += text.trim();
  });
  parser.write(xml).close();
  return all;
}

describe("tests of rules as JUnit", () => {
  it("are a case each; failures, differences and errors say where and why", async () => {
    const counts = (tests: string, failures: string, errors: string, skipped: string): object => ({
      ...{ tests, failures, errors, skipped, time: "0" },
    });
    const ofCase = (name: string, file: string, line: string): Element => ({
      name: "testcase",
      attributes: { classname: base.package, name, file, line, time: "0" },
      text: "",
    });
    const [x, y] = ["my ws/rules/x_test.rego", "my ws/rules/y_test.rego"];
    expect(elements(await writtenAs("junit"))).toEqual([
      { name: "testsuites", attributes: { name: "aims", ...counts("6", "3", "1", "1") }, text: "" },
      { name: "testsuite", attributes: { name: x, ...counts("3", "2", "0", "0") }, text: "" },
      ofCase("test_holds", x, "5"),
      { name: "system-out", attributes: {}, text: "printed <&>" },
      ofCase("test_stops", x, "9"),
      {
        name: "failure",
        attributes: { type: "fail", message: "The test fails." },
        text: `The test fails.\nIt stopped at ${x}:11: x.state == "done", 100%\nEnter\n| Fail`,
      },
      ofCase("test_cases", x, "20"),
      {
        name: "failure",
        attributes: { type: "fail", message: "The test fails in a/one, c." },
        text: "The test fails in a/one, c.",
      },
      { name: "testsuite", attributes: { name: y, ...counts("3", "1", "1", "1") }, text: "" },
      ofCase("test_breaks", y, "3"),
      {
        name: "error",
        attributes: { type: "error", message: "The test ends in an error: conflict" },
        text: "The test ends in an error: conflict",
      },
      ofCase("test_differs", y, "8"),
      {
        name: "failure",
        attributes: { type: "difference", message: "The two evaluators differ: passes on OPA, fails as WASM." },
        text: "The two evaluators differ: passes on OPA, fails as WASM.",
      },
      ofCase("todo_test_later", y, "12"),
      { name: "skipped", attributes: {}, text: "" },
    ]);
  });
});

describe("tests of rules for GitHub", () => {
  it("are annotations at those that do not pass", async () => {
    expect(await writtenAs("github")).toBe(
      [
        '::error file=my ws/rules/x_test.rego,line=9,title=test_stops::The test fails.%0AIt stopped at my ws/rules/x_test.rego:11: x.state == "done", 100%25',
        "::error file=my ws/rules/x_test.rego,line=20,title=test_cases::The test fails in a/one, c.",
        "::error file=my ws/rules/y_test.rego,line=3,title=test_breaks::The test ends in an error: conflict",
        "::error file=my ws/rules/y_test.rego,line=8,title=test_differs::The two evaluators differ: passes on OPA, fails as WASM.",
        "",
      ].join("\n"),
    );
  });

  it("are nothing where all pass", async () => {
    const passing = tests.filter(passes);
    expect(passing.map(({ name }) => name)).toEqual(["test_holds", "todo_test_later"]);
    expect(await writtenAs("github", { ...report, result: { ...report.result, tests: passing } })).toBe("");
  });
});

describe("tests of rules as text and JSON", () => {
  it("say what fails, where it stopped, and how many there are", async () => {
    expect(await writtenAs("text")).toBe(`rules/x_test.rego:9: test_stops: fail
    stopped at rules/x_test.rego:11: x.state == "done", 100%
    Enter
    | Fail
rules/x_test.rego:20: test_cases: fail
rules/y_test.rego:3: test_breaks: error
    conflict
rules/y_test.rego:8: test_differs: passes on OPA, fails as WASM
1 passed, 4 failed, 1 skipped: 6 tests of the shipped rules (each on OPA's evaluator and as WASM)
`);
  });

  it("say which rows no test reaches", async () => {
    const covered = { covered: [], coveredLines: 2, notCoveredLines: 3, percent: 40 };
    const coverage = [
      {
        ...covered,
        file: "rules/x.rego",
        notCovered: [
          [3, 3],
          [7, 8],
        ] as const,
      },
      { ...covered, file: "rules/x_test.rego", notCovered: [] },
    ];
    expect(await writtenAs("text", { ...report, result: { tests: [], coverage, errors: [] } })).toBe(
      "rules/x.rego: 40.00 % covered, not rows 3, 7-8\n0 passed, 0 failed: 0 tests of the shipped rules (each on OPA's evaluator and as WASM)\n",
    );
  });

  it("are whole for programs", async () => {
    expect(JSON.parse(await writtenAs("json"))).toEqual(JSON.parse(JSON.stringify(report.result)));
  });
});
