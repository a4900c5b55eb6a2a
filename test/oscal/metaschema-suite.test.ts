/** The Metaschema language's own test suite through the generator, the schemas and the codec: metaschemas, and documents that pass or fail. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, test, vi } from "vitest";
import { codecTablesModule } from "../../scripts/oscal/codec-tables.js";
import { modelSchema } from "../../scripts/oscal/json-schema.js";
import { buildModel, type Model } from "../../scripts/oscal/model.js";
import type { toXml as ToXmlFunction } from "../../src/oscal/codec/to-xml.js";
import type { xmlToJson as XmlToJson } from "../../src/oscal/codec/from-xml.js";
import { readXml } from "../support/xml.js";
import { readJson, standard, type Json } from "../support/project.js";

type Properties = Readonly<Record<string, Json>>;

const folder = join(standard, "metaschema-lang", "test-suite", "schema-generation");
const hasSuite = existsSync(folder);

/**
 * Metaschemas with what no OSCAL model uses: where the generator refuses them, in which words, and why that is right.
 * A metaschema that one stage refuses does not reach the next ones.
 */
const refused: readonly { metaschema: string; stage: "model" | "schema"; says: RegExp; reason: string }[] = [
  {
    metaschema: "allowed-values/allowed-values-basic",
    stage: "schema",
    says: /closed list of numbers is not understood/,
    reason: "lists the numbers that a flag can take; no number in OSCAL has a list",
  },
  {
    metaschema: "datatypes/datatypes-prose",
    stage: "schema",
    says: /a field with flags needs a key for its value/,
    reason: "has fields with flags and no json-value-key; each of OSCAL's names its key",
  },
  {
    metaschema: "flag/flag-basic",
    stage: "schema",
    says: /closed list of numbers is not understood/,
    reason: "lists the decimals that a flag can take; no number in OSCAL has a list",
  },
  {
    metaschema: "flag/flag-override",
    stage: "schema",
    says: /a field with flags needs a key for its value/,
    reason: "has fields with flags and no json-value-key; each of OSCAL's names its key",
  },
  {
    metaschema: "group-as/group-as-array-invalid-max",
    stage: "model",
    says: /group-as and max-occurs do not fit/,
    reason: "is wrong, and the suite wants it refused: one value at most, and yet a group",
  },
  {
    metaschema: "group-as/group-as-by-key",
    stage: "model",
    says: /<json-key> is not understood|in-json="BY_KEY" is not understood/,
    reason: "has a group that is an object by key; every group in OSCAL is an array",
  },
  {
    metaschema: "group-as/group-as-misc",
    stage: "model",
    says: /<json-key> is not understood|in-json="BY_KEY" is not understood/,
    reason: "has a group that is an object by key; every group in OSCAL is an array",
  },
  {
    metaschema: "json-value-key/json-value-key-field",
    stage: "model",
    says: /<json-value-key-flag> is not understood/,
    reason: "takes a flag's value for the name of the property; OSCAL names it in the metaschema",
  },
];

/** Documents whose verdict in the suite is not ours. */
const disputed: Readonly<Record<string, string>> = {
  "group-as/group-as-singleton-or-array-optional_test_invalid-array-singleton_FAIL.json":
    "an array of one where a bare value is possible is refused here, but taken by the schema that the suite itself expects, and by NIST's schema of OSCAL",
};

/** Documents that our schemas take, and that the codec does not convert. */
const notConverted: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "datatypes/datatypes-uri_test_valid_PASS.json",
    "group-as/group-as-singleton-or-array-optional_test_valid-singleton_PASS.json",
    "group-as/group-as-singleton-or-array_test_singleton_PASS.json",
  ].map((name) => [
    name,
    "a text stands bare in the place of an array; in OSCAL only the mappings can be bare, and each is an object",
  ]),
);

const files = hasSuite
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => !name.includes("target/"))
      .sort()
  : [];
