import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about the syntax of JSON, YAML and XML. Names are those of the text, cut where they are long. */
export interface SyntaxTold {
  readonly "duplicate-attribute": { readonly name: string };
  /** Within a list, the key with which an entry begins that lacks its dash. */
  readonly "duplicate-key": { readonly key: string; readonly within: "object" | "mapping" | "list" };
  readonly "endless-alias": { readonly name: string };
  /** The number as it is written. */
  readonly "inexact-number": { readonly literal: string };
  /** The problem, as a clause, and the fix, in sentences (src/source/json/syntax.ts). */
  readonly "json-syntax": { readonly words: string; readonly fix?: string };
  readonly "key-not-text": undefined;
  /** The number as it is written. */
  readonly "leading-zero": { readonly literal: string };
  readonly "merge-key": undefined;
  /** The things counted: aliases, or the values that they stand for. */
  readonly "too-many-aliases": { readonly maximum: number; readonly counted: "aliases" | "values" };
  readonly "too-many-attributes": { readonly maximum: number };
  readonly "undeclared-prefix": { readonly prefix: string };
  readonly "unknown-alias": { readonly name: string };
  /** The text with the comment, or with the anchor, as it is written. */
  readonly "text-in-comment": { readonly comment: string; readonly whole: string };
  readonly "unused-anchor": { readonly name: string; readonly whole: string };
  readonly "unknown-tag": { readonly tag: string };
  readonly "unrendered-template": undefined;
  /** The longest that a name or a value may be, in UTF-16 code units. */
  readonly "xml-attribute-too-long": { readonly what: "attribute" | "element name"; readonly maximum: number };
  /** Whether it is the declaration of a web page. */
  readonly "xml-doctype": "document" | "page";
  readonly "xml-entity": WrongReference;
  /** The problem, as a clause, and the fix, in sentences (src/source/xml/wording.ts). */
  readonly "xml-syntax": { readonly words: string; readonly fix: string };
  readonly "xml-version": { readonly version: string };
  /** The problem, as a clause, and the fix, in sentences (src/source/yaml/slips.ts). */
  readonly "yaml-syntax": { readonly words: string; readonly fix: string };
  readonly "yaml-version": undefined;
}

/** Why a reference in an XML text cannot be resolved, with what stands between "&" and ";". */
export type WrongReference =
  /** A "&" that begins no reference at all. */
  | { readonly how: "none" }
  /** By number, to what is not a character of XML. */
  | { readonly how: "character"; readonly name: string }
  | { readonly how: "entity"; readonly name: string };

