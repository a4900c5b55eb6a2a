import { isObject } from "../../foundation/json-value.js";
import { compareStrings } from "../builtins/rego/value.js";
import { inapplicableSet, ruleSets } from "../rule.js";
import type { RuleItem, RuleSet } from "../rule.js";
import { PolicyEvaluationError } from "./policy-evaluation-error.js";

/**
 * The answer of a rule about a subject: its sets that are not empty, ordered by place and message, and, where the rule declares
 * `applicable`, whether it applies (an undefined `applicable` means that it does not). `inapplicable` says why it does not.
 */
export type RuleOutput = Readonly<Partial<Record<RuleSet | typeof inapplicableSet, readonly RuleItem[]>>> & {
  readonly applicable?: boolean;
};

/** The answer of a rule, or why it could not be evaluated; `error` begins with `file:row:column: ` where that is known. */
export type RuleOutcome =
  { readonly output: RuleOutput; readonly error?: undefined } | { readonly error: string; readonly output?: undefined };

export function failedOutcome(error: unknown): RuleOutcome {
  return { error: PolicyEvaluationError.from(error).locatedMessage };
}

/** Checks the answer of an entry module about one rule (see `entryModules`); any other shape is an error of that rule. */
export function ruleOutcome(answer: unknown): RuleOutcome {
  if (!isObject(answer)) return { error: `the rule returned ${describe(answer)} instead of its sets` };
  const strange = Object.keys(answer).find((key) => !answerKeys.includes(key));
  if (strange !== undefined) {
    return { error: `the verdict has the key "${strange}"; its keys are ${answerKeys.join(", ")}` };
  }
  const output: { -readonly [Key in keyof RuleOutput]: RuleOutput[Key] } = {};
  if (Object.hasOwn(answer, "applicable")) {
    const applicable = declaredValue(answer["applicable"]) ?? false;
    if (typeof applicable !== "boolean")
      return { error: `applicable is ${describe(applicable)} instead of true or false` };
    output.applicable = applicable;
  }
  for (const set of [inapplicableSet, ...ruleSets] as const) {
    const items = declaredValue(answer[set]);
    if (items === undefined) continue;
    if (!Array.isArray(items)) return { error: `${set} is ${describe(items)} instead of a set of items` };
    const values: readonly unknown[] = items;
    const odd = values.findIndex((item) => !isItem(item));
    if (odd !== -1)
      return { error: `${set} holds ${describe(values[odd])}; an item is {"message": text, "at": JSON pointer}` };
    if (values.length > 0) output[set] = values.filter(isItem).map(plainItem).sort(compareItems);
  }
  return { output };
}

const answerKeys: readonly string[] = ["applicable", inapplicableSet, ...ruleSets];

/** Entry modules wrap a value that may be undefined into a list. */
function declaredValue(wrapped: unknown): unknown {
  return Array.isArray(wrapped) ? (wrapped as readonly unknown[])[0] : undefined;
}

function isItem(value: unknown): value is RuleItem {
  if (!isObject(value)) return false;
  const { message, at } = value;
  if (typeof message !== "string" || message.trim() === "") return false;
  return typeof at === "string" && /^(?:\/(?:[^~]|~[01])*)?$/su.test(at);
}

function plainItem({ message, at }: RuleItem): RuleItem {
  return { message, at };
}

/** The order that Rego gives to the items of a set; a policy module writes them in the order of their hashes. */
function compareItems(a: RuleItem, b: RuleItem): number {
  return compareStrings(a.at, b.at) || compareStrings(a.message, b.message);
}

const LONGEST_QUOTE = 120;

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
