/** Random valid documents survive every conversion, and their XML is what the XSD of OSCAL asks for. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xmlToJson } from "../../../src/oscal/codec/from-xml.js";
import { toJson } from "../../../src/oscal/codec/canonical-order.js";
import { toXml } from "../../../src/oscal/codec/to-xml.js";
import { toYaml } from "../../../src/oscal/codec/to-yaml.js";
import { readXml } from "../../support/xml.js";
import { readYaml } from "../../../src/source/yaml.js";
import { temporaryFolder } from "../../support/folder.js";
import { standard, type Json } from "../../support/project.js";
import { arbitraryDocument, type DocumentTree, rootModels } from "../arbitrary-document.js";
import { anyMarkdown } from "../arbitrary-markup.js";
import { runs } from "../../support/runs.js";

const seed = 20260414;
const numRuns = runs(6, 100);
const xsd = join(standard, "xsd", "v1.2.2-generated", "oscal_complete_schema.xsd");
const canAskXsd = existsSync(xsd) && spawnSync("xmllint", ["--version"]).status === 0;

describe.each(rootModels)("random documents of the model %s", (root) => {
  test("JSON to XML to YAML to JSON: nothing is lost, and nothing is added", () => {
    fc.assert(
      fc.property(arbitraryDocument(root), (document) => {
        const written = toXml(document);
        expect(written.problems).toEqual([]);
        const read = fromXml(written.xml);
        expect(read.problems).toEqual([]);
        const yaml = fromYaml(toYaml(read.value));
        expect(JSON.parse(toJson(yaml))).toEqual(document);
      }),
      { seed, numRuns },
    );
  });

  test("XML to JSON to XML: the same text, whatever the order of the properties", () => {
    fc.assert(
      fc.property(arbitraryDocument(root), (document) => {
        const { xml } = toXml(document);
        expect(toXml(fromXml(xml).value).xml).toBe(xml);
        expect(toXml(reversed(document)).xml).toBe(xml);
      }),
      { seed, numRuns },
    );
  });
});

test("a single mapping may stand without its array, and comes back in one", () => {
  fc.assert(
    fc.property(arbitraryDocument("mapping-collection"), (document) => {
      const { "mapping-collection": collection } = document as { "mapping-collection": { mappings: Json[] } };
      const [mapping = null] = collection.mappings;
      const bare = { "mapping-collection": { ...collection, mappings: mapping } };
      const { xml, problems } = toXml(bare);
      expect(problems).toEqual([]);
      expect(fromXml(xml).value).toEqual({ "mapping-collection": { ...collection, mappings: [mapping] } });
    }),
    { seed, numRuns: 20 },
  );
});

/** A valid catalog with any Markdown wherever OSCAL takes some. */
const anyProse = fc.tuple(anyMarkdown, anyMarkdown, anyMarkdown).map(([remarks, prose, title]) => ({
  catalog: {
    uuid: "6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64",
    metadata: {
      title: title.replaceAll("\n", " ") || "Title",
      "last-modified": "2026-04-14T00:00:00Z",
      version: "1.0",
      "oscal-version": "1.2.2",
      remarks,
    },
    groups: [{ title: "Group", parts: [{ name: "overview", prose }] }],
  },
}));

test("any Markdown comes to rest: what XML makes of it stays as it is", () => {
  fc.assert(
    fc.property(anyProse, (document) => {
      const { xml, problems } = toXml(document);
      expect(problems).toEqual([]);
      const read = fromXml(xml);
      expect(read.problems).toEqual([]);
      expect(toXml(read.value)).toEqual({ xml, problems: [], losses: [] });
    }),
    { seed, numRuns: runs(200, 1000) },
  );
});

describe.skipIf(!canAskXsd)("the XSD of OSCAL 1.2.2 (needs ../shared/oscal and xmllint)", () => {
  /** Asks xmllint about all of them in one call. */
  const invalid = (documents: readonly unknown[]): string[] => {
    const folder = temporaryFolder();
    const names = documents.map((document, index) => {
      const name = `${String(index)}.xml`;
      writeFileSync(join(folder, name), toXml(document).xml);
      return name;
    });
    const { stderr } = spawnSync("xmllint", ["--noout", "--schema", xsd, ...names], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    const said = stderr.split("\n").filter((line) => line !== "");
    const valid = new Set(said.filter((line) => line.endsWith(" validates")));
    expect(valid.size).toBeGreaterThan(0);
    return [...names.filter((name) => !valid.has(`${name} validates`)), ...said.filter((line) => !valid.has(line))];
  };

  test("all random documents are valid in XML", () => {
    const documents = rootModels.flatMap((root) => fc.sample(arbitraryDocument(root), { seed, numRuns }));
    expect(documents).toHaveLength(8 * numRuns);
    expect(invalid(documents)).toEqual([]);
  });

  test("any Markdown is valid in XML", () => {
    expect(invalid(fc.sample(anyProse, { seed, numRuns: runs(100, 500) }))).toEqual([]);
  });
});

function fromXml(text: string): ReturnType<typeof xmlToJson> {
  const { xml, diagnostics } = readXml(text, "document.xml");
  if (xml === undefined) throw new Error(`Not well-formed: ${JSON.stringify(diagnostics)}`);
  return xmlToJson(xml.root);
}

function fromYaml(text: string): unknown {
  const results = readYaml(text, "document.yaml");
  expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  return results[0]?.document?.value;
}

/** The same document with the properties of every object from the last to the first. */
function reversed(value: Json | DocumentTree): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
