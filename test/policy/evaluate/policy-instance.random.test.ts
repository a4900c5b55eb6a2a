import { createRequire } from "node:module";

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import type { PolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import { PolicyEvaluationError } from "../../../src/policy/evaluate/policy-evaluation-error.js";
import { compileModule } from "../../../src/policy/evaluate/web-assembly.js";
import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { runs } from "../../support/runs.js";
import { compileModules, jsonBytes } from "./compile.js";

const SOURCE = `package p

echo := input

limit := data.limit

never if input.nothing

broken := 1 if input.x

broken := 2 if input.x

matches if regex.match("^[a-z]+$", input.x)

message := sprintf("%d %s", [input.n, {3, 1, 2}])

large := count(concat("", [x | some i in numbers.range(1, input.size); x := sprintf("%1000d", [i])]))

deep := json.marshal(input)

words := {"one", "two", "three", "four", "five"}

lengths[word] := count(word) if some word in words

ordered := [
	[word | some word in words],
	[[word, length] | some word, length in lengths],
	[[key, inner] | input.tree[key][inner]],
	[path | walk(input.tree, [path, _])],
	concat(" ", words),
]
`;

const ENTRYPOINTS = ["echo", "limit", "never", "broken", "matches", "message", "large", "ordered"].map(
  (name) => `p/${name}`,
);
let wasm: Uint8Array;
let policy: PolicyInstance;

beforeAll(async () => {
  wasm = await compileModules({ "rules/p.rego": SOURCE }, ENTRYPOINTS);
  policy = await loadPolicyInstance(wasm, { data: { limit: 184 } });
});

describe("evaluate", () => {
  test("gives the value of an entrypoint, for an object, bytes or a buffer", () => {
    const input = { a: [1, null, "é😀\u0000"], b: {} };
    const bytes = jsonBytes(input);
    expect(policy.evaluate("p/echo", input)).toEqual(input);
    expect(policy.evaluate("p/echo", bytes)).toEqual(input);
    expect(policy.evaluate("p/echo", bytes.buffer.slice(0) as ArrayBuffer)).toEqual(input);
    expect(policy.evaluate("p/limit", {})).toBe(184);
    expect(policy.evaluate("p/message", { n: 5 })).toBe("5 {1, 2, 3}");
    expect([...policy.entrypoints.keys()].sort()).toEqual([...ENTRYPOINTS].sort());
  });

  test("sets and objects are iterated in the order of their keys, as in OPA", () => {
    expect(policy.evaluate("p/ordered", { tree: { zebra: { b: 1, a: [true] }, "": ["y", "x"], ant: {} } })).toEqual([
      ["five", "four", "one", "three", "two"],
      [
        ["five", 4],
        ["four", 4],
        ["one", 3],
        ["three", 5],
        ["two", 3],
      ],
      [
        ["", 0],
        ["", 1],
        ["zebra", "a"],
        ["zebra", "b"],
      ],
      [[], [""], ["", 0], ["", 1], ["ant"], ["zebra"], ["zebra", "a"], ["zebra", "a", 0], ["zebra", "b"]],
      "five four one three two",
    ]);
  });

  test("any object arrives as it is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ noUnicodeString: false })), (input) => {
        expect(policy.evaluate("p/echo", input)).toEqual(JSON.parse(JSON.stringify(input)));
        expect(policy.evaluate("p/echo", jsonBytes(input))).toEqual(JSON.parse(JSON.stringify(input)));
      }),
      { numRuns: runs(50, 200) },
    );
  });

  test("an unpaired surrogate becomes the replacement character, as in OPA", () => {
    expect(policy.evaluate("p/echo", { a: "x\ud800\\ud800", "\udfff": 1 })).toEqual({
      a: "x\ufffd\\ud800",
      "\ufffd": 1,
    });
  });

  test.each([
    ["null", null],
    ["false", false],
    ["0", 0],
    ["an empty text", ""],
    ["a text", "x"],
    ["an array", []],
    ["a function", () => 1],
    ["an object that turns into something else", { toJSON: () => null }],
    ["nothing", undefined],
  ])("%s is refused as input", (_name, input) => {
    expect(() => policy.evaluate("p/echo", input as unknown as object)).toThrow("the input is not a JSON object");
  });

  test.each([
    "",
    " ",
    "null",
    "[]",
    "5",
    '"x"',
    "{",
    "}",
    "{} {}",
    "{}}",
    "{},",
    "{} x",
    "x{}",
    '{"a":"}',
    '{"a":{}',
    "\ufeff{}",
  ])("the bytes of %j are refused as input", (text) => {
    expect(() => policy.evaluate("p/echo", new TextEncoder().encode(text))).toThrow(
      new PolicyEvaluationError("the input is not one well-formed JSON object"),
    );
  });

  test.each([
    '{"a" 1}',
    '{"a":}',
    "{1 2}",
    '{"a":1,}',
    '{"a":tru}',
    '{"a":"\\x"}',
    "{a:1}",
    "{]",
    '{"a":[}]}',
    '{"a":"\u0001"}',
  ])("the bytes of %j are refused by the policy's own parser", (text) => {
    expect(() => policy.evaluate("p/echo", new TextEncoder().encode(text))).toThrow(PolicyEvaluationError);
    expect(policy.evaluate("p/limit", {})).toBe(184);
  });

  test("bytes that are not UTF-8 are refused", () => {
    expect(() => policy.evaluate("p/echo", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toThrow(
      "illegal utf-8",
    );
  });

  test("an undefined result is an error, not silence", () => {
    expect(() => policy.evaluate("p/never", {})).toThrow("the policy gave no result for p/never");
    expect(() => policy.evaluate("p/nowhere", {})).toThrow("the policy has no entrypoint p/nowhere");
  });

  test("a conflict tells its place in the rules, and the instance goes on", () => {
    let thrown: unknown;
    try {
      policy.evaluate("p/broken", { x: "a" });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PolicyEvaluationError);
    const { message, locatedMessage, location, builtin } = thrown as PolicyEvaluationError;
    expect({ message, locatedMessage, location, builtin }).toEqual({
      message: "var assignment conflict",
      locatedMessage: "rules/p.rego:11:1: var assignment conflict",
      location: { file: "rules/p.rego", row: 11, column: 1 },
      builtin: undefined,
    });
    expect(policy.evaluate("p/matches", { x: "abc" })).toBe(true);
  });

  test("nesting of 5,000 levels is an error, and the instance goes on", () => {
    const text = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    expect(() => policy.evaluate("p/echo", new TextEncoder().encode(text))).toThrow(PolicyEvaluationError);
    expect(policy.evaluate("p/limit", {})).toBe(184);
  });
});

