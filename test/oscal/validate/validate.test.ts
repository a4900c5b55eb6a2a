import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { validateOscal } from "../../../src/oscal/validate.js";
import { projectRoot } from "../../support/project.js";
import { assessmentPlan, catalog, ids, plan, profile, results, withValue } from "../../support/documents.js";

const notNested = {
  pointer: "",
  code: "oscal-too-deep",
  severity: "error",
  origin: { kind: "aims", rule: "nesting" },
  message: "The document is nested too deeply to be checked.",
  fix: "Flatten it: groups, controls and parts nest a few levels deep in real documents.",
};

/** The properties that all problems found by a schema have in common. */
const bySchema = (keyword: string): object => ({ severity: "error", origin: { kind: "schema", keyword } });

describe("a valid document has no problems", () => {
  test.each([catalog(), profile(), plan(), assessmentPlan(), results()])("%#", async (document) => {
    expect(await validateOscal(document)).toEqual([]);
    expect(await validateOscal({ $schema: "https://example.org/schema.json", ...document })).toEqual([]);
  });
});

describe("a document with an error in each of its objects", () => {
  test("has them all", async () => {
    const controls = Array.from({ length: 3_000 }, (_, index) => ({ id: `${String(index)} c`, titel: "x" }));
    const problems = await validateOscal(withValue(catalog(), "/catalog/controls", controls));
    expect(problems).toHaveLength(6_000);
    expect(problems.slice(-2).map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/catalog/controls/2999/id", "oscal-wrong-form"],
      ["/catalog/controls/2999/titel", "oscal-unknown-property"],
    ]);
  });

  test("takes no copy of those found so far for each, which would be quadratic", () => {
    const validators = readFileSync(join(projectRoot, "src/oscal/validate/generated/validators.js"), "utf8");
    expect(validators).not.toContain(".concat(");
  });
});

