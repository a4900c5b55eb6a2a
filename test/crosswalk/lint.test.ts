import { describe, expect, it, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { lintCrosswalks } from "../../src/runs/lint-crosswalks.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { nodeHost } from "../../src/runs/host.js";
import { hasStandard, projectRoot, sharedPath, withoutStandard } from "../support/project.js";
import { withValue } from "../support/documents.js";
import { betweenCatalogs, catalog, collection, gaps, mapping, type ShortPair } from "./collection.js";

type More = NonNullable<ShortPair[3]>;

const json = (value: unknown): string => JSON.stringify(value, undefined, 1);

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly pointer: string | undefined;
  readonly message: string;
}

/** What is found in the files whose names begin with m, without the places in the text. */
async function lintFiles(files: Readonly<Record<string, unknown>>): Promise<Found[]> {
  const texts = Object.entries(files).map(([name, value]) => [name, json(value)] as const);
  const host = memoryHost({ folder: "/w", files: new Map(texts) });
  const names = Object.keys(files).filter((name) => name.startsWith("m"));
  const { problems } = await lintCrosswalks({ files: names }, host);
  return problems.map(({ code, severity, pointer, message }) => ({ code, severity, pointer, message }));
}

const lintPairs = (pairs: readonly ShortPair[], more: Parameters<typeof mapping>[1] = {}): Promise<Found[]> =>
  lintFiles({ "m.json": collection([mapping(pairs, more)]) });
const catalogs = { "a.json": catalog("a-1 a-2"), "b.json": catalog("b-1 b-2") };
const lintCatalogs = (pairs: readonly ShortPair[], more: Parameters<typeof mapping>[1] = {}): Promise<Found[]> =>
  lintFiles({ ...catalogs, "m.json": collection([mapping(pairs, { ...betweenCatalogs, ...more })]) });
const at = (path: string): string => `/mapping-collection/mappings/0${path}`;

describe("real collections", () => {
  it("that ship with aims have no fault, and what is noted of them is true", async () => {
    const files = ["iso-42001-to-eu-ai-act", "iso-42001-to-iso-27001", "iso-42001-to-nist-ai-rmf", "vendor-22"];
    const { problems, valid, unlisted } = await lintCrosswalks({ files }, nodeHost(projectRoot));
    expect({ valid, unlisted }).toEqual({ valid: true, unlisted: { error: 0, warning: 0, info: 0 } });
    expect(problems.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
      {
        code: "mapping-unmentioned-controls",
        severity: "info",
        message:
          '123 controls of the target ("eu-ai-act") stand neither in a pair nor in a gap summary: eu-ai-act:Art. 1, eu-ai-act:Art. 6(3), eu-ai-act:Art. 6(4), eu-ai-act:Art. 6(5), eu-ai-act:Art. 7 and 118 more.',
      },
      {
        code: "mapping-unmentioned-controls",
        severity: "info",
        message:
          '12 controls of the target ("nist-ai-rmf") stand neither in a pair nor in a gap summary: nist-ai-rmf:GAI 1, nist-ai-rmf:GAI 2, nist-ai-rmf:GAI 3, nist-ai-rmf:GAI 4, nist-ai-rmf:GAI 5 and 7 more.',
      },
      {
        code: "mapping-gap-one-sided",
        severity: "info",
        message: "The mapping lists what of its target has no counterpart, but nothing of its source.",
      },
      {
        code: "mapping-unmentioned-controls",
        severity: "info",
        message:
          '36 controls of the target ("iso42001") stand neither in a pair nor in a gap summary: iso42001:4.1, iso42001:4.2, iso42001:4.3, iso42001:4.4, iso42001:5.1 and 31 more.',
      },
    ]);
  });

  it.skipIf(!hasStandard)(`that BSI publishes are read, whatever OSCAL says of them (${withoutStandard})`, async () => {
    const count = (problems: readonly Diagnostic[]): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
      return counts;
    };
    const folder = sharedPath("oscal/content/mappings-bsi");
    const of = async (name: string): Promise<unknown> => {
      const { problems, valid } = await lintCrosswalks({ files: [name] }, nodeHost(folder));
      return { valid, counts: count(problems) };
    };
    expect(await of("ISO27001-AnnexA-to-GS++-mapping_collection.json")).toEqual({
      valid: false,
      counts: { "mapping-catalog-unread": 4, "mapping-pairs-unexplained": 2, "oscal-unknown-property": 2 },
    });
    expect(await of("ITGS-to-GS++-mapping_collection.json")).toEqual({
      valid: true,
      counts: {
        "mapping-catalog-unread": 4,
        "mapping-cycle": 4,
        "mapping-pairs-unexplained": 2,
        "oscal-version-older": 1,
      },
    });
  });

  it.skipIf(!hasStandard)(`of before the model was released are read too (${withoutStandard})`, async () => {
    const folder = sharedPath("oscal/content/mapping-collections-prerelease-INVALID");
    const { problems, files } = await lintCrosswalks({ files: [folder] }, nodeHost(folder));
    expect(files.map(({ state }) => state)).toEqual(["invalid", "invalid"]);
    expect(problems.filter(({ code }) => code.startsWith("mapping-")).map(({ code }) => code)).toEqual(
      ["pci", "soc2"].flatMap(() => [
        ...["mapping-catalog-unread", "mapping-catalog-unread", "mapping-pairs-unexplained"],
      ]),
    );
  });
});

