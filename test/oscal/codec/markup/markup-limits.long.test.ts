import { describe, expect, test } from "vitest";
import type { MarkupElement, MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupLine, parseMarkupMultiline } from "../../../../src/oscal/codec/markup/parse-markup.js";
import { writeMarkupLine, writeMarkupMultiline } from "../../../../src/oscal/codec/markup/write-markup.js";

const many = 5_000;

function depth(nodes: readonly MarkupNode[], name: string): number {
  return nodes.reduce<number>((deepest, node) => {
    if (typeof node === "string") return deepest;
    return Math.max(deepest, (node.name === name ? 1 : 0) + depth(node.children, name));
  }, 0);
}

// The parser looks back no further than it has to, however many marks open nothing.
describe("long runs of one mark are text", () => {
  test.each(["[", "]", "![", "[](<", '[a](b "', "*", "_", '"', "~", "^", "`", "{{ ", "<", "<em>", "</em>", "&", "\\a"])(
    "%s",
    (mark) => {
      const text = `a${mark.repeat(many)}`.replace(/ $/, "");
      expect(parseMarkupLine(text)).toEqual([text]);
      const { markdown, problems } = writeMarkupMultiline([{ name: "p", attributes: {}, children: [text] }]);
      expect(problems).toEqual([]);
      expect(parseMarkupMultiline(markdown)).toEqual([{ name: "p", attributes: {}, children: [text] }]);
    },
  );

  test.each([
    "*a ",
    '"a ',
    "*a_b*c_",
    "😀*",
    '*_"~^<em>',
    "> a\n",
    "* a\n",
    "a|b\n-|-\n",
    "a\n- \n",
    "```\n",
    "a\\\n",
    "* - ",
  ])("%j comes to rest", (piece) => {
    const { markdown } = writeMarkupMultiline(parseMarkupMultiline(piece.repeat(many / piece.length)));
    expect(writeMarkupMultiline(parseMarkupMultiline(markdown))).toEqual({ markdown, problems: [] });
  });
});

describe("nesting is bounded", () => {
  test("quotations and lists beyond 32 levels are text", () => {
    expect(depth(parseMarkupMultiline(`${"> ".repeat(33)}a`), "blockquote")).toBe(32);
    expect(depth(parseMarkupMultiline(`${"* - ".repeat(33)}a`), "ul")).toBe(32);
    const deep = Array.from({ length: 33 }, (_, level) => `${"  ".repeat(level)}* a`).join("\n");
    expect(depth(parseMarkupMultiline(deep), "ul")).toBe(32);
  });

  test("elements within text beyond 32 levels are text", () => {
    expect(depth(parseMarkupLine(`${"*a ".repeat(33)}b${"*".repeat(33)}`), "em")).toBe(32);
    expect(depth(parseMarkupLine("<q>".repeat(33) + "</q>".repeat(33)), "q")).toBe(32);
    expect(depth(parseMarkupLine(`[${"<q>".repeat(32)}${"</q>".repeat(32)}](a)`), "q")).toBe(31);
  });

  test("deeper elements are reported, and their text is kept", () => {
    const nest = (name: string, levels: number, leaf: MarkupNode): MarkupNode =>
      levels === 0 ? leaf : { name, attributes: {}, children: [nest(name, levels - 1, leaf)] };
    const message = "Elements nest deeper than 32 levels; only the text of em is written.";
    const line = writeMarkupLine([nest("em", 33, "a")]);
    expect(line.problems.map((problem) => problem.message)).toEqual([message]);
    expect(depth(parseMarkupLine(line.markdown), "em")).toBe(32);
    const quote: MarkupElement = { name: "p", attributes: {}, children: ["a"] };
    const { markdown, problems } = writeMarkupMultiline([nest("blockquote", 33, quote)]);
    expect(problems.map((problem) => problem.message)).toEqual([
      "Lists and quotations nest deeper than 32 levels; only the text of blockquote is written.",
    ]);
    expect(depth(parseMarkupMultiline(markdown), "blockquote")).toBe(32);
    expect(markdown).toMatch(/^(?:> ){32}a$/);
  });
});

test("names of the prototype are names like any other", () => {
  const name = "__proto__";
  const markdown = `{{ insert: ${name}, constructor }}`;
  const [insert] = parseMarkupLine(markdown);
  expect(insert).toEqual({ name: "insert", attributes: { type: name, "id-ref": "constructor" }, children: [] });
  const odd: MarkupElement = { name: "constructor", attributes: {}, children: ["a"] };
  expect(writeMarkupLine([odd]).markdown).toBe("a");
});
