import { ruleVerdict } from "../../src/assessment/assess/rule-verdict.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import type { Scope } from "../../src/assessment/scope.js";
import { TallyMaker, type RuleSummary } from "../../src/assessment/tally.js";
import { noCounts, type Verdict } from "../../src/assessment/verdict.js";
import type { RuleOutcome } from "../../src/policy/evaluate/rule-output.js";
import { smallProfile } from "./profiles.js";
import { organization, rule, system } from "./subjects.js";

const scope: Scope = {
  controls: [
    { reference: "iso42001:A.6.2.4", id: "a.6.2.4", title: "Verification and validation", statementId: "a.6.2.4_smt" },
    { reference: "iso42001:A.9.4", id: "a.9.4", title: "Intended use", statementId: "a.9.4_smt" },
  ],
  rules: [
    { rule: rule("tested", { severity: "critical" }), controls: ["iso42001:A.6.2.4"] },
    { rule: rule("watched", { severity: "low" }), controls: ["iso42001:A.6.2.4"] },
  ],
  parameters: { "testing-max-age": 365 },
  minimumAssurance: "declared",
};

const subjects = [
  system("kind: system\nid: good\nname: Good\npractices: {testing: {state: done}}\n"),
  system("kind: system\nid: bad\nname: 'Bad & <worse>'\npractices: {testing: {state: not-done}}\n"),
];
const at = "/system/practices/testing/state";
const outcomes: Record<string, RuleOutcome> = {
  "good tested": { output: { observed: [{ message: "Testing is done.", at }] } },
  "good watched": { output: { applicable: false } },
  "bad tested": {
    output: {
      violation: [{ message: "Testing: <not> done,\nsaid 100%.", at }],
      pending: [{ message: "Half & half.", at: "/system/name" }],
    },
  },
  "bad watched": { error: "rules/watched.rego:9:1: conflict" },
};

/** Two systems and two rules, with every kind of verdict that a report has to tell apart. */
export function smallAssessment(): Assessment {
  const maker = new TallyMaker(scope, (file) => file);
  const all = subjects.map((subject) => {
    const verdicts = scope.rules.map(({ rule: one, controls }) =>
      ruleVerdict(one, controls, outcomes[`${subject.descriptor.id} ${one.id}`] ?? { error: "no outcome" }, subject, {
        asOf: "2026-11-01",
        minimumAssurance: "declared",
        nameOf: (file) => file,
      }),
    );
    maker.add(subject, verdicts);
    return verdicts;
  });
  return {
    tool: { name: "aims", version: "1.2.3" },
    asOf: "2026-11-01",
    basis: {
      profile: { name: "small", sha256: "0".repeat(64), resolved: smallProfile() },
      policy: { sha256: "1".repeat(64), modules: ["1".repeat(64)], sources: "2".repeat(64) },
    },
    organization: organization("kind: organization\nid: bank\nname: Bank\n"),
    scope,
    tally: maker.finish(),
    files: [],
    verdicts: () => all.flat(),
    verdictsOf: (id, state) => all.flat().filter((verdict) => verdict.rule === id && verdict.state === state),
    evidence: () => [],
  };
}

/** An assessment with these verdicts alone, of rules that are made for them. */
export function assessmentOf(verdicts: readonly Verdict[]): Assessment {
  const small = smallAssessment();
  const rules = new Map<string, RuleSummary>();
  const counts = noCounts();
  for (const { rule: id, severity, controls, state } of verdicts) {
    const summary = rules.get(id) ?? ruleSummary(rule(id, { severity }), controls);
    rules.set(id, { ...summary, counts: { ...summary.counts, [state]: summary.counts[state] + 1 } });
    counts[state] += 1;
  }
  return { ...small, tally: { ...small.tally, rules: [...rules.values()], counts }, verdicts: () => verdicts };
}

function ruleSummary(of: RuleSummary["rule"], controls: RuleSummary["controls"]): RuleSummary {
  return { rule: of, controls, counts: noCounts(), subjects: {}, inapplicable: [], faults: [] };
}

/** A verdict with one finding, not satisfied unless said otherwise. */
export function verdict(changes: Partial<Verdict>): Verdict {
  return {
    subject: "one",
    rule: "tested",
    controls: ["iso42001:A.6.2.4"],
    state: "not-satisfied",
    severity: "high",
    findings: [
      { kind: "violation", message: "Not done.", pointer: "/name", file: "systems/one.yaml", line: 3, column: 7 },
    ],
    ...changes,
  };
}

export const plain = { color: false, workspace: "" } as const;
