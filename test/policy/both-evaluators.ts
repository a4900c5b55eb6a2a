import { loadRegoCompiler } from "../../src/policy/compiler/rego-compiler.js";
import { loadPolicyInstance } from "../../src/policy/evaluate/policy-instance.js";

/** The value of a rule on both evaluators, printed inside an array so that sets and types of keys count; null where it is undefined. */
export interface Evaluated {
  readonly name: string;
  readonly opa: string | null;
  readonly wasm: string | null;
}

/** Evaluates the named rules of one module's package with OPA's own evaluator and as WASM. */
export async function bothEvaluators(asked: {
  readonly module: string;
  readonly package: string;
  readonly names: readonly string[];
  readonly input: object;
}): Promise<readonly Evaluated[]> {
  const lines = asked.names.map(
    (name) => `\t"${name}": [sprintf("%v", [[value]]) | value := data.${asked.package}.${name}],\n`,
  );
  const modules = {
    "asked.rego": asked.module,
    "all.rego": `package all\n\nprinted := {\n${lines.join("")}}\n`,
  };
  const rego = await loadRegoCompiler();
  const evaluated = rego.evaluate({ modules, query: "printed := data.all.printed", input: asked.input });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.errors, null, 1));
  const compiled = rego.compile({ modules, entrypoints: ["all/printed"] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors, null, 1));
  const instance = await loadPolicyInstance(compiled.wasm);
  const opa = evaluated.rows[0]?.bindings["printed"] as Record<string, string[]>;
  const wasm = instance.evaluate("all/printed", asked.input) as Record<string, string[]>;
  return asked.names.map((name) => ({ name, opa: opa[name]?.[0] ?? null, wasm: wasm[name]?.[0] ?? null }));
}
