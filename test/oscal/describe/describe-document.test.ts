import { describe, expect, test } from "vitest";
import { describeDocument } from "../../../src/oscal/describe.js";
import type { DocumentDescription } from "../../../src/oscal/describe/document-description.js";
import { catalog, ids, plan, results, uuid } from "../../support/documents.js";
import { hasStandard, projectPath, readJson, standard, withoutStandard } from "../../support/project.js";

function described(document: unknown, exists?: (href: string) => boolean): DocumentDescription {
  const description = describeDocument(document, exists);
  if (!description) throw new Error("not a document");
  return description;
}

const metadata = {
  title: "Title",
  "last-modified": "2026-11-01T00:00:00Z",
  published: "2026-11-02T00:00:00Z",
  version: "1",
  "oscal-version": "1.2.2",
};

test("the whole description of a document", () => {
  const document = {
    catalog: {
      uuid: uuid(100),
      metadata: {
        ...metadata,
        roles: [{ id: "owner", title: "Owner" }, { id: "reader" }],
        parties: [
          { uuid: uuid(1), type: "organization", name: "Example Bank" },
          { uuid: uuid(2), type: "person" },
        ],
        "responsible-parties": [{ "role-id": "owner", "party-uuids": [uuid(1), uuid(2)] }],
      },
      params: [{ id: "p" }],
      groups: [
        {
          title: "g",
          controls: [
            {
              id: "a",
              title: "A",
              props: [
                { name: "label", value: "A" },
                { name: "kind", ns: "urn:x", value: "k" },
              ],
              links: [
                { href: `#${uuid(200).toUpperCase()}` },
                { href: "more.html#x" },
                { href: "https://example.org" },
              ],
              parts: [
                { name: "statement", prose: `See [that](#${uuid(201)}).` },
                { name: "item", prose: "x" },
                { name: "item", prose: "y" },
              ],
              controls: [{ id: "b", title: "B", props: [{ name: "status", value: "Withdrawn" }] }],
            },
          ],
        },
      ],
      "back-matter": {
        resources: [
          { uuid: uuid(200), rlinks: [{ href: "/absolute" }] },
          { uuid: uuid(201), base64: { value: "AA==" } },
          { uuid: uuid(202) },
        ],
      },
    },
  };
  expect(described(document)).toEqual({
    model: "catalog",
    title: "Title",
    uuid: uuid(100),
    version: "1",
    oscalVersion: "1.2.2",
    published: "2026-11-02T00:00:00Z",
    lastModified: "2026-11-01T00:00:00Z",
    contents: [
      { kind: "groups", count: 1 },
      {
        kind: "controls",
        count: 2,
        by: [
          { value: "inside another control", count: 1 },
          { value: "withdrawn", count: 1 },
        ],
      },
      { kind: "parameters", count: 1 },
      {
        kind: "parts",
        count: 3,
        by: [
          { value: "item", count: 2 },
          { value: "statement", count: 1 },
        ],
      },
    ],
    roles: [
      { id: "owner", title: "Owner", parties: ["Example Bank", uuid(2)] },
      { id: "reader", parties: [] },
    ],
    parties: [
      { uuid: uuid(1), type: "organization", name: "Example Bank" },
      { uuid: uuid(2), type: "person" },
    ],
    resources: { count: 3, linked: 1, embedded: 1, unused: 1 },
    imports: [],
    links: { internal: 1, relative: 1, absolute: 2 },
    namespaces: [
      { namespace: "http://csrc.nist.gov/ns/oscal", count: 2, names: ["label", "status"] },
      { namespace: "urn:x", count: 1, names: ["kind"] },
    ],
  });
});

describe("what a document rests on", () => {
  const profile = (href: string): unknown => ({
    profile: {
      imports: [{ href }],
      "back-matter": {
        resources: [{ uuid: uuid(5), title: "Rules", rlinks: [{ href: "a.json" }, { href: "https://example.org/a" }] }],
      },
    },
  });
  const exists = (href: string): boolean => href === "there.json";

  test("a file that is there, one that is not, and one that nobody looks for", () => {
    const targets = (href: string, probe?: typeof exists): unknown =>
      described(profile(href), probe).imports[0]?.targets;
    expect(targets("there.json", exists)).toEqual([{ href: "there.json", exists: true }]);
    expect(targets("gone.json", exists)).toEqual([{ href: "gone.json", exists: false }]);
    expect(targets("gone.json")).toEqual([{ href: "gone.json" }]);
    expect(targets("https://example.org/x", exists)).toEqual([{ href: "https://example.org/x" }]);
    expect(targets("/etc/hosts", exists)).toEqual([{ href: "/etc/hosts" }]);
  });

  test("through the back matter", () => {
    expect(described(profile(`#${uuid(5)}`), exists).imports).toEqual([
      {
        pointer: "/profile/imports/0/href",
        kind: "imports",
        href: `#${uuid(5)}`,
        resource: { uuid: uuid(5), title: "Rules" },
        targets: [{ href: "a.json", exists: false }, { href: "https://example.org/a" }],
      },
    ]);
  });

  test("through a back matter that does not have it", () => {
    expect(described(profile("#nobody")).imports).toEqual([
      { pointer: "/profile/imports/0/href", kind: "imports", href: "#nobody", targets: [] },
    ]);
  });

  test("both sides of a mapping, also where it stands without an array", () => {
    const mapping = {
      status: "draft",
      "source-resource": { href: "s.json" },
      "target-resource": { href: "t.json" },
      maps: [
        { relationship: "equal-to", sources: [{ "id-ref": "a" }, { "id-ref": "b" }], targets: [{ "id-ref": "a" }] },
      ],
    };
    for (const mappings of [mapping, [mapping]]) {
      const { contents, imports } = described({ "mapping-collection": { mappings } });
      expect(imports.map(({ kind, href }) => [kind, href])).toEqual([
        ["source-resource", "s.json"],
        ["target-resource", "t.json"],
      ]);
      expect(contents).toEqual([
        { kind: "mappings", count: 1, by: [{ value: "draft", count: 1 }] },
        { kind: "maps", count: 1, by: [{ value: "equal-to", count: 1 }] },
        { kind: "sources", count: 2 },
        { kind: "targets", count: 1 },
      ]);
    }
  });
});

