import { describe, expect, it } from "vitest";
import { noCounts, type Severity, type StateCounts } from "../../src/assessment/verdict.js";
import { failOnWords, gate, type GateResult, type Thresholds, type Weighed } from "../../src/gate/gate.js";
import { gateLine } from "../../src/report/gate.js";
import { smallAssessment } from "../support/report.js";

type Rules = Readonly<Record<string, readonly [severity: Severity, counts: Partial<StateCounts>]>>;

/** An assessment as far as the gate weighs it: rules with their verdicts, and controls without any. */
function weighed(rules: Rules, notAssessed: readonly string[] = []): { tally: Weighed } {
  const counts = noCounts();
  const summaries = Object.entries(rules).map(([id, [severity, of]]) => {
    for (const [state, count] of Object.entries(of)) counts[state as keyof StateCounts] += count;
    return { rule: { id, severity }, counts: { ...noCounts(), ...of } };
  });
  const silent = notAssessed.map((reference) => ({ reference, reason: "not-assessed" as const }));
  return { tally: { rules: summaries, controls: [{ reference: "iso42001:5.3" }, ...silent], counts } };
}

const mixed: Rules = {
  tested: ["critical", { "not-satisfied": 1, satisfied: 2 }],
  watched: ["medium", { partial: 3, stale: 1 }],
  named: ["low", { satisfied: 3 }],
};
const fine: Rules = { tested: ["critical", { satisfied: 2, "not-applicable": 1 }] };

function asked(thresholds: Thresholds, rules: Rules, notAssessed: readonly string[] = []): GateResult {
  return gate(weighed(rules, notAssessed), thresholds);
}

describe("the gate", () => {
  it("weighs an assessment as it is", () => {
    expect(gate(smallAssessment(), { failOn: ["critical"] })).toEqual({
      failOn: ["critical"],
      passed: false,
      reasons: [
        { kind: "open", on: "critical", rules: ["tested"], verdicts: 1 },
        { kind: "not-assessed", controls: ["iso42001:A.9.4"] },
      ],
      inError: ["watched"],
      open: 2,
      notAssessed: ["iso42001:A.9.4"],
      allowed: [],
      unused: [],
      nothingApplies: false,
    });
  });

  it("gates nothing without a threshold, but minds rules in error", () => {
    expect(asked({}, mixed, ["iso42001:9.1"])).toMatchObject({ passed: true, reasons: [], open: 5 });
    const broken: Rules = { broken: ["low", { error: 2 }] };
    expect(asked({}, broken)).toMatchObject({ passed: false, reasons: [], inError: ["broken"] });
    expect(asked({ allowRuleErrors: true }, broken)).toMatchObject({ passed: true, reasons: [], inError: [] });
  });

  it.each<[Thresholds["failOn"], GateResult["reasons"]]>([
    [["critical"], [{ kind: "open", on: "critical", rules: ["tested"], verdicts: 1 }]],
    [["medium"], [{ kind: "open", on: "medium", rules: ["tested", "watched"], verdicts: 5 }]],
    [["open"], [{ kind: "open", on: "open", rules: ["tested", "watched"], verdicts: 5 }]],
    [["stale"], [{ kind: "open", on: "stale", rules: ["watched"], verdicts: 1 }]],
    [["no-evidence"], []],
    [["not-assessed"], []],
    [
      ["critical", "partial"],
      [
        { kind: "open", on: "critical", rules: ["tested"], verdicts: 1 },
        { kind: "open", on: "partial", rules: ["watched"], verdicts: 3 },
      ],
    ],
  ])("fails on %j", (failOn, reasons) => {
    expect(asked({ ...(failOn ? { failOn } : {}) }, mixed)).toMatchObject({ passed: reasons.length === 0, reasons });
  });

  it.each(failOnWords)("never passes on %s while a control has no verdict, unless that is allowed", (word) => {
    const silent = ["iso42001:9.1", "iso42001:9.2"];
    const failed = (thresholds: Thresholds): unknown => {
      const { passed, reasons, allowed, unused } = asked({ failOn: [word], ...thresholds }, fine, silent);
      return { passed, reasons, allowed, unused };
    };
    const lacking = (...controls: string[]): unknown => [{ kind: "not-assessed", controls }];
    expect(failed({})).toEqual({ passed: false, reasons: lacking(...silent), allowed: [], unused: [] });
    expect(failed({ allowNotAssessed: ["iso42001:9.1"] })).toEqual({
      passed: false,
      reasons: lacking("iso42001:9.2"),
      allowed: ["iso42001:9.1"],
      unused: [],
    });
    expect(failed({ allowNotAssessed: ["iso42001:9.l", "iso42001:5.3"] })).toEqual({
      passed: false,
      reasons: lacking(...silent),
      allowed: [],
      unused: ["iso42001:9.l", "iso42001:5.3"],
    });
    expect(failed({ allowNotAssessed: ["all"] })).toEqual({ passed: true, reasons: [], allowed: silent, unused: [] });
  });

  it("fails where nothing applies, whatever is allowed", () => {
    const nothing: Rules = { tested: ["low", { "not-applicable": 4 }] };
    const reasons = [{ kind: "nothing-applies", verdicts: 4 }];
    expect(asked({ failOn: ["critical"], allowNotAssessed: ["all"] }, nothing)).toMatchObject({
      passed: false,
      reasons,
    });
    expect(asked({}, nothing)).toMatchObject({ passed: true, reasons: [], nothingApplies: true });
  });

  it("takes allowed errors for open verdicts", () => {
    const broken: Rules = { broken: ["high", { error: 2, satisfied: 1 }] };
    expect(asked({ failOn: ["high"], allowRuleErrors: true }, broken)).toMatchObject({
      passed: false,
      reasons: [{ kind: "open", on: "high", rules: ["broken"], verdicts: 2 }],
    });
  });
});

