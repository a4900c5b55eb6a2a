import type { XmlElement } from "../../source/xml-tree.js";
import { arrayIndex, parsePointer } from "../../source/pointer.js";
import { xmlNamespace, rootDefinition, type Definition, type Use } from "./definition.js";

/** The meaning of a JSON pointer in XML: an element, or one of its attributes. */
export interface XmlPlace {
  readonly element: XmlElement;
  readonly attribute?: string;
}

/**
 * The XML behind a place of the JSON tree that was read from it, or the innermost around it that there is.
 * Of an array that is its first entry, or the element around all; of unwrapped markup its first block.
 * @param root of the XML that `xmlToJson` has read
 * @param pointer JSON pointer (RFC 6901) into what it made of it
 */
export function elementAt(root: XmlElement, pointer: string): XmlPlace {
  const segments = parsePointer(pointer);
  let element = root;
  let definition = segments[0] === root.name ? rootDefinition(root.name) : undefined;
  let at = 1;
  while (definition && at < segments.length) {
    const segment = segments[at] ?? "";
    if (definition.flagsByName.has(segment)) {
      return element.attributes[segment] === undefined ? { element } : { element, attribute: segment };
    }
    const use = definition.byProperty.get(segment);
    if (!use) break;
    const index = use.many ? segments[at + 1] : undefined;
    const next = entryOf(element, definition, use, index, root.namespace);
    if (next.element === undefined) return { element: next.owner };
    element = next.element;
    if (use.many && index === undefined) break;
    definition = use.definition();
    at += use.many ? 2 : 1;
  }
  return { element };
}

/** @param index segment of the pointer behind an array; undefined where it ends there, or where there is no array */
function entryOf(
  owner: XmlElement,
  definition: Definition,
  use: Use,
  index: string | undefined,
  namespace: string,
): { element: XmlElement | undefined; owner: XmlElement } {
  const matches = (parent: XmlElement, matching: (name: string) => boolean, wanted: number): XmlElement | undefined => {
    let left = wanted;
    for (const child of parent.children) {
      if (typeof child === "string" || !matching(child.name)) continue;
      if (child.namespace !== namespace && child.namespace !== xmlNamespace) continue;
      if (left === 0) return child;
      left -= 1;
    }
    return undefined;
  };
  if (use.form === "unwrapped") {
    return { element: matches(owner, (name) => definition.byElement.get(name) === use, 0), owner };
  }
  const wanted = index === undefined ? 0 : (arrayIndex(index) ?? Number.MAX_SAFE_INTEGER);
  if (use.form !== "grouped") return { element: matches(owner, (name) => name === use.element, wanted), owner };
  const wrapper = matches(owner, (name) => name === use.property, 0);
  if (wrapper === undefined || index === undefined) return { element: wrapper, owner };
  return { element: matches(wrapper, (name) => name === use.element, wanted), owner: wrapper };
}
