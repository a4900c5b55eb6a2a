import { describe, expect, test } from "vitest";
import { danglingReferences, type NamedDocument } from "../../../src/oscal/validate/references.js";
import { assessmentPlan, catalog, ids, plan, profile, results, uuid } from "../chain.js";
import { hasStandard, readJson, standard, withoutStandard, withValue } from "../json.js";

const nobody = uuid(999);
const files = {
  "catalog.json": catalog,
  "profile.json": profile,
  "ssp.json": plan,
  "assessment-plan.json": assessmentPlan,
  "assessment-results.json": results,
};

/** The chain with one value changed. */
function chain(name?: keyof typeof files, pointer?: string, value?: unknown): NamedDocument[] {
  return Object.entries(files).map(([file, make]) => ({
    name: `oscal/${file}`,
    document: file === name ? withValue<unknown>(make(), pointer ?? "", value) : make(),
  }));
}

test("a chain in which everything is there", () => {
  expect(danglingReferences(chain())).toEqual([]);
});

const result = "/assessment-results/results/0";
const task = "/assessment-plan/tasks/0";
const requirement = "/system-security-plan/control-implementation/implemented-requirements/0";
const statement = `${requirement}/statements/0`;

describe("a reference to what is nowhere", () => {
  const cases: readonly [file: keyof typeof files, pointer: string, value: string][] = [
    ["catalog.json", "/catalog/metadata/responsible-parties/0/role-id", "nobody"],
    ["catalog.json", "/catalog/metadata/responsible-parties/0/party-uuids/0", nobody],
    ["profile.json", "/profile/imports/0/include-controls/0/with-ids/0", "a.9.9"],
    ["profile.json", "/profile/modify/set-parameters/0/param-id", "a.9.9_prm"],
    ["ssp.json", `${requirement}/control-id`, "a.9.9"],
    ["ssp.json", `${statement}/statement-id`, "a.9.9_smt"],
    ["ssp.json", `${statement}/by-components/0/component-uuid`, nobody],
    ["ssp.json", "/system-security-plan/system-implementation/users/0/role-ids/0", "nobody"],
    ["assessment-plan.json", `${task}/associated-activities/0/activity-uuid`, nobody],
    ["assessment-plan.json", "/assessment-plan/assessment-subjects/0/include-subjects/0/subject-uuid", nobody],
    [
      "assessment-plan.json",
      "/assessment-plan/assessment-assets/assessment-platforms/0/uses-components/0/component-uuid",
      nobody,
    ],
    [
      "assessment-plan.json",
      "/assessment-plan/reviewed-controls/control-selections/0/include-controls/0/control-id",
      "a.9.9",
    ],
    [
      "assessment-plan.json",
      "/assessment-plan/reviewed-controls/control-selections/0/include-controls/0/statement-ids/0",
      "a.9.9_smt",
    ],
    ["assessment-results.json", `${result}/findings/0/related-observations/0/observation-uuid`, nobody],
    ["assessment-results.json", `${result}/findings/0/related-risks/0/risk-uuid`, nobody],
    ["assessment-results.json", `${result}/findings/0/target/target-id`, "a.9.9_smt"],
    ["assessment-results.json", `${result}/observations/0/subjects/0/subject-uuid`, nobody],
    ["assessment-results.json", `${result}/observations/0/origins/0/actors/0/actor-uuid`, nobody],
    ["assessment-results.json", `${result}/observations/0/origins/0/actors/1/actor-uuid`, nobody],
    ["assessment-results.json", `${result}/observations/0/origins/0/related-tasks/0/task-uuid`, nobody],
    ["assessment-results.json", `${result}/observations/0/relevant-evidence/0/href`, `#${nobody}`],
    ["assessment-results.json", "/assessment-results/import-ap/href", `#${nobody}`],
    ["assessment-plan.json", "/assessment-plan/import-ssp/href", "plans/ssp.json"],
    ["ssp.json", "/system-security-plan/import-profile/href", "../profile.json"],
    ["profile.json", "/profile/imports/0/href", "catalogue.json"],
    ["assessment-results.json", "/assessment-results/back-matter/resources/0/rlinks/0/href", "plan.json"],
  ];
  test.each(cases)("%s %s", (file, pointer, value) => {
    const problems = danglingReferences(chain(file, pointer, value));
    // A rendition that is not there shows at the import that goes through it.
    const throughResource = pointer.includes("/rlinks/");
    expect(problems).toEqual([
      {
        document: `oscal/${file}`,
        pointer: throughResource ? "/assessment-results/import-ap/href" : pointer,
        kind: "dangling",
        reference: throughResource ? `#${ids.resource}` : value,
        message: expect.stringContaining(value.replace(/^#/, "").replace(/^\.\.\//, "")),
      },
    ]);
  });
});

test("the words for what is nowhere, and for what is something else", () => {
  const place = `${result}/observations/0/subjects/0/subject-uuid`;
  expect(danglingReferences(chain("assessment-results.json", place, nobody)).map(({ message }) => message)).toEqual([
    `Nothing under "components" in these documents is called "${nobody}".`,
  ]);
  expect(danglingReferences(chain("assessment-results.json", place, ids.user))).toEqual([
    {
      document: "oscal/assessment-results.json",
      pointer: place,
      kind: "wrong-kind",
      reference: ids.user,
      message: `"${ids.user}" stands under "users", but "components" is meant.`,
    },
  ]);
  expect(danglingReferences(chain("assessment-plan.json", "/assessment-plan/import-ssp/href", "profile.json"))).toEqual(
    [
      {
        document: "oscal/assessment-plan.json",
        pointer: "/assessment-plan/import-ssp/href",
        kind: "wrong-kind",
        reference: "profile.json",
        message: '"oscal/profile.json" holds profile, but "system-security-plan" is meant.',
      },
    ],
  );
});

test("a uuid that is declared twice in a document, in either case; the same in two documents is one thing", () => {
  const risk = `${result}/risks/0/uuid`;
  expect(danglingReferences(chain("assessment-results.json", risk, ids.observation))).toEqual([
    {
      document: "oscal/assessment-results.json",
      pointer: risk,
      kind: "duplicate-uuid",
      reference: ids.observation,
      message: `The uuid "${ids.observation}" is declared more than once in this document.`,
    },
    {
      document: "oscal/assessment-results.json",
      pointer: `${result}/findings/0/related-risks/0/risk-uuid`,
      kind: "dangling",
      reference: ids.risk,
      message: `Nothing under "risks" in these documents is called "${ids.risk}".`,
    },
  ]);
  const letters = "aaaaaaaa-0000-4000-8000-000000000000";
  const twice = [
    { uuid: letters, description: "d" },
    { uuid: letters.toUpperCase(), description: "d" },
  ];
  const problems = danglingReferences(
    chain("assessment-plan.json", "/assessment-plan/local-definitions/activities/0/steps", twice),
  );
  expect(problems.map(({ kind, pointer }) => [kind, pointer])).toEqual([
    ["duplicate-uuid", "/assessment-plan/local-definitions/activities/0/steps/1/uuid"],
  ]);
});

test("a uuid in capitals is the same uuid", () => {
  const letters = "aaaaaaaa-0000-4000-8000-000000000000";
  const documents = chain().map(({ name, document }) => ({
    name,
    document: JSON.parse(
      JSON.stringify(document)
        .replaceAll(`"uuid":"${ids.scoring}"`, `"uuid":"${letters}"`)
        .replaceAll(ids.scoring, letters.toUpperCase()),
    ) as unknown,
  }));
  expect(JSON.stringify(documents)).toContain(letters.toUpperCase());
  expect(danglingReferences(documents)).toEqual([]);
});

test("people and roles are looked up in their own document", () => {
  expect(danglingReferences(chain("ssp.json", "/system-security-plan/metadata/roles", undefined))).toEqual(
    [
      "/system-security-plan/metadata/responsible-parties/0/role-id",
      "/system-security-plan/system-implementation/users/0/role-ids/0",
    ].map((pointer) => ({
      document: "oscal/ssp.json",
      pointer,
      kind: "dangling",
      reference: "assessor",
      message: 'Nothing under "roles" in this document is called "assessor".',
    })),
  );
});

test("without a catalog only the import shows that it is missing", () => {
  const documents = chain().filter(({ name }) => name !== "oscal/catalog.json");
  expect(danglingReferences(documents)).toEqual([
    {
      document: "oscal/profile.json",
      pointer: "/profile/imports/0/href",
      kind: "dangling",
      reference: "catalog.json",
      message: 'None of the documents is "oscal/catalog.json".',
    },
  ]);
});

test("absolute URIs are not followed, links inside a document lead to whatever has an id", () => {
  expect(
    danglingReferences(chain("profile.json", "/profile/imports/0/href", "https://example.org/catalog.json")),
  ).toEqual([]);
  const links = (href: string): NamedDocument[] =>
    chain("catalog.json", "/catalog/groups/0/links", [{ href, rel: "related" }]);
  expect(danglingReferences(links("#a.5.2"))).toEqual([]);
  expect(danglingReferences(links("annex.html"))).toEqual([]);
  expect(danglingReferences(links("#a.9.9")).map(({ pointer, message }) => [pointer, message])).toEqual([
    ["/catalog/groups/0/links/0/href", 'Nothing in these documents is called "a.9.9".'],
  ]);
});

test("anything that JSON can hold goes through: no document, inherited names, great depth", () => {
  let deep: unknown = {};
  for (let depth = 0; depth < 100_000; depth += 1) deep = { parts: [deep] };
  const odd: unknown[] = [null, 7, "x", [], {}, { catalog: null }, { "import-ap": { href: 7 } }, deep];
  expect(danglingReferences(odd.map((document, index) => ({ name: String(index), document })))).toEqual([]);
  const inherited = { catalog: { links: [{ href: "#constructor" }], constructor: { href: "#__proto__" } } };
  expect(danglingReferences([{ name: "a.json", document: inherited }]).map(({ reference }) => reference)).toEqual([
    "#constructor",
    "#__proto__",
  ]);
});

describe.skipIf(!hasStandard)(`real documents (${withoutStandard})`, () => {
  test("the minimal chain has no dangling reference", () => {
    const names = [
      "catalog.json",
      "profile.json",
      "ssp.json",
      "ap.json",
      "ar.json",
      "poam.json",
      "components.json",
      "mapping.json",
    ];
    const documents = names.map((name) => ({
      name,
      document: readJson(`${standard}/minimal-chain/${name}`),
    }));
    expect(danglingReferences(documents)).toEqual([]);
  });

  test("neither has the 800-53 catalog with its baseline", () => {
    const folder = `${standard}/content/sp800-53-rev5-v1.0.0/json`;
    const read = (name: string): unknown => readJson(`${folder}/${name}`);
    const documents = [
      // The profile imports the XML file; the JSON holds the same.
      { name: "NIST_SP-800-53_rev5_catalog.xml", document: read("NIST_SP-800-53_rev5_catalog-min.json") },
      { name: "profile.json", document: read("NIST_SP-800-53_rev5_MODERATE-baseline_profile.json") },
    ];
    expect(danglingReferences(documents)).toEqual([]);
  });
});
