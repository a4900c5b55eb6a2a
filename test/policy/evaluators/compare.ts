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

function compileAccepted(
  compiler: RegoCompiler,
  expressions: readonly string[],
): { readonly compiled: Uint8Array<ArrayBuffer>; readonly accepted: readonly string[] } {
  const entrypoints = expressions.map((_, i) => `compared/p${String(i)}`);
  const result = compiler.compile({ modules: moduleOf(expressions), entrypoints });
  if (result.ok) return { compiled: result.wasm, accepted: expressions };
  const refused = new Set(result.errors.map(({ row }) => row - FIRST_ROW));
  const accepted = expressions.filter((_, i) => !refused.has(i));
  if (accepted.length === expressions.length || accepted.length === 0) throw new Error(JSON.stringify(result.errors));
  return compileAccepted(compiler, accepted);
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
  const half = Math.floor(expressions.length / 2);
  return [expressions.slice(0, half), expressions.slice(half)].flatMap((part) => valuesOnOpa(compiler, part, input));
}

function answer(evaluate: () => unknown): string {
  try {
    return (evaluate() as readonly string[]).join(" ");
  } catch (error) {
    return `error: ${PolicyEvaluationError.from(error).message}`;
  }
}
