import type { SourceFile } from "../source-file.js";
import { didYouMean } from "../../foundation/words.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts from which diagnostics about a profile and the rules together are worded. */
export interface ScopeTold {
  readonly "control-without-statement": { readonly control: string };
  readonly "control-reference-twice": { readonly reference: string; readonly first: string; readonly second: string };
  readonly "no-rules": undefined;
  readonly "parameter-not-declared": UndeclaredParameter;
  readonly "parameter-redeclared": { readonly parameter: string; readonly property: string };
  readonly "parameter-type-clash": {
    readonly parameter: string;
    readonly here: TypedPlace;
    readonly earlier: TypedPlace;
  };
  /** The guess is a parameter that some rule reads. */
  readonly "parameter-unread": { readonly parameter: string; readonly guess: string | undefined };
  readonly "parameter-value": { readonly parameter: string; readonly fault: ParameterFault };
  readonly "parameter-value-clash": {
    readonly parameter: string;
    readonly here: ValuesPlace;
    readonly earlier: ValuesPlace;
  };
  /** A rule of one's own, its controls, and the title of the profile. */
  readonly "rule-outside-profile": {
    readonly rule: string;
    readonly controls: readonly string[];
    readonly profile: string;
  };
  readonly "unknown-control": UnknownControlTold;
}

/** Who names a control that no catalog has. */
export type UnknownControlTold =
  | { readonly rule: string; readonly control: string; readonly guess: string | undefined; readonly reason?: string }
  | {
      /** Id of the evidence record; without it, a decision names the control. */
      readonly evidence?: string;
      readonly control: string;
      readonly guess?: string;
      /** Why there is no such control, where many believe that there is. */
      readonly reason?: string;
      /** Where no catalog has the framework either. */
      readonly framework?: { readonly name: string; readonly known: readonly string[] };
    };

/** A rule that reads a parameter without a declaration. */
export type UndeclaredParameter = { readonly rule: string; readonly parameter: string } &
  /** No selected control has it; the owner is a control that has and is not selected. */
  (
    | { readonly among: "selected"; readonly owner: string | undefined }
    /** No control of the catalogs has it; the guess is a parameter that one does have. */
    | { readonly among: "all"; readonly guess: string | undefined }
  );

interface NamedPlace {
  readonly file: SourceFile;
  readonly line: number;
}

/** Where a parameter is declared, and with which value type. */
export interface TypedPlace extends NamedPlace {
  readonly type: string | undefined;
}

/** Where a parameter is set, and to which values. */
export interface ValuesPlace extends NamedPlace {
  readonly values: readonly string[];
}

/** Why a value cannot be used by rules. */
export type ParameterFault =
  | { readonly kind: "no-value" }
  | { readonly kind: "several-values"; readonly count: number }
  | { readonly kind: "no-number"; readonly value: string; readonly type: "integer" | "days" }
  | { readonly kind: "no-choice"; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: "no-day"; readonly value: string }
  | { readonly kind: "unknown-type"; readonly type: string }
  /** The bound that the catalog declares is not a number. */
  | { readonly kind: "bad-bound"; readonly bound: "minimum" | "maximum"; readonly limit: string }
  | {
      readonly kind: "out-of-bounds";
      readonly value: string;
      readonly bound: "minimum" | "maximum";
      readonly limit: string;
    };

