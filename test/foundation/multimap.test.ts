import { describe, expect, it } from "vitest";
import { addTo } from "../../src/foundation/multimap.js";

describe("addTo", () => {
  it("keeps keys and values in the order in which they come", () => {
    const lists = new Map<string, number[]>();
    addTo(lists, "b", 1);
    addTo(lists, "a", 2);
    addTo(lists, "b", 1);
    addTo(lists, "__proto__", 3);
    expect([...lists]).toEqual([
      ["b", [1, 1]],
      ["a", [2]],
      ["__proto__", [3]],
    ]);
  });

  it("adds to the list that is there", () => {
    const list = [1];
    addTo(new Map([["a", list]]), "a", 2);
    expect(list).toEqual([1, 2]);
  });
});
