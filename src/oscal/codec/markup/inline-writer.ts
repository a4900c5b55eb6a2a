import { looksLikeReference } from "./character-reference.js";
import { codePointAt, codePointBefore, flanking } from "./flanking.js";
import { balanced } from "./link-target.js";
import type { MarkupElement, MarkupNode } from "./markup-node.js";
import type { MarkupProblem } from "./markup-problem.js";
import {
  collapseBlanks,
  isBlank,
  maximumMarkupDepth,
  normalInline,
  textOf,
  trimInline,
  trimText,
  withoutIndentation,
} from "./normal-inline.js";
import { isCompleteInsert, plainMarkdown } from "./plain-inline.js";
import { canPair, escapeText, isWord, underscoreRuns, type TextPlace, type UnderscoreRun } from "./text-escapes.js";

/** Where inline nodes are written. */
export interface InlinePlace {
  /** The container of the text: only a paragraph may go on over several lines. */
  readonly container: "paragraph" | "line" | "cell";
  /** Whether blanks at the start and the end of the text are left out; indentation always is. */
  readonly trim: boolean;
  readonly problems: MarkupProblem[];
}

interface Context extends InlinePlace, Pick<TextPlace, "inLink"> {
  readonly depth: number;
  /** The character before the first node and after the last; empty at the block's start and end. */
  readonly edge: string;
  readonly underscores: "kept" | "escaped";
}

interface ElementPlace {
  readonly before: string;
  readonly after: string;
  /** Whether the element is the first or the last of its parent. */
  readonly edge: boolean;
  /** Whether something stands before it in its parent. */
  readonly inLine: boolean;
}

interface Written {
  readonly markdown: string;
  /** The delimiters that stand in it, so that an element around it takes another one. */
  readonly delimiters: string;
  /** The runs of underscores in its texts, in order. */
  readonly runs: readonly UnderscoreRun[];
}

const attributesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["em", []],
  ["strong", []],
  ["code", []],
  ["q", []],
  ["sub", []],
  ["sup", []],
  ["br", []],
  ["a", ["href", "title"]],
  ["img", ["alt", "src", "title"]],
  ["insert", ["type", "id-ref"]],
]);
const delimitersOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["em", ["*", "_"]],
  ["strong", ["**", "__"]],
  ["q", ['"']],
  ["sub", ["~"]],
  ["sup", ["^"]],
]);

/** Inline nodes as Markdown. */
export function writeInline(content: readonly MarkupNode[], place: InlinePlace): string {
  const { container, trim, problems } = place;
  // Most texts need none of the steps below.
  const plain = plainMarkdown(content);
  if (plain !== undefined) return trim ? trimText(plain) : plain;
  const nodes = trim ? content : withoutIndentation(content);
  const [only] = nodes;
  if (nodes.length === 1 && typeof only === "string") {
    const text = trim ? trimText(collapseBlanks(only)) : collapseBlanks(only);
    return text === "" ? "" : escapeText(text, loneText[container]);
  }
  const context = { container, trim, problems, depth: 1, edge: "", inLink: false } as const;
  const kept = write(nodes, { ...context, underscores: "kept" }, false);
  if (kept.runs.length === 0 || (!kept.delimiters.includes("_") && !canPair(kept.runs))) return kept.markdown;
  return write(nodes, { ...context, problems: [], underscores: "escaped" }, false).markdown;
}

/** The place of a text that has nothing beside it, by what holds it. */
const loneText: Readonly<Record<InlinePlace["container"], TextPlace>> = {
  paragraph: {
    before: "",
    after: "",
    lineStart: "first",
    underscores: "escaped-in-pairs",
    inLink: false,
    inTable: false,
  },
  line: { before: "", after: "", lineStart: false, underscores: "escaped-in-pairs", inLink: false, inTable: false },
  cell: { before: "", after: "", lineStart: false, underscores: "escaped-in-pairs", inLink: false, inTable: true },
};

/** The element names that Markdown has inline. */
export function isInlineName(name: string): boolean {
  return attributesOf.has(name) || name === "i" || name === "b";
}

