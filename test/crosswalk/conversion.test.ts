import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { relationships } from "../../src/crosswalk/relationship.js";
import { diagnoseOscal } from "../../src/oscal/diagnose.js";
import type { Mapping, MappingCollection, MappingEntry } from "../../src/oscal/model.js";
import { readOscal } from "../../src/oscal/read.js";
import { convertCrosswalk, type ConvertCrosswalkRequest } from "../../src/runs/convert-crosswalk.js";
import { lintCrosswalks } from "../../src/runs/lint-crosswalks.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { nistValidators } from "../oscal/nist-schema.js";
import { hasStandard, projectPath } from "../support/project.js";
import { catalog } from "./collection.js";

const files = (table: string): Map<string, string> =>
  new Map([
    ["a.json", JSON.stringify(catalog("a-1 a-2 a-3"))],
    ["b.json", JSON.stringify(catalog("b-1 b-2 b-3"))],
    ["pairs.csv", table],
  ]);
const base = { file: "pairs.csv", source: "./a.json", target: "./b.json", asOf: "2026-11-01T00:00:00Z" };

interface Converted {
  readonly problems: readonly Diagnostic[];
  readonly collection: MappingCollection | undefined;
}

async function convert(table: string, more: Partial<ConvertCrosswalkRequest> = {}): Promise<Converted> {
  const { problems, text } = await convertCrosswalk(
    { ...base, ...more },
    memoryHost({ folder: "/w", files: files(table) }),
  );
  const document = text === undefined ? undefined : (JSON.parse(text) as { "mapping-collection": MappingCollection });
  return { problems, collection: document?.["mapping-collection"] };
}

async function mappingOf(table: string, more: Partial<ConvertCrosswalkRequest> = {}): Promise<Mapping> {
  const { collection, problems } = await convert(table, more);
  expect(problems).toEqual([]);
  const [mapping] = [collection?.mappings ?? []].flat();
  if (mapping === undefined) throw new Error("no mapping");
  return mapping;
}

/** The first problem: its code, its place and what to do. */
async function fault(table: string, more: Partial<ConvertCrosswalkRequest> = {}): Promise<unknown> {
  const { problems, collection } = await convert(table, more);
  expect(collection).toBeUndefined();
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ code, line, column, message, fix }) => ({ code, at: `${String(line)}:${String(column)}`, message, fix }));
}

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/) as unknown;

