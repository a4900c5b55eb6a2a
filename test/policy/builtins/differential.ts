import { expect } from "vitest";
import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import type { Call } from "./call.js";

/** The result of a call on both evaluators: its printed value, or null where it is undefined. */
export interface Comparison {
  readonly call: string;
  readonly opa: string | null;
  readonly wasm: string | null;
}

/** Number of arguments where it is not one. */
const ARITIES: Readonly<Record<string, number>> = {
  sprintf: 2,
  "time.parse_ns": 2,
  "time.add_date": 4,
  "time.diff": 2,
  "semver.compare": 2,
  "strings.count": 2,
  indexof_n: 2,
  "strings.any_prefix_match": 2,
  "strings.any_suffix_match": 2,
  "object.subset": 2,
  "regex.replace": 3,
  "regex.find_n": 3,
  "json.patch": 2,
  "numbers.range_step": 3,
  "regex.match": 2,
  "regex.find_all_string_submatch_n": 3,
  "net.cidr_contains": 2,
  "net.cidr_intersects": 2,
  "numbers.range": 2,
  "array.slice": 3,
  format_int: 2,
  plus: 2,
  minus: 2,
  mul: 2,
  div: 2,
  rem: 2,
  "bits.and": 2,
  "bits.or": 2,
  "bits.xor": 2,
  "bits.lsh": 2,
  "bits.rsh": 2,
};

// The compiler takes longer texts by recursion, for which its stack is too small.
const CHUNK = 200;

/**
 * Evaluates Rego expressions with OPA's own evaluator and with the WASM evaluator and our builtins. Values are compared
 * as printed inside an array, so that sets, key types and all digits of numbers count.
 */
export async function compareExpressions(
  expressions: readonly string[],
  input: object,
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const chunk of chunksOf(expressions)) {
    comparisons.push(...(await evaluateTwice(printedValues(chunk), input, chunk)));
  }
  return comparisons;
}

/** The values of the expressions on OPA's own evaluator: each printed inside an array, or null. */
export async function valuesInOpa(expressions: readonly string[], input: object): Promise<readonly (string | null)[]> {
  const values: (string | null)[] = [];
  for (const chunk of chunksOf(expressions)) {
    values.push(...(await evaluateInOpa(printedValues(chunk), input)).map(([printed = null]) => printed));
  }
  return values;
}

function chunksOf(expressions: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(expressions.length / CHUNK) }, (_, i) =>
    expressions.slice(i * CHUNK, (i + 1) * CHUNK),
  );
}

function printedValues(expressions: readonly string[]): string {
  const lists = expressions.map((expression) => `\t[sprintf("%v", [[value]]) | value := ${expression}],\n`);
  return `[\n${lists.join("")}]`;
}

/** The same for calls whose arguments come as JSON text while the policy runs. All are evaluated at once, since a start costs most. */
export async function compareCalls(calls: readonly Call[]): Promise<readonly Comparison[]> {
  const groups = [...grouped(calls)];
  const lists = groups.map(([builtin], index) => {
    const arity = ARITIES[builtin] ?? 1;
    const params = Array.from({ length: arity }, (_, i) => `args[${String(i)}]`).join(", ");
    const each = `[sprintf("%v", [[value]]) | value := ${builtin}(${params})]`;
    return `[result | some text in input.calls[${String(index)}]; args := json.unmarshal(text); result := ${each}]`;
  });
  const list = `[result | some list in [\n${lists.join(",\n")}\n]; some result in list]`;
  const names = groups.flatMap(([builtin, group]) => group.map((args) => `${builtin} ${args}`));
  return evaluateTwice(list, { calls: groups.map(([, group]) => group) }, names);
}

function grouped(calls: readonly Call[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [builtin, args] of calls) groups.set(builtin, [...(groups.get(builtin) ?? []), args]);
  return groups;
}

async function evaluateTwice(list: string, input: object, names: readonly string[]): Promise<readonly Comparison[]> {
  const rego = await loadRegoCompiler();
  const opa = await evaluateInOpa(list, input);
  const compiled = rego.compile({ modules: modulesOf(list), entrypoints: ["differential/results"] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const instance = await loadPolicyInstance(compiled.wasm);
  const wasm = instance.evaluate("differential/results", input) as string[][];
  if (opa.length !== names.length || wasm.length !== names.length) {
    throw new Error(`${String(names.length)} calls gave ${String(opa.length)} and ${String(wasm.length)} results`);
  }
  return names.map((call, i) => ({ call, opa: opa[i]?.[0] ?? null, wasm: wasm[i]?.[0] ?? null }));
}

async function evaluateInOpa(list: string, input: object): Promise<readonly (readonly string[])[]> {
  const rego = await loadRegoCompiler();
  const native = rego.evaluate({ modules: modulesOf(list), query: "results := data.differential.results", input });
  if (!native.ok) throw new Error(JSON.stringify(native.errors));
  return native.rows[0]?.bindings["results"] as string[][];
}

function modulesOf(list: string): Readonly<Record<string, string>> {
  return { "differential.rego": `package differential\n\nresults := ${list}\n` };
}

/** Both evaluators agree on every call, and the table has cases that are defined and, unless `undefinedToo` is false, some that are not. */
export function expectAgreement(comparisons: readonly Comparison[], undefinedToo = true): void {
  expect(comparisons.filter(({ opa, wasm }) => opa !== wasm)).toEqual([]);
  expect(comparisons.some(({ opa }) => opa !== null)).toBe(true);
  expect(comparisons.some(({ opa }) => opa === null)).toBe(undefinedToo);
}
