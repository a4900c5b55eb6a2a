import { isCollection, isScalar, visit, type Document, type Node } from "yaml";
import { quote } from "../schema-words.js";
import { keyIn, lineAt, lineBehind } from "./lines.js";
import { inQuotes, longestExample, plainText } from "./quotes.js";
import type { Slip } from "./slip.js";

const wholeFile = "get the whole file again if it is cut off";

/** A quote that nothing closes, at the quote that opens it. @param end offset behind the last word of the text */
export function openQuote(nodes: readonly Node[], text: string, offset: number, end: number): Slip {
  const opening = lastNode(nodes, offset, isQuoted);
  const start = opening?.range?.[0] ?? offset;
  const sign = text.charAt(start);
  const first = lineAt(text, start);
  const written = text.slice(start, first.start + first.text.length).trimEnd();
  const closed = written.length < longestExample ? `: ${written}${sign}` : ".";
  return {
    offset: start,
    words: `the quote ${sign} that opens here is not closed`,
    fix: `Write ${sign} at the end of the text${offset >= end ? `, or ${wholeFile}` : ""}${closed}`,
    until: offset >= end ? Infinity : lineAt(text, offset).start,
  };
}

/** A bracket that nothing closes, at the bracket. @param end offset behind the last word of the text */
export function openBracket(nodes: readonly Node[], text: string, offset: number, end: number): Slip {
  const opening = lastNode(nodes, offset, (node) => isFlow(node) && !isClosed(node, text));
  const start = opening?.range?.[0] ?? offset;
  const sign = text.charAt(start);
  const closing = sign === "{" ? "}" : "]";
  const found = text.charAt(offset);
  const what = `the ${sign === "{" ? "object" : "list"} that ${quote(sign)} opens here`;
  // The parser takes what stands behind such a bracket for the end of the document.
  const until = offset >= end || closesFurtherDown(text, offset, closing) ? Infinity : offset + 1;
  if (/[\]}]/.test(found) && found !== closing) {
    return {
      offset,
      words: `${what.replace(" here", "")} is closed by ${quote(found)}`,
      fix: `Write ${quote(closing)}.`,
    };
  }
  const line = lineAt(text, start);
  const key = keyIn(line);
  const indented = key === undefined ? "" : `, or indent its lines deeper than ${quote(key.name)}`;
  return {
    offset: start,
    words: `${what} is not closed`,
    fix: `Write ${quote(closing)} behind its last entry${offset >= end ? `, or ${wholeFile}` : indented}.`,
    until,
  };
}

/** Whether a line further down begins with the closing bracket, before any key does. */
function closesFurtherDown(text: string, offset: number, closing: string): boolean {
  for (let line = lineBehind(text, lineAt(text, offset)); line !== undefined; line = lineBehind(text, line)) {
    if (line.text.charAt(line.indent) === closing) return true;
    if (keyIn(line) !== undefined) return false;
  }
  return false;
}

/** Text behind a value that is complete: behind a closing quote or bracket. */
export function textBehindTheEnd(nodes: readonly Node[], text: string, offset: number): Slip | undefined {
  const rest = plainText(text, offset);
  const value = lastNode(nodes, offset, () => true);
  const [start, end] = value?.range ?? [];
  if (value === undefined || start === undefined || end === undefined || text.slice(end, offset).trim() !== "")
    return undefined;
  const line = lineAt(text, offset);
  if (isFlow(value)) {
    return {
      offset,
      words: `${JSON.stringify(rest)} stands behind the end of the value`,
      fix: "Remove it, or put the whole text in quotes.",
    };
  }
  const sign = text.charAt(start);
  if (start < line.start) {
    return {
      offset: start,
      words: `the quote ${sign} that opens here is closed only by a quote further down`,
      fix: `Write ${sign} at the end of the text.`,
      until: Infinity,
    };
  }
  const whole = text.slice(start, offset) + rest;
  if (sign === "'" && end === offset) {
    const inner = whole.slice(1).replace(/'$/, "");
    return {
      offset: end - 1,
      words: "the text in single quotes ends at this quote, and goes on behind it",
      fix: `Write '' for a ' within the text, or put the text in double quotes: ${inQuotes(inner)}`,
    };
  }
  return {
    offset,
    words: `a text stands behind the closing quote: ${rest}`,
    fix: `Put one pair of quotes around the whole text: ${inQuotes(whole)}`,
  };
}

/** The nodes of a document that a sign opens and another closes, in their order: texts in quotes, lists and objects in brackets. */
export function enclosed(document: Document): readonly Node[] {
  const nodes: Node[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (isQuoted(node) || isFlow(node)) nodes.push(node);
    },
  });
  return nodes.sort((a, b) => startOf(a) - startOf(b));
}

/** The last node of a kind that begins before an offset. */
function lastNode(nodes: readonly Node[], offset: number, wanted: (node: Node) => boolean): Node | undefined {
  return nodes.findLast((node) => startOf(node) < offset && wanted(node));
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
}

function isClosed({ range }: Node, text: string): boolean {
  return Array.isArray(range) && /[\]}]/.test(text.charAt(range[1] - 1));
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}
