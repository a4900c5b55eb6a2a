import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { CrosswalkDifference } from "../../src/crosswalk/difference.js";
import { containsTarget, isWithinTarget, relationships } from "../../src/crosswalk/relationship.js";
import type { Mapping, MappingCollection } from "../../src/oscal/model.js";
import { crosswalkDifferenceFormats } from "../../src/report/crosswalk-difference.js";
import { diffCrosswalks } from "../../src/runs/diff-crosswalks.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { hasStandard, projectPath, sharedPath, withoutStandard } from "../support/project.js";
import { collection, gaps, mapping, type ShortPair } from "./collection.js";

async function difference(a: object, b: object): Promise<CrosswalkDifference> {
  const host = memoryHost({
    folder: "/w",
    files: new Map([
      ["a.json", JSON.stringify(a)],
      ["b.json", JSON.stringify(b)],
    ]),
  });
  const { value, problems } = await diffCrosswalks("a.json", "b.json", host);
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error("no difference");
  return value.difference;
}

const between = (
  a: readonly ShortPair[],
  b: readonly ShortPair[],
  more: readonly [Partial<Mapping>?, Partial<Mapping>?] = [],
): Promise<CrosswalkDifference> => difference(collection([mapping(a, more[0])]), collection([mapping(b, more[1])]));

const none = { pairs: { added: 0, removed: 0, changed: 0 }, gaps: { added: 0, removed: 0 } };

describe("two versions of a mapping", () => {
  it("are the same in whatever order pairs and items are, and as whatever edition", async () => {
    const one = mapping([
      ["a-1 a-2", "subset-of", "b-1"],
      ["a-3", "equal-to", "b-2"],
    ]);
    const other = {
      ...one,
      maps: one.maps.map((each) => ({ ...each, sources: [...each.sources].reverse() })).reverse(),
    };
    const edition = { title: "T", version: "2", "last-modified": "2026-12-01T00:00:00Z", "oscal-version": "1.2.2" };
    expect(await difference(collection([one]), collection([other], { metadata: edition }))).toEqual({
      mappings: [],
      counts: none,
    });
  });

  it("differ in pairs that came, went and changed, by what they relate", async () => {
    const { mappings, counts } = await between(
      [
        [
          "a-1",
          "superset-of",
          "b-1",
          { coverage: { "target-coverage": 1 }, uuid: "00000000-0000-4000-8000-00000000000A" },
        ],
        ["a-2", "equal-to", "b-1"],
        ["a-3", "equal-to", "b-3", { uuid: "00000000-0000-4000-8000-00000000000b" }],
      ],
      [
        ["a-1", "intersects-with", "b-1", { remarks: "Half of it." }],
        ["a-2", "equal-to", "b-1 b-2"],
        ["a-3", "equal-to", "b-3", { uuid: "00000000-0000-4000-8000-00000000000c" }],
      ],
    );
    expect(counts).toEqual({ ...none, pairs: { added: 1, removed: 1, changed: 2 } });
    expect(mappings[0]?.pairs).toMatchObject([
      {
        kind: "changed",
        values: [
          { property: "relationship", a: "superset-of", b: "intersects-with" },
          { property: "coverage", a: "1", b: undefined },
          { property: "remarks", a: "Because.", b: "Half of it." },
        ],
        isUuidOnly: false,
        meaning: "What was shown is only supported.",
      },
      { kind: "added", b: { pointer: "/mapping-collection/mappings/0/maps/1" } },
      {
        kind: "changed",
        values: [
          {
            property: "uuid",
            a: "00000000-0000-4000-8000-00000000000b",
            b: "00000000-0000-4000-8000-00000000000c",
          },
        ],
        isUuidOnly: true,
      },
      { kind: "removed", a: { pointer: "/mapping-collection/mappings/0/maps/1" } },
    ]);
  });

  it("differ in their gaps and in how far they have come", async () => {
    const pairs: ShortPair[] = [["a-1", "equal-to", "b-1"]];
    const { mappings, counts } = await between(pairs, pairs, [
      { "source-gap-summary": gaps("a-2", "a-3") },
      { "source-gap-summary": gaps("a-3", "a-4"), status: "complete" },
    ]);
    expect(counts).toEqual({ ...none, gaps: { added: 1, removed: 1 } });
    expect(mappings).toMatchObject([
      {
        values: [{ property: "status", a: "draft", b: "complete" }],
        pairs: [],
        gaps: [
          { kind: "added", side: "source", gap: { id: "a-4" } },
          { kind: "removed", side: "source", gap: { id: "a-2" } },
        ],
      },
    ]);
  });

  it("belong together by their resources, by their uuid, or because no other is left", async () => {
    const to = (href: string): Partial<Mapping> => ({ "target-resource": { type: "list", href } });
    const pairs: ShortPair[] = [["a-1", "equal-to", "b-1"]];
    const a = collection([mapping(pairs, to("x"), 1), mapping(pairs, to("y"), 2), mapping(pairs, to("z"), 3)]);
    const b = collection([mapping(pairs, to("y"), 5), mapping(pairs, to("x2"), 1), mapping(pairs, to("q"), 6)]);
    const { mappings } = await difference(a, b);
    expect(mappings.map(({ values }) => values)).toEqual([
      // Its pairs have other uuids.
      [],
      [{ property: "target", a: "x", b: "x2" }],
      [{ property: "target", a: "z", b: "q" }],
    ]);
    const whole = await difference(
      collection([mapping(pairs)]),
      collection([mapping(pairs), mapping(pairs, to("q"), 7)]),
    );
    expect(whole.mappings).toMatchObject([{ a: undefined, pairs: [{ kind: "added" }] }]);
  });
});

