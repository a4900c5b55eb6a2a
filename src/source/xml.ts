import type { SourceFile } from "../diagnostics/source-file.js";
import { attributesOfTag } from "./xml/names.js";
import { scanXml } from "./xml/scan.js";
import type { XmlElement, XmlReadResult } from "./xml-tree.js";

/**
 * Reads an XML 1.0 document (fifth edition, with namespaces). No document type declaration and no entity beyond the five of XML is
 * accepted, and only the first error is reported: what follows it may be read wrongly.
 * Offsets are those of `text`, whose line ends are read as LF without being changed.
 * Nearly every document is accepted by the scanner; the parser is loaded for the others.
 * @param text decoded already; a declaration that names another encoding than UTF-8 is an error
 * @param elementOnly names of elements in which texts are layout, where they stand in one another from the root down; blank texts in
 * them may be left out
 */
export async function readXml(
  text: string,
  file: SourceFile,
  elementOnly?: ReadonlySet<string>,
): Promise<XmlReadResult> {
  const scanned = scanXml(text, elementOnly);
  if (scanned) return { xml: { file, text, ...scanned }, diagnostics: [] };
  return (await import("./xml/parse.js")).parseXml(text, file);
}

/**
 * UTF-16 offset of an attribute's name in the start tag of an element; that of the element where it has no such attribute.
 * @param name as written in the text: with its prefix, if it has one
 */
export function attributeOffset(text: string, element: Pick<XmlElement, "offset">, name: string): number {
  for (const attribute of attributesOfTag(text, element.offset)) if (attribute.name === name) return attribute.offset;
  return element.offset;
}
