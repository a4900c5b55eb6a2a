import { describe, expect, it } from "vitest";
import { ruleVerdict, type VerdictContext } from "../../src/assessment/assess/rule-verdict.js";
import type { VerdictState } from "../../src/assessment/verdict.js";
import type { RuleOutcome } from "../../src/policy/evaluate/rule-output.js";
import type { Rule } from "../../src/policy/rule.js";
import type { OrganizationSubject } from "../../src/inventory/descriptors.js";
import type { Decisions, Evidence } from "../../src/inventory/generated/descriptor.js";
import { document, organization, rule, system } from "../support/subjects.js";

const subject = system(`kind: system
id: scoring
name: Scoring
practices:
  testing:
    state: done
    evidence: [report]
evidence:
  - id: report
    kind: test-report
    state: approved
    collector: machine
    uri: https://records.example/report
    validUntil: 2026-12
`);
const context: VerdictContext = {
  asOf: "2026-11-01",
  minimumAssurance: "declared",
  nameOf: (file) => `here/${file}`,
};
const item = { message: "said", at: "/system/practices/testing/state" };
const place = { pointer: "/practices/testing/state", file: "here/systems/one.yaml", line: 6, column: 12 };

function verdict(outcome: RuleOutcome, changed: Partial<VerdictContext> = {}): ReturnType<typeof ruleVerdict> {
  return ruleVerdict(rule("tested"), ["iso42001:A.6.2.4"], outcome, subject, { ...context, ...changed });
}

describe("the state of a rule on a subject", () => {
  it.each<[string, RuleOutcome, VerdictState]>([
    ["does not apply", { output: { applicable: false, violation: [item] } }, "not-applicable"],
    [
      "has a violation beside everything else",
      { output: { violation: [item], stale: [item], observed: [item] } },
      "not-satisfied",
    ],
    ["is stale beside what is missing", { output: { stale: [item], missing: [item], pending: [item] } }, "stale"],
    [
      "misses something beside what is pending",
      { output: { missing: [item], pending: [item], observed: [item] } },
      "no-evidence",
    ],
    ["is pending beside what is observed", { output: { pending: [item], observed: [item] } }, "partial"],
    ["observed and nothing else", { output: { applicable: true, observed: [item] } }, "satisfied"],
    ["says nothing at all", { output: {} }, "error"],
    ["could not be evaluated", { error: "rules/tested.rego:3:1: conflict" }, "error"],
  ])("when it %s", (_words, outcome, state) => {
    expect(verdict(outcome).state).toBe(state);
  });

  it("carries the findings with their places in the descriptor, worst set first", () => {
    expect(
      verdict({
        output: { observed: [item], pending: [{ message: "under way", at: "/system/practices/monitoring" }] },
      }),
    ).toEqual({
      subject: "scoring",
      rule: "tested",
      controls: ["iso42001:A.6.2.4"],
      severity: "high",
      state: "partial",
      assurance: "tested",
      findings: [
        // There is no monitoring entry: the innermost place that exists is shown.
        {
          kind: "pending",
          message: "under way",
          pointer: "/practices/monitoring",
          file: "here/systems/one.yaml",
          line: 5,
          column: 3,
        },
        { kind: "observed", message: "said", ...place, evidence: [{ descriptor: "scoring", id: "report" }] },
      ],
    });
  });

  it("says who stands behind a value: the innermost entry around it that names somebody or a day", () => {
    const yaml =
      "kind: system\nid: a\nname: A\nroles: {owner: {person: Ines, since: 2025-01}}\npractices:\n  testing: {state: done, completedOn: 2026-01-15, validUntil: 2027-01, by: Validation}\n  monitoring: {state: done, validUntil: 2026-12-31}\n";
    const at = ["/roles/owner/person", "/practices/testing/state", "/practices/monitoring", "/practices", "/name"];
    const found = ruleVerdict(
      rule("tested"),
      [],
      { output: { observed: at.map((pointer) => ({ message: pointer, at: `/system${pointer}` })) } },
      system(yaml),
      context,
    );
    expect(Object.fromEntries(found.findings.map(({ pointer, attestation }) => [pointer, attestation]))).toEqual({
      "/roles/owner/person": { by: "Ines", on: "2025-01" },
      "/practices/testing/state": { by: "Validation", on: "2026-01-15", validUntil: "2027-01" },
      "/practices/monitoring": { validUntil: "2026-12-31" },
      "/practices": undefined,
      "/name": undefined,
    });
  });

  it("says why it does not apply: in the rule's words, or else in those of its METADATA", () => {
    const of = (outcome: RuleOutcome, parts: Partial<Rule> = {}): unknown =>
      ruleVerdict(rule("tested", parts), ["iso42001:A.6.2.4"], outcome, subject, context);
    const base = { subject: "scoring", rule: "tested", controls: ["iso42001:A.6.2.4"], severity: "high" };
    const state = "not-applicable";
    const beginning = { pointer: "", file: "here/systems/one.yaml", line: 1, column: 1 };
    expect(of({ output: { applicable: false, inapplicable: [item], violation: [item] } })).toEqual({
      ...base,
      state,
      findings: [
        { kind: "inapplicable", message: "said", ...place, evidence: [{ descriptor: "scoring", id: "report" }] },
      ],
    });
    expect(of({ output: { applicable: false } }, { concerns: "The system is not retired." })).toEqual({
      ...base,
      state,
      findings: [
        {
          kind: "inapplicable",
          message: 'The rule "tested" applies only where this holds: The system is not retired.',
          ...beginning,
        },
      ],
    });
    expect(of({ output: { applicable: false } })).toEqual({
      ...base,
      state,
      findings: [
        { kind: "inapplicable", message: 'The rule "tested" does not apply, and does not say why.', ...beginning },
      ],
    });
    // Where it applies, nobody asks why not.
    expect(of({ output: { applicable: true, inapplicable: [item], pending: [item] } })).toEqual({
      ...base,
      state: "partial",
      findings: [{ kind: "pending", message: "said", ...place, evidence: [{ descriptor: "scoring", id: "report" }] }],
    });
  });

  it("says why silence is an error", () => {
    expect(verdict({ output: {} }).findings).toEqual([
      {
        kind: "error",
        message: 'The rule "tested" applies, but says neither that something is wrong nor what it observed.',
        pointer: "",
        file: "here/systems/one.yaml",
        line: 1,
        column: 1,
      },
    ]);
  });
});

