import { problem, type RegoCode } from "../diagnostics/codes/rules.js";
import { compareDiagnostics, type Diagnostic, type DiagnosticPlace } from "../diagnostics/diagnostic.js";
import { codeFrame } from "../diagnostics/frame.js";
import { by } from "../foundation/order.js";
import type { RulesResults, RulesTask } from "./bounded/protocol.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { compilerBuild } from "./compiler/compiler-build.js";
import { readCached, sha256, writeCached } from "./compiler/content-cache.js";
import type { RegoProblem, RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { entryModules } from "./rules/entry-modules.js";
import { inputSchemas } from "./rules/input-schemas.js";
import { packageProblems } from "./rules/package-problems.js";
import type { Rule } from "./rule.js";
import { rulesOfModules } from "./rules/rules-of-modules.js";

export type { RegoSources } from "./compiler/protocol.js";

export interface CompileRulesOptions {
  /** Folder for compiled results; without one, everything is compiled anew. */
  readonly cacheFolder?: string;
  /** Whether all sources ship with aims. */
  readonly trusted: boolean;
  /** Whether to do it in a thread of its own, under a time limit. */
  readonly bounded?: boolean;
}

export type CompileRulesResult =
  | { readonly policy: CompiledPolicy; readonly diagnostics: readonly Diagnostic[] }
  | { readonly policy?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles rules and libraries to one policy, unless the same was compiled before: METADATA is read, the sources are checked against the schemas of the rules' inputs,
 * then compiled together with the entry modules. All problems of all files come back at once.
 * @param sources Rego texts by path, tests left out
 */
export async function compileRules(sources: RegoSources, options: CompileRulesOptions): Promise<CompileRulesResult> {
  const { cacheFolder, trusted } = options;
  // Everything that the outcome depends on: the sources, the compiler, and the schemas that the rules are checked against.
  const key = sha256(JSON.stringify(["rules", compilerBuild().wasm.sha256, inputSchemas(), sorted(sources)]));
  const cached = cacheFolder === undefined ? undefined : await readCached(cacheFolder, key);
  if (cached) return { policy: policyOf(cached.bytes, cached.head as Rule[], sources, trusted), diagnostics: [] };
  const { rules, diagnostics, wasm } = await (options.bounded === true
    ? bounded({ kind: "compile", sources })
    : compileRulesHere(sources));
  if (wasm === undefined) return { diagnostics };
  if (cacheFolder !== undefined) await writeCached(cacheFolder, key, { head: rules, bytes: wasm });
  return { policy: policyOf(wasm, rules, sources, trusted), diagnostics: [] };
}

/** Checks and compiles in this thread: no bytes where something is wrong. */
export async function compileRulesHere(sources: RegoSources): Promise<RulesResults["compile"]> {
  const { rules, diagnostics } = await checkRulesHere(sources);
  if (diagnostics.length > 0) return { rules, diagnostics };
  const entry = entryModules(rules);
  const compiler = await loadRegoCompiler();
  const compiled = compiler.compile({ modules: { ...sources, ...entry.modules }, entrypoints: entry.entrypoints });
  if (!compiled.ok) return { rules, diagnostics: compiled.errors.map((error) => regoDiagnostic(error, sources)) };
  return { rules, diagnostics: [], wasm: compiled.wasm };
}

/** The same as in this thread, in one that is ended when it takes too long; signals are heard meanwhile. */
async function bounded<Kind extends "check" | "compile">(
  task: Extract<RulesTask, { readonly kind: Kind }>,
): Promise<RulesResults[Kind] | RulesResults["check"]> {
  const { runTask, WORK_LIMIT_MS } = await import("./bounded/run-task.js");
  const result = await runTask<Kind>(task);
  if (result !== undefined) return result;
  const message = `the rules take longer than ${String(WORK_LIMIT_MS / 1000)} s to read: make them fewer or smaller`;
  return { rules: [], diagnostics: [problem("rego-error", {}, message)] };
}

function policyOf(wasm: Uint8Array, rules: readonly Rule[], sources: RegoSources, trusted: boolean): CompiledPolicy {
  return { wasm, rules, wasmSha256: sha256(wasm), sourcesSha256: sha256(JSON.stringify(sorted(sources))), trusted };
}

/** Reads and checks rules without compiling them: syntax, METADATA, strict mode, builtins, and every path into the input. */
export async function checkRules(
  sources: RegoSources,
  options: { readonly bounded?: boolean } = {},
): Promise<RulesResults["check"]> {
  return options.bounded === true ? bounded({ kind: "check", sources }) : checkRulesHere(sources);
}

export async function checkRulesHere(sources: RegoSources): Promise<RulesResults["check"]> {
  const compiler = await loadRegoCompiler();
  const inspected = compiler.inspect({ modules: sources });
  const { rules, diagnostics } = rulesOfModules(inspected.modules);
  diagnostics.push(...packageProblems(inspected.modules, rules));
  diagnostics.push(...inspected.errors.map((error) => regoDiagnostic(error, sources)));
  if (inspected.errors.length === 0) {
    const inputSchemaOf = Object.fromEntries(rules.map((rule) => [rule.file, rule.subject]));
    const checked = compiler.check({ modules: sources, inputSchemas: inputSchemas(), inputSchemaOf });
    diagnostics.push(...checked.errors.map((error) => regoDiagnostic(error, sources)));
  }
  return { rules, diagnostics: diagnostics.sort(compareDiagnostics) };
}

/** The codes of the Rego compiler in aims' terms; "rego-error" for one that is not listed. */
const regoCodes: ReadonlyMap<string, RegoCode> = new Map([
  ["entrypoint_error", "entrypoint-error"],
  ["rego_compile_error", "rego-compile-error"],
  ["rego_parse_error", "rego-parse-error"],
  ["rego_recursion_error", "rego-recursion-error"],
  ["rego_type_error", "rego-type-error"],
  ["rego_unsafe_var_error", "rego-unsafe-var-error"],
  ["test_filter_error", "test-filter-error"],
]);

/** A problem of Rego sources in aims' terms. */
export function regoDiagnostic(regoProblem: RegoProblem, sources: RegoSources): Diagnostic {
  const { code, message, file } = regoProblem;
  return problem(regoCodes.get(code) ?? "rego-error", regoPlace(regoProblem, sources[file]), message);
}

/** @param text of the file, where it is one of the sources */
function regoPlace({ file, row, column: characters }: RegoProblem, text: string | undefined): DiagnosticPlace {
  if (file === "") return {};
  if (row <= 0) return { file };
  const column = Math.max(1, characters);
  const position = { file, line: row, column };
  return text === undefined ? position : { ...position, frame: codeFrame(text.split(/\r?\n/), row, column) };
}

function sorted(sources: RegoSources): (readonly [path: string, text: string])[] {
  return Object.entries(sources).sort(by(([path]) => path));
}
