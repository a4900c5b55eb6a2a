import { readFileSync } from "node:fs";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { FoundFile } from "../files/find.js";
import { packageFile } from "../files/package.js";
import type { Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import type { CompiledPolicy } from "../policy/compiled-policy.js";
import { createInProcessEvaluator } from "../policy/in-process-evaluator.js";
import { askingOnly, isTest, shippedPrefix } from "../policy/packages.js";
import type { RuleEvaluator } from "../policy/evaluator.js";
import type { Rule } from "../policy/rule.js";
import { unreadProblems, type RuleFiles } from "./rule-files.js";
import type { RuleSources } from "./rules.js";

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
 * shipped and own rules compiled together, with the data beside them (cached by content). What is wrong with the rules but keeps nothing
 * from running comes back as warnings.
 * @param own the files in the workspace's folders of rules
 * @param cacheFolder where compiled rules are kept; without one, they are compiled anew
 */
export async function loadPolicy(
  own: RuleFiles,
  reader: Reader,
  cacheFolder: string | undefined,
): Promise<Reading<LoadedPolicy>> {
  if (own.rules.every(isTest) && own.data.length === 0)
    return { value: shippedPolicy(), problems: unreadProblems(own) };
  const { readRules } = await import("./rules.js");
  const { value: read, problems } = await readRules({ own, tests: "none" }, reader);
  if (read === undefined) return { problems };
  const { compileRules } = await import("../policy/compile.js");
  const { sources, files, data } = read;
  const options = { trusted: false, bounded: true, data, ...defined({ cacheFolder }) };
  const { policy, diagnostics } = await compileRules(sources, options);
  const all = [...problems, ...atRuleFiles(diagnostics, files)];
  if (policy === undefined) return { problems: all };
  return {
    value: { policy, own: policy.rules.filter(({ file }) => !file.startsWith(shippedPrefix)), files },
    problems: all,
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

/**
 * The rules of sources that are the shipped ones and no others, as they were compiled with the package, without anything to say against
 * them; undefined for any other sources.
 */
export async function shippedRules({ sources, data }: RuleSources): Promise<readonly Rule[] | undefined> {
  const { rules, sourcesSha256 } = shippedPolicy().policy;
  const names = Object.keys(sources);
  const prefix = names.every((name) => name.startsWith(shippedPrefix)) ? shippedPrefix : "";
  const { sourcesDigest } = await import("../policy/compile.js");
  const shortened = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.slice(prefix.length), text]));
  if (Object.keys(data.texts).some((name) => !name.startsWith(prefix))) return undefined;
  if (sourcesDigest(shortened(sources), { ...data, texts: shortened(data.texts) }) !== sourcesSha256) return undefined;
  return rules.map((rule) => ({ ...rule, file: prefix + rule.file }));
}

/** Compiles the shipped rules, as the package carries them. */
export async function compileShippedPolicy(
  reader: Reader,
): Promise<{ readonly policy?: CompiledPolicy; readonly problems: readonly Diagnostic[] }> {
  const { readRules } = await import("./rules.js");
  const { value: read, problems } = await readRules({ tests: "none" }, reader);
  if (read === undefined) return { problems };
  const { compileRules } = await import("../policy/compile.js");
  const { policy, diagnostics } = await compileRules(read.sources, { trusted: true, data: read.data });
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
  const data = { ...policy.data, params: parameters, ...askingOnly(rules, policy.rules) };
  const options = { wasm: policy.wasm, rules, data };
  const many = systems.length >= MANY_FILES || systems.some(({ name }) => /\.(ndjson|jsonl)$/i.test(name));
  if (policy.trusted && !many) return createInProcessEvaluator(options);
  const { startEvaluatorPool } = await import("../policy/evaluator-pool.js");
  // A second worker would be ready only when the first has done a small job.
  return startEvaluatorPool({ ...options, timeLimitMs: timeLimit * 1000, ...(many ? {} : { workers: 1 }) });
}

/** Diagnostics about rules, which name a file as the compiler does, with the files that they are about. */
export function atRuleFiles(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, SourceFile>,
): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const { file, mentions } = each;
    const known = file === undefined ? undefined : files.get(file);
    const placed = known === undefined ? each : { ...each, file: known };
    if (mentions === undefined) return placed;
    // The printer puts a name in the place of an identity.
    const message = mentions.reduce((text, name) => text.replaceAll(name, files.get(name) ?? name), each.message);
    return { ...placed, message, mentions: mentions.map((name) => files.get(name) ?? name) };
  });
}
