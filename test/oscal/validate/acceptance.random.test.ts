import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isAccepted, valueTest } from "../../../src/oscal/validate/acceptance/acceptance.js";
import { acceptanceTables } from "../../../src/oscal/validate/generated/acceptance-tables.js";
import { models } from "../../../src/oscal/validate/generated/validators.js";
import { hasStandard, projectPath, readJson, standard, withoutStandard, type Json } from "../../support/project.js";
import { arbitraryDocument, rootModels } from "../arbitrary-document.js";
import { awkwardText } from "../arbitrary-text.js";
import { publishedDocuments } from "../published-documents.js";
import { runs } from "../../support/runs.js";

/** The verdict of the validators, which are the judge here. */
function isValid(document: unknown): boolean {
  const [root = ""] = Object.keys(document as object).filter((key) => key in models);
  return models[root]?.validate(document) === true;
}

/** Without IPv6 addresses in URIs, which are left to the validators. */
const documentOf = (root: string): fc.Arbitrary<Json> =>
  arbitraryDocument(root).map(
    (document) => JSON.parse(JSON.stringify(document).replaceAll(/\[[\da-f:]+\]/g, "host")) as Json,
  );

/** One change somewhere in a document, most of which make it invalid. */
function changed(document: Json, seed: number): Json {
  const copy = structuredClone(document);
  const places: { holder: Record<string, Json>; key: string }[] = [];
  const open: Json[] = [copy];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const holder = value as Record<string, Json>;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      open.push(holder[key] ?? null);
    }
  }
  const place = places[seed % places.length];
  if (place === undefined) return copy;
  const { holder, key } = place;
  const others: Json[] = [
    "",
    " x",
    "x\ny",
    "é",
    "-1",
    0,
    -1,
    1.5,
    null,
    true,
    [],
    {},
    [{}],
    ["a"],
    { a: 1 },
    "1a",
    "a:b",
    "#x",
    "é@x",
  ];
  const change = Math.floor(seed / places.length) % (others.length + 4);
  const value = holder[key] ?? null;
  if (change < others.length) holder[key] = others[change] ?? null;
  else if (change === others.length) Reflect.deleteProperty(holder, key);
  else if (change === others.length + 1) holder[`${key}s`] = value;
  else if (change === others.length + 2) holder[key] = [value];
  else holder[key] = Array.isArray(value) ? (value[0] ?? null) : `${JSON.stringify(value)} `;
  return copy;
}

describe("a document is accepted where the validators find it valid, and only there", () => {
  it.each(rootModels)("%s: random documents", (root) => {
    fc.assert(
      fc.property(documentOf(root), (document) => {
        expect(isValid(document)).toBe(true);
        expect(isAccepted(document)).toBe(true);
        expect(isAccepted({ $schema: "https://example.org/s.json", ...(document as object) })).toBe(true);
      }),
      { seed: 42, numRuns: runs(3, 60) },
    );
  });

  it.each(rootModels)("%s: random documents with one change", (root) => {
    let [valid, invalid] = [0, 0];
    const count = runs(60, 400);
    fc.assert(
      fc.property(documentOf(root), fc.nat(), (document, seed) => {
        const other = changed(document, seed);
        const expected = isValid(other);
        if (expected) valid += 1;
        else invalid += 1;
        expect(isAccepted(other)).toBe(expected);
      }),
      { seed: 42, numRuns: count },
    );
    expect(invalid).toBeGreaterThan(count / 8);
    expect(valid).toBeGreaterThan(count / 80);
  });

  it.skipIf(!hasStandard)(`the published documents${hasStandard ? "" : ` (${withoutStandard})`}`, () => {
    const files = publishedDocuments.map((file) => readJson(join(standard, file)));
    const documents = files.filter((value) => rootModels.some((root) => Object.hasOwn(value as object, root)));
    expect(documents.length).toBeGreaterThan(10);
    expect(documents.map(isAccepted)).toEqual(documents.map(isValid));
  });

  it("the shipped catalog, and values that are not documents", () => {
    const catalog = readJson(projectPath("catalog/iso-42001.json"));
    expect(isAccepted(catalog)).toBe(true);
    const none = [null, [], "catalog", {}, { $schema: "s" }, { ...(catalog as object), profile: {} }, { catalog: [] }];
    expect(none.filter(isAccepted)).toEqual([]);
    expect(isAccepted({ $schema: "a b", ...(catalog as object) })).toBe(false);
    expect(isAccepted(JSON.parse('{"catalog":{"__proto__":{},"uuid":"x"}}'))).toBe(false);
  });

  it("says so where a document is nested too deeply for it", () => {
    let part: Json = { name: "item" };
    for (let depth = 0; depth < 20_000; depth += 1) part = { name: "item", parts: [part] };
    const { catalog } = readJson(projectPath("catalog/iso-42001.json")) as { catalog: Record<string, Json> };
    const deep = { catalog: { ...catalog, groups: [{ title: "T", parts: [part] }] } };
    expect(() => isAccepted(deep)).toThrow(RangeError);
  });
});

