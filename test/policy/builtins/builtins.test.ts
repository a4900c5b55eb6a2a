import { describe, expect, test } from "vitest";

import { hostBuiltinNames } from "../../../src/policy/builtins/index.js";
import { projectText } from "../../support/project.js";
import { sprintfCalls } from "./calls-sprintf.js";
import { arithmeticCalls, integerCalls, toNumberCalls } from "./calls-numbers.js";
import { encodingCalls, jsonCalls, networkCalls, regexCalls, semverCalls } from "./calls-text.js";
import { timeCalls } from "./calls-time.js";
import { jsonPatchExpressions, numberCalls, objectExpressions, stringExpressions } from "./calls-values.js";

describe("host builtins", () => {
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
