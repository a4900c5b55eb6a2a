import type { PlainEntries } from "./code-entry.js";

/** Syntax of JSON, YAML and XML. */
export const syntaxCodes: PlainEntries = {
  "duplicate-attribute": {
    title: "An attribute that stands twice",
    meaning: "XML allows an attribute once in an element.",
    fix: "Keep one of the two.",
  },
  "duplicate-key": {
    title: "A key that stands twice",
    meaning:
      "An object names a property twice. Most programs would keep the last one silently, so that one value is lost.",
    fix: "Keep one of the two.",
  },
  "endless-alias": {
    title: "An alias inside what it repeats",
    meaning: "A YAML alias stands inside the value that its anchor names, so the value would never end.",
    fix: "Write the value out.",
  },
  "inexact-number": {
    title: "A number that cannot be held exactly",
    meaning: "The number has more digits than numbers are read with, so another one would be read without a word.",
    fix: "Put it in quotes if it is a name, or write it with fewer digits.",
  },
  "json-syntax": {
    title: "Not JSON",
    meaning:
      "The text breaks the grammar of JSON (RFC 8259) at this place: often a comma or a quote too many or too few.",
    fix: "Correct the syntax at the place; comments and commas behind the last entry are not JSON.",
    example: '{ "a": 1, } has a comma too many; { "a": 1 } is right.',
  },
  "key-not-text": {
    title: "A key that is not text",
    meaning: "A YAML key is a number, a list or an object; property names are texts.",
    fix: "Put the key in quotes.",
  },
  "too-many-aliases": {
    title: "Too many YAML aliases",
    meaning:
      "Aliases repeat a value without writing it, so that a small file can grow beyond all bounds; their number is limited.",
    fix: "Write the values out.",
  },
  "too-many-attributes": {
    title: "An element with too many attributes",
    meaning: "The number of attributes of an XML element is bounded; no element of OSCAL has more than a few.",
    fix: "Check that this is the file that you meant.",
  },
  "undeclared-prefix": {
    title: "A prefix without a namespace",
    meaning: "The name of an element or attribute has a prefix that no xmlns declares.",
    fix: "Declare the prefix, or take it away.",
    example: 'xmlns:o="http://csrc.nist.gov/ns/oscal/1.0"',
  },
  "unknown-alias": {
    title: "An alias without an anchor",
    meaning: "A YAML alias (*name) repeats a value that is marked by an anchor (&name) before it; there is none.",
    fix: "Correct the name, or put the text in quotes if it is no alias.",
  },
  "unknown-tag": {
    title: "An unknown YAML tag",
    meaning: "A value has a tag (such as !Ref) that belongs to another program.",
    fix: "Remove the tag.",
  },
  "xml-attribute-too-long": {
    title: "An attribute that is too long",
    meaning: "The length of a name or an attribute of XML is bounded.",
    fix: "Check that this is the file that you meant; long text belongs between elements.",
  },
  "xml-doctype": {
    title: "A document type declaration",
    meaning: "A DOCTYPE can define entities that grow without bound and name other files, so it is refused.",
    fix: "Take the DOCTYPE out; OSCAL needs none.",
  },
  "xml-entity": {
    title: "An entity that XML does not have",
    meaning: "Only &amp; &lt; &gt; &quot; &apos; and numeric references are read; others would need a DOCTYPE.",
    fix: "Write the character itself, or its number.",
    example: "&nbsp; is &#160; in XML.",
  },
  "xml-syntax": {
    title: "Not XML",
    meaning:
      "The text breaks the grammar of XML 1.0 at this place: often an element that is not closed, or a bare & or <.",
    fix: "Correct the syntax at the place.",
  },
  "xml-version": {
    title: "Another version of XML",
    meaning: "The file declares XML 1.1 or another version; OSCAL uses XML 1.0.",
    fix: 'Write <?xml version="1.0"?>, or leave the declaration out.',
  },
  "yaml-syntax": {
    title: "Not YAML",
    meaning:
      "The text breaks the grammar of YAML 1.2 at this place: often indentation, or a colon in a text without quotes.",
    fix: "Correct the syntax at the place; in doubt, put the value in quotes.",
    example: 'title: Risk: high  ->  title: "Risk: high"',
  },
};
