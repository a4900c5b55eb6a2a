import { problem } from "../diagnostics/codes/rules.js";
import { compareDiagnostics, hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { toolVersion } from "../files/package.js";
import type { JsonObject } from "../foundation/json-value.js";
import { by } from "../foundation/order.js";
import type { Sha256 } from "../foundation/sha256.js";
import type { CheckedRules, RulesResults, RulesTask } from "./bounded/protocol.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { compilerBuild } from "./compiler/compiler-build.js";
import { readCached, sha256, writeCached } from "./compiler/content-cache.js";
import type { CheckedAgainst, InspectedModule, InspectResult, RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler, runFor } from "./compiler/rego-compiler.js";
import { hostDocuments } from "./packages.js";
import { noRuleData, type RuleData } from "./rule-data.js";
import { dataProblems } from "./rules/data-problems.js";
import { entryModules } from "./rules/entry-modules.js";
import { inputSchemas } from "./rules/input-schemas.js";
import { itemPlaceProblems } from "./rules/item-places.js";
import { packageProblems } from "./rules/package-problems.js";
import { regoDiagnostic, withFrame } from "./rules/rego-diagnostic.js";
import { rulesOfModules } from "./rules/rules-of-modules.js";
import { unheardPackages } from "./rules/unheard-packages.js";
import { ruleSets, type Rule } from "./rule.js";

export type { RegoSources } from "./compiler/protocol.js";
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
}

