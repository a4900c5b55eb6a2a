import { describe, expect, test } from "vitest";
import { referenceRule, referenceRules } from "../../../src/oscal/reference-rules.js";
import { resolvedPath } from "../../../src/oscal/relative-path.js";
import { danglingReferences, type NamedDocument, type ReferenceOptions } from "../../../src/oscal/references.js";
import { assessmentPlan, catalog, ids, plan, profile, results, uuid, withValue } from "../../support/documents.js";
import { hasStandard, readJson, standard, withoutStandard } from "../../support/project.js";

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

describe("a reference to nothing", () => {
  const cases: readonly [file: keyof typeof files, pointer: string, value: string, rule: string][] = [
    ["catalog.json", "/catalog/metadata/responsible-parties/0/role-id", "nobody", "reference-role"],
    ["catalog.json", "/catalog/metadata/responsible-parties/0/party-uuids/0", nobody, "reference-party"],
    ["profile.json", "/profile/imports/0/include-controls/0/with-ids/0", "a.9.9", "reference-control"],
    ["profile.json", "/profile/modify/set-parameters/0/param-id", "a.9.9_prm", "reference-parameter"],
    ["ssp.json", `${requirement}/control-id`, "a.9.9", "reference-control"],
    ["ssp.json", `${statement}/statement-id`, "a.9.9_smt", "reference-statement"],
    ["ssp.json", `${statement}/by-components/0/component-uuid`, nobody, "reference-component"],
    ["ssp.json", "/system-security-plan/system-implementation/users/0/role-ids/0", "nobody", "reference-role"],
    ["assessment-plan.json", `${task}/associated-activities/0/activity-uuid`, nobody, "reference-activity"],
    [
      "assessment-plan.json",
      "/assessment-plan/assessment-subjects/0/include-subjects/0/subject-uuid",
      nobody,
      "reference-subject",
    ],
    [
      "assessment-plan.json",
      "/assessment-plan/assessment-assets/assessment-platforms/0/uses-components/0/component-uuid",
      nobody,
      "reference-component",
    ],
    [
      "assessment-plan.json",
      "/assessment-plan/reviewed-controls/control-selections/0/include-controls/0/control-id",
      "a.9.9",
      "reference-control",
    ],
    [
      "assessment-plan.json",
      "/assessment-plan/reviewed-controls/control-selections/0/include-controls/0/statement-ids/0",
      "a.9.9_smt",
      "reference-statement",
    ],
    [
      "assessment-results.json",
      `${result}/findings/0/related-observations/0/observation-uuid`,
      nobody,
      "reference-observation",
    ],
    ["assessment-results.json", `${result}/findings/0/related-risks/0/risk-uuid`, nobody, "reference-risk"],
    ["assessment-results.json", `${result}/findings/0/target/target-id`, "a.9.9_smt", "reference-statement"],
    ["assessment-results.json", `${result}/observations/0/subjects/0/subject-uuid`, nobody, "reference-subject"],
    ["assessment-results.json", `${result}/observations/0/origins/0/actors/0/actor-uuid`, nobody, "reference-actor"],
    ["assessment-results.json", `${result}/observations/0/origins/0/actors/1/actor-uuid`, nobody, "reference-actor"],
    [
      "assessment-results.json",
      `${result}/observations/0/origins/0/related-tasks/0/task-uuid`,
      nobody,
      "reference-task",
    ],
    [
      "assessment-results.json",
      `${result}/observations/0/relevant-evidence/0/href`,
      `#${nobody}`,
      "reference-resource",
    ],
    ["assessment-results.json", "/assessment-results/import-ap/href", `#${nobody}`, "reference-resource"],
    ["assessment-plan.json", "/assessment-plan/import-ssp/href", "plans/ssp.json", "reference-import"],
    ["ssp.json", "/system-security-plan/import-profile/href", "../profile.json", "reference-import"],
    ["profile.json", "/profile/imports/0/href", "catalogue.json", "reference-import"],
    [
      "assessment-results.json",
      "/assessment-results/back-matter/resources/0/rlinks/0/href",
      "plan.json",
      "reference-import",
    ],
  ];
  test.each(cases)("%s %s", (file, pointer, value, rule) => {
    const problems = danglingReferences(chain(file, pointer, value));
    // A rendition that is not there shows at the import that goes through it.
    const throughResource = pointer.includes("/rlinks/");
    expect(problems).toEqual([
      {
        document: `oscal/${file}`,
        pointer: throughResource ? "/assessment-results/import-ap/href" : pointer,
        kind: "dangling",
        rule,
        severity: "error",
        reference: throughResource ? `#${ids.resource}` : value,
        fix: expect.stringContaining("Correct the "),
        ...(value.startsWith("a.9.9_") ? { suggestion: value.replace("9.9", "5.2") } : {}),
        message: expect.stringContaining(value.replace(/^#/, "").replace(/^\.\.\//, "")),
        ...(rule === "reference-import" ? { mentions: [resolvedPath(`oscal/${file}`, value)] } : {}),
      },
    ]);
  });
});

test("of the renditions of a resource the one at hand is meant, whichever stands first", () => {
  const rlinks = [{ href: "https://example.org/assessment-plan.json" }, { href: "assessment-plan.json" }];
  const pointer = `${result}/observations/0/origins/0/related-tasks/0/task-uuid`;
  const problems = [rlinks, [...rlinks].reverse()].map((each) =>
    danglingReferences(
      chain("assessment-results.json", pointer, nobody).map(({ name, document }) => ({
        name,
        document: name.endsWith("results.json")
          ? withValue(document, "/assessment-results/back-matter/resources/0/rlinks", each)
          : document,
      })),
    ).map(({ pointer: at, rule }) => ({ at, rule })),
  );
  expect(problems).toEqual([[{ at: pointer, rule: "reference-task" }], [{ at: pointer, rule: "reference-task" }]]);
});

test("the words for a reference to nothing, and for one to something else", () => {
  const place = `${result}/observations/0/subjects/0/subject-uuid`;
  expect(danglingReferences(chain("assessment-results.json", place, nobody)).map(({ message }) => message)).toEqual([
    `Nothing under "components" in this document and what it imports is called "${nobody}".`,
  ]);
  expect(danglingReferences(chain("assessment-results.json", place, ids.user))).toEqual([
    {
      document: "oscal/assessment-results.json",
      pointer: place,
      kind: "wrong-kind",
      rule: "reference-subject",
      severity: "error",
      reference: ids.user,
      message: `"${ids.user}" stands under "users", but "components" is meant.`,
      fix: 'Name something that stands under "components".',
    },
  ]);
  expect(danglingReferences(chain("assessment-plan.json", "/assessment-plan/import-ssp/href", "profile.json"))).toEqual(
    [
      {
        document: "oscal/assessment-plan.json",
        pointer: "/assessment-plan/import-ssp/href",
        kind: "wrong-kind",
        rule: "reference-import",
        severity: "error",
        reference: "profile.json",
        message: '"oscal/profile.json" holds "profile", but "system-security-plan" is meant.',
        fix: 'Name a file that holds "system-security-plan".',
        mentions: ["oscal/profile.json"],
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
      rule: "duplicate-uuid",
      severity: "error",
      reference: ids.observation,
      message: `The uuid "${ids.observation}" is declared a second time; first at ${result}/observations/0/uuid.`,
      fix: "Give one of the two a uuid of its own, and correct the references to it.",
    },
    {
      document: "oscal/assessment-results.json",
      pointer: `${result}/findings/0/related-risks/0/risk-uuid`,
      kind: "dangling",
      rule: "reference-risk",
      severity: "error",
      reference: ids.risk,
      message: `Nothing under "risks" in this document and what it imports is called "${ids.risk}".`,
      fix: "Correct the reference, or add what it refers to.",
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
      rule: "reference-role",
      severity: "error",
      reference: "assessor",
      message: 'Nothing under "roles" in this document is called "assessor".',
      fix: "Correct the reference, or add what it refers to.",
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
      rule: "reference-import",
      severity: "error",
      reference: "catalog.json",
      message: 'None of the documents is "oscal/catalog.json".',
      fix: "Correct the path, or add the file.",
      mentions: ["oscal/catalog.json"],
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
    ["/catalog/groups/0/links/0/href", 'Nothing in this document is called "a.9.9".'],
  ]);
});

/** Rules and references of what is found. */
function found(
  documents: readonly NamedDocument[],
  options: ReferenceOptions = {},
): [rule: string, reference: string][] {
  return danglingReferences(documents, options).map(({ rule, reference }) => [rule, reference]);
}

describe("a document alone, whose imports are not at hand", () => {
  const alone = (file: keyof typeof files, pointer?: string, value?: unknown): NamedDocument[] =>
    chain(file, pointer, value).filter(({ name }) => name === `oscal/${file}`);

  test.each(Object.keys(files) as (keyof typeof files)[])("%s has nothing dangling", (file) => {
    expect(found(alone(file), { complete: false })).toEqual([]);
  });

  test("a document needs what only it can declare, not what an import may declare", () => {
    const observation = `${result}/findings/0/related-observations/0/observation-uuid`;
    const subject = `${result}/observations/0/subjects/0/subject-uuid`;
    expect(found(alone("assessment-results.json", observation, nobody), { complete: false })).toEqual([
      ["reference-observation", nobody],
    ]);
    expect(found(alone("assessment-results.json", subject, nobody), { complete: false })).toEqual([]);
    expect(found(alone("profile.json", "/profile/modify/set-parameters/0/param-id", "x"), { complete: false })).toEqual(
      [],
    );
  });

  test("a plan of action that names no plan of a system may rest on one all the same", () => {
    const poam = (import_: object): NamedDocument[] => [
      {
        name: "poam.json",
        document: {
          "plan-of-action-and-milestones": {
            ...import_,
            observations: [{ uuid: ids.observation, subjects: [{ type: "component", "subject-uuid": nobody }] }],
            "poam-items": [{ "related-risks": [{ "risk-uuid": nobody }] }],
          },
        },
      },
    ];
    expect(found(poam({}), { complete: false })).toEqual([["reference-risk", nobody]]);
    expect(found(poam({ "import-ssp": { href: "ssp.json" } }), { complete: false })).toEqual([
      ["reference-risk", nobody],
    ]);
  });

  test("a catalog that was resolved from a profile may link to what the profile left out", () => {
    const catalogWith = (links: object[]): NamedDocument[] =>
      alone("catalog.json", "/catalog", {
        ...catalog().catalog,
        links: [],
        metadata: { links },
        params: [{ links: [{ href: "#a.9.9" }] }],
      });
    expect(found(catalogWith([]))).toEqual([["reference-link", "#a.9.9"]]);
    expect(found(catalogWith([{ rel: "source-profile", href: "profile.json" }]))).toEqual([]);
  });
});

test("a rule that is switched off reports nothing", () => {
  const documents = chain("catalog.json", "/catalog/metadata/responsible-parties/0", {
    "role-id": "nobody",
    "party-uuids": [nobody],
  });
  expect(found(documents)).toEqual([
    ["reference-role", "nobody"],
    ["reference-party", nobody],
  ]);
  expect(found(documents, { disabled: new Set(["reference-role"]) })).toEqual([["reference-party", nobody]]);
  expect(found(documents, { disabled: new Set(["reference-role", "reference-party", "duplicate-uuid"]) })).toEqual([]);
});

test("relative paths are checked where files can be; an import is reported once", () => {
  const asked: string[] = [];
  const fileExists = (path: string): boolean | undefined => {
    asked.push(path);
    return path.startsWith("../") ? undefined : path === "oscal/there.html";
  };
  const links = [
    "there.html",
    "x/../missing.html#part",
    "../../outside.html",
    "https://example.org/",
    "/etc/passwd",
    "#a.5.2",
  ];
  const documents = chain(
    "catalog.json",
    "/catalog/groups/0/links",
    links.map((href) => ({ href })),
  );
  expect(
    danglingReferences(documents, { fileExists }).map(({ rule, severity, message }) => [rule, severity, message]),
  ).toEqual([
    ["reference-file", "warning", 'There is no file "oscal/missing.html".'],
    // The rendition of the resource through which the results import their plan is among the documents, but not on the disk.
    ["reference-file", "warning", 'There is no file "oscal/assessment-plan.json".'],
  ]);
  expect(asked).toEqual(["oscal/there.html", "oscal/missing.html", "../outside.html", "oscal/assessment-plan.json"]);
  const without = chain("profile.json", "/profile/imports/0/href", "gone.json");
  expect(found(without, { fileExists: () => false }).filter(([, reference]) => reference === "gone.json")).toEqual([
    ["reference-import", "gone.json"],
  ]);
  expect(
    danglingReferences(without.slice(1, 2), { fileExists: () => false, complete: false }).map(({ rule }) => rule),
  ).toEqual(["reference-file"]);
});

test("an import that must not be looked for is not called wrong, nor are references into it", () => {
  const pointer = "/profile/imports/0/href";
  const run = (href: string, options: ReferenceOptions): unknown[] => {
    const documents = chain("profile.json", pointer, href).filter(({ name }) => name !== "oscal/catalog.json");
    return danglingReferences(documents, options);
  };
  const fileExists = (path: string): boolean | undefined => (path.startsWith("../") ? undefined : true);
  const notRead = { document: "oscal/profile.json", pointer, kind: "not-read", rule: "reference-not-read" };
  const outside = "../../catalog.json";
  expect(run(outside, { fileExists })).toEqual([
    {
      ...notRead,
      severity: "warning",
      reference: outside,
      message: '"../catalog.json" lies outside the folders that may be read.',
      fix: "Start aims in the folder above, or name that file or its folder too.",
      mentions: ["../catalog.json"],
    },
  ]);
  const address = "https://example.org/catalog.json";
  expect(run(address, { fileExists })).toEqual([
    {
      ...notRead,
      severity: "info",
      reference: address,
      message: `"${address}" leads to no file that is known here and is not read; what it declares was not looked up.`,
      fix: "To have it looked up, import a copy of it by a relative path.",
    },
  ]);
  const disabled = new Set(["reference-not-read"]);
  for (const href of [outside, address]) {
    expect(run(href, { fileExists, disabled })).toEqual([]);
    expect(run(href, { fileExists, complete: false })).toEqual([]);
  }
  expect(run(address, {})).toEqual([]);
  expect(run(".", { fileExists })).toEqual([
    {
      document: "oscal/profile.json",
      pointer,
      kind: "dangling",
      rule: "reference-import",
      severity: "error",
      reference: ".",
      message: '"oscal" is not an OSCAL document that can be read.',
      fix: 'Name a file that holds "catalog" or "profile".',
      mentions: ["oscal"],
    },
  ]);
});

test("each side of a mapping is looked up in its own resource", () => {
  const mapping = (source: string, target: string, href = "catalog.json"): NamedDocument => ({
    name: "oscal/mapping.json",
    document: {
      "mapping-collection": {
        uuid: uuid(500),
        mappings: [
          {
            uuid: uuid(501),
            "source-resource": { type: "catalog", href },
            "target-resource": { type: "catalog", href: "other.json" },
            maps: [
              {
                uuid: uuid(502),
                sources: [{ type: "control", "id-ref": source }],
                targets: [{ type: "control", "id-ref": target }],
              },
            ],
          },
        ],
      },
    },
  });
  const other = { name: "oscal/other.json", document: { catalog: { controls: [{ id: "o-1" }] } } };
  const set = (source: string, target: string, href?: string): NamedDocument[] => [
    mapping(source, target, href),
    other,
    ...chain(),
  ];
  expect(found(set("a.5.2", "o-1"))).toEqual([]);
  expect(found(set("o-1", "a.5.2"))).toEqual([
    ["mapping-reference", "o-1"],
    ["mapping-reference", "a.5.2"],
  ]);
  expect(found(set("o-1", "o-1", "https://example.org/catalog.json"))).toEqual([]);
  // A profile stands for the catalog that it imports.
  expect(found(set("a.5.2", "o-1", "profile.json"))).toEqual([]);
  expect(found(set("o-1", "o-1", "profile.json"))).toEqual([["mapping-reference", "o-1"]]);
});

test("documents that do not belong together do not answer for one another", () => {
  const stranger = { name: "other/catalog.json", document: { catalog: { controls: [{ id: "x-1" }] } } };
  const documents = [...chain("profile.json", "/profile/imports/0/include-controls/0/with-ids/0", "x-1"), stranger];
  expect(found(documents)).toEqual([["reference-control", "x-1"]]);
});

test("imports that go round in a circle are gone through once", () => {
  const profile = (name: string, href: string): NamedDocument => ({
    name,
    document: { profile: { imports: [{ href, "include-controls": [{ "with-ids": ["a-1"] }] }] } },
  });
  expect(found([profile("a.json", "b.json"), profile("b.json", "a.json")])).toEqual([]);
});

test("every rule of the table is one whose code is explained, and every problem is of a rule of the table", () => {
  const properties = ["party-uuid", "role-id", "subject-uuid", "actor-uuid", "provided-uuid", "id-ref", "with-ids"];
  for (const property of properties)
    expect(Object.keys(referenceRules)).toContain(referenceRule(property, {}, "responsibilities")?.id);
});

test("anything that JSON can hold goes through: no document, inherited names, great depth", () => {
  let deep: unknown = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { parts: [deep] };
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

test("a relative href that is an id or uuid of the document lacks its #", () => {
  const resource = { uuid: uuid(77), title: "R", rlinks: [{ href: "r.pdf" }] };
  const linked = withValue(catalog(), "/catalog/groups/0/links", [
    { href: "a.5.2" },
    { href: uuid(77).toUpperCase() },
    { href: "nothing" },
  ]);
  const document = withValue(linked, "/catalog/back-matter", { resources: [resource] });
  const found = danglingReferences([{ name: "c.json", document }], { complete: false, fileExists: () => false });
  expect(found.map(({ reference, suggestion }) => [reference, suggestion])).toEqual([
    ["a.5.2", "#a.5.2"],
    [uuid(77).toUpperCase(), `#${uuid(77).toUpperCase()}`],
    ["nothing", undefined],
    ["r.pdf", undefined],
  ]);
  expect(found[0]?.fix).toBe(
    'Did you mean "#a.5.2"? Correct the path, which is relative to this document, or add the file.',
  );
});
