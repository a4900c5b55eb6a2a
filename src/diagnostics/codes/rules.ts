import type { SourceFile } from "../source-file.js";
import { didYouMean, plural } from "../../foundation/words.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about rules in Rego. */
export interface RuleTold extends Readonly<Record<RegoCode, string>> {
  /** Two packages that end in the same name; the first one is that of `file`. */
  readonly "duplicate-package": { readonly first: string; readonly other: string; readonly file: SourceFile };
  /** The file that has the id first. */
  readonly "duplicate-rule": { readonly id: string; readonly file: SourceFile };
  readonly "package-name": string;
  /** A package of one's own, and the one of aims that it would add to. */
  readonly "package-reserved": { readonly own: string; readonly reserved: string };
  /** Why a rule failed, on how many subjects, and the first of them. */
  readonly "rule-in-error": {
    readonly rule: string;
    readonly reason: string;
    readonly count: number;
    readonly subject: string;
  };
  readonly "rule-metadata": WrongMetadata;
  readonly "rule-parameters":
    | { readonly how: "not-named"; readonly parameter: string }
    | { readonly how: "not-read"; readonly parameter: string; readonly guess: string | undefined };
  /** The sets by which a rule can speak. */
  readonly "rule-without-sets": readonly string[];
}

/** Codes for what the Rego compiler says; they are told its message. */
export type RegoCode =
  | "entrypoint-error"
  | "rego-compile-error"
  | "rego-error"
  | "rego-parse-error"
  | "rego-recursion-error"
  | "rego-type-error"
  | "rego-unsafe-var-error"
  | "test-filter-error";

/** The faults of the METADATA of a rule's package. Keys are below `custom` unless they say otherwise. */
export type WrongMetadata =
  | { readonly how: "unknown-key"; readonly key: string; readonly guess: string }
  | { readonly how: "no-id" }
  | { readonly how: "no-controls" }
  /** The full key: `title`, `description` or `custom.remediation`. */
  | { readonly how: "no-text"; readonly key: string }
  /** A value of a closed list that is missing, or is not in the list. */
  | {
      readonly how: "no-choice";
      readonly key: string;
      readonly value: string | undefined;
      readonly allowed: readonly string[];
      readonly guess: string | undefined;
    };

