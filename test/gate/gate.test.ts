import { describe, expect, it } from "vitest";
import type { Tally } from "../../src/assessment/tally.js";
import { gate, type Thresholds } from "../../src/gate/gate.js";
import { smallAssessment } from "../support/report.js";

/** The same with other counts of every rule and in all. */
function withCounts(tally: Tally, changes: Partial<Tally["counts"]>): { tally: Tally } {
  const rules = tally.rules.map((summary) => ({ ...summary, counts: { ...summary.counts, ...changes } }));
  return { tally: { ...tally, rules, counts: { ...tally.counts, ...changes } } };
}

/** The verdict of the gate, with the ids of the rules. */
function outcome(of: { tally: Tally }, thresholds: Thresholds): unknown {
  const { openRules, ...rest } = gate(of, thresholds);
  return { ...rest, openRules: openRules.map(({ rule }) => rule.id) };
}

describe("the gate", () => {
  const { tally } = smallAssessment();
  const withoutErrors = withCounts(tally, { error: 0 });

  it("asks only that every rule could be evaluated, unless it has a threshold", () => {
    expect(outcome({ tally }, {})).toEqual({ passed: false, openRules: [], errors: 1 });
    expect(outcome(withoutErrors, {})).toEqual({ passed: true, openRules: [], errors: 0 });
  });

  it("accepts rules in error where they are allowed", () => {
    expect(outcome({ tally }, { allowRuleErrors: true })).toEqual({ passed: true, openRules: [], errors: 0 });
  });

  it("names the rules with open verdicts from the severity on", () => {
    expect(outcome({ tally }, { failOn: "critical" })).toEqual({ passed: false, openRules: ["tested"], errors: 1 });
    expect(outcome({ tally }, { failOn: "low", allowRuleErrors: true })).toEqual({
      passed: false,
      openRules: ["tested", "watched"],
      errors: 0,
    });
  });

  it("passes where every verdict is satisfied or not applicable", () => {
    const quiet = withCounts(tally, { "not-satisfied": 0, error: 0 });
    expect(outcome(quiet, { failOn: "low" })).toEqual({ passed: true, openRules: [], errors: 0 });
  });
});
