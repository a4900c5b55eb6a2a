import { describe, expect, it } from "vitest";
import { readXml } from "../support/xml.js";

/** Code, line, column and message of the one problem of a text. */
function problem(text: string): [string, number | undefined, number | undefined, string] {
  const { xml, diagnostics } = readXml(text, "a.xml");
  expect(xml).toBeUndefined();
  expect(diagnostics.map(({ severity, file }) => [severity, file])).toEqual([["error", "a.xml"]]);
  const [first] = diagnostics;
  expect(first?.fix).toMatch(/^[A-Z].*\.$/);
  return [first?.code ?? "", first?.line, first?.column, first?.message ?? ""];
}

describe("what is wrong in an XML text", () => {
  it("is shown in a frame, with what to do", () => {
    expect(readXml("<catalog>\n  <title>A & B</title>\n</catalog>\n", "catalog.xml")).toEqual({
      diagnostics: [
        {
          code: "xml-entity",
          severity: "error",
          message: 'A "&" begins a reference such as &amp;, and this is not one.',
          file: "catalog.xml",
          line: 2,
          column: 12,
          fix: "Write &amp; for the character & itself.",
          frame: "1 | <catalog>\n2 |   <title>A & B</title>\n  |            ^",
        },
      ],
    });
  });

  it.each(["", "\n ", "\ufeff"])("is that %j is empty", (text) => {
    expect(problem(text)).toEqual(["empty-file", 1, 1, "There is no XML document here: the text is empty."]);
  });

  it.each([
    ["no element", "<!-- x -->\n", 1, 11, "there is no element"],
    ["JSON", '\n{"a": 1}', 2, 1, "text stands outside of the root element"],
    ["text behind the root", "<a/>\n x", 2, 2, "text stands outside of the root element"],
    ["CDATA behind the root", "<a/><![CDATA[]]>", 1, 5, "text stands outside of the root element"],
    ["an end tag of another", "<a>\n<b>\n</a>", 3, 1, "</a> stands where </b> (for the element of line 2) is expected"],
    [
      "a wrong end tag before others",
      "<a><b></c></a>",
      1,
      7,
      "</c> stands where </b> (for the element of line 1) is expected",
    ],
    ["an end tag too many", "<a></a></b>", 1, 8, "</b> stands where no end tag is expected"],
    ["an end tag without a name", "<a></>", 1, 6, "an end tag has no name"],
    ["an attribute without a value", "<a b/>", 1, 5, "a start tag cannot go on like this"],
    ["an attribute without a value at the end", "<a b>", 1, 5, "an attribute has no value"],
    ["a value without quotation marks", "<a b=1/>", 1, 6, "an attribute's value has no quotation marks"],
    ["attributes without a blank", "<a b='1'c='2'/>", 1, 9, "a blank is missing between two attributes"],
    ["a value that is not closed", "<a b='1>\n<c/></a>", 2, 1, 'a "<" stands in the value of an attribute'],
    ["a control character in text", "<a>\r\n\u0001</a>", 2, 1, "the character U+0001 is not allowed"],
    ["a control character in a value", "<a b='\u001b'/>", 1, 7, "the character U+001B is not allowed"],
    ["a noncharacter", "<a>\uffff</a>", 1, 4, "the character U+FFFF is not allowed"],
    ["]]> in text", "<a>]]></a>", 1, 6, 'a "]]>" stands outside of a CDATA section'],
    ["-- in a comment", "<a><!-- -- --></a>", 1, 11, 'a "--" stands inside a comment'],
    ["an unknown declaration", "<a>\n<!foo></a>", 2, 1, '"<!" begins neither a comment nor a CDATA section'],
    ["a wrong name", "<1a/>", 1, 2, "no element's name can go on like this"],
    ["two colons", "<a:b:c/>", 1, 8, "a name has a colon at the wrong place"],
    [
      "a second root",
      "<a/>\r\n<b\r\n/>",
      2,
      1,
      "a second element stands behind the end of the first; a document is one element",
    ],
    ["a declaration behind a blank", " <?xml version='1.0'?><a/>", 1, 2, "the XML declaration is not at the start"],
    ["a declaration without a version", "<?xml encoding='utf-8'?><a/>", 1, 15, "the XML declaration is not in order"],
    ["a declaration inside", "<a><?xml version='1.0'?></a>", 1, 4, "the XML declaration is not at the start"],
    ["an instruction without a name", "<a><? x?></a>", 1, 4, "a processing instruction has no name"],
    [
      "an instruction without a blank",
      "<a>\n<?b?c?></a>",
      2,
      1,
      "the name of this processing instruction goes on with a question mark",
    ],
    ["a prefix without a namespace", "<a xmlns:x=''/>", 1, 4, "a prefix is declared without a namespace"],
    ["a reserved prefix", "<a b='1' xmlns:xml='u'/>", 1, 10, "the prefix xml is declared for another namespace"],
  ])("can be %s", (_name, text, line, column, words) => {
    expect(problem(text)).toEqual(["xml-syntax", line, column, `This is not XML: ${words}.`]);
  });

  it.each(["<p:1b xmlns:p='u'/>", "<a xmlns:p='u' p:-b=''/>", "<p:\u0300 xmlns:p='u'/>"])(
    "can be a name that begins wrongly behind its prefix: %s",
    (text) => {
      const words = "what follows the colon of a name begins with a character that no name begins with";
      expect(problem(text)).toEqual(["xml-syntax", 1, 1, `This is not XML: ${words}.`]);
    },
  );

  it.each([
    ["<a>\n<!-- x", 2, 1, "this comment"],
    ["<a>\n <![CDATA[ x ]]", 2, 2, "this CDATA section"],
    ["<a>x<?p x", 1, 5, "this processing instruction"],
    ["<a>\n <b c='1' d='", 2, 2, "this tag"],
    ["<a>\n <b", 2, 2, "this tag"],
    ["<a>x</a", 1, 5, "this tag"],
    ["<a", 1, 1, "this tag"],
    ["<x:a>\n <b>\n  text\n \n", 3, 7, "the element <b> of line 2"],
    ["<x>\n <b>\n  text </b>\n", 3, 12, "the element <x> of line 1"],
  ])("is what is open at the end of %j", (text, line, column, what) => {
    const message = `This is not XML: ${what} is not closed; the text ends too early.`;
    const declared = text.replace("<x:a>", "<x:a xmlns:x='u'>");
    expect(problem(declared)).toEqual(["xml-syntax", line, column, message]);
  });

  const unknown = (name: string): string =>
    `The entity &${name}; is unknown: XML has &amp; &lt; &gt; &quot; and &apos; only.`;
  const none = 'A "&" begins a reference such as &amp;, and this is not one.';
  it.each([
    ["<a>&lt; &nbsp;</a>", 1, 9, unknown("nbsp")],
    ["<a b='&amp; &foo;'/>", 1, 13, unknown("foo")],
    ["<a>&constructor;</a>", 1, 4, unknown("constructor")],
    ["<a>&\u202e;</a>", 1, 4, unknown("\ufffd")],
    [`<a>&${"x".repeat(100)};</a>`, 1, 4, unknown(`${"x".repeat(77)}...`)],
    ["<a>\r\nx & y; z</a>", 2, 3, none],
    ["<a><!-- & --><b c='&' d=';'/></a>", 1, 20, none],
    ["<a><![CDATA[ & ]]>x &lt y", 1, 21, none],
    ["<a>&;</a>", 1, 4, none],
    ["<a>&#;</a>", 1, 4, none],
    ["<a>&#xg;</a>", 1, 4, none],
    ["<a>&#0;</a>", 1, 4, "The reference &#0; names no character that XML allows."],
    ["<a>&#xD800;</a>", 1, 4, "The reference &#xD800; names no character that XML allows."],
    ["<a>&#1114112;</a>", 1, 4, "The reference &#1114112; names no character that XML allows."],
  ])("can be the reference in %j", (text, line, column, message) => {
    expect(problem(text)).toEqual(["xml-entity", line, column, message]);
  });

  it.each([
    ["<!DOCTYPE a><a/>", 1, 1],
    ["<!-- <!DOCTYPE -->\n<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", 2, 1],
    ["<?xml version='1.0'?>\r\n<!DOCTYPE a [<!-- -- ", 2, 1],
    ["<!doctype a><a/>", 1, 1],
    ["<a/>\n<!DOCTYPE a>", 2, 1],
    ["<a><!DOCTYPE b></a>", 1, 4],
  ])("can be the document type declaration in %j", (text, line, column) => {
    const message =
      "A document type declaration (DOCTYPE) is not accepted: it can define entities and name other files.";
    expect(problem(text)).toEqual(["xml-doctype", line, column, message]);
  });

  it.each(["<!DOCTYPE html>\n<html>", "\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>"])(
    "of %j is that of a web page",
    (text) => {
      expect(readXml(text, "page").diagnostics).toMatchObject([
        { code: "xml-doctype", message: "This is a web page (HTML), not a document." },
      ]);
    },
  );

  it("is not a DOCTYPE in a comment or a CDATA section", () => {
    const text = "<!--<!DOCTYPE a>--><a><![CDATA[<!DOCTYPE a>]]></a>";
    expect(readXml(text, "a.xml").xml?.root.children).toEqual(["<!DOCTYPE a>"]);
  });

  it.each([
    ["<?xml version='1.1'?><a/>", "xml-version", 16, "The file declares XML 1.1; only XML 1.0 is read."],
    [
      "<?xml version='1.0' encoding='UTF-16'?><a/>",
      "wrong-encoding",
      31,
      "The file declares the encoding UTF-16, but only UTF-8 is read.",
    ],
    [
      "<?xml version='1.0' encoding=\"iso-8859-1\"?><a/>",
      "wrong-encoding",
      31,
      "The file declares the encoding iso-8859-1, but only UTF-8 is read.",
    ],
  ])("can be the declaration %s", (text, code, column, message) => {
    expect(problem(text)).toEqual([code, 1, column, message]);
  });

  it.each(["UTF-8", "utf-8", "Utf-8", "US-ASCII", "us-ascii"])(
    "is none where the declared encoding is %s",
    (encoding) => {
      expect(readXml(`<?xml version="1.0" encoding="${encoding}"?><a/>`, "a.xml").diagnostics).toEqual([]);
    },
  );

  it.each([
    ["<a b='1'\n b='2'/>", 2, 2, "b"],
    ["<a xmlns:p='u' xmlns:q='u'\n p:b='1' c='2' q:b='3'/>", 2, 16, "b"],
    ["<a __proto__='1' __proto__='2'/>", 1, 18, "__proto__"],
  ])("can be the attribute that stands twice in %j", (text, line, column, name) => {
    const message = `The attribute "${name}" stands here twice in one element.`;
    expect(problem(text)).toEqual(["duplicate-attribute", line, column, message]);
  });

  it.each([
    ["<a>\n <p:b/></a>", 2, 3],
    ["<a c='1' p:b='2'/>", 1, 10],
    ["<a><b xmlns:p='u'/><p:c/></a>", 1, 21],
  ])("can be the prefix that is not declared in %j", (text, line, column) => {
    expect(problem(text)).toEqual(["undeclared-prefix", line, column, 'The prefix "p" is not declared here.']);
  });

  it.each([
    ["<a>\n <b xmlns='u '/></a>", 2, 5],
    ["<a c='' xmlns:p='\nu'/>", 1, 9],
    ["<a xmlns=' '/>", 1, 4],
  ])("can be the namespace with blanks in %j", (text, line, column) => {
    const message = "A namespace is declared with blanks around it, which makes another namespace of it.";
    expect(problem(text)).toEqual(["xml-namespace", line, column, message]);
  });

  it("can be half a character, which would hide the markup behind it", () => {
    const message = "This text holds half of a character (a lone surrogate), which no file in UTF-8 can hold.";
    expect(problem("<a>\n\u{1f600}\ud83d<b/></a>")).toEqual(["ill-formed-text", 2, 3, message]);
    expect(problem("<a/>\udc00")).toEqual(["ill-formed-text", 1, 5, message]);
  });
});