describe("a table", () => {
  const table = [
    "Target ID,Source ID,Relationship,Strength,Coverage,Provenance,Confidence,Matching rationale,Comments",
    'B-1,A-1,Subset of,7,,scf; olir,high,semantic,"Why, and ""how"""',
    "b-2 ; B-3,a-2,superset,,80%,,0.9,,",
    "B-3,,,,,,,,",
    "",
  ].join("\n");

  it("becomes a mapping collection", async () => {
    const { collection } = await convert(table, { title: "Ours and theirs", version: "2.0", statements: true });
    const ns = "https://aims-as-code.org/ns/oscal";
    expect(collection).toEqual({
      uuid,
      metadata: {
        title: "Ours and theirs",
        "last-modified": "2026-11-01T00:00:00Z",
        version: "2.0",
        "oscal-version": "1.2.2",
      },
      provenance: {
        method: "human",
        "matching-rationale": "functional",
        status: "draft",
        "mapping-description": "Pairs of C and C, written as a table.",
      },
      mappings: [
        {
          uuid,
          "source-resource": { type: "catalog", href: "a.json" },
          "target-resource": { type: "catalog", href: "b.json" },
          maps: [
            {
              uuid,
              "matching-rationale": "semantic",
              relationship: "subset-of",
              sources: [{ type: "statement", "id-ref": "a-1_smt" }],
              targets: [{ type: "statement", "id-ref": "b-1_smt" }],
              "confidence-score": { category: "high" },
              props: [
                { name: "strength", ns, value: "7" },
                { name: "provenance", ns, value: "scf" },
                { name: "provenance", ns, value: "olir" },
              ],
              remarks: 'Why, and \\"how\\"',
            },
            {
              uuid,
              relationship: "superset-of",
              sources: [{ type: "statement", "id-ref": "a-2_smt" }],
              targets: [
                { type: "statement", "id-ref": "b-2_smt" },
                { type: "statement", "id-ref": "b-3_smt" },
              ],
              "confidence-score": { percentage: 0.9 },
              coverage: { "target-coverage": 0.8 },
            },
          ],
          "target-gap-summary": { uuid, "unmapped-controls": [{ "with-ids": ["b-3"] }] },
        },
      ],
    });
  });

  it("is read with semicolons, CRLF and a byte order mark, too", async () => {
    const plain = "Source,Relationship,Target,Coverage\na-1,equal-to,b-1,1\na-2;a-3,intersects,b-2,0.5\n";
    const other =
      '\uFEFFsource;RELATIONSHIP;"Target";coverage\r\na-1;equal-to;b-1;1\r\n"a-2;a-3";intersects;b-2;0,5\r\n;;;\r\n';
    expect(await mappingOf(other)).toEqual(await mappingOf(plain));
  });

  it("lists what has no pair where that is asked for", async () => {
    const { "source-gap-summary": source, "target-gap-summary": target } = await mappingOf(
      "Source,Relationship,Target\na-2,equal-to,b-1\na-1,no relationship,b-2\n",
      { gaps: true },
    );
    expect(source?.["unmapped-controls"]).toEqual([{ "with-ids": ["a-1", "a-3"] }]);
    expect(target?.["unmapped-controls"]).toEqual([{ "with-ids": ["b-2", "b-3"] }]);
  });

  it("may have columns of other names", async () => {
    const { maps } = await mappingOf("Ours,How,Theirs\na-1,equal,b-1\n", {
      columns: { source: "ours", relationship: "How", target: "Theirs" },
    });
    expect(maps).toHaveLength(1);
  });

  it("of NIST's informative references has its rationale in a column of that name", async () => {
    const [map] = (
      await mappingOf(
        "Focal Document Element,Rationale,Relationship,Reference Document Element,Comments (optional)\na-1,Semantic,intersects with,b-1,Both.\n",
      )
    ).maps;
    expect(map).toMatchObject({ "matching-rationale": "semantic", remarks: "Both." });
    const [other] = (await mappingOf("Source,Rationale,Relationship,Target\na-1,Both.,equal,b-1\n")).maps;
    expect(other).toMatchObject({ remarks: "Both." });
  });

  it("of compliance-trestle has a row of descriptions, and blanks between ids", async () => {
    const header = "$$Source_Resource,$$Target_Resource,$$Map_Source_ID_Ref_list,$$Map_Target_ID_Ref_list";
    const { maps, "source-gap-summary": gaps } = await mappingOf(
      [
        `${header},$$Map_Relationship,$Map_Confidence_Score,$Map_Coverage`,
        "A resource,A resource,Ids,Ids,A word,A share,A share",
        "x/a.json,x/b.json,a-1,b-1 b-2,superset-of,100%,85%",
        "x/a.json,x/b.json,a-2,,,,",
      ].join("\n"),
    );
    expect(maps).toEqual([
      {
        uuid,
        relationship: "superset-of",
        sources: [{ type: "control", "id-ref": "a-1" }],
        targets: ["b-1", "b-2"].map((id) => ({ type: "control", "id-ref": id })),
        "confidence-score": { percentage: 1 },
        coverage: { "target-coverage": 0.85 },
      },
    ]);
    expect(gaps?.["unmapped-controls"]).toEqual([{ "with-ids": ["a-2"] }]);
    expect(
      await fault(
        `${header},$$Map_Relationship\nd,d,d,d,d\na.json,b.json,a-1,b-1,equal-to\na.json,c.json,a-2,b-1,equal-to\n`,
      ),
    ).toMatchObject([{ code: "mapping-table-resources", at: "4:8" }]);
  });

  it("becomes YAML or XML by the ending of the file, and is no file that was read", async () => {
    const host = memoryHost({ folder: "/w", files: files("Source,Relationship,Target\na-1,equal-to,b-1\n") });
    for (const out of ["out/m.yaml", "m.xml"]) {
      const { problems, file } = await convertCrosswalk({ ...base, out }, host);
      expect(problems).toEqual([]);
      const written = host.written.get(`/w/${out}`);
      expect(file).toBe(`/w/${out}`);
      const { document } = await readOscal(written ?? new Uint8Array(), out);
      expect(document && (await diagnoseOscal(document))).toEqual([]);
      expect(JSON.stringify(document?.value)).toContain(out.startsWith("out/") ? '"../a.json"' : '"a.json"');
    }
    const { problems } = await convertCrosswalk({ ...base, out: "pairs.csv" }, host);
    expect(problems).toMatchObject([{ code: "output-conflict" }]);
  });
});

