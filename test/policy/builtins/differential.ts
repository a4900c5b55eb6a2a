import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";

/** What an expression gave on both evaluators: its printed value, or null where it is undefined. */
export interface Comparison {
  readonly expression: string;
  readonly opa: string | null;
  readonly wasm: string | null;
}

// The compiler takes longer texts by recursion, for which its stack is too small.
const CHUNK = 200;

/**
 * Evaluates Rego expressions with OPA's own evaluator and with the WASM evaluator and our builtins. Values are compared
 * as printed inside an array, so that sets, key types and all digits of numbers count.
 */
export async function compare(expressions: readonly string[], input: object = {}): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (let at = 0; at < expressions.length; at += CHUNK) {
    comparisons.push(...(await compareChunk(expressions.slice(at, at + CHUNK), input)));
  }
  return comparisons;
}

async function compareChunk(expressions: readonly string[], input: object): Promise<readonly Comparison[]> {
  const source = `package differential\n\nresults := [\n${expressions
    .map((expression) => `\t[sprintf("%v", [[value]]) | value := ${expression}],\n`)
    .join("")}]\n`;
  const modules = { "differential.rego": source };
  const rego = await loadRegoCompiler();
  const native = rego.evaluate({ modules, query: "results := data.differential.results", input });
  if (!native.ok) throw new Error(JSON.stringify(native.errors));
  const opa = native.rows[0]?.bindings["results"] as string[][];
  const compiled = rego.compile({ modules, entrypoints: ["differential/results"] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const instance = await loadPolicyInstance(compiled.wasm);
  const wasm = instance.evaluate("differential/results", input) as string[][];
  return expressions.map((expression, i) => ({
    expression,
    opa: opa[i]?.[0] ?? null,
    wasm: wasm[i]?.[0] ?? null,
  }));
}
