import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.js";
import type { Scope } from "../../src/assessment/scope.js";
import { TallyMaker } from "../../src/assessment/tally.js";
import { assessmentPlan } from "../../src/exchange/oscal/assessment-plan.js";
import { assessmentResults } from "../../src/exchange/oscal/assessment-results.js";
import { chainFiles, line, markup } from "../../src/exchange/oscal/shared.js";
import { Identities } from "../../src/exchange/oscal/identities.js";
import { systemSecurityPlan } from "../../src/exchange/oscal/system-security-plan.js";
import { verdictStates, type Verdict, type VerdictState } from "../../src/assessment/verdict.js";
import type { SystemSubject } from "../../src/inventory/descriptors.js";
import type { AssessmentResults, SystemSecurityPlan } from "../../src/oscal/model/generated/types.js";
import { validateOscal } from "../../src/oscal/validate.js";
import { materialize } from "../../src/source/stringify.js";
import { smallProfile } from "../support/profiles.js";
import { organization, rule, system } from "../support/subjects.js";

const ns = "https://aims-as-code.org/ns/oscal";
const control = (label: string, title: string) => ({
  reference: `iso42001:A.${label}`,
  id: `a.${label}`,
  title,
  statementId: `a.${label}_smt`,
});
const scope: Scope = {
  controls: [control("4.2", "Resources"), control("6.2.8", "Logs"), control("9.4", "Intended use")],
  rules: [
    { rule: rule("listed"), controls: ["iso42001:A.4.2"] },
    { rule: rule("logged"), controls: ["iso42001:A.6.2.8"] },
  ],
  parameters: {},
  minimumAssurance: "declared",
};

/** A finished assessment of the systems, of which each rule's verdict is given by `system rule` (not applicable where it is not). */
function assessed(
  systems: readonly SystemSubject[],
  states: Readonly<Record<string, VerdictState>>,
  parts: Partial<Assessment> = {},
): Assessment {
  const of = parts.scope ?? scope;
  const maker = new TallyMaker(of, (file) => file);
  const all: Verdict[] = [];
  for (const subject of systems) {
    const { id } = subject.descriptor;
    const verdicts = of.rules.map(({ rule: one, controls }): Verdict => ({
      subject: id,
      rule: one.id,
      controls,
      state: states[`${id} ${one.id}`] ?? "not-applicable",
      severity: one.severity,
      findings: [],
    }));
    maker.add(subject, verdicts);
    all.push(...verdicts);
  }
  return {
    asOf: "2026-11-01",
    tool: { name: "aims", version: "1.2.3" },
    basis: {
      profile: { name: "small", sha256: "b".repeat(64), resolved: smallProfile() },
      policy: { sha256: "a".repeat(64), modules: ["a".repeat(64)], sources: "c".repeat(64) },
    },
    scope: of,
    tally: maker.finish(),
    verdicts: () => all,
    verdictsOf: (id, state) => all.filter((verdict) => verdict.rule === id && verdict.state === state),
    evidence: () => [],
    organization: organization("kind: organization\nid: bank\nname: Bank\n"),
    files: [{ name: "systems/one.yaml", sha256: "00".repeat(32) }],
    ...parts,
  };
}

function documents(of: Assessment): {
  plan: unknown;
  results: AssessmentResults;
  ssp: SystemSecurityPlan;
  all: unknown[];
} {
  const all = [assessmentPlan(of), assessmentResults(of), systemSecurityPlan(of, "profile.json")].map(materialize);
  const [plan, results, ssp] = all as [
    unknown,
    { "assessment-results": AssessmentResults },
    { "system-security-plan": SystemSecurityPlan },
  ];
  return { plan, results: results["assessment-results"], ssp: ssp["system-security-plan"], all };
}

async function problems(of: Assessment): Promise<unknown[]> {
  return (await Promise.all(documents(of).all.map(validateOscal))).flat();
}

const good = system("kind: system\nid: good\nname: Good\nunit: Retail\nlifecycle: {stage: deployed}\n");
const bad = system("kind: system\nid: bad\nname: Bad\nlifecycle: {stage: pilot}\n");
const sold = system("kind: system\nid: sold\nname: Sold\nscope: {status: excluded, reason: Sold in May}\n");
const small = assessed([good, bad, sold], { "good listed": "satisfied", "bad listed": "stale" });
const ids = new Identities(small);
const origins = [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }];

