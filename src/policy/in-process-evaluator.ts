import type { EntryRule } from "./rules/entry-modules.js";
import type { RuleSubject } from "./rule.js";
import { loadPolicyInstance, type PolicyInstance } from "./evaluate/policy-instance.js";
import type { PolicyOptions } from "./evaluate/policy-instance.js";
import { outcomesOf, SubjectAsker } from "./evaluate/rule-evaluator.js";
import type { RuleEvaluator, SubjectOutcomes } from "./evaluate/rule-evaluator.js";
import type { WasmModule } from "./evaluate/web-assembly.js";

export interface EvaluatorOptions extends Pick<PolicyOptions, "memoryLimitPages"> {
  /** The compiled rules with their entry modules (see `entryModules`), each module with its data. */
  readonly modules: readonly PolicyModule[];
  /** The rules to ask, of whichever module. */
  readonly rules: readonly EntryRule[];
}

export interface PolicyModule extends Pick<PolicyOptions, "data"> {
  readonly wasm: WasmModule | Uint8Array | ArrayBuffer;
}

/**
 * Evaluates on the calling thread: no worker to start, hence the faster way for few subjects, but no time limit, hence only
 * for rules that are known to end. Throws PolicyEvaluationError as `loadPolicyInstance` does.
 */
export async function createInProcessEvaluator(options: EvaluatorOptions): Promise<RuleEvaluator> {
  const { memoryLimitPages } = options;
  const load = ({ wasm, data }: PolicyModule): Promise<PolicyInstance> =>
    loadPolicyInstance(wasm, { data, memoryLimitPages });
  const asker = new SubjectAsker(await Promise.all(options.modules.map(load)));
  return {
    ready: Promise.resolve(),
    evaluate(subject: RuleSubject, inputs: readonly Uint8Array[]): Promise<readonly SubjectOutcomes[]> {
      const rules = options.rules.filter((rule) => rule.subject === subject);
      return Promise.resolve(inputs.map((input) => outcomesOf(rules, asker.ask(subject, rules, input))));
    },
    close: () => Promise.resolve(),
  };
}
