import type { PlainEntries } from "./code-entry.js";

/** OSCAL documents: what their model's schema finds, their version, and suppressions. */
export const oscalCodes: PlainEntries = {
  "unknown-code": {
    title: "A suppression of an unknown code",
    meaning: "A suppression names neither a code of a diagnostic nor the id of a constraint, so it can never hold.",
    fix: "Copy the code from the diagnostic; aims explain lists all codes.",
  },
  "no-oscal-documents": {
    title: "No OSCAL document",
    meaning:
      "What was named holds no OSCAL document to validate or convert. Nothing checked is not a pass, and nothing written no success, so this is an error.",
    fix: "Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.",
  },
  "oscal-allowed-values": {
    title: "A value that a constraint does not allow",
    meaning:
      "OSCAL's metaschema lists the values that are allowed here, which the JSON and XML schemas do not check. Names of props and parts in OSCAL's own namespace belong to it.",
    fix: "Write one of the values that the message lists, or give a prop of your own its namespace (ns).",
    example: '{ "name": "risk-tier", "ns": "https://example.org/ns", "value": "high" }',
  },
  "oscal-cardinality": {
    title: "Too few or too many",
    meaning: "A constraint of OSCAL's metaschema says how many there have to be, beyond what the schema says.",
    fix: "Add what is missing, or remove what is too much.",
  },
  "oscal-deprecated-value": {
    title: "A value that OSCAL has given up",
    meaning: "The value is still allowed, but a later version of OSCAL may refuse it.",
    fix: "Write the value that took its place.",
  },
  "oscal-different-models": {
    title: "Two documents of different models",
    meaning: "Only documents of one model can be compared.",
    fix: "Name two documents of the same model.",
  },
  "oscal-empty-array": {
    title: "An empty list",
    meaning: "OSCAL has no empty lists: a list has at least one entry, or is left out.",
    fix: "Leave it out, or write at least one entry.",
  },
  "oscal-exclusive-properties": {
    title: "Two of which only one may stand",
    meaning: "The model offers a choice here, and the document takes two of its alternatives.",
    fix: "Keep one of the two.",
    example: '"include-all" and "include-controls" in one import.',
  },
  "oscal-expect": {
    title: "A condition that is not met",
    meaning: "A constraint of OSCAL's metaschema states a condition that the document has to meet, and it does not.",
    fix: "Do what the message says; aims explain with the id of the constraint prints the condition.",
  },
  "oscal-index-duplicate": {
    title: "A key that stands twice in an index",
    meaning: "Things of one kind are found by a key, such as a uuid or an id, and two have the same one.",
    fix: "Give one of the two a key of its own, and correct the references to it.",
  },
  "oscal-index-missing-key": {
    title: "A reference to what is not there",
    meaning:
      "A constraint of OSCAL's metaschema demands that the value names something of the document, and nothing has that key.",
    fix: "Correct the reference, or add what it names.",
    example: 'A "role-id" that is not among the roles of the metadata.',
  },
  "oscal-matches": {
    title: "A value that a constraint does not accept",
    meaning: "A constraint of OSCAL's metaschema asks for a pattern or datatype that the value does not have.",
    fix: "Write it in the form that the message names.",
  },
  "oscal-missing-property": {
    title: "A required property is missing",
    meaning: "The model requires the property; without it, other tools refuse the document.",
    fix: "Add the property.",
  },
  "oscal-needs-one-of": {
    title: "None of the alternatives is there",
    meaning: "The model offers a choice here, and one of its alternatives is required.",
    fix: "Add one of the properties that the message lists.",
  },
  "oscal-no-model": {
    title: "Not an OSCAL document",
    meaning: "The root property (in XML, the root element) names one of the eight models; here it names none.",
    fix: "Wrap the content into the model's name, or name another file.",
    example: '{ "catalog": { "uuid": "...", "metadata": { ... } } }',
  },
  "oscal-not-unique": {
    title: "Two with the same key",
    meaning: "A constraint of OSCAL's metaschema demands that no two of these have the same key, such as a uuid.",
    fix: "Give one of the two a key of its own, or merge them.",
  },
  "oscal-schema-violation": {
    title: "A value that breaks the schema",
    meaning: "The value does not keep a rule of the model's schema, such as a smallest number.",
    fix: "Correct the value as the message says.",
  },
  "oscal-too-deep": {
    title: "Nested too deeply to be checked",
    meaning: "Groups, controls and parts can hold one another, but not without end.",
    fix: "Flatten the document.",
  },
  "oscal-unknown-property": {
    title: "An unknown property",
    meaning:
      "The model does not know the property here. OSCAL is extended by props with a namespace, never by new properties.",
    fix: "Correct its name, move it to where it belongs, or write a prop.",
  },
  "oscal-value-not-allowed": {
    title: "A value outside the list",
    meaning: "The model takes one of a few values here, and this is none of them.",
    fix: "Write one of the values that the message lists.",
  },
  "oscal-version-older": {
    title: "An older version of OSCAL",
    meaning:
      "The document declares an older version. It is checked against the version that aims knows, which accepts most older documents.",
    fix: "Declare the newer version where the document is valid under it.",
  },
  "oscal-version-unknown": {
    title: "An unknown version of OSCAL",
    meaning:
      "The declared version is newer than the one that aims knows, or no version of OSCAL at all, so the result may not hold for it.",
    fix: "Declare a version that exists; it is written without a v.",
    example: '"oscal-version": "v1.1.2"  ->  "oscal-version": "1.1.2"',
  },
  "oscal-wrong-form": {
    title: "A text of the wrong form",
    meaning:
      "The text is not of the datatype that the model has here, such as a uuid, a token, or a date with its time zone.",
    fix: "Write it in the form that the message names.",
    example: '"last-modified": "2026-04-14"  ->  "2026-04-14T00:00:00Z"',
  },
  "oscal-wrong-type": {
    title: "A value of the wrong type",
    meaning:
      "The value is of another type than the model has here: a number for a text, or one entry where a list is needed.",
    fix: "Write the type that the message names.",
  },
  "suppression-expired": {
    title: "A suppression that has expired",
    meaning: "The day until which a problem was accepted is over; the problem is shown again.",
    fix: "Mend the problem, or have its owner decide again and write a new day.",
  },
  "suppression-pattern": {
    title: "A suppression with a malformed pattern",
    meaning: "The file of a suppression has a bracket that is not closed. Patterns know *, ? and **, and no brackets.",
    fix: "Write the path of the file, or a pattern of *, ? and **.",
    example: "file: vendor/**/*.json",
  },
  "suppression-unused": {
    title: "A suppression without a problem",
    meaning:
      "The suppression fits no problem of the files that were checked, or names a file that does not exist: the problem is mended, or the entry has a slip.",
    fix: "Remove the entry, or correct its code, file or pointer.",
  },
};
