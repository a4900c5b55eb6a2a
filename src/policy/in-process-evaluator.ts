import type { EntryRule } from "./rules/entry-modules.js";
import type { RuleSubject } from "./rule.js";
import { loadPolicyInstance } from "./evaluate/policy-instance.js";
import type { PolicyOptions } from "./evaluate/policy-instance.js";
import { outcomesOf, SubjectAsker } from "./evaluate/rule-evaluator.js";
import type { RuleEvaluator, SubjectOutcomes } from "./evaluate/rule-evaluator.js";
import type { WasmModule } from "./evaluate/web-assembly.js";

export interface EvaluatorOptions extends PolicyOptions {
  /** The compiled rules with their entry modules (see `entryModules`). */
  readonly wasm: WasmModule | Uint8Array | ArrayBuffer;
  readonly rules: readonly EntryRule[];
}

/**
 * Evaluates on the calling thread: no worker to start, hence the faster way for few subjects, but no time limit, hence only
 * for rules that are known to end. Throws PolicyEvaluationError as `loadPolicyInstance` does.
 */
export async function createInProcessEvaluator(options: EvaluatorOptions): Promise<RuleEvaluator> {
  const asker = new SubjectAsker(await loadPolicyInstance(options.wasm, options));
  return {
    ready: Promise.resolve(),
    evaluate(subject: RuleSubject, inputs: readonly Uint8Array[]): Promise<readonly SubjectOutcomes[]> {
      const rules = options.rules.filter((rule) => rule.subject === subject);
      return Promise.resolve(inputs.map((input) => outcomesOf(rules, asker.ask(subject, rules, input))));
    },
    close: () => Promise.resolve(),
  };
}
