import { describe, expect, it } from "vitest";
import type { Scope } from "../../src/assessment/scope.js";
import { TallyMaker } from "../../src/assessment/tally.js";
import {
  noCounts,
  type Finding,
  type FindingKind,
  type Verdict,
  type VerdictState,
} from "../../src/assessment/verdict.js";
import { rule, system } from "../support/subjects.js";

const controls = ["A.1", "A.2", "A.3"].map((label) => ({
  reference: `iso42001:${label}`,
  id: label.toLowerCase(),
  title: label,
  statementId: `${label.toLowerCase()}_smt`,
}));
const scope: Scope = {
  controls,
  rules: [
    { rule: rule("first", { controls: ["iso42001:A.1", "iso42001:A.2"] }), controls: ["iso42001:A.1", "iso42001:A.2"] },
    { rule: rule("second", { controls: ["iso42001:A.2"] }), controls: ["iso42001:A.2"] },
  ],
  parameters: {},
  minimumAssurance: "declared",
};

function verdicts(subject: string, first: VerdictState, second: VerdictState): Verdict[] {
  return scope.rules.map(({ rule: { id }, controls: ofRule }, index) => ({
    subject,
    rule: id,
    controls: ofRule,
    severity: "high",
    state: index === 0 ? first : second,
    findings: [],
  }));
}

describe("TallyMaker", () => {
  const maker = new TallyMaker(scope, (file) => `here/${file}`);
  maker.add(
    system("kind: system\nid: a\nname: A\nunit: U\nlifecycle: {stage: pilot}\n"),
    verdicts("a", "satisfied", "partial"),
  );
  maker.add(system("kind: system\nid: b\nname: B\n"), verdicts("b", "not-applicable", "satisfied"));
  const tally = maker.finish();

  it("combines the rules of a control by the worst state on each subject, then over the subjects", () => {
    expect(tally.controls).toEqual([
      {
        ...controls[0],
        rules: ["first"],
        state: "satisfied",
        counts: { ...noCounts(), satisfied: 1, "not-applicable": 1 },
      },
      {
        ...controls[1],
        rules: ["first", "second"],
        state: "partial",
        counts: { ...noCounts(), satisfied: 1, partial: 1 },
      },
      { ...controls[2], rules: [], state: "no-evidence", reason: "not-assessed", counts: noCounts() },
    ]);
  });

  it("finds a rule by its id, and a control by its reference", () => {
    expect(tally.ruleById.get("second")).toBe(tally.rules[1]);
    expect(tally.ruleById.get("third")).toBeUndefined();
    expect(tally.controlByReference.get("iso42001:A.2")).toBe(tally.controls[1]);
    expect(tally.controlByReference.get("a.2")).toBeUndefined();
  });

  it("lists subjects by rule and state", () => {
    expect(tally.rules).toEqual([
      {
        ...scope.rules[0],
        counts: { ...noCounts(), satisfied: 1, "not-applicable": 1 },
        subjects: { satisfied: [0], "not-applicable": [1] },
        inapplicable: [{ message: "", count: 1, subjects: [1] }],
        faults: [],
      },
      {
        ...scope.rules[1],
        counts: { ...noCounts(), satisfied: 1, partial: 1 },
        subjects: { partial: [0], satisfied: [1] },
        inapplicable: [],
        faults: [],
      },
    ]);
  });

  it("keeps each subject with its worst state and its numbers", () => {
    expect(tally.subjects).toEqual([
      {
        id: "a",
        kind: "system",
        name: "A",
        unit: "U",
        stage: "pilot",
        file: "here/systems/one.yaml",
        line: 1,
        state: "partial",
        counts: { ...noCounts(), satisfied: 1, partial: 1 },
      },
      {
        id: "b",
        kind: "system",
        name: "B",
        file: "here/systems/one.yaml",
        line: 1,
        state: "satisfied",
        counts: { ...noCounts(), satisfied: 1, "not-applicable": 1 },
      },
    ]);
    expect(tally.counts).toEqual({ ...noCounts(), satisfied: 2, partial: 1, "not-applicable": 1 });
  });

  it("notes the earliest day that something open was to be renewed by, and no other", () => {
    const own = new TallyMaker(scope, (file) => file);
    const finding = (kind: "stale" | "observed", validUntil: string): Verdict["findings"][number] => ({
      ...{ kind, message: "m", pointer: "", file: "f", line: 1, column: 1 },
      attestation: { validUntil },
    });
    const validUntil = [
      [finding("stale", "2026-06"), finding("stale", "2026-07-02"), finding("observed", "2025")],
      [finding("stale", "2024")],
    ];
    own.add(
      system("kind: system\nid: a\nname: A\n"),
      verdicts("a", "stale", "satisfied").map((verdict, index) => ({ ...verdict, findings: validUntil[index] ?? [] })),
    );
    expect(own.finish().rules.map(({ due }) => due)).toEqual(["2026-06-30", undefined]);
  });
});

describe("the reasons of a rule", () => {
  const place = { pointer: "", file: "systems/one.yaml", line: 1, column: 1 };
  const said = (kind: FindingKind, ...messages: string[]): Finding[] =>
    messages.map((message) => ({ kind, message, ...place }));

  it("are counted by what was said, the most frequent first, with the first of their subjects", () => {
    const maker = new TallyMaker(scope, (file) => file);
    const reasons = [
      ["It is retired."],
      ["It is a pilot.", "It decides nothing."],
      ["It is a pilot.", "It decides nothing."],
    ];
    for (const [index, messages] of [...reasons, ...Array<string[]>(3).fill(["It is retired."])].entries()) {
      const id = `s${String(index)}`;
      const [first, second] = verdicts(id, "not-applicable", "error");
      if (!first || !second) throw new Error("two rules make two verdicts");
      maker.add(system(`kind: system\nid: ${id}\nname: S\n`), [
        { ...first, findings: said("inapplicable", ...messages) },
        { ...second, findings: said("error", "conflict") },
      ]);
    }
    const { rules } = maker.finish();
    expect(rules.map(({ inapplicable, faults }) => ({ inapplicable, faults }))).toEqual([
      {
        inapplicable: [
          { message: "It is retired.", count: 4, subjects: [0, 3, 4] },
          { message: "It is a pilot. It decides nothing.", count: 2, subjects: [1, 2] },
        ],
        faults: [],
      },
      { inapplicable: [], faults: [{ message: "conflict", count: 6, subjects: [0, 1, 2] }] },
    ]);
  });

  it("are kept up to a number of different ones", () => {
    const maker = new TallyMaker(scope, (file) => file);
    for (let index = 0; index < 60; index++) {
      const id = `s${String(index)}`;
      const [first] = verdicts(id, "not-applicable", "error");
      if (!first) throw new Error("two rules make two verdicts");
      maker.add(system(`kind: system\nid: ${id}\nname: S\n`), [{ ...first, findings: said("inapplicable", id) }]);
    }
    const [rule] = maker.finish().rules;
    expect([rule?.counts["not-applicable"], rule?.inapplicable.length, rule?.inapplicable.at(-1)?.message]).toEqual([
      60,
      50,
      "s49",
    ]);
  });
});
