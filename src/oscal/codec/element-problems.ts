import { nearest } from "../../foundation/nearest.js";
import type { XmlElement } from "../../source/xml-tree.js";
import { quote } from "../../source/schema-words.js";
import { tag, type CodecProblem } from "./codec-problem.js";
import { xmlNamespace, rootNames, type Use } from "./definition.js";
import { markupContents, type MarkupContent } from "./markup-content.js";
import type { MarkupNode } from "./markup/markup-node.js";
import type { MarkupProblem } from "./markup/markup-problem.js";

/** A set of names, or a table by name. */
interface Names {
  keys(): Iterable<string>;
}

/** @see xmlToJson: each of these words one thing that XML holds and JSON cannot. */
export function unknownRoot(element: XmlElement): CodecProblem {
  const guess = nearest(element.name, rootNames);
  return {
    code: "xml-unknown-root",
    severity: "error",
    pointer: "",
    message: `${tag(element.name)} is not the root of an OSCAL document. ${guessWords(guess)}Known: ${tags(rootNames)}.`,
    fix: guess === undefined ? "Read an OSCAL document." : `Rename it to ${tag(guess)}.`,
    ...choices(rootNames, guess),
    element,
  };
}

export function wrongNamespace(element: XmlElement): CodecProblem {
  return {
    code: "xml-namespace",
    severity: "error",
    pointer: "",
    message: `${tag(element.name)} ${whereOf(element)}; the elements of OSCAL are in ${quote(xmlNamespace)}.`,
    fix: `Write xmlns="${xmlNamespace}" in ${tag(element.name)}.`,
    element,
  };
}

export function foreignElement(pointer: string, owner: XmlElement, element: XmlElement): CodecProblem {
  return {
    code: "xml-namespace",
    severity: "error",
    pointer,
    message: `${tag(element.name)} in ${tag(owner.name)} ${whereOf(element)}; OSCAL takes elements of its own namespace only.`,
    fix: "Take it out; what OSCAL has no element for goes into a <prop> or <link>.",
    element,
  };
}

export function unknownElement(pointer: string, owner: XmlElement, element: XmlElement, names: Names): CodecProblem {
  const known = [...names.keys()];
  const guess = nearest(element.name, known);
  const list = known.length === 0 ? "It holds no elements." : `Known: ${tags(known)}.`;
  return {
    code: "xml-unknown-element",
    severity: "error",
    pointer,
    message: `${tag(element.name)} is not an element of ${tag(owner.name)}. ${guessWords(guess)}${list}`,
    fix: guess === undefined ? "Take it out." : `Rename it to ${tag(guess)}.`,
    ...choices(known, guess),
    element,
  };
}

export function unknownAttribute(pointer: string, element: XmlElement, attribute: string, names: Names): CodecProblem {
  const known = [...names.keys()];
  const guess = nearest(attribute, known);
  const list = known.length === 0 ? "It has no attributes." : `Known: ${known.join(", ")}.`;
  const meant = guess === undefined ? "" : `Did you mean ${quote(guess)}? `;
  return {
    code: "xml-unknown-attribute",
    severity: "error",
    pointer,
    message: `${quote(attribute)} is not an attribute of ${tag(element.name)}. ${meant}${list}`,
    fix: guess === undefined ? "Take it out." : `Rename it to ${quote(guess)}.`,
    ...choices(known, guess),
    element,
    attribute,
  };
}

/** @param later what stands before the element and has to stand behind it */
export function wrongOrder(pointer: string, element: XmlElement, later: Use): CodecProblem {
  const other =
    later.form === "unwrapped" ? "the text" : tag(later.form === "grouped" ? later.property : later.element);
  return {
    code: "xml-element-order",
    severity: "error",
    pointer,
    message: `${tag(element.name)} stands behind ${other}, but has to stand before it.`,
    fix: `Move ${tag(element.name)} before ${other}.`,
    element,
  };
}

export function repeated(pointer: string, owner: XmlElement, element: XmlElement): CodecProblem {
  return {
    code: "xml-repeated-element",
    severity: "error",
    pointer,
    message: `${tag(element.name)} stands more than once in ${tag(owner.name)}, where it may stand once.`,
    fix: "Keep one of them.",
    element,
  };
}

