/**
 * OSCAL's Markdown (metaschema specification, data types markup-line and markup-multiline) as markup elements.
 *
 * It is CommonMark 0.31 with tables, and with these differences:
 *
 * - `"x"` is q, `~x~` sub, `^x^` sup, `{{ insert: param, x }}` and the older `{{ x }}` are insert. Doubled `~~`, `^^` and
 *   `""` are text. With blanks in it, a sub or sup does not begin or end within a word: "5~10 and 20~30" is text.
 * - A lone `*` between blanks opens an em when nothing else does (see weak delimiters), as NIST writes it.
 * - There are no link references. HTML is text, except tags without attributes of em, strong, i, b, q, sub, sup, code, a
 *   and br within a line, and the comment `<!-- -->` on a line of its own, which separates blocks.
 * - Of character references by name, those of Latin-1 and common punctuation are known; others are text.
 * - The items of a list are told apart one by one: an item with one paragraph holds its text, blank lines around it or
 *   not; an item with more holds p elements when a blank line is between its blocks. A nested list may be indented by
 *   two columns under a wider marker.
 * - A table without text in its header has no header; rows keep as many cells as they have.
 * - A fence's language is kept as in HTML: pre, with a code of class language-x in it. Text indented by four is pre.
 * - Elements nest 32 deep at most, inline and as blocks; what would nest deeper is text.
 *
 * The nodes are in normal form: adjacent text is one string, white space in it one blank, except in pre and code; none
 * stands beside a br. A paragraph keeps one blank at its start and end, where NIST's pretty-printed XML has one.
 */
import { BlockParser } from "./block-parser.js";
import { parseInline } from "./inline-tree.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import { isBlankContent } from "./normal-inline.js";

const lineEnds = /\r\n?/g;
/** The sign of a block other than a paragraph of one line: a second line, or a mark at its start. */
const block = /[\n\t]| {2}|^ ?(?:[#>*+\-_`~<]|\d{1,9}[.)])/;

/** The inline nodes of a markup-line's Markdown, as in a title; a line break is a blank. Any text is Markdown: nothing is refused. */
export function parseMarkupLine(markdown: string): MarkupNode[] {
  return parseInline(withLineFeeds(markdown));
}

/**
 * The block elements of a markup-multiline's Markdown, as in a part's prose. Any text is Markdown: nothing is refused.
 * @param onLineEnds is told of line ends within paragraphs, which become blanks, how many of them there are
 */
export function parseMarkupMultiline(markdown: string, onLineEnds?: (count: number) => void): MarkupElement[] {
  const text = withLineFeeds(markdown);
  if (!block.test(text)) {
    const children = parseInline(text);
    return isBlankContent(children) ? [] : [{ name: "p", attributes: {}, children }];
  }
  return new BlockParser(text.split("\n"), 0, onLineEnds).parse().map(({ element }) => element);
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(lineEnds, "\n") : text;
}
