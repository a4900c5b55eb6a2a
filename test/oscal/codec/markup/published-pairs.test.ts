import { expect, test } from "vitest";
import type { MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupLine, parseMarkupMultiline } from "../../../../src/oscal/codec/markup/parse-markup.js";
import { writeMarkupLine, writeMarkupMultiline } from "../../../../src/oscal/codec/markup/write-markup.js";
import { withoutEdgeBlanks } from "../../edge-blanks.js";
import { type PublishedField, publishedPairs } from "./published-pairs.js";

const pairs = publishedPairs();
const blocks = "(?:p|ul|ol|li|pre|blockquote|table|h[1-6])";

const write = ({ multiline, nodes }: PublishedField) =>
  multiline ? writeMarkupMultiline(nodes) : writeMarkupLine(nodes);

/** Elements and text, without the white space of pretty-printing; a lone p in a list item counts as the item's text. */
function structure(nodes: readonly MarkupNode[]): string {
  const xml = (node: MarkupNode): string => {
    if (typeof node === "string") return node.replaceAll("<", "&lt;");
    const attributes = Object.entries(node.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
    return `<${node.name} ${JSON.stringify(attributes)}>${node.children.map(xml).join("")}</${node.name}>`;
  };
  return nodes
    .map(xml)
    .join("")
    .replace(/\s+/g, " ")
    .replace(new RegExp(` ?(</?${blocks}(?: \\[\\])?>) ?`, "g"), "$1")
    .replace(/<li \[\]><p \[\]>((?:(?!<p ).)*?)<\/p><\/li>/g, "<li []>$1</li>")
    .trim();
}

test.skipIf(pairs.length === 0)("all pairs are there to be compared (shared content present)", () => {
  expect(pairs.map(({ fields, strings }) => [fields.length, strings.length])).toEqual([
    [20, 20],
    [29, 29],
    [15, 15],
    [26, 26],
    [48, 48],
    [5978, 5978],
    [5148, 5148],
  ]);
});

test.each(pairs)("$name: the markup of the XML is written as the published JSON has it", ({ fields, strings }) => {
  const written = fields.map(write);
  expect(written.flatMap(({ problems }) => problems)).toEqual([]);
  // The catalog's JSON has one group's title before its prose: the strings are compared, not their order.
  expect(withoutEdgeBlanks(written.map(({ markdown }) => markdown)).sort()).toEqual(
    [...withoutEdgeBlanks(strings)].sort(),
  );
});

test.each(pairs)("$name: the strings of the JSON are read as the published XML has them", ({ fields }) => {
  for (const field of fields) {
    const { markdown } = write(field);
    const read = field.multiline ? parseMarkupMultiline(markdown) : parseMarkupLine(markdown);
    expect(structure(read)).toBe(structure(field.nodes));
  }
});

test.each(pairs)("$name: the strings of the JSON come back from XML unchanged", ({ fields }) => {
  for (const field of fields) {
    const { markdown } = write(field);
    const nodes = field.multiline ? parseMarkupMultiline(markdown) : parseMarkupLine(markdown);
    expect(write({ ...field, nodes }).markdown).toBe(markdown);
  }
});
