import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matches, playScenario, readScenario } from "./scenario.js";

const folder = import.meta.dirname;

describe("scenarios of the command line", () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".scenario"))
    .sort();
  it.each(names)("%s", (name) => {
    const { actual, wanted } = playScenario(readScenario(join(folder, name), name));
    expect(actual).toEqual(wanted);
  });
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