describe("the assessment results", () => {
  const { results } = documents(small);
  const [result] = results.results;

  it("import the plan and name the descriptor files by their path in the workspace and by their content", () => {
    expect(results["import-ap"]).toEqual({ href: chainFiles.assessmentPlan });
    expect(results["back-matter"]).toEqual({
      resources: [
        {
          uuid: ids.resource("systems/one.yaml"),
          title: "systems/one.yaml",
          description: "Descriptor file; the title is its path in the workspace.",
          props: [{ name: "path-base", ns, value: "workspace" }],
          rlinks: [
            { href: "systems/one.yaml", hashes: [{ algorithm: "SHA-256", value: "00".repeat(32) }] },
            {
              href: "ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
              hashes: [{ algorithm: "SHA-256", value: "00".repeat(32) }],
            },
          ],
        },
      ],
    });
  });

  it("have one observation for each rule and state, with its subjects and a ground for each of them", () => {
    const observation = (id: string, state: VerdictState, subjects: readonly (typeof good)[]): unknown => ({
      uuid: ids.event("observation", id, state),
      title: `Title of ${id}: ${state}`,
      description: `What ${id} checks. ${String(subjects.length)} of 3 subjects are in the state ${state}.`,
      props: [
        { name: "rule-id", ns, value: id },
        { name: "verdict-state", ns, value: state },
        { name: "severity", ns, value: "high" },
        { name: "subjects", ns, value: String(subjects.length), class: state },
        { name: "control-id", ns, value: id === "listed" ? "a.4.2" : "a.6.2.8" },
      ],
      methods: ["EXAMINE"],
      types: ["control-objective"],
      origins,
      subjects: subjects.map(({ descriptor }) => ({
        "subject-uuid": ids.system(descriptor.id),
        type: "component",
        title: descriptor.name,
      })),
      "relevant-evidence": subjects.map(({ descriptor }) => ({
        href: `#${ids.resource("systems/one.yaml")}`,
        description:
          descriptor.scope === undefined
            ? `The verdict is ${state}; the rule gives no reason.`
            : "The management system does not cover it: Sold in May",
        props: [
          { name: "subject-uuid", ns, value: ids.system(descriptor.id) },
          { name: "line", ns, value: "1" },
        ],
      })),
      collected: "2026-11-01T00:00:00Z",
    });
    expect(result?.observations).toEqual([
      observation("listed", "stale", [bad]),
      observation("listed", "satisfied", [good]),
      observation("listed", "not-applicable", [sold]),
      observation("logged", "not-applicable", [good, bad, sold]),
    ]);
  });

  it("have one finding for each control, none for what applies to nobody, and say what was not assessed", () => {
    expect(result?.findings).toEqual([
      {
        uuid: ids.finding("a.4.2"),
        title: "iso42001:A.4.2 Resources: stale",
        description: "Worst state over the subjects: stale. By subject: 1 not-applicable, 1 satisfied, 1 stale.",
        props: [
          { name: "verdict-state", ns, value: "stale" },
          { name: "subjects", ns, value: "1", class: "stale" },
          { name: "subjects", ns, value: "1", class: "satisfied" },
          { name: "subjects", ns, value: "1", class: "not-applicable" },
        ],
        origins,
        target: {
          type: "statement-id",
          "target-id": "a.4.2_smt",
          status: { state: "not-satisfied", reason: "other" },
        },
        "related-observations": [
          { "observation-uuid": ids.event("observation", "listed", "stale") },
          { "observation-uuid": ids.event("observation", "listed", "satisfied") },
          { "observation-uuid": ids.event("observation", "listed", "not-applicable") },
        ],
        "related-risks": [{ "risk-uuid": ids.risk("listed") }],
      },
      {
        uuid: ids.finding("a.9.4"),
        title: "iso42001:A.9.4 Intended use: no-evidence",
        description: "No rule of this run speaks for the control, so nothing is shown about it.",
        props: [
          { name: "verdict-state", ns, value: "no-evidence" },
          { name: "reason", ns, value: "not-assessed" },
        ],
        origins,
        target: {
          type: "statement-id",
          "target-id": "a.9.4_smt",
          status: { state: "not-satisfied", reason: "other" },
        },
      },
    ]);
  });

  it("review every control of the profile and count every verdict", () => {
    expect(result?.["reviewed-controls"]).toEqual({
      "control-selections": [
        { "include-controls": [{ "control-id": "a.4.2" }, { "control-id": "a.6.2.8" }, { "control-id": "a.9.4" }] },
      ],
    });
    const figures: Partial<Record<VerdictState, string>> = { satisfied: "1", stale: "1", "not-applicable": "4" };
    expect(result?.props).toEqual([
      ...verdictStates.map((state) => ({ name: "verdicts", ns, value: figures[state] ?? "0", class: state })),
      {
        name: "not-applicable-control",
        ns,
        value: "a.6.2.8",
        remarks:
          "iso42001:A.6.2.8 Logs applies to none of the subjects. The observations of logged in the state not-applicable say of each why.",
      },
    ]);
    expect(result?.description).toBe(
      "3 subjects, 2 rules, 3 controls. Verdicts: 4 not-applicable, 1 satisfied, 1 stale.",
    );
  });

  it.each([
    ["satisfied", "satisfied", "pass"],
    ["not-satisfied", "not-satisfied", "fail"],
    ["stale", "not-satisfied", "other"],
    ["no-evidence", "not-satisfied", "other"],
    ["partial", "not-satisfied", "other"],
    ["error", "not-satisfied", "other"],
  ] as const)("put %s into OSCAL's words: %s, %s", (state, oscal, reason) => {
    const of = documents(assessed([good], { "good listed": state }));
    const finding = of.results.results[0]?.findings?.find((each) => each.uuid === ids.finding("a.4.2"));
    expect(finding?.target.status).toEqual({ state: oscal, reason });
    expect(finding?.props?.[0]).toEqual({ name: "verdict-state", ns, value: state });
  });

  it("have neither findings nor risks where nothing applies and everything has a rule, and say why it does not", async () => {
    const of = assessed([sold], {}, { scope: { ...scope, controls: scope.controls.slice(0, 2) } });
    const [only] = documents(of).results.results;
    const said = only?.observations?.flatMap((each) =>
      each["relevant-evidence"]?.map(({ description }) => description),
    );
    expect([only?.findings, only?.risks, said]).toEqual([
      undefined,
      undefined,
      Array.from({ length: 2 }, () => "The management system does not cover it: Sold in May"),
    ]);
    expect(await problems(of)).toEqual([]);
  });

  it("name the organization's own verdicts by the component that stands for the management system", () => {
    const maker = new TallyMaker(scope, (file) => file);
    const subject = organization("kind: organization\nid: bank\nname: Bank\n");
    maker.add(subject, [
      {
        subject: "bank",
        rule: "listed",
        controls: ["iso42001:A.4.2"],
        state: "partial",
        severity: "high",
        findings: [],
      },
    ]);
    const { results: own, ssp } = documents({ ...small, tally: maker.finish() });
    expect(own.results[0]?.observations?.[0]?.subjects).toEqual([
      { "subject-uuid": ids.thisSystem, type: "component", title: "Bank" },
    ]);
    expect(ssp["system-implementation"].components.map(({ uuid }) => uuid)).toEqual([ids.thisSystem]);
  });
});