describe("memory", () => {
  test("an evaluation beyond the limit is an error, and the next one has all the memory again", async () => {
    const small = await loadPolicyInstance(wasm, { data: { limit: 1 }, memoryLimitPages: 64 });
    expect(() => small.evaluate("p/large", { size: 20_000 })).toThrow("needs more memory than its limit allows");
    expect(small.evaluate("p/large", { size: 100 })).toBe(100_000);
  });

  test("what fits the limit does not depend on what was evaluated before", async () => {
    const sizes = [100, 400, 100, 400, 400, 100, 400];
    const small = await loadPolicyInstance(wasm, { data: { limit: 1 }, memoryLimitPages: 64 });
    const outcome = (instance: PolicyInstance, size: number): unknown => {
      try {
        return instance.evaluate("p/large", { size });
      } catch (error) {
        return String(error);
      }
    };
    const fresh = await Promise.all(
      sizes.map(async (size) =>
        outcome(await loadPolicyInstance(wasm, { data: { limit: 1 }, memoryLimitPages: 64 }), size),
      ),
    );
    expect(sizes.map((size) => outcome(small, size))).toEqual(fresh);
  });

  test("a policy that does not fit at all is refused", async () => {
    await expect(loadPolicyInstance(wasm, { memoryLimitPages: 1 })).rejects.toThrow(PolicyEvaluationError);
    await expect(
      loadPolicyInstance(wasm, { data: { x: "y".repeat(5_000_000) }, memoryLimitPages: 32 }),
    ).rejects.toThrow("needs more memory than its limit allows");
  });
});

describe("loading", () => {
  test("a compiled module serves several instances", async () => {
    const module = compileModule(wasm);
    const [a, b] = await Promise.all([1, 2].map((limit) => loadPolicyInstance(module, { data: { limit } })));
    expect([a?.evaluate("p/limit", {}), b?.evaluate("p/limit", {})]).toEqual([1, 2]);
  });

  test("a builtin that aims does not have is named", async () => {
    const rego = await loadRegoCompiler();
    const compiled = rego.compile({
      modules: { "a.rego": "package a\n\nx := crypto.sha256(input.t)\n" },
      entrypoints: ["a/x"],
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    // The name stands in the module as text; another of the same length is one that no host has.
    const bytes = Buffer.from(
      Buffer.from(compiled.wasm).toString("latin1").replaceAll("crypto.sha256", "crypto.sha999"),
      "latin1",
    );
    const error: unknown = await loadPolicyInstance(bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "PolicyEvaluationError",
      message: "the policy calls the builtin crypto.sha999, which aims does not provide",
      builtin: "crypto.sha999",
    });
  });

  test.each([
    ["no module", new TextEncoder().encode("not wasm")],
    ["an empty module", Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
  ])("%s is refused", async (_name, bytes) => {
    await expect(loadPolicyInstance(bytes)).rejects.toThrow(PolicyEvaluationError);
  });

  test("malformed data is refused", async () => {
    await expect(loadPolicyInstance(wasm, { data: new TextEncoder().encode('{"a":}') })).rejects.toThrow(
      PolicyEvaluationError,
    );
    await expect(loadPolicyInstance(wasm, { data: [] })).rejects.toThrow("the data is not a JSON object");
  });
});

test("what opa-wasm's own evaluate gives is the same", () => {
  const sdk = createRequire(import.meta.url)("@open-policy-agent/opa-wasm") as {
    loadPolicySync(wasm: Uint8Array): {
      setData(data: object): void;
      evaluate(input: object, entrypoint: string): unknown;
    };
  };
  const other = sdk.loadPolicySync(wasm);
  other.setData({ limit: 184 });
  for (const [entrypoint, input] of [
    ["p/echo", { a: [{ b: "é" }, 1.5, true] }],
    ["p/limit", {}],
  ] as const) {
    expect([{ result: policy.evaluate(entrypoint, input) }]).toEqual(other.evaluate(input, entrypoint));
  }
});