const metaschemas = files
  .filter((name) => name.endsWith("_metaschema.xml"))
  .map((name) => name.replace(/_metaschema\.xml$/, ""));
const instances = files.filter((name) => /_(?:PASS|FAIL)\.(?:json|xml)$/.test(name));

afterAll(() => {
  vi.doUnmock("../../src/oscal/codec/generated/codec-tables.js");
});

describe.skipIf(!hasSuite)("the metaschema language's suite (needs ../shared/oscal)", () => {
  test("is the one that this test knows", () => {
    expect({
      metaschemas: metaschemas.length,
      pass: instances.filter((name) => name.includes("_PASS.")).length,
      fail: instances.filter((name) => name.includes("_FAIL.")).length,
      withoutMetaschema: instances.filter((name) => !metaschemas.includes(metaschemaOf(name))),
      unknown: [
        ...refused.map(({ metaschema }) => metaschema).filter((name) => !metaschemas.includes(name)),
        ...[...Object.keys(disputed), ...Object.keys(notConverted)].filter((name) => !instances.includes(name)),
      ],
    }).toEqual({ metaschemas: 27, pass: 30, fail: 22, withoutMetaschema: [], unknown: [] });
  });

  describe.each(refused)("$metaschema is refused: it $reason", ({ metaschema, stage, says }) => {
    test(`by the ${stage}`, () => {
      if (stage === "model") expect(() => model(metaschema)).toThrow(says);
      else expect(() => schemas(model(metaschema))).toThrow(says);
    });
  });

  // The codec has nothing to do with lists of values.
  const listed = refused
    .filter(({ says }) => says.source.startsWith("closed list"))
    .map(({ metaschema }) => metaschema);
  const ofListed = instances.filter((name) => listed.includes(metaschemaOf(name)) && name.includes("_PASS."));

  test.each(ofListed)("%s survives, although the schema of its metaschema is refused", async (name) => {
    const built = model(metaschemaOf(name));
    await (name.endsWith(".json") ? expectJsonSurvives(built, name) : expectXmlSurvives(built, name));
  });

  const understood = metaschemas.filter((name) => !refused.some(({ metaschema }) => metaschema === name));

  describe.each(understood)("%s", (metaschema) => {
    const own = instances.filter((name) => metaschemaOf(name) === metaschema && !Object.hasOwn(disputed, name));

    test("becomes a model, a schema and tables of the codec", async () => {
      const built = model(metaschema);
      // A module without a root has no documents.
      expect(Object.keys(built.roots)).toHaveLength(metaschema.endsWith("/module") ? 0 : 1);
      schemas(built);
      await codec(built);
    });

    test.each(own.filter((name) => name.endsWith("_PASS.json")))("%s is valid, and survives XML", async (name) => {
      const built = model(metaschema);
      expect(errors(built, readDocument(name))).toEqual([]);
      await expectJsonSurvives(built, name);
    });

    test.each(own.filter((name) => name.endsWith("_FAIL.json")))("%s is not valid", (name) => {
      expect(errors(model(metaschema), readJson(join(folder, name)))).not.toEqual([]);
    });

    test.each(own.filter((name) => name.endsWith("_PASS.xml")))("%s is valid, and survives JSON", async (name) => {
      const built = model(metaschema);
      expect(errors(built, await expectXmlSurvives(built, name))).toEqual([]);
    });

    test.each(own.filter((name) => name.endsWith("_FAIL.xml")))("%s is not valid", async (name) => {
      const built = model(metaschema);
      const { xmlToJson } = await codec(built);
      const { value, problems } = xmlToJson(rootOf(readFileSync(join(folder, name), "utf8")));
      expect([...problems, ...errors(built, value)]).not.toEqual([]);
    });
  });
});

