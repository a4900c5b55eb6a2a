/** What scripts/generate-mappings.ts makes of what somebody writes, and what it refuses. */
import { describe, expect, it } from "vitest";
import { mappingCollection } from "../../scripts/mappings/collection.js";
import { targetCoverage } from "../../scripts/mappings/coverage.js";
import { laidOut } from "../../scripts/mappings/layout.js";
import type { CollectionSource, MappingSource, Pair } from "../../scripts/mappings/source.js";
import type { Catalog } from "../../src/oscal/model/generated/types.js";
import { aimsNamespace } from "../../src/oscal/properties.js";
import { contentUuid } from "../catalog/stable-uuid.js";

const catalog = (...ids: readonly string[]): Catalog =>
  ({
    groups: [
      {
        title: "Group",
        controls: ids.map((id) => ({ id, title: id, parts: [{ id: `${id}_smt`, name: "statement" }] })),
      },
    ],
    "back-matter": { resources: [{ uuid: contentUuid(`resource/${ids.join()}`), title: ids.join() }] },
  }) as unknown as Catalog;

const catalogs = new Map([
  ["one", catalog("a.1", "a.2")],
  ["two", catalog("b.1", "b.2", "b.3")],
]);

const pair: Pair = { to: "b.1", strength: 4, from: ["book row"], also: ["scf"], rationale: "Both ask for it." };

const written = (mapping: Partial<MappingSource> = {}): CollectionSource => ({
  title: "One to two",
  version: "1.0.0",
  modified: "2026-12-01T00:00:00Z",
  keywords: "one, two",
  remarks: "A draft.\n",
  description: "How.\n",
  publications: {
    book: { title: "Book", citation: "The book.", href: "https://example.org/book", remarks: "A book." },
    scf: { title: "Lore", citation: "Lore.", remarks: "What is said." },
  },
  mappings: [
    {
      source: { catalog: "one", statement: "_smt" },
      target: { catalog: "two" },
      gaps: { target: [{ ids: ["b.2", "b.3"], reason: "Nobody asks for it." }] },
      coverage: true,
      pairs: { "a.1": [pair], "a.2": [{ to: "b.1", from: ["editorial"], rationale: "It helps." }] },
      ...mapping,
    },
  ],
});

const make = (mapping?: Partial<MappingSource>): ReturnType<typeof mappingCollection> =>
  mappingCollection("one-to-two", written(mapping), catalogs);

