import { describe, expect, test } from "vitest";

import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { PolicyEvaluationError } from "../../../src/policy/evaluate/policy-evaluation-error.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import { compileModule, webAssembly } from "../../../src/policy/evaluate/web-assembly.js";
import { compileModules } from "./compile.js";

// Calls of host builtins, rewritten by the compiler and served by opa-wasm, wherever a call can stand.

const input = {
  n: 9_007_199_254_740_991,
  text: 'say "é😀"\\\n\u0000',
  items: [{ id: "b" }, { id: "a" }, {}],
  nothing: null,
  zero: 0,
  versions: ["1.10.0", "1.9.0"],
};

// Sets have no order when a policy gives them as JSON: the comparison prints the value.
const sourceOf = (rules: string): Readonly<Record<string, string>> => ({
  "a.rego": `package a\n\n${rules}\n\nprinted := sprintf("%v", [p])\n`,
});

/** The value of `data.a.p` as printed; empty where it is undefined. */
async function inOpa(rules: string): Promise<readonly unknown[]> {
  const rego = await loadRegoCompiler();
  const answer = rego.evaluate({ modules: sourceOf(rules), query: "x := data.a.printed", input });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.rows.map(({ bindings }) => bindings["x"]);
}

async function asWasm(rules: string): Promise<readonly unknown[]> {
  const policy = await loadPolicyInstance(await compileModules(sourceOf(rules), ["a/printed"]));
  const json = policy.withInput(input).evaluateJson("a/printed");
  return (JSON.parse(json) as { result: unknown }[]).map(({ result }) => result);
}

const places: Readonly<Record<string, string>> = {
  "a value": 'p := sprintf("%d %s", [1, "a"])',
  "a statement with the result as last argument": 'p := x if sprintf("%d", [3], x)',
  "a statement that takes the result apart": "p := [m, y] if time.date(1500000000123456789, [y, m, _])",
  "a statement by itself": 'p if {\n\tsprintf("%d", [1])\n\tnot object.subset({1, 2}, {3})\n}',
  "the argument of another call": 'p := upper(sprintf("%s", [hex.encode(sprintf("%v", [{2, 1}]))]))',
  "three calls deep":
    'p := time.weekday(time.add_date(time.parse_rfc3339_ns("2026-11-01T00:00:00.123456789Z"), 0, 1, 1))',
  "a key and a value of an object": 'p := {sprintf("k%d", [i]): sprintf("v%d", [i]) | some i in [1, 2]}',
  "a literal of all kinds":
    'p := [{sprintf("%d", [1])}, {sprintf("k%d", [1]): sprintf("v%d", [1])}, [sprintf("%d", [2])]]',
  "an array comprehension": 'p := [x | some i in [2, 1]; x := sprintf("%03d", [i])]',
  "a set comprehension, in its term": 'p := {sprintf("%s", [i.id]) | some i in input.items}',
  "a rule head with `contains`": 'p contains sprintf("%s!", [i.id]) if some i in input.items',
  "a rule head with a key": 'p[sprintf("k%d", [i])] := sprintf("v%d", [i]) if some i in [1, 2]',
  "a rule head with keys within keys":
    'p[sprintf("a%d", [i])][j] contains sprintf("c%d", [i]) if {\n\tsome i in [1, 2]\n\tj := hex.encode("j")\n}',
  "`every`, in domain and body":
    'p if {\n\tevery x in [sprintf("%d", [1])] {\n\t\tsprintf("%s", [x]) == "1"\n\t\tsemver.is_valid(sprintf("%s.0.0", [x]))\n\t}\n}',
  "`else`, in value and body":
    'p := 1 if {\n\tsprintf("%d", [input.n]) == "x"\n} else := sprintf("else %s", [input.versions[0]]) if {\n\tsemver.compare(input.versions[0], input.versions[1]) == 1\n}',
  "a default": 'default p := [x | x := sprintf("%d", [1])]\n\np := 1 if input.absent',
  "a default that is replaced": 'default p := [x | x := sprintf("%d", [1])]\n\np := 1 if sprintf("%s", [input.text])',
  "the default of a function": 'p := f(1)\n\ndefault f(_) := [x | x := sprintf("%d", [2])]\n\nf(x) := 1 if x == 2',
  "a function with the argument": 'p := f(sprintf("%s", [f("x")]))\n\nf(x) := sprintf("<%s>", [x])',
  "the value of a `with`": 'p if q == "1" with input as sprintf("%d", [1])\n\nq := input',
  "an expression with a `with`": 'p if sprintf("%v", [input.x]) == "{1, 2}" with input as {"x": {2, 1}}',
  "an expression with a `with` for a builtin of the module":
    'p if q == "mock" with upper as f\n\nf(_) := "mock"\n\nq := sprintf("%s", [upper("a")])',
  "`some ... in`": "p contains x if some x in time.date(1500000000123456789)",
  "`in`": 'p if sprintf("%d", [1]) in ["1"]',
  "a template string": 'p := $"{sprintf("%d", [1])} and {input.absent} and {sprintf("%s", [input.absent])}"',
  "a negation": 'p if not semver.is_valid(sprintf("%d", [input.n]))',
  "a negation with `==`": 'p if not "x" == hex.encode(input.versions[_])',
  "a negation in a comprehension": "p := [1 | not semver.is_valid(input.absent)]",
  "an index": 'p := {"a1": "found"}[sprintf("a%d", [1])]',
  "an index of the result": "p := time.date(1500000000123456789)[0]",
  "an argument that iterates": 'p contains x if {\n\tsome i\n\tx := sprintf("%d %s", [i, input.items[i].id])\n}',
  "a condition that iterates": 'p contains i if {\n\tsome i\n\tobject.subset(input.items[i], {"id": "a"})\n}',
  "an assignment by unification": 'p := x if sprintf("%d", [1]) = x',
  "local names that look like those of builtins":
    'p := sprintf("%v", [[aims, time]]) if {\n\taims := 1\n\ttime := 3\n}',
  "rego.metadata in an argument": '# METADATA\n# title: T\np := sprintf("%s", [rego.metadata.rule().title])',
};

