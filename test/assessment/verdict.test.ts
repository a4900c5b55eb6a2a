import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictStates, worstState } from "../../src/assessment/verdict.js";

describe("combining states", () => {
  it("takes the worst", () => {
    expect(worstState(["satisfied", "partial", "no-evidence", "satisfied"])).toBe("no-evidence");
    expect(worstState(["satisfied", "not-applicable"])).toBe("satisfied");
    expect(worstState([])).toBeUndefined();
  });

  it("does not depend on order or repetition", () => {
    const states = fc.array(fc.constantFrom(...verdictStates), { minLength: 1 });
    fc.assert(
      fc.property(states, states, (a, b) => {
        const parts = [worstState(a), worstState(b)].filter((state) => state !== undefined);
        expect(worstState([...b, ...a, ...a])).toBe(worstState(parts));
      }),
    );
  });
});
