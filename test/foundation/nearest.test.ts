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

  it("takes a candidate up to a third of the word away, and none beyond", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 4 }), (wanted, candidates) => {
        const distances = candidates.map((each) => distance(wanted, each));
        const least = Math.min(...distances);
        const near = candidates.filter((_, index) => distances[index] === least).sort();
        // One that begins as the word does goes before the others.
        const best = near.find((each) => wanted.startsWith(each.charAt(0))) ?? near[0];
        expect(nearest(wanted, candidates)).toBe(
          least <= Math.max(1, Math.floor(wanted.length / 3)) ? best : undefined,
        );
      }),
    );
  });
});

/** The distance as it is defined, by recursion over the starts of both words. */
function distance(a: string, b: string, known = new Map<string, number>()): number {
  const key = `${String(a.length)} ${String(b.length)}`;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  const result =
    known.get(key) ??
    (a === "" || b === ""
      ? a.length + b.length
      : Math.min(
          distance(x, b, known) + 1,
          distance(a, y, known) + 1,
          distance(x, y, known) + (a.at(-1) === b.at(-1) ? 0 : 1),
          swapped ? distance(a.slice(0, -2), b.slice(0, -2), known) + 1 : Infinity,
        ));
  known.set(key, result);
  return result;
}
