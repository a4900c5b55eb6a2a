import type { MarkupNode } from "./markup-node.js";

/** No element nests deeper than this, inline or block: deeper Markdown stays text, deeper elements are a problem. */
export const maximumMarkupDepth = 32;

/**
 * The normal form of one level of inline nodes: adjacent text merged, empty text left out, i and b named em and strong,
 * runs of blanks and line breaks one blank (as pretty-printed XML demands), none beside a br. Directly in a code
 * element only runs with a line break become one blank.
 */
export function normalInline(nodes: readonly MarkupNode[], inCode: boolean): MarkupNode[] {
  const [only] = nodes;
  if (nodes.length === 1 && typeof only === "string") {
    const text = inCode ? joinLines(only) : collapseBlanks(only);
    return text === "" ? [] : [text];
  }
  const merged: MarkupNode[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? "";
    const last = merged[merged.length - 1];
    if (typeof node !== "string") merged.push(rename(node));
    else if (typeof last === "string") merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  const normal: MarkupNode[] = [];
  for (let index = 0; index < merged.length; index += 1) {
    const node = merged[index] ?? "";
    if (typeof node !== "string") {
      normal.push(node);
      continue;
    }
    let text = inCode ? joinLines(node) : collapseBlanks(node);
    if (isBreak(merged[index - 1])) text = trimStart(text);
    if (isBreak(merged[index + 1])) text = trimEnd(text);
    if (text !== "") normal.push(text);
  }
  return normal;
}

/** Inline nodes without a blank at their start and end. */
export function trimInline(nodes: readonly MarkupNode[]): MarkupNode[] {
  const trimmed = [...nodes];
  const first = trimmed[0];
  if (typeof first === "string") trimmed[0] = trimStart(first);
  const last = trimmed.at(-1);
  if (typeof last === "string") trimmed[trimmed.length - 1] = trimEnd(last);
  return trimmed.filter((node) => node !== "");
}

/**
 * Inline nodes of one block without its indentation: white space with a line break in it, at the start and the end. It comes from how the
 * XML is laid out; a blank without a line break may be meant.
 */
export function withoutIndentation(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const start = indentation(nodes, (index) => index, trimStart);
  const end = indentation(nodes, (index) => nodes.length - 1 - index, trimEnd);
  if (start === undefined && end === undefined) return nodes;
  return nodes.map((node, index) => {
    if (typeof node !== "string") return node;
    const rest = start !== undefined && index <= start ? trimStart(node) : node;
    return end !== undefined && index >= end ? trimEnd(rest) : rest;
  });
}

/**
 * Index of the last text from one end on that has a part in the indentation there; undefined where there is none.
 * @param at index of the node that is so many nodes away from that end
 */
function indentation(
  nodes: readonly MarkupNode[],
  at: (away: number) => number,
  trim: (text: string) => string,
): number | undefined {
  let breaks = false;
  let last: number | undefined;
  for (let away = 0; away < nodes.length; away += 1) {
    const node = nodes[at(away)];
    if (typeof node !== "string") break;
    const rest = trim(node);
    if (rest.length < node.length) {
      breaks ||= /[\n\r]/.test(rest === "" ? node : node.replace(rest, ""));
      last = at(away);
    }
    if (rest !== "") break;
  }
  return breaks ? last : undefined;
}

/** All text of nodes, without their elements. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}

/** Text with each run of blanks, tabs and line breaks as one blank. */
export function collapseBlanks(text: string): string {
  return /[\t\n\r]| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, " ") : text;
}

/** Whether text holds nothing but blanks and line breaks. */
export function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}

/** Whether nodes hold nothing but blanks and line breaks. */
export function isBlankContent(nodes: readonly MarkupNode[]): boolean {
  return nodes.every((node) => typeof node === "string" && isBlank(node));
}

/** Text without blanks, tabs and line breaks around it; other white space is text. */
export function trimText(text: string): string {
  return trimEnd(trimStart(text));
}

/** Text without blanks, tabs and line breaks at its start; other white space is text. */
function trimStart(text: string): string {
  return text.replace(/^[ \t\n\r]+/, "");
}

/** Text without blanks, tabs and line breaks at its end. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\n\r".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Text with each line break, and the blanks beside it, as one blank; other blanks stay. */
export function joinLines(text: string): string {
  return /[\n\r]/.test(text) ? text.replace(/[ \t\n\r]+/g, (run) => (/[\n\r]/.test(run) ? " " : run)) : text;
}

function isBreak(node: MarkupNode | undefined): boolean {
  return node !== undefined && typeof node !== "string" && node.name === "br";
}

function rename(node: Exclude<MarkupNode, string>): MarkupNode {
  if (node.name === "i") return { ...node, name: "em" };
  return node.name === "b" ? { ...node, name: "strong" } : node;
}
