import { expect, test } from "vitest";
import { fieldChangesOf, fieldsOf } from "../../../src/policy/mutants/field-changes.js";
import { judgeFields } from "../../../src/policy/fields.js";
import type { Rule } from "../../../src/policy/rule.js";

const schema = {
  $defs: { day: { type: "string", format: "partial-date" } },
  properties: {
    asOf: { type: "string" },
    stage: { type: "string", enum: ["idea", "deployed"] },
    days: { type: "integer" },
    people: { type: "array", items: { properties: { since: { $ref: "#/$defs/day" }, trained: { type: "boolean" } } } },
  },
};

test("each field is dropped, and has the other values of its type", () => {
  const input = { asOf: "2026-11-01", stage: "idea", days: 3, people: [{ since: "2026-02", trained: true }] };
  const changes = [...fieldChangesOf(input, fieldsOf(schema))].map(({ field, change }) => `${field} ${change}`);
  expect(changes).toEqual([
    "stage dropped",
    'stage to "deployed"',
    "days dropped",
    "days one more",
    "days one less",
    "people[].since dropped",
    "people[].since 20 years earlier",
    "people[].since 20 years later",
    "people[].trained dropped",
    "people[].trained to false",
  ]);
  const [, , , , , , earlier] = [...fieldChangesOf(input, fieldsOf(schema))];
  expect(earlier?.input).toEqual({ ...input, people: [{ since: "2006-02", trained: true }] });
});

test("a rule reads the fields whose change alters what it says about an input of its tests", async () => {
  const sources = {
    "named.rego": `package aims.rules.named

observed contains {"message": "There is a unit.", "at": "/system"} if input.system.unit

missing contains {"message": "There is none.", "at": "/system"} if not input.system.unit
`,
    "named_test.rego": `package aims.rules.named_test

import data.aims.rules.named

test_named if count(named.observed) == 1 with input.system as {"unit": "Sales", "version": "1"}
`,
  };
  const rule: Rule = {
    id: "named",
    package: "aims.rules.named",
    title: "Named",
    description: "Named.",
    subject: "system",
    controls: ["iso42001:A.3.2"],
    severity: "low",
    remediation: "Name it.",
    parameters: [],
    declares: ["missing", "observed"],
    file: "named.rego",
    row: 1,
  };
  const judged = await judgeFields(sources, [rule], { data: {}, timeLimitMs: 10_000 });
  expect(judged).toMatchObject({
    read: [{ field: "system.unit", rules: ["named"], unnoticed: ["another text"] }],
    unread: ["system.version"],
  });
});
