import { describe, expect, it } from "vitest";
import { progressOn } from "../../src/cli/print/progress.js";
import { nodeHost } from "../../src/runs/host.js";

/** What a terminal got on standard error while words came at these milliseconds. */
function written(interactive: boolean, steps: readonly (readonly [at: number, words: string])[]): string {
  let [text, time] = ["", 0];
  const terminal = {
    out: (words: string) => expect.fail(`to standard output: ${words}`),
    err: (words: string) => void (text += words),
    host: nodeHost("/nowhere", {}),
    color: false,
    interactive,
    env: {},
  };
  const { show, end } = progressOn(terminal, () => time);
  for (const [at, words] of steps) {
    time = at;
    show(words);
  }
  end();
  return text;
}

describe("progress", () => {
  const steps = [
    [10, "1 subject"],
    [1001, "64 subjects"],
    [1100, "65 subjects"],
    [1300, "9 left"],
  ] as const;

  it("begins after a second, comes now and then, and is taken away at the end", () => {
    expect(written(true, steps)).toBe(`\r64 subjects\r9 left     \r${" ".repeat(6)}\r`);
  });

  it("says nothing in a short run, and nothing where nobody watches", () => {
    expect(written(true, steps.slice(0, 1))).toBe("");
    expect(written(false, steps)).toBe("");
  });
});
