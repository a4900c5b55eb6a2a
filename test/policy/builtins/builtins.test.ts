import { describe, expect, test } from "vitest";

import { hostBuiltinNames } from "../../../src/policy/builtins/index.js";
import { projectText } from "../../support/project.js";
import { sprintfCalls } from "./calls-sprintf.js";
import { arithmeticCalls, integerCalls, numberSpellings, toNumberCalls } from "./calls-numbers.js";
import { encodingCalls, jsonCalls, networkCalls, regexCalls, semverCalls } from "./calls-text.js";
import { timeCalls } from "./calls-time.js";
import {
  jsonPatchExpressions,
  numberCalls,
  objectExpressions,
  stringExpressions,
  valueExpressions,
} from "./calls-values.js";
import { callInput } from "./call.js";
import { compareCalls, compareExpressions, expectAgreement } from "./differential.js";

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

  test("the compiler has the same list", () => {
    const list = projectText("compiler/host_builtins.txt");
    expect(list.trim().split("\n")).toEqual([...hostBuiltinNames].sort());
  });

  test("every host builtin is in the tables", () => {
    const texts = [regexCalls, encodingCalls, jsonCalls, networkCalls];
    const numbers = [numberCalls, arithmeticCalls, integerCalls, toNumberCalls];
    const tables = [sprintfCalls, timeCalls, semverCalls, ...texts, ...numbers].flat();
    const expressions = [objectExpressions, stringExpressions, jsonPatchExpressions].flat().join("\n");
    const called = (name: string): boolean =>
      tables.some(([builtin]) => builtin === name) || expressions.includes(`${name}(`);
    expect(hostBuiltinNames.filter((name) => !called(name))).toEqual([]);
  });
});
