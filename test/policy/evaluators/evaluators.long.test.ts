import fc from "fast-check";
import { expect, test } from "vitest";
import { compareEvaluators } from "./compare.js";
import { expressionInput, regoExpression } from "./expressions.js";

test("random expressions have one value on both evaluators", async () => {
  const expressions = fc.sample(regoExpression({ order: false }), { seed: 42001, numRuns: 1000 });
  const { differences, evaluated } = await compareEvaluators([...new Set(expressions)], expressionInput);
  expect(differences).toEqual([]);
  expect(evaluated).toBeGreaterThan(400);
});
