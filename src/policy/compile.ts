import { problem } from "../diagnostics/codes/rules.js";
import { compareDiagnostics, hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { toolVersion } from "../files/package.js";
import { defined } from "../foundation/defined.js";
import { by } from "../foundation/order.js";
import type { Sha256 } from "../foundation/sha256.js";
import type { CheckedRules, RulesResults, RulesTask } from "./bounded/protocol.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { compilerBuild } from "./compiler/compiler-build.js";
import { readCached, sha256, writeCached } from "./compiler/content-cache.js";
import type { RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { noRuleData, type RuleData } from "./rule-data.js";
import { checkRulesHere, compileRulesHere } from "./rules/compile-here.js";
import { dataProblems } from "./rules/data-problems.js";
import { inputSchemas } from "./rules/input-schemas.js";
import type { ReadingModule } from "./rules/needed-modules.js";
import type { RulesRequest } from "./rules/request.js";
import { rulesOfModules } from "./rules/rules-of-modules.js";
import type { Rule } from "./rule.js";

export type { RegoSources } from "./compiler/protocol.js";
export type { ReadingModule } from "./rules/needed-modules.js";
export { readingModules } from "./rules/reading-modules.js";
export { regoDiagnostic } from "./rules/rego-diagnostic.js";

export interface CompileRulesOptions {
  /** Folder for compiled results; without one, everything is compiled anew. */
  readonly cacheFolder?: string;
  /** Whether all sources ship with aims. */
  readonly trusted: boolean;
  /** The data that lies beside the rules. */
  readonly data?: RuleData;
  /** Whether to do it in a thread of its own, under a time limit. */
  readonly bounded?: boolean;
  /** What was compiled with the package: the sources may read it, and their rules are asked beside its own. */
  readonly beside?: CompiledBeside;
}

/** Rules that were compiled with the package. The paths of their files begin with `shippedPrefix`. */
export interface CompiledBeside {
  readonly policy: CompiledPolicy;
  /** Reads their sources, and what their modules read: only needed where something has to be compiled or checked anew. */
  readonly read: () => Promise<{ readonly sources: RegoSources; readonly modules: readonly ReadingModule[] }>;
}

/** The policy, where there is no error among the diagnostics. */
export type CompileRulesResult =
  | { readonly policy: CompiledPolicy; readonly diagnostics: readonly Diagnostic[] }
  | { readonly policy?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Changes with what is kept, what is refused, and the entry modules that are compiled together with the rules. */
const ENTRIES = "rules 8";

/** What is kept of a compiled policy beside its bytes. */
interface CachedHead {
  readonly rules: readonly Rule[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compiles rules and libraries to one module, unless the same was compiled before: METADATA is read, the sources are checked against the
 * schemas of the rules' inputs, then compiled together with the entry modules and what they read of the rules beside them. All problems of
 * all files come back at once.
 * @param sources Rego texts by path, tests and what was compiled with the package left out
 */
export async function compileRules(sources: RegoSources, options: CompileRulesOptions): Promise<CompileRulesResult> {
  const { cacheFolder, data = noRuleData } = options;
  const key = cacheKey(sources, options);
  const cached = cacheFolder === undefined ? undefined : await readCached(cacheFolder, key);
  if (cached) {
    const { rules, warnings } = cached.head as CachedHead;
    return { policy: policyOf(cached.bytes, rules, sources, options), diagnostics: warnings };
  }
  const request = await requestOf(sources, options);
  const compiled = await (options.bounded === true
    ? bounded({ kind: "compile", ...request })
    : compileRulesHere(request));
  const { rules } = compiled;
  const diagnostics = withDataProblems(compiled, data);
  const wasm = "wasm" in compiled ? compiled.wasm : undefined;
  if (wasm === undefined || hasErrors(diagnostics)) return { diagnostics };
  const head: CachedHead = { rules, warnings: diagnostics };
  if (cacheFolder !== undefined) await writeCached(cacheFolder, key, { head, bytes: wasm });
  return { policy: policyOf(wasm, rules, sources, options), diagnostics };
}

type SourceOptions = Pick<CompileRulesOptions, "data" | "beside">;

/** Over everything that the outcome depends on: the sources, aims and its compiler, and the schemas that the rules are checked against. */
function cacheKey(sources: RegoSources, options: SourceOptions): Sha256 {
  const parts = [ENTRIES, toolVersion(), compilerBuild().wasm.sha256, inputSchemas(), digested(sources, options)];
  return sha256(JSON.stringify(parts));
}

async function requestOf(sources: RegoSources, { data = noRuleData, beside }: SourceOptions): Promise<RulesRequest> {
  if (beside === undefined) return { sources, data: data.value };
  const { sources: others, modules } = await beside.read();
  return {
    sources: { ...others, ...sources },
    data: data.value,
    before: { rules: beside.policy.rules, modules },
  };
}

/** The same as in this thread, in one that is ended when it takes too long; signals are heard meanwhile. */
async function bounded<Kind extends "check" | "compile">(
  task: Extract<RulesTask, { readonly kind: Kind }>,
): Promise<RulesResults[Kind] | CheckedRules> {
  const { runTask, WORK_LIMIT_MS } = await import("./bounded/run-task.js");
  const result = await runTask<Kind>(task);
  if (result !== undefined) return result;
  const message = `the rules take longer than ${String(WORK_LIMIT_MS / 1000)} s to read: make them fewer or smaller`;
  return { rules: [], modules: [], diagnostics: [problem("rego-error", {}, message)] };
}

/** What is wrong with rules, with what is wrong with the places of the data beside them. */
function withDataProblems({ rules, diagnostics, modules }: CheckedRules, data: RuleData): Diagnostic[] {
  return [...diagnostics, ...dataProblems(modules, rules, data)].sort(compareDiagnostics);
}

function policyOf(
  wasm: Uint8Array,
  rules: readonly Rule[],
  sources: RegoSources,
  { trusted, data, beside }: CompileRulesOptions,
): CompiledPolicy {
  const own = { wasm, wasmSha256: sha256(wasm), ...(data === undefined ? {} : { data: data.value }) };
  const sourcesSha256 = sourcesDigest(sources, defined({ data, beside }));
  return {
    modules: [...(beside?.policy.modules ?? []), own],
    rules: besideOthers(rules, beside),
    sourcesSha256,
    trusted,
  };
}

/** Sorted by id. */
function besideOthers(rules: readonly Rule[], beside: CompiledBeside | undefined): Rule[] {
  return [...(beside?.policy.rules ?? []), ...rules].sort(by(({ id }) => id));
}

/**
 * Reads and checks rules without compiling them, unless the same was compiled before: syntax, METADATA, strict mode, builtins, items that
 * are written out, and every path into the input and into `data`. Packages that nobody asks and the like are warnings.
 * @param data that lies beside the rules
 */
export async function checkRules(
  sources: RegoSources,
  options: Omit<CompileRulesOptions, "trusted"> = {},
): Promise<{ readonly rules: readonly Rule[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { cacheFolder, data = noRuleData, beside } = options;
  const cached = cacheFolder === undefined ? undefined : await readCached(cacheFolder, cacheKey(sources, options));
  if (cached) {
    const { rules, warnings } = cached.head as CachedHead;
    return { rules: besideOthers(rules, beside), diagnostics: warnings };
  }
  const request = await requestOf(sources, options);
  const checked = await (options.bounded === true ? bounded({ kind: "check", ...request }) : checkRulesHere(request));
  return { rules: besideOthers(checked.rules, beside), diagnostics: withDataProblems(checked, data) };
}

/** What keeps data from lying beside the rules, tests among them: a run of tests does not check the rules otherwise. */
export async function dataConflicts(sources: RegoSources, data: RuleData): Promise<Diagnostic[]> {
  if (data === noRuleData) return [];
  const { modules } = (await loadRegoCompiler("short")).inspect({ modules: sources });
  return dataProblems(modules, rulesOfModules(modules, sources).rules, data);
}

/** What a compiled policy calls `sourcesSha256`. */
export function sourcesDigest(sources: RegoSources, options: SourceOptions): Sha256 {
  return sha256(JSON.stringify(digested(sources, options)));
}

/** Rego and data by path, sorted by it, behind the digest of the sources of the rules beside them. */
function digested(sources: RegoSources, { data = noRuleData, beside }: SourceOptions): readonly unknown[] {
  const files = [...Object.entries(sources), ...Object.entries(data.texts)].sort(by(([path]) => path));
  return beside === undefined ? files : [beside.policy.sourcesSha256, ...files];
}
