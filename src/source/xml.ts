import { problem as fileProblem } from "../diagnostics/codes/files.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { limits } from "../foundation/limits.js";
import { diagnosticOf, type TextProblem } from "./place.js";
import { LineMap } from "./position.js";
import { attributesOfTag } from "./xml/names.js";
import type { XmlElement, XmlReadResult } from "./xml-tree.js";
import { empty, parseXml, Refusal } from "./xml/parse.js";
import { declarationOf, undeclarable } from "./xml/problem.js";

/**
 * Reads an XML 1.0 document (fifth edition, with namespaces). No document type declaration and no entity beyond the five of XML is
 * accepted, and only the first error is reported: what follows it may be read wrongly.
 * Offsets are those of `text`, whose line ends are read as LF without being changed.
 * @param text decoded already; a declaration that names another encoding than UTF-8 is an error
 */
export function readXml(text: string, file: SourceFile): XmlReadResult {
  const refused = (problem: TextProblem): XmlReadResult => ({
    diagnostics: [diagnosticOf(problem, file, new LineMap(text))],
  });
  if (text.trim() === "") return refused(empty);
  if (hasTooManySeams(text)) return refused(tooManySeams);
  const declared = undeclarable(declarationOf(text));
  if (declared) return refused(declared);
  // The parser takes half a surrogate pair together with whatever follows it, markup included.
  if (!text.isWellFormed()) return refused(illFormed(text.search(/\p{Surrogate}/u)));
  try {
    return { xml: { file, text, ...parseXml(text) }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.problem);
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

function illFormed(offset: number): TextProblem {
  return { offset, diagnostic: (place) => fileProblem("ill-formed-text", place, "xml") };
}

const tooManySeams: TextProblem = {
  offset: 0,
  diagnostic: (place) => fileProblem("file-too-large", place, { seams: limits.xmlSeams }),
};
