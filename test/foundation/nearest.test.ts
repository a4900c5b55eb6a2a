import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/foundation/nearest.js";

const words = ["assess", "import", "rules", "validate"];

describe("nearest", () => {
  it.each([
    ["asess", "assess"],
    ["assses", "assess"],
    ["improt", "import"],
    ["VALIDATE", "validate"],
    ["rule", "rules"],
    ["exam", undefined],
    ["", undefined],
    ["a".repeat(101), undefined],
  ])("takes %j for %j", (word, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });

  it("finds nothing where a third of the word is not enough", () => {
    expect(nearest("abcdef", ["abcxyz"])).toBeUndefined();
    expect(nearest("abcdef", ["abcdxy"])).toBe("abcdxy");
  });

  it("counts a swap of neighbours as one slip", () => {
    expect(nearest("ab", ["ba", "xy"])).toBe("ba");
  });

  it("does not depend on the order of the candidates", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (wanted, candidates) => {
        const guess = nearest(wanted, candidates);
        expect(nearest(wanted, [...candidates].reverse())).toBe(guess);
        expect(nearest(wanted, [...candidates].sort())).toBe(guess);
      }),
    );
  });

  it("finds every candidate again after one slip", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 3, maxLength: 12 }),
        fc.nat(),
        (candidate, at) => {
          const index = at % candidate.length;
          const slip = `${candidate.slice(0, index)}-${candidate.slice(index + 1)}`;
          expect(nearest(slip, [candidate])).toBe(candidate);
        },
      ),
    );
  });
});
