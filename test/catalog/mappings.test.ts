/** The mapping collections of catalog/mappings: their form, their pairs, and that their sentences are their own. */
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectPath, readJson, sharedPath } from "../support/project.js";
import { aimsNamespace, controlsOf, partsOf, propValues, type Catalog } from "./documents.js";
import { readFrameworkCatalog, testDocumentForm } from "./framework-catalog.js";
import {
  collectionText,
  crosswalks,
  explainedTokens,
  gapIds,
  onlyMapping,
  readCollection,
  told,
  vendorFile,
  type MapEntry,
  type MappingItem,
} from "./mapping-collections.js";
import { overlapFinder, wordsOf } from "./own-words.js";
import { controlId } from "./requirements.js";
import { contentUuid } from "./stable-uuid.js";

const withoutReference = "needs ../shared/reference";
const files = [...crosswalks.map(({ file }) => file), vendorFile];
const source = readFrameworkCatalog("iso-42001");

interface ReferencePair {
  readonly source: string;
  readonly target: string | null;
  readonly relationship: string;
  readonly strength: number;
  readonly rationale: string;
  readonly provenance: readonly string[];
  readonly corroboration: readonly string[];
  readonly provenance_detail?: { readonly airc?: string; readonly kveriai?: readonly string[] };
}

interface Reference {
  readonly pairs: readonly ReferencePair[];
  readonly target_gaps: readonly { readonly target: string; readonly reason: string }[];
}

interface VendorReference {
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly fit: string;
    readonly note: string;
    readonly requirement_on_page: string;
    readonly maps_to: readonly { readonly target: string; readonly rationale: string }[];
  }[];
  readonly iso_elements_not_touched: readonly string[];
  readonly six_domains: {
    readonly domains: readonly {
      readonly id: string;
      readonly title: string;
      readonly note: string;
      readonly content: string;
      readonly maps_to: readonly string[];
    }[];
  };
}

const vendorPath = sharedPath("reference/truthvouch-22.json");

/** `type id` of everything that a pair may point at. */
function itemsOf(catalog: Catalog): Set<string> {
  const controls = controlsOf(catalog);
  const parts = controls.flatMap((control) => partsOf(control.parts)).filter(({ name }) => name === "statement");
  return new Set([
    ...controls.map(({ id }) => `control ${id}`),
    ...parts.flatMap(({ id = [] }) => [id].flat().map((each) => `statement ${each}`)),
  ]);
}

function itemText({ type, "id-ref": id }: MappingItem): string {
  return `${type} ${id}`;
}

/** The id of the control that a statement belongs to; of a control, its own. */
function controlOf({ "id-ref": id }: MappingItem): string {
  return id.replace(/_(?:smt|ovw)$/, "");
}

test("catalog/mappings holds these collections, and what lists catalogs does not see them", () => {
  expect(readdirSync(projectPath("catalog/mappings")).sort()).toEqual(files.map((file) => `${file}.json`).sort());
});

