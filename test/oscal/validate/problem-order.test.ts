import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPointer, parsePointer } from "../../../src/source/pointer.js";
import { inDocumentOrder } from "../../../src/oscal/validate/problem.js";
import type { OscalCode, OscalProblem } from "../../../src/oscal/validate/problem.js";

const at = (pointer: string, code: OscalCode = "oscal-wrong-form"): OscalProblem => ({
  pointer,
  code,
  severity: "error",
  origin: { kind: "schema", keyword: "pattern" },
  message: code,
});

/** Pointers of everything in a tree, as a reader meets them. */
function pointersOf(value: unknown, segments: readonly (string | number)[] = []): string[] {
  const entries =
    typeof value === "object" && value !== null
      ? Array.isArray(value)
        ? [...(value as unknown[]).entries()]
        : Object.entries(value)
      : [];
  return [formatPointer(segments), ...entries.flatMap(([key, inner]) => pointersOf(inner, [...segments, key]))];
}

test("problems come in the order of the document, those of one place by code", () => {
  const document = { z: { b: 1, a: [{}, {}, {}] }, a: 2 };
  const pointers = ["/a", "/z/a/2", "/z/a/0", "/z/b", "/z", "/z/nowhere", "", "/z/a/1/x"];
  expect(
    inDocumentOrder([at("/a", "oscal-expect"), ...pointers.map((pointer) => at(pointer))], document).map(
      ({ pointer, code }) => [pointer, code],
    ),
  ).toEqual([
    ...["", "/z", "/z/b", "/z/a/0", "/z/a/1/x", "/z/a/2", "/z/nowhere"].map((pointer) => [pointer, "oscal-wrong-form"]),
    ["/a", "oscal-expect"],
    ["/a", "oscal-wrong-form"],
  ]);
});

test("the order is that of a walk through any tree", () => {
  const key = fc.constantFrom("a", "b", "c", "~/", "constructor", "__proto__x");
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.array(tie("node"), { maxLength: 12 }),
      fc.dictionary(key, tie("node")),
    ),
  })).node;
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.boolean()), (document, pick) => {
      const wanted = pointersOf(document).filter(() => pick.next().value === true);
      const shuffled = [...wanted].sort((a, b) => parsePointer(b).length - parsePointer(a).length || (a < b ? 1 : -1));
      expect(
        inDocumentOrder(
          shuffled.map((pointer) => at(pointer)),
          document,
        ).map(({ pointer }) => pointer),
      ).toEqual(wanted);
    }),
    { seed: 4, numRuns: 200 },
  );
});
