import { asTold, problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about conversions. The converter words each loss itself, at the place of the loss. */
export interface ConversionTold {
  readonly "json-character": CaseWords;
  readonly "json-choice": CaseWords;
  readonly "json-empty-array": CaseWords;
  readonly "json-line-end": CaseWords;
  readonly "json-markup": CaseWords;
  readonly "json-null": CaseWords;
  readonly "json-number": CaseWords;
  readonly "json-schema-left-out": CaseWords;
  readonly "json-too-deep": CaseWords;
  readonly "json-unknown-property": CaseWords;
  readonly "json-unknown-root": CaseWords;
  readonly "json-wrong-type": CaseWords;
  readonly "xml-element-order": CaseWords;
  readonly "xml-idle-markup": CaseWords;
  readonly "xml-left-out": LeftOut;
  readonly "xml-markup": CaseWords;
  readonly "xml-namespace": CaseWords;
  readonly "xml-number": CaseWords;
  readonly "xml-repeated-element": CaseWords;
  readonly "xml-stray-text": CaseWords;
  readonly "xml-too-deep": CaseWords;
  readonly "xml-unexpected-markup": CaseWords;
  readonly "xml-unknown-attribute": CaseWords;
  readonly "xml-unknown-element": CaseWords;
  readonly "xml-unknown-root": CaseWords;
}

/** Content of one kind that a file in XML holds beside its document. */
interface LeftOut {
  readonly kind: keyof typeof leftOutWords;
  readonly count: number;
}

const leftOutWords = {
  comment: {
    one: "A comment has no place outside of XML and is left out.",
    many: "comments have no place outside of XML and are left out; this is the first.",
  },
  "processing-instruction": {
    one: "A processing instruction has no place outside of XML and is left out.",
    many: "processing instructions have no place outside of XML and are left out; this is the first.",
  },
  attribute: {
    one: "An attribute of another namespace has no place in OSCAL and is left out.",
    many: "attributes of other namespaces have no place in OSCAL and are left out; the first is on this element.",
  },
} as const;

/** The obstacles to a faithful conversion between XML and JSON. */
export const conversionCodes: CodeEntries<ConversionTold> = {
  "json-character": {
    title: "A character that XML cannot hold",
    meaning: "XML 1.0 has no form for most control characters; U+FFFD stands in its place.",
    fix: "Remove the character.",
    says: asTold,
  },
  "json-choice": {
    title: "Two alternatives at once",
    meaning: "The model offers a choice here, and XML can hold only one of its alternatives.",
    fix: "Keep one of the two.",
    says: asTold,
  },
  "json-empty-array": {
    title: "An empty list",
    meaning: "A list without entries says nothing and has no form in XML, so it is left out; OSCAL has no empty lists.",
    fix: "Leave it out.",
    severity: "warning",
    says: asTold,
  },
  "json-line-end": {
    title: "A line end that becomes a blank",
    meaning:
      "In Markdown, as in HTML, a line end within a paragraph is no more than a blank, and XML may be laid out anew at any time. So it becomes a blank on the way to XML.",
    fix: "Ignore this where the lines are one text; else put a backslash at the end of a line, or a blank line behind it.",
    example: '"Level 1: nothing is planned.\\\\\\nLevel 2: something is planned."',
    severity: "info",
    says: asTold,
  },
  "json-markup": {
    title: "Formatting that XML cannot nest",
    meaning:
      "Markdown nests more freely than OSCAL's XML: a link cannot hold an insert, a line break or another link, a list entry no table.",
    fix: "Write the text without the nesting.",
    example: '"prose": "See {{ insert: param, ac-1_prm_1 }} in [the policy](policy.html)."',
    says: asTold,
  },
  "json-null": {
    title: "A property without a value",
    meaning: "The value is null, which stands for no value, and XML cannot express it.",
    fix: "Leave the property out.",
    says: asTold,
  },
  "json-number": {
    title: "A number that XML cannot hold",
    meaning: "The value is not a finite number.",
    fix: "Write a number.",
    says: asTold,
  },
  "json-schema-left-out": {
    title: "A $schema that is left out",
    meaning:
      "The property tells an editor where the schema of the file is. It is no part of OSCAL's model, XML has no place for it, and some tools refuse documents that have it.",
    fix: "Ignore this, or add the property again where an editor needs it.",
    severity: "info",
    says: asTold,
  },
  "json-too-deep": {
    title: "Nested too deeply to be written",
    meaning:
      "Levels of nesting are bounded, and XML nests deeper than JSON and YAML are read; a document that could not be read again is not written.",
    fix: "Flatten the document.",
    says: asTold,
  },
  "json-unknown-property": {
    title: "A property that has no place in XML",
    meaning: "The model does not know the property here, so there is no element or attribute for it.",
    fix: "Correct its name, or write a prop.",
    says: asTold,
  },
  "json-unknown-root": {
    title: "Not an OSCAL document",
    meaning: "The root property names none of the eight models.",
    fix: "Wrap the content into the model's name.",
    says: asTold,
  },
  "json-wrong-type": {
    title: "A value of the wrong type",
    meaning: "The value is of another type than the model has here, so it has no form in XML.",
    fix: "Write the type that the message names.",
    says: asTold,
  },
  "xml-element-order": {
    title: "An element out of order",
    meaning: "XML has the elements of OSCAL in a fixed order; other tools refuse another one.",
    fix: "Move the element to where the message says.",
    says: asTold,
  },
  "xml-idle-markup": {
    title: "Markup that makes no difference",
    meaning:
      "Markdown has no form for this markup, and nothing is lost without it: an empty paragraph, list, table or row, or text beside paragraphs in an entry of a list, which becomes a paragraph.",
    fix: "Take it out, or write it as Markdown has it; the document is converted in any case.",
    example: "<p>Back up daily.</p> <p/>",
    severity: "warning",
    says: asTold,
  },
  "xml-left-out": {
    title: "Something that only XML can hold",
    meaning:
      "Comments, processing instructions and attributes of other namespaces have no place in JSON and YAML and are left out.",
    fix: "Ignore this unless they matter; then write remarks or props.",
    severity: "info",
    says: ({ kind, count }) => {
      const { one, many } = leftOutWords[kind];
      return { message: count === 1 ? one : `${String(count)} ${many}` };
    },
  },
  "xml-markup": {
    title: "Markup that Markdown cannot say",
    meaning:
      "In JSON and YAML the text is Markdown, which has no form for this piece of markup, so it would not come back as it was.",
    fix: "Write it in another way, keep the document in XML, or have it dropped with aims oscal convert --lossy.",
    says: asTold,
  },
  "xml-namespace": {
    title: "An element of another namespace",
    meaning: "The elements of OSCAL are in one namespace; this one is in another or in none.",
    fix: "Write the namespace at the root, or take the element out.",
    example: '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">',
    says: asTold,
  },
  "xml-number": {
    title: "A number with too many digits",
    meaning: "JSON would read the number with fewer digits, so it would not come back as it was.",
    fix: "Write it with at most 15 digits.",
    says: asTold,
  },
  "xml-repeated-element": {
    title: "A repeated element",
    meaning: "The element may stand once here.",
    fix: "Keep one of the two.",
    says: asTold,
  },
  "xml-stray-text": {
    title: "Text between elements",
    meaning: "Text stands where the model has elements only, so it belongs to nothing.",
    fix: "Put it into an element, or take it out.",
    says: asTold,
  },
  "xml-too-deep": {
    title: "Nested too deeply to be read",
    meaning: "Levels of nesting are bounded.",
    fix: "Flatten the document.",
    says: asTold,
  },
  "xml-unexpected-markup": {
    title: "Markup out of place",
    meaning: "An element of markup stands where the markup of OSCAL does not allow it.",
    fix: "Move it into an element that may hold it, or take it out.",
    says: asTold,
  },
  "xml-unknown-attribute": {
    title: "An unknown attribute",
    meaning: "The model does not know the attribute here.",
    fix: "Correct its name, or take it out.",
    says: asTold,
  },
  "xml-unknown-element": {
    title: "An unknown element",
    meaning: "The model does not know the element here.",
    fix: "Correct its name, move it to where it belongs, or write a prop.",
    says: asTold,
  },
  "xml-unknown-root": {
    title: "Not an OSCAL document",
    meaning: "The root element names none of the eight models.",
    fix: "Name an OSCAL document.",
    says: asTold,
  },
};

/** Makes the diagnostics about conversions. */
export const problem: ProblemMaker<ConversionTold> = problemsOf(conversionCodes);