describe("the system security plan", () => {
  it("has a component for the management system and for each AI system, also for those that are excluded", () => {
    expect(documents(small).ssp["system-implementation"].components).toEqual([
      {
        uuid: ids.thisSystem,
        type: "this-system",
        title: "AI management system",
        description: "The AI management system of Bank.",
        status: { state: "operational" },
      },
      {
        uuid: ids.system("good"),
        type: "software",
        title: "Good",
        description: "AI system good of Retail.",
        props: [
          { name: "descriptor-id", ns, value: "good" },
          { name: "lifecycle-stage", ns, value: "deployed" },
        ],
        status: { state: "operational" },
      },
      {
        uuid: ids.system("bad"),
        type: "software",
        title: "Bad",
        description: "AI system bad.",
        props: [
          { name: "descriptor-id", ns, value: "bad" },
          { name: "lifecycle-stage", ns, value: "pilot" },
        ],
        status: { state: "under-development" },
      },
      {
        uuid: ids.system("sold"),
        type: "software",
        title: "Sold",
        description: "AI system sold.",
        props: [
          { name: "descriptor-id", ns, value: "sold" },
          { name: "excluded-from-scope", ns, value: "Sold in May" },
        ],
        status: { state: "other", remarks: "No life cycle stage is recorded." },
      },
    ]);
  });

  it("says of a requirement that it is implemented only where the records carry it", () => {
    const status = (states: Record<string, VerdictState>): unknown =>
      documents(assessed([good, bad], states)).ssp["control-implementation"]["implemented-requirements"].map(
        ({ statements }) => statements?.[0]?.["by-components"]?.[0]?.["implementation-status"],
      )[0];
    expect(status({ "good listed": "satisfied", "bad listed": "satisfied" })).toEqual({ state: "implemented" });
    expect(status({ "good listed": "satisfied", "bad listed": "no-evidence" })).toEqual({ state: "partial" });
    expect(status({ "good listed": "not-satisfied", "bad listed": "no-evidence" })).toBe(undefined);
  });
});