export function strayText(pointer: string, owner: XmlElement, text: string): CodecProblem {
  return {
    code: "xml-stray-text",
    severity: "error",
    pointer,
    message: `The text ${quote(text.trim())} stands between the elements of ${tag(owner.name)}, which takes no text of its own.`,
    fix: "Put it into the element that it belongs to, or take it out.",
    element: owner,
  };
}

export function elementInText(pointer: string, owner: XmlElement, element: XmlElement): CodecProblem {
  return {
    code: markupContents.has(element.name) ? "xml-unexpected-markup" : "xml-unknown-element",
    severity: "error",
    pointer,
    message: `${tag(element.name)} stands in ${tag(owner.name)}, which takes plain text only.`,
    fix: `Take ${tag(element.name)} out and keep its text.`,
    element,
  };
}

/** @param content of the owner, which is markup, or holds it */
export function textOutsideBlocks(
  pointer: string,
  owner: XmlElement,
  text: string,
  content: MarkupContent,
): CodecProblem {
  const within = content.elements.has("p") ? "<p>" : tags([...content.elements]);
  return {
    code: "xml-stray-text",
    severity: "error",
    pointer,
    message: `The text ${quote(text.trim())} stands directly in ${tag(owner.name)}.`,
    fix: content.elements.size === 0 ? "Take it out." : `Put it into ${within}.`,
    element: owner,
  };
}

/** @param content of the owner, which is markup, or holds it */
export function notMarkup(
  pointer: string,
  owner: XmlElement,
  element: XmlElement,
  content: MarkupContent,
): CodecProblem {
  if (!markupContents.has(element.name)) return unknownElement(pointer, owner, element, content.elements);
  const inBlock = content.elements.has("p") && !content.text;
  return {
    code: "xml-unexpected-markup",
    severity: "error",
    pointer,
    message: `${tag(element.name)} cannot stand directly in ${tag(owner.name)}. Known: ${tags([...content.elements])}.`,
    fix: inBlock ? `Put ${tag(element.name)} into <p>.` : `Take ${tag(element.name)} out and keep its text.`,
    element,
  };
}

/**
 * @param owner that the markup stands in
 * @param problem markup that Markdown has no form for; it may still be valid as XML, unless it names something and fails to
 */
export function notMarkdown(
  pointer: string,
  owner: XmlElement,
  { message, node, harmless }: MarkupProblem,
): CodecProblem {
  const element = isXmlElement(node) ? node : owner;
  if (harmless === true) {
    const fix = "Nothing is lost; take it out, or write it as Markdown has it, to be rid of this warning.";
    return { code: "xml-idle-markup", severity: "warning", pointer, message, fix, element };
  }
  const naming = typeof node !== "string" && (node.name === "insert" || node.name === "img");
  return {
    code: "xml-markup",
    severity: naming ? "error" : "warning",
    pointer,
    message,
    fix: naming ? "Complete it, or take it out." : "Write it in a way that Markdown has, if it matters.",
    element,
  };
}

/** Markup is given to its writer as it stands in XML; nodes that the writer has made itself have no place there. */
function isXmlElement(node: MarkupNode): node is XmlElement {
  return typeof node !== "string" && "offset" in node && "namespace" in node;
}

/** @param attribute that holds the number; none where the element does */
export function inexactNumber(
  pointer: string,
  element: XmlElement,
  attribute: string | undefined,
  text: string,
): CodecProblem {
  return {
    code: "xml-number",
    severity: "error",
    pointer,
    message: `The number ${quote(text.trim())} has more digits than a number in JSON is read with.`,
    fix: "Write it with at most 15 digits.",
    element,
    ...(attribute === undefined ? {} : { attribute }),
  };
}

export function tooDeep(pointer: string, element: XmlElement): CodecProblem {
  return {
    code: "xml-too-deep",
    severity: "error",
    pointer,
    message: `${tag(element.name)} is nested too deeply to be read.`,
    fix: "Flatten the document.",
    element,
  };
}

function whereOf({ namespace }: XmlElement): string {
  return namespace === "" ? "is in no namespace" : `is in the namespace ${quote(namespace)}`;
}

function tags(names: readonly string[]): string {
  return names.map(tag).join(", ");
}

function guessWords(guess: string | undefined): string {
  return guess === undefined ? "" : `Did you mean ${tag(guess)}? `;
}

function choices(
  allowed: readonly string[],
  guess: string | undefined,
): { allowed: readonly string[]; suggestion?: string } {
  return { allowed, ...(guess === undefined ? {} : { suggestion: guess }) };
}
