import { didYouMean, quote } from "../../foundation/words.js";
import { asTold, problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about OSCAL documents. Findings of schemas and constraints are worded from their keywords and kinds. */
export interface OscalTold {
  /** The control as the document names it, its title there, and the control with its right title as the catalog has them. */
  readonly "control-mislabelled": {
    readonly id: string;
    readonly title: string;
    readonly control: string;
    readonly right: string;
    /** Where the wrong title is seen. */
    readonly seen: readonly string[];
  };
  readonly "oscal-allowed-values": CaseWords;
  readonly "oscal-cardinality": CaseWords;
  readonly "oscal-deprecated-value": CaseWords;
  readonly "oscal-empty-array": CaseWords;
  readonly "oscal-exclusive-properties": CaseWords;
  readonly "oscal-expect": CaseWords;
  readonly "oscal-index-duplicate": CaseWords;
  readonly "oscal-index-missing-key": CaseWords;
  readonly "oscal-matches": CaseWords;
  readonly "oscal-missing-property": CaseWords;
  readonly "oscal-needs-one-of": CaseWords;
  readonly "oscal-no-model": NoModel;
  readonly "oscal-not-unique": CaseWords;
  readonly "oscal-schema-violation": CaseWords;
  readonly "oscal-too-deep": undefined;
  readonly "oscal-unknown-property": CaseWords;
  readonly "oscal-uuid-case": CaseWords;
  readonly "oscal-value-not-allowed": CaseWords;
  readonly "oscal-version-older": DeclaredVersion;
  readonly "oscal-version-unknown": DeclaredVersion & {
    readonly correct: string | undefined;
    readonly isNewer: boolean;
  };
  readonly "oscal-wrong-form": CaseWords;
  readonly "oscal-wrong-type": CaseWords;
}

/** A document whose root names none of the models. */
interface NoModel {
  /** The root property that nearly names one. */
  readonly key: string | undefined;
  readonly guess: string | undefined;
  /** Whether the root property names a model with an object below it, but is not the only one. */
  readonly isBesideOthers: boolean;
  readonly models: readonly string[];
}

interface DeclaredVersion {
  readonly declared: string;
  readonly supported: string;
}

/** OSCAL documents: what their model's schema finds, their version, and suppressions. */
export const oscalCodes: CodeEntries<OscalTold> = {
  "control-mislabelled": {
    title: "A control under a title that is not its own",
    meaning:
      "The document says that its controls are those of ISO/IEC 42001, and gives one a title that is widely seen and is not that of the standard. Whoever works with the title does something else than the control asks for. Other titles are not judged, and documents of other frameworks are not looked at.",
    fix: "Write the title of the standard, or name the control that is meant.",
    example: '"id": "a.9.2", "title": "Data transfer to suppliers"  ->  "Processes for responsible use of AI systems"',
    severity: "warning",
    says: ({ id, title, control, right, seen }) => ({
      message: `The control ${quote(id)} is called ${quote(title)} here; ${control} is ${quote(right)}. The wrong title is widely seen (${seen.join(", ")}).`,
      fix: `Write ${quote(right)}, or name the control that the title is about.`,
    }),
  },
  "oscal-allowed-values": {
    title: "A value that a constraint does not allow",
    meaning:
      "OSCAL's metaschema lists the values that are allowed here, which the JSON and XML schemas do not check. Names of props and parts in OSCAL's own namespace belong to it.",
    fix: "Write one of the values that the message lists, or give a prop of your own its namespace (ns).",
    example: '{ "name": "risk-tier", "ns": "https://example.org/ns", "value": "high" }',
    says: asTold,
  },
  "oscal-cardinality": {
    title: "Too few or too many",
    meaning: "A constraint of OSCAL's metaschema says how many there have to be, where the schema does not.",
    fix: "Add what is missing, or remove what is too much.",
    says: asTold,
  },
  "oscal-deprecated-value": {
    title: "A deprecated value",
    meaning: "The value is still allowed, but a later version of OSCAL may refuse it.",
    fix: "Write the value that replaced it.",
    severity: "warning",
    says: asTold,
  },
  "oscal-empty-array": {
    title: "An empty list",
    meaning: "OSCAL has no empty lists: a list has at least one entry, or is left out.",
    fix: "Leave it out, or write at least one entry.",
    says: asTold,
  },
  "oscal-exclusive-properties": {
    title: "Two alternatives at once",
    meaning: "The model offers a choice here, and the document takes two of its alternatives.",
    fix: "Keep one of the two.",
    example: '"include-all" and "include-controls" in one import.',
    says: asTold,
  },
  "oscal-expect": {
    title: "A condition that is not met",
    meaning: "A constraint of OSCAL's metaschema states a condition that the document has to meet, and it does not.",
    fix: "Do what the message says; aims explain with the id of the constraint prints the condition.",
    says: asTold,
  },
  "oscal-index-duplicate": {
    title: "A repeated key in an index",
    meaning: "Things of one kind are found by a key, such as a uuid or an id, and two have the same one.",
    fix: "Give one of the two a key of its own, and correct the references to it.",
    says: asTold,
  },
  "oscal-index-missing-key": {
    title: "A reference without a target",
    meaning:
      "A constraint of OSCAL's metaschema demands that the value names something of the document, and nothing has that key.",
    fix: "Correct the reference, or add what it names.",
    example: 'A "role-id" that is not among the roles of the metadata.',
    says: asTold,
  },
  "oscal-matches": {
    title: "A value that a constraint does not accept",
    meaning: "A constraint of OSCAL's metaschema asks for a pattern or datatype that the value does not have.",
    fix: "Write it in the form that the message names.",
    says: asTold,
  },
  "oscal-missing-property": {
    title: "A required property is missing",
    meaning: "The model requires the property; without it, other tools refuse the document.",
    fix: "Add the property.",
    says: asTold,
  },
  "oscal-needs-one-of": {
    title: "None of the alternatives is there",
    meaning: "The model offers a choice here, and one of its alternatives is required.",
    fix: "Add one of the properties that the message lists.",
    says: asTold,
  },
  "oscal-no-model": {
    title: "Not an OSCAL document",
    meaning:
      "An OSCAL document has one root property (in XML, the root element), which names one of the eight models; here it names none, or others stand beside it.",
    fix: "Wrap the content into the model's name, or name another file.",
    example: '{ "catalog": { "uuid": "...", "metadata": { ... } } }',
    says: ({ key, guess, isBesideOthers, models }) => ({
      message: isBesideOthers
        ? `This is not an OSCAL document: its root has other properties beside ${quote(key ?? "")}, and no OSCAL metadata stand below that.`
        : guess === undefined
          ? "This is not an OSCAL document: no root property names one of the models, with an object below it."
          : `${quote(key ?? "")} is not an OSCAL model.`,
      fix: isBesideOthers
        ? "Name an OSCAL document, or leave the model as the only property of the root."
        : didYouMean(guess, `Wrap the content into one of ${models.join(", ")}.`),
      allowed: models,
      ...(guess === undefined ? {} : { suggestion: guess }),
    }),
  },
  "oscal-not-unique": {
    title: "Two entries with the same key",
    meaning: "A constraint of OSCAL's metaschema demands that no two of these have the same key, such as a uuid.",
    fix: "Give one of the two a key of its own, or merge them.",
    says: asTold,
  },
  "oscal-schema-violation": {
    title: "A value that breaks the schema",
    meaning: "The value does not keep a rule of the model's schema, such as a smallest number.",
    fix: "Correct the value as the message says.",
    says: asTold,
  },
  "oscal-too-deep": {
    title: "Nested too deeply to be checked",
    meaning: "Groups, controls and parts can hold one another, but not without end.",
    fix: "Flatten the document.",
    says: () => ({
      message: "The document is nested too deeply to be checked.",
      fix: "Flatten it: groups, controls and parts nest a few levels deep in real documents.",
    }),
  },
  "oscal-unknown-property": {
    title: "An unknown property",
    meaning:
      "The model does not know the property here. OSCAL is extended by props with a namespace, never by new properties.",
    fix: "Correct its name, move it to where it belongs, or write a prop.",
    says: asTold,
  },
  "oscal-uuid-case": {
    title: "A uuid in other letters than where it is defined",
    meaning:
      "A uuid means the same in capitals and in small letters (RFC 9562), so the reference is right; but many tools compare letter by letter and do not find what it names.",
    fix: "Write it as it is defined, best in small letters on both sides.",
    severity: "warning",
    says: asTold,
  },
  "oscal-value-not-allowed": {
    title: "A value outside the list",
    meaning: "The model takes one of a few values here, and this is none of them.",
    fix: "Write one of the values that the message lists.",
    says: asTold,
  },
  "oscal-version-older": {
    title: "An older version of OSCAL",
    meaning:
      "The document declares an older version. It is checked against the version that aims knows, which accepts most older documents.",
    fix: "Declare the newer version where the document is valid under it.",
    severity: "info",
    says: ({ declared, supported }) => ({
      message: `The document declares OSCAL ${declared}; it is checked against ${supported}.`,
      fix: `Where it is valid under ${supported}, declare that version.`,
    }),
  },
  "oscal-version-unknown": {
    title: "An unknown version of OSCAL",
    meaning:
      "The declared version is newer than the one that aims knows, or is not a version of OSCAL at all, so the result may not hold for it.",
    fix: "Declare a version that exists; it is written without a v.",
    example: '"oscal-version": "v1.1.2"  ->  "oscal-version": "1.1.2"',
    severity: "warning",
    says: ({ declared, supported, correct, isNewer }) =>
      correct === undefined
        ? {
            message: isNewer
              ? `The document declares OSCAL ${declared.slice(0, 40)}, and aims knows none newer than ${supported}; it is checked against that, and what came later is reported as unknown.`
              : `${quote(declared.slice(0, 40))} is not a version of OSCAL that aims knows; the document is checked against ${supported}.`,
            fix: `Declare ${supported}, or use a version of aims that knows it.`,
          }
        : {
            message: `"${declared}" is not how OSCAL writes its version; the document is checked against ${supported}.`,
            fix: `Write "${correct}".`,
            suggestion: correct,
          },
  },
  "oscal-wrong-form": {
    title: "A text of the wrong form",
    meaning:
      "The text is not of the datatype that the model has here, such as a uuid, a token, or a date with its time zone.",
    fix: "Write it in the form that the message names.",
    example: '"last-modified": "2026-04-14"  ->  "2026-04-14T00:00:00Z"',
    says: asTold,
  },
  "oscal-wrong-type": {
    title: "A value of the wrong type",
    meaning:
      "The value is of another type than the model has here: a number for a text, or one entry where a list is needed.",
    fix: "Write the type that the message names.",
    says: asTold,
  },
};

/** Makes the diagnostics about OSCAL documents. */
export const problem: ProblemMaker<OscalTold> = problemsOf(oscalCodes);
