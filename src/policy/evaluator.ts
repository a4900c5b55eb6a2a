// The contract of evaluating rules, apart from whatever evaluates them: these are types, so that importing them loads nothing.

export type { RuleEvaluator } from "./evaluate/rule-evaluator.js";
export type { RuleOutcome } from "./evaluate/rule-output.js";
