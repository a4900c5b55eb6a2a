import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.js";
import type { EvidenceEntry } from "../../src/assessment/evidence.js";
import type { Verdict, VerdictState } from "../../src/assessment/verdict.js";
import { assessmentResults } from "../../src/exchange/oscal/assessment-results.js";
import { Identities } from "../../src/exchange/oscal/identities.js";
import { systemSecurityPlan } from "../../src/exchange/oscal/system-security-plan.js";
import type { AssessmentResults, SystemSecurityPlan } from "../../src/oscal/model/generated/types.js";
import { danglingReferences } from "../../src/oscal/references.js";
import { validateOscal } from "../../src/oscal/validate.js";
import { materialize } from "../../src/source/stringify.js";
import { smallAssessment } from "../support/report.js";

const ns = "https://aims-as-code.org/ns/oscal";
const ids = new Identities(smallAssessment());
const origins = [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }];
const sha256 = "ab".repeat(32);
const report: EvidenceEntry = {
  ...{ descriptor: "good", id: "report", file: "systems/one.yaml", pointer: "/evidence/0", line: 9 },
  ...{ kind: "test-report", title: "A *report*", path: "evidence/a b.xml", sha256, fileState: "matches" },
  ...{ state: "approved", collector: "machine", owner: "Validation", reviewer: "Audit", supports: "tested" },
  ...{ collectedOn: "2026-01-15", effectiveFrom: "2026-01-15", validUntil: "2027-01", supersedes: "old" },
  controls: ["iso42001:A.6.2.4"],
};

/** The small assessment, with the findings of one verdict and the evidence records changed. */
function changed(
  findings: (verdict: Verdict) => Verdict["findings"],
  evidence: readonly EvidenceEntry[] = [],
  states: Partial<Record<string, VerdictState>> = {},
): Assessment {
  const small = smallAssessment();
  const each = function* (verdicts: Iterable<Verdict>): Generator<Verdict> {
    for (const verdict of verdicts) yield { ...verdict, findings: findings(verdict) };
  };
  const rules = small.tally.rules.map((summary) => {
    const state = states[summary.rule.id];
    return state === undefined
      ? summary
      : { ...summary, counts: { ...summary.counts, "not-satisfied": 0, [state]: 1 } };
  });
  return {
    ...small,
    tally: { ...small.tally, rules, ruleById: new Map(rules.map((summary) => [summary.rule.id, summary])) },
    files: [{ name: "systems/one.yaml", sha256 }],
    verdictsOf: (rule, state) => each(small.verdictsOf(rule, state)),
    evidence: () => evidence,
  };
}

function resultsOf(assessment: Assessment): AssessmentResults {
  return (materialize(assessmentResults(assessment)) as { "assessment-results": AssessmentResults })[
    "assessment-results"
  ];
}

function planOf(assessment: Assessment): SystemSecurityPlan {
  const document = materialize(systemSecurityPlan(assessment, "profile.json"));
  return (document as { "system-security-plan": SystemSecurityPlan })["system-security-plan"];
}

