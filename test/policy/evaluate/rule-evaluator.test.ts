import { beforeAll, describe, expect, test } from "vitest";

import type { EntryRule } from "../../../src/policy/rules/entry-modules.js";
import { createInProcessEvaluator } from "../../../src/policy/in-process-evaluator.js";
import { loadPolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import type { PolicyInstance } from "../../../src/policy/evaluate/policy-instance.js";
import { evaluateSubject } from "../../../src/policy/evaluate/rule-evaluator.js";
import { ruleOutcome } from "../../../src/policy/evaluate/rule-output.js";
import { compileRules, jsonBytes } from "./compile.js";

const ITEM = '{"message": sprintf("%s of %d", [input.system.name, data.params.limit]), "at": "/system/name"}';

const BODIES = {
  good: `applicable if input.system.name\n\nviolation contains ${ITEM} if input.system.bad\n\nobserved contains ${ITEM} if not input.system.bad`,
  silent: 'missing contains {"message": "m", "at": ""} if input.system.never',
  conflict:
    'x := 1 if input.system.name\n\nx := 2 if input.system.conflict\n\nobserved contains {"message": sprintf("%d", [x]), "at": ""}',
  not_a_set: 'violation := "everything"',
  list: 'violation := [{"message": "from a list", "at": "/a"}]',
  plain_text: 'violation contains "text only"',
  no_pointer: 'violation contains {"message": "m", "at": "system/name"}',
  several:
    'stale contains {"message": m, "at": at} if {\n\tsome m in ["c", "a", "b", "\uff5e", "😀"]\n\tsome at in ["/b", "", "/a"]\n}',
  no_message: 'violation contains {"at": ""}',
  blank_message: 'violation contains {"message": " ", "at": ""}',
  number_message: 'violation contains {"message": 5, "at": ""}',
  not_boolean: 'applicable := "yes"\n\nviolation contains {"message": "m", "at": ""} if false',
  surplus: 'pending contains {"message": "m", "at": "", "extra": [1]}',
  reasoned: `applicable if input.system.bad

inapplicable contains {"message": "It is good.", "at": "/system/bad"} if not input.system.bad

observed contains ${ITEM}`,
  whole: `verdict := {"applicable": true, "stale": set(), "observed": {${ITEM}}}`,
  whole_elsewhere: `verdict := {"applicable": false, "inapplicable": {${ITEM}}}`,
  whole_misspelt: `verdict := {"violations": {${ITEM}}}`,
  whole_silent: `verdict := {"observed": {${ITEM}}} if input.system.never`,
  whole_no_object: "verdict := input.system.name",
  organization_rule: 'missing contains {"message": "o", "at": "/organization"}',
};

let instance: PolicyInstance;
let wasm: Uint8Array;
let rules: readonly EntryRule[];

beforeAll(async () => {
  ({ wasm, rules } = await compileRules(BODIES, { organization_rule: "organization" }));
  instance = await loadPolicyInstance(wasm, { data: { params: { limit: 5 } } });
});

const item = { message: "Chatbot of 5", at: "/system/name" };
const SHAPE = '; an item is {"message": text, "at": JSON pointer}';
const EXPECTED = [
  ["good", { output: { applicable: true, observed: [item] } }],
  ["silent", { output: {} }],
  ["conflict", { output: { observed: [{ message: "1", at: "" }] } }],
  ["not-a-set", { error: 'violation is "everything" instead of a set of items' }],
  ["list", { output: { violation: [{ message: "from a list", at: "/a" }] } }],
  ["plain-text", { error: `violation holds "text only"${SHAPE}` }],
  ["no-pointer", { error: `violation holds {"message":"m","at":"system/name"}${SHAPE}` }],
  [
    "several",
    {
      output: {
        stale: ["", "/a", "/b"].flatMap((at) => ["a", "b", "c", "\uff5e", "😀"].map((message) => ({ message, at }))),
      },
    },
  ],
  ["no-message", { error: `violation holds {"at":""}${SHAPE}` }],
  ["blank-message", { error: `violation holds {"message":" ","at":""}${SHAPE}` }],
  ["number-message", { error: `violation holds {"message":5,"at":""}${SHAPE}` }],
  ["not-boolean", { error: 'applicable is "yes" instead of true or false' }],
  ["surplus", { output: { pending: [{ message: "m", at: "" }] } }],
  [
    "reasoned",
    { output: { applicable: false, inapplicable: [{ message: "It is good.", at: "/system/bad" }], observed: [item] } },
  ],
  ["whole", { output: { applicable: true, observed: [item] } }],
  ["whole-elsewhere", { output: { applicable: false, inapplicable: [item] } }],
  [
    "whole-misspelt",
    {
      error:
        'the verdict has the key "violations"; its keys are applicable, inapplicable, violation, stale, missing, pending, observed',
    },
  ],
  ["whole-silent", { output: {} }],
  ["whole-no-object", { output: {} }],
];

describe("evaluateSubject", () => {
  test("gives what each rule says, in the order of the rules, and an error for any other shape", () => {
    expect([...evaluateSubject(instance, rules, "system", { system: { name: "Chatbot" } })]).toEqual(EXPECTED);
    expect([...evaluateSubject(instance, rules, "organization", {})]).toEqual([
      ["organization-rule", { output: { missing: [{ message: "o", at: "/organization" }] } }],
    ]);
  });

  test("a rule that throws spoils only itself", () => {
    const outcomes = evaluateSubject(instance, rules, "system", { system: { name: "Chatbot", conflict: true } });
    expect([...outcomes]).toEqual(
      EXPECTED.map(([rule, outcome]) =>
        rule === "conflict" ? [rule, { error: "rules/conflict.rego:5:1: var assignment conflict" }] : [rule, outcome],
      ),
    );
  });

  test("a rule that declares `applicable` and leaves it undefined does not apply", () => {
    const outcomes = evaluateSubject(instance, rules, "system", { system: { bad: true } });
    expect(outcomes.get("good")).toEqual({ output: { applicable: false } });
  });

  test.each([
    ["{} {}", "the input is not one well-formed JSON object"],
    ["null", "the input is not one well-formed JSON object"],
    ['{"a" 1}', "the input is not well-formed JSON"],
  ])("the input %j is an error of every rule", (text, error) => {
    const outcomes = evaluateSubject(instance, rules, "system", new TextEncoder().encode(text));
    expect([...outcomes]).toEqual(EXPECTED.map(([rule]) => [rule, { error }]));
  });
});

test("the evaluator on this thread gives the same, also after many throws", async () => {
  const evaluator = await createInProcessEvaluator({ modules: [{ wasm, data: { params: { limit: 5 } } }], rules });
  const inputs = Array.from({ length: 8 }, (_, i) => ({ system: { name: `S${String(i)}`, conflict: i !== 6 } }));
  const outcomes = await evaluator.evaluate("system", inputs.map(jsonBytes));
  const expected = inputs.map((input) => evaluateSubject(instance, rules, "system", input));
  expect(outcomes).toEqual(expected);
  expect(outcomes.map((outcome) => outcome.get("conflict")?.error !== undefined)).toEqual(
    inputs.map(({ system }) => system.conflict),
  );
  await evaluator.close();
});

test.each([
  [undefined, "the rule returned nothing instead of its sets"],
  [null, "the rule returned null instead of its sets"],
  [["x".repeat(200)], `the rule returned ["${"x".repeat(118)}… instead of its sets`],
])("an answer that is not an object is an error", (answer, error) => {
  expect(ruleOutcome(answer)).toEqual({ error });
});
