/** The mapping to the GDPR that the example organization keeps of its own: that its ids exist, and that it says of itself what is true. */
import { describe, expect, test } from "vitest";
import { projectText } from "../support/project.js";
import { controlsOf, partsOf, propValues, aimsNamespace, type Catalog, type Control } from "./documents.js";
import { labelsOf, readFrameworkCatalog, testDocumentForm } from "./framework-catalog.js";
import { gapIds, onlyMapping, told, type MappingCollection, type MappingItem } from "./mapping-collections.js";
import { wordsOf } from "./own-words.js";
import { contentUuid } from "./stable-uuid.js";

const folder = "examples/meridian-bank/crosswalks";
const file = "iso-42001-to-gdpr";
/** What the uuids follow from: those of two organizations are to differ. */
const key = `meridian-bank/${file}`;
const articles = [5, 13, 14, 15, 22, 25, 30, 32, 35];

const catalogText = projectText(`${folder}/gdpr.json`);
const { catalog: written } = JSON.parse(catalogText) as {
  readonly catalog: Omit<Catalog, "groups"> & { readonly controls: readonly Control[] };
};
/** It has no groups, unlike those that ship. */
const gdpr: Catalog = { ...written, groups: [{ title: "", controls: written.controls }] };
const text = projectText(`${folder}/${file}.json`);
const collection = (JSON.parse(text) as { readonly "mapping-collection": MappingCollection })["mapping-collection"];
const mapping = onlyMapping(collection);
const source = readFrameworkCatalog("iso-42001");

const controlOf = ({ "id-ref": id }: MappingItem): string => id.replace(/_smt$/, "");
const statementsOf = (catalog: Catalog): string[] =>
  controlsOf(catalog)
    .flatMap(({ parts }) => partsOf(parts))
    .filter(({ name }) => name === "statement")
    .flatMap(({ id = [] }) => id);

describe("the nine articles", () => {
  testDocumentForm("gdpr", catalogText);

  test("have ids, labels, the framework and a statement each", () => {
    expect(controlsOf(gdpr).map(({ id }) => id)).toEqual(articles.map((number) => `art-${String(number)}`));
    expect(labelsOf(controlsOf(gdpr))).toEqual(articles.map((number) => `Art. ${String(number)}`));
    expect(controlsOf(gdpr).flatMap(({ props }) => propValues(props, "framework", aimsNamespace))).toEqual(
      articles.map(() => "gdpr"),
    );
    expect(statementsOf(gdpr)).toEqual(articles.map((number) => `art-${String(number)}_smt`));
  });
});

describe("the mapping", () => {
  testDocumentForm(file, text);

  test("leads from the shipped catalog to the one beside it, between statements that both have", () => {
    expect([mapping["source-resource"], mapping["target-resource"]]).toEqual([
      { type: "catalog", href: "aims:catalog/iso-42001" },
      { type: "catalog", href: "gdpr.json" },
    ]);
    const lost = (items: readonly MappingItem[], among: readonly string[]): MappingItem[] =>
      items.filter(({ type, "id-ref": id }) => type !== "statement" || !among.includes(id));
    expect(mapping.maps.flatMap(({ sources }) => lost(sources, statementsOf(source)))).toEqual([]);
    expect(mapping.maps.flatMap(({ targets }) => lost(targets, statementsOf(gdpr)))).toEqual([]);
  });

  test("holds as many pairs and gaps as its remarks say, and forgets nothing on either side", () => {
    const sides = [
      { catalog: source, items: mapping.maps.flatMap(({ sources }) => sources), gaps: mapping["source-gap-summary"] },
      { catalog: gdpr, items: mapping.maps.flatMap(({ targets }) => targets), gaps: mapping["target-gap-summary"] },
    ].map(({ catalog, items, gaps }) => ({
      all: controlsOf(catalog).map(({ id }) => id),
      mapped: [...new Set(items.map(controlOf))],
      unmapped: gapIds(gaps),
    }));
    for (const { all, mapped, unmapped } of sides) {
      expect([...mapped, ...unmapped].sort()).toEqual(all.sort());
      expect(unmapped.filter((id) => mapping.remarks?.includes(`\`${id}\``) !== true)).toEqual([]);
    }
    expect(sides.map(({ mapped, unmapped }) => [mapped.length, unmapped.length])).toEqual([
      [31, 39],
      [8, 1],
    ]);
    expect(mapping.maps.length).toBe(38);
    expect(mapping.remarks).toMatch(
      /^There are 38 pairs\. 31 of the 70 .+ the other 39 .+ of the nine articles .+ eight stand in them and one in that list\./,
    );
  });

  test("every pair intersects, is editorial and of low confidence, and has a sentence of its own", () => {
    const odd = mapping.maps.filter(
      (entry) =>
        entry.relationship !== "intersects-with" ||
        entry["confidence-score"]?.category !== "low" ||
        told(entry, "provenance").join() !== "editorial" ||
        !/^(?:[1-9]|10)$/.test(told(entry, "strength").join()) ||
        !/^[A-Z][^\n*_`~^"[\]<>{}\\]{50,230}\.$/.test(entry.remarks ?? ""),
    );
    expect(odd).toEqual([]);
    expect(new Set(mapping.maps.map(({ remarks = "" }) => wordsOf(remarks).join(" "))).size).toBe(38);
  });

  test("uuids follow from what they stand for, so that a changed sentence changes no uuid", () => {
    expect([gdpr.uuid, collection.uuid, mapping.uuid]).toEqual(
      ["catalog/meridian-bank/gdpr", `mapping-collection/${key}`, `mapping/${key}`].map(contentUuid),
    );
    expect(mapping.maps.map(({ uuid }) => uuid)).toEqual(
      mapping.maps.map(({ sources, targets }) =>
        contentUuid(`map/${key}/${sources.map(controlOf).join("+")}/${targets.map(controlOf).join("+")}`),
      ),
    );
    const uuids = [...text.matchAll(/"uuid": ?"([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test("is a draft, and says once that it is no legal advice", () => {
    expect(collection.provenance["status"]).toBe("draft");
    expect(text.match(/no legal advice/g)).toHaveLength(1);
  });
});