const attested =
  "{id: record, kind: attestation, state: approved, collector: machine, attestation: {by: Ada, on: 2026-10, outcome: conforms}";

describe("assurance", () => {
  it("is as good as the evidence behind the observed value", () => {
    expect(verdict({ output: { observed: [item] } }).assurance).toBe("tested");
  });

  it("falls to declared when the evidence is out of date on the as-of date", () => {
    expect(verdict({ output: { observed: [item] } }, { asOf: "2027-01-01" }).assurance).toBe("declared");
  });

  it("is that of the weakest observed value", () => {
    const other = { message: "named", at: "/system/name" };
    expect(verdict({ output: { observed: [item, other] } }).assurance).toBe("declared");
  });

  it.each([
    ["in force", "state: approved", "declared"],
    ["still a draft", "state: draft", "documented"],
    ["not yet in force", "state: approved, effectiveFrom: 2027-01-01", "documented"],
  ] as const)("does not rest on a record whose successor is %s", (_words, successor, assurance) => {
    const one = system(`kind: system
id: one
name: One
risk: {evidence: [old]}
evidence:
  - {id: old, state: approved, uri: "https://records.example/old"}
  - {id: new, supersedes: old, ${successor}}
`);
    const outcome: RuleOutcome = { output: { observed: [{ message: "risk", at: "/system/risk" }] } };
    expect(ruleVerdict(rule("any"), [], outcome, one, context).assurance).toBe(assurance);
  });

  it("below the profile's minimum turns satisfied into no evidence and says so at the value", () => {
    const declared = { message: "named", at: "/system/name" };
    expect(verdict({ output: { observed: [declared] } }, { minimumAssurance: "documented" })).toEqual({
      subject: "scoring",
      rule: "tested",
      controls: ["iso42001:A.6.2.4"],
      severity: "high",
      state: "no-evidence",
      assurance: "declared",
      findings: [
        {
          kind: "assurance",
          message: "The profile asks for documented evidence; this is declared only.",
          pointer: "/name",
          file: "here/systems/one.yaml",
          line: 3,
          column: 7,
        },
        { kind: "observed", message: "named", pointer: "/name", file: "here/systems/one.yaml", line: 3, column: 7 },
      ],
    });
  });

  it("never improves a worse state", () => {
    expect(verdict({ output: { violation: [item], observed: [item] } }, { minimumAssurance: "tested" }).state).toBe(
      "not-satisfied",
    );
  });

  it.each([
    ["an approved record", "state: approved\n    uri: https://records.example/1", {}, "documented"],
    ["a record that leads nowhere", "state: approved", {}, "declared"],
    ["a draft", "state: draft", {}, "declared"],
    ["a record that is not yet in force", "state: approved\n    effectiveFrom: 2026-12-01", {}, "declared"],
    ["a file that matches its hash", "state: approved\n    path: a.txt", { record: "matches" }, "documented"],
    ["a file that was changed", "state: approved\n    path: a.txt", { record: "differs" }, "declared"],
    ["an attestation alone", `${attested}, uri: "https://records.example/1"}`, {}, "declared"],
    ["an attestation whose file nobody reviewed", `${attested}, path: a.txt}`, { record: "matches" }, "declared"],
    [
      "an attestation that its author reviewed",
      `${attested}, path: a.txt, reviewer: Ada}`,
      { record: "matches" },
      "declared",
    ],
    [
      "an attestation that another one reviewed",
      `${attested}, path: a.txt, reviewer: Bo}`,
      { record: "matches" },
      "documented",
    ],
    ["an attestation without a digest", `${attested}, uri: "https://a.example", reviewer: Bo}`, {}, "declared"],
    ["a file without a recorded hash", "state: approved\n    path: a.txt", { record: "unhashed" }, "declared"],
  ] as const)("of %s", (_words, fields, files, assurance) => {
    const record = fields.startsWith("{") ? fields : `id: record\n    ${fields}`;
    const one = system(
      `kind: system\nid: one\nname: One\nrisk:\n  evidence: [record]\nevidence:\n  - ${record}\n`,
      files,
    );
    const outcome: RuleOutcome = { output: { observed: [{ message: "risk", at: "/system/risk/tier" }] } };
    expect(ruleVerdict(rule("any"), [], outcome, one, context).assurance).toBe(assurance);
  });
});

