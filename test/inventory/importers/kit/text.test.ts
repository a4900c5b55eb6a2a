import { describe, expect, it } from "vitest";
import { cut, words, type Repairs } from "../../../../src/inventory/importers/kit/text.js";

const repairs: Repairs = [
  [/(?<=\s)ñ(?=\s)/g, "-"],
  [/(?<=[a-z])í(?=s\b)/g, "'"],
  [/(?<=\))ý/g, " "],
];

describe("words", () => {
  it.each([
    ["a) Yes", "yes"],
    ["b)  b)  Pilot – The use case", "pilot the use case"],
    ["a) Pre-deployment ñ The use case.", "pre deployment the use case"],
    ["the agencyís prior yearís inventory", "the agency's prior year's inventory"],
    ["a)ÝPurchased from a vendor", "purchased from a vendor"],
    ["In\u2011progress", "in progress"],
    ["Health & Medical", "health and medical"],
    ["comments\nfrom the\u00a0public ", "comments from the public"],
    ['prohibited by law"', "prohibited by law"],
  ])("%j -> %j", (text, expected) => {
    expect(words(text, repairs)).toBe(expected);
  });

  it("leaves what is right alone where nothing is to be repaired", () => {
    expect(words("El país ñ es")).toBe("el país ñ es");
  });

  it("does not look into long texts", () => {
    const text = `a) ${"-".repeat(998)}`;
    expect(words(text)).toBe(text);
  });
});

describe("cut", () => {
  it("counts characters, not code units, and says with an ellipsis that something is missing", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
    expect(cut("😀😀😀", 3)).toBe("😀😀😀");
    expect(cut("😀😀😀😀", 3)).toBe("😀😀…");
  });
});
