import type { SourceFile } from "../source-file.js";
import { didYouMean, plural } from "../../foundation/words.js";
import { problemsOf, type CaseWords, type CodeEntries, type ProblemMaker } from "./code-entry.js";
import { metadataWords, type WrongMetadata } from "./rules/metadata.js";

export type { WrongMetadata } from "./rules/metadata.js";

/** The facts for the diagnostics about rules in Rego. */
export interface RuleTold extends Readonly<Record<RegoCode, string>> {
  /** The file that has the id first. */
  readonly "duplicate-rule": { readonly id: string; readonly file: SourceFile };
  /** Why a rule failed, on how many subjects, and the first of them. */
  readonly "rule-in-error": {
    readonly rule: string;
    readonly reason: string;
    readonly count: number;
    readonly subject: string;
  };
  readonly "rule-metadata": WrongMetadata;
  /** A name that a package declares, and the one by which aims asks. */
  readonly "rule-name": { readonly name: string; readonly guess: string };
  readonly "rule-parameters":
    | { readonly how: "not-named"; readonly parameter: string }
    | { readonly how: "not-read"; readonly parameter: string; readonly guess: string | undefined };
  /** A set, the one that aims asks for, and whether it is one of Conftest's. */
  readonly "rule-set-unread": { readonly name: string; readonly guess: string; readonly conftest: boolean };
  /** What stands beside `verdict` in vain, and the row of `verdict`. */
  readonly "rule-two-verdicts": { readonly name: string; readonly row: number };
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
  | "rego-v0"
  | "rule-item"
  | "rule-item-key"
  | "rule-item-place"
  | "test-filter-error"
  | "undefined-data-key"
  | "undefined-reference";

/** Rules in Rego. */
export const ruleCodes: CodeEntries<RuleTold> = {
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
    says: (message) => ({
      message: sentence(message),
      fix: regoFix(message) ?? "Correct the syntax at this place.",
    }),
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
  "rego-v0": {
    title: "Rego from before OPA 1.0",
    meaning:
      "The module is well-formed in the syntax that OPA had before 1.0, without if and contains. Rules are written in that of 1.0.",
    fix: "Convert the file with opa fmt --write --v0-v1.",
    says: (message) => ({
      message: `${sentence(message)} Rules are written in the syntax of 1.0, with if and contains.`,
      fix: "Convert it: opa fmt --write --v0-v1 FILE.",
    }),
  },
  "rule-item": {
    title: "A set that does not hold items",
    meaning:
      "Each item of a rule's sets is an object with a message, which is text, and at, which is a JSON pointer into the input. Any other makes the rule end in an error.",
    fix: 'Write {"message": text, "at": JSON pointer}, such as "/system/roles/owner".',
    example:
      'violation contains {"message": "There is no owner.", "at": "/system/roles"} if not input.system.roles.owner\n',
    says: (message) => ({ message: sentence(message), fix: 'Write {"message": "...", "at": "/system/..."}.' }),
  },
  "rule-item-key": {
    title: "A key of an item that nothing reads",
    meaning: "Of an item of a rule's sets, aims reads message and at. Whatever else it says reaches no report.",
    fix: "Put it into the message, or remove it.",
    severity: "warning",
    says: (message) => ({ message: sentence(message), fix: "Put it into the message, or remove it." }),
  },
  "rule-item-place": {
    title: "A place of an item that no input has",
    meaning:
      "The JSON pointer of an item leads to nothing that a descriptor can have, so that its findings are shown at the beginning of the file.",
    fix: "Write the path as the input has it.",
    severity: "warning",
    says: (message) => ({ message: sentence(message), fix: "Write the path as the input of the rule has it." }),
  },
  "rule-metadata": {
    title: "Wrong METADATA of a rule",
    meaning:
      "The METADATA of the package lacks something or says what aims does not know: id, title, severity, controls and more.",
    fix: "Complete it as the message says.",
    says: metadataWords,
  },
  "rule-name": {
    title: "A name that is almost one that aims asks for",
    meaning:
      "A rule is asked by fixed names: applicable, and the sets by which it speaks. What stands under another name reaches no verdict.",
    fix: "Correct the name, or choose one that is not so near.",
    severity: "warning",
    says: ({ name, guess }) => ({
      message: `The rule declares "${name}", which aims does not ask for.`,
      fix: `Did you mean "${guess}"? Otherwise choose a name that is not so near.`,
    }),
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
  "rule-set-unread": {
    title: "A set that nobody reads",
    meaning:
      "The rule collects findings in a set whose name is almost one that aims asks for, and nothing else in the package reads it. What it finds would be lost, and the rule would pass.",
    fix: "Correct the name, or remove the set.",
    says: ({ name, guess, conftest }) => ({
      message: `The rule collects findings in "${name}", which aims does not ask for and nothing in the package reads: they would be lost.`,
      fix: `Did you mean "${guess}"? Otherwise remove it.${conftest ? " A policy of Conftest says custom.style: conftest in its METADATA." : ""}`,
    }),
  },
  "rule-two-verdicts": {
    title: "A rule that speaks in two ways",
    meaning:
      "A rule says what it found either by verdict or by sets of its own. Beside verdict the sets reach no report, and neither does applicable.",
    fix: "Put it into verdict, under also where a function of data.aims.lib.duty makes the rest, or give it another name.",
    says: ({ name, row }) => ({
      message: `The rule declares verdict (line ${String(row)}), so that nobody reads "${name}".`,
      fix: `Put ${name} into verdict, under also where a function of data.aims.lib.duty makes the rest, or give it another name.`,
    }),
  },
  "rule-without-sets": {
    title: "A rule that cannot speak",
    meaning:
      "The package declares neither verdict nor one of the sets by which a rule speaks, so it could never find anything.",
    fix: "Declare the set violation, stale, missing, pending or observed, or verdict.",
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
  "undefined-data-key": {
    title: "A key that the data files do not have",
    meaning:
      "A rule reads a constant key of data beside the rules, and the data has no such key. The data files are part of the policy: the reference would always be undefined, and what is forbidden by it would pass.",
    fix: "Correct the key, add it to the data file (an empty list or object where there is nothing), or read it with object.get where it may be absent.",
    says: (message) => ({
      message: sentence(message),
      fix: "Correct the key, add it to the data file (an empty list or object where there is nothing), or read it with object.get where it may be absent.",
    }),
  },
  "undefined-reference": {
    title: "A reference that leads nowhere",
    meaning:
      "A rule reads or imports a path below data that no package declares, no data file among the rules gives, and aims does not give either (data.params, the tables of data.reference): it would always be undefined, and a rule that relies on it would be silent.",
    fix: "Correct the path, or add the package or the data file. In a test, replace it by with.",
    says: (message) => ({
      message: sentence(message),
      fix: "Correct the path, or put the data beside the rules as data.json or data.yaml.",
    }),
  },
};

/** Makes the diagnostics about rules in Rego. */
export const problem: ProblemMaker<RuleTold> = problemsOf(ruleCodes);

function regoWords(message: string): CaseWords {
  return { message: sentence(message), fix: regoFix(message) ?? "Correct the rule at this place." };
}

/** The fix for a message of the Rego compiler, where the message tells it. */
function regoFix(message: string): string | undefined {
  return regoFixes.find(([pattern]) => pattern.test(message))?.[1];
}

const regoFixes: readonly (readonly [pattern: RegExp, fix: string])[] = [
  [
    /METADATA is not YAML.*(?:mapping values|did not find expected|cannot start any token|while scanning|while parsing)/,
    "Put the text in quotes: a colon with a blank after it, and signs such as [ { * & ! % @ ` at the beginning, mean something else in YAML.",
  ],
  [
    /METADATA is not YAML/,
    "Write the METADATA as OPA's documentation has it: texts, and lists where several are meant.",
  ],
  [/not available to rules/, "Use another builtin, or have the descriptor record the value."],
  [
    /there is no function/,
    "Check the spelling; a rule can call its own functions and OPA's builtins that need no clock, network or chance.",
  ],
  [/undefined ref: input/, "Name a field that the descriptor schema knows."],
  [
    /which no key of .* is; the keys are/,
    "Look it up by a key of the right type, for instance with format_int or to_number.",
  ],
  [/undefined ref: data/, "Name something that the package declares."],
];

function sentence(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}