describe("one problem for one cause", () => {
  const finding = "/assessment-results/results/0/findings/0";

  test("a property that is missing", async () => {
    expect(await validateOscal(withValue(profile(), "/profile/imports/0/href", undefined))).toEqual([
      {
        pointer: "/profile/imports/0",
        code: "oscal-missing-property",
        ...bySchema("required"),
        message: '"href" is missing in entry 1 of "imports".',
        fix: 'Add "href".',
      },
    ]);
  });

  test("a property that is unknown, with the one that was meant", async () => {
    expect(await validateOscal(withValue(catalog(), "/catalog/metadata/partys", []))).toEqual([
      {
        pointer: "/catalog/metadata/partys",
        code: "oscal-unknown-property",
        ...bySchema("additionalProperties"),
        message: '"partys" is not a property of "metadata".',
        fix: 'Did you mean "parties"?',
        allowed: [
          ...["title", "published", "last-modified", "version", "oscal-version", "revisions", "document-ids", "props"],
          ...["links", "roles", "locations", "parties", "responsible-parties", "actions", "remarks"],
        ],
        suggestion: "parties",
      },
    ]);
  });

  test("a required property under a name with a slip is not missing too", async () => {
    const { title, ...metadata } = catalog().catalog.metadata;
    const slip = withValue(catalog(), "/catalog/metadata", { titel: title, ...metadata });
    expect((await validateOscal(slip)).map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/catalog/metadata/titel", "oscal-unknown-property"],
    ]);
    const other = withValue(catalog(), "/catalog/metadata", { heading: title, ...metadata });
    expect((await validateOscal(other)).map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/catalog/metadata", "oscal-missing-property"],
      ["/catalog/metadata/heading", "oscal-unknown-property"],
    ]);
  });

  test("a property in what takes none", async () => {
    const document = withValue(assessmentPlan(), "/assessment-plan/reviewed-controls/control-selections", [
      { "include-all": { all: true } },
    ]);
    expect(await validateOscal(document)).toEqual([
      {
        pointer: "/assessment-plan/reviewed-controls/control-selections/0/include-all/all",
        code: "oscal-unknown-property",
        ...bySchema("additionalProperties"),
        message: '"all" is not a property of "include-all".',
        fix: "Leave it out: nothing is allowed there.",
        allowed: [],
      },
    ]);
  });

  test("a value outside a closed list", async () => {
    expect(await validateOscal(withValue(results(), `${finding}/target/status/state`, "satisfeid"))).toEqual([
      {
        pointer: `${finding}/target/status/state`,
        code: "oscal-value-not-allowed",
        ...bySchema("enum"),
        message: '"satisfeid" is not allowed for "state".',
        fix: 'Did you mean "satisfied"? Allowed: satisfied, not-satisfied.',
        value: "satisfeid",
        allowed: ["satisfied", "not-satisfied"],
        suggestion: "satisfied",
      },
    ]);
  });

  test("a value of the wrong type, where a closed list stands too", async () => {
    expect(await validateOscal(withValue(results(), `${finding}/target/status/state`, { state: "satisfied" }))).toEqual(
      [
        {
          pointer: `${finding}/target/status/state`,
          code: "oscal-value-not-allowed",
          ...bySchema("enum"),
          message: '{"state":"satisfied"} is not allowed for "state".',
          fix: "Allowed: satisfied, not-satisfied.",
          allowed: ["satisfied", "not-satisfied"],
        },
      ],
    );
    expect(await validateOscal(withValue(results(), `${finding}/title`, 7))).toEqual([
      {
        pointer: `${finding}/title`,
        code: "oscal-wrong-type",
        ...bySchema("type"),
        message: '"title" is a number, but has to be text.',
        fix: "Put the value in quotes.",
        value: 7,
      },
    ]);
    expect(await validateOscal(withValue(results(), `${finding}/related-risks`, {}))).toEqual([
      {
        pointer: `${finding}/related-risks`,
        code: "oscal-wrong-type",
        ...bySchema("type"),
        message: '"related-risks" is an object, but has to be a list.',
        fix: "Write a list, also for one entry.",
      },
    ]);
  });

  test.each([
    ["/catalog/uuid", "12", "a UUID of version 4 or 5, such as 6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64"],
    [
      "/catalog/groups/0/id",
      "A 5",
      "a token: a letter or _ first, then letters, digits, ., - and _ only (no blank, no colon)",
    ],
    ["/catalog/metadata/version", "1 ", "text on one line, not empty and without blanks at its ends"],
    ["/catalog/metadata/title", "a\nb", "Markdown on one line, and not empty"],
    [
      "/catalog/metadata/last-modified",
      "2026-02-30T00:00:00Z",
      "a date and time that exists, with its time zone, such as 2026-04-14T09:00:00Z",
    ],
    [
      "/catalog/metadata/last-modified",
      "2026-04-14T00:00:00",
      "its time zone too: Z for UTC, or an offset such as +01:00",
    ],
    ["/catalog/metadata/version", " 1", "text on one line, not empty and without blanks at its ends"],
  ])("a text without its form: %s", async (pointer, value, form) => {
    const name = pointer.slice(pointer.lastIndexOf("/") + 1);
    expect(await validateOscal(withValue(catalog(), pointer, value))).toEqual([
      {
        pointer,
        code: "oscal-wrong-form",
        ...bySchema("pattern"),
        message: `${JSON.stringify(value)} does not have the form that "${name}" has to have.`,
        fix: `Write ${form}.`,
        value,
      },
    ]);
  });

  test("Base64 on several lines", async () => {
    const resource = { uuid: ids.finding, title: "Greeting", base64: { value: "aGVs\nbG8=" } };
    const document = withValue(catalog(), "/catalog/back-matter", { resources: [resource] });
    expect((await validateOscal(document)).map(({ pointer, fix }) => [pointer, fix])).toEqual([
      ["/catalog/back-matter/resources/0/base64/value", "Write Base64 on one line, without line breaks or blanks."],
    ]);
  });

  test("a moment with an offset that OSCAL does not have is offered in UTC", async () => {
    const document = withValue(catalog(), "/catalog/metadata/published", "2026-01-01T12:00:00+13:45");
    expect(await validateOscal(document)).toEqual([
      {
        pointer: "/catalog/metadata/published",
        code: "oscal-wrong-form",
        ...bySchema("pattern"),
        message:
          '"2026-01-01T12:00:00+13:45" does not have the form that "published" has to have. The moment exists, but OSCAL\'s pattern does not have the offset +13:45.',
        fix: "Write the same moment in UTC: 2025-12-31T22:15:00Z.",
        suggestion: "2025-12-31T22:15:00Z",
        value: "2026-01-01T12:00:00+13:45",
      },
    ]);
  });

  test("a URI with characters that none has, in an entry of a list of texts", async () => {
    const document = withValue(catalog(), "/catalog/metadata/locations", [
      { uuid: ids.user, urls: ["https://example.org/", "https://example.org/a b"] },
    ]);
    expect(await validateOscal(document)).toEqual([
      {
        pointer: "/catalog/metadata/locations/0/urls/1",
        code: "oscal-wrong-form",
        ...bySchema("format"),
        message: '"https://example.org/a b" does not have the form that entry 2 of "urls" has to have.',
        fix: "Write an absolute URI, such as https://example.org/ns.",
        value: "https://example.org/a b",
      },
    ]);
  });

  test("an empty list", async () => {
    expect(await validateOscal(withValue(results(), "/assessment-results/results/0/findings", []))).toEqual([
      {
        pointer: "/assessment-results/results/0/findings",
        code: "oscal-empty-array",
        ...bySchema("minItems"),
        message: '"findings" is empty.',
        fix: "Leave it out, or write at least one entry.",
      },
    ]);
  });

  test("none of the alternatives of a choice", async () => {
    const selections = "/assessment-plan/reviewed-controls/control-selections";
    expect(await validateOscal(withValue(assessmentPlan(), selections, [{ remarks: "r" }]))).toEqual([
      {
        pointer: `${selections}/0`,
        code: "oscal-needs-one-of",
        ...bySchema("anyOf"),
        message: 'Entry 1 of "control-selections" needs one of "include-all", "include-controls".',
        fix: "Add one of them.",
        allowed: ["include-all", "include-controls"],
      },
    ]);
  });

  test("two alternatives of a choice", async () => {
    expect(await validateOscal(withValue(profile(), "/profile/imports/0/include-all", {}))).toEqual([
      {
        pointer: "/profile/imports/0/include-controls",
        code: "oscal-exclusive-properties",
        ...bySchema("dependentSchemas"),
        message: '"include-controls" cannot stand beside "include-all".',
        fix: "Keep one of the two.",
      },
    ]);
    expect(await validateOscal(withValue(catalog(), "/catalog/groups/0/groups", [{ title: "Inner" }]))).toEqual([
      {
        pointer: "/catalog/groups/0/controls",
        code: "oscal-exclusive-properties",
        ...bySchema("dependentSchemas"),
        message: '"controls" cannot stand beside "groups".',
        fix: "Keep one of the two.",
      },
    ]);
  });

  test("several causes, in the order of the document's pointers, indices as numbers", async () => {
    const entries = Array.from({ length: 11 }, () => ({ "risk-uuid": ids.risk }));
    let document: unknown = withValue(results(), `${finding}/related-risks`, entries);
    for (const index of [10, 2])
      document = withValue(document, `${finding}/related-risks/${String(index)}/risk-uuid`, "r");
    document = withValue(document, "/assessment-results/import-ap/href", undefined);
    expect((await validateOscal(document)).map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/assessment-results/import-ap", "oscal-missing-property"],
      [`${finding}/related-risks/2/risk-uuid`, "oscal-wrong-form"],
      [`${finding}/related-risks/10/risk-uuid`, "oscal-wrong-form"],
    ]);
  });
});

