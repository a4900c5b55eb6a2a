import { blockSeparator } from "./block-lines.js";
import { isInlineName, writeInline } from "./inline-writer.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import type { MarkupProblem } from "./markup-problem.js";
import { isBlank, maximumMarkupDepth, textOf } from "./normal-inline.js";
import { writeTable } from "./table-writer.js";

const blockNames = new Set("p h1 h2 h3 h4 h5 h6 ul ol pre hr blockquote table".split(" "));
const languageClass = /^language-([^\s]+(?: [^\s]+)*)$/;

interface Surroundings {
  readonly depth: number;
  readonly problems: MarkupProblem[];
  /** Whether the blocks stand in a list item. */
  readonly inItem: boolean;
}

/** Block elements as Markdown: those of the text itself, with NIST's blank line at the end of each list. */
export function writeBlocks(blocks: readonly MarkupNode[], problems: MarkupProblem[]): string {
  const around: Surroundings = { depth: 0, problems, inItem: false };
  const written = sequence(blocksOf(blocks, around), around);
  return written.map(({ element, lines }) => lines.join("\n") + (isList(element) ? "\n" : "")).join("\n\n");
}

interface WrittenBlock {
  readonly element: MarkupElement;
  readonly lines: readonly string[];
}

/** Blocks in normal form: text and inline elements between blocks are paragraphs, unknown elements their content. */
function blocksOf(nodes: readonly MarkupNode[], around: Surroundings): MarkupElement[] {
  const blocks: MarkupElement[] = [];
  // The nodes since the last block, and whether they are more than layout.
  let from = 0;
  let isText = false;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? "";
    if (typeof node === "string" || isInlineName(node.name)) isText ||= typeof node !== "string" || !isBlank(node);
    else {
      if (isText) blocks.push(paragraph(nodes.slice(from, index)));
      from = index + 1;
      isText = false;
      if (blockNames.has(node.name)) blocks.push(node);
      else {
        const message = `Markdown has no element ${node.name}; only its content is written.`;
        around.problems.push({ message, node });
        if (around.depth >= maximumMarkupDepth) blocks.push(paragraph([textOf(node.children)]));
        else for (const block of blocksOf(node.children, { ...around, depth: around.depth + 1 })) blocks.push(block);
      }
    }
  }
  if (isText) blocks.push(paragraph(nodes.slice(from)));
  return blocks;
}

function paragraph(children: readonly MarkupNode[]): MarkupElement {
  return { name: "p", attributes: {}, children };
}

/** The lines of each block that has any; lists in a row take turns with their markers, so that they stay apart. */
function sequence(blocks: readonly MarkupElement[], around: Surroundings, outerMarker = ""): WrittenBlock[] {
  const written: WrittenBlock[] = [];
  let alternate = outerMarker === "*";
  for (let index = 0; index < blocks.length; index += 1) {
    const element = blocks[index];
    if (element === undefined) continue;
    const previous = written[written.length - 1]?.element;
    if (!previous) alternate &&= element.name === "ul";
    else alternate = previous.name === element.name && isList(element) && !alternate;
    const lines = writeBlock(element, around, alternate);
    if (lines.length > 0) written.push({ element, lines });
  }
  return written;
}

function writeBlock(element: MarkupElement, around: Surroundings, alternate: boolean): readonly string[] {
  const { name, children } = element;
  const { problems } = around;
  if (name !== "table") reportAttributes(element, name === "ol" ? ["start"] : [], problems);
  const nested = name === "ul" || name === "ol" || name === "blockquote";
  if (nested && around.depth >= maximumMarkupDepth) {
    const message = `Lists and quotations nest deeper than ${String(maximumMarkupDepth)} levels; only the text of ${name} is written.`;
    problems.push({ message, node: element });
    return writeParagraph(paragraph([textOf(children)]), around);
  }
  switch (name) {
    case "p":
      return writeParagraph(element, around);
    case "pre":
      return writePreformatted(element, problems);
    case "hr":
      // In a list item "---" could underline the text above it or, with the item's marker, be a break itself.
      return [around.inItem ? "___" : "---"];
    case "blockquote":
      return writeQuote(element, around);
    case "table":
      return writeTable(element, problems);
    case "ul":
    case "ol":
      return writeList(element, around, alternate);
    default: {
      const content = writeInline(children, { container: "line", trim: true, problems });
      // Number signs at the end of a heading would be taken for its closing.
      const text = /(?:^|[^\\])#$/.test(content) ? `${content.slice(0, -1)}\\#` : content;
      const marks = "#".repeat(Number(name.charAt(1)));
      return [text === "" ? marks : `${marks} ${text}`];
    }
  }
}

function writeParagraph(element: MarkupElement, { problems, inItem }: Surroundings): readonly string[] {
  const markdown = writeInline(element.children, { container: "paragraph", trim: inItem, problems });
  if (!isBlank(markdown)) return linesOf(markdown);
  const message = "An empty paragraph cannot be written in Markdown; it is left out.";
  problems.push({ message, node: element, harmless: true });
  return [];
}

/** Most paragraphs are one line, which costs no copy of it. */
function linesOf(markdown: string): readonly string[] {
  return markdown.includes("\n") ? markdown.split("\n") : [markdown];
}