/** How the profile that is assessed and the rules fit together. */
export const scopeCodes: CodeEntries<ScopeTold> = {
  "control-reference-twice": {
    title: "Two controls that are called alike",
    meaning:
      "Rules and people name a control by its framework and its label. Two selected controls with one name would share every verdict.",
    fix: "Give one of them another prop label, in the catalog or by an alter of the profile.",
    says: ({ reference, first, second }) => ({
      message: `The controls "${first}" and "${second}" are both called ${reference}: a rule that speaks for one would speak for both.`,
      fix: "Give one of them another prop label, or select one of them only.",
    }),
  },
  "control-without-statement": {
    title: "A control without a statement",
    meaning:
      "A finding points at a statement of its control; this control has no part with the name statement and an id.",
    fix: "Give the control's statement part an id in the catalog.",
    says: ({ control }) => ({
      message: `The control "${control}" has no statement part with an id, which a finding could point at.`,
      fix: `Give the control a part named statement, for instance with the id ${control}_smt.`,
    }),
  },
  "no-rules": {
    title: "No rule for any control",
    meaning: "No rule speaks for a control of the profile: nothing would be assessed, which is not a pass.",
    fix: "Choose another profile, or add rules that name its controls.",
    says: () => ({
      message: "No rule speaks for any control of the profile: nothing would be assessed, which is not a pass.",
      fix: "Select controls that a rule names in its METADATA (see: aims rules list).",
    }),
  },
  "parameter-not-declared": {
    title: "A parameter that nobody declares",
    meaning: "A rule reads a parameter that no selected control declares, so it has no value.",
    fix: "Select the control that declares it, or declare it in the catalog.",
    says: (told) => {
      const declare = "Declare it at a control of the catalog.";
      const reads = `The rule "${told.rule}" reads the parameter "${told.parameter}"`;
      if (told.among === "all") {
        return { message: `${reads}, which no control declares.`, fix: didYouMean(told.guess, declare) };
      }
      const { owner } = told;
      return {
        message: `${reads}, which no selected control declares.`,
        fix: owner === undefined ? declare : `Select the control ${owner} too, which declares it.`,
      };
    },
  },
  "parameter-redeclared": {
    title: "A parameter whose type a profile changes",
    meaning:
      "A profile changes a prop of aims that says which values a parameter may have (value-type, choice, minimum, maximum). Rules rely on what the catalog declares.",
    fix: "Set values only. Where the type or the bounds are wrong, correct them in the catalog.",
    says: ({ parameter, property }) => ({
      message: `The profile changes the prop "${property}" of the parameter "${parameter}": which values a parameter may have is for the catalog that declares it to say.`,
      fix: "Leave the prop as the catalog has it, and set only values.",
    }),
  },
  "parameter-type-clash": {
    title: "A parameter with two value types",
    meaning:
      "Two controls of a profile declare one parameter with different value types of aims, or one of them without. Rules read a parameter by its id, so that the value would have the type of whichever comes last.",
    fix: "Give one of the two another id, declare both with the same value-type, or select only one of the controls.",
    says: ({ parameter, here, earlier }) => ({
      message: `The parameter "${parameter}" is declared ${typeWords(here.type)} here (${placeWords(here)}) and ${typeWords(earlier.type)} in ${placeWords(earlier)}: rules that read it could not tell which is meant.`,
      fix: "Give one of the two another id, declare both with the same value-type, or select only one of the controls that declare it.",
      mentions: [here.file, earlier.file],
    }),
  },
  "parameter-unread": {
    title: "A parameter that no rule reads",
    meaning:
      "A selected control declares a parameter with a value type of aims, but no rule that the profile selects names it under parameters in its METADATA: setting it would change nothing, and nobody would notice.",
    fix: "Name it in the METADATA of the rule that should read it, or take it out of the catalog.",
    says: ({ parameter, guess }) => ({
      message: `No rule that the profile selects reads the parameter "${parameter}": whatever its value is, nothing depends on it.`,
      fix: `${guess === undefined ? "" : `Did you mean "${guess}"? `}Name it under parameters in the METADATA of the rule that should read it, select a control of that rule, or remove it.`,
    }),
  },
  "parameter-value": {
    title: "A parameter with an unusable value",
    meaning: "The value that the profile sets is not of the type that the rule needs, such as a number of days.",
    fix: "Set a value of the right type in the profile.",
    says: ({ parameter, fault }) => ({
      message: `The parameter "${parameter}" ${faultWords(fault)}.`,
      fix: "Set a value of the declared type.",
    }),
  },
  "parameter-value-clash": {
    title: "A parameter with two values",
    meaning:
      "Two controls of a profile declare one parameter with different values, and the profile sets none. Rules read a parameter by its id, so that the value would be that of whichever comes last.",
    fix: "Set the parameter in the profile, give one of the two another id, or select only one of the controls.",
    says: ({ parameter, here, earlier }) => ({
      message: `The parameter "${parameter}" is ${valueWords(here.values)} here (${placeWords(here)}) and ${valueWords(earlier.values)} in ${placeWords(earlier)}: rules that read it could not tell which is meant.`,
      fix: `Set "${parameter}" in the profile, give one of the two another id, or select only one of the controls that declare it.`,
      mentions: [here.file, earlier.file],
    }),
  },
  "rule-outside-profile": {
    title: "A rule that does not run",
    meaning:
      "A rule of the workspace's own speaks for no control that the profile selects, so that nobody asks it: what it would find appears nowhere.",
    fix: "Select one of its controls in the profile, or choose a profile that does.",
    severity: "warning",
    says: ({ rule, controls, profile }) => ({
      message: `The rule "${rule}" does not run: the profile "${profile}" selects none of its controls, ${controls.join(", ")}.`,
      fix: "Select one of them in the profile, choose a profile that does, or name a control that is selected under custom.controls.",
    }),
  },
  "unknown-control": {
    title: "A control that the catalog does not have",
    meaning:
      "A rule, a profile, an evidence record or a decision names a control that is not in the catalog. In a record or a decision it is a warning, since no verdict rests on it: known are the controls of the catalogs that ship with aims and of those that the profile imports. A framework that none of them has is only mentioned, once, since its controls cannot be checked. Of an id that many use although there is no such control, such as iso42001:A.11, the fix says why.",
    fix: "Correct the id; aims rules list shows which controls the rules speak for.",
    says: unknownControlWords,
  },
};

