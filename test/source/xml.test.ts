import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { parseXmlDocument, type Node as DomNode } from "slimdom";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/foundation/limits.js";
import { LineMap } from "../../src/source/position.js";
import { attributeOffset } from "../../src/source/xml.js";
import { readXml } from "../support/xml.js";
import type { XmlElement, XmlFile, XmlNode } from "../../src/source/xml-tree.js";
import { hasStandard, standard, withoutStandard } from "../support/project.js";

function read(text: string): XmlFile {
  const { xml, diagnostics } = readXml(text, "a.xml");
  expect(diagnostics).toEqual([]);
  if (!xml) throw new Error("no document");
  return xml;
}

function elements(node: XmlNode): XmlElement[] {
  return typeof node === "string" ? [] : [node, ...node.children.flatMap(elements)];
}

/** A tree without positions, to compare with another parser's. */
type Plain = string | { name: string; namespace: string; attributes: [string, string][]; children: Plain[] };

function plain(node: XmlNode): Plain {
  if (typeof node === "string") return node;
  const { name, namespace, attributes, children } = node;
  return { name, namespace, attributes: Object.entries(attributes), children: children.map(plain) };
}

function plainOf(node: DomNode): Plain[] {
  if (node.nodeType === node.ELEMENT_NODE) {
    const element = node as DomNode & { localName: string; namespaceURI: string | null; attributes: Attribute[] };
    const own = element.attributes.filter((each) => each.namespaceURI === null);
    const children: Plain[] = [];
    for (const child of element.childNodes.flatMap(plainOf)) {
      const last = children.at(-1);
      if (typeof child === "string" && typeof last === "string") children[children.length - 1] = last + child;
      else children.push(child);
    }
    const attributes = own.map(({ localName, value }): [string, string] => [localName, value]);
    return [{ name: element.localName, namespace: element.namespaceURI ?? "", attributes, children }];
  }
  const isText = node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;
  return isText && node.nodeValue ? [node.nodeValue] : [];
}

interface Attribute {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly value: string;
}

function oracle(text: string): Plain | undefined {
  const root = parseXmlDocument(text).documentElement;
  return root ? plainOf(root)[0] : undefined;
}

/** Every element and every attribute stands where its offset says. */
function checkOffsets({ text, root }: XmlFile): void {
  let last = -1;
  const wrong = elements(root).flatMap((element) => {
    const start = /^<(?:[^\s<>/:]+:)?([^\s<>/:]+)[\s/>]/u.exec(text.slice(element.offset, element.offset + 100))?.[1];
    const inOrder = element.offset > last;
    last = element.offset;
    const attributes = Object.keys(element.attributes).filter(
      (name) => !new RegExp(`^${name}\\s*=`, "u").test(text.slice(attributeOffset(text, element, name)).slice(0, 100)),
    );
    return start === element.name && inOrder && attributes.length === 0 ? [] : [{ element, start, attributes }];
  });
  expect(wrong).toEqual([]);
}

describe.skipIf(!hasStandard)(`real documents (${withoutStandard})`, () => {
  const paths = hasStandard
    ? readdirSync(standard, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".xml"))
    : [];
  const texts = paths.map((path): [string, string] => [path, readFileSync(join(standard, path), "utf8")]);
  const accepted = texts.filter(([, text]) => !text.includes("<!DOCTYPE") && text.length < 400_000);

  it("are there", () => {
    expect(accepted.length).toBeGreaterThan(20);
  });

  it.each(accepted)("%s is the tree that another parser finds, with offsets", (_path, text) => {
    const xml = read(text);
    expect(plain(xml.root)).toEqual(oracle(text));
    checkOffsets(xml);
  });

  it("the catalog of SP 800-53 has its elements at their places", () => {
    const text = texts.find(([path]) => basename(path) === "NIST_SP-800-53_rev5_catalog.xml")?.[1] ?? "";
    const xml = read(text);
    expect(elements(xml.root).length).toBe(text.match(/<[a-z]/g)?.length);
    checkOffsets(xml);
    // The line ends of another system change offsets and nothing else.
    const windows = read(text.replaceAll("\n", "\r\n"));
    expect(plain(windows.root)).toEqual(plain(xml.root));
    checkOffsets(windows);
  });
});

