import { describe, expect, test } from "vitest";
import { oneForEachCause } from "../../../src/oscal/validate/one-cause.js";
import type { ConstraintType, OscalCode, OscalProblem, ProblemOrigin } from "../../../src/oscal/validate/problem.js";

const problem = (pointer: string, code: OscalCode, origin: ProblemOrigin): OscalProblem => ({
  pointer,
  code,
  severity: "error",
  origin,
  message: code,
});
const schema = (pointer: string, code: OscalCode): OscalProblem =>
  problem(pointer, code, { kind: "schema", keyword: "x" });
const constraint = (pointer: string, type: ConstraintType): OscalProblem =>
  problem(pointer, codes[type], { kind: "constraint", type, id: "oscal-x" });
const reference = (pointer: string, rule: OscalCode = "reference-party"): OscalProblem =>
  problem(pointer, rule, { kind: "aims", rule });

const codes: Readonly<Record<ConstraintType, OscalCode>> = {
  "allowed-values": "oscal-allowed-values",
  expect: "oscal-expect",
  "has-cardinality": "oscal-cardinality",
  index: "oscal-index-duplicate",
  "index-has-key": "oscal-index-missing-key",
  "is-unique": "oscal-not-unique",
  matches: "oscal-matches",
};

const uuid = "/catalog/uuid";
const everything = { schema: [], constraints: [], references: [] };

describe("of problems with one cause, one is kept", () => {
  test("a value that the schema has refused is asked nothing more, nor what it holds", () => {
    const wrong = schema(uuid, "oscal-wrong-form");
    expect(
      oneForEachCause({
        schema: [wrong],
        constraints: [constraint(uuid, "matches"), constraint(`${uuid}/a`, "expect")],
        references: [reference(uuid)],
      }),
    ).toEqual([wrong]);
  });

  test("a key lacks a part that the schema misses", () => {
    const missing = schema("/catalog", "oscal-missing-property");
    const expected = constraint("/catalog", "expect");
    expect(
      oneForEachCause({
        ...everything,
        schema: [missing],
        constraints: [constraint("/catalog", "is-unique"), expected],
      }),
    ).toEqual([missing, expected]);
  });

  test("a constraint and a reference rule that say the same", () => {
    const missing = constraint(uuid, "index-has-key");
    expect(oneForEachCause({ ...everything, constraints: [missing], references: [reference(uuid)] })).toEqual([
      missing,
    ]);
    const repeated = constraint(uuid, "is-unique");
    expect(
      oneForEachCause({ ...everything, constraints: [repeated], references: [reference(uuid, "duplicate-uuid")] }),
    ).toEqual([repeated]);
  });
});

test("problems of other places, and of other kinds at one place, all stay", () => {
  const all = {
    schema: [schema(uuid, "oscal-missing-property")],
    constraints: [constraint(`${uuid}x`, "matches"), constraint("/catalog", "index-has-key")],
    references: [reference(uuid), reference("/catalog", "duplicate-uuid")],
  };
  expect(oneForEachCause(all)).toEqual([...all.schema, ...all.constraints, ...all.references]);
});
