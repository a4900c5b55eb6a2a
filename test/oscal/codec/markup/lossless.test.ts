import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupLine, parseMarkupMultiline } from "../../../../src/oscal/codec/markup/parse-markup.js";
import { writeMarkupLine, writeMarkupMultiline } from "../../../../src/oscal/codec/markup/write-markup.js";
import { nastyText, normalBlocks, normalInlineNodes } from "./normal-markup.js";

const runs = { seed: 20_260_101, numRuns: 1500 };

describe("what is written reads back", () => {
  test("every inline tree in normal form", () => {
    const property = fc.property(normalInlineNodes, (nodes) => {
      const { markdown, problems } = writeMarkupLine(nodes);
      expect(markdown).not.toMatch(/\n/);
      expect({ markdown, problems, nodes: parseMarkupLine(markdown) }).toEqual({ markdown, problems: [], nodes });
    });
    fc.assert(property, runs);
  });

  test("every block tree in normal form", () => {
    const property = fc.property(normalBlocks, (blocks) => {
      const { markdown, problems } = writeMarkupMultiline(blocks);
      expect({ markdown, problems, blocks: parseMarkupMultiline(markdown) }).toEqual({
        markdown,
        problems: [],
        blocks,
      });
    });
    fc.assert(property, runs);
  });
});

describe("any text at all", () => {
  const anyMarkdown = fc.array(nastyText, { maxLength: 6 }).map((pieces) => pieces.join(""));

  test("is read as markup that is written without a problem and reads back the same", () => {
    const property = fc.property(anyMarkdown, (text) => {
      const blocks = parseMarkupMultiline(text);
      const written = writeMarkupMultiline(blocks);
      expect(written.problems).toEqual([]);
      expect(parseMarkupMultiline(written.markdown)).toEqual(blocks);
      expect(writeMarkupMultiline(parseMarkupMultiline(written.markdown))).toEqual(written);
      const nodes = parseMarkupLine(text);
      const line = writeMarkupLine(nodes);
      expect(line.problems).toEqual([]);
      expect(parseMarkupLine(line.markdown)).toEqual(nodes);
    });
    fc.assert(property, runs);
  });

  test("keeps its words", () => {
    const marks = fc.constantFrom(
      ...Array.from('*_[]()`~^"{}<>&#|!\\-+.=:\n '),
      ...[
        "\n\n",
        "**",
        "  \n",
        "```",
        "{{ ",
        " }}",
        "](",
        "![",
        "\n> ",
        "\n* ",
        "\n- ",
        "\n1. ",
        "\n# ",
        "|---|",
        "    ",
      ],
    );
    const words = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];
    const gap = fc.array(marks, { minLength: 1, maxLength: 4 }).map((piece) => piece.join(""));
    const property = fc.property(fc.array(gap, { minLength: 6, maxLength: 6 }), (gaps) => {
      const text = gaps.map((piece, index) => piece + (words[index] ?? "")).join("");
      expect(wordsOf(parseMarkupMultiline(text))).toEqual([...words].sort());
      expect(wordsOf(parseMarkupLine(text))).toEqual([...words].sort());
    });
    fc.assert(property, runs);
  });
});

/** The test's words in text and attributes (a link's address, an insert's identifier, a fence's language). */
function wordsOf(nodes: readonly MarkupNode[]): string[] {
  return (JSON.stringify(nodes).match(/Alpha|Beta|Gamma|Delta|Epsilon/g) ?? []).sort();
}
