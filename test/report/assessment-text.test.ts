import { describe, expect, it } from "vitest";
import { ruleVerdict } from "../../src/assessment/assess/rule-verdict.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import { TallyMaker } from "../../src/assessment/tally.js";
import type { RuleOutcome } from "../../src/policy/evaluate/rule-output.js";
import { textReport } from "../../src/report/assessment/text.js";
import type { ReportOptions } from "../../src/report/output.js";
import { smallAssessment } from "../support/report.js";
import { system } from "../support/subjects.js";

function report(assessment: Assessment, options: Partial<ReportOptions> = {}): string {
  return [...textReport(assessment, { color: false, workspace: "ws", ...options }).pieces].join("");
}

/** The section that begins with a line. */
function section(text: string, title: string): string {
  return text.slice(text.indexOf(`\n${title}\n`) + 1).split(/\n\n(?=[A-Z])/)[0] ?? "";
}

/** An assessment of systems with names of their own, by what the first rule says of each; the second one says nothing wrong. */
function assessmentOf(outcomes: Readonly<Record<string, RuleOutcome>>, name = "S"): Assessment {
  const base = smallAssessment();
  const { scope } = base;
  const maker = new TallyMaker(scope, (file) => file);
  const fine: RuleOutcome = { output: { observed: [{ message: "Fine.", at: "/system/name" }] } };
  const verdicts = Object.entries(outcomes).map(([id, outcome]) => {
    const subject = system(`kind: system\nid: ${id}\nname: ${JSON.stringify(name)}\n`);
    const context = { asOf: "2026-11-01", minimumAssurance: "declared", nameOf: (file: string) => file } as const;
    const made = scope.rules.map(({ rule, controls }, index) =>
      ruleVerdict(rule, controls, index === 0 ? outcome : fine, subject, context),
    );
    maker.add(subject, made);
    return made;
  });
  return { ...base, tally: maker.finish(), verdicts: () => verdicts.flat() };
}

const missing: RuleOutcome = { output: { missing: [{ message: "Nobody tested it.", at: "/system/name" }] } };

