import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedWords, type WordRun } from "../../src/oscal/changed-words.js";

const cases: readonly [what: string, before: string, after: string, runs: readonly WordRun[]][] = [
  ["the same text", "keep logs", "keep logs", [{ kind: "same", text: "keep logs" }]],
  [
    "a word in place of another",
    "Keep all logs for at least one year.",
    "Keep all logs for at least two year.",
    [
      { kind: "same", text: "Keep all logs for at least " },
      { kind: "removed", text: "one " },
      { kind: "added", text: "two " },
      { kind: "same", text: "year." },
    ],
  ],
  [
    "words in between",
    "Keep logs.",
    "Keep all the logs.",
    [
      { kind: "same", text: "Keep " },
      { kind: "added", text: "all the " },
      { kind: "same", text: "logs." },
    ],
  ],
  [
    "a lone word between two changes is shown with them",
    "one two three",
    "four two five",
    [
      { kind: "removed", text: "one two three" },
      { kind: "added", text: "four two five" },
    ],
  ],
  ["a text from nothing", "", "new", [{ kind: "added", text: "new" }]],
];

describe("how a text changed", () => {
  test.each(cases)("%s", (_, before, after, runs) => {
    expect(changedWords(before, after)).toEqual(runs);
  });

  test("both texts can be read off the runs", () => {
    const text = fc.array(fc.constantFrom("a", "b", "the", "log", " ", "\n", "{{ insert: param, x }}"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(" "), b.join(" ")];
        const runs = changedWords(before, after);
        const without = (kind: WordRun["kind"]): string =>
          runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
        expect(runs.some(({ kind }) => kind !== "same")).toBe(before !== after);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("texts too long to be compared word by word are one replacement between what is alike at their ends", () => {
    const words = (word: string): string => `same ${`${word} `.repeat(3000)}end`;
    expect(changedWords(words("a"), words("b"))).toEqual([
      { kind: "same", text: "same " },
      { kind: "removed", text: "a ".repeat(3000) },
      { kind: "added", text: "b ".repeat(3000) },
      { kind: "same", text: "end" },
    ]);
  });
});