describe("every document", () => {
  it("is valid OSCAL", async () => {
    expect(await problems(small)).toEqual([]);
    const [first] = documents(small).all as [{ "assessment-plan": object }];
    expect((await validateOscal({ "assessment-plan": { ...first["assessment-plan"], uuid: "x" } })).length).toBe(1);
  });

  it("is valid OSCAL without an organization, also with an empty inventory", async () => {
    const { organization: bank, ...rest } = small;
    const named = (each: Assessment): boolean =>
      JSON.stringify(documents(each).all).includes(`"${bank?.descriptor.name ?? ""}"`);
    expect([named(small), named(rest)]).toEqual([true, false]);
    expect(await problems(rest)).toEqual([]);
    expect(await problems({ ...assessed([], {}), files: [] })).toEqual([]);
  });

  /** Texts that descriptors may hold and that a document must neither break on nor take for markup. */
  const hostile = [
    "Two\nlines\r\nand a tab\tin it",
    "# no *heading*, no [link](javascript:alert(1)) and no <script>alert('x')</script>",
    '{{ insert: param, x }} `code` ~~gone~~ ^up^ _low_ \\ back | pipe & amp; " quote',
    "\u0000\u0001\u001b[31mred\u007f\u0085\u2028\u2029",
    "x".repeat(10_000),
    "👩‍🔬 研究 \u202Egnihtemos\u202C \u2066hidden\u2069 \uFEFF",
    " \n\t ",
    "\u00a0",
    "\u3000wide\u3000",
  ];

  function withText(text: string): Assessment {
    const value = JSON.stringify(text);
    const subject = system(
      `{"kind": "system", "id": "odd", "name": ${value}, "unit": ${value}, "scope": {"status": "excluded", "reason": ${value}}}`,
    );
    // As the reader delivers it: the text may hold what YAML does not allow.
    Object.assign(subject.descriptor, { name: text, unit: text, scope: { status: "excluded", reason: text } });
    const owner = organization("kind: organization\nid: bank\nname: Bank\n");
    Object.assign(owner.descriptor, { name: text, scope: { statement: text, boundaries: text } });
    return assessed(
      [subject],
      { "odd listed": "partial" },
      {
        scope: {
          ...scope,
          controls: [control("4.2", text)],
          rules: [{ rule: rule("listed", { title: text, description: text }), controls: ["iso42001:A.4.2"] }],
        },
        organization: owner,
        files: [{ name: `systems/${text}.yaml`, sha256: "00".repeat(32) }],
      },
    );
  }

  it.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "is valid OSCAL with %s",
    async (_, text) => {
      expect(await problems(withText(text))).toEqual([]);
    },
  );

  it("is valid OSCAL with any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 30 }), async (text) => {
        expect(await problems(withText(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("shows text as text: what markup would interpret is escaped", () => {
    const [, component] = documents(withText("a *b* [c](d) <e> `f`\ng")).ssp["system-implementation"].components;
    expect(component?.title).toBe("a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` g");
  });
});

it("text from outside holds no character that OSCAL or XML cannot hold", () => {
  expect([line("a\u0001\nb \uFFFE\uFFFF"), markup("*c*\uFFFE\u2028d")]).toEqual([
    "a b \uFFFD\uFFFD",
    "\\*c\\*\uFFFD d",
  ]);
});
