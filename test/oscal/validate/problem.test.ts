import fc from "fast-check";
import { expect, test } from "vitest";
import { compareProblems, inPointerOrder, type OscalProblem } from "../../../src/oscal/validate/problem.js";

function problem(pointer: string, code = "oscal-expect", message = ""): OscalProblem {
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

test("the order is that of comparing them two by two", () => {
  const segment = fc.constantFrom("0", "1", "9", "10", "01", "a", "b", "");
  const problems = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom("one", "other"))
    .map(([segments, code]) => problem(segments.map((each) => `/${each}`).join(""), code));
  fc.assert(
    fc.property(fc.array(problems, { maxLength: 20 }), (all) => {
      expect(inPointerOrder(all)).toEqual([...all].sort(compareProblems));
    }),
    { seed: 20261121 },
  );
});