describe("a verdict that too little supports", () => {
  it.each([
    [
      "state: draft\n    uri: https://records.example/1",
      {},
      "documented",
      "record does not count: its state is draft, not approved.",
    ],
    [
      "title: T\n    uri: https://records.example/1",
      {},
      "documented",
      "record does not count: no state is recorded, such as approved.",
    ],
    [
      "state: approved\n    path: a.txt",
      { record: "unhashed" },
      "documented",
      "record does not count: no sha256 is recorded.",
    ],
    [
      "state: approved\n    validUntil: '2025'\n    path: a.txt",
      { record: "differs" },
      "documented",
      "record does not count: it was valid until 2025, and its file is not the one that was recorded.",
    ],
    ["state: approved", {}, "documented", "record does not count: neither a path nor a uri says where it is."],
    [
      "state: approved\n    uri: https://records.example/1",
      {},
      "tested",
      "record counts as documented: its collector is not a machine.",
    ],
    [
      "kind: attestation\n    state: approved\n    attestation: {by: Ada}\n    reviewer: Ada\n    uri: https://records.example/1",
      {},
      "documented",
      "record counts as declared: no file of it is recorded with its sha256, and its reviewer is the one who vouches for it.",
    ],
    [
      "kind: attestation\n    state: approved\n    attestation: {by: Ada}\n    reviewer: Bo\n    path: a.txt",
      { record: "matches" },
      "tested",
      "record counts as documented: it is an attestation, which no machine makes.",
    ],
  ] as const)("says of each record that is named what it lacks: %s", (fields, files, minimumAssurance, words) => {
    const one = system(
      `kind: system\nid: one\nname: One\nrisk:\n  evidence: [record]\nevidence:\n  - id: record\n    ${fields}\n`,
      files,
    );
    const outcome: RuleOutcome = { output: { observed: [{ message: "risk", at: "/system/risk/tier" }] } };
    const { state, assurance, findings } = ruleVerdict(rule("any"), [], outcome, one, { ...context, minimumAssurance });
    expect({ state, message: findings[0]?.message }).toEqual({
      state: "no-evidence",
      message: `The profile asks for ${minimumAssurance} evidence; this is ${String(assurance)} only. ${words}`,
    });
  });
});