describe("a call gives what OPA's own evaluator gives in", () => {
  test.each(Object.entries(places))("%s", async (_place, rules) => {
    expect(await asWasm(rules)).toEqual(await inOpa(rules));
  });
});

// Whether OPA takes an undefined argument out of the negation is its affair; the rewritten call must not change it.
describe("a negated call with an undefined argument is what it is in OPA", () => {
  test.each([
    'p if not sprintf("%s", [input.absent])',
    "p if not semver.is_valid(input.absent)",
    "p if not time.date(input.absent)",
    "p if not object.subset(input.absent, {1})",
    "p if not semver.is_valid(hex.encode(input.absent))",
    'p if not hex.encode(input.absent) == "x"',
    "p if not semver.is_valid(q)\n\nq := 1 if input.absent",
    "p if not f(hex.encode(input.absent))\n\nf(_) := true",
    "p if {\n\tevery x in [1] {\n\t\tx == 1\n\t\tnot semver.is_valid(input.absent)\n\t}\n}",
    'p if {\n\tsome item in input.items\n\tnot semver.is_valid(item.absent)\n\titem.id == "b"\n}',
  ])("%s", async (rules) => {
    expect(await asWasm(rules)).toEqual(await inOpa(rules));
  });
});

test("all places above are defined", async () => {
  const results = await Promise.all(
    Object.entries(places).map(async ([place, rules]) => ({ place, defined: (await inOpa(rules)).length === 1 })),
  );
  expect(results.filter(({ defined }) => !defined)).toEqual([]);
});