describe("a mapping collection, where a list may be a single entry", () => {
  const map = { uuid: ids.finding, relationship: "equal-to", sources: [{ type: "control", "id-ref": "a.5.2" }] };
  const mapping = {
    uuid: ids.risk,
    "source-resource": { type: "catalog", href: "catalog.json" },
    "target-resource": { type: "catalog", href: "other.json" },
    maps: [{ ...map, targets: [{ type: "control", "id-ref": "6.1" }] }],
  };
  const collection = (mappings: unknown): unknown => ({
    "mapping-collection": {
      uuid: ids.tool,
      metadata: catalog().catalog.metadata,
      provenance: {
        method: "human",
        "matching-rationale": "semantic",
        status: "draft",
        "mapping-description": "By hand.",
      },
      mappings,
    },
  });

  test("both ways are valid", async () => {
    expect(await validateOscal(collection([mapping]))).toEqual([]);
    expect(await validateOscal(collection(mapping))).toEqual([]);
  });

  test.each([
    ["/mapping-collection/mappings", mapping],
    ["/mapping-collection/mappings/0", [mapping]],
  ])("a relationship that the standard does not know: %s", async (place, mappings) => {
    const pointer = `${place}/maps/0/relationship`;
    const allowed = ["equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"];
    const problems = await validateOscal(withValue(collection(mappings), pointer, "subset_of"));
    expect(problems).toEqual([
      {
        pointer,
        code: "oscal-value-not-allowed",
        ...bySchema("enum"),
        message: '"subset_of" is not allowed for "relationship".',
        fix: `Did you mean "subset-of"? Allowed: ${allowed.join(", ")}.`,
        value: "subset_of",
        allowed,
        suggestion: "subset-of",
      },
    ]);
  });
});