describe("what is counted", () => {
  const kinds = (document: unknown): unknown =>
    Object.fromEntries(
      described(document).contents.map(({ kind, count, by }) => [
        kind,
        by ? [count, Object.fromEntries(by.map(({ value, count: each }) => [value, each]))] : count,
      ]),
    );

  test("in assessment results: findings by state, risks by status, each subject once", () => {
    const [first] = results()["assessment-results"].results[0]?.observations ?? [];
    const document = structuredClone(results());
    document["assessment-results"].results[0]?.observations?.push({
      ...structuredClone(first),
      uuid: uuid(50),
    } as never);
    expect(kinds(document)).toMatchObject({
      results: 1,
      observations: 2,
      subjects: [1, { component: 1 }],
      findings: [1, { "not-satisfied": 1 }],
    });
  });

  test("in a system security plan", () => {
    expect(kinds(plan())).toMatchObject({ users: 1, "implemented requirements": 1, statements: 1 });
    expect(described(plan()).parties).toEqual([{ uuid: ids.party, type: "organization", name: "Example Bank" }]);
  });

  test("in a profile: what its imports select, not what its order repeats", () => {
    const select = { "include-controls": [{ "with-ids": ["a", "b"] }] };
    const document = {
      profile: {
        imports: [
          { href: "c.json", ...select, "exclude-controls": [{ "with-ids": ["c"] }] },
          { href: "d.json", "include-all": {} },
        ],
        merge: { custom: { "insert-controls": [select] } },
        modify: { alters: [{ "control-id": "a", adds: [{}], removes: [{}, {}] }, { "control-id": "a" }] },
      },
    };
    expect(kinds(document)).toEqual({
      imports: [2, { "of all controls": 1 }],
      "controls selected by id": 2,
      "controls excluded by id": 1,
      "controls altered": 1,
      additions: 1,
      removals: 2,
    });
  });
});

describe("documents that are not as they should be", () => {
  test("are described as far as they can be read", () => {
    const nothing = {
      resources: { count: 0, linked: 0, embedded: 0, unused: 0 },
      links: { internal: 0, relative: 0, absolute: 0 },
    };
    const empty = { model: "catalog", contents: [], roles: [], parties: [], imports: [], namespaces: [], ...nothing };
    expect(described({ catalog: {} })).toEqual(empty);
    expect(described({ catalog: { uuid: 1, metadata: [], "back-matter": "x" } })).toEqual(empty);
    const odd = {
      catalog: { metadata: { roles: [1, null, {}], parties: {}, title: ["x"] }, controls: [null, 1, { props: 7 }] },
    };
    expect(described(odd)).toMatchObject({
      roles: [{ id: "", parties: [] }],
      contents: [{ kind: "controls", count: 3 }],
    });
  });

  test("a document of no model is not described", () => {
    for (const document of [undefined, null, 1, "catalog", [], {}, { catalogue: {} }, { catalog: [] }]) {
      expect(describeDocument(document)).toBeUndefined();
    }
  });
});

test("the project's own catalog", () => {
  const { model, contents } = described(readJson(projectPath("catalog/iso-42001.json")));
  expect(model).toBe("catalog");
  expect(contents.slice(0, 2)).toEqual([
    { kind: "groups", count: 18 },
    { kind: "controls", count: 70 },
  ]);
  expect(described(catalog()).model).toBe("catalog");
});

test.skipIf(!hasStandard)(`the catalog of 800-53 (${withoutStandard})`, () => {
  const file = `${standard}/content/sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.json`;
  const { contents, resources } = described(readJson(file));
  expect(contents.slice(0, 3)).toEqual([
    { kind: "groups", count: 20 },
    {
      kind: "controls",
      count: 1189,
      by: [
        { value: "inside another control", count: 867 },
        { value: "withdrawn", count: 182 },
      ],
    },
    { kind: "parameters", count: 1258 },
  ]);
  expect(resources.count).toBe(192);
});
