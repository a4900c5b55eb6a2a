// Evaluates random Rego expressions as WebAssembly with aims' builtins and on OPA's own evaluator, and prints where the two differ.
//   node scripts/run.mjs scripts/compare-evaluators.ts [--seed N] [--count N]
// Exits 1 on a difference.
import { parseArgs } from "node:util";
import { compareEvaluators } from "../test/policy/evaluators/compare.js";
import { expressionInput, randomExpressions } from "../test/policy/evaluators/expressions.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    count: { type: "string", default: "10000" },
  },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error("--seed and --count are whole numbers.");
  process.exit(2);
}
console.log(`seed ${String(seed)}`);
const expressions = randomExpressions(count, seed);
const { differences, evaluated, refused } = await compareEvaluators(expressions, expressionInput);
for (const { expression, opa, wasm } of differences) {
  console.log(`${expression}\n  OPA:         ${opa}\n  WebAssembly: ${wasm}`);
}
const distinct = `${String(evaluated)} distinct expressions evaluated, ${String(refused)} refused by the type checker`;
console.log(`${distinct}, ${String(differences.length)} with two answers`);
process.exitCode = differences.length > 0 ? 1 : 0;
