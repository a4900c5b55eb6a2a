import { isDeepStrictEqual } from "node:util";
import { attributeOffset } from "../../src/source/xml.js";
import { parseXml } from "../../src/source/xml/parse.js";
import { scanXml } from "../../src/source/xml/scan.js";
import type { XmlContent, XmlElement, XmlNode } from "../../src/source/xml-tree.js";
import type { Checked, ReaderPair } from "./fuzz.js";
import { mutateXml } from "./xml-texts.js";

/** The scanner of plain XML, and the parser with all that is said about what it reads. */
export const xmlReaders: ReaderPair = { name: "xml", seeds: () => seeds, mutate: mutateXml, check };

/** What OSCAL files hold, and own texts with what they do not have. */
const seeds: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- note -->\n<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"\n   uuid="1">\n  <metadata>\n    <title>A &amp; B</title>\n  </metadata>\n</catalog>\n',
  '<group class="family" id="ac">\n  <title>Access</title>\n  <control id="ac-1">\n    <prop name="label" value="AC-1"/>\n  </control>\n</group>',
  '<part name="item" id="a"><p>One <em>two</em> <strong>three</strong>\n<insert type="param" id-ref="p"/></p></part>',
  '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u v" xml:lang="en"><xsi:b/></a>',
  '<p:a xmlns:p="u" xmlns:q="v" p:x="1" q:x="2" x="3"><p:b xmlns:p="w" p:y="4"/><q:c/></p:a>',
  "<a><b/>text<!-- c -->more<![CDATA[ <raw> ]]>end<?target data?></a>",
  "<a>\n  <!-- layout -->\n  <catalog/> <catalog/>\n  &#32;\n</a>\r\n",
  "<catalog>\n  <!--c-->\n  <group>\n\n  </group>x <group/> <?p?> </catalog>",
  "<a b='1' c=\"2\" d = '&lt;&#9;\t\r\n'/>",
];

/** Names that say that texts are layout. */
const elementOnly: ReadonlySet<string> = new Set(["catalog", "group", "a"]);

function check(text: string): Checked {
  const scanned = scanXml(text);
  const withoutLayout = scanXml(text, elementOnly);
  if (scanned === undefined || withoutLayout === undefined) {
    const difference = scanned === withoutLayout ? undefined : "layout decides what is accepted";
    return { accepted: false, difference };
  }
  const { xml, diagnostics } = parseXml(text, "a.xml");
  if (xml === undefined) return { accepted: true, difference: `the parser refuses: ${diagnostics[0]?.message ?? ""}` };
  return { accepted: true, difference: differenceOf(text, scanned, withoutLayout, xml) };
}

function differenceOf(text: string, is: XmlContent, bare: XmlContent, should: XmlContent): string | undefined {
  const written = { root: should.root, leftOut: should.leftOut };
  if (!isDeepStrictEqual(is, written)) return `${JSON.stringify(is)} for ${JSON.stringify(written)}`;
  if (!isDeepStrictEqual(bare.leftOut, should.leftOut)) return "something else is left out without layout";
  const [rest, wanted] = [withoutBlanks(bare.root, true), withoutBlanks(should.root, true)];
  if (!isDeepStrictEqual(rest, wanted)) return `${JSON.stringify(rest)} without layout for ${JSON.stringify(wanted)}`;
  return isInPlace(text, is.root) ? undefined : "an element or attribute is not where its offset says";
}

/** The same without the blank texts in elements that hold elements only. */
function withoutBlanks(element: XmlElement, inLayout: boolean): XmlElement {
  const isLayout = inLayout && elementOnly.has(element.name);
  const children = element.children
    .filter((child) => !(isLayout && typeof child === "string" && /^[ \t\r\n]*$/.test(child)))
    .map((child): XmlNode => (typeof child === "string" ? child : withoutBlanks(child, isLayout)));
  return { ...element, attributes: { ...element.attributes }, children };
}

function isInPlace(text: string, element: XmlElement): boolean {
  const places = Object.keys(element.attributes).every((name) =>
    text.startsWith(name, attributeOffset(text, element, name)),
  );
  const inner = element.children.every((child) => typeof child === "string" || isInPlace(text, child));
  return places && inner && text[element.offset] === "<";
}
