/** The published documents that NIST gives in both formats: each converts into the other, indentation apart. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalOrder } from "../../../src/oscal/codec/canonical-order.js";
import { xmlToJson } from "../../../src/oscal/codec/from-xml.js";
import { toXml } from "../../../src/oscal/codec/to-xml.js";
import type { XmlElement, XmlNode } from "../../../src/source/xml-tree.js";
import { readXml } from "../../support/xml.js";
import { temporaryFolder } from "../../support/folder.js";
import { withValue } from "../../support/documents.js";
import { hasStandard, readJson, standard, withoutStandard, type Json } from "../../support/project.js";
import { withoutEdgeBlanks } from "../edge-blanks.js";
import { validDocuments } from "../published-documents.js";

const revision5 = "NIST_SP-800-53_rev5";
const moderate = `${revision5}_MODERATE-baseline`;

/** Paths of JSON and XML below the folder of the published content. */
const pairs: readonly (readonly [json: string, xml: string])[] = [
  ...[
    ["ap", "ifa_assessment-plan-example"],
    ["ar", "ifa_assessment-results-example"],
    ["component-definition", "example-component-definition"],
    ["poam", "ifa_plan-of-action-and-milestones"],
    ["ssp", "ssp-example"],
  ].map(([folder = "", name = ""]) => pair(`examples/${folder}`, name, name)),
  pair("sp800-53-rev5-v1.0.0", `${revision5}_catalog-min`, `${revision5}_catalog`),
  pair("sp800-53-rev5-v1.3.0", `${moderate}_profile`, `${moderate}_profile`),
  pair("sp800-53-rev5-v1.3.0", `${moderate}-resolved-profile_catalog-min`, `${moderate}-resolved-profile_catalog`),
];

function pair(folder: string, json: string, xml: string): [json: string, xml: string] {
  return [`content/${folder}/json/${json}.json`, `content/${folder}/xml/${xml}.xml`];
}

function rootOf(xml: string): XmlElement {
  const { xml: file, diagnostics } = readXml(xml, "test.xml");
  if (!file) throw new Error(JSON.stringify(diagnostics));
  return file.root;
}

const readRoot = (path: string): XmlElement => rootOf(readFileSync(`${standard}/${path}`, "utf8"));

/**
 * An element without what layout adds: blanks between elements, and runs of blanks and line ends in text. Markdown does not tell a list's
 * item that holds one paragraph from one that holds its text.
 */
function withoutLayout(element: XmlElement): unknown {
  const elements = element.children.filter((child) => typeof child !== "string");
  const onlyElements = element.children.every((child) => typeof child !== "string" || child.trim() === "");
  const [lone] = elements;
  if (element.name === "li" && onlyElements && elements.length === 1 && lone?.name === "p") {
    return withoutLayout({ ...lone, name: "li" });
  }
  const children = element.children.flatMap((child: XmlNode) => {
    if (typeof child !== "string") return [withoutLayout(child)];
    if (onlyElements && elements.length > 0) return [];
    return [element.name === "pre" ? child : child.replaceAll(/\s+/g, " ").replaceAll(/^ | $/g, "")];
  });
  return { [element.name]: children, ...element.attributes };
}

describe.skipIf(!hasStandard)(`published pairs (${withoutStandard})`, () => {
  test.each(pairs)("%s", (jsonPath, xmlPath) => {
    const json = readJson(`${standard}/${jsonPath}`);
    const root = readRoot(xmlPath);

    const fromXml = xmlToJson(root);
    expect(fromXml.problems).toEqual([]);
    expect(withoutEdgeBlanks(fromXml.value)).toEqual(withoutEdgeBlanks(json));
    expect(JSON.stringify(withoutEdgeBlanks(fromXml.value))).toBe(
      JSON.stringify(withoutEdgeBlanks(canonicalOrder(json))),
    );

    const { xml, problems } = toXml(json);
    expect(problems).toEqual([]);
    expect(withoutLayout(rootOf(xml))).toEqual(withoutLayout(root));
  });
});

/** A document without `$schema`, which tells an editor where the JSON schema is and which XML has no place for. */
const withoutSchema = (document: Json): Json => withValue(document, "/$schema", undefined);

describe.skipIf(!hasStandard)(`JSON to XML and back (${withoutStandard})`, () => {
  test.each(validDocuments)("%s", (path) => {
    const json = readJson(`${standard}/${path}`);
    const { xml, problems } = toXml(json);
    expect(problems).toEqual([]);
    expect(xmlToJson(rootOf(xml))).toEqual({ value: withoutSchema(json), problems: [] });
  });

  test("a document with two properties that OSCAL does not know is converted without them, and they are named", () => {
    const json = readJson(`${standard}/content/mappings-bsi/ISO27001-AnnexA-to-GS++-mapping_collection.json`);
    const unknown = ["qa-reviewed", "qa-note"].map((name) => `/mapping-collection/provenance/${name}`);
    const { xml, problems } = toXml(json);
    expect(problems.map(({ code, pointer }) => ({ code, pointer }))).toEqual(
      unknown.map((pointer) => ({ code: "json-unknown-property", pointer })),
    );
    const known = unknown.reduce((document, pointer) => withValue(document, pointer, undefined), json);
    expect(xmlToJson(rootOf(xml))).toEqual({ value: known, problems: [] });
  });
});

const hasSchemaValidator = spawnSync("xmllint", ["--version"]).status === 0;

describe.skipIf(!hasStandard || !hasSchemaValidator)(`XML schema (${withoutStandard} and xmllint)`, () => {
  test("the XML of all published documents is valid", () => {
    const folder = temporaryFolder();
    const files = validDocuments.map((path, index) => {
      const file = join(folder, `${String(index)}.xml`);
      writeFileSync(file, toXml(readJson(`${standard}/${path}`)).xml);
      return file;
    });
    const schema = `${standard}/xsd/v1.2.2-generated/oscal_complete_schema.xsd`;
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, ...files], { encoding: "utf8" });
    expect(stderr.split("\n").filter((line) => line !== "")).toEqual(files.map((file) => `${file} validates`));
    expect(status).toBe(0);
  });
});
