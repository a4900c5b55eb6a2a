// @ts-check
// Where the elements of a well-formed XML text stand, so that it can be broken by cutting and pasting.
import { SaxesParser } from "saxes";

/**
 * @typedef {object} XmlElement
 * @property {string} name
 * @property {Record<string, string>} attributes
 * @property {number} start offset of its "<"
 * @property {number} inside offset behind its start tag
 * @property {number} close offset of its end tag; that of its end for an empty tag
 * @property {number} end offset behind it
 * @property {XmlElement[]} children
 * @property {XmlElement | undefined} parent
 * @property {string} path names from the root, without what stands between equal ones
 */

/** @param {string} text @returns {XmlElement[]} in document order, the root first */
export function elementsOf(text) {
  const parser = new SaxesParser();
  /** @type {XmlElement[]} */
  const all = [];
  /** @type {XmlElement[]} */
  const open = [];
  parser.on("opentag", (tag) => {
    const parent = open.at(-1);
    /** @type {XmlElement} */
    const element = {
      name: tag.name,
      attributes: /** @type {Record<string, string>} */ (tag.attributes),
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
