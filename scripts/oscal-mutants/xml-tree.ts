// Finds where the elements of a well-formed XML text stand, so that it can be broken by cutting and pasting.
import { SaxesParser } from "saxes";

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Offset of its "<". */
  start: number;
  /** Offset behind its start tag. */
  inside: number;
  /** Offset of its end tag; that of its end for an empty tag. */
  close: number;
  /** Offset behind it. */
  end: number;
  children: XmlElement[];
  parent: XmlElement | undefined;
  /** Names from the root, without what stands between equal ones. */
  path: string;
}

/** @returns in document order, the root first */
export function elementsOf(text: string): XmlElement[] {
  const parser = new SaxesParser();
  const all: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on("opentag", (tag) => {
    const parent = open.at(-1);
    const element: XmlElement = {
      name: tag.name,
      attributes: tag.attributes,
      start: text.lastIndexOf(`<${tag.name}`, parser.position - 1),
      inside: parser.position,
      close: 0,
      end: 0,
      children: [],
      parent,
      path: `${parent?.path ?? ""}/${tag.name}`,
    };
    parent?.children.push(element);
    all.push(element);
    open.push(element);
  });
  parser.on("closetag", (tag) => {
    const element = open.pop();
    if (element === undefined) return;
    element.end = parser.position;
    element.close = tag.isSelfClosing ? element.end : text.lastIndexOf("</", parser.position);
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return all;
}
