import type { MarkupNode } from "./markup-node.js";

/**
 * The signs that something is more than text, in Markdown that is read and in text that is written: marks of elements, escapes and
 * references, white space that is not one blank, and marks of blocks at the start.
 */
const sign = /[\\`*_~^"[\]{<&|!\t\n\r]| {2}|^ ?[#>+\-\d]/;

/** A name that an insert may hold: without blanks, and without what ends a name in Markdown. */
export const insertPart: RegExp = /^[^\s,{}|]+$/;

/** Whether a text is the same in Markdown and as a node, wherever it stands; blanks at its ends, one each, are part of it. */
export function isPlainText(text: string): boolean {
  return !sign.test(text);
}

/**
 * The Markdown of inline nodes that are nothing but plain text and complete inserts, as nearly all are.
 * @returns undefined for others
 */
export function plainMarkdown(nodes: readonly MarkupNode[]): string | undefined {
  let markdown = "";
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? "";
    if (typeof node === "string") {
      // Two texts side by side are one, with blanks of its own.
      if (sign.test(node) || (index > 0 && typeof nodes[index - 1] === "string")) return undefined;
      markdown += node;
      continue;
    }
    const { type, "id-ref": idRef } = node.attributes;
    if (node.name !== "insert" || node.children.length > 0 || type === undefined || idRef === undefined) return undefined;
    if (!insertPart.test(type) || !insertPart.test(idRef) || Object.keys(node.attributes).length > 2) return undefined;
    markdown += `{{ insert: ${type}, ${idRef} }}`;
  }
  return markdown;
}