describe("what an observation rests on", () => {
  const assessment = changed(
    ({ findings }) =>
      findings.map((finding) => ({
        ...finding,
        attestation: { by: "Validation", on: "2026-01-15", validUntil: "2027-01" },
        evidence: [{ descriptor: "good", id: "report" }],
      })),
    [report],
  );
  const { "back-matter": backMatter, results } = resultsOf(assessment);
  const props = (values: Record<string, string>): unknown =>
    Object.entries(values).map(([name, value]) => ({ name, ns, value }));

  it("is each finding with its place, and each evidence record behind it", () => {
    const satisfied = results[0]?.observations?.find(
      ({ uuid }) => uuid === ids.event("observation", "tested", "satisfied"),
    );
    expect(satisfied?.["relevant-evidence"]).toEqual([
      {
        href: `#${ids.resource("systems/one.yaml")}`,
        description: "Testing is done.",
        props: props({
          ...{ "finding-kind": "observed", "subject-uuid": ids.system("good"), pointer: "/practices/testing/state" },
          ...{ line: "4", assurance: "declared", "attested-by": "Validation", "attested-on": "2026-01-15" },
          "valid-until": "2027-01",
        }),
        links: [{ href: `#${ids.evidence(report)}`, rel: "reference" }],
      },
      {
        href: `#${ids.evidence(report)}`,
        description: "Evidence record report of good.",
        props: props({ "evidence-id": "report", "subject-uuid": ids.system("good") }),
      },
    ]);
  });

  it("has its evidence record as a resource, by path and digest, in the results and in the plan of the system", () => {
    const resource = {
      uuid: ids.evidence(report),
      title: "A \\*report\\*",
      description: "Evidence record report of good, in systems/one.yaml, line 9.",
      props: [
        { name: "type", value: "evidence" },
        ...(props({
          ...{ "evidence-id": "report", "descriptor-id": "good", "evidence-kind": "test-report" },
          ...{
            "evidence-state": "approved",
            supports: "tested",
            "file-state": "matches",
            sha256,
            collector: "machine",
          },
          ...{ owner: "Validation", reviewer: "Audit", "collected-on": "2026-01-15", "effective-from": "2026-01-15" },
          ...{ "valid-until": "2027-01", supersedes: "old", pointer: "/evidence/0", line: "9" },
          "path-base": "workspace",
        }) as object[]),
      ],
      rlinks: [{ href: "evidence/a%20b.xml", hashes: [{ algorithm: "SHA-256", value: sha256 }] }],
    };
    expect(backMatter?.resources?.[1]).toEqual(resource);
    const plan = planOf(assessment);
    expect(plan["back-matter"]).toEqual({ resources: [resource] });
    const links = plan["control-implementation"]["implemented-requirements"].map(
      ({ statements }) => statements?.[0]?.["by-components"]?.[0]?.links,
    );
    expect(links).toEqual([
      [{ href: `#${ids.evidence(report)}`, rel: "reference", text: "A \\*report\\*" }],
      undefined,
    ]);
  });

  it("makes valid documents, in which no path is looked for beside the document", async () => {
    const documents = [assessmentResults(assessment), systemSecurityPlan(assessment, "profile.json")].map(materialize);
    expect((await Promise.all(documents.map(validateOscal))).flat()).toEqual([]);
    const looked: string[] = [];
    danglingReferences([{ name: "out/assessment-results.json", document: documents[0] }], {
      complete: false,
      fileExists: (path) => (looked.push(path), true),
    });
    expect(looked).toEqual(["out/assessment-plan.json"]);
  });

  const bare: EvidenceEntry = {
    ...{ descriptor: "good", id: "r", file: "systems/one.yaml", pointer: "/evidence/2", line: 11 },
    ...{ supports: "declared", controls: [] },
  };
  const hashes = [{ algorithm: "SHA-256", value: sha256 }];
  it.each<[string, Partial<EvidenceEntry>, unknown, string | undefined]>([
    ["nothing: its entry in the descriptor", {}, [{ href: "systems/one.yaml#/evidence/2" }], undefined],
    [
      "an address",
      { uri: "https://a.example/x?y=1#z", sha256 },
      [{ href: "https://a.example/x?y=1#z", hashes }],
      undefined,
    ],
    [
      "a file and an address",
      { path: "e.md", uri: "urn:doc:1", sha256 },
      [{ href: "e.md", hashes }, { href: "urn:doc:1" }],
      undefined,
    ],
    ["a place in words", { uri: "Binder 3, room 12" }, [{ href: "systems/one.yaml#/evidence/2" }], "Binder 3, room 12"],
    ["a script", { uri: "javascript:alert(1)" }, [{ href: "systems/one.yaml#/evidence/2" }], "javascript:alert(1)"],
    [
      "a file with odd characters",
      { path: "a:b/ü #%\ud800.md" },
      [{ href: "a%3Ab/%C3%BC%20%23%25%EF%BF%BD.md" }],
      undefined,
    ],
  ])("leads to a record that names %s", async (_, parts, rlinks, location) => {
    const of = changed(({ findings }) => findings, [{ ...bare, ...parts }]);
    const resource = resultsOf(of)["back-matter"]?.resources?.[1];
    expect([resource?.rlinks, resource?.props?.find(({ name }) => name === "location")?.value]).toEqual([
      rlinks,
      location,
    ]);
    expect(await validateOscal(materialize(assessmentResults(of)))).toEqual([]);
  });
});

describe("the risks", () => {
  it("are one for each rule with open verdicts, with what the rule recommends", () => {
    const { results } = resultsOf(smallAssessment());
    expect(results[0]?.risks?.[0]).toEqual({
      uuid: ids.risk("tested"),
      title: "Title of tested: 1 open",
      description: "What tested checks. 1 of 2 subjects are open. By state: 1 satisfied, 1 not-satisfied.",
      statement:
        "As long as they are open, the records do not show that these requirements are met: iso42001:A.6.2.4 Verification and validation.",
      props: [
        { name: "rule-id", ns, value: "tested" },
        { name: "severity", ns, value: "critical" },
        { name: "subjects", ns, value: "1", class: "not-satisfied" },
        { name: "subjects", ns, value: "1", class: "satisfied" },
      ],
      status: "open",
      origins,
      remediations: [
        {
          uuid: ids.remediation("tested"),
          lifecycle: "recommendation",
          title: "Recommended by the rule tested",
          description: "Mend tested.",
          origins,
        },
      ],
      "related-observations": [{ "observation-uuid": ids.event("observation", "tested", "not-satisfied") }],
    });
    expect(results[0]?.findings?.[0]?.["related-risks"]).toEqual([
      { "risk-uuid": ids.risk("tested") },
      { "risk-uuid": ids.risk("watched") },
    ]);
  });

  it.each<[VerdictState, string]>([
    ["partial", "remediating"],
    ["error", "investigating"],
    ["stale", "open"],
  ])("are, where all that is open is %s, %s", (state, status) => {
    const { results } = resultsOf(changed(({ findings }) => findings, [], { tested: state }));
    expect(results[0]?.risks?.find(({ uuid }) => uuid === ids.risk("tested"))?.status).toBe(status);
  });

  it("have a deadline where the records name a day", () => {
    const small = smallAssessment();
    const rules = small.tally.rules.map((summary) => ({ ...summary, due: "2026-06-30" }));
    const { results } = resultsOf({ ...small, tally: { ...small.tally, rules } });
    expect(results[0]?.risks?.map(({ deadline }) => deadline)).toEqual([
      "2026-06-30T00:00:00Z",
      "2026-06-30T00:00:00Z",
    ]);
  });
});
