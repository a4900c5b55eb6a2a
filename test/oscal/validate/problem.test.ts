import fc from "fast-check";
import { expect, test } from "vitest";
import { inPointerOrder, type OscalCode, type OscalProblem } from "../../../src/oscal/validate/problem.js";

function problem(pointer: string, code: OscalCode = "oscal-expect", message = ""): OscalProblem {
  return { pointer, code, severity: "error", origin: { kind: "schema", keyword: "" }, message };
}

test("problems stand in the order of their pointers, array indices as numbers, then of codes and messages", () => {
  const ordered = [
    problem(""),
    problem("/a"),
    problem("/a/2"),
    problem("/a/2/b", "oscal-expect", "first"),
    problem("/a/2/b", "oscal-expect", "second"),
    problem("/a/2/b", "oscal-matches", "first"),
    problem("/a/10"),
    problem("/a/x"),
    problem("/b"),
  ];
  expect(inPointerOrder([...ordered].reverse())).toEqual(ordered);
});

/** A text that sorts by its characters as a pointer does by its segments: indices before names, each as wide as the longest. */
function sortKey(pointer: string): string {
  const segments = pointer
    .split("/")
    .map((each) => (/^\d+$/.test(each) ? `0${each.padStart(4, "0")}${each}` : `1${each}`));
  return segments.join("\u0000");
}

test("the order is one and the same whatever the order before, and that of comparing two by two", () => {
  const segment = fc.constantFrom("0", "1", "9", "10", "1a", "01", "a", "b", "");
  const problems = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom<OscalCode[]>("oscal-expect", "oscal-matches"))
    .map(([segments, code]) => problem(segments.map((each) => `/${each}`).join(""), code));
  fc.assert(
    fc.property(fc.array(problems, { maxLength: 20 }), (all) => {
      const ordered = inPointerOrder(all);
      const keys = ordered.map(({ pointer, code }) => `${sortKey(pointer)}\u0000\u0000${code}`);
      expect(keys).toEqual([...keys].sort());
      expect(inPointerOrder([...all].reverse())).toEqual(ordered);
    }),
    { seed: 20261121 },
  );
});
