import { describe, expect, test } from "vitest";

import { parseRegoText, writeJson } from "../../../src/policy/builtins/rego/text.js";
import { loadRegoCompiler } from "../../../src/policy/compiler/rego-compiler.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import { callInput } from "./call.js";
import { arithmeticCalls, integerCalls, numberSpellings, toNumberCalls } from "./calls-numbers.js";
import { sprintfCalls, sprintfExpressions } from "./calls-sprintf.js";
import { encodingCalls, jsonCalls, networkCalls, regexCalls, semverCalls } from "./calls-text.js";
import { timeCalls } from "./calls-time.js";
import {
  jsonPatchExpressions,
  numberCalls,
  objectExpressions,
  stringExpressions,
  valueExpressions,
} from "./calls-values.js";
import { compareCalls, compareExpressions, expectAgreement, valuesInOpa } from "./differential.js";

function isJson(printed: string | null): boolean {
  try {
    if (printed !== null) writeJson(parseRegoText(printed));
    return true;
  } catch {
    return false;
  }
}

describe("host builtins give what OPA's own evaluator gives", () => {
  test.each([
    ["sprintf", sprintfCalls, false],
    ["time", timeCalls, true],
    ["semver", semverCalls, true],
    ["regex", regexCalls, true],
    ["numbers and units", numberCalls, true],
    ["encodings, digests, identifiers", encodingCalls, true],
    ["arithmetic", arithmeticCalls, true],
    ["integers, bits and indices", integerCalls, true],
    ["texts to numbers", toNumberCalls, true],
    ["JSON and base64", jsonCalls, true],
    ["networks", networkCalls, true],
  ] as const)("%s", async (_name, table, undefinedToo) => {
    expectAgreement(await compareCalls(table), undefinedToo);
  });

  test("numbers, sets, objects and texts where JSON says less than Rego", async () => {
    expectAgreement(await compareExpressions([...numberSpellings, ...valueExpressions], callInput));
  });
});

describe("host builtins give what OPA's own evaluator gives for what JSON cannot carry", () => {
  test.each([
    ["sprintf of sets, keys of any kind, and odd argument lists", sprintfExpressions, true],
    ["object.subset", objectExpressions, true],
    ["strings", stringExpressions, true],
  ] as const)("%s", async (_name, table, undefinedToo) => {
    expectAgreement(await compareExpressions(table, callInput), undefinedToo);
  });

  // A set, or a key that is not a string, cannot come back from the host: that is an error, and never another value.
  test("json.patch, as far as its results are JSON", async () => {
    const values = await valuesInOpa(jsonPatchExpressions, callInput);
    const [comparable, others] = [true, false].map((json) =>
      jsonPatchExpressions.filter((_, i) => isJson(values[i] ?? null) === json),
    ) as [string[], string[]];
    expectAgreement(await compareExpressions(comparable, callInput));
    expect(others.length).toBeGreaterThan(10);
    const rego = await loadRegoCompiler();
    const rules = others.map((expression, i) => `p${String(i)} := ${expression}\n`).join("\n");
    const entrypoints = others.map((_, i) => `a/p${String(i)}`);
    const compiled = rego.compile({ modules: { "a.rego": `package a\n\n${rules}` }, entrypoints });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    const policy = await loadPolicyInstance(compiled.wasm);
    for (const entrypoint of entrypoints) {
      expect(() => policy.evaluate(entrypoint, callInput)).toThrow(/^json\.patch: the result holds/u);
    }
  });
});