describe("a table that cannot be used", () => {
  const header = "Source,Target,Relationship,Strength,Coverage,Confidence,Matching Rationale\n";

  it("names a control that its catalog does not have", async () => {
    expect(await fault(`${header}a-1,"b-1; b-22",equal-to,,,,\n`)).toEqual([
      {
        code: "mapping-table-control",
        at: "2:5",
        message: 'The catalog of "C" has no control or statement "b-22".',
        fix: 'Did you mean "B-2"?',
      },
    ]);
  });

  it("has a word for a relationship that is none, or none at all", async () => {
    const rows = "a-1,b-1,subst of,,,,\na-2,b-1,,,,,\na-3,,equal,,,,\n";
    expect(await fault(`${header}${rows}`)).toMatchObject([
      {
        code: "mapping-table-relationship",
        at: "2:9",
        fix: expect.stringMatching(/^Did you mean "subset-of"\?/) as unknown,
      },
      { code: "mapping-table-relationship", at: "3:9", message: "The row has no relationship." },
      { code: "mapping-table-side", at: "4:5", message: "The row has no target, but a relationship." },
    ]);
  });

  it("has values that are none", async () => {
    expect(await fault(`${header}a-1,b-1,equal,11,1.5,sure,exact\n`)).toEqual(
      [
        ["2:15", "11", "Strength", "a whole number from 1 to 10"],
        ["2:18", "1.5", "Coverage", "a share such as 0.8 or 80%"],
        ["2:22", "sure", "Confidence", "high, medium, low, unspecified, or a share such as 0.8"],
        ["2:27", "exact", "Matching Rationale", "syntactic, semantic or functional"],
      ].map(([at, value = "", column = "", expected = ""]) => ({
        code: "mapping-table-value",
        at,
        message: `"${value}" is not allowed in the column "${column}".`,
        fix: `Write ${expected}, or leave the cell blank.`,
      })),
    );
  });

  it("relates the same twice, or nothing", async () => {
    expect(await fault(`${header}a-1;a-2,b-1,equal,,,,\na-2;a-1,b-1,subset,,,,\n`)).toMatchObject([
      { code: "mapping-table-pair-twice", at: "3:1" },
    ]);
    expect(await fault(`${header}a-1,,,,,,\n`)).toMatchObject([{ code: "mapping-table-without-pairs" }]);
    expect(await fault("Source,Target,Relationship\n")).toMatchObject([{ code: "no-records" }]);
    expect(await fault("Source,Target,Relationship\na-1,b-1\n")).toMatchObject([{ code: "too-few-fields" }]);
  });

  it("has columns that cannot be told", async () => {
    expect(await fault("Source,From,Target\na-1,a-1,b-1\n")).toEqual([
      {
        code: "mapping-table-column",
        at: "1:8",
        message: 'The columns "Source" and "From" both hold the source.',
        fix: "Say which one counts with --columns source=NAME, or rename the other.",
      },
      {
        code: "mapping-table-column",
        at: "1:1",
        message: "No column of the header holds the relationship.",
        fix: 'Call one "Relationship", "STRM Relationship", or name it with --columns relationship=NAME.',
      },
    ]);
    const columns = { source: "Ourz" };
    expect(await fault("Ours,Target,Relation\na-1,b-1,equal\n", { columns })).toMatchObject([
      { code: "mapping-table-column", fix: 'Did you mean "Ours"?' },
    ]);
  });

  it("names a catalog that is not there", async () => {
    expect(await fault(header, { source: "iso-42002" })).toMatchObject([{ code: "unknown-catalog" }]);
  });
});

test("a table is checked as the collection that it becomes, at its own places", async () => {
  const table =
    "Source,Target,Relationship,Coverage\na-1,b-1,subset,\na-2,b-1,superset,0.4\na-2,b-2,equal,\na-1,b-2,superset,\n";
  const host = memoryHost({ folder: "/w", files: files(table) });
  const { problems } = await lintCrosswalks(
    { files: ["pairs.csv"], table: { source: "./a.json", target: "./b.json" } },
    host,
  );
  expect(
    problems
      .filter(({ severity }) => severity !== "info")
      .map(({ code, line, column, frame }) => ({ code, line, column, frame })),
  ).toEqual([
    {
      code: "mapping-cycle",
      line: 2,
      column: 1,
      frame: "1 | Source,Target,Relationship,Coverage\n2 | a-1,b-1,subset,\n  | ^",
    },
    {
      code: "mapping-coverage-unfit",
      line: 3,
      column: 18,
      frame: "2 | a-1,b-1,subset,\n3 | a-2,b-1,superset,0.4\n  |                  ^",
    },
  ]);
  const alone = await lintCrosswalks({ files: ["pairs.csv"] }, host);
  expect(alone.problems).toMatchObject([{ code: "mapping-table-catalogs" }]);
});

