import fc from "fast-check";
import { expect, test } from "vitest";
import { longestIncreasing } from "../../../src/oscal/diff/compare.js";

test("what stays in order when something is moved", () => {
  expect(longestIncreasing([])).toEqual([]);
  expect(longestIncreasing([0, 1, 2])).toEqual([0, 1, 2]);
  expect(longestIncreasing([3, 0, 1, 2])).toEqual([1, 2, 3]);
  expect(longestIncreasing([1, 2, 3, 0])).toEqual([0, 1, 2]);
  expect(longestIncreasing([2, 1, 0])).toEqual([2]);
});

/** Length of a longest increasing subsequence by the definition, in quadratic time. */
function lengthByDefinition(values: readonly number[]): number {
  const lengths: number[] = [];
  for (const [index, value] of values.entries()) {
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => (values[before] ?? 0) < value && before < index)));
  }
  return Math.max(0, ...lengths);
}

test("it is increasing, and none is longer", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 40 }), (values) => {
      const found = longestIncreasing(values).map((position) => values[position] ?? -1);
      expect(found.every((value, index) => index === 0 || (found[index - 1] ?? 0) < value)).toBe(true);
      expect(found).toHaveLength(lengthByDefinition(values));
    }),
    { seed: 7, numRuns: 300 },
  );
});