function write(nodes: readonly MarkupNode[], context: Context, inCode: boolean): Written {
  const held = holdable(normalInline(nodes, inCode), context, inCode);
  const normal = context.trim && context.depth === 1 ? trimInline(held) : held;
  let markdown = "";
  let delimiters = "";
  // The end of the Markdown so far, kept apart: looking into a text that grows would copy it each time.
  let before = context.edge;
  let inLine = false;
  const runs: UnderscoreRun[] = [];
  for (let index = 0; index < normal.length; index += 1) {
    const node = normal[index] ?? "";
    const after = edgeOf(normal[index + 1], context);
    let piece: string;
    if (typeof node === "string") {
      const place = textPlace(before, after, index === 0, context);
      piece = escapeText(node, place);
      runs.push(...underscoreRuns(node, place));
      inLine ||= !isBlank(node);
    } else {
      const edge = index === 0 || index === normal.length - 1;
      const written = element(node, { before, after, edge, inLine }, context);
      piece = written.markdown;
      delimiters += written.delimiters;
      runs.push(...written.runs);
      inLine = true;
    }
    markdown += piece;
    before = codePointBefore(piece, piece.length) || before;
  }
  return { markdown, delimiters, runs };
}

/** Nodes in normal form, with what Markdown lacks reported and replaced by its content. */
function holdable(nodes: MarkupNode[], context: Context, inCode: boolean): MarkupNode[] {
  if (nodes.every((node) => typeof node === "string" || problemOf(node, context) === undefined)) return nodes;
  const held: MarkupNode[] = [];
  for (const node of nodes) {
    const problem = typeof node === "string" ? undefined : problemOf(node, context);
    if (typeof node === "string" || problem === undefined) held.push(node);
    else {
      context.problems.push({ message: problem, node });
      for (const child of contentOf(node, context, inCode)) held.push(child);
    }
  }
  return normalInline(held, inCode);
}

function contentOf(node: MarkupElement, context: Context, inCode: boolean): readonly MarkupNode[] {
  if (node.name === "img") return [node.attributes["alt"] ?? ""];
  if (context.depth > maximumMarkupDepth) return [textOf(node.children)];
  return holdable(normalInline(node.children, inCode), { ...context, depth: context.depth + 1 }, inCode);
}

function element(node: MarkupElement, place: ElementPlace, context: Context): Written {
  reportAttributes(node, context);
  const { children } = node;
  switch (node.name) {
    case "br": {
      const soft = context.container !== "paragraph" || place.edge;
      return { markdown: soft ? "<br/>" : "\\\n", delimiters: "", runs: [] };
    }
    case "insert": {
      const { type = "", "id-ref": idRef = "" } = node.attributes;
      return { markdown: `{{ insert: ${type}, ${idRef} }}`, delimiters: "", runs: [] };
    }
    case "img": {
      const { alt = "", src = "", title } = node.attributes;
      return {
        markdown: `![${escapeAlternative(alt, context)}]${target(src, title, context)}`,
        delimiters: "",
        runs: [],
      };
    }
    case "code": {
      const [text = ""] = children;
      const span = typeof text === "string" && children.length === 1 && place.before !== "`";
      const written = span ? codeSpan(text, context) : undefined;
      return written === undefined ? tagged(node, context) : { markdown: written, delimiters: "", runs: [] };
    }
    case "a": {
      const { href, title } = node.attributes;
      if (href === undefined) return tagged(node, context);
      const inner = write(children, { ...context, depth: context.depth + 1, edge: "[", inLink: true }, false);
      return { ...inner, markdown: `[${inner.markdown}]${target(href, title, context)}` };
    }
    default:
      return delimited(node, place, context);
  }
}

/** An element between delimiters, when they read back as that element where they stand; else between tags. */
function delimited(node: MarkupElement, place: ElementPlace, context: Context): Written {
  const { before, after } = place;
  const inner = write(node.children, { ...context, depth: context.depth + 1, edge: "(" }, false);
  const text = inner.markdown;
  const first = codePointAt(text, 0);
  const last = codePointBefore(text, text.length);
  const script = node.name === "sub" || node.name === "sup";
  const split = script && /\s/.test(text) && (isWord(before) || isWord(after));
  for (const delimiter of delimitersOf.get(node.name) ?? []) {
    const character = delimiter.charAt(0);
    if (text === "" || split || before === character || inner.delimiters.includes(character)) continue;
    const closing = flanking(character, last, after);
    const weak = delimiter === "*" && place.inLine && before === " " && /^ [^ ]/.test(text) && !closing.canOpen;
    if (!(weak || flanking(character, before, first).canOpen) || !closing.canClose) continue;
    return { ...inner, markdown: delimiter + text + delimiter, delimiters: inner.delimiters + character };
  }
  return { ...inner, markdown: `<${node.name}>${text}</${node.name}>` };
}