describe("any table", () => {
  const ids = (letter: string): fc.Arbitrary<string[]> =>
    fc
      .uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1 })
      .map((all) => all.map((each) => `${letter}-${String(each)}`));
  const row = fc.record({
    source: ids("a"),
    target: ids("b"),
    relationship: fc.constantFrom(...relationships),
    strength: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    remarks: fc.string({
      maxLength: 12,
      unit: fc.constantFrom("a", "b", ",", ";", '"', "*", " ", "#", "1", ".", "-", "é"),
    }),
  });
  const rows = fc.uniqueArray(row, {
    minLength: 1,
    maxLength: 8,
    selector: ({ source, target }) => JSON.stringify([[...source].sort(), [...target].sort()]),
  });
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const tableOf = (all: readonly (typeof rows extends fc.Arbitrary<(infer Row)[]> ? Row : never)[]): string =>
    [
      "Source,Target,Relationship,Strength,Remarks",
      ...all.map(({ source, target, relationship, strength, remarks }) =>
        [source.join(";"), target.join("; "), relationship, String(strength ?? ""), remarks].map(cell).join(","),
      ),
    ].join("\n");
  const said = ({ sources, targets, relationship, props }: MappingEntry): unknown => [
    ...[sources, targets].map((items) => items.map(({ "id-ref": id }) => id)),
    ...[relationship, props?.[0]?.value],
  ];

  it("says in OSCAL what its rows say, and is valid", async () => {
    const nist = hasStandard ? nistValidators()["mapping-collection"] : undefined;
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const { collection } = await convert(tableOf(all), { gaps: true });
        const value = { "mapping-collection": collection };
        const { document } = await readOscal(Buffer.from(JSON.stringify(value)), "m.json");
        expect(document && (await diagnoseOscal(document))).toEqual([]);
        if (nist !== undefined) expect([nist(value), nist.errors]).toEqual([true, null]);
        const [mapping] = [collection?.mappings ?? []].flat();
        expect(mapping?.maps.map(said)).toEqual(
          all.map(({ source, target, relationship, strength }) => [
            ...[source, target, relationship],
            strength === undefined ? undefined : String(strength),
          ]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("has the same pairs with the same uuids in whatever order its rows are", async () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([one, other]) => {
        const [a, b] = [await convert(tableOf(one)), await convert(tableOf(other))];
        const sorted = ({ collection }: Converted): unknown => {
          const [mapping] = [collection?.mappings ?? []].flat();
          return { ...collection, mappings: [...(mapping?.maps ?? [])].sort((x, y) => (x.uuid < y.uuid ? -1 : 1)) };
        };
        expect(sorted(a)).toEqual(sorted(b));
      }),
      { numRuns: 30 },
    );
  });
});

test("the pairs of a shipped collection come back from a table of them", async () => {
  const shipped = JSON.parse(readFileSync(projectPath("catalog/mappings/iso-42001-to-nist-ai-rmf.json"), "utf8")) as {
    "mapping-collection": MappingCollection;
  };
  const [mapping] = [shipped["mapping-collection"].mappings].flat();
  const said = ({ sources, targets, relationship, props = [] }: MappingEntry): unknown => [
    ...[sources, targets].map((items) => items.map(({ type, "id-ref": id }) => [type, id])),
    ...[relationship, props.find(({ name }) => name === "strength")?.value],
  ];
  const rows = (mapping?.maps ?? []).map(({ sources, targets, relationship, props = [] }) =>
    [
      ...[sources, targets].map((items) => items.map(({ "id-ref": id }) => id).join(";")),
      ...[relationship, props.find(({ name }) => name === "strength")?.value ?? ""],
    ].join(","),
  );
  const table = ["source,target,relationship,strength", ...rows].join("\n");
  const host = memoryHost({ folder: projectPath("."), files: new Map([["pairs.csv", table]]) });
  const { text, problems } = await convertCrosswalk({ ...base, source: "iso-42001", target: "nist-ai-rmf" }, host);
  expect(problems).toEqual([]);
  const made = JSON.parse(text ?? "") as typeof shipped;
  const [again] = [made["mapping-collection"].mappings].flat();
  expect(again?.["source-resource"].href).toBe("aims:catalog/iso-42001");
  expect(again?.maps.map(said)).toEqual(mapping?.maps.map(said));
});
