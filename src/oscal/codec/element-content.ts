import type { XmlElement, XmlNode } from "../../source/xml-tree.js";
import { isBlank } from "./datatype.js";

/** Whether nodes are one paragraph that holds nothing, and layout. */
export function isEmptyParagraph(nodes: readonly XmlNode[]): boolean {
  let paragraphs = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? "";
    if (typeof node === "string") {
      if (!isBlank(node)) return false;
    } else if (node.name === "p" && node.children.length === 0) paragraphs += 1;
    else return false;
  }
  return paragraphs === 1;
}

/** All text in an element, in order. */
export function innerText(element: XmlElement): string {
  let text = "";
  const open: XmlNode[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") text += node;
    else for (const child of node.children.toReversed()) open.push(child);
  }
  return text;
}