describe.each(files)("the form of %s", (file) => {
  const collection = readCollection(file);
  const text = collectionText(file);
  const maps = collection.mappings.flatMap((mapping) => mapping.maps);

  testDocumentForm(file, text);

  test("has a line for each pair", () => {
    const lines = text.split("\n").map((line) => line.trim().replace(/,$/, ""));
    expect(maps.map((entry) => JSON.stringify(entry)).filter((line) => !lines.includes(line))).toEqual([]);
    expect(text.endsWith("\n}\n")).toBe(true);
  });

  test("has fixed metadata, and says how the pairs came about", () => {
    const { metadata, provenance } = collection;
    expect({
      uuid: collection.uuid,
      modified: metadata["last-modified"],
      version: metadata.version,
      oscal: metadata["oscal-version"],
      owner: metadata["responsible-parties"],
      links: metadata.links,
      provenance: [provenance["method"], provenance["matching-rationale"], provenance["status"]],
      descriptions: [metadata.remarks, provenance["mapping-description"]],
    }).toEqual({
      uuid: contentUuid(`mapping-collection/${file}`),
      modified: "2026-12-01T00:00:00Z",
      version: "0.1.0",
      oscal: "1.2.2",
      owner: [{ "role-id": "owner", "party-uuids": [contentUuid("party/aims")] }],
      links: collection["back-matter"].resources?.map(({ uuid }) => ({ href: `#${uuid}`, rel: "reference" })),
      provenance: ["hybrid", "functional", "draft"],
      descriptions: [expect.stringMatching(/\bdraft\b.*\beditorial judgement\b/s), expect.stringMatching(/.{200,}/s)],
    });
    expect(metadata.remarks).toMatch(/endorses n(?:one|either) of them/);
  });

  test("uuids are unique, and those of pairs follow from their two ends", () => {
    const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
    const key = (name: string | undefined): string => (name === undefined ? file : `${file}/${name}`);
    for (const mapping of collection.mappings) {
      const name = collection.mappings.length === 1 ? undefined : /^[a-z]+/.exec(sourceOf(mapping.maps[0]))?.[0];
      expect(mapping.uuid).toBe(contentUuid(`mapping/${key(name)}`));
      expect(mapping.maps.map(({ uuid }) => uuid)).toEqual(
        mapping.maps.map((entry) =>
          contentUuid(`map/${key(name)}/${sourceOf(entry)}/${entry.targets.map(controlOf).join("+")}`),
        ),
      );
    }
  });

  test("every pair has one sentence of its own", () => {
    const sentence: unknown = expect.stringMatching(/^[A-Z][^\n]{50,230}\.$/);
    expect(maps.map(({ remarks }) => remarks)).toEqual(maps.map(() => sentence));
    const seen = maps.map(({ remarks = "" }) => wordsOf(remarks).join(" "));
    expect(seen.filter((words, index) => seen.indexOf(words) !== index)).toEqual([]);
  });

  test("no sentence holds a character that OSCAL's markup would read as a sign", () => {
    const written = [
      ...maps.map(({ remarks }) => remarks),
      ...collection.mappings.map(({ remarks }) => remarks?.replace(/`[\w.-]+`/g, "")),
      ...[collection.metadata.remarks, ...Object.values(collection.provenance)],
    ];
    expect(written.filter((each) => /[*_`~^"[\]<>{}\\]/.test(each ?? ""))).toEqual([]);
  });

  test("every pair names who states it, by a token that is explained, and is trusted accordingly", () => {
    const explained = [...explainedTokens(collection), "editorial"];
    const strange = maps.filter((entry) => {
      const tokens = [...told(entry, "provenance"), ...told(entry, "corroboration")].map((each) => each.split(" ")[0]);
      const known = tokens.length > 0 && tokens.every((token) => explained.includes(token ?? ""));
      const confidence = tokens.every((token) => token === "editorial") ? "low" : "medium";
      return !known || entry["confidence-score"]?.category !== confidence;
    });
    expect(strange).toEqual([]);
  });
});

function sourceOf(entry: MapEntry | undefined): string {
  return entry?.sources.map(controlOf).join("+") ?? "";
}

describe.each(crosswalks)("the pairs of $file", ({ file, target, reference, pairs, gaps, coverage }) => {
  const mapping = onlyMapping(readCollection(file));
  const path = sharedPath(`reference/${reference}`);
  const targetCatalog = readFrameworkCatalog(target);

  test("there are as many as there should be, between the two catalogs, and no pair twice", () => {
    expect({
      resources: [mapping["source-resource"], mapping["target-resource"]],
      pairs: mapping.maps.length,
      gaps: [gapIds(mapping["source-gap-summary"]).length, gapIds(mapping["target-gap-summary"]).length],
      coverage: mapping.coverage,
    }).toEqual({
      resources: [
        { type: "catalog", href: "../iso-42001.json" },
        { type: "catalog", href: `../${target}.json` },
      ],
      pairs,
      gaps: [gaps.source, gaps.target],
      coverage:
        coverage === undefined
          ? undefined
          : { "generation-method": "mean-of-strongest-pair", "target-coverage": coverage },
    });
    const ends = mapping.maps.map(({ sources, targets }) => [...sources, ...targets].map(itemText).join(" > "));
    expect(new Set(ends).size).toBe(pairs);
  });

  test("every id is in its catalog, as what the pair says it is", () => {
    const [sources, targets] = [itemsOf(source), itemsOf(targetCatalog)];
    const lost = mapping.maps.flatMap((entry) => [
      ...entry.sources.map(itemText).filter((item) => !item.startsWith("statement ") || !sources.has(item)),
      ...entry.targets.map(itemText).filter((item) => !targets.has(item)),
    ]);
    expect(lost).toEqual([]);
    const kinds = new Set(mapping.maps.flatMap((entry) => entry.targets.map(({ type }) => type)));
    expect([...kinds]).toEqual([target === "nist-ai-rmf" ? "statement" : "control"]);
    const missing = [
      ...gapIds(mapping["source-gap-summary"]).filter((id) => !sources.has(`control ${id}`)),
      ...gapIds(mapping["target-gap-summary"]).filter((id) => !targets.has(`control ${id}`)),
    ];
    expect(missing).toEqual([]);
  });

  test("each of the 70 requirements and controls has a pair, or is a gap with a reason", () => {
    const mapped = new Set(mapping.maps.flatMap((entry) => entry.sources.map(controlOf)));
    const unmapped = gapIds(mapping["source-gap-summary"]);
    expect(unmapped.filter((id) => mapped.has(id))).toEqual([]);
    expect([...mapped, ...unmapped].sort()).toEqual(
      controlsOf(source)
        .map(({ id }) => id)
        .sort(),
    );
    const reached = new Set(mapping.maps.flatMap((entry) => entry.targets.map(controlOf)));
    const unreached = gapIds(mapping["target-gap-summary"]);
    expect(unreached.filter((id) => reached.has(id))).toEqual([]);
    const reasoned = [...unmapped, ...unreached].filter((id) => mapping.remarks?.includes(`\`${id}\``) !== true);
    expect(reasoned).toEqual([]);
  });

  test("strengths go from 1 to 10, and relationships are OSCAL's", () => {
    const odd = mapping.maps.filter((entry) => {
      const [strength = "", ...more] = propValues(entry.props, "strength", aimsNamespace);
      return !/^(?:[1-9]|10)$/.test(strength) || more.length > 0;
    });
    expect(odd).toEqual([]);
    const relationships = ["equivalent-to", "intersects-with", "subset-of", "superset-of"];
    expect(mapping.maps.filter(({ relationship }) => !relationships.includes(relationship))).toEqual([]);
  });

  test("pairs, relationships, strengths and sources are the facts of the reference", (context) => {
    context.skip(!existsSync(path), withoutReference);
    const facts = readJson(path) as unknown as Reference;
    const asId = (id: string): string =>
      target === "nist-ai-rmf" ? id.replace(" ", "_") : target === "iso-27001" ? controlId(id) : id;
    const rows = (all: readonly (readonly unknown[])[]): string[] => all.map((row) => JSON.stringify(row)).sort();
    const written = mapping.maps.map((entry) => [
      sourceOf(entry),
      ...entry.targets.map(controlOf),
      entry.relationship,
      Number(told(entry, "strength").join()),
      told(entry, "provenance"),
      told(entry, "corroboration"),
    ]);
    const expected = facts.pairs.flatMap((pair) => {
      if (pair.target === null) return [];
      const places = (token: string): string[] => {
        if (token === "airc") return [`airc ${String(pair.provenance_detail?.airc)}`];
        if (token === "kveriai") return (pair.provenance_detail?.kveriai ?? []).map((row) => `kveriai ${row}`);
        return [token];
      };
      return [
        [
          ...[controlId(pair.source), asId(pair.target), pair.relationship, pair.strength],
          ...[pair.provenance.flatMap(places), pair.corroboration],
        ],
      ];
    });
    expect(rows(written)).toEqual(rows(expected));
    const unrelated = facts.pairs.flatMap((pair) => (pair.target === null ? [controlId(pair.source)] : []));
    expect(gapIds(mapping["source-gap-summary"]).sort()).toEqual(unrelated.sort());
    expect(gapIds(mapping["target-gap-summary"]).sort()).toEqual(
      facts.target_gaps.map((gap) => asId(gap.target)).sort(),
    );
  });

  test("no sentence repeats one of the reference, whole or seven words in a row", (context) => {
    context.skip(!existsSync(path), withoutReference);
    const facts = readJson(path) as unknown as Reference;
    const sentences = [
      ...facts.pairs.map(({ rationale }) => rationale),
      ...facts.target_gaps.map(({ reason }) => reason),
    ];
    expect(sentences.length).toBeGreaterThan(pairs);
    const overlaps = overlapFinder(sentences, 7);
    const written = [...mapping.maps.map(({ remarks }) => remarks), ...(mapping.remarks ?? "").split("\n")];
    expect(written.flatMap((text) => overlaps(text ?? ""))).toEqual([]);
  });
});

describe("what the collections warn of", () => {
  const remarks = (file: string): string => readCollection(file).metadata.remarks ?? "";

  test("the Act: ISO/IEC 42001 gives no presumption of conformity", () => {
    expect(remarks("iso-42001-to-eu-ai-act")).toMatch(
      /^Meeting ISO\/IEC 42001, certified or not, gives no presumption of conformity with the Act\./,
    );
  });

  test("the AI RMF: the crosswalk that NIST lists is Microsoft's", () => {
    expect(remarks("iso-42001-to-nist-ai-rmf")).toMatch(
      /is no work of NIST: Microsoft contributed it, and NIST does not endorse what it lists there\./,
    );
  });
});

describe("the lists of vendors", () => {
  const collection = readCollection(vendorFile);
  const resources = collection["back-matter"].resources?.map(({ uuid }) => `#${uuid}`) ?? [];

  test("entries have ids with a prefix and a title, and point at statements that there are", () => {
    const statements = itemsOf(source);
    const ids = collection.mappings.map(({ maps }) => maps.flatMap((entry) => entry.sources.map(controlOf)));
    expect(ids.map(({ length }) => length)).toEqual([22, 6]);
    expect(ids.flat().filter((id) => !/^(?:tv-4\.[4-7]\.[1-6]|sd-[1-6])$/.test(id))).toEqual([]);
    for (const { "source-resource": from, "target-resource": to, maps } of collection.mappings) {
      expect([from.type, resources.includes(from.href), to]).toEqual([
        "list",
        true,
        { type: "catalog", href: "../iso-42001.json" },
      ]);
      const items = maps.flatMap((entry) => entry.targets.map(itemText));
      expect(items.filter((item) => !item.startsWith("statement ") || !statements.has(item))).toEqual([]);
      expect(maps.filter((entry) => entry.sources.flatMap((item) => titleOf(item)).length !== 1)).toEqual([]);
    }
  });

  test("titles, fits and targets are the facts of the reference, and its sentences are not repeated", (context) => {
    context.skip(!existsSync(vendorPath), withoutReference);
    const { controls, six_domains: six, iso_elements_not_touched: untouched } = vendorReference();
    const rows = collection.mappings.flatMap(({ maps }) =>
      maps.map((entry) => [
        sourceOf(entry),
        entry.sources.flatMap(titleOf),
        told(entry, "fit"),
        entry.targets.map(controlOf).sort(),
      ]),
    );
    expect(rows).toEqual([
      ...controls.map(({ id, title, fit, maps_to }) => [
        ...[id, [title], [fit]],
        maps_to.map((each) => controlId(each.target)).sort(),
      ]),
      ...six.domains.map(({ id, title, maps_to }) => [id, [title], [], maps_to.map(controlId).sort()]),
    ]);
    expect(gapIds(collection.mappings[0]?.["target-gap-summary"]).sort()).toEqual(untouched.map(controlId).sort());
    const overlaps = overlapFinder(
      [
        ...controls.flatMap((each) => [
          ...[each.note, each.requirement_on_page],
          ...each.maps_to.map(({ rationale }) => rationale),
        ]),
        ...six.domains.flatMap((each) => [each.note, each.content]),
      ],
      7,
    );
    const written = collection.mappings.flatMap(({ maps }) => maps.map(({ remarks }) => remarks));
    expect(written.flatMap((text) => overlaps(text ?? ""))).toEqual([]);
  });
});

function titleOf({ props }: MappingItem): string[] {
  return propValues(props, "title", aimsNamespace);
}

function vendorReference(): VendorReference {
  return readJson(vendorPath) as unknown as VendorReference;
}