describe("a value is accepted by its datatype as the schema has it", () => {
  /** By datatype, its name in the schemas. */
  const names: Readonly<Record<string, string>> = { date: "CalendarDate", string: "Text" };
  const definitions = Object.assign(
    {},
    ...rootModels.map(
      (root) => (readJson(projectPath(`schemas/oscal/${root}.schema.json`)) as { $defs: object }).$defs,
    ),
  ) as Record<string, object>;
  const ajv = new Ajv2020({ strict: false, strictNumbers: true });
  formats.default(ajv);
  const datatypes = Object.keys(acceptanceTables.datatypes);

  function testsOf(datatype: string): {
    accepts: (value: unknown) => boolean;
    isValidValue: (value: unknown) => boolean;
  } {
    const pascal = datatype.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
    const definition = definitions[names[datatype] ?? pascal];
    const row = acceptanceTables.datatypes[datatype];
    if (row === undefined || definition === undefined) throw new Error(`No schema for ${datatype}`);
    return { accepts: valueTest(datatype, row), isValidValue: ajv.compile({ ...definition, $defs: definitions }) };
  }

  const uuid = "6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64";
  const pieces = [
    ...Array.from("aZ_.-1+= \t\n\u2028\u00a0é日\ud800/:@?#[]%(!"),
    ...["😀", "//", "..", "%41", "http://", "mailto:", "example.org", "a@b.org", uuid, "YQ=="],
    ...[
      "19",
      "20",
      "24",
      "2026",
      "-02-29",
      "-02-28",
      "-04-30",
      "-04-31",
      "-12-31",
      "T00:00:00",
      "T23:59:60",
      "T24:00:00",
    ],
    ...["Z", "+14:00", "-05:00", "+05:45", ".5"],
  ];
  const dates = fc
    .tuple(
      fc.constantFrom("19", "1999", "2000", "2024", "2026", "2100", "3000"),
      fc.constantFrom("-02-28", "-02-29", "-02-30", "-04-30", "-04-31", "-12-31", "-13-01", "-1-1"),
      fc.constantFrom("", "T00:00:00", "T23:59:59.123", "T23:59:60", "T24:00:00", "t00:00:00", "T00:00"),
      fc.constantFrom("", "Z", "z", "+14:00", "-05:00", "+05:45", "-02:30", "+15:00"),
    )
    .map((parts) => parts.join(""));
  const text = fc.oneof(
    awkwardText,
    fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join("")),
    fc.constantFrom(uuid, uuid.toUpperCase(), uuid.replace("-4", "-6")),
  );
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 0, 1, 1.5, -1, 2 ** 53, NaN, Infinity));
  const value: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 2, arbitrary: dates },
    { weight: 1, arbitrary: number },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined, true, {}, [], ["a"]) },
  );

  it.each(datatypes)("%s", (datatype) => {
    const { accepts, isValidValue } = testsOf(datatype);
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(value, (each) => {
        const valid = isValidValue(each);
        if (accepts(each)) {
          accepted += 1;
          expect({ each, valid }).toEqual({ each, valid: true });
        } else {
          refused += 1;
          if (datatype !== "uri") expect({ each, valid }).toEqual({ each, valid: false });
        }
      }),
      { seed: 42, numRuns: runs(2000, 8000) },
    );
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });

  it("long runs of what a form allows, with an end that it does not", () => {
    const length = 2_000;
    const hostile = ["../", "./", "a/", "a", "a.", " ", "http://a@", "%41", "#", "-", "a@"].flatMap((piece) => [
      `${piece.repeat(length / piece.length)}\n`,
      `${piece.repeat(length / piece.length)}[`,
      `http://${piece.repeat(length / piece.length)}[`,
    ]);
    for (const datatype of datatypes) {
      const { accepts, isValidValue } = testsOf(datatype);
      // The form of an e-mail address is the validators' own.
      if (datatype === "email-address") continue;
      const accepted = hostile.filter(accepts);
      expect([datatype, accepted.length]).toEqual([datatype, accepted.filter(isValidValue).length]);
    }
  });

  it("URIs as people write them", () => {
    const { accepts } = testsOf("uri");
    const uris = [`urn:uuid:${uuid}`, "mailto:a@example.org", "https://example.org/a%20b?x=1&y=2#part-1"];
    const written = ["https://example.org/ns/oscal", "http://csrc.nist.gov/ns/oscal/1.0", ...uris];
    expect([...written, "https://doi.org/10.6028/NIST.SP.800-53r5"].filter((uri) => !accepts(uri))).toEqual([]);
    expect(["example.org", "a b:c", "https://example.org/a b", ":x", "x:"].filter(accepts)).toEqual([]);
  });
});
