import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Element, parseXmlDocument, Text } from "slimdom";
import type { MarkupElement, MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { sharedPath } from "../../../support/project.js";

const content = sharedPath("oscal/content");

/** One markup field of a document that NIST publishes as XML and as JSON. */
export interface PublishedField {
  readonly multiline: boolean;
  readonly nodes: readonly MarkupNode[];
}

/** A document that NIST publishes in both formats: its markup fields in XML and its markup strings in JSON. */
export interface PublishedPair {
  readonly name: string;
  readonly fields: readonly PublishedField[];
  readonly strings: readonly string[];
}

const blockNames = new Set("p h1 h2 h3 h4 h5 h6 ul ol pre hr blockquote table".split(" "));
const lineNames = new Set("title label choice text short-name purpose".split(" "));
const stringKeys = new Set(
  "prose title description remarks label choice text statement usage instructions purpose short-name".split(" "),
);

/** The documents, smallest first; none when the shared content does not exist. */
export function publishedPairs(): PublishedPair[] {
  if (!existsSync(content)) return [];
  const folders = readdirSync(join(content, "examples")).map((kind) => join(content, "examples", kind));
  const examples = folders.flatMap((folder) =>
    readdirSync(join(folder, "xml")).map((file) => ({
      xml: join(folder, "xml", file),
      json: join(folder, "json", file.replace(/xml$/, "json")),
    })),
  );
  const catalog = {
    xml: join(content, "sp800-53-rev5-v1.0.0/xml/NIST_SP-800-53_rev5_catalog.xml"),
    json: join(content, "sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.json"),
  };
  const resolved = {
    xml: join(content, "sp800-53-rev5-v1.3.0/xml/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog.xml"),
    json: join(
      content,
      "sp800-53-rev5-v1.3.0/json/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json",
    ),
  };
  return [...examples, catalog, resolved].map(({ xml, json }) => {
    const fields: PublishedField[] = [];
    const root = parseXmlDocument(readFileSync(xml, "utf8")).documentElement;
    if (root) collectFields(root, fields);
    const strings: string[] = [];
    collectStrings("", JSON.parse(readFileSync(json, "utf8")), strings);
    return { name: basename(xml), fields, strings };
  });
}

/** A markup node of an XML element, as the codec hands it over: whitespace as it stands in the file. */
function markupNode(element: Element): MarkupElement {
  const attributes = Object.fromEntries(element.attributes.map((attribute) => [attribute.localName, attribute.value]));
  return { name: element.localName, attributes, children: markupNodes(element) };
}

function markupNodes(element: Element): MarkupNode[] {
  return element.childNodes.flatMap((child): MarkupNode[] => {
    if (child instanceof Element) return [markupNode(child)];
    return child instanceof Text ? [child.data] : [];
  });
}

function collectFields(element: Element, fields: PublishedField[]): void {
  const blocks = element.children.filter((child) => blockNames.has(child.localName));
  if (blocks.length > 0) fields.push({ multiline: true, nodes: blocks.map(markupNode) });
  else if (lineNames.has(element.localName)) fields.push({ multiline: false, nodes: markupNodes(element) });
  for (const child of element.children) if (!blockNames.has(child.localName)) collectFields(child, fields);
}

function collectStrings(key: string, value: unknown, strings: string[]): void {
  if (typeof value === "string") {
    if (stringKeys.has(key)) strings.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collectStrings(key, item, strings);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) collectStrings(name, member, strings);
  }
}