describe("readXml", () => {
  it("reads names without prefixes, attributes, text and what is left out", () => {
    const text = [
      '<?xml version="1.0" encoding="utf-8"?>',
      "<?xml-model href='x.sch'?><?p?><?q\r\n?>",
      '<o:plan xmlns:o="urn:o" xmlns="urn:d" xml:lang="en" id="p1"><!-- first -->',
      '<title a="1&#10;2">A &lt;b&gt;<![CDATA[ & <c>]]><!--x--> d</title><empty xmlns=""/></o:plan>',
    ].join("\n");
    expect(read(text)).toEqual({
      file: "a.xml",
      text,
      root: {
        name: "plan",
        namespace: "urn:o",
        attributes: { id: "p1" },
        offset: text.indexOf("<o:plan"),
        children: [
          "\n",
          {
            name: "title",
            namespace: "urn:d",
            attributes: { a: "1\n2" },
            children: ["A <b> & <c> d"],
            offset: text.indexOf("<title"),
          },
          { name: "empty", namespace: "", attributes: {}, children: [], offset: text.indexOf("<empty") },
        ],
      },
      leftOut: [
        { kind: "processing-instruction", text: "xml-model", offset: text.indexOf("<?xml-model") },
        { kind: "processing-instruction", text: "p", offset: text.indexOf("<?p?>") },
        { kind: "processing-instruction", text: "q", offset: text.indexOf("<?q") },
        { kind: "attribute", text: "xml:lang", offset: text.indexOf("<o:plan") },
        { kind: "comment", text: " first ", offset: text.indexOf("<!-- first") },
        { kind: "comment", text: "x", offset: text.indexOf("<!--x") },
      ],
    });
  });

  it("keeps attributes called __proto__ and constructor as data", () => {
    const { attributes } = read('<a __proto__="x" constructor="y"/>').root;
    expect(Object.entries(attributes)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });

  it.each(["<a/>", '<a b=""/>', '<a b=""><![CDATA[]]></a>'])("gives %s no attribute that is not written", (text) => {
    const { attributes } = read(text).root;
    const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => name in attributes);
    expect([inherited, attributes["__proto__"], attributes["constructor"]]).toEqual([[], undefined, undefined]);
  });

  it("reads every line end as LF, and a line end in an attribute as a blank", () => {
    const { root } = read('<a b="1\r\n2\r3\n4\t5">x\r\ny\rz<![CDATA[\r\n]]></a>');
    expect(root.attributes).toEqual({ b: "1 2 3 4 5" });
    expect(root.children).toEqual(["x\ny\nz\n"]);
  });

  it.each([
    "",
    "\ufeff",
    "\ufeff \r\n",
    "<?xml version='1.0' encoding='US-ASCII' standalone='yes'?>",
    "<!--\r\n<a>\r\n-->",
  ])("counts offsets in the text as it is behind %j", (before) => {
    const text = `${before}<a\r\nb="\u{1f600}\r\n"\r\nc='2'>\r\n\u{1f600}<p:\u{10000} xmlns:p="u"/>\r<d\r\n/></a\r\n>\r\n`;
    const xml = read(text);
    checkOffsets(xml);
    expect(elements(xml.root).map(({ name, offset }) => [name, offset - before.length])).toEqual([
      ["a", 0],
      ["\u{10000}", text.indexOf("<p:") - before.length],
      ["d", text.indexOf("<d") - before.length],
    ]);
  });

  it("reads any document as another parser does", () => {
    fc.assert(
      fc.property(document, (text) => {
        const xml = read(text);
        expect(plain(xml.root)).toEqual(oracle(text));
        checkOffsets(xml);
        for (const { kind, offset } of xml.leftOut) {
          const start = { comment: "<!--", "processing-instruction": "<?", attribute: "<" }[kind];
          expect(text.startsWith(start, offset)).toBe(true);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("reads elements 256 deep and refuses one more", () => {
    const nested = (levels: number): string => "<a>".repeat(levels) + "</a>".repeat(levels);
    expect(elements(read(nested(limits.xmlDepth)).root).length).toBe(256);
    expect(readXml(nested(257), "a.xml").diagnostics).toMatchObject([{ code: "too-deep", line: 1, column: 769 }]);
    expect(readXml("<a>".repeat(257), "a.xml").diagnostics).toMatchObject([{ code: "too-deep" }]);
  });

  it("reads a long text, and refuses an attribute or a name as long", () => {
    const long = "QUJD".repeat(limits.xmlAttributeLength / 2);
    expect(read(`<a>${long}</a>`).root.children).toEqual([long]);
    expect(readXml(`<a c="1"\n b="${long}"/>`, "a.xml").diagnostics).toMatchObject([
      { code: "xml-attribute-too-long", line: 2, column: 2 },
    ]);
    expect(readXml(`<${long}/>`, "a.xml").diagnostics).toMatchObject([{ code: "xml-attribute-too-long", column: 1 }]);
  });

  it("reads 256 attributes and refuses one more", () => {
    const element = (count: number): string =>
      `<a ${Array.from({ length: count }, (_, index) => `b${String(index)}=""`).join(" ")}/>`;
    expect(Object.keys(read(element(256)).root.attributes).length).toBe(256);
    expect(readXml(element(257), "a.xml").diagnostics).toMatchObject([{ code: "too-many-attributes", column: 1 }]);
  });

  it("refuses more nodes than fit in memory", () => {
    const text = `<a>${"<b/>".repeat(limits.xmlNodes)}</a>`;
    expect(readXml(text, "a.xml").diagnostics).toMatchObject([{ code: "file-too-large" }]);
  });
});

describe("attributeOffset", () => {
  const text = "<r>\n<a:b xmlns:a='u'\r\n  id = \"x id='1'\" \tclass='c'/></r>";
  const element = elements(read(text).root)[1];

  it.each([
    ["id", "id ="],
    ["class", "class="],
    ["xmlns:a", "xmlns:a="],
    ["none", "<a:b"],
    ["b", "<a:b"],
  ])("finds %s", (name, at) => {
    expect(element && attributeOffset(text, element, name)).toBe(text.indexOf(at));
  });

  it("gives what a line map turns into a position", () => {
    expect(element && new LineMap(text).position(attributeOffset(text, element, "id"))).toEqual({ line: 3, column: 3 });
  });
});

const space = fc.constantFrom(" ", "\n", "\r\n", "\t", "  \r");
const noSpace = fc.oneof(space, fc.constant(""));
const name = fc.constantFrom("a", "b-1", "_c", "d.e", "\u00e9", "\u{10400}x", "constructor", "__proto__");
const character = fc.oneof(
  fc.constantFrom("&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#13;", "&#10;", "]]", "]"),
  fc.constantFrom("\r\n", "\n", "\r", "\t", "x", "\u{1f600}", "\u00a0", "\u2028", "\u0085", "\ufeff", "word "),
);
const characters = fc.array(character, { maxLength: 6 }).map((each) => each.join(""));
const comment = fc
  .tuple(noSpace, fc.constantFrom("", "a - b", "&x;<y>", "\r\n"))
  .map((each) => `<!--${each.join("")}-->`);
const instruction = fc.constantFrom("<?p?>", "<?p ?>", "<?p-i a='<b>'?>", "<?p \r\n?x?>", "<?xml-stylesheet ??>");
const section = fc.constantFrom("<![CDATA[]]>", "<![CDATA[<&x;]]>", "<![CDATA[]]]]>", "<![CDATA[\r\n]>]]>");
const attribute = fc
  .tuple(space, name, noSpace, noSpace, characters)
  .map(([before, key, left, right, value]) => ({ key, text: `${before}${key}${left}=${right}"${value}"` }));
const attributes = fc
  .tuple(
    fc.uniqueArray(attribute, { maxLength: 4, selector: ({ key }) => key }),
    fc.constantFrom("", " xmlns='u'", "\nxmlns:p='v'", " xml:lang='en'", ' xmlns=""'),
  )
  .map(([own, other]) => own.map((each) => each.text).join("") + other);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc
    .array(fc.oneof({ depthSize: "small" }, characters, comment, instruction, section, tie("element")), {
      maxLength: 5,
    })
    .map((each) => each.join("")),
  element: fc
    .tuple(fc.constantFrom("", "p:"), name, attributes, noSpace, fc.option(tie("content"), { depthSize: "small" }))
    .map(([prefix, local, own, blank, content]) =>
      content === null
        ? `<${prefix}${local}${own}${blank}/>`
        : `<${prefix}${local}${own}${blank}>${content}</${prefix}${local}${blank}>`,
    ),
}));
const outside = fc.array(fc.oneof(space, comment, instruction), { maxLength: 3 }).map((each) => each.join(""));
const document = fc
  .tuple(fc.constantFrom("", "<?xml version='1.0'?>"), outside, element, outside)
  // Without an own declaration, the prefix is that of a root around the element.
  .map(([declaration, before, root, after]) => `${declaration}${before}<r xmlns:p='w'>${root}</r>${after}`);
