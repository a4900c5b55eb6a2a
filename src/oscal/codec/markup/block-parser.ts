import {
  closesFence,
  dedent,
  indentOf,
  interruptsParagraph,
  isBlankLine,
  isRule,
  isSeparator,
  type ListMarker,
  mayBeginBlock,
  readFence,
  readHeading,
  readListMarker,
  readQuoteLine,
  trimBlanks,
  underlineLevel,
} from "./block-lines.js";
import { parseInline } from "./inline-tree.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import { isBlankContent, maximumMarkupDepth, normalInline, trimInline } from "./normal-inline.js";
import { beginsTable, parseTable } from "./table-parser.js";

/** The end of a line that is a break: two blanks, or a backslash that is not escaped itself. */
const hardBreak = /(?: {2}|(?:^|[^\\])(?:\\\\)*\\)$/;

/** A block, and where it stood: whether a blank line is between it and the block before. */
interface Block {
  readonly element: MarkupElement;
  readonly apart: boolean;
}

/** Markdown lines of one container (the text itself, a quotation, a list item), read from the first to the last. */
export class BlockParser {
  private readonly lines: readonly string[];
  private readonly depth: number;
  private readonly onLineEnds: ((count: number) => void) | undefined;
  private readonly blocks: Block[] = [];
  private position = 0;
  private apart = false;

  /** @param onLineEnds is told how many line ends of a paragraph become blanks */
  constructor(lines: readonly string[], depth: number, onLineEnds?: (count: number) => void) {
    this.lines = lines;
    this.depth = depth;
    this.onLineEnds = onLineEnds;
  }

  parse(): Block[] {
    while (this.position < this.lines.length) {
      const line = this.line(this.position);
      if (isBlankLine(line)) {
        this.apart = true;
        this.position += 1;
      } else if (isSeparator(line)) this.position += 1;
      else this.takeBlock(line);
    }
    return this.blocks;
  }

  private line(index: number): string {
    return this.lines[index] ?? "";
  }

  private push(name: string, children: readonly MarkupNode[], attributes: Readonly<Record<string, string>> = {}): void {
    this.blocks.push({ element: { name, attributes, children }, apart: this.apart && this.blocks.length > 0 });
    this.apart = false;
  }

  private takeBlock(line: string): void {
    // One look at the first character spares a paragraph, which nearly all blocks are, the five looks for another block.
    if (indentOf(line) < 4 && !mayBeginBlock(line)) {
      this.takeParagraph();
      return;
    }
    const heading = readHeading(line);
    const nests = this.depth < maximumMarkupDepth;
    if (indentOf(line) >= 4) this.takeIndented();
    else if (readFence(line)) this.takeFenced();
    else if (heading) {
      this.position += 1;
      this.push(`h${String(heading.level)}`, trimInline(parseInline(heading.text)));
    } else if (isRule(line)) {
      this.position += 1;
      this.push("hr", []);
    } else if (nests && readQuoteLine(line) !== undefined) this.takeQuote();
    else if (nests && readListMarker(line)) this.takeList();
    else this.takeParagraph();
  }

  /** Text indented by four columns is preformatted. */
  private takeIndented(): void {
    const text: string[] = [];
    while (this.position < this.lines.length) {
      const line = this.line(this.position);
      if (!isBlankLine(line) && indentOf(line) < 4) break;
      text.push(dedent(line, 4));
      this.position += 1;
    }
    let blanks = 0;
    while (isBlankLine(text.at(-1) ?? "x")) {
      text.pop();
      blanks += 1;
    }
    this.push("pre", [text.join("\n")]);
    this.apart = blanks > 0;
  }

  private takeFenced(): void {
    const fence = readFence(this.line(this.position));
    if (!fence) return;
    const text: string[] = [];
    this.position += 1;
    while (this.position < this.lines.length && !closesFence(this.line(this.position), fence)) {
      text.push(dedent(this.line(this.position), fence.indent));
      this.position += 1;
    }
    this.position += 1;
    const content = text.join("\n");
    const children = content === "" ? [] : [content];
    const code = { name: "code", attributes: { class: `language-${fence.info}` }, children };
    this.push("pre", fence.info === "" ? children : [code]);
  }

  private takeQuote(): void {
    const inner: string[] = [];
    const container = new ContainerLines();
    for (; this.position < this.lines.length; this.position += 1) {
      const line = this.line(this.position);
      const content = readQuoteLine(line) ?? container.lazy(line);
      if (content === undefined) break;
      container.take(content);
      inner.push(content);
    }
    const blocks = this.inside(inner);
    this.push(
      "blockquote",
      blocks.map((block) => block.element),
    );
  }

  private takeList(): void {
    const first = readListMarker(this.line(this.position));
    if (!first) return;
    const items: MarkupElement[] = [];
    let trailing = false;
    let marker: ListMarker | undefined = first;
    while (marker?.ordered === first.ordered && marker.delimiter === first.delimiter) {
      const inner = this.itemLines(marker);
      trailing = false;
      while (isBlankLine(inner.at(-1) ?? "x") && inner.length > 1) {
        inner.pop();
        trailing = true;
      }
      items.push(listItem(this.inside(inner), marker.blanks === 2, inner));
      marker = this.position < this.lines.length ? readListMarker(this.line(this.position)) : undefined;
    }
    const attributes = first.ordered && first.start !== 1 ? { start: String(first.start) } : {};
    this.push(first.ordered ? "ol" : "ul", items, attributes);
    this.apart = trailing;
  }

