import { describe, expect, it } from "vitest";
import { isObject } from "../../src/foundation/json-value.js";

describe("isObject", () => {
  it("holds for the objects of a JSON document", () => {
    const values: unknown[] = [{}, { a: 1 }, Object.create(null), JSON.parse('{"__proto__": 1}')];
    expect(values.map(isObject)).toEqual(values.map(() => true));
  });

  it("does not hold for an array, null, text, number or boolean, nor for undefined", () => {
    const values: unknown[] = [[], [{}], null, "", "{}", 0, true, undefined];
    expect(values.map(isObject)).toEqual(values.map(() => false));
  });
});