const nothing: Found[] = [];

it("finds nothing in a mapping that is in order", async () => {
  const pairs: ShortPair[] = [
    ["a-1", "superset-of", "b-1", { coverage: { "target-coverage": 1 } }],
    ["a-2_smt", "intersects-with", "b-1", { "confidence-score": { percentage: 0.4 } }],
    ["a-2_smt", "equal-to", "b-2"],
    ["a-1_smt", "no-relationship", "b-2"],
  ];
  expect(await lintCatalogs(pairs.filter(([source]) => source.endsWith("_smt")))).toEqual([
    {
      code: "mapping-unrelated-controls",
      severity: "info",
      pointer: at("/source-resource"),
      message: '1 control of the source ("a") stands in pairs without relationship only: A-1.',
    },
  ]);
  expect(await lintCatalogs(pairs.slice(0, 1).concat([["a-2", "equal-to", "b-2"]]))).toEqual(nothing);
});

it("says where a finding is, and what to do", async () => {
  const made = collection([mapping([["a-1", "superset-of", "b-1", { coverage: { "target-coverage": 0.5 } }]])]);
  const host = memoryHost({ folder: "/w", files: new Map([["m.json", json(made)]]) });
  const { problems } = await lintCrosswalks({ files: ["m.json"] }, host);
  expect(problems).toEqual([
    {
      file: "/w/m.json",
      line: 45,
      column: 27,
      pointer: at("/maps/0/coverage/target-coverage"),
      frame: expect.stringContaining('"target-coverage": 0.5') as unknown,
      code: "mapping-coverage-unfit",
      severity: "warning",
      message: 'The pair is "superset-of", but its coverage of the target is 0.5.',
      fix: 'Write 1 or leave the coverage out; or write "subset-of" or "intersects-with".',
    },
  ]);
});