  /** The lines of the list item at the position, without its marker and indentation. */
  private itemLines(marker: ListMarker): string[] {
    const inner = [marker.rest];
    const container = new ContainerLines();
    container.take(marker.rest);
    let hollow = marker.rest === "";
    for (this.position += 1; this.position < this.lines.length; this.position += 1) {
      const line = this.line(this.position);
      let content: string | undefined = dedent(line, marker.contentIndent);
      if (!isBlankLine(line)) {
        // An item that begins with a blank line after its marker is empty.
        if (hollow && inner.length > 1) break;
        hollow = false;
        if (indentOf(line) < marker.contentIndent && !nestsBelow(marker, line)) content = container.lazy(line);
      }
      if (content === undefined) break;
      container.take(content);
      inner.push(content);
    }
    return inner;
  }

  private takeParagraph(): void {
    const first = this.position;
    let end = first;
    let level: 1 | 2 | undefined;
    if (beginsTable(this.line(first), this.lines[first + 1])) {
      this.takeTable();
      return;
    }
    for (end += 1; end < this.lines.length; end += 1) {
      const line = this.line(end);
      if (isBlankLine(line)) break;
      level = underlineLevel(line);
      if (level ?? (this.interrupts(line) || beginsTable(line, this.lines[end + 1]))) break;
    }
    const text = this.lines.slice(first, end).join("\n");
    if (end > first + 1) this.tellLineEnds(this.lines.slice(first, end - 1));
    this.position = level === undefined ? end : end + 1;
    if (level !== undefined) {
      this.push(`h${String(level)}`, trimInline(parseInline(trimBlanks(text))));
      return;
    }
    const children = parseInline(withSingleEdges(text));
    if (!isBlankContent(children)) this.push("p", children);
  }

  private inside(lines: readonly string[]): Block[] {
    return new BlockParser(lines, this.depth + 1, this.onLineEnds).parse();
  }

  /** @param lines of a paragraph without the last one */
  private tellLineEnds(lines: readonly string[]): void {
    const { length: count } = lines.filter((line) => !hardBreak.test(line));
    if (count > 0) this.onLineEnds?.(count);
  }

  private interrupts(line: string): boolean {
    if (!interruptsParagraph(line)) return false;
    // Beyond the depth limit quotations and lists are text.
    return this.depth < maximumMarkupDepth || (!readListMarker(line) && readQuoteLine(line) === undefined);
  }

  private takeTable(): void {
    const first = this.position;
    let end = first + 2;
    while (end < this.lines.length && !isBlankLine(this.line(end)) && !interruptsParagraph(this.line(end))) end += 1;
    this.position = end;
    const table = parseTable(this.line(first), this.line(first + 1), this.lines.slice(first + 2, end));
    this.push("table", table.children);
  }
}

/** A paragraph's text with one blank at most at its start and end: NIST's pretty-printed XML leaves one there. */
function withSingleEdges(text: string): string {
  const trimmed = trimBlanks(text);
  if (trimmed === text) return text;
  const blank = (character: string): string => (character === " " || character === "\t" ? " " : "");
  return blank(text.charAt(0)) + trimmed + blank(text.charAt(text.length - 1));
}

/** Keeps track of whether a line without the container's mark still continues a paragraph in it. */
class ContainerLines {
  private paragraph = false;
  private fence: ReturnType<typeof readFence>;

  take(content: string): void {
    if (this.fence) {
      if (closesFence(content, this.fence)) this.fence = undefined;
      return;
    }
    this.fence = readFence(content);
    const code = indentOf(content) >= 4 && !this.paragraph;
    this.paragraph = !this.fence && !code && !isBlankLine(content) && !isRule(content) && !readHeading(content);
  }

  /** The line as the container reads it without the mark; undefined when it does not belong to the container. */
  lazy(line: string): string | undefined {
    if (!this.paragraph || this.fence || isBlankLine(line)) return undefined;
    if (interruptsParagraph(line) || readListMarker(line)) return undefined;
    return underlineLevel(line) === undefined ? line : `\\${dedent(line, 3)}`;
  }
}

/** Whether a line begins a list in the item although it is indented less than the item's text: many write so below "1. ". */
function nestsBelow(item: ListMarker, line: string): boolean {
  const indent = indentOf(line);
  const marker = indent < item.indent + 2 ? undefined : readListMarker(dedent(line, indent));
  return marker !== undefined && (!marker.ordered || !item.ordered || marker.start === 1);
}

/**
 * A list item. One paragraph alone, or one before other blocks without a blank line, is the item's own text; else
 * paragraphs are p elements.
 */
function listItem(blocks: readonly Block[], wide: boolean, lines: readonly string[]): MarkupElement {
  const loose = blocks.some((block, index) => block.apart || (index > 0 && block.element.name === "p"));
  const [first, ...others] = blocks.map((block) => block.element);
  const li = (children: readonly MarkupNode[]): MarkupElement => ({ name: "li", attributes: {}, children });
  if (first?.name !== "p" || (loose && others.length > 0)) {
    return li(
      blocks.map(({ element }) =>
        element.name === "p" ? { ...element, children: trimInline(element.children) } : element,
      ),
    );
  }
  if (others.length > 0) return li([...trimInline(first.children), ...others]);
  const ends = /[ \t]$/.test(lines.at(-1) ?? "") ? [" "] : [];
  // One more blank after the marker, or one at the end, is the text's own: so NIST writes a paragraph in an item.
  return li(normalInline([wide ? " " : "", ...trimInline(first.children), ...ends], false));
}
