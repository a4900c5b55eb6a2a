import { describe, expect, it } from "vitest";
import { EvidenceLedger, type EvidenceEntry } from "../../src/assessment/evidence.js";
import type { Verdict } from "../../src/assessment/verdict.js";
import { organization, system } from "../support/subjects.js";

const asOf = "2026-11-01";
const scoring = system(
  `kind: system
id: scoring
name: Scoring
evidence:
  - { id: report, kind: test-report, title: Report, path: ../evidence/report.xml, sha256: ${"a".repeat(64)}, state: approved,
      collector: machine, owner: Validation, reviewer: Audit, collectedOn: 2026-01-15, effectiveFrom: 2026-01, validUntil: "2027",
      controls: [iso42001:A.6.2.4], supersedes: old }
  - { id: old, state: approved, uri: "https://records.example/old" }
  - { id: away, path: ../../away.md, state: draft }
  - { id: away, title: The same id again }
`,
  { report: "matches", away: "missing" },
);
const bank = organization(
  "kind: organization\nid: bank\nname: Bank\nevidence: [{ id: policy, state: approved, uri: https://records.example/policy }]\n",
);

function resting(control: string, descriptor: string, id: string): Verdict {
  return {
    ...{ subject: "scoring", rule: "r", controls: [control], state: "satisfied", severity: "low" },
    findings: [
      { kind: "observed", message: "m", pointer: "", file: "f", line: 1, column: 1, evidence: [{ descriptor, id }] },
    ],
  };
}

describe("the evidence records of an assessment", () => {
  it("are listed as they were found, with the controls that rest on them, those of the organization last", () => {
    const ledger = new EvidenceLedger(asOf, bank, (file) => file);
    const found: EvidenceEntry[] = [
      ...ledger.add(scoring, [
        resting("iso42001:A.9.4", "scoring", "report"),
        resting("iso42001:A.2.2", "bank", "policy"),
        resting("iso42001:A.2.3", "bank", "policy"),
      ]),
      ...ledger.add(bank, [resting("iso42001:5.2", "bank", "policy")]),
      ...ledger.finish(),
    ];
    const file = "systems/one.yaml";
    expect(found).toEqual([
      {
        ...{ descriptor: "scoring", id: "report", file, pointer: "/evidence/0", line: 5 },
        ...{ kind: "test-report", title: "Report", path: "evidence/report.xml", sha256: "a".repeat(64) },
        ...{ fileState: "matches", state: "approved", collector: "machine", owner: "Validation", reviewer: "Audit" },
        ...{ collectedOn: "2026-01-15", effectiveFrom: "2026-01", validUntil: "2027", supersedes: "old" },
        supports: "tested",
        controls: ["iso42001:A.6.2.4", "iso42001:A.9.4"],
      },
      {
        ...{ descriptor: "scoring", id: "old", file, pointer: "/evidence/1", line: 8 },
        ...{ uri: "https://records.example/old", state: "approved", supports: "declared", controls: [] },
      },
      {
        ...{ descriptor: "scoring", id: "away", file, pointer: "/evidence/2", line: 9 },
        ...{ fileState: "missing", state: "draft", supports: "declared", controls: [] },
      },
      {
        ...{ descriptor: "bank", id: "policy", file: "organization.yaml", pointer: "/evidence/0", line: 4 },
        ...{ uri: "https://records.example/policy", state: "approved", supports: "documented" },
        controls: ["iso42001:5.2", "iso42001:A.2.2", "iso42001:A.2.3"],
      },
    ]);
  });

  it("are none where nobody described the organization and a system has none", () => {
    const ledger = new EvidenceLedger(asOf, undefined, (file) => file);
    expect([ledger.add(system("kind: system\nid: a\nname: A\n"), []), ledger.finish()]).toEqual([[], []]);
  });
});