describe("two claims on one pair", () => {
  it.each([
    ["subset-of", "superset-of", "error"],
    ["equal-to", "no-relationship", "error"],
    ["subset-of", "intersects-with", "error"],
    ["equal-to", "subset-of", "error"],
    ["equal-to", "equivalent-to", "warning"],
  ])("contradict one another: %s and %s", async (one, other, severity) => {
    const found = await lintPairs([
      ["a-1", one, "b-1"],
      ["a-1", other, "b-1"],
    ]);
    expect(found).toEqual([
      {
        code: "mapping-contradiction",
        severity,
        pointer: at("/maps/1/relationship"),
        message: `a:a-1 ${other} b:b-1, and at the same time a:a-1 ${one} b:b-1 (line 28).`,
      },
    ]);
  });

  it("are two where items come in another order, and none where one item more is meant", async () => {
    expect(
      await lintPairs([
        ["a-1 a-2", "subset-of", "b-1 b-2"],
        ["a-2 a-1", "intersects-with", "b-2 b-1"],
        ["a-2", "intersects-with", "b-2 b-1"],
      ]),
    ).toMatchObject([{ code: "mapping-contradiction", pointer: at("/maps/1/relationship") }]);
  });

  it("are compared with those of another file that is read the other way round, which is a warning", async () => {
    const back = mapping([["b-1", "subset-of", "a-1"]], {
      "source-resource": { type: "list", href: "b" },
      "target-resource": { type: "list", href: "a" },
    });
    const files = (word: string): Record<string, unknown> => ({
      "m1.json": collection([mapping([["a-1", word, "b-1"]])]),
      "m2.json": collection([back]),
    });
    expect(await lintFiles(files("superset-of"))).toEqual(nothing);
    expect(await lintFiles(files("subset-of"))).toEqual([
      {
        code: "mapping-contradiction",
        severity: "warning",
        pointer: at("/maps/0/relationship"),
        message: "b:b-1 subset-of a:a-1, which contradicts a:a-1 subset-of b:b-1 (/w/m1.json, line 28).",
      },
    ]);
  });

  it("may differ by matching rationale, and after one was superseded", async () => {
    expect(
      await lintPairs([
        ["a-1", "equivalent-to", "b-1"],
        ["a-1", "intersects-with", "b-1", { "matching-rationale": "syntactic" }],
      ]),
    ).toEqual(nothing);
    const old = mapping([["a-1", "subset-of", "b-1"]], { status: "superseded" }, 1);
    expect(await lintFiles({ "m.json": collection([mapping([["a-1", "equal-to", "b-1"]]), old]) })).toEqual(nothing);
  });

  it("stand twice where they say the same", async () => {
    const found = await lintPairs([
      ["a-1", "subset-of", "b-1"],
      ["a-1", "subset-of", "b-1"],
    ]);
    expect(found).toEqual([
      {
        code: "mapping-duplicate-pair",
        severity: "warning",
        pointer: at("/maps/1"),
        message: "a:a-1 subset-of b:b-1 stands here again, after line 28.",
      },
    ]);
  });
});