describe("the text report", () => {
  it("shows the table, the worst off, what to do next, what is open where, and why the rest does not apply", () => {
    expect(report(smallAssessment())).toBe(`Bank
T (small 1), as of 2026-11-01
2 subjects, 2 rules, 2 controls. Minimum assurance: declared.

CONTROL                                        sat.  part.  no ev.  stale  unsat.  error  n/a  STATE
iso42001:A.6.2.4  Verification and validation     1      ·       ·      ·       ·      1    ·  error

Not assessed (no rule speaks for them; no evidence): iso42001:A.9.4

Rules in error
rules/watched.rego:9:1 watched: 1 subject (bad)
      conflict

Worst off (1 of 1 subject with open verdicts)
SUBJECT  NAME           STATE  OPEN
bad      Bad & <worse>  error   2/2

What to do next
 1. [critical] Title of tested: 1 subject (1 not-satisfied)
      Mend tested.
 2. [low] Title of watched: 1 subject (1 error)
      Mend watched.

What is open, subject by subject

bad  Bad & <worse>: error, 2 of 2 verdicts open
  ws/systems/one.yaml:1:1 error watched [low]
      conflict
  ws/systems/one.yaml:4:30 not-satisfied tested [critical]
      Testing: <not> done, said 100%.
  ws/systems/one.yaml:3:7 not-satisfied tested [critical]
      Half & half.

Not applicable, and why
watched: 1 subject
      1 subject (good): The rule "watched" does not apply, and does not say why.

Verdicts: 1 satisfied, 1 not-satisfied, 1 error, 1 not-applicable.
Whether records are good enough stays with the auditor; aims shows that they exist, are complete, in date and consistent.
`);
  });

  it("names the file of an own rule in error as the user sees it", () => {
    const assessment = smallAssessment();
    const own = {
      ...assessment,
      basis: { ...assessment.basis, policy: { ...assessment.basis.policy, hasOwnRules: true } },
    };
    expect(section(report(own), "Rules in error")).toBe(
      "Rules in error\nws/rules/watched.rego:9:1 watched: 1 subject (bad)\n      conflict",
    );
  });

  it("asks for evidence, and not for the remediation, where nothing else is missing", () => {
    const assessment = smallAssessment();
    const rules = assessment.tally.rules.map((summary, index) =>
      index === 0
        ? { ...summary, counts: { ...summary.counts, "not-satisfied": 0, error: 0, "no-evidence": 1 }, unsupported: 1 }
        : summary,
    );
    const next = section(report({ ...assessment, tally: { ...assessment.tally, rules } }, {}), "What to do next");
    expect(next).toContain("Of 1 subject only declared evidence is missing: name an evidence record");
    expect(next).not.toContain(assessment.tally.rules[0]?.rule.remediation);
  });

  it("shows every verdict where all details are wanted", () => {
    expect(section(report(smallAssessment(), { details: "all" }), "Every verdict, subject by subject"))
      .toBe(`Every verdict, subject by subject

bad  Bad & <worse>: error, 2 of 2 verdicts open
  ws/systems/one.yaml:1:1 error watched [low]
      conflict
  ws/systems/one.yaml:4:30 not-satisfied tested [critical]
      Testing: <not> done, said 100%.
  ws/systems/one.yaml:3:7 not-satisfied tested [critical]
      Half & half.

good  Good: satisfied, 0 of 1 verdict open
  ws/systems/one.yaml:4:30 satisfied (declared) tested [critical]
      Testing is done.
  ws/systems/one.yaml:1:1 not-applicable watched [low]
      The rule "watched" does not apply, and does not say why.`);
  });

  it("shows the descriptors alone where no details are wanted, and why controls apply to no subject", () => {
    const text = report(smallAssessment(), { details: "none" });
    expect(section(text, "Worst off (1 of 1 subject with open verdicts)")).toContain("ws/systems/one.yaml:1");
    expect(text).not.toContain("subject by subject");
    expect(text).not.toContain("Not applicable, and why");
  });

  it("is bounded for many subjects, and says where the others are", () => {
    const many = Object.fromEntries(
      Array.from({ length: 130 }, (_, index) => [`s${String(index).padStart(3, "0")}`, missing]),
    );
    const open = section(report(assessmentOf(many)), "What is open, subject by subject");
    expect(open.match(/^s\d+ /gm)).toHaveLength(20);
    expect(open).toMatch(/\n\.\.\. and 110 more subjects with open verdicts: --details all, or results\.json\.$/);
    expect(report(assessmentOf(many), { details: "all" }).match(/^s\d+ /gm)).toHaveLength(130 + 10);
  });

  it("says that nothing was shown where nothing applies, and counts the reasons", () => {
    const outside = (message: string): RuleOutcome => ({
      output: { applicable: false, inapplicable: [{ message, at: "/system/name" }] },
    });
    const retired = outside("It is retired.");
    const assessment = assessmentOf({ a: retired, b: outside("It is a pilot."), c: retired });
    const none = {
      ...assessment,
      tally: {
        ...assessment.tally,
        controls: assessment.tally.controls.map((each) => ({ ...each, state: "not-applicable" as const })),
      },
    };
    expect(section(report(none, { details: "none" }), "Not applicable, and why")).toBe(`Not applicable, and why
tested: every subject
      2 subjects (a, c): It is retired.
      1 subject (b): It is a pilot.`);
    const words = "Every verdict is not-applicable: nothing was shown, which is not a pass.";
    expect(report(none)).not.toContain(words);
    const [first] = assessment.tally.subjects;
    if (!first) throw new Error("there are three subjects");
    const { satisfied, "not-applicable": inapplicable } = first.counts;
    const counts = { ...first.counts, satisfied: 0, "not-applicable": satisfied + inapplicable };
    expect(report({ ...none, tally: { ...none.tally, subjects: [{ ...first, counts }], counts } })).toContain(words);
  });

  it.each([
    [40, 80],
    [80, 80],
    [undefined, 110],
    [150, 150],
    [400, 200],
  ])("fits %s columns: tables take at most %s, titles give way and ids never", (width, most) => {
    const id = "a-system-with-an-id-that-is-as-long-as-ids-in-big-inventories-are";
    const name = "A name that goes on and on ".repeat(9).trim();
    const text = report(assessmentOf({ [id]: missing }, name), width === undefined ? {} : { width });
    const tables = text.slice(0, text.indexOf("What to do next")).split("\n").slice(4);
    expect(tables.filter((line) => line.length > Math.max(most, id.length + 30))).toEqual([]);
    expect(tables.filter((line) => line.startsWith("iso42001:A.6.2.4 ") && line.length > most)).toEqual([]);
    expect(tables.some((line) => line.startsWith(`${id} `))).toBe(true);
  });

  it("colours each state by itself, and only where colour is wanted", () => {
    const text = report(smallAssessment(), { color: true });
    expect(text).toContain("\u001b[1mBank");
    expect(text).toContain("\u001b[31mnot-satisfied\u001b[39m");
    // eslint-disable-next-line no-control-regex -- colours are control sequences
    expect(text).toMatch(/^iso42001:A\.6\.2\.4 .*\u001b\[32m1\u001b\[39m.*\u001b\[31merror\u001b\[39m$/m);
    // eslint-disable-next-line no-control-regex -- the sequences of colours are what must not be there
    expect(report(smallAssessment())).not.toMatch(/\u001b/);
  });
});