describe("a mapping collection", () => {
  it("has the pairs with their sources, the gaps with their reasons, and the publications of both catalogs", () => {
    const { mappings, provenance, "back-matter": backMatter } = make();
    expect(mappings).toEqual([
      {
        uuid: contentUuid("mapping/one-to-two"),
        "source-resource": { type: "catalog", href: "../one.json" },
        "target-resource": { type: "catalog", href: "../two.json" },
        maps: [
          {
            uuid: contentUuid("map/one-to-two/a.1/b.1"),
            relationship: "intersects-with",
            sources: [{ type: "statement", "id-ref": "a.1_smt" }],
            targets: [{ type: "control", "id-ref": "b.1" }],
            "confidence-score": { category: "medium" },
            props: [
              { name: "strength", ns: aimsNamespace, value: "4" },
              { name: "provenance", ns: aimsNamespace, value: "book", class: "row" },
              { name: "corroboration", ns: aimsNamespace, value: "scf" },
            ],
            remarks: "Both ask for it.",
          },
          {
            uuid: contentUuid("map/one-to-two/a.2/b.1"),
            relationship: "intersects-with",
            sources: [{ type: "statement", "id-ref": "a.2_smt" }],
            targets: [{ type: "control", "id-ref": "b.1" }],
            "confidence-score": { category: "low" },
            props: [{ name: "provenance", ns: aimsNamespace, value: "editorial" }],
            remarks: "It helps.",
          },
        ],
        remarks: "Without a pair on the side of the target:\n\n`b.2`, `b.3`: Nobody asks for it.",
        "target-gap-summary": {
          uuid: contentUuid("target-gaps/one-to-two"),
          "unmapped-controls": [{ "with-ids": ["b.2", "b.3"] }],
        },
        coverage: { "generation-method": "mean-of-strongest-pair", "target-coverage": 0.13 },
      },
    ]);
    expect(provenance.remarks).toBe("The token scf stands for: Lore. What is said.");
    expect(backMatter?.resources?.map(({ title }) => title)).toEqual(["a.1,a.2", "b.1,b.2,b.3", "Book"]);
  });

  it("takes a list of a publication in place of a catalog", () => {
    const [mapping] = [
      make({
        name: "list",
        source: { list: { publication: "book", titles: { "x-1": "First" } } },
        pairs: { "x-1": [{ to: ["b.1", "b.2"], fit: "full", from: ["editorial"], rationale: "Both." }] },
        gaps: {},
        coverage: false,
      }).mappings,
    ].flat();
    expect(mapping).toEqual({
      uuid: contentUuid("mapping/one-to-two/list"),
      "source-resource": {
        ns: `${aimsNamespace}/vendor`,
        type: "list",
        href: `#${contentUuid("resource/book")}`,
        props: [{ name: "framework", ns: aimsNamespace, value: "book" }],
      },
      "target-resource": { type: "catalog", href: "../two.json" },
      maps: [
        {
          uuid: contentUuid("map/one-to-two/list/x-1/b.1+b.2"),
          relationship: "intersects-with",
          sources: [
            { type: "control", "id-ref": "x-1", props: [{ name: "title", ns: aimsNamespace, value: "First" }] },
          ],
          targets: [
            { type: "control", "id-ref": "b.1" },
            { type: "control", "id-ref": "b.2" },
          ],
          "confidence-score": { category: "low" },
          props: [
            { name: "fit", ns: aimsNamespace, value: "full" },
            { name: "provenance", ns: aimsNamespace, value: "editorial" },
          ],
          remarks: "Both.",
        },
      ],
    });
  });

  it.each<[string, Partial<MappingSource>]>([
    ["catalog/one.json has no a.9_smt", { pairs: { "a.9": [pair] } }],
    ["catalog/two.json has no b.9", { pairs: { "a.1": [{ ...pair, to: "b.9" }] } }],
    ["no catalog/three.json", { target: { catalog: "three" } }],
    ["one-to-two: no relationship: like", { pairs: { "a.1": [{ ...pair, relationship: "like" }] } }],
    ["one-to-two: no publication: hearsay", { pairs: { "a.1": [{ ...pair, from: ["hearsay row"] }] } }],
    ["one-to-two: twice: ", { pairs: { "a.1": [pair, pair] } }],
    ["one-to-two: a gap that is nowhere: b.9", { gaps: { target: [{ ids: ["b.9"], reason: "None." }] } }],
    ["one-to-two: a gap that has a pair: b.1", { gaps: { target: [{ ids: ["b.1"], reason: "None." }] } }],
  ])("is refused: %s", (message, mapping) => {
    expect(() => make(mapping)).toThrow(message);
  });
});

describe("the coverage of targets", () => {
  it("is the mean of their strongest pairs, in full where the two sides are equivalent", () => {
    const pairs: Pair[] = [
      { ...pair, to: "b.1", strength: 4 },
      { ...pair, to: "b.1", strength: 6 },
      { ...pair, to: "b.2", strength: 9, relationship: "equivalent-to" },
    ];
    expect(targetCoverage(["b.1", "b.2", "b.3"], pairs)).toBe(0.53);
  });
});

describe("the layout", () => {
  it("gives a pair a line, and says what was given", () => {
    const document = { title: 'a "@pair 0"', mappings: [{ maps: [{ uuid: "1", to: ["a", "b"] }, { uuid: "2" }] }] };
    expect(laidOut(document)).toBe(`{
  "title": "a \\"@pair 0\\"",
  "mappings": [
    {
      "maps": [
        {"uuid":"1","to":["a","b"]},
        {"uuid":"2"}
      ]
    }
  ]
}
`);
  });
});
