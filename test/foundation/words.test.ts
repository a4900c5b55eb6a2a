import { describe, expect, it } from "vitest";
import { didYouMean, plural, quote } from "../../src/foundation/words.js";

describe("plural", () => {
  it.each([
    [0, "0 systems"],
    [1, "1 system"],
    [2, "2 systems"],
    [21, "21 systems"],
  ])("of %d", (count, words) => {
    expect(plural(count, "system")).toBe(words);
  });
});

describe("quote", () => {
  it("puts a text in quotation marks and keeps it on one line", () => {
    expect([quote("a"), quote(""), quote('a "b"\n\\c'), quote("ä")]).toEqual([
      '"a"',
      '""',
      '"a \\"b\\"\\n\\\\c"',
      '"ä"',
    ]);
  });
});

describe("didYouMean", () => {
  it("asks where there is a guess, and says the sentence where there is none", () => {
    expect(didYouMean("system", "Write a kind.")).toBe('Did you mean "system"?');
    expect(didYouMean(undefined, "Write a kind.")).toBe("Write a kind.");
  });
});