/** The policy, where there is no error among the diagnostics. */
export type CompileRulesResult =
  | { readonly policy: CompiledPolicy; readonly diagnostics: readonly Diagnostic[] }
  | { readonly policy?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Changes with what is kept, what is refused, and the entry modules that are compiled together with the rules. */
const ENTRIES = "rules 7";

/** What is kept of a compiled policy beside its bytes. */
interface CachedHead {
  readonly rules: readonly Rule[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compiles rules and libraries to one policy, unless the same was compiled before: METADATA is read, the sources are checked against the schemas of the rules' inputs,
 * then compiled together with the entry modules. All problems of all files come back at once.
 * @param sources Rego texts by path, tests left out
 */
export async function compileRules(sources: RegoSources, options: CompileRulesOptions): Promise<CompileRulesResult> {
  const { cacheFolder, data = noRuleData } = options;
  const key = cacheKey(sources, data);
  const cached = cacheFolder === undefined ? undefined : await readCached(cacheFolder, key);
  if (cached) {
    const { rules, warnings } = cached.head as CachedHead;
    return { policy: policyOf(cached.bytes, rules, sources, options), diagnostics: warnings };
  }
  const compiled = await (options.bounded === true
    ? bounded({ kind: "compile", sources, data: data.value })
    : compileRulesHere(sources, data.value));
  const { rules } = compiled;
  const diagnostics = withDataProblems(compiled, data);
  const wasm = "wasm" in compiled ? compiled.wasm : undefined;
  if (wasm === undefined || hasErrors(diagnostics)) return { diagnostics };
  const head: CachedHead = { rules, warnings: diagnostics };
  if (cacheFolder !== undefined) await writeCached(cacheFolder, key, { head, bytes: wasm });
  return { policy: policyOf(wasm, rules, sources, options), diagnostics };
}

/** Over everything that the outcome depends on: the sources, aims and its compiler, and the schemas that the rules are checked against. */
function cacheKey(sources: RegoSources, data: RuleData): Sha256 {
  const parts = [ENTRIES, toolVersion(), compilerBuild().wasm.sha256, inputSchemas(), digested(sources, data)];
  return sha256(JSON.stringify(parts));
}

/** Checks and compiles in this thread: no bytes where something is wrong. @param data the value of the data beside the rules */
export async function compileRulesHere(sources: RegoSources, data: JsonObject): Promise<RulesResults["compile"]> {
  const compiler = await loadRegoCompiler(runFor(sources));
  const inspected = compiler.inspect({ modules: sources });
  const read = readRules(inspected, sources);
  if (!hasErrors(read.diagnostics)) {
    const entry = entryModules(read.rules);
    const { entrypoints, modules: added } = entry;
    // A file of the workspace that has the path of an entry module is checked, but not compiled.
    if (!Object.keys(added).some((path) => Object.hasOwn(sources, path))) {
      const check = checkedAgainst(inspected.modules, read.rules, data);
      const compiled = compiler.compile({ modules: sources, added, entrypoints, check });
      if (compiled.ok) {
        const warnings = compiled.warnings.map((warning) => regoDiagnostic(warning, sources));
        const checked = checkedRules(inspected, read, warnings, sources);
        return hasErrors(checked.diagnostics) ? checked : { ...checked, wasm: compiled.wasm };
      }
    }
  }
  // Something is wrong, and a check by itself says what.
  const checked = await checkRulesHere(sources, data);
  if (hasErrors(checked.diagnostics)) return checked;
  const entry = entryModules(checked.rules);
  const compiled = compiler.compile({ modules: { ...sources, ...entry.modules }, entrypoints: entry.entrypoints });
  if (compiled.ok) return { ...checked, wasm: compiled.wasm };
  return { ...checked, diagnostics: compiled.errors.map((error) => regoDiagnostic(error, sources)) };
}

/** The same as in this thread, in one that is ended when it takes too long; signals are heard meanwhile. */
async function bounded<Kind extends "check" | "compile">(
  task: Extract<RulesTask, { readonly kind: Kind }>,
): Promise<RulesResults[Kind] | CheckedRules> {
  const { runTask, WORK_LIMIT_MS } = await import("./bounded/run-task.js");
  const result = await runTask<Kind>(task);
  if (result !== undefined) return result;
  const message = `the rules take longer than ${String(WORK_LIMIT_MS / 1000)} s to read: make them fewer or smaller`;
  return { rules: [], claims: [], diagnostics: [problem("rego-error", {}, message)] };
}

/** What is wrong with rules, with what is wrong with the places of the data beside them. */
function withDataProblems({ rules, diagnostics, claims }: CheckedRules, data: RuleData): Diagnostic[] {
  return [...diagnostics, ...dataProblems(claims, rules, data)].sort(compareDiagnostics);
}

function policyOf(
  wasm: Uint8Array,
  rules: readonly Rule[],
  sources: RegoSources,
  { trusted, data = noRuleData }: CompileRulesOptions,
): CompiledPolicy {
  const digests = { wasmSha256: sha256(wasm), sourcesSha256: sourcesDigest(sources, data) };
  return { wasm, rules, ...digests, trusted, ...(data === noRuleData ? {} : { data: data.value }) };
}

/**
 * Reads and checks rules without compiling them, unless the same was compiled before: syntax, METADATA, strict mode, builtins, items that
 * are written out, and every path into the input and into `data`. Packages that nobody asks and the like are warnings.
 * @param data that lies beside the rules
 */
export async function checkRules(
  sources: RegoSources,
  { cacheFolder, data = noRuleData, bounded: inThread = false }: Omit<CompileRulesOptions, "trusted"> = {},
): Promise<ReadRules> {
  const cached = cacheFolder === undefined ? undefined : await readCached(cacheFolder, cacheKey(sources, data));
  if (cached) {
    const { rules, warnings } = cached.head as CachedHead;
    return { rules, diagnostics: warnings };
  }
  const checked = await (inThread
    ? bounded({ kind: "check", sources, data: data.value })
    : checkRulesHere(sources, data.value));
  return { rules: checked.rules, diagnostics: withDataProblems(checked, data) };
}

/** The same in this thread, but for where the data stands. @param data the value of the data beside the rules */
export async function checkRulesHere(sources: RegoSources, data: JsonObject): Promise<CheckedRules> {
  const compiler = await loadRegoCompiler(runFor(sources));
  const inspected = compiler.inspect({ modules: sources });
  const read = readRules(inspected, sources);
  if (inspected.errors.length > 0) return checkedRules(inspected, read, [], sources);
  const check = checkedAgainst(inspected.modules, read.rules, data);
  const { errors } = compiler.check({ modules: sources, ...check });
  return checkedRules(
    inspected,
    read,
    errors.map((error) => regoDiagnostic(error, sources)),
    sources,
  );
}

/** Rules as modules declare them, and what is wrong with how they do. */
interface ReadRules {
  readonly rules: readonly Rule[];
  readonly diagnostics: readonly Diagnostic[];
}

function readRules(
  { modules, errors }: InspectResult,
  sources: RegoSources,
): Pick<CheckedRules, "rules" | "diagnostics"> {
  const { rules, diagnostics } = rulesOfModules(modules, sources);
  diagnostics.push(...packageProblems(modules, rules));
  diagnostics.push(...errors.map((error) => regoDiagnostic(error, sources)));
  return { rules, diagnostics };
}

function checkedAgainst(
  modules: readonly InspectedModule[],
  rules: readonly Rule[],
  data: JsonObject,
): Required<CheckedAgainst> {
  return {
    inputSchemas: inputSchemas(),
    inputSchemaOf: Object.fromEntries(rules.map((rule) => [rule.file, rule.subject])),
    itemSets: itemSets(modules, rules),
    documents: hostDocuments,
    data,
  };
}

/** @param found what the compiler finds, in modules that can all be parsed */
function checkedRules(
  { modules, errors }: InspectResult,
  read: Pick<CheckedRules, "rules" | "diagnostics">,
  found: readonly Diagnostic[],
  sources: RegoSources,
): CheckedRules {
  const { rules } = read;
  const diagnostics = [...read.diagnostics];
  if (errors.length === 0) {
    // A rule whose METADATA is wrong is no package that nobody asks.
    if (!hasErrors(diagnostics)) diagnostics.push(...unheardPackages(modules, rules));
    diagnostics.push(...found, ...itemPlaceProblems(modules, rules, sources));
  }
  const claims = modules.map(({ package: path, rules: declared }) => ({
    package: path,
    rules: declared.map(({ name }) => ({ name })),
  }));
  const placed = diagnostics.map((each) => withFrame(each, sources)).sort(compareDiagnostics);
  return { rules, diagnostics: placed, claims };
}

/** What keeps data from lying beside the rules, tests among them: a run of tests does not check the rules otherwise. */
export async function dataConflicts(sources: RegoSources, data: RuleData): Promise<Diagnostic[]> {
  if (data === noRuleData) return [];
  const { modules } = (await loadRegoCompiler("short")).inspect({ modules: sources });
  return dataProblems(modules, rulesOfModules(modules, sources).rules, data);
}

/** The sets of items of each module of a rule; what Conftest's style allows is turned into items later. */
function itemSets(modules: readonly InspectedModule[], rules: readonly Rule[]): Record<string, readonly string[]> {
  const asked = new Set(rules.flatMap((rule) => (rule.style === undefined ? [rule.package] : [])));
  return Object.fromEntries(
    modules.flatMap((module) => (asked.has(module.package) ? [[module.path, ruleSets] as const] : [])),
  );
}

/** What a compiled policy calls `sourcesSha256`. */
export function sourcesDigest(sources: RegoSources, data: RuleData): Sha256 {
  return sha256(JSON.stringify(digested(sources, data)));
}

/** Rego and data by path, sorted by it. */
function digested(sources: RegoSources, { texts }: RuleData): (readonly [path: string, text: string])[] {
  return [...Object.entries(sources), ...Object.entries(texts)].sort(by(([path]) => path));
}