function writePreformatted(element: MarkupElement, problems: MarkupProblem[]): readonly string[] {
  const [only] = element.children;
  const inCode = element.children.length === 1 && typeof only === "object" && only.name === "code" ? only : undefined;
  const language = languageClass.exec(inCode?.attributes["class"] ?? "")?.[1];
  const content = language === undefined ? element.children : (inCode?.children ?? []);
  for (const node of content) {
    if (typeof node === "string") continue;
    problems.push({ message: `Markdown has no ${node.name} within pre; only its text is written.`, node });
  }
  const text = textOf(content).replace(/\r\n?/g, "\n");
  const mark = language?.includes("`") ? "~" : "`";
  const runs = text.match(/^ {0,3}(?:`{3,}|~{3,})/gm) ?? [];
  const fence = mark.repeat(runs.reduce((longest, run) => Math.max(longest, run.trimStart().length), 2) + 1);
  return [fence + (language ?? "").replace(/[\\&]/g, "\\$&"), ...(text === "" ? [] : text.split("\n")), fence];
}

function writeQuote(element: MarkupElement, around: Surroundings): readonly string[] {
  const inner: Surroundings = { ...around, depth: around.depth + 1, inItem: false };
  const lines = spaced(sequence(blocksOf(element.children, inner), inner));
  return lines.length === 0 ? [">"] : lines.map((line) => (line === "" ? ">" : `> ${line}`));
}

function writeList(list: MarkupElement, around: Surroundings, alternate: boolean): readonly string[] {
  const { problems } = around;
  const start = list.attributes["start"] ?? "1";
  const valid = /^\d{1,9}$/.test(start);
  if (!valid)
    problems.push({
      message: `The list's start ${start} is not a number of up to nine digits; it is left out.`,
      node: list,
    });
  const marker =
    list.name === "ul" ? (alternate ? "-" : "*") : `${valid ? String(Number(start)) : "1"}${alternate ? ")" : "."}`;
  const lines: string[] = [];
  for (const item of itemsOf(list, problems)) {
    const blanks = " ".repeat(marker.length + 1);
    const [first, ...others] = writeItem(item, around, marker);
    lines.push(first === undefined ? marker : `${marker} ${first}`);
    for (const line of others) lines.push(line === "" ? "" : blanks + line);
  }
  if (lines.length === 0) problems.push({ message: "A list without items is left out.", node: list, harmless: true });
  return lines;
}

function itemsOf(list: MarkupElement, problems: MarkupProblem[]): MarkupElement[] {
  return list.children.flatMap((child) => {
    if (typeof child === "string" && isBlank(child)) return [];
    if (typeof child !== "string" && child.name === "li") return [child];
    problems.push({ message: `A list holds list items only; what stands beside them is written as one.`, node: child });
    return [{ name: "li", attributes: {}, children: [child] }];
  });
}

function writeItem(item: MarkupElement, outer: Surroundings, marker: string): readonly string[] {
  const around: Surroundings = { ...outer, depth: outer.depth + 1, inItem: true };
  const { problems } = around;
  reportAttributes(item, [], problems);
  const blocks = blocksOf(item.children, around);
  const [first] = blocks;
  if (blocks.length <= 1 && (first === undefined || first.name === "p")) {
    // Blanks around a lone paragraph are the item's, as NIST writes them, unless they are indentation.
    const own = item.children.includes(first ?? "");
    const text = own
      ? item.children.flatMap((node) => (node === first ? node.children : node))
      : (first?.children ?? []);
    if (own && first) reportAttributes(first, [], problems);
    const markdown = writeInline(text, { container: "paragraph", trim: false, problems });
    return isBlank(markdown) ? [] : linesOf(markdown);
  }
  const own = item.children.findIndex((node) => typeof node === "object" && blockNames.has(node.name));
  const tight = item.children.slice(0, own).some((node) => typeof node !== "string" || !isBlank(node));
  const written = sequence(blocks, around, marker);
  const paragraphs = written.filter(({ element }) => element.name === "p").length;
  if (paragraphs === 0 || (tight && paragraphs === 1)) return dense(written);
  const explicit = item.children.filter((node) => typeof node === "object" && node.name === "p").length;
  if (explicit < paragraphs) {
    const message =
      "Text and paragraphs in one list item cannot be told apart in Markdown; the text is written as paragraphs.";
    problems.push({ message, node: item, harmless: true });
  }
  return spaced(written);
}

function spaced(blocks: readonly WrittenBlock[]): string[] {
  return blocks.flatMap(({ lines }, index) => (index === 0 ? lines : ["", ...lines]));
}

/** Blocks without blank lines between them, which would make paragraphs of the item's text. */
function dense(blocks: readonly WrittenBlock[]): string[] {
  return blocks.flatMap(({ element, lines }, index) => {
    const previous = blocks[index - 1]?.element;
    return previous === undefined || interrupts(previous, element, lines) ? lines : [blockSeparator, ...lines];
  });
}

/** Whether a block ends the one before it without a blank line between them. */
function interrupts(previous: MarkupElement, element: MarkupElement, lines: readonly string[]): boolean {
  if (element.name === "blockquote") return previous.name !== "blockquote";
  if (element.name === "table") return false;
  if (!isList(element)) return true;
  return !/^(?:[-*]|\d+[.)])$/.test(lines[0] ?? "") && Number(element.attributes["start"] ?? "1") === 1;
}

function reportAttributes(element: MarkupElement, held: readonly string[], problems: MarkupProblem[]): void {
  const names = Object.keys(element.attributes);
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? "";
    if (held.includes(name)) continue;
    const message = `Markdown cannot hold the attribute ${name} of ${element.name}; it is left out.`;
    problems.push({ message, node: element });
  }
}

function isList(element: MarkupElement): boolean {
  return element.name === "ul" || element.name === "ol";
}