describe("several pairs together", () => {
  it("must not go round in a circle, unless all are equal", async () => {
    const circle = (last: string): Promise<Found[]> =>
      lintPairs([
        ["a-1", "subset-of", "b-1"],
        ["a-2", "superset-of", "b-1"],
        ["a-2", "equal-to", "b-2"],
        ["a-1", last, "b-2"],
      ]);
    expect(await circle("superset-of")).toEqual([
      {
        code: "mapping-cycle",
        severity: "warning",
        pointer: at("/maps/0"),
        message:
          "Pairs that contain one another go round in a circle: a:a-1 subset-of b:b-1 (line 28); a:a-2 superset-of b:b-1 (line 45); a:a-2 equal-to b:b-2 (line 62); a:a-1 superset-of b:b-2 (line 79).",
      },
    ]);
    expect(await circle("subset-of")).toEqual(nothing);
    const equal: ShortPair[] = [
      ["a-1", "equal-to", "b-1"],
      ["a-2", "equal-to", "b-1"],
      ["a-2", "equivalent-to", "b-2"],
      ["a-1", "equal-to", "b-2"],
    ];
    expect(await lintPairs(equal)).toEqual(nothing);
  });

  it("go round across files too", async () => {
    const of = (from: string, to: string): Parameters<typeof mapping>[1] => ({
      "source-resource": { type: "list", href: from },
      "target-resource": { type: "list", href: to },
    });
    const found = await lintFiles({
      "m1.json": collection([mapping([["a-1", "subset-of", "b-1"]])]),
      "m2.json": collection([mapping([["b-1", "subset-of", "c-1"]], of("b", "c"))]),
      "m3.json": collection([mapping([["c-1", "subset-of", "a-1"]], of("c", "a"))]),
    });
    expect(found).toMatchObject([
      {
        code: "mapping-cycle",
        message:
          "Pairs that contain one another go round in a circle: a:a-1 subset-of b:b-1 (line 28); b:b-1 subset-of c:c-1 (/w/m2.json, line 28); c:c-1 subset-of a:a-1 (/w/m3.json, line 28).",
      },
    ]);
  });

  it("must not give something in common to what has no relationship", async () => {
    const found = await lintPairs([
      ["a-1", "superset-of", "b-1"],
      ["a-2", "intersects-with", "b-1"],
      ["a-2", "subset-of", "b-2"],
      ["a-1", "no-relationship", "b-2"],
    ]);
    expect(found).toEqual([
      {
        code: "mapping-contradiction",
        severity: "error",
        pointer: at("/maps/3/relationship"),
        message:
          "a:a-1 no-relationship b:b-2, but other pairs give the two something in common: a:a-1 superset-of b:b-1 (line 28); a:a-2 intersects-with b:b-1 (line 45); a:a-2 subset-of b:b-2 (line 62).",
      },
    ]);
  });

  it("say nothing of one target where several are meant together", async () => {
    const found = await lintPairs([
      ["a-1", "subset-of", "b-1 b-2"],
      ["a-2", "superset-of", "b-1"],
      ["a-2", "subset-of", "b-2"],
    ]);
    expect(found).toEqual(nothing);
  });
});

describe("a pair by itself", () => {
  const found = async (pair: ShortPair): Promise<unknown> => {
    const [first, ...more] = await lintPairs([pair]);
    expect(more).toEqual([]);
    return first && [first.code, first.severity, first.pointer?.slice(at("/maps/0").length), first.message];
  };

  it.each([
    ["equal", "equal-to"],
    ["is a subset of", "subset-of"],
    ["Superset", "superset-of"],
    ["intersect", "intersects-with"],
    ["eqal-to", "equal-to"],
  ])("with the word %s means %s", async (word, meant) => {
    const made = collection([mapping([["a-1", word.replaceAll(" ", "_"), "b-1"]])]);
    const host = memoryHost({ folder: "/w", files: new Map([["m.json", json(made)]]) });
    const { problems } = await lintCrosswalks({ files: ["m.json"] }, host);
    expect(problems.map(({ code, suggestion }) => ({ code, suggestion }))).toEqual([
      { code: "mapping-unknown-relationship", suggestion: meant },
    ]);
  });

  it("may have a relationship of its own namespace", async () => {
    const found = await lintPairs([["a-1", "helps", "b-1", { ns: "https://example.org/ns" }]]);
    expect(found.map(({ code }) => code)).toEqual(["oscal-own-relationship"]);
  });

  const coverage = (share: number): More => ({ coverage: { "target-coverage": share } });
  it("has a coverage that fits, and shares between 0 and 1", async () => {
    const unfit = (message: string): unknown => [
      ...["mapping-coverage-unfit", "warning", "/coverage/target-coverage", message],
    ];
    expect(await found(["a-1", "equal-to", "b-1", coverage(0.9)])).toEqual(
      unfit('The pair is "equal-to", but its coverage of the target is 0.9.'),
    );
    expect(await found(["a-1", "subset-of", "b-1", coverage(1)])).toEqual(
      unfit('The pair is "subset-of", but its coverage of the target is 1.'),
    );
    const notShare = (pointer: string): unknown => ["oscal-not-a-share", "warning", pointer, expect.anything()];
    expect(await found(["a-1", "intersects-with", "b-1", coverage(85)])).toEqual(notShare("/coverage/target-coverage"));
    const percentage: More = { "confidence-score": { percentage: -1 } };
    expect(await found(["a-1", "subset-of", "b-1", percentage])).toEqual(notShare("/confidence-score/percentage"));
    expect(await found(["a-1", "subset-of", "b-1", coverage(0.99)])).toBeUndefined();
    expect(await found(["a-1", "equivalent-to", "b-1", coverage(1)])).toBeUndefined();
  });

  it("is not blocked where it is equal", async () => {
    const qualifiers = (category: "blocked" | "addressable"): More => ({
      qualifiers: [{ subject: "both", predicate: "has-incompatibility", category, description: "It cannot be." }],
    });
    expect(await found(["a-1", "equal-to", "b-1", qualifiers("blocked")])).toEqual([
      ...["mapping-blocked-pair", "warning", "/qualifiers/0/category"],
      'The pair is "equal-to", and a qualifier calls it blocked: "It cannot be.".',
    ]);
    expect(await found(["a-1", "equal-to", "b-1", qualifiers("addressable")])).toBeUndefined();
    expect(await found(["a-1", "intersects-with", "b-1", qualifiers("blocked")])).toBeUndefined();
  });

  it("has each item once", async () => {
    expect(await found(["a-1", "subset-of", "b-1 b-2 b-1"])).toEqual([
      ...["mapping-item-repeated", "warning", "/targets/2", '"b-1" stands twice among the targets of the pair.'],
    ]);
  });

  it("has a rationale", async () => {
    const made = collection([mapping([["a-1", "subset-of", "b-1", { remarks: "" }]])], {
      provenance: { method: "human", status: "draft" } as never,
    });
    const codes = (await lintFiles({ "m.json": made })).map(({ code }) => code);
    expect(codes).toContain("mapping-no-rationale");
    expect(codes).not.toContain("mapping-pairs-unexplained");
  });
});

