import { quote } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about versions of OSCAL, and about what other tools make of a valid document. */
export interface OscalExchangeTold {
  readonly "oscal-empty-text": { readonly property: string };
  readonly "oscal-newer-part": Since & { readonly name: string; readonly what: "model" | "property" };
  /** The words of the later version's rule. */
  readonly "oscal-newer-rule": Since & { readonly message: string; readonly fix: string };
  readonly "oscal-not-a-share": { readonly property: string; readonly value: number };
  readonly "oscal-own-relationship": { readonly relationship: string; readonly ns: string };
  readonly "oscal-refused-elsewhere": { readonly method: string };
  readonly "oscal-required-before": Since & { readonly property: string };
}

/** A difference between the version that a document declares and later ones. */
interface Since {
  readonly declared: string;
  /** The version in which the difference came, in words. */
  readonly since: string;
  /** A version that is late enough. */
  readonly later: string;
}

/** Versions of OSCAL, and other tools. */
export const oscalExchangeCodes: CodeEntries<OscalExchangeTold> = {
  "oscal-empty-text": {
    title: "A text that says nothing",
    meaning:
      "A description, a remark or the like holds no text. That is valid in JSON and YAML, says nothing to anybody, and NIST's XML schema refuses the element.",
    fix: "Write the text, or leave the property out where the model does not require it.",
    severity: "warning",
    says: ({ property }) => ({
      message: `${quote(property)} holds no text, so it says nothing; NIST's XML schema refuses it.`,
      fix: "Write the text, or leave the property out where it is not required.",
    }),
  },
  "oscal-newer-part": {
    title: "Something newer than the declared version",
    meaning:
      "The document declares an older version of OSCAL and uses a model or a property that came later. Tools of the declared version refuse it.",
    fix: "Declare the later version, or leave it out.",
    example: '"oscal-version": "1.1.3" in a mapping-collection, which OSCAL has since 1.2.0.',
    severity: "warning",
    says: ({ name, what, declared, since, later }) => ({
      message: `The ${what} ${quote(name)} exists since ${since}; the document declares ${declared}.`,
      fix: `Declare ${later} or later, or leave it out.`,
    }),
  },
  "oscal-newer-rule": {
    title: "A rule that the declared version does not have",
    meaning:
      "The document declares an older version of OSCAL, in which this is valid. It is an error as soon as the document declares the later version.",
    fix: "Correct it before you declare the later version.",
    severity: "warning",
    says: ({ message, fix, declared, since, later }) => ({
      message: `${message} That is a rule since ${since}; the document declares ${declared}, which does not have it.`,
      fix: `Before you declare ${later} or later: ${fix.slice(0, 1).toLowerCase()}${fix.slice(1)}`,
    }),
  },
  "oscal-not-a-share": {
    title: "A share that is not from 0 to 1",
    meaning:
      "OSCAL describes the percentage of a confidence score and the coverage of a mapping as a decimal from 0 to 1. No schema checks it, so a number such as 90 passes and is read as 9000 percent.",
    fix: "Write the share as a decimal.",
    example: '"percentage": 90  ->  "percentage": 0.9',
    severity: "warning",
    says: ({ property, value }) => ({
      message: `${quote(property)} is ${String(value)}, but OSCAL means a decimal from 0 to 1.`,
      fix:
        value > 1 && value <= 100
          ? `Write ${String(value / 100)} for ${String(value)} percent.`
          : "Write a decimal from 0 to 1.",
    }),
  },
  "oscal-own-relationship": {
    title: "A relationship of one's own",
    meaning:
      "The ns of a map says whose words its relationship is in, so words of another namespace than OSCAL's are accepted. OSCAL's constraint looks for the ns at the relationship, where none can stand; a tool that takes it literally refuses the map.",
    fix: "Nothing; for tools that take the constraint literally, write one of OSCAL's relationships and one's own in a prop.",
    severity: "info",
    says: ({ relationship, ns }) => ({
      message: `The relationship ${quote(relationship)} is in the words of ${quote(ns)}. A tool that takes OSCAL's constraint literally knows only OSCAL's own relationships.`,
      fix: "For such tools, write one of OSCAL's relationships, and your own in a prop with that ns.",
    }),
  },
  "oscal-refused-elsewhere": {
    title: "Valid OSCAL that other tools refuse",
    meaning:
      "The metaschema of OSCAL has the property, and NIST's JSON schema of 1.2 does not: tools that go by that schema, such as go-oscal and compliance-trestle 5, refuse the document.",
    fix: "Leave it out for readers that go by the JSON schema; docs/oscal-judges.md says who takes it.",
    severity: "info",
    says: ({ method }) => ({
      message: `The combine method ${quote(method)} is in OSCAL's metaschema, but not in NIST's JSON schema of 1.2: go-oscal and compliance-trestle 5 refuse it.`,
      fix:
        method === "keep"
          ? "For readers that go by the JSON schema, leave the method out: that means keep."
          : "For readers that go by the JSON schema, resolve the profile and hand over the catalog.",
    }),
  },
  "oscal-required-before": {
    title: "A property that the declared version requires",
    meaning:
      "The document declares an older version of OSCAL, which requires a property that later ones leave open. Tools of the declared version refuse the document.",
    fix: "Add the property, or declare the later version.",
    severity: "warning",
    says: ({ property, declared, since, later }) => ({
      message: `${quote(property)} is missing here. It may be left out since ${since}; the document declares ${declared}.`,
      fix: `Add ${quote(property)}, or declare ${later} or later.`,
    }),
  },
};

/** Makes the diagnostics about versions of OSCAL and other tools. */
export const problem: ProblemMaker<OscalExchangeTold> = problemsOf(oscalExchangeCodes);