function tagged(node: MarkupElement, context: Context): Written {
  const deeper = { ...context, depth: context.depth + 1, edge: "(" };
  const inner = write(node.children, deeper, node.name === "code");
  return { ...inner, markdown: `<${node.name}>${inner.markdown}</${node.name}>` };
}

function reportAttributes(node: MarkupElement, context: Context): void {
  const known = attributesOf.get(node.name) ?? [];
  const names = Object.keys(node.attributes);
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? "";
    const lost =
      !known.includes(name) || (name === "title" && node.name === "a" && node.attributes["href"] === undefined);
    if (lost) {
      const message = `Markdown cannot hold the attribute ${name} of ${node.name}; it is left out.`;
      context.problems.push({ message, node });
    }
  }
  if ((node.name === "img" || node.name === "insert" || node.name === "br") && node.children.length > 0) {
    context.problems.push({ message: `${node.name} is empty in Markdown; its content is left out.`, node });
  }
}

function problemOf(node: MarkupElement, context: Context): string | undefined {
  const { name, attributes } = node;
  if (!attributesOf.has(name)) return `Markdown has no element ${name} within text; only its content is written.`;
  if (context.depth > maximumMarkupDepth) {
    return `Elements nest deeper than ${String(maximumMarkupDepth)} levels; only the text of ${name} is written.`;
  }
  if (name === "img" && attributes["src"] === undefined)
    return "An img without src cannot be written in Markdown; its alternative text is written.";
  if (name === "a" && context.inLink)
    return "A link within a link cannot be written in Markdown; only its text is written.";
  if (name !== "insert") return undefined;
  if (isCompleteInsert(attributes)) return undefined;
  return "An insert needs type and id-ref, each a name without blanks; it is left out.";
}

/** The start of the next node's Markdown, as far as it matters to the text before it. */
function edgeOf(next: MarkupNode | undefined, context: Context): string {
  if (next === undefined) return context.edge;
  if (typeof next === "string") return codePointAt(next, 0);
  if (next.name === "a") return "[";
  return next.name === "insert" ? "{" : "*";
}

function textPlace(before: string, after: string, first: boolean, context: Context): TextPlace {
  const begins = first && context.depth === 1 && context.container === "paragraph";
  return {
    before,
    after,
    lineStart: before === "\n" ? "later" : begins && "first",
    inLink: context.inLink,
    inTable: context.container === "cell",
    underscores: context.underscores,
  };
}

/** A code span, unless backslashes and bars in a table cell would be misread. */
function codeSpan(text: string, context: Context): string | undefined {
  if (text === "" || (context.container === "cell" && text.includes("\\|"))) return undefined;
  const longest = (text.match(/`+/g) ?? []).map((run) => run.length);
  let fence = "`";
  while (longest.includes(fence.length)) fence += "`";
  const edges = text.startsWith("`") || text.endsWith("`");
  const blanks = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
  const padding = edges || blanks ? " " : "";
  const content = context.container === "cell" ? text.replaceAll("|", "\\|") : text;
  return fence + padding + content + padding + fence;
}

function target(destination: string, title: string | undefined, context: Context): string {
  const simple = destination !== "" && !destination.startsWith("<") && !/[\s\p{Cc}]/u.test(destination);
  const escaped = escapeReferences(destination, context);
  const address = simple
    ? balanced(destination)
      ? escaped
      : escaped.replace(/[()]/g, "\\$&")
    : `<${escaped.replace(/[<>]/g, "\\$&")}>`;
  return `(${address}${title === undefined ? "" : ` "${escapeReferences(title, context).replaceAll('"', '\\"')}"`})`;
}

/** Backslashes, character references and line ends in what is not read as inline text; in a table cell bars too. */
function escapeReferences(text: string, context: Context): string {
  return text.replace(/[\\&\n\r\t|]/g, (found, offset: number) => {
    if (found === "\\") return "\\\\";
    if (found === "&") return looksLikeReference(text, offset) ? "&amp;" : found;
    if (found === "|" && context.container !== "cell") return found;
    return `&#${String(found.charCodeAt(0))};`;
  });
}

function escapeAlternative(text: string, context: Context): string {
  return escapeReferences(text, context).replace(/[`[\]<{]/g, "\\$&");
}