describe("items and their catalogs", () => {
  it("are there, are of the kind that they are called, and do not mix levels", async () => {
    const found = await lintCatalogs([
      ["a-1", "subset-of", "b-11"],
      ["a-1_smt", "equal-to", "b-1", { sources: [{ type: "control", "id-ref": "a-1_smt" }] }],
      ["a-2_smt", "equal-to", "b-2"],
    ]);
    expect(found).toEqual([
      {
        code: "mapping-levels-mixed",
        severity: "info",
        pointer: at("/maps"),
        message: "Items of the source are of two levels: 2 controls and 1 statement.",
      },
      {
        code: "mapping-reference",
        severity: "error",
        pointer: at("/maps/0/targets/0/id-ref"),
        message: 'Nothing under "controls" or "parts" in this document and what it imports is called "b-11".',
      },
      {
        code: "mapping-item-kind",
        severity: "warning",
        pointer: at("/maps/1/sources/0/type"),
        message: '"a-1_smt" is called a control, but is a statement of its catalog.',
      },
    ]);
  });

  it("are of two catalogs", async () => {
    const found = await lintCatalogs([["a-1 a-2", "equal-to", "a-1 a-2"]], {
      "target-resource": { type: "catalog", href: "./a.json" },
    });
    expect(found).toEqual([
      {
        code: "mapping-same-resource",
        severity: "warning",
        pointer: at("/target-resource/href"),
        message: 'Source and target are the same resource, "./a.json".',
      },
    ]);
  });

  it("are listed as gaps only without a pair, on both sides, and by their names", async () => {
    const found = await lintCatalogs([["a-1_smt", "subset-of", "b-1"]], {
      "source-gap-summary": gaps("a-1", "a-3", "a-2"),
    });
    expect(found).toEqual([
      {
        code: "mapping-unmentioned-controls",
        severity: "info",
        pointer: at("/target-resource"),
        message: '1 control of the target ("b") stands neither in a pair nor in a gap summary: B-2.',
      },
      {
        code: "mapping-gap-one-sided",
        severity: "info",
        pointer: at("/source-gap-summary"),
        message: "The mapping lists what of its source has no counterpart, but nothing of its target.",
      },
      {
        code: "mapping-gap-with-pair",
        severity: "error",
        pointer: at("/source-gap-summary/unmapped-controls/0/with-ids/0"),
        message: '"a-1" is listed as without counterpart, but has one in the pair of line 28.',
      },
      {
        code: "reference-control",
        severity: "error",
        pointer: at("/source-gap-summary/unmapped-controls/0/with-ids/1"),
        message: 'Nothing under "controls" in this document and what it imports is called "a-3".',
      },
    ]);
  });
});