describe("a value that is not an OSCAL document", () => {
  const allowed = [
    ...["catalog", "profile", "mapping-collection", "component-definition", "system-security-plan", "assessment-plan"],
    ...["assessment-results", "plan-of-action-and-milestones"],
  ];
  const notOscal = "This is not an OSCAL document: no root property names one of the models, with an object below it.";
  const fix = `Wrap the content into one of ${allowed.join(", ")}.`;

  test.each([null, "catalog", 7, true, [], undefined])("%j", async (document) => {
    expect(await validateOscal(document)).toEqual([
      {
        pointer: "",
        code: "oscal-no-model",
        ...bySchema("type"),
        message: notOscal,
        fix,
        allowed,
      },
    ]);
  });

  test("no root property, a misspelt one, two of them", async () => {
    expect(await validateOscal({})).toEqual([
      {
        pointer: "",
        code: "oscal-no-model",
        ...bySchema("required"),
        message: notOscal,
        fix,
        allowed,
      },
    ]);
    expect(await validateOscal({ "asessment-results": {} })).toEqual([
      {
        pointer: "/asessment-results",
        code: "oscal-no-model",
        ...bySchema("additionalProperties"),
        message: '"asessment-results" is not an OSCAL model.',
        fix: 'Did you mean "assessment-results"?',
        allowed,
        suggestion: "assessment-results",
      },
    ]);
    expect(await validateOscal({ ...catalog(), ...profile() })).toEqual([
      {
        pointer: "/profile",
        code: "oscal-unknown-property",
        ...bySchema("additionalProperties"),
        message: "A file holds one model; this one holds catalog and profile.",
        fix: "Write each into a file of its own.",
      },
    ]);
  });

  test("names that objects inherit are no models and no properties", async () => {
    const document = JSON.parse('{"__proto__": {"uuid": 1}, "constructor": {}}') as unknown;
    expect((await validateOscal(document)).map(({ code }) => code)).toEqual(["oscal-no-model"]);
    const metadata = JSON.parse(
      JSON.stringify(catalog()).replace('"title":"Catalog"', '"title":"Catalog","__proto__":{"x":1},"toString":1'),
    ) as unknown;
    expect((await validateOscal(metadata)).map(({ pointer }) => pointer)).toEqual([
      "/catalog/metadata/__proto__",
      "/catalog/metadata/toString",
    ]);
  });
});

describe("hostile documents", () => {
  test("one that is nested beyond what the stack holds is a problem, not an exception", async () => {
    let part: unknown = { name: "item" };
    for (let depth = 0; depth < 5_000; depth += 1) part = { name: "item", parts: [part] };
    const document = withValue(catalog(), "/catalog/groups/0/controls/0/title", "t");
    Object.assign(document.catalog.groups?.[0]?.controls?.[0] ?? {}, { parts: [part] });
    expect(await validateOscal(document)).toEqual([notNested]);
  });

  test("a long text is cut in the message", async () => {
    const long = "a ".repeat(1_000);
    const problems = await validateOscal(
      withValue(withValue(catalog(), "/catalog/groups/0/id", long), "/catalog/metadata/version", long),
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual(["/catalog/groups/0/id", "/catalog/metadata/version"]);
    expect(problems.every(({ message }) => message.length < 300)).toBe(true);
  });
});
