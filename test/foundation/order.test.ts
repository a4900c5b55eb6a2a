import { describe, expect, it } from "vitest";
import { by, byCodeUnit } from "../../src/foundation/order.js";

describe("byCodeUnit", () => {
  it("sorts by UTF-16 code units, as no locale does", () => {
    const sorted = ["", "10", "9", "B", "a", "ab", "ä", "\u{1f600}", "\uff61"];
    expect(sorted.toReversed().sort(byCodeUnit)).toEqual(sorted);
    expect(sorted.toReversed().sort(byCodeUnit)).toEqual([...sorted].sort());
  });

  it("treats equal texts as equal", () => {
    expect([byCodeUnit("a", "a"), byCodeUnit("a", "b"), byCodeUnit("b", "a")]).toEqual([0, -1, 1]);
  });
});

describe("by", () => {
  it("sorts by the text that each value has, and leaves equal ones in their order", () => {
    const values = [
      { id: "b", at: 1 },
      { id: "a", at: 2 },
      { id: "b", at: 3 },
      { id: "B", at: 4 },
    ];
    expect(values.sort(by(({ id }) => id)).map(({ at }) => at)).toEqual([4, 2, 1, 3]);
  });
});
