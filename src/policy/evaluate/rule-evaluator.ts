import { entrypointOfRule, entrypointOfSubject } from "../rules/entry-modules.js";
import type { EntryRule } from "../rules/entry-modules.js";
import type { RuleSubject } from "../rule.js";
import { PolicyEvaluationError } from "./policy-evaluation-error.js";
import { resultOf } from "./policy-instance.js";
import type { PolicyInput, PolicyInstance, PolicyWithInput } from "./policy-instance.js";
import { failedOutcome, ruleOutcome } from "./rule-output.js";
import type { RuleOutcome } from "./rule-output.js";

/** The outcome of each rule, in the order of the rules. */
export type SubjectOutcomes = ReadonlyMap<string, RuleOutcome>;

/** Evaluates rules on inputs. */
export interface RuleEvaluator {
  /** Settled when evaluating has begun to be possible; rejected where it is impossible altogether. */
  readonly ready: Promise<void>;
  /**
   * Outcomes of all rules for that kind of subject, in the order of the inputs. An input that is not a JSON object makes all
   * its outcomes errors; the promise is rejected only when evaluating is impossible altogether.
   * @param inputs rule inputs as UTF-8 bytes of JSON text; they are left as they are
   */
  evaluate(subject: RuleSubject, inputs: readonly Uint8Array[]): Promise<readonly SubjectOutcomes[]>;
  /** Frees what the evaluator holds. Evaluations still under way are rejected. */
  close(): Promise<void>;
}

/**
 * The answer of a policy about a subject, not read yet: text crosses threads at less cost than objects. Either one result
 * set of each module for all its rules, or one for each rule.
 */
export type SubjectAnswer = { readonly all: readonly string[] } | { readonly each: readonly RuleAnswer[] };

export type RuleAnswer =
  { readonly rule: string; readonly json: string } | { readonly rule: string; readonly error: string };

/** Reads what a policy answered. */
export function outcomesOf(rules: readonly EntryRule[], answer: SubjectAnswer): SubjectOutcomes {
  if ("all" in answer) {
    const answers = answer.all.map((json) => resultOf(json, "all rules") as Readonly<Record<string, unknown>>);
    const [all = {}] = answers.length === 1 ? answers : [Object.assign({}, ...answers) as Record<string, unknown>];
    return new Map(rules.map(({ id }) => [id, ruleOutcome(all[id])]));
  }
  const byRule = new Map(answer.each.map((one) => [one.rule, one]));
  return new Map(
    rules.map((rule) => {
      const one = byRule.get(rule.id);
      if (one === undefined) return [rule.id, { error: "the rule was not evaluated" }];
      if ("error" in one) return [rule.id, { error: one.error }];
      return [rule.id, answeredOutcome(rule, one.json)];
    }),
  );
}

function answeredOutcome(rule: EntryRule, json: string): RuleOutcome {
  try {
    return ruleOutcome(resultOf(json, entrypointOfRule(rule)));
  } catch (error) {
    return failedOutcome(error);
  }
}

/**
 * The answers of the rules for a kind of subject about one subject: all asked at once, and one by one where that throws, so that
 * only the culprit's outcome is an error. Where the input is not a JSON object, all are errors.
 */
export function evaluateSubject(
  instance: PolicyInstance,
  rules: readonly EntryRule[],
  subject: RuleSubject,
  input: PolicyInput,
): SubjectOutcomes {
  const asked = rules.filter((rule) => rule.subject === subject);
  return outcomesOf(asked, new SubjectAsker([instance]).ask(subject, asked, input));
}

/** Throws of the entrypoint for all rules after which it is not tried again. */
const PATIENCE = 3;

/** Asks a policy about subjects. Which way it takes, all rules at once or one by one, has no influence on what they say. */
export class SubjectAsker {
  readonly #instances: readonly PolicyInstance[];
  readonly #onEvaluation: (rule: number) => void;
  readonly #throws = new Map<RuleSubject, number>();

  /**
   * @param instances of the modules of the policy, each of which knows some of the rules
   * @param onEvaluation called before each evaluation with the position of the rule asked, or -1 for all
   */
  constructor(instances: readonly PolicyInstance[], onEvaluation: (rule: number) => void = () => undefined) {
    this.#instances = instances;
    this.#onEvaluation = onEvaluation;
  }

  ask(subject: RuleSubject, rules: readonly EntryRule[], input: PolicyInput): SubjectAnswer {
    const throws = this.#throws.get(subject) ?? 0;
    if (throws >= PATIENCE) return this.askEach(rules, input);
    try {
      const all = this.#instances.map((instance) => {
        const policy = instance.withInput(input);
        this.#onEvaluation(-1);
        return policy.evaluateJson(entrypointOfSubject(subject));
      });
      return { all };
    } catch {
      this.#throws.set(subject, throws + 1);
      return this.askEach(rules, input);
    }
  }

  askEach(rules: readonly EntryRule[], input: PolicyInput): SubjectAnswer {
    let policies: readonly (readonly [PolicyInstance, PolicyWithInput])[];
    try {
      policies = this.#instances.map((instance) => [instance, instance.withInput(input)]);
    } catch (error) {
      return { each: rules.map(({ id }) => ({ rule: id, error: PolicyEvaluationError.from(error).locatedMessage })) };
    }
    return {
      each: rules.map((rule, position) => {
        this.#onEvaluation(position);
        try {
          const entrypoint = entrypointOfRule(rule);
          const [, policy] = policies.find(([{ entrypoints }]) => entrypoints.has(entrypoint)) ?? policies[0] ?? [];
          if (policy === undefined) throw new PolicyEvaluationError("the policy has no module");
          return { rule: rule.id, json: policy.evaluateJson(entrypoint) };
        } catch (error) {
          return { rule: rule.id, error: PolicyEvaluationError.from(error).locatedMessage };
        }
      }),
    };
  }
}
