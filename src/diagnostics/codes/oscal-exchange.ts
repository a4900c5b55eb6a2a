import { quote } from "../../foundation/words.js";
import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about versions of OSCAL, and about what other tools make of a valid document. */
export interface OscalExchangeTold {
  readonly "oscal-newer-part": Since & { readonly name: string; readonly what: "model" | "property" };
  /** The words of the later version's rule. */
  readonly "oscal-newer-rule": Since & { readonly message: string; readonly fix: string };
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