async function expectJsonSurvives(built: Model, name: string): Promise<void> {
  const document = readDocument(name);
  const { toXml, xmlToJson } = await codec(built);
  const written = toXml(document);
  if (Object.hasOwn(notConverted, name)) {
    expect(written.problems.map(({ code }) => code)).toEqual(["json-wrong-type"]);
    return;
  }
  expect(written.problems).toEqual([]);
  const read = xmlToJson(rootOf(written.xml));
  expect(read.problems).toEqual([]);
  expect(read.value).toEqual(withArrays(document, read.value as Json));
  expect(toXml(read.value)).toEqual(written);
}

/** @returns the document as JSON */
async function expectXmlSurvives(built: Model, name: string): Promise<unknown> {
  const { toXml, xmlToJson } = await codec(built);
  const read = xmlToJson(rootOf(readFileSync(join(folder, name), "utf8")));
  expect(read.problems).toEqual([]);
  const written = toXml(read.value);
  expect(written.problems).toEqual([]);
  expect(xmlToJson(rootOf(written.xml))).toEqual(read);
  if (samePairs.includes(name)) expect(read.value).toEqual(readDocument(name.replace(/\.xml$/, ".json")));
  return read.value;
}

/** XML has no place for a link to the schema. */
function readDocument(name: string): Properties {
  return Object.fromEntries(
    Object.entries(readJson(join(folder, name)) as Properties).filter(([key]) => key !== "$schema"),
  );
}

/** Documents in XML whose neighbour in JSON says the same. */
const samePairs: readonly string[] = [
  "allowed-values/allowed-values-basic_test_valid_PASS.xml",
  "datatypes/charstrings_test_okay_PASS.xml",
];

/** The suite names a document after its metaschema, but for a hyphen. */
function metaschemaOf(instance: string): string {
  return instance.replace(/_test_.*$/, "").replace("datetime-notz", "datetime-no-tz");
}

function model(metaschema: string): Model {
  const path = join(folder, `${metaschema}_metaschema.xml`);
  const [, root] = /<root-name>([^<]+)</.exec(readFileSync(path, "utf8")) ?? [];
  const datatypes = join(standard, "metaschema-lang", "schema", "json", "metaschema-datatypes.json");
  return buildModel(path, datatypes, basename(dirname(path)), root === undefined ? [] : [root]);
}

function schemas(built: Model): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.keys(built.roots).map((root) => [root, modelSchema(built, root, "test")]));
}

/** The errors that the schema of the only root model finds. */
function errors(built: Model, document: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  const [schema = {}] = Object.values(schemas(built));
  const validate = ajv.compile(schema);
  return validate(document) ? [] : (validate.errors ?? []);
}

/** The codec with the tables of the model in the place of OSCAL's. */
async function codec(built: Model): Promise<{ toXml: typeof ToXmlFunction; xmlToJson: typeof XmlToJson }> {
  const text = codecTablesModule(built, "test");
  const tables = (await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`)) as object;
  vi.resetModules();
  vi.doMock("../../src/oscal/codec/generated/codec-tables.js", () => tables);
  const { toXml } = await import("../../src/oscal/codec/to-xml.js");
  const { xmlToJson } = await import("../../src/oscal/codec/from-xml.js");
  return { toXml, xmlToJson };
}

function rootOf(text: string): Parameters<typeof XmlToJson>[0] {
  const { xml, diagnostics } = readXml(text, "document.xml");
  if (xml === undefined) throw new Error(`Not well-formed: ${JSON.stringify(diagnostics)}`);
  return xml.root;
}

/** The value with each bare value in an array where the other one, which came back from XML, has an array. */
function withArrays(value: Json | undefined, other: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(other) && !Array.isArray(value)) return [withArrays(value, other[0]) ?? null];
  if (Array.isArray(value))
    return value.map((entry, index) => withArrays(entry, Array.isArray(other) ? other[index] : undefined) ?? null);
  if (typeof value !== "object" || value === null) return value;
  const properties = typeof other === "object" && other !== null && !Array.isArray(other) ? other : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withArrays(entry, properties[key]) ?? null]),
  );
}
