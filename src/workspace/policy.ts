import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { FoundFile } from "../files/find.js";
import { packageFile, packageRoot, readShippedJson } from "../files/package.js";
import { fileAt } from "../files/paths.js";
import type { Reader } from "../files/reader.js";
import { defined } from "../foundation/defined.js";
import type { CompiledBeside, ReadingModule } from "../policy/compile.js";
import type { CompiledModule, CompiledPolicy } from "../policy/compiled-policy.js";
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
 * The policy of a run: the shipped rules as they were compiled with the package, and beside them the rules of the workspace with the data
 * that lies with them (cached by content). What is wrong with the rules but keeps nothing from running comes back as warnings.
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
  const { readOwnRules } = await import("./rules.js");
  const { value: read, problems } = await readOwnRules(own, reader);
  if (read === undefined) return { problems };
  const { compileRules } = await import("../policy/compile.js");
  const { sources, files, data } = read;
  const options = { trusted: false, bounded: true, data, beside: shippedBeside(), ...defined({ cacheFolder }) };
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
  const { modules, ...description } = readShippedJson("dist", "rules", "policy.json") as PolicyDescription;
  const wasm = readFileSync(packageFile("dist", "rules", "policy.wasm"));
  const policy = { ...description, modules: modules.map((module) => ({ ...module, wasm })) };
  return { policy, own: [], files: new Map() };
}

/** What dist/rules/policy.json says of policy.wasm. */
type PolicyDescription = Omit<CompiledPolicy, "modules"> & {
  readonly modules: readonly [Omit<CompiledModule, "wasm">];
};

/** The rules that ship with aims as they stand beside those of a workspace. */
export function shippedBeside(): CompiledBeside {
  const prefixed = <Part extends object>(part: Part, key: keyof Part): Part => ({
    ...part,
    [key]: `${shippedPrefix}${String(part[key])}`,
  });
  const { policy } = shippedPolicy();
  return {
    policy: { ...policy, rules: policy.rules.map((rule) => prefixed(rule, "file")) },
    read: async () => {
      const { readShippedRules } = await import("./rules.js");
      const modules = readShippedJson("dist", "rules", "modules.json") as readonly ReadingModule[];
      return { sources: await readShippedRules(), modules: modules.map((module) => prefixed(module, "path")) };
    },
  };
}

/**
 * The rules of sources that are the shipped ones and no others, as they were compiled with the package, without anything to say against
 * them; undefined for any other sources.
 */
export async function shippedRules({
  sources,
  data,
}: Pick<RuleSources, "sources" | "data">): Promise<readonly Rule[] | undefined> {
  const { rules, sourcesSha256 } = shippedPolicy().policy;
  const { sourcesDigest } = await import("../policy/compile.js");
  return sourcesDigest(sources, { data }) === sourcesSha256 ? rules : undefined;
}

/** Compiles the shipped rules, as the package carries them, and says what their modules read. */
export async function compileShippedPolicy(reader: Reader): Promise<{
  readonly policy?: CompiledPolicy;
  readonly modules: readonly ReadingModule[];
  readonly problems: readonly Diagnostic[];
}> {
  const { readRules } = await import("./rules.js");
  const { value: read, problems } = await readRules({ tests: "none" }, reader);
  if (read === undefined) return { modules: [], problems };
  const { compileRules, readingModules } = await import("../policy/compile.js");
  const { policy, diagnostics } = await compileRules(read.sources, { trusted: true, data: read.data });
  const modules = await readingModules(read.sources);
  return { ...defined({ policy }), modules, problems: atRuleFiles(diagnostics, read.files) };
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
  const ofRun = { params: parameters, ...askingOnly(rules, policy.rules) };
  const modules = policy.modules.map(({ wasm, data }) => ({ wasm, data: { ...data, ...ofRun } }));
  const options = { modules, rules };
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
  const fileNamed = (name: string): SourceFile | undefined =>
    name.startsWith(shippedPrefix) ? fileAt(join(packageRoot(), name.slice(shippedPrefix.length))) : files.get(name);
  return diagnostics.map((each) => {
    const { file, mentions } = each;
    const known = file === undefined ? undefined : fileNamed(file);
    const placed = known === undefined ? each : { ...each, file: known };
    if (mentions === undefined) return placed;
    // The printer puts a name in the place of an identity.
    const message = mentions.reduce((text, name) => text.replaceAll(name, fileNamed(name) ?? name), each.message);
    return { ...placed, message, mentions: mentions.map((name) => fileNamed(name) ?? name) };
  });
}