/** Makes the diagnostics about a profile and the rules together. */
export const problem: ProblemMaker<ScopeTold> = problemsOf(scopeCodes);

function unknownControlWords(told: UnknownControlTold): CaseWords {
  const { control, guess } = told;
  if ("rule" in told) {
    return {
      message: `The rule "${told.rule}" speaks for ${control}, which the catalog does not have.`,
      fix: because(told.reason, didYouMean(guess, "Name a control of the catalog under custom.controls.")),
    };
  }
  const { evidence, framework } = told;
  const named = evidence === undefined ? "a decision" : `the evidence record "${evidence}"`;
  const value = { value: control, ...(guess === undefined ? {} : { suggestion: guess }) };
  if (framework !== undefined && guess === undefined) {
    return {
      severity: "info",
      message: `No catalog here has controls of the framework "${framework.name}", which ${named} names (${control}): references to them are not checked.`,
      fix: `Leave it as it is if another programme uses it, or write a framework of the catalogs: ${framework.known.join(", ")}.`,
      ...value,
    };
  }
  return {
    severity: "warning",
    message:
      evidence === undefined
        ? `This decision is on ${control}, which no catalog has.`
        : `The evidence record "${evidence}" speaks for ${control}, which no catalog has.`,
    fix: because(
      told.reason,
      didYouMean(guess, "Name a control by its framework and its label, such as iso42001:A.6.2.4."),
    ),
    ...value,
  };
}

function because(reason: string | undefined, fix: string): string {
  return reason === undefined ? fix : `${reason} ${fix}`;
}

function placeWords({ file, line }: NamedPlace): string {
  return `${file}:${String(line)}`;
}

function typeWords(type: string | undefined): string {
  return type === undefined ? "without a value-type" : `as ${type}`;
}

function valueWords(values: readonly string[]): string {
  return values.length === 0 ? "without a value" : values.map((value) => `"${value}"`).join(", ");
}

function faultWords(fault: ParameterFault): CaseWords["message"] {
  switch (fault.kind) {
    case "no-value":
      return "has no value";
    case "several-values":
      return `has ${String(fault.count)} values where one is wanted`;
    case "no-number":
      return `is "${fault.value}", which is not a whole number of ${fault.type === "days" ? "days" : "at least 0"}`;
    case "no-choice":
      return `is "${fault.value}"; it has to be one of ${fault.choices.join(", ")}`;
    case "no-day":
      return `is "${fault.value}", which is not a day of the form YYYY-MM-DD`;
    case "unknown-type":
      return `is declared with the unknown value type "${fault.type}"`;
    case "bad-bound":
      return `is declared with the ${fault.bound} "${fault.limit}", which is not a whole number`;
    case "out-of-bounds": {
      const { value, bound, limit } = fault;
      return `is ${value}, which is ${bound === "minimum" ? "less" : "more"} than the ${bound} ${limit} that its control declares`;
    }
  }
}
