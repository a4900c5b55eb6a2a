/** Random markup of OSCAL as Markdown, in the form in which the writer of markup leaves it. */
import fc from "fast-check";
import type { MarkupElement, MarkupNode } from "../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupLine, parseMarkupMultiline } from "../../src/oscal/codec/markup/parse-markup.js";
import { writeMarkupLine, writeMarkupMultiline } from "../../src/oscal/codec/markup/write-markup.js";
import { awkwardText } from "./arbitrary-text.js";

type Nodes = fc.Arbitrary<MarkupNode[]>;
type Element = fc.Arbitrary<MarkupElement>;

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 4 }) },
  { weight: 2, arbitrary: awkwardText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(" ", " a", "a ", "1.", "-", "+ ", "# ", "> ", "| ", "\\", '"', "*", "_", "`", "~"),
  },
);

const element = (name: string, children: Nodes): Element =>
  children.map((nodes) => ({ name, attributes: {}, children: nodes }));
const target = fc.constantFrom("#a", "https://example.org/a?b=c&d=(e)", "a b.html", "./<a>", "../a_b*c.json");
const name = fc.constantFrom("a", "ac-1_prm_1", "Ω.2");

const image: Element = fc
  .record({ alt: text, src: target, title: fc.oneof(fc.constant(""), text) })
  .map(({ alt, src, title }) => ({
    name: "img",
    attributes: { alt, src, ...(title === "" ? {} : { title }) },
    children: [],
  }));

const insert: Element = name.map((id) => ({
  name: "insert",
  attributes: { type: "param", "id-ref": id },
  children: [],
}));

/** The nodes that may stand in a line, and in a link where no other link can. */
function inline(depth: number, inLink: boolean): Nodes {
  if (depth === 0) return fc.array(text, { minLength: 1, maxLength: 1 });
  const inner = inline(depth - 1, inLink);
  const phrases = ["em", "strong", "q", "sub", "sup"].map((each) => element(each, inner));
  const code = element("code", fc.array(text, { minLength: 1, maxLength: 1 }));
  const link = fc
    .tuple(inline(depth - 1, true), target)
    .map(([children, href]): MarkupElement => ({ name: "a", attributes: { href }, children }));
  return fc.array(
    fc.oneof({ weight: 8, arbitrary: text }, ...phrases, code, image, ...(inLink ? [] : [link, insert])),
    { minLength: 1, maxLength: 4 },
  );
}

const line = inline(2, false);
const plain: Nodes = fc.array(text, { minLength: 1, maxLength: 1 });

function blocks(depth: number): fc.Arbitrary<MarkupElement[]> {
  const headings = fc.constantFrom("h1", "h2", "h3", "h4", "h5", "h6").chain((each) => element(each, line));
  const cell = (each: string): Element => element(each, inline(1, false));
  const row = (each: string): Element => element("tr", fc.array(cell(each), { minLength: 2, maxLength: 2 }));
  const table = fc
    .tuple(row("th"), fc.array(row("td"), { maxLength: 2 }))
    .map(([head, body]): MarkupElement => ({ name: "table", attributes: {}, children: [head, ...body] }));
  const lines = fc.array(awkwardText, { minLength: 1, maxLength: 3 }).map((all) => [all.join("\n")]);
  const simple = [headings, element("pre", lines), table];
  const nested = depth === 0 ? [] : [list(depth), element("blockquote", blocks(depth - 1))];
  return fc.array(fc.oneof({ weight: 4, arbitrary: element("p", line) }, ...simple, ...nested), {
    minLength: 1,
    maxLength: 3,
  });
}

/** Items hold a line and perhaps a list below it. */
function list(depth: number): Element {
  const inner =
    depth === 1
      ? fc.constant([])
      : fc.oneof(
          fc.constant([]),
          list(depth - 1).map((each) => [each]),
        );
  const item = fc
    .tuple(fc.oneof(plain, line), inner)
    .map(([nodes, below]): MarkupElement => ({ name: "li", attributes: {}, children: [...nodes, ...below] }));
  return fc
    .tuple(fc.constantFrom("ul", "ol"), fc.array(item, { minLength: 1, maxLength: 3 }))
    .map(([each, children]) => ({ name: each, attributes: {}, children }));
}

/** The form that is written when what was written first is read again. */
const normalLine = (nodes: MarkupNode[]): string =>
  writeMarkupLine(parseMarkupLine(writeMarkupLine(nodes).markdown)).markdown;
const normalBlocks = (nodes: MarkupNode[]): string =>
  writeMarkupMultiline(parseMarkupMultiline(writeMarkupMultiline(nodes).markdown)).markdown;

/** Text of the datatype markup-line: one line, not blank. */
export const markupLine: fc.Arbitrary<string> = line
  .map(normalLine)
  .filter((markdown) => markdown.trim() !== "" && !markdown.includes("\n"));

/** Text of the datatype markup-multiline, not blank. */
export const markupMultiline: fc.Arbitrary<string> = blocks(2)
  .map(normalBlocks)
  .filter((markdown) => markdown.trim() !== "");

const pieces = [
  ...[
    "- ",
    "  - ",
    "1. ",
    "> ",
    "# ",
    "    ",
    "```",
    "---",
    "***",
    "| a | b |",
    "|---|---|",
    "a  ",
    "\\",
    "<br/>",
    "<div>",
  ],
  ...[
    "[a [b](c) d](e)",
    "![a [b](c)](d)",
    "*a `b* c`",
    "**a *b** c*",
    "{{ insert: param, a }}",
    "`{{ insert: param, a }}`",
    "<a@b.c>",
    "&nbsp;",
  ],
];
const anyLine = fc
  .array(fc.oneof(awkwardText, fc.constantFrom(...pieces)), { maxLength: 4 })
  .map((parts) => parts.join(""));

/** Markdown as it may come from anybody: of several lines, well written or not. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(anyLine, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join("\n"));
