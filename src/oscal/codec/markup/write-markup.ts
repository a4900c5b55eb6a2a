/**
 * Markup elements as OSCAL's Markdown (metaschema specification, data types markup-line and markup-multiline).
 *
 * The Markdown reads back as the same elements, here and, as far as CommonMark has it, in CommonMark, and it is what NIST's
 * converter writes. In the seven documents that NIST publishes as XML and as JSON (11,264 markup fields) all strings are
 * the published ones. The rules follow from both demands:
 *
 * - `*`, `` ` ``, `~`, `^` and `"` in text are always escaped, as NIST's converter does: `"` would read back as a
 *   quotation. The published XML has none of them as text (its 55 quotations are q elements), so losslessness and the
 *   published strings do not contradict each other, and there is no choice to offer.
 * - `[` and `]` stay as they are (22 published fields), except where they would read as a link: before `(`, and in links.
 * - `_` stays within a word and between blanks (8 fields), and wherever no other one could make emphasis of it; `&` stays unless it begins what looks like a character
 *   reference (2 fields); `<` stays before a capital letter, as in the names of keys (1 field), and is `&lt;` before what
 *   HTML would take for a tag; a backslash stays before letters.
 * - At the start of a paragraph's line, marks of headings, quotations, lists and breaks are escaped.
 * - White space at the start and the end of a title, paragraph or list item is left out where it has a line break in it: it is the
 *   indentation of the XML, of which NIST's converter leaves a blank. A blank without a line break stays, as does one at the start of an
 *   em within a line (3 fields), which CommonMark does not read as emphasis.
 * - A list at the top level is followed by one more line end; a lone paragraph in a list item is the item's text.
 *
 * An element that its delimiters cannot hold where it stands, such as an empty em, one that begins with a blank, or a q
 * within a word, is written as in HTML: `<em> x</em>`. A line break is a backslash at the end of the line within
 * paragraphs, else `<br/>`. Content that Markdown cannot hold at all is reported, never left out in silence.
 */
import { writeBlocks } from "./block-writer.js";
import { writeInline } from "./inline-writer.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import type { MarkupProblem, WrittenMarkup } from "./markup-problem.js";
import { isBlank } from "./normal-inline.js";
import { plainMarkdown } from "./plain-inline.js";

/** The Markdown of a markup-line's inline nodes, as in a title: one line. */
export function writeMarkupLine(nodes: readonly MarkupNode[]): WrittenMarkup {
  const problems: MarkupProblem[] = [];
  return { markdown: writeInline(nodes, { container: "line", trim: false, problems }), problems };
}

/** The Markdown of a markup-multiline's block elements, as in a part's prose; white space between them counts for nothing. */
export function writeMarkupMultiline(blocks: readonly MarkupNode[]): WrittenMarkup {
  const problems: MarkupProblem[] = [];
  const paragraph = lonePlainParagraph(blocks);
  return { markdown: paragraph ?? writeBlocks(blocks, problems), problems };
}

/** The Markdown of one plain paragraph with nothing but layout beside it, as most prose is; undefined for other blocks. */
function lonePlainParagraph(blocks: readonly MarkupNode[]): string | undefined {
  let only: MarkupElement | undefined;
  for (let index = 0; index < blocks.length; index += 1) {
    const node = blocks[index] ?? "";
    if (typeof node === "string" ? !isBlank(node) : only !== undefined || node.name !== "p") return undefined;
    if (typeof node !== "string") only = node;
  }
  if (only === undefined || Object.keys(only.attributes).length > 0) return undefined;
  const markdown = plainMarkdown(only.children);
  return markdown === undefined || isBlank(markdown) ? undefined : markdown;
}
