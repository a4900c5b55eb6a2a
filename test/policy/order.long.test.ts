import fc from "fast-check";
import { expect, test } from "vitest";
import { loadRegoCompiler } from "../../src/policy/compiler/rego-compiler.js";
import { loadPolicyInstance } from "../../src/policy/evaluate/policy-instance.js";
import { bothEvaluators } from "./both-evaluators.js";

const text = fc.constantFrom("", "1", "a", "b", "z", "Z", "a b", "é", "ﬀ", "😀", "long enough for another bucket");
const number = fc.oneof(fc.integer({ min: -3, max: 12 }).map(String), fc.constantFrom("0.5", "2.5", "-1.25", "1e3"));
const scalar = fc.oneof(number, text.map(q), fc.constantFrom("true", "false", "null"));

/** Rego text of a constant: sets within sets, and keys that are not strings. */
const constant = fc.letrec<{ any: string }>((tie) => {
  const few = { maxLength: 5, depthIdentifier: "constant" };
  const list = fc.array(tie("any"), few).map((items) => items.join(", "));
  const entries = fc.array(fc.tuple(tie("any"), tie("any")), few).map((pairs) => new Map(pairs));
  return {
    any: fc.oneof(
      { maxDepth: 3, depthIdentifier: "constant" },
      scalar,
      list.map((items) => `[${items}]`),
      list.map((items) => (items === "" ? "set()" : `{${items}}`)),
      entries.map((pairs) => `{${[...pairs].map(([key, value]) => `${key}: ${value}`).join(", ")}}`),
    ),
  };
}).any;
const collection = constant.filter((value) => /^[[{].*,/u.test(value));

const document = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthIdentifier: "document" },
    fc.constantFrom(1, 2, 0.5, true, false, null, "a", "z"),
    fc.array(tie("any"), { minLength: 1, maxLength: 4, depthIdentifier: "document" }),
    fc.dictionary(text, tie("any"), { minKeys: 1, maxKeys: 5, depthIdentifier: "document" }),
  ),
})).any;
const input = fc.record({
  o: fc.dictionary(text, document, { minKeys: 3, maxKeys: 6 }),
  l: fc.array(document, { minLength: 2, maxLength: 4 }),
  n: fc.dictionary(text, fc.dictionary(text, fc.dictionary(text, document)), { minKeys: 2 }),
});

/** What comprehensions iterate, of types that are known and unknown. */
const source = fc.oneof(
  collection,
  fc.constantFrom("input", "input.o", "input.l", "input.n", "input.n[_]", "input.o[_]"),
  fc.constantFrom("keys", "values", "nested", "by_key", "tree", "deep", "listed(c)", "pairs(d)", "c", "d", "c[_]"),
);

/** A comprehension, or what has one in it, over two sources. */
const shape = fc
  .tuple(
    source,
    source,
    fc.constantFrom<(c: string, d: string) => string>(
      (c) => `[x | some x in ${c}]`,
      (c) => `[[k, v] | some k, v in ${c}]`,
      (c) => `[k | some k, v in ${c}; v]`,
      (c) => `[x | x := ${c}; some y in x; y]`,
      (c, d) => `[[x, y] | some x in ${c}; some y in ${d}]`,
      (c, d) => `[[x, y] | [x, y] = [${c}, ${d}]]`,
      (c, d) => `[[i, j, x] | some i, x in ${c}; some j, y in ${d}; x == y]`,
      (c, d) => `[[k, n] | some k, v in ${c}; n := [[l, m] | some l, _ in v; some m in ${d}]]`,
      (c, d) => `{[k | some k, w in ${d}; w != v] | some v in ${c}}`,
      (c) => `[{k: v} | some k, v in ${c}]`,
      (c, d) => `[x | some x in ${c}; every y in ${d} { [z | some z in [x, y]][0] == x }]`,
      (c, d) => `[x | e := ${d}; some x in ${c}; not x in e]`,
      (c) => `[w | walk(${c}, w)]`,
      (c) => `[v | walk(${c}, [_, v])]`,
      (c) => `[p | walk(${c}, [p, v]); not is_object(v)]`,
      (c) => `[[x, y, v] | walk(${c}, [[x, y], v])]`,
      (c) => `listed(${c})`,
      (c, d) => `[x | some x in listed(${c}); some y in pairs(${d}); y[0] == x]`,
      (c) => `concat("-", {type_name(x) | some x in ${c}})`,
      (c) => `concat("-", ${c})`,
      (c, d) => `[x | some x in ${c} with input.o as {"z": 1, "b": [2], "a": {"y": 1, "x": 2}} with input.l as ${d}]`,
      (c) => `[x | some x in nested with input.o as {"z": {"k": 1, "b": 2}, "b": [2]}; ${c}]`,
      (c) => `[x | some [x, _] in ${c}]`,
      (c, d) => `count([1 | some x in ${c}; some y in ${d}; x != y])`,
      (c) => `[[k, l] | v := ${c}; v[k][l]]`,
      (c) => `[[k, l, m] | v := ${c}; m := v[k][l][_]]`,
      (c, d) => `[[k, l] | v := ${c}; w := ${d}; v[k] = w[l]]`,
      (c, d) => `[[k, l] | v := ${c}; w := ${d}; v[k][l] = w[_][l]]`,
      (c) => `[k | v := ${c}; v[k] == v[_]]`,
    ),
  )
  .map(([c, d, make]) => make(c, d));

