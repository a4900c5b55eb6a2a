import { createHash } from "node:crypto";
import { codeFrame } from "../diagnostics/code-frame.js";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CompiledPolicy } from "./compiled-policy.js";
import { compileCached } from "./compiler/compile-cache.js";
import type { RegoProblem, RegoSources } from "./compiler/protocol.js";
import { loadRegoCompiler } from "./compiler/rego-compiler.js";
import { entryModules } from "./entry-modules.js";
import { inputSchemas } from "./input-schemas.js";
import type { Rule } from "./rule.js";
import { rulesOfModules } from "./rules-of-modules.js";

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
 * Compiles rules and libraries to one policy: METADATA is read, the sources are checked against the schemas of the rules' inputs,
 * then compiled together with the entry modules. All problems of all files come back at once.
 * @param sources Rego texts by path, tests left out
 */
export async function compileRules(sources: RegoSources, options: CompileRulesOptions): Promise<CompileRulesResult> {
  const { rules, diagnostics } = await checkRules(sources);
  if (diagnostics.length > 0) return { diagnostics };
  const entry = entryModules(rules);
  const compiled = await compileCached(
    { modules: { ...sources, ...entry.modules }, entrypoints: entry.entrypoints },
    options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder },
  );
  if (!compiled.ok) return { diagnostics: compiled.errors.map((error) => regoDiagnostic(error, sources)) };
  return {
    policy: {
      wasm: compiled.wasm,
      rules,
      wasmSha256: createHash("sha256").update(compiled.wasm).digest("hex"),
      sourcesSha256: digestOf(sources),
      trusted: options.trusted,
    },
    diagnostics: [],
  };
}

/** Reads and checks rules without compiling them: syntax, METADATA, strict mode, builtins, and every path into the input. */
export async function checkRules(sources: RegoSources): Promise<{ rules: Rule[]; diagnostics: Diagnostic[] }> {
  const compiler = await loadRegoCompiler();
  const inspected = compiler.inspect({ modules: sources });
  const { rules, diagnostics } = rulesOfModules(inspected.modules);
  diagnostics.push(...inspected.errors.map((error) => regoDiagnostic(error, sources)));
  if (inspected.errors.length === 0) {
    const inputSchemaOf = Object.fromEntries(rules.map((rule) => [rule.file, rule.subject]));
    const checked = compiler.check({ modules: sources, inputSchemas: inputSchemas(), inputSchemaOf });
    diagnostics.push(...checked.errors.map((error) => regoDiagnostic(error, sources)));
  }
  return { rules, diagnostics: diagnostics.sort(compareDiagnostics) };
}

/** A problem of Rego sources in aims' terms. */
export function regoDiagnostic({ code, message, file, row, column }: RegoProblem, sources: RegoSources): Diagnostic {
  const text = sources[file];
  return {
    code: code.replaceAll("_", "-"),
    severity: "error",
    message: message.endsWith(".") ? message : `${message}.`,
    ...(file === "" ? {} : { file }),
    ...(row > 0 ? { line: row, column: Math.max(1, column) } : {}),
    ...(text !== undefined && row > 0 ? { frame: codeFrame(text.split(/\r?\n/), row, Math.max(1, column)) } : {}),
  };
}

function digestOf(sources: RegoSources): string {
  const hash = createHash("sha256");
  for (const path of Object.keys(sources).sort()) hash.update(JSON.stringify([path, sources[path]]));
  return hash.digest("hex");
}
