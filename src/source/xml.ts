import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { limits } from "../foundation/limits.js";
import { LineMap } from "./position.js";
import { attributesOfTag } from "./xml/names.js";
import type { XmlElement, XmlReadResult } from "./xml/node.js";
import { empty, parseXml, Refusal } from "./xml/parse.js";
import { declarationOf, undeclarable, type XmlProblem } from "./xml/problem.js";

/**
 * Reads an XML 1.0 document (fifth edition, with namespaces). No document type declaration and no entity beyond the five of XML is
 * accepted, and only the first error is reported: what follows it may be read wrongly.
 * Offsets are those of `text`, whose line ends are read as LF without being changed.
 * @param text decoded already; a declaration that names another encoding than UTF-8 is an error
 */
export function readXml(text: string, file: string): XmlReadResult {
  if (text.trim() === "") return { diagnostics: [diagnosticOf(empty, text, file)] };
  if (hasTooManySeams(text)) return { diagnostics: [diagnosticOf(tooManySeams, text, file)] };
  const declared = undeclarable(declarationOf(text));
  if (declared) return { diagnostics: [diagnosticOf(declared, text, file)] };
  // The parser takes half a surrogate pair together with whatever follows it, markup included.
  if (!text.isWellFormed()) {
    return { diagnostics: [diagnosticOf({ ...illFormed, offset: text.search(/\p{Surrogate}/u) }, text, file)] };
  }
  try {
    return { xml: { file, text, ...parseXml(text) }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { diagnostics: [diagnosticOf(error.problem, text, file)] };
  }
}

/**
 * UTF-16 offset of an attribute's name in the start tag of an element; that of the element where it has no such attribute.
 * @param name as written in the text: with its prefix, if it has one
 */
export function attributeOffset(text: string, element: Pick<XmlElement, "offset">, name: string): number {
  for (const attribute of attributesOfTag(text, element.offset)) if (attribute.name === name) return attribute.offset;
  return element.offset;
}

function diagnosticOf({ code, message, fix, offset }: XmlProblem, text: string, file: string): Diagnostic {
  const map = new LineMap(text);
  const position = map.position(offset);
  return { code, severity: "error", message, file, ...position, fix, frame: map.frame(position) };
}

/**
 * How often the parser puts a text together from two pieces, at most: each time takes memory of its own, and a hostile file can
 * hold little else.
 */
function hasTooManySeams(text: string): boolean {
  if (text.length <= limits.xmlSeams) return false;
  let seams = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // CR, "&", "-", "?" and "]".
    if (code === 0x0d || code === 0x26 || code === 0x2d || code === 0x3f || code === 0x5d) seams += 1;
  }
  return seams > limits.xmlSeams;
}

const illFormed = {
  code: "ill-formed-text",
  message: "This text holds half of a character (a lone surrogate), which no file in UTF-8 can hold.",
  fix: "Write the whole character.",
} as const;

const tooManySeams: XmlProblem = {
  code: "file-too-large",
  message: `The file has more than ${String(limits.xmlSeams)} of the characters CR, &, -, ? and ], too many to hold in memory.`,
  fix: "Split it into several files, or end its lines with LF alone.",
  offset: 0,
};