describe("places", () => {
  it("of the organization are shown in its own descriptor", () => {
    const bank = organization("kind: organization\nid: bank\nname: Bank\n");
    const outcome: RuleOutcome = { output: { violation: [{ message: "no policy", at: "/organization/name" }] } };
    expect(ruleVerdict(rule("policy"), [], outcome, subject, { ...context, organization: bank }).findings).toEqual([
      { kind: "violation", message: "no policy", pointer: "/name", file: "here/organization.yaml", line: 3, column: 7 },
    ]);
  });

  it("of records and decisions are shown in the files that hold them", () => {
    const file = document(
      "kind: evidence\nrecords:\n  - id: minutes\n    state: approved\n    uri: https://records.example/1\n    attestation: {by: Ada}\n",
      "records/a.yaml",
    );
    const soa = document(
      "kind: decisions\ndecisions:\n  - {control: iso42001:A.2.2, decidedBy: Bo, evidence: [minutes]}\n",
      "records/soa.yaml",
    );
    const bank = organization("kind: organization\nid: bank\nname: Bank\nevidence: [{id: own}]\n");
    const [record] = (file.value as Evidence).records;
    const [decision] = (soa.value as Decisions).decisions;
    if (record === undefined || decision === undefined) throw new Error("nothing recorded");
    const whole: OrganizationSubject = {
      ...bank,
      evidence: [...bank.evidence, { record, document: file, pointer: "/records/0" }],
      decisions: [{ decision, document: soa, pointer: "/decisions/0" }],
    };
    const outcome: RuleOutcome = {
      output: {
        observed: [
          { message: "decided", at: "/decisions/0/control" },
          { message: "approved", at: "/evidence/1/state" },
          { message: "own", at: "/evidence/0/id" },
        ],
        pending: [{ message: "none", at: "/decisions/7" }],
      },
    };
    const evidence = [{ descriptor: "bank", id: "minutes" }];
    expect(ruleVerdict(rule("soa"), [], outcome, whole, { ...context, organization: whole }).findings).toEqual([
      { kind: "pending", message: "none", pointer: "", file: "here/organization.yaml", line: 1, column: 1 },
      {
        ...{ kind: "observed", message: "decided", pointer: "/decisions/0/control", file: "here/records/soa.yaml" },
        ...{ line: 3, column: 15, attestation: { by: "Bo" }, evidence },
      },
      {
        ...{ kind: "observed", message: "own", pointer: "/evidence/0/id", file: "here/organization.yaml" },
        ...{ line: 4, column: 17, evidence: [{ descriptor: "bank", id: "own" }] },
      },
      {
        ...{ kind: "observed", message: "approved", pointer: "/records/0/state", file: "here/records/a.yaml" },
        ...{ line: 4, column: 12, attestation: { by: "Ada" }, evidence },
      },
    ]);
  });

  it("name the record and column that a value was imported from", () => {
    const imported = system(`kind: system
id: one
name: One
risk: {tier: high}
provenance:
  default: {file: inventory.csv, record: 7}
  fields:
    /risk: {column: tier_column}
`);
    const outcome: RuleOutcome = {
      output: {
        violation: [{ message: "tier", at: "/system/risk/tier" }],
        pending: [{ message: "name", at: "/system/name" }],
      },
    };
    expect(ruleVerdict(rule("any"), [], outcome, imported, context).findings.map((finding) => finding.source)).toEqual([
      { file: "inventory.csv", record: 7, column: "tier_column" },
      { file: "inventory.csv", record: 7 },
    ]);
  });
});
