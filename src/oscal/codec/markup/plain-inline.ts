import type { MarkupElement, MarkupNode } from "./markup-node.js";

/**
 * The signs that something is more than text, in Markdown that is read and in text that is written: marks of elements, escapes and
 * references, white space that is not one blank, and marks of blocks at the start.
 */
const sign = /[\\`*_~^"[\]{<&|!\t\n\r]| {2}|^ ?[#>+\-\d]/;

const insertPart = /^[^\s,{}|]+$/;

/** Whether the attributes of an insert are two names that Markdown can hold. */
export function isCompleteInsert({ type = "", "id-ref": idRef = "" }: MarkupElement["attributes"]): boolean {
  return insertPart.test(type) && insertPart.test(idRef);
}

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
    const { type = "", "id-ref": idRef = "" } = node.attributes;
    if (node.name !== "insert" || node.children.length > 0 || !isCompleteInsert(node.attributes)) return undefined;
    if (Object.keys(node.attributes).length > 2) return undefined;
    markdown += `{{ insert: ${type}, ${idRef} }}`;
  }
  return markdown;
}