it("lists the first ten of a kind, and counts the rest", async () => {
  const pairs = Array.from({ length: 47 }, (_, index): ShortPair => [
    `a-${String(index)}`,
    "subset-of",
    `b-${String(index)}`,
    { coverage: { "target-coverage": 1 } },
  ]);
  const host = memoryHost({ folder: "/w", files: new Map([["m.json", json(collection([mapping(pairs)]))]]) });
  const { problems, unlisted } = await lintCrosswalks({ files: ["m.json"] }, host);
  expect(unlisted).toEqual({ error: 0, warning: 37, info: 0 });
  expect(problems.filter(({ code }) => code === "mapping-coverage-unfit")).toHaveLength(10);
  expect(problems.filter(({ code }) => code === "mapping-more-findings")).toMatchObject([
    { severity: "info", pointer: at(""), message: 'This mapping has 37 more of "mapping-coverage-unfit".' },
  ]);
});

describe("what is asked for", () => {
  const host = memoryHost({
    folder: "/w",
    files: new Map([
      ["a.json", json(catalog("a-1"))],
      ["m.json", json(collection([mapping([["a-1", "equal-to", "b-1"]])]))],
    ]),
  });
  const codes = async (files: readonly string[], strict = false): Promise<unknown> => {
    const { problems, valid, others } = await lintCrosswalks({ files, strict }, host);
    return { codes: problems.map(({ code }) => code), valid, others };
  };

  it("is a collection, alone or in a folder", async () => {
    expect(await codes(["m.json"])).toEqual({ codes: [], valid: true, others: 0 });
    expect(await codes(["."])).toEqual({ codes: [], valid: true, others: 1 });
  });

  it("is not another document, a name that nothing has, or nothing at all", async () => {
    expect(await codes(["a.json", "m.json"])).toEqual({
      codes: ["not-a-mapping-collection"],
      valid: false,
      others: 0,
    });
    expect(await codes(["vendor-23"])).toEqual({ codes: ["unknown-mapping"], valid: false, others: 0 });
    expect(await codes(["gone.json"])).toEqual({ codes: ["unreadable-file"], valid: false, others: 0 });
  });
});

test("no document crashes it, whatever is wrong with it", async () => {
  const sound = collection([
    mapping(
      [
        ["a-1 a-2", "subset-of", "b-1", { coverage: { "target-coverage": 0.5 }, qualifiers: [] }],
        ["a-1", "no-relationship", "b-2"],
      ],
      { "source-gap-summary": gaps("a-3"), "target-gap-summary": gaps("b-3") },
    ),
  ]);
  for (const pointer of pointersOf(sound)) {
    for (const wrong of [null, 1, "x", [], {}, [null], [[]], { a: 1 }]) {
      const made = withValue<unknown>(sound, pointer, wrong);
      await lintFiles({ "m.json": made });
    }
  }
});

/** Pointers to everything below the root property of a document. */
function pointersOf(value: unknown, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const inner = Object.entries(value).flatMap(([key, each]) => pointersOf(each, `${pointer}/${key}`));
  return pointer.split("/").length > 2 ? [pointer, ...inner] : inner;
}
