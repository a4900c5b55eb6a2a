import { loadRegoCompiler, type RegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { PolicyEvaluationError } from "../../../src/policy/evaluate/policy-evaluation-error.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";

/** What an expression gives on both evaluators: its value as `sprintf` prints it, "" where it is undefined, or an error. */
export interface Difference {
  readonly expression: string;
  readonly opa: string;
  readonly wasm: string;
}

export interface ComparedExpressions {
  readonly differences: readonly Difference[];
  /** Expressions that were evaluated. */
  readonly evaluated: number;
  /** Expressions that OPA's type checker refuses, whichever evaluator were to run them. */
  readonly refused: number;
}

// More of them take up the stack of the compiler; fewer take longer, because compiling a module costs more than its rules.
const IN_ONE_MODULE = 200;

/** Evaluates Rego expressions as WebAssembly with aims' builtins and on OPA's own evaluator. */
export async function compareEvaluators(expressions: readonly string[], input: object): Promise<ComparedExpressions> {
  const compiler = await loadRegoCompiler();
  const differences: Difference[] = [];
  let evaluated = 0;
  for (let start = 0; start < expressions.length; start += IN_ONE_MODULE) {
    const { compiled, accepted } = compileAccepted(compiler, expressions.slice(start, start + IN_ONE_MODULE));
    if (compiled === undefined) continue;
    const policy = await loadPolicyInstance(compiled);
    const onOpa = valuesOnOpa(compiler, accepted, input);
    evaluated += accepted.length;
    for (const [i, expression] of accepted.entries()) {
      const wasm = answer(() => policy.evaluate(`compared/p${String(i)}`, input));
      const opa = onOpa[i] ?? "";
      if (opa !== wasm) differences.push({ expression, opa, wasm });
    }
  }
  return { differences, evaluated, refused: expressions.length - evaluated };
}

function moduleOf(expressions: readonly string[]): Readonly<Record<string, string>> {
  const rules = expressions.map((each, i) => `p${String(i)} := [sprintf("%v", [[value]]) | value := ${each}]\n`);
  return { "compared.rego": `package compared\n\n${rules.join("")}` };
}

const FIRST_ROW = 3;

interface Accepted {
  readonly accepted: readonly string[];
  /** Undefined where nothing was accepted. */
  readonly compiled?: Uint8Array<ArrayBuffer>;
}

function compileAccepted(compiler: RegoCompiler, expressions: readonly string[]): Accepted {
  if (expressions.length === 0) return { accepted: [] };
  const entrypoints = expressions.map((_, i) => `compared/p${String(i)}`);
  const result = compiler.compile({ modules: moduleOf(expressions), entrypoints });
  if (result.ok) return { accepted: expressions, compiled: result.wasm };
  const refused = new Set(result.errors.map(({ row }) => row - FIRST_ROW));
  const others = expressions.filter((_, i) => !refused.has(i));
  if (others.length < expressions.length) return compileAccepted(compiler, others);
  // An error within a template string has no place.
  if (expressions.length === 1) return { accepted: [] };
  const halves = halvesOf(expressions).flatMap((half) => compileAccepted(compiler, half).accepted);
  return compileAccepted(compiler, halves);
}

function halvesOf(expressions: readonly string[]): readonly (readonly string[])[] {
  const half = Math.floor(expressions.length / 2);
  return [expressions.slice(0, half), expressions.slice(half)];
}

/** All at once, and one half after the other where one stops them all. */
function valuesOnOpa(compiler: RegoCompiler, expressions: readonly string[], input: object): readonly string[] {
  const result = compiler.evaluate({ modules: moduleOf(expressions), query: "values := data.compared", input });
  if (result.ok) {
    const values = result.rows[0]?.bindings["values"] as Readonly<Record<string, readonly string[]>> | undefined;
    return expressions.map((_, i) => (values?.[`p${String(i)}`] ?? []).join(" "));
  }
  const [error] = result.errors;
  if (expressions.length === 1) return [`error: ${error?.message ?? ""}`];
  return halvesOf(expressions).flatMap((half) => valuesOnOpa(compiler, half, input));
}

function answer(evaluate: () => unknown): string {
  try {
    return (evaluate() as readonly string[]).join(" ");
  } catch (error) {
    return `error: ${PolicyEvaluationError.from(error).message}`;
  }
}
