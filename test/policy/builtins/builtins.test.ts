import { describe, expect, test } from "vitest";

import { hostBuiltinNames } from "../../../src/policy/builtins/index.js";
import { callInput } from "./call.js";
import { sprintfCalls, sprintfExpressions } from "./calls-sprintf.js";
import { encodingCalls, regexCalls, semverCalls } from "./calls-text.js";
import { timeCalls } from "./calls-time.js";
import {
  graphExpressions,
  jsonPatchCalls,
  jsonPatchExpressions,
  numberCalls,
  objectExpressions,
  stringExpressions,
} from "./calls-values.js";
import { compareCalls, compareExpressions } from "./differential.js";
import type { Comparison } from "./differential.js";

/** Both evaluators agree on every call, and the table has cases that are defined and (unless told) some that are not. */
function expectAgreement(comparisons: readonly Comparison[], undefinedToo = true): void {
  expect(comparisons.filter(({ opa, wasm }) => opa !== wasm)).toEqual([]);
  expect(comparisons.some(({ opa }) => opa !== null)).toBe(true);
  expect(comparisons.some(({ opa }) => opa === null)).toBe(undefinedToo);
}

describe("host builtins give what OPA's own evaluator gives", () => {
  test.each([
    ["sprintf", sprintfCalls, false],
    ["time", timeCalls, true],
    ["semver", semverCalls, true],
    ["regex", regexCalls, true],
    ["json.patch", jsonPatchCalls, true],
    ["numbers and units", numberCalls, true],
    ["encodings, digests, identifiers", encodingCalls, true],
  ] as const)("%s", async (_name, table, undefinedToo) => {
    expectAgreement(await compareCalls(table), undefinedToo);
  });

  test.each([
    ["sprintf of sets, keys of any kind, and odd argument lists", sprintfExpressions, true],
    ["object.subset", objectExpressions, true],
    ["strings", stringExpressions, true],
    ["json.patch on sets", jsonPatchExpressions, true],
    ["graph.reachable_paths", graphExpressions, false],
  ] as const)("%s", async (_name, table, undefinedToo) => {
    expectAgreement(await compareExpressions(table, callInput), undefinedToo);
  });

  test("every host builtin is in the tables", () => {
    const tables = [
      ...[sprintfCalls, timeCalls, semverCalls, regexCalls, jsonPatchCalls],
      ...[numberCalls, encodingCalls],
    ].flat();
    const expressions = [objectExpressions, stringExpressions, graphExpressions].flat().join("\n");
    const called = (name: string): boolean =>
      tables.some(([builtin]) => builtin === name) || expressions.includes(`${name}(`);
    expect(hostBuiltinNames.map((name) => name.replace("aims.", "")).filter((name) => !called(name))).toEqual([]);
  });
});