/** Rules in Rego. */
export const ruleCodes: CodeEntries<RuleTold> = {
  "duplicate-package": {
    title: "Two packages with one last name",
    meaning: "The last part of a rule's package names it among all rules, and another rule has the same.",
    fix: "Give the last part of the package a name of its own.",
    says: ({ first, other, file }) => ({
      message: `The packages "${first}" (${file}) and "${other}" end in the same name.`,
      fix: "Give the last part of the package a name of its own.",
      mentions: [file],
    }),
  },
  "duplicate-rule": {
    title: "A repeated rule id",
    meaning: "Two rules have one id; verdicts are filed under it.",
    fix: "Give each rule an id of its own.",
    says: ({ id, file }) => ({
      message: `The rule id "${id}" is used a second time; first in ${file}.`,
      fix: "Give each rule an id of its own.",
      mentions: [file],
    }),
  },
  "entrypoint-error": {
    title: "A rule that cannot be called",
    meaning: "The compiler finds no set under the path by which aims calls the rule.",
    fix: "Check the package and the names of the sets by which the rule speaks.",
    says: regoWords,
  },
  "package-name": {
    title: "A package with a name that cannot be used",
    meaning: "The name of a rule's package is not made of plain names, or it ends in one that aims uses itself.",
    fix: "Use plain names; the last one must not be system or organization.",
    says: (name) => ({
      message: `A rule's package cannot be named "${name}".`,
      fix: "Use plain names; the last one must not be system or organization.",
    }),
  },
  "package-reserved": {
    title: "A package that belongs to aims",
    meaning: "The package would add to one that ships with aims, and so change what the shipped rules say.",
    fix: "Choose a package of your own.",
    says: ({ own, reserved }) => ({
      message: `The package "${own}" would add to "${reserved}", which belongs to aims.`,
      fix: "Name a package of your own: aims.rules.my_rule for a rule, my.library for a library.",
    }),
  },
  "rego-compile-error": {
    title: "Rego that does not compile",
    meaning: "The module is well-formed, but refers to something that does not exist or is not available to rules.",
    fix: "Check the spelling; rules have OPA's builtins that need no clock, network or chance.",
    says: regoWords,
  },
  "rego-error": {
    title: "An error of the Rego compiler",
    meaning: "The compiler refuses the module for a reason that has no code of its own.",
    fix: "Do what the message says.",
    says: regoWords,
  },
  "rego-parse-error": {
    title: "Not Rego",
    meaning: "The text breaks the grammar of Rego (version 1) at this place.",
    fix: "Correct the syntax at the place.",
    says: (message) => ({ message: sentence(message), fix: "Correct the syntax at this place." }),
  },
  "rego-recursion-error": {
    title: "A rule that needs itself",
    meaning: "The value of a rule depends on itself, directly or through others.",
    fix: "Break the circle.",
    says: regoWords,
  },
  "rego-type-error": {
    title: "Rego of the wrong type",
    meaning:
      "An expression can never be of the type that it needs; often a path into the input that the schema does not have.",
    fix: "Name a field that the descriptor schema knows, or compare values of one type.",
    says: regoWords,
  },
  "rego-unsafe-var-error": {
    title: "A variable without a value",
    meaning: "A variable is used that nothing gives a value, or it stands under not only.",
    fix: "Give it a value, or declare it with some.",
    says: (message) => ({
      message: sentence(message),
      fix: regoFix(message) ?? "Give the variable a value, or declare it with some.",
    }),
  },
  "rule-in-error": {
    title: "A rule in error",
    meaning:
      "The rule could not be evaluated, or applied and said nothing. Silence is never a pass: its verdicts are in error.",
    fix: "Correct the rule, and add a test with what the descriptor records.",
    says: ({ rule, reason, count, subject }) => ({
      message: `The rule "${rule}" is in error on ${count === 1 ? `"${subject}"` : `${plural(count, "subject")}, the first "${subject}"`}: ${sentence(reason)}`,
      fix: `Correct the rule, and add a test with what the descriptor of "${subject}" records.`,
    }),
  },
  "rule-metadata": {
    title: "Wrong METADATA of a rule",
    meaning:
      "The METADATA of the package lacks something or says what aims does not know: id, title, severity, controls and more.",
    fix: "Complete it as the message says.",
    says: metadataWords,
  },
  "rule-parameters": {
    title: "Parameters that do not fit the rule",
    meaning: "The METADATA names a parameter that the rule does not read, or the rule reads one that it does not name.",
    fix: "Name exactly the parameters that the rule reads.",
    says: ({ parameter, ...told }) =>
      told.how === "not-named"
        ? {
            message: `The rule reads the parameter "${parameter}", which its METADATA does not name.`,
            fix: "Add it to custom.parameters.",
          }
        : {
            message: `The METADATA names the parameter "${parameter}", which the rule does not read.`,
            fix: didYouMean(told.guess, "Remove it from custom.parameters."),
          },
  },
  "rule-without-sets": {
    title: "A rule that cannot speak",
    meaning: "The package declares none of the sets by which a rule speaks, so it could never find anything.",
    fix: "Declare the set violation, stale, missing, pending or observed.",
    says: (sets) => ({
      message: "The package declares none of the sets by which a rule speaks.",
      fix: `Declare at least one of ${sets.join(", ")}.`,
    }),
  },
  "test-filter-error": {
    title: "A pattern that is not a regular expression",
    meaning: "The pattern given with --run is not a regular expression.",
    fix: "Correct the pattern.",
    says: regoWords,
  },
};

/** Makes the diagnostics about rules in Rego. */
export const problem: ProblemMaker<RuleTold> = problemsOf(ruleCodes);

function metadataWords(wrong: WrongMetadata): CaseWords {
  switch (wrong.how) {
    case "unknown-key":
      return {
        message: `The METADATA has "${wrong.key}" under custom, which aims does not know.`,
        fix: didYouMean(wrong.guess, ""),
      };
    case "no-id":
      return {
        message: "The METADATA has no id of lower-case letters, digits and hyphens under custom.",
        fix: "Write custom: {id: my-rule, ...} above the package.",
      };
    case "no-controls":
      return {
        message: "The METADATA names no controls with their framework.",
        fix: "Write custom.controls, for instance [iso42001:A.6.2.4].",
      };
    case "no-text":
      return {
        message: `The METADATA of the package has no ${wrong.key}.`,
        fix: `Write ${wrong.key} into the METADATA block above the package.`,
      };
    case "no-choice":
      return {
        message:
          wrong.value === undefined
            ? `The METADATA has no ${wrong.key} under custom.`
            : `"${wrong.value}" is not allowed for custom.${wrong.key}.`,
        fix: didYouMean(wrong.guess, `Write one of ${wrong.allowed.join(", ")}.`),
      };
  }
}

function regoWords(message: string): CaseWords {
  return { message: sentence(message), fix: regoFix(message) ?? "Correct the rule at this place." };
}

/** The fix for a message of the Rego compiler, where the message tells it. */
function regoFix(message: string): string | undefined {
  return regoFixes.find(([pattern]) => pattern.test(message))?.[1];
}

const regoFixes: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [/not available to rules/, "Use another builtin, or have the descriptor record the value."],
  [
    /there is no function/,
    "Check the spelling; a rule can call its own functions and OPA's builtins that need no clock, network or chance.",
  ],
  [/undefined ref: input/, "Name a field that the descriptor schema knows."],
];

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}
