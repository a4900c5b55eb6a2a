import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XmlText } from "../../src/source/xml-text.js";
import { readXml } from "../../src/source/xml.js";
import { parseXml } from "../../src/source/xml/parse.js";
import { scanXml } from "../../src/source/xml/scan.js";
import type { XmlElement } from "../../src/source/xml-tree.js";

describe("what the scanner accepts", () => {
  it.each([
    ["a declaration and a byte order mark", '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a/>\n'],
    ["namespaces", '<p:a xmlns:p="u" xmlns="v" p:x="1" xml:lang="en"><b xmlns=""/><p:c xmlns:p="w"/><d/></p:a>'],
    ["references and line ends", "<a b='&lt;&#9;\t\r\n&#x1F600;'>one&amp;\r\ntwo\rthree&#13;</a>"],
    ["what is no tag", "<!-- - -->\n<a>x<!---->y<?p q??><![CDATA[<]]]]><![CDATA[>]]>z</a><?end?>"],
    ["characters that look like markup", "<a b='>]]>' c='/>'>]] > ></a >"],
    ["names that objects inherit", '<a __proto__="1" constructor="2"/>'],
    [
      "attributes in another order or number",
      '<a><b c="1" d="2"/><b d="3" c="4"/><b c="5"/><b c = "6"  d=\'7\' e="8"/><b/></a>',
    ],
    ["attributes of an element that had qualified ones", '<a xmlns:p="u"><b p:c="1" c="2"/><b c="3" p:c="4"/></a>'],
    ["a value with white space after one without", '<a><b c="1"/><b c="1\n2"/>\n<b c="1&amp;\t"/></a>'],
    ["names that begin and end alike", "<ab><axb/><ayb/><axb/></ab>"],
    ["an astral character", "<a>\u{1F600}</a>"],
  ])("%s, as the parser reads it", (_what, text) => {
    const { xml, diagnostics } = parseXml(text, "a.xml");
    expect({ root: xml?.root, leftOut: xml?.leftOut, diagnostics }).toEqual({ ...scanXml(text), diagnostics: [] });
  });

  it("is every document that is written here", () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (values, contents) => {
        const xml = new XmlText();
        xml.begin("a", true);
        values.forEach((value, index) => xml.attribute(`b${String(index)}`, value));
        for (const content of contents) {
          xml.text(content);
          xml.begin("c", true);
          xml.end();
        }
        xml.end();
        const text = xml.toString();
        const { root, leftOut } = parseXml(text, "a.xml").xml ?? {};
        expect(scanXml(text)).toEqual({ root, leftOut });
      }),
      { numRuns: 30 },
    );
  });
});

describe("what the scanner leaves to the parser", () => {
  it.each([
    ...[
      "",
      " ",
      "<a>",
      "</a>",
      "<a></b>",
      "<a><b c='1' d='2'/><b c='1' d='2' c='3'/></a>",
      '<a><b c="1"/><b c="1" c="2"/></a>',
      '<a><b c="1"/><b c="<"/></a>',
      '<a><b c="1"/><b c="1</a>',
      "<a/><b/>",
      "x<a/>",
      "<a/>x",
      "<a/>&#32;",
      "<![CDATA[]]><a/>",
      " <?xml version='1.0'?><a/>",
    ],
    ...[
      "<?xml version='1.1'?><a/>",
      "<?xml version='1.0' encoding='latin1'?><a/>",
      "<?xml encoding='utf-8'?><a/>",
      "<a><?xml version='1.0'?></a>",
    ],
    ...[
      "<!DOCTYPE a><a/>",
      "<a><!-- -- --></a>",
      "<a><!--x---></a>",
      "<a><!-></a>",
      "<a><?XML x?></a>",
      "<a><?p?q?></a>",
      "<a><? p?></a>",
    ],
    ...[
      "<a>]]></a>",
      "<a>&nbsp;</a>",
      "<a>& </a>",
      "<a>&#0;</a>",
      "<a>&#xD800;</a>",
      "<a>&#xFFFF;</a>",
      "<a>\u0001</a>",
      "<a>\uffff</a>",
      "<a>\ud83d</a>",
    ],
    ...[
      "<a b/>",
      "<a b=c/>",
      "<a b='<'/>",
      "<a b='1'c='2'/>",
      "<a b='1' b='2'/>",
      "<a/ >",
      "< a/>",
      "<-a/>",
      "<a -b='1'/>",
      "<a b='/>",
    ],
    ...[
      "<p:a/>",
      "<a p:b='1'/>",
      "<a:/>",
      "<:a/>",
      "<a xmlns:p=''/>",
      "<a xmlns:xmlns='u'/>",
      "<a xmlns:xml='u'/>",
      "<xmlns:a/>",
      "<a xmlns=' u'/>",
    ],
    ...[
      "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
      "<a xmlns='u' xmlns='u'/>",
      "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
    ],
    ...["<\u00e4/>", "<a \u00e4='1'/>", "<a><?\u00e4?></a>"],
  ])("%j", (text) => {
    expect(scanXml(text)).toBeUndefined();
  });

  it("is what the limits are for", () => {
    const nested = (levels: number): string => "<a>".repeat(levels) + "</a>".repeat(levels);
    const attributes = (count: number): string =>
      `<a${Array.from({ length: count }, (_, at) => ` b${String(at)}=""`).join("")}/>`;
    expect(
      [nested(256), nested(257), attributes(256), attributes(257)].map((text) => scanXml(text) !== undefined),
    ).toEqual([...[true, false, true, false]]);
  });

  it("is read by the parser, which says what is wrong", async () => {
    expect(await readXml("<ä>x</ä>", "a.xml")).toEqual(parseXml("<ä>x</ä>", "a.xml"));
    expect(await readXml("<a>&nbsp;</a>", "a.xml")).toEqual(parseXml("<a>&nbsp;</a>", "a.xml"));
    expect((await readXml("<a>&nbsp;</a>", "a.xml")).diagnostics).toMatchObject([{ code: "xml-entity" }]);
  });
});

describe("layout", () => {
  const names = new Set(["list", "item"]);
  const contents = ({ name, children }: XmlElement): unknown[] => [
    name,
    ...children.map((child) => (typeof child === "string" ? child : contents(child))),
  ];
  const read = (text: string): unknown => {
    const root = scanXml(text, names)?.root;
    return root && contents(root);
  };

  it("is left out between the tags of elements that hold elements only", () => {
    expect(read("<list>\n  <item>\n <p> </p>\n </item>\n</list>")).toEqual(["list", ["item", ["p", " "]]]);
  });

  it("is kept in other elements, and in all that they hold", () => {
    expect(read("<list><p> <item> </item></p></list>")).toEqual(["list", ["p", " ", ["item", " "]]]);
  });

  it("is kept beside what is no tag, where it may be a part of a text", () => {
    expect(read("<list>a<!-- --> <!-- -->b <item/></list>")).toEqual(["list", "a b ", ["item"]]);
  });
});
