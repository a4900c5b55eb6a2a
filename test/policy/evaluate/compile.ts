import { entryModules } from "../../../src/policy/rules/entry-modules.js";
import type { EntryRule } from "../../../src/policy/rules/entry-modules.js";
import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";

export async function compileModules(
  modules: Readonly<Record<string, string>>,
  entrypoints: readonly string[],
): Promise<Uint8Array> {
  const rego = await loadRegoCompiler();
  const result = rego.compile({ modules, entrypoints });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.wasm;
}

/** Compiles rules, given as the bodies of their packages, with their entry modules. */
export async function compileRules(
  bodies: Readonly<Record<string, string>>,
  subjects: Readonly<Record<string, "organization">> = {},
): Promise<{ wasm: Uint8Array; rules: readonly EntryRule[] }> {
  const names = ["applicable", "inapplicable", "violation", "stale", "missing", "pending", "observed", "verdict"];
  const rules = Object.entries(bodies).map(([name, body]): EntryRule => ({
    id: name.replaceAll("_", "-"),
    package: `aims.rules.${name}`,
    subject: subjects[name] ?? "system",
    declares: names.filter((set) => new RegExp(`^${set}\\b`, "mu").test(body)),
  }));
  const entries = entryModules(rules);
  const sources = Object.entries(bodies).map(([name, body]) => [
    `rules/${name}.rego`,
    `package aims.rules.${name}\n\n${body}\n`,
  ]);
  const modules = { ...(Object.fromEntries(sources) as Record<string, string>), ...entries.modules };
  return { wasm: await compileModules(modules, entries.entrypoints), rules };
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
