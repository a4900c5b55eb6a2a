import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGlob } from "../../../../src/oscal/resolve/import/glob.js";

const matching = (pattern: string, ...ids: string[]): string[] => ids.filter((id) => readGlob(pattern).matches(id));

describe("a pattern", () => {
  it.each([
    ["ac-*", ["ac-1", "ac-2.1", "ac-"], ["au-1", "xac-1", "ac"]],
    ["?1", ["a1", "-1"], ["1", "ab1", "a12"]],
    ["*", ["", "a", "a.b"], []],
    ["a*b*c", ["abc", "axxbyyc", "abbcc"], ["ab", "acb", "abcd"]],
    ["[abc]1", ["a1", "c1"], ["d1", "1", "[abc]1"]],
    ["[a-c]?", ["a1", "cz"], ["d1", "A1"]],
    ["[!a-c]1", ["d1", "-1"], ["a1", "b1"]],
    ["[^a]1", ["b1", "^1"], ["a1"]],
    ["[]]x", ["]x"], ["x"]],
    ["[!]]x", ["ax"], ["]x"]],
    ["[a-]x", ["ax", "-x"], ["bx"]],
    ["[a", ["[a"], ["a"]],
    ["[*]", ["*"], ["a"]],
    ["ac.*", ["ac.1"], ["ac-1", "ac"]],
    ["^a", ["^a"], ["a", "a1"]],
    ["", [""], ["a"]],
  ])("%s", (pattern, yes, no) => {
    expect(matching(pattern, ...yes, ...no)).toEqual(yes);
  });

  it("without a wildcard is the only text that matches", () => {
    expect(readGlob("ac-1").literal).toBe("ac-1");
    expect(readGlob("ac-?").literal).toBeUndefined();
  });

  it("takes time that does not explode", () => {
    expect(readGlob("*a".repeat(50)).matches("a".repeat(5000) + "b")).toBe(false);
  });

  it("means what a regular expression would", () => {
    const expression = (pattern: string): RegExp =>
      new RegExp(`^${pattern.replace(/[.^]/g, "\\$&").replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`, "u");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "?", "^"), maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("a", "b", ".", "^"), maxLength: 12 }),
        (pattern, text) => {
          expect(readGlob(pattern).matches(text)).toBe(expression(pattern).test(text));
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
  });
});