describe("nothing is lost on the way to the host and back", () => {
  test.each([
    ["sets, also in sets and as keys", 'p := sprintf("%v", [[{2, {1}}, set(), {{1}: {"a"}}, {}, {1: 2}]])'],
    ["all digits", 'p := sprintf("%d %v %v", [12345678901234567890123, 9007199254740993, [1.10, 1e3, -0.0]])'],
    ["digits of the input", 'p := sprintf("%d %d", [input.n + 2, input.n * input.n])'],
    [
      "quotes, escapes, control characters",
      'p := [sprintf("%s|%v", [input.text, [input.text]]), urlquery.encode(input.text)]',
    ],
    [
      "strings that look like what is handed over",
      'p := [sprintf("[1]", []), sprintf("%s", ["[\\"x\\"]"]), hex.encode("[1]")]',
    ],
    ["empty strings", 'p := [sprintf("", []), hex.encode(""), strings.count("", "a")]'],
    [
      "nanoseconds in",
      'p := sprintf("%v", [[time.format(1500000000123456789), time.clock([1500000000123456789, "UTC"])]])',
    ],
    ["nanoseconds out", 'p := sprintf("%d", [time.parse_rfc3339_ns("2017-07-14T02:40:00.123456789Z")])'],
    [
      "nanoseconds in and out",
      'p := sprintf("%d", [time.add_date(1500000000123456789, 1, 2, 3) - 1500000000123456788])',
    ],
    ["nanoseconds in a difference", "p := time.diff(1500000000123456789, 1400000000123456788)"],
    [
      "subsets of sets",
      'p := [object.subset({1, 2, {3}}, {{3}}), object.subset([1, 2], {1}), object.subset({"a": {1}}, {"a": [1]})]',
    ],
    ["null and false", 'p := [sprintf("%v %v", [null, false]), object.subset({"a": null}, {"a": null})]'],
  ])("%s", async (_what, rules) => {
    const opa = await inOpa(rules);
    expect(opa).toHaveLength(1);
    expect(await asWasm(rules)).toEqual(opa);
  });

  test.each([
    ["an undefined argument", 'p := sprintf("%v", [input.absent])'],
    ["an undefined argument of a nested call", 'p := hex.encode(sprintf("%v", [input.absent]))'],
    ["null where a string is wanted", "p := hex.encode(input.nothing)"],
    ["a set where a string is wanted", 'p := hex.encode([{1}, "a"][input.zero])'],
    ["an array where a string is wanted", "p := hex.encode(input.versions)"],
    ["a number where a string is wanted", "p := semver.is_valid(sprintf(input.n, []))"],
    ["what the builtin cannot take", "p := time.parse_rfc3339_ns(input.text)"],
  ])("%s stays undefined", async (_what, rules) => {
    expect([await inOpa(rules), await asWasm(rules)]).toEqual([[], []]);
  });
});

test.each([
  ["a set", 'p := json.patch({"a": {1}}, [{"op": "add", "path": "/b", "value": 1}])', "a set"],
  [
    "a key that is not a string",
    'p := json.patch({}, [{"op": "add", "path": [1], "value": 1}])',
    "an object with a key that is not a string",
  ],
])("%s, which cannot come back from a host, is an error and never another value", async (_what, rules, what) => {
  const policy = await loadPolicyInstance(await compileModules(sourceOf(rules), ["a/p"]));
  const message = `json.patch: the result holds ${what}, which a compiled policy cannot take back`;
  expect(() => policy.evaluate("a/p", input)).toThrow(new PolicyEvaluationError(message, { builtin: "json.patch" }));
});

test("an error shows a file's name that is not ASCII", async () => {
  const text = "package a\n\np := 1 if input.n\n\np := 2 if input.n\n";
  const policy = await loadPolicyInstance(await compileModules({ "regeln/prüfung.rego": text }, ["a/p"]));
  expect(() => policy.evaluate("a/p", input)).toThrow(
    expect.objectContaining({ location: { file: "regeln/prüfung.rego", row: 5, column: 1 } }),
  );
});

test("builtins that opa-wasm would serve by itself are refused", async () => {
  const wasm = await compileModules({ "a.rego": 'package a\n\np := sprintf("%v", [input])\n' }, ["a/p"]);
  // A policy that somebody else compiled asks for them; this name is as long as the one that it replaces.
  const bytes = Buffer.from(Buffer.from(wasm).toString("latin1").replaceAll("aims:sprintf", "yaml.marshal"), "latin1");
  await expect(loadPolicyInstance(bytes)).rejects.toThrow(
    "the policy calls the builtin yaml.marshal, which aims does not provide",
  );
});

test("a compiled policy has no way to print, which opa-wasm would do on stdout", async () => {
  const rules = 'p if {\n\tprint("x", sprintf("%v", [input]))\n\tregex.match("a", input.versions[0])\n}';
  const wasm = await compileModules(sourceOf(rules), ["a/p", "a/printed"]);
  const imports = webAssembly.Module.imports(compileModule(wasm)).map(({ name }) => name);
  expect(imports.sort()).toEqual(["memory", "opa_abort", ...[0, 1, 2, 3, 4].map((n) => `opa_builtin${String(n)}`)]);
});
