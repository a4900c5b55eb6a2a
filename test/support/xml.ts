import { expect } from "vitest";
import { elementOnlyNames } from "../../src/oscal/codec/element-only.js";
import { oscalXml, type OscalXml } from "../../src/oscal/codec/xml-document.js";
import { parseXml } from "../../src/source/xml/parse.js";
import { scanXml } from "../../src/source/xml/scan.js";
import type { XmlReadResult } from "../../src/source/xml-tree.js";

/** As `readXml`, without a wait. What the scanner accepts has to be what the parser reads. */
export function readXml(text: string, file: string): XmlReadResult {
  const parsed = parseXml(text, file);
  const scanned = scanXml(text);
  if (scanned) expect({ xml: { file, text, ...scanned }, diagnostics: [] }).toEqual(parsed);
  return parsed;
}

/** As its namesake of the codec, without a wait. Layout has to make no difference. */
export function readOscalXml(text: string, file: string): OscalXml {
  const parsed = parseXml(text, file);
  const expected = oscalXml(parsed);
  const scanned = scanXml(text, elementOnlyNames());
  if (scanned === undefined) return expected;
  const result = oscalXml({ xml: { file, text, ...scanned }, diagnostics: [] });
  expect(result.document?.value).toEqual(expected.document?.value);
  expect({ ...result, document: undefined }).toEqual({ ...expected, document: undefined });
  return result;
}