/** Rules and functions that the sources name, of all kinds. */
const library = `
keys contains key if some key, _ in input.o

values contains value if some value in input.l

values contains [key, value] if some key, value in input.o

nested[key] contains inner if some key, value in input.o; some inner, _ in value

by_key[key] := value if some key, value in input.n

tree.zebra := input.l

tree.ant := {"m", "c", "d"}

tree.bee[key] := [value] if some key, value in input.o

deep[key][inner].leaf := {inner, "leaf"} if some key, value in input.n; some inner, _ in value

listed(list) := [item | some item in list]

pairs(list) := [[key, item] | some key, item in list]
`.replace(/ if (.*;.*)\n/gu, " if { $1 }\n");

type Case = readonly [expression: string, c: string, d: string];

const start = `package order\n${library}\n`;

/** Four lines for each case. */
function moduleOf(cases: readonly Case[]): string {
  const rules = cases.map(([expression, c, d], i) => {
    const name = `case${String(i)}`;
    return `${name}_of(c, d) := [c, d, [value | value := ${expression}]][2]\n\n${name} := ${name}_of(${c}, ${d})\n`;
  });
  return start + rules.join("\n");
}

/** The cases in which the type checker finds no fault. */
async function typed(cases: readonly Case[]): Promise<readonly Case[]> {
  const rego = await loadRegoCompiler();
  const { errors } = rego.check({ modules: { "order.rego": moduleOf(cases) } });
  const first = start.split("\n").length;
  const bad = new Set(errors.map(({ row }) => Math.floor((row - first) / 4)));
  return bad.size === 0 ? cases : typed(cases.filter((_, i) => !bad.has(i)));
}

// More of them than the type checker's stack holds would need several modules.
const CASES = 150;

test.each([1, 2, 3, 4, 5, 6])("generated comprehensions come in OPA's order (%i)", async (seed) => {
  const [given = {}] = fc.sample(input, { seed, numRuns: 1 });
  const cases = await typed(fc.sample(fc.tuple(shape, collection, collection), { seed, numRuns: CASES }));
  const names = cases.map((_, i) => `case${String(i)}`);
  const results = await bothEvaluators({ module: moduleOf(cases), package: "order", names, input: given });
  expect(results.flatMap(({ opa, wasm }, i) => (opa === wasm ? [] : [{ case: cases[i], opa, wasm }]))).toEqual([]);
  // Enough of them have an order to be wrong in.
  expect(results.filter(({ opa }) => opa !== null && opa.length > 20).length).toBeGreaterThan(CASES / 4);
});

test("a set of thousands comes in OPA's order, and soon", async () => {
  const rego = await loadRegoCompiler();
  const module = `package big

made := {sprintf("%d-%d", [(i * 7919) % 10007, i]) | some i in numbers.range(1, 4000)} | {[i % 100, i] | some i in numbers.range(1, 4000)}

same if [item | some item in made] == sort(made)
`;
  const compiled = rego.compile({ modules: { "big.rego": module }, entrypoints: ["big/same"] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const instance = await loadPolicyInstance(compiled.wasm);
  expect(instance.evaluate("big/same", {})).toBe(true);
});

function q(value: unknown): string {
  return JSON.stringify(value);
}
