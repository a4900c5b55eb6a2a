import { describe, expect, it } from "vitest";
import { markdownReport } from "../../../src/report/assessment/markdown.js";
import type { ReportOptions } from "../../../src/report/output.js";
import { assessmentOf, plain, smallAssessment, verdict } from "../../support/report.js";

function page(assessment = smallAssessment(), options: ReportOptions = plain): string {
  return [...markdownReport(assessment, options).pieces].join("");
}

describe("the page of an assessment in Markdown", () => {
  it("counts, lists what is open, worst first, and the controls", () => {
    expect(page()).toBe(`## Bank

T (small 1), as of 2026-11-01. 2 subjects, 2 rules, 2 controls.

| Verdicts |  |
| --- | --: |
| error | 1 |
| not-satisfied | 1 |
| satisfied | 1 |
| not-applicable | 1 |

### Open, worst first (2)

| Severity | State | Subject | Rule | Where | What |
| --- | --- | --- | --- | --- | --- |
| low | error | bad | watched | [systems/one.yaml:1](systems/one.yaml#L1) | rules/watched.rego:9:1: conflict |
| critical | not-satisfied | bad | tested | [systems/one.yaml:4](systems/one.yaml#L4) | Testing: \\<not\\> done, said 100%. Half \\& half. |

### Controls (1 of 2 assessed)

| Control | Title | State | error | satisfied |
| --- | --- | --- | --: | --: |
| iso42001:A.6.2.4 | Verification and validation | error | 1 | 1 |

### Not assessed (1)

No rule speaks for these controls, which is no evidence:

- iso42001:A.9.4 Intended use
`);
  });

  it("says that nothing is open where that is so", () => {
    expect(page(assessmentOf([verdict({ state: "satisfied" })]))).toContain(
      "### Open, worst first (0)\n\nNo verdict is open; without any: 1 control, see below.\n",
    );
  });

  it("links to the code host where it is told one, and escapes what would end a link or a cell", () => {
    const [first] = verdict({}).findings;
    if (first === undefined) throw new Error("A verdict has a finding.");
    const odd = { ...first, file: "a (1)/b|c].yaml", message: "`x` | @all\nsaid [no](http://x)" };
    const sources = "https://code.example/bank/ai/blob/0123abc";
    const options = { ...plain, workspace: "ws", sources };
    expect(page(assessmentOf([verdict({ findings: [odd] })]), options)).toContain(
      "| [ws/a (1)/b\\|c\\].yaml:3](https://code.example/bank/ai/blob/0123abc/ws/a%20%281%29/b%7Cc%5D.yaml#L3) | " +
        "\\`x\\` \\| &#64;all said \\[no\\](http://x) |\n",
    );
  });

  it("stays below what GitHub takes for the summary of a step, whatever stands in the files", () => {
    const long = "@&|".repeat(1500);
    const [first] = verdict({}).findings;
    if (first === undefined) throw new Error("A verdict has a finding.");
    const findings = [{ ...first, file: `${"ä@/".repeat(1300)}x.yaml`, message: long }];
    const verdicts = Array.from({ length: 300 }, (_, index) =>
      verdict({ subject: `${long}${String(index)}`, rule: long, findings }),
    );
    const assessment = assessmentOf(verdicts);
    const [control] = assessment.tally.controls;
    if (control === undefined) throw new Error("The assessment has a control.");
    const controls = Array.from({ length: 2000 }, (_, index) => ({
      ...control,
      title: long,
      ...(index % 2 === 0 ? { reason: "not-assessed" as const } : {}),
    }));
    const text = page({ ...assessment, tally: { ...assessment.tally, controls } });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    const shown = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const left = [...text.matchAll(/^… and (\d+) more\.$/gm)].map(([, count]) => Number(count));
    // What is shown and what is left out are all that there is.
    expect([shown(/^\| high /gm) + (left[0] ?? 0), left.length]).toEqual([300, 3]);
  });

  it("shows the fifty worst and counts the others", () => {
    const verdicts = Array.from({ length: 51 }, (_, index) => verdict({ subject: `s${String(index)}` }));
    const text = page(assessmentOf(verdicts));
    expect(text.match(/^\| high /gm)?.length).toBe(50);
    expect(text).toContain("\n… and 1 more.\n");
  });
});
