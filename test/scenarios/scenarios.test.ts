import { describe, expect, it } from "vitest";
import { matches, playScenarios } from "./scenario.js";

describe("scenarios of the command line", () => {
  playScenarios("others");
});

describe("expected output", () => {
  it("is compared line by line, with ... for any lines", () => {
    expect(matches("a\nb\nc\n", "a\nb\nc\n")).toBe(true);
    expect(matches("a\nb\nc\n", "a\n...\nc\n")).toBe(true);
    expect(matches("a\nc\n", "a\n...\nc\n")).toBe(true);
    expect(matches("a\nb\nc\n", "a\nc\n")).toBe(false);
    expect(matches("a.c\n", "abc\n")).toBe(false);
    expect(matches("abc\n", "a.c\n")).toBe(false);
    expect(matches("a\nb\n", "a\n")).toBe(false);
  });
});
