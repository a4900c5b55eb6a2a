import { codeFrame } from "../diagnostics/frame.js";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { compilerBuild } from "./compiler/compiler-build.js";
import { readCached, sha256, writeCached } from "./compiler/content-cache.js";
import type { RegoProblem, RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { entryModules } from "./rules/entry-modules.js";
import { inputSchemas } from "./rules/input-schemas.js";
import { packageProblems } from "./packages.js";
import type { Rule } from "./rule.js";
import { rulesOfModules } from "./rules/rules-of-modules.js";

export interface CompileRulesOptions {
  /** Folder for compiled results; without one, everything is compiled anew. */
  readonly cacheFolder?: string;
  /** Whether all sources ship with aims. */
  readonly trusted: boolean;
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
  const found = cacheFolder === undefined ? undefined : await readCached(cacheFolder, key);
  if (found) return { policy: policyOf(found.bytes, found.head as Rule[], sources, trusted), diagnostics: [] };
  const { rules, diagnostics } = await checkRules(sources);
  if (diagnostics.length > 0) return { diagnostics };
  const entry = entryModules(rules);
  const compiler = await loadRegoCompiler();
  const compiled = compiler.compile({ modules: { ...sources, ...entry.modules }, entrypoints: entry.entrypoints });
  if (!compiled.ok) return { diagnostics: compiled.errors.map((error) => regoDiagnostic(error, sources)) };
  if (cacheFolder !== undefined) await writeCached(cacheFolder, key, { head: rules, bytes: compiled.wasm });
  return { policy: policyOf(compiled.wasm, rules, sources, trusted), diagnostics: [] };
}

function policyOf(wasm: Uint8Array, rules: readonly Rule[], sources: RegoSources, trusted: boolean): CompiledPolicy {
  return { wasm, rules, wasmSha256: sha256(wasm), sourcesSha256: sha256(JSON.stringify(sorted(sources))), trusted };
}

/** Reads and checks rules without compiling them: syntax, METADATA, strict mode, builtins, and every path into the input. */
export async function checkRules(sources: RegoSources): Promise<{ rules: Rule[]; diagnostics: Diagnostic[] }> {
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

/** What to do, by what the compiler says; the first that fits holds. */
const fixes: readonly (readonly [said: RegExp, fix: string])[] = [
  [/^rego_parse_error/, "Correct the syntax at this place."],
  [/not available to rules/, "Use another builtin, or have the descriptor record the value."],
  [
    /there is no function/,
    "Check the spelling; a rule can call its own functions and OPA's builtins that need no clock, network or chance.",
  ],
  [/undefined ref: input/, "Name a field that the descriptor schema knows."],
  [/^rego_unsafe_var_error/, "Give the variable a value, or declare it with some."],
];

/** A problem of Rego sources in aims' terms. */
export function regoDiagnostic({ code, message, file, row, column }: RegoProblem, sources: RegoSources): Diagnostic {
  const text = sources[file];
  return {
    code: code.replaceAll("_", "-"),
    severity: "error",
    message: message.endsWith(".") ? message : `${message}.`,
    ...(file === "" ? {} : { file }),
    ...(row > 0 ? { line: row, column: Math.max(1, column) } : {}),
    fix: fixes.find(([said]) => said.test(`${code} ${message}`))?.[1] ?? "Correct the rule at this place.",
    ...(text !== undefined && row > 0 ? { frame: codeFrame(text.split(/\r?\n/), row, Math.max(1, column)) } : {}),
  };
}

function sorted(sources: RegoSources): (readonly [path: string, text: string])[] {
  return Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1));
}