/** Syntax of JSON, YAML and XML. */
export const syntaxCodes: CodeEntries<SyntaxTold> = {
  "duplicate-attribute": {
    title: "A repeated attribute",
    meaning: "XML allows an attribute once in an element.",
    fix: "Keep one of the two.",
    says: ({ name }) => ({
      message: `The attribute "${name}" stands here twice in one element.`,
      fix: "Keep one of the two.",
    }),
  },
  "duplicate-key": {
    title: "A repeated key",
    meaning:
      "An object names a property twice. Most programs would keep the last one silently, so that one value is lost. Where the keys of an entry of a YAML list begin again, the dash of a further entry is missing.",
    fix: 'Keep one of the two, or write the "-" with which a further entry begins.',
    says: ({ key, within }) =>
      within === "list"
        ? {
            message: `A "-" is missing before "${key}", with which a further entry of the list begins.`,
            fix: `Write "- ${key}: ...", with the "-" below those of the other entries; if no entry begins here, keep one of the two.`,
          }
        : { message: `The key "${key}" stands here twice in one ${within}.`, fix: "Keep one of the two." },
  },
  "endless-alias": {
    title: "An alias inside what it repeats",
    meaning: "A YAML alias stands inside the value that its anchor names, so the value would never end.",
    fix: "Write the value out.",
    says: ({ name }) => ({
      message: `The alias *${name} stands inside the value that it repeats.`,
      fix: "Write the value out.",
    }),
  },
  "inexact-number": {
    title: "A number that cannot be held exactly",
    meaning: "The number has more digits than numbers are read with, so another number would be read silently.",
    fix: "Put it in quotes if it is a name, or write it with fewer digits.",
    says: ({ literal }) => ({
      message: `The number ${shortened(literal)} cannot be held exactly: it would be read as ${String(Number(literal))}.`,
      fix: "Put it in quotes if it is a name, or write it with fewer digits.",
    }),
  },
  "json-syntax": {
    title: "Not JSON",
    meaning:
      "The text breaks the grammar of JSON (RFC 8259) at this place: often a comma or a quote too many or too few.",
    fix: "Correct the syntax at the place; comments and commas behind the last entry are not JSON.",
    example: '{ "a": 1, } has a comma too many; { "a": 1 } is right.',
    says: ({ words, fix = "Correct the syntax at this place." }) => ({ message: `This is not JSON: ${words}.`, fix }),
  },
  "key-not-text": {
    title: "A key that is not text",
    meaning: "A YAML key is a number, a list or an object; property names are texts.",
    fix: "Put the key in quotes.",
    says: () => ({ message: "A key is not text.", fix: "Put the key in quotes." }),
  },
  "leading-zero": {
    title: "A number that begins with a zero",
    meaning:
      "YAML 1.2 reads digits behind a zero as a decimal number without it; programs that follow YAML 1.1 read an octal one, and a name would lose its zeros.",
    fix: "Put it in quotes if it is a name, or write it without the zeros.",
    example: 'id: 0012  ->  id: "0012"',
    severity: "warning",
    says: ({ literal }) => ({
      message: `${shortened(literal)} is read as the number ${String(Number(literal))}; other programs may read it as an octal number.`,
      fix: `Write ${String(Number(literal))}, or "${shortened(literal)}" in quotes if the zeros belong to it.`,
    }),
  },
  "text-in-comment": {
    title: "A comment that may belong to the text",
    meaning:
      "A # behind a blank begins a comment in YAML, so that a text without quotes ends before it. A digit right behind the # looks like a number of something.",
    fix: "Put the text in quotes, or write a blank behind the #.",
    example: 'name: Branch #3  ->  name: "Branch #3"',
    severity: "warning",
    says: ({ comment, whole }) => ({
      message:
        whole === comment
          ? `There is no text here: "${shortened(comment)}" is a comment.`
          : `The text ends before "${shortened(comment)}", which is a comment.`,
      fix: `Put the text in quotes if the comment belongs to it, "${shortened(whole)}"; otherwise, write a blank behind the "#".`,
    }),
  },
  "merge-key": {
    title: "A merge key of YAML 1.1",
    meaning:
      'The key << takes over the properties of another mapping in YAML 1.1. YAML 1.2, in which OSCAL and descriptors are written, does not have it: there it is a property with the name "<<".',
    fix: "Write the properties out; an alias (*name) for a whole value is read.",
    example: "<<: *defaults  ->  the properties of the mapping that &defaults marks",
    says: () => ({
      message: '"<<" is a merge key of YAML 1.1, which YAML 1.2 does not have.',
      fix: "Write the properties out; an alias (*name) can stand for a whole value only.",
    }),
  },
  "too-many-aliases": {
    title: "Too many YAML aliases",
    meaning:
      "Aliases repeat a value without writing it, so that a small file can grow beyond all bounds; their number is limited.",
    fix: "Write the values out.",
    says: ({ maximum, counted }) => ({
      message:
        counted === "aliases"
          ? `More than ${String(maximum)} aliases (*name) in one document.`
          : `The aliases (*name) of this document expand to more than ${String(maximum)} values.`,
      fix: "Write the values out.",
    }),
  },
  "too-many-attributes": {
    title: "An element with too many attributes",
    meaning: "The number of attributes of an XML element is bounded; no element of OSCAL has more than a few.",
    fix: "Check that this is the file that you meant.",
    says: ({ maximum }) => ({
      message: `This element has more than ${String(maximum)} attributes.`,
      fix: "Remove the attributes that the format does not define.",
    }),
  },
  "undeclared-prefix": {
    title: "A prefix without a namespace",
    meaning: "The name of an element or attribute has a prefix that no xmlns declares.",
    fix: "Declare the prefix, or take it away.",
    example: 'xmlns:o="http://csrc.nist.gov/ns/oscal/1.0"',
    says: ({ prefix }) => ({
      message: `The prefix "${prefix}" is not declared here.`,
      fix: `Declare it with xmlns:${prefix}="..." on this element or one around it, or remove the prefix.`,
    }),
  },
  "unknown-alias": {
    title: "An alias without an anchor",
    meaning: "A YAML alias (*name) repeats a value that is marked by an anchor (&name) before it; there is none.",
    fix: "Correct the name, or put the text in quotes if it is not an alias.",
    says: ({ name }) => ({
      message: `There is no anchor &${name} before this alias.`,
      fix: `Put the text in quotes if it is not an alias: "*${name}".`,
    }),
  },
  "unknown-tag": {
    title: "An unknown YAML tag",
    meaning: "A value has a tag (such as !Ref) that belongs to another program.",
    fix: "Remove the tag.",
    says: ({ tag }) => ({
      message: `"${shortened(tag)}" is a YAML tag that aims does not know.`,
      fix: 'Remove it: nothing here needs a tag. Put the text in quotes if "!" belongs to it.',
    }),
  },
  "unused-anchor": {
    title: "An anchor that nothing repeats",
    meaning:
      "A word behind & names the value that follows, for an alias (*name) to repeat; it is no part of the text. No alias repeats this one.",
    fix: "Put the text in quotes if the & belongs to it, or remove the anchor.",
    example: 'name: &Partner bank  ->  name: "&Partner bank"',
    severity: "warning",
    says: ({ name, whole }) => ({
      message: `"&${shortened(name)}" is the name of an anchor that no alias repeats, and no part of the text.`,
      fix: `Put the text in quotes if "&" belongs to it, "${shortened(whole)}"; otherwise, remove it.`,
    }),
  },
  "unrendered-template": {
    title: "A template in place of a document",
    meaning:
      "The file has marks of a template ({{ ... }} or {% ... %}) that a program such as Helm or Jinja fills in; what is left before that is not JSON, YAML or XML.",
    fix: "Name the file that the template renders.",
    says: () => ({
      message: "This is a template: {{ ... }} and {% ... %} have to be filled in before it can be read.",
      fix: "Render it first, and name the result.",
    }),
  },
  "xml-attribute-too-long": {
    title: "An attribute that is too long",
    meaning: "The length of a name or an attribute of XML is bounded.",
    fix: "Check that this is the file that you meant; long text belongs between elements.",
    says: ({ what, maximum }) => ({
      message: `${what === "attribute" ? "This attribute" : "The name of this element"} is longer than ${String(maximum)} characters.`,
      fix: "Put long content into the text of an element.",
    }),
  },
  "xml-doctype": {
    title: "A document type declaration",
    meaning:
      "A DOCTYPE can define entities that grow without bound and name other files, so it is refused. A file with that of HTML is a web page, often one that was downloaded in place of the document that it shows.",
    fix: "Take the DOCTYPE out; OSCAL needs none. In place of a web page, download the document itself.",
    says: (kind) =>
      kind === "page"
        ? {
            message: "This is a web page (HTML), not a document.",
            fix: "Fetch the document itself, for instance from the address of the raw file.",
          }
        : {
            message:
              "A document type declaration (DOCTYPE) is not accepted: it can define entities and name other files.",
            fix: "Remove the declaration.",
          },
  },
  "xml-entity": {
    title: "An entity that XML does not have",
    meaning: "Only &amp; &lt; &gt; &quot; &apos; and numeric references are read; others would need a DOCTYPE.",
    fix: "Write the character itself, or its number.",
    example: "&nbsp; is &#160; in XML.",
    says: referenceWords,
  },
  "xml-syntax": {
    title: "Not XML",
    meaning:
      "The text breaks the grammar of XML 1.0 at this place: often an element that is not closed, or a bare & or <.",
    fix: "Correct the syntax at the place.",
    says: ({ words, fix }) => ({ message: `This is not XML: ${words}.`, fix }),
  },
  "xml-version": {
    title: "Another version of XML",
    meaning: "The file declares XML 1.1 or another version; OSCAL uses XML 1.0.",
    fix: 'Write <?xml version="1.0"?>, or leave the declaration out.',
    says: ({ version }) => ({
      message: `The file declares XML ${version}; only XML 1.0 is read.`,
      fix: 'Write version="1.0" if the file has no characters that need the other version.',
    }),
  },
  "yaml-syntax": {
    title: "Not YAML",
    meaning:
      "The text breaks the grammar of YAML 1.2 at this place: often indentation, or a colon in a text without quotes.",
    fix: "Correct the syntax at the place; in doubt, put the value in quotes.",
    example: 'title: Risk: high  ->  title: "Risk: high"',
    says: ({ words, fix }) => ({ message: `This is not YAML: ${words}.`, fix }),
  },
  "yaml-version": {
    title: "Another version of YAML",
    meaning:
      "The file declares YAML 1.1 and is read as YAML 1.2, in which yes, no, on and off are texts and digits behind a zero are a decimal number.",
    fix: 'Remove the declaration, or write "%YAML 1.2".',
    severity: "warning",
    says: () => ({
      message:
        "The file declares YAML 1.1 and is read as YAML 1.2: yes, no, on and off are texts, and 012 is the number 12.",
      fix: 'Remove the declaration, or write "%YAML 1.2".',
    }),
  },
};

/** Makes the diagnostics about the syntax of JSON, YAML and XML. */
export const problem: ProblemMaker<SyntaxTold> = problemsOf(syntaxCodes);

function referenceWords(reference: WrongReference): CaseWords {
  switch (reference.how) {
    case "none":
      return {
        message: 'A "&" begins a reference such as &amp;, and this is not one.',
        fix: "Write &amp; for the character & itself.",
      };
    case "character":
      return {
        message: `The reference &${reference.name}; names no character that XML allows.`,
        fix: "Remove it.",
      };
    case "entity":
      return {
        message: `The entity &${reference.name}; is unknown: XML has &amp; &lt; &gt; &quot; and &apos; only.`,
        fix: "Write the character itself, or its number, such as &#160; for a no-break space.",
      };
  }
}

function shortened(literal: string): string {
  return literal.length > 60 ? `${literal.slice(0, 57)}...` : literal;
}