test("what another relationship means is what follows from it", async () => {
  for (const before of relationships) {
    for (const after of relationships) {
      if (before === after) continue;
      const { mappings } = await between([["a-1", before, "b-1"]], [["a-1", after, "b-1"]]);
      const [change] = mappings[0]?.pairs ?? [];
      const meaning = (change?.kind === "changed" ? change.meaning : undefined) ?? "";
      const effect = (word: typeof before): string =>
        containsTarget(word) ? "shown" : word === "no-relationship" ? "not addressed" : "supported";
      const same = { shown: "shows", supported: "supports", "not addressed": "says nothing" }[effect(after)] ?? "";
      expect(meaning).toContain(effect(before) === effect(after) ? same : effect(after));
      expect(meaning.includes("lacks too")).toBe(!isWithinTarget(before) && isWithinTarget(after));
      expect(meaning.includes("no longer has to lack")).toBe(isWithinTarget(before) && !isWithinTarget(after));
    }
  }
});

describe("the reports", () => {
  const shipped = JSON.parse(readFileSync(projectPath("catalog/mappings/iso-42001-to-eu-ai-act.json"), "utf8")) as {
    "mapping-collection": MappingCollection;
  };
  const [first] = [shipped["mapping-collection"].mappings].flat();
  const later = structuredClone(first);
  const [pair] = later?.maps ?? [];
  if (pair !== undefined) pair.relationship = "superset-of";

  it("say the same to people and to programs", async () => {
    const host = memoryHost({
      folder: projectPath("."),
      files: new Map([
        ["a.json", JSON.stringify(shipped)],
        ["b.json", JSON.stringify({ "mapping-collection": { ...shipped["mapping-collection"], mappings: [later] } })],
      ]),
    });
    const { value } = await diffCrosswalks("a.json", "b.json", host);
    if (value === undefined) throw new Error("no difference");
    const text = async (format: keyof typeof crosswalkDifferenceFormats): Promise<string> => {
      const { pieces } = (await crosswalkDifferenceFormats[format].load())(
        { ...value, nameOf: (file) => file.replace(/^.*\//, "") },
        { color: false },
      );
      return [...pieces].join("");
    };
    const title = "ISO/IEC 42001:2023 to the EU Artificial Intelligence Act as amended in 2026, a draft mapping";
    expect(await text("text")).toBe(
      [
        `- a.json  "${title}"  version 0.1.0`,
        `+ b.json  "${title}"  version 0.1.0`,
        "",
        "../iso-42001.json → ../eu-ai-act.json",
        "  ~ cl.4.1_smt intersects-with → superset-of art-2.1",
        "      What was supported is shown.",
        "",
        "1 pair changed.",
        "",
      ].join("\n"),
    );
    expect(await text("markdown")).toContain(
      "- **changed** `cl.4.1_smt` intersects-with → superset-of `art-2.1`\n  <br>What was supported is shown.\n",
    );
    expect(JSON.parse(await text("json"))).toMatchObject({
      a: "a.json",
      b: "b.json",
      same: false,
      counts: { pairs: { added: 0, removed: 0, changed: 1 }, gaps: { added: 0, removed: 0 } },
      mappings: [
        {
          kind: "changed",
          pairs: [
            {
              kind: "changed",
              sources: ["cl.4.1_smt"],
              targets: ["art-2.1"],
              relationship: "superset-of",
              uuidOnly: false,
            },
          ],
        },
      ],
    });
  });
});

it.skipIf(!hasStandard)(`compares collections that are not valid, too (${withoutStandard})`, async () => {
  const folder = sharedPath("oscal/content/mappings-bsi");
  const host = memoryHost({ folder });
  const iso = "ISO27001-AnnexA-to-GS++-mapping_collection.json";
  const itgs = "ITGS-to-GS++-mapping_collection.json";
  const same = await diffCrosswalks(iso, iso, host);
  expect(same.value?.difference).toEqual({ mappings: [], counts: none });
  const other = await diffCrosswalks(iso, itgs, host);
  expect(other.value?.difference.counts).toEqual({ ...none, pairs: { added: 1185, removed: 96, changed: 0 } });
});

test("what cannot be compared is told", async () => {
  const host = memoryHost({ folder: "/w", files: new Map([["c.json", '{"catalog":{"metadata":{}}}']]) });
  const codes = async (a: string, b: string): Promise<unknown> => {
    const { value, problems } = await diffCrosswalks(a, b, host);
    return [value, problems.map(({ code }) => code)];
  };
  expect(await codes("c.json", "gone.json")).toEqual([undefined, ["not-a-mapping-collection", "unreadable-file"]]);
  expect(await codes("vendor-23", "c.json")).toEqual([undefined, ["unknown-mapping"]]);
  expect(await codes("-", "-")).toEqual([undefined, ["standard-input-twice"]]);
});
