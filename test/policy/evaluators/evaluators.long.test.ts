import { expect, test } from "vitest";
import { compareEvaluators } from "./compare.js";
import { expressionInput, randomExpressions } from "./expressions.js";

test("random expressions have one value on both evaluators", async () => {
  const expressions = randomExpressions(1000, 42001);
  const { differences, evaluated } = await compareEvaluators(expressions, expressionInput);
  expect(differences).toEqual([]);
  expect(evaluated).toBeGreaterThan(900);
});