describe("the line about the gate", () => {
  const line = (thresholds: Thresholds, rules: Rules, notAssessed: readonly string[] = []): string =>
    gateLine(asked(thresholds, rules, notAssessed));
  const nine = ["iso42001:9.1"];

  it.each<[words: string, Thresholds, Rules, readonly string[]]>([
    ["Not gated: 5 verdicts open, 1 control without verdict.", {}, mixed, nine],
    [
      "Gate failed (--fail-on high): 1 rule of high or above with open verdicts, 1 control without verdict: iso42001:9.1.",
      { failOn: ["high"] },
      mixed,
      nine,
    ],
    [
      "Gate failed (--fail-on critical,partial): 1 rule of critical with open verdicts, 3 verdicts partial by 1 rule.",
      { failOn: ["critical", "partial"] },
      mixed,
      [],
    ],
    [
      "Gate passed (--fail-on error): none of the open verdicts (5) fails it, and every control has a verdict but for iso42001:9.1 (--allow-not-assessed).",
      { failOn: ["error"], allowNotAssessed: nine },
      mixed,
      nine,
    ],
    [
      "Gate passed (--fail-on open): no verdict is open, and every control has a verdict.",
      { failOn: ["open"] },
      fine,
      [],
    ],
    [
      "Gate failed (--fail-on low): every verdict is not-applicable, so nothing was shown.",
      { failOn: ["low"] },
      { tested: ["low", { "not-applicable": 4 }] },
      [],
    ],
    [
      "Not gated: 0 verdicts open, 0 controls without verdict. Every verdict is not-applicable, so nothing was shown.",
      {},
      { tested: ["low", { "not-applicable": 4 }] },
      [],
    ],
    [
      "Not gated: 2 verdicts open, 0 controls without verdict. Exit code 3, because rules are in error (broken); --allow-rule-errors accepts that.",
      {},
      { broken: ["low", { error: 2 }] },
      [],
    ],
    [
      "Gate failed (--fail-on high): 1 rule in error. Exit code 3, because rules are in error (broken); --allow-rule-errors accepts that.",
      { failOn: ["high"] },
      { broken: ["low", { error: 2 }] },
      [],
    ],
    [
      "Gate failed (--fail-on low): 12 controls without verdict: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 and 2 more. --allow-not-assessed iso42001:9.l concerns no control without verdict.",
      { failOn: ["low"], allowNotAssessed: ["iso42001:9.l"] },
      fine,
      Array.from({ length: 12 }, (_, index) => `c${String(index)}`),
    ],
  ])("%s", (words, thresholds, rules, notAssessed) => {
    expect(line(thresholds, rules, notAssessed)).toBe(words);
  });
});
