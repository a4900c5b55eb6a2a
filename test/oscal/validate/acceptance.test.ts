import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isAccepted } from "../../../src/oscal/validate/acceptance.js";
import { acceptanceTables } from "../../../src/oscal/validate/acceptance-tables.generated.js";
import { valueTest } from "../../../src/oscal/validate/accepted-text.js";
import { models } from "../../../src/oscal/validate/validators.generated.js";
import { arbitraryDocument, rootModels } from "../arbitrary-document.js";
import { awkwardText } from "../arbitrary-text.js";
import { hasStandard, jsonFiles, projectPath, readJson, standard, withoutStandard, type Json } from "../json.js";

/** What the validators say, which are the judge here. */
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
      { seed: 42, numRuns: 60 },
    );
  });

  it.each(rootModels)("%s: random documents with one change", (root) => {
    let [valid, invalid] = [0, 0];
    fc.assert(
      fc.property(documentOf(root), fc.nat(), (document, seed) => {
        const other = changed(document, seed);
        const expected = isValid(other);
        if (expected) valid += 1;
        else invalid += 1;
        expect(isAccepted(other)).toBe(expected);
      }),
      { seed: 42, numRuns: 400 },
    );
    expect(invalid).toBeGreaterThan(50);
    expect(valid).toBeGreaterThan(5);
  });

  it.skipIf(!hasStandard)(`the published documents${hasStandard ? "" : ` (${withoutStandard})`}`, () => {
    const files = jsonFiles("content").map((file) => readJson(join(standard, file)));
    const documents = files.filter((value) => rootModels.some((root) => Object.hasOwn(value as object, root)));
    expect(documents.length).toBeGreaterThan(10);
    expect(documents.map(isAccepted)).toEqual(documents.map(isValid));
  });

  it("the shipped catalog, and what is no document", () => {
    const catalog = readJson(projectPath("catalog/iso-42001.json"));
    expect(isAccepted(catalog)).toBe(true);
    const none = [null, [], "catalog", {}, { $schema: "s" }, { ...(catalog as object), profile: {} }, { catalog: [] }];
    expect(none.filter(isAccepted)).toEqual([]);
    expect(isAccepted({ $schema: "a b", ...(catalog as object) })).toBe(false);
    expect(isAccepted(JSON.parse('{"catalog":{"__proto__":{},"uuid":"x"}}'))).toBe(false);
  });

  it("says so where a document is nested too deeply for it", () => {
    let part: Json = { name: "item" };
    for (let depth = 0; depth < 100_000; depth += 1) part = { name: "item", parts: [part] };
    const { catalog } = readJson(projectPath("catalog/iso-42001.json")) as { catalog: Record<string, Json> };
    const deep = { catalog: { ...catalog, groups: [{ title: "T", parts: [part] }] } };
    expect(() => isAccepted(deep)).toThrow(RangeError);
  });
});

describe("a value is accepted by its datatype as the schema has it", () => {
  const schema = readJson(projectPath("schemas/oscal/system-security-plan.schema.json")) as {
    $defs: Record<string, Json>;
  };
  const names: Readonly<Record<string, string>> = {
    "date-time-with-timezone": "DateTimeWithTimezone",
    "email-address": "EmailAddress",
    "markup-line": "MarkupLine",
    string: "Text",
    token: "Token",
    uri: "Uri",
    "uri-reference": "UriReference",
    uuid: "Uuid",
  };
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const uuid = "6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64";
  const pieces = [
    "a",
    "Z",
    "_",
    ".",
    "-",
    "1",
    " ",
    "\t",
    "\n",
    "\u2028",
    "\u00a0",
    "é",
    "日",
    "😀",
    "\ud800",
    "/",
    "//",
    ":",
    "@",
    "?",
    "#",
  ];
  const more = [
    "[",
    "]",
    "%",
    "%41",
    "(",
    "http://",
    "mailto:",
    "example.org",
    "a@b.org",
    "2026-02-29T00:00:00Z",
    "2024-02-29T23:59:60Z",
    "T",
    "Z",
    uuid,
  ];
  const text = fc.oneof(
    awkwardText,
    fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 6 }).map((parts) => parts.join("")),
    fc.constantFrom(
      "2026-04-14T09:00:00Z",
      "2026-04-14T09:00:00.5-05:00",
      "2026-04-14T24:00:00Z",
      "2026-04-14T09:00:00+14:00",
      uuid,
      uuid.toUpperCase(),
    ),
  );

  it.each(Object.keys(names))("%s", (datatype) => {
    const row = acceptanceTables.datatypes[datatype];
    if (row === undefined) throw new Error(datatype);
    const accepts = valueTest(datatype, row);
    const isValidValue = ajv.compile({ ...(schema.$defs[names[datatype] ?? ""] as object), $defs: schema.$defs });
    let accepted = 0;
    fc.assert(
      fc.property(text, (value) => {
        const valid = isValidValue(value);
        if (accepts(value)) {
          accepted += 1;
          expect(valid).toBe(true);
        } else if (datatype !== "uri") expect(valid).toBe(false);
      }),
      { seed: 42, numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(0);
    expect([1, null, undefined, {}, []].filter(accepts)).toEqual([]);
  });

  it("URIs as people write them", () => {
    const row = acceptanceTables.datatypes["uri"];
    if (row === undefined) throw new Error("uri");
    const accepts = valueTest("uri", row);
    const uris = [
      "https://example.org/ns/oscal",
      "http://csrc.nist.gov/ns/oscal/1.0",
      "urn:uuid:" + uuid,
      "mailto:a@example.org",
    ];
    const written = [...uris, "https://example.org/a%20b?x=1&y=2#part-1", "https://doi.org/10.6028/NIST.SP.800-53r5"];
    expect(written.filter((uri) => !accepts(uri))).toEqual([]);
    expect(["example.org", "a b:c", "https://example.org/a b", ":x", "x:"].filter(accepts)).toEqual([]);
  });
});
