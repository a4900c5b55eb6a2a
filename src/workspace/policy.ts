import { readFileSync } from "node:fs";
import { createInProcessEvaluator } from "../policy/in-process-evaluator.js";
import type { RuleEvaluator } from "../policy/evaluator.js";
import type { CompiledPolicy } from "../policy/compiled-policy.js";
import type { Rule } from "../policy/rule.js";
import { shippedPrefix } from "../policy/packages.js";
import type { Scope } from "../assessment/scope.js";
import { InputError } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../files/files.js";
import { packageFile } from "../files/package.js";
import type { Terminal } from "../cli/terminal.js";

/** Descriptor files from which on starting workers pays; NDJSON files hold many descriptors. */
const MANY_FILES = 200;

/**
 * The policy of a run: the shipped rules as they were compiled with the package, or, where the workspace has rules of its own,
 * shipped and own rules compiled together (cached by content).
 * @throws InputError for rules that do not compile or whose METADATA is incomplete
 */
export async function loadPolicy(own: readonly SourceFile[], terminal: Terminal): Promise<CompiledPolicy> {
  const sources = own.filter((file) => !file.name.endsWith("_test.rego"));
  if (sources.length === 0) return shippedPolicy();
  const { compileWorkspacePolicy } = await import("./policy/compile.js");
  const compiled = await compileWorkspacePolicy(sources, terminal);
  if (compiled.policy === undefined) throw new InputError(compiled.diagnostics);
  return compiled.policy;
}

/** The rules that do not ship with aims. */
export function ownRules(policy: CompiledPolicy): readonly Rule[] {
  return policy.trusted ? [] : policy.rules.filter((rule) => !rule.file.startsWith(shippedPrefix));
}

function shippedPolicy(): CompiledPolicy {
  const description = JSON.parse(readFileSync(packageFile("dist", "rules", "policy.json"), "utf8")) as Omit<
    CompiledPolicy,
    "wasm"
  >;
  return { ...description, wasm: readFileSync(packageFile("dist", "rules", "policy.wasm")) };
}

/** An evaluator that suits the job: in this thread for a few systems and trusted rules, otherwise workers under a time limit. */
export async function evaluatorFor(
  policy: CompiledPolicy,
  scope: Scope,
  systems: readonly SourceFile[],
  timeLimitSeconds: number,
): Promise<RuleEvaluator> {
  const options = {
    wasm: policy.wasm,
    rules: scope.rules.map(({ rule }) => rule),
    data: { params: scope.parameters },
  };
  const many = systems.length >= MANY_FILES || systems.some((file) => /\.(ndjson|jsonl)$/i.test(file.name));
  if (policy.trusted && !many) return createInProcessEvaluator(options);
  const { createEvaluatorPool } = await import("../policy/evaluator-pool.js");
  return createEvaluatorPool({ ...options, timeLimitMs: timeLimitSeconds * 1000 });
}
