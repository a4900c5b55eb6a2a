import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/foundation/path-glob.js";

describe("matchesGlob", () => {
  it.each([
    ["a.json", "a.json", true],
    ["a.json", "*.json", true],
    ["a.json", "b.json", false],
    ["a.json", "?.json", true],
    ["ab.json", "?.json", false],
    ["x/a.json", "*.json", false],
    ["x/a.json", "**/*.json", true],
    ["a.json", "**/*.json", true],
    ["x/y/z/a.json", "x/**/a.json", true],
    ["x/a.json", "x/**/a.json", true],
    ["x/a.json", "x/**", true],
    ["y/a.json", "x/**", false],
    ["x/abc.b.json", "x/a*b*.json", true],
    ["x/abc.c.json", "x/a*d*.json", false],
    ["axjson", "a.json", false],
    ["", "", true],
    ["", "**", true],
    ["a", "", false],
  ])("%s fits %s: %s", (path, pattern, fits) => {
    expect(matchesGlob(path, pattern)).toBe(fits);
  });

  it("says the same as a regular expression", () => {
    const segment = fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 5 });
    const part = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "?"), maxLength: 5 }),
      fc.constant("**"),
    );
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        (path, glob) => {
          // The path with "/" behind each segment, so that "**" can be any number of them.
          const regex = glob.map((each) =>
            each === "**"
              ? "(?:[^/]*/)*"
              : `${each.replaceAll(".", "\\.").replaceAll("?", "[^/]").replace(/\*+/g, "[^/]*")}/`,
          );
          expect(matchesGlob(path.join("/"), glob.join("/"))).toBe(
            new RegExp(`^${regex.join("")}$`).test(path.map((each) => `${each}/`).join("")),
          );
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it("ends soon for a pattern of stars", () => {
    expect(matchesGlob(`${"a".repeat(5000)}b`, `${"*a".repeat(500)}*c`)).toBe(false);
    expect(matchesGlob("a/".repeat(500), `${"**/a/".repeat(100)}x`)).toBe(false);
  });
});
