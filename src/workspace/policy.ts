import { readFileSync } from "node:fs";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { FoundFile } from "../files/find.js";
import { packageFile } from "../files/package.js";
import type { Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import type { CompiledPolicy } from "../policy/compiled-policy.js";
import { createInProcessEvaluator } from "../policy/in-process-evaluator.js";
import { isTest, shippedPrefix } from "../policy/packages.js";
import type { RuleEvaluator } from "../policy/evaluator.js";
import type { Rule } from "../policy/rule.js";

/** Descriptor files from which on starting workers pays; NDJSON files hold many descriptors. */
const MANY_FILES = 200;

/** The compiled rules of a run. */
export interface LoadedPolicy {
  readonly policy: CompiledPolicy;
  /** The rules that do not ship with aims. */
  readonly own: readonly Rule[];
  /** Rego files of the workspace by the names that rules and diagnostics carry. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * The policy of a run: the shipped rules as they were compiled with the package, or, where the workspace has rules of its own,
 * shipped and own rules compiled together (cached by content).
 * @param own Rego files of the workspace
 * @param cacheFolder where compiled rules are kept; without one, they are compiled anew
 */
export async function loadPolicy(
  own: readonly FoundFile[],
  reader: Reader,
  cacheFolder: string | undefined,
): Promise<Reading<LoadedPolicy>> {
  if (own.every(isTest)) return { value: shippedPolicy(), problems: [] };
  const { readRules } = await import("./rules.js");
  const { value: read, problems } = await readRules({ own, tests: false }, reader);
  if (read === undefined) return { problems };
  const { compileRules } = await import("../policy/compile.js");
  const { policy, diagnostics } = await compileRules(read.sources, {
    trusted: false,
    bounded: true,
    ...defined({ cacheFolder }),
  });
  if (policy === undefined) return { problems: atRuleFiles(diagnostics, read.files) };
  return {
    value: { policy, own: policy.rules.filter(({ file }) => !file.startsWith(shippedPrefix)), files: read.files },
    problems: [],
  };
}

/** The rules that ship with aims, compiled. */
export function shippedPolicy(): LoadedPolicy {
  const description = JSON.parse(readFileSync(packageFile("dist", "rules", "policy.json"), "utf8")) as Omit<
    CompiledPolicy,
    "wasm"
  >;
  const wasm = readFileSync(packageFile("dist", "rules", "policy.wasm"));
  return { policy: { ...description, wasm }, own: [], files: new Map() };
}

/** Compiles the shipped rules, as the package carries them. */
export async function compileShippedPolicy(
  reader: Reader,
): Promise<{ readonly policy?: CompiledPolicy; readonly problems: readonly Diagnostic[] }> {
  const { readRules } = await import("./rules.js");
  const { value: read, problems } = await readRules({ tests: false }, reader);
  if (read === undefined) return { problems };
  const { compileRules } = await import("../policy/compile.js");
  const { policy, diagnostics } = await compileRules(read.sources, { trusted: true });
  return { ...defined({ policy }), problems: atRuleFiles(diagnostics, read.files) };
}

/** The inputs for a run's evaluator. */
export interface EvaluatorRequest {
  readonly policy: CompiledPolicy;
  /** The rules that run. */
  readonly rules: readonly Rule[];
  /** The value that rules read as `data.params`. */
  readonly parameters: unknown;
  readonly systems: readonly FoundFile[];
  /** Seconds that own rules may take for one batch. */
  readonly timeLimit: number;
}

/** An evaluator that suits the job: in this thread for a few systems and trusted rules, otherwise workers under a time limit. */
export async function evaluatorFor(request: EvaluatorRequest): Promise<RuleEvaluator> {
  const { policy, rules, parameters, systems, timeLimit } = request;
  const options = { wasm: policy.wasm, rules, data: { params: parameters } };
  const many = systems.length >= MANY_FILES || systems.some(({ name }) => /\.(ndjson|jsonl)$/i.test(name));
  if (policy.trusted && !many) return createInProcessEvaluator(options);
  const { createEvaluatorPool } = await import("../policy/evaluator-pool.js");
  return createEvaluatorPool({ ...options, timeLimitMs: timeLimit * 1000 });
}

/** Diagnostics about rules, which name a file as the compiler does, with the files that they are about. */
export function atRuleFiles(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, SourceFile>,
): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const file = each.file === undefined ? undefined : files.get(each.file);
    return file === undefined ? each : { ...each, file };
  });
}
