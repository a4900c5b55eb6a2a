import { describe, expect, it } from "vitest";
import { problem, type ParameterFault } from "../../src/diagnostics/codes/scope.js";

describe("the words for a parameter's value", () => {
  it.each<[ParameterFault, string]>([
    [{ kind: "no-value" }, "has no value"],
    [{ kind: "several-values", count: 2 }, "has 2 values where one is wanted"],
    [{ kind: "no-number", value: "x", type: "days" }, 'is "x", which is not a whole number of days'],
    [{ kind: "no-number", value: "x", type: "integer" }, 'is "x", which is not a whole number of at least 0'],
    [{ kind: "no-choice", value: "x", choices: ["a", "b"] }, 'is "x"; it has to be one of a, b'],
    [{ kind: "no-day", value: "x" }, 'is "x", which is not a day of the form YYYY-MM-DD'],
    [{ kind: "unknown-type", type: "x" }, 'is declared with the unknown value type "x"'],
    [
      { kind: "bad-bound", bound: "minimum", limit: "x" },
      'is declared with the minimum "x", which is not a whole number',
    ],
    [
      { kind: "out-of-bounds", value: "9", bound: "minimum", limit: "10" },
      "is 9, which is less than the minimum 10 that its control declares",
    ],
    [
      { kind: "out-of-bounds", value: "21", bound: "maximum", limit: "20" },
      "is 21, which is more than the maximum 20 that its control declares",
    ],
  ])("of %o", (fault, words) => {
    expect(problem("parameter-value", { file: "a.json", line: 1, column: 2 }, { parameter: "limit", fault })).toEqual({
      code: "parameter-value",
      severity: "error",
      message: `The parameter "limit" ${words}.`,
      file: "a.json",
      line: 1,
      column: 2,
      fix: "Set a value of the declared type.",
    });
  });

  it("name both places of two declarations, by files that what prints them can rename", () => {
    const place = { file: "b.json", line: 3 } as const;
    const told = {
      parameter: "limit",
      here: { ...place, type: "days" },
      earlier: { file: "a.json", line: 1, type: undefined },
    };
    expect(problem("parameter-type-clash", place, told)).toMatchObject({
      message:
        'The parameter "limit" is declared as days here (b.json:3) and without a value-type in a.json:1: rules that read it could not tell which is meant.',
      mentions: ["b.json", "a.json"],
    });
  });
});
