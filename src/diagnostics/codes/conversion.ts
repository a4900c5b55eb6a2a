import type { PlainEntries } from "./code-entry.js";

/** What stands in the way of a faithful conversion between XML and JSON. */
export const conversionCodes: PlainEntries = {
  "json-character": {
    title: "A character that XML cannot hold",
    meaning: "XML 1.0 has no form for most control characters; U+FFFD stands in its place.",
    fix: "Remove the character.",
  },
  "json-choice": {
    title: "Two of which only one may stand",
    meaning: "The model offers a choice here, and XML can hold only one of its alternatives.",
    fix: "Keep one of the two.",
  },
  "json-empty-array": {
    title: "An empty list",
    meaning: "A list without entries has no form in XML, and OSCAL has no empty lists.",
    fix: "Leave it out.",
  },
  "json-markup": {
    title: "Formatting that XML cannot nest",
    meaning:
      "Markdown nests more freely than OSCAL's XML: a link cannot hold an insert, a line break or another link, a list entry no table.",
    fix: "Write the text without the nesting.",
    example: '"prose": "See {{ insert: param, ac-1_prm_1 }} in [the policy](policy.html)."',
  },
  "json-null": {
    title: "A property without a value",
    meaning: "The value is null, which stands for no value, and XML has nothing for it.",
    fix: "Leave the property out.",
  },
  "json-number": {
    title: "A number that XML cannot hold",
    meaning: "The value is no finite number.",
    fix: "Write a number.",
  },
  "json-too-deep": {
    title: "Nested too deeply to be written",
    meaning:
      "Levels of nesting are bounded, and XML nests deeper than JSON and YAML are read; what could not be read again is not written.",
    fix: "Flatten the document.",
  },
  "json-unknown-property": {
    title: "A property that has no place in XML",
    meaning: "The model does not know the property here, so there is no element or attribute for it.",
    fix: "Correct its name, or write a prop.",
  },
  "json-unknown-root": {
    title: "No OSCAL model",
    meaning: "The root property names none of the eight models.",
    fix: "Wrap the content into the model's name.",
  },
  "json-wrong-type": {
    title: "A value of the wrong type",
    meaning: "The value is of another type than the model has here, so it has no form in XML.",
    fix: "Write the type that the message names.",
  },
  "xml-element-order": {
    title: "An element out of order",
    meaning: "XML has the elements of OSCAL in a fixed order; other tools refuse another one.",
    fix: "Move the element to where the message says.",
  },
  "xml-left-out": {
    title: "Something that only XML can hold",
    meaning:
      "Comments, processing instructions and attributes of other namespaces have no place in JSON and YAML and are left out.",
    fix: "Nothing to do unless they matter; then write remarks or props.",
  },
  "xml-markup": {
    title: "Markup that Markdown cannot say",
    meaning:
      "In JSON and YAML the text is Markdown, which has no form for this piece of markup, so it would not come back as it was.",
    fix: "Write it in another way, keep the document in XML, or have it dropped with aims oscal convert --lossy.",
  },
  "xml-namespace": {
    title: "An element of another namespace",
    meaning: "The elements of OSCAL are in one namespace; this one is in another or in none.",
    fix: "Write the namespace at the root, or take the element out.",
    example: '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">',
  },
  "xml-number": {
    title: "A number with too many digits",
    meaning: "JSON would read the number with fewer digits, so it would not come back as it was.",
    fix: "Write it with at most 15 digits.",
  },
  "xml-repeated-element": {
    title: "An element that stands twice",
    meaning: "The element may stand once here.",
    fix: "Keep one of the two.",
  },
  "xml-stray-text": {
    title: "Text between elements",
    meaning: "Text stands where the model has elements only, so it belongs to nothing.",
    fix: "Put it into an element, or take it out.",
  },
  "xml-too-deep": {
    title: "Nested too deeply to be read",
    meaning: "Levels of nesting are bounded.",
    fix: "Flatten the document.",
  },
  "xml-unexpected-markup": {
    title: "Markup out of place",
    meaning: "An element of markup stands where the markup of OSCAL does not allow it.",
    fix: "Move it into an element that may hold it, or take it out.",
  },
  "xml-unknown-attribute": {
    title: "An unknown attribute",
    meaning: "The model does not know the attribute here.",
    fix: "Correct its name, or take it out.",
  },
  "xml-unknown-element": {
    title: "An unknown element",
    meaning: "The model does not know the element here.",
    fix: "Correct its name, move it to where it belongs, or write a prop.",
  },
  "xml-unknown-root": {
    title: "Not an OSCAL document",
    meaning: "The root element names none of the eight models.",
    fix: "Name an OSCAL document.",
  },
};
