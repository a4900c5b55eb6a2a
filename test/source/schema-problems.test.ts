import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { limits } from "../../src/foundation/limits.js";
import { schemaDiagnostics } from "../../src/source/schema-problems.js";
import { readYaml } from "../../src/source/yaml.js";

const schema = {
  $id: "https://example.org/s.json",
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string", minLength: 1, pattern: "\\S" },
    id: { type: "string", pattern: "^[a-z]+$" },
    key: { type: "string", description: "A key: small letters and hyphens.", pattern: "^[a-z-]+$" },
    stage: { type: "string", enum: ["pilot", "deployed"] },
    answer: { type: "string", enum: ["yes", "no", "unknown"] },
    version: { const: 2 },
    count: { type: "integer", minimum: 0 },
    on: { type: "string", format: "partial-date" },
    owner: { $ref: "#/$defs/owner" },
    people: { type: "array", items: { $ref: "#/$defs/owner" } },
    list: { type: "array", items: { type: "object" } },
    labels: { type: "object", propertyNames: { pattern: "^[a-z]+$" }, additionalProperties: { type: "string" } },
  },
  $defs: {
    owner: {
      type: "object",
      additionalProperties: false,
      properties: { person: { type: "string" }, unit: { type: "string" } },
    },
  },
};
const ajv = new Ajv2020({ allErrors: true, formats: { "partial-date": /^\d{4}$/ } });
const validate = ajv.compile(schema);

function check(text: string): Diagnostic[] {
  const document = readYaml(text, "a.yaml")[0]?.document;
  if (!document) throw new Error("not YAML");
  validate(document.value);
  return schemaDiagnostics(validate.errors ?? [], document, { schema, entry: "" });
}

/** Code, place, message and fix of each problem, as they would be read. */
function words(text: string): string[] {
  return check(text).map(({ code, line, column, pointer, message, fix }) =>
    [`${code} ${String(line)}:${String(column)} ${String(pointer)}`, message, fix ?? ""].join(" | "),
  );
}

describe("schemaDiagnostics", () => {
  it("gives the whole diagnostic", () => {
    expect(check("name: x\nonwer: {}\n")).toEqual([
      {
        code: "unknown-property",
        severity: "error",
        message: '"onwer" is not a property of this document.',
        file: "a.yaml",
        line: 2,
        column: 1,
        pointer: "/onwer",
        fix: 'Did you mean "owner"?',
        allowed: [
          ...["name", "id", "key", "stage", "answer", "version", "count", "on", "owner", "people", "list", "labels"],
        ],
        suggestion: "owner",
        frame: "1 | name: x\n2 | onwer: {}\n  | ^",
      },
    ]);
  });

  it.each([
    ["id: a", ['missing-property 1:1  | "name" is missing or blank in this document. | Add "name".']],
    [
      "name: ''",
      [
        'blank-text 1:7 /name | "name" is an empty text. | Write something, or leave the key out: a blank means that nobody recorded anything.',
      ],
    ],
    [
      "name: '  '",
      [
        'blank-text 1:7 /name | "name" is an empty text. | Write something, or leave the key out: a blank means that nobody recorded anything.',
      ],
    ],
    [
      "name: n\nid: A B",
      ['wrong-form 2:5 /id | "A B" does not have the form that "id" has to have. | Write text of the form ^[a-z]+$.'],
    ],
    [
      "name: n\nid: AB",
      [
        'wrong-form 2:5 /id | "AB" does not have the form that "id" has to have. | Did you mean "ab"? Write text of the form ^[a-z]+$.',
      ],
    ],
    [
      "name: n\nkey: my bot",
      [
        'wrong-form 2:6 /key | "my bot" does not have the form that "key" has to have. | Did you mean "my-bot"? Write what the schema asks for: "A key: small letters and hyphens" (^[a-z-]+$).',
      ],
    ],
    [
      "name: n\nperson: x",
      [
        'unknown-property 2:1 /person | "person" is not a property of this document. | Move it to where it belongs, under "owner" or "people[]". Or did you mean "version"?',
      ],
    ],
    [
      "name: n\nunit: x",
      [
        'unknown-property 2:1 /unit | "unit" is not a property of this document. | Move it to where it belongs, under "owner" or "people[]".',
      ],
    ],
    [
      "name: n\nstage: deployd",
      [
        'value-not-allowed 2:8 /stage | "deployd" is not allowed for "stage". | Did you mean "deployed"? Allowed: pilot, deployed.',
      ],
    ],
    [
      "name: n\nanswer: on",
      [
        'value-not-allowed 2:9 /answer | "on" is not allowed for "answer". | Did you mean "yes"? Allowed: yes, no, unknown.',
      ],
    ],
    [
      "name: n\nanswer: false",
      [
        'value-not-allowed 2:9 /answer | false is not allowed for "answer". | Did you mean "no"? Allowed: yes, no, unknown. Each is a text, which false is not.',
      ],
    ],
    ["name: n\nstage: 3", ['value-not-allowed 2:8 /stage | 3 is not allowed for "stage". | Allowed: pilot, deployed.']],
    ["name: n\nversion: 1", ['value-not-allowed 2:10 /version | 1 is not allowed for "version". | Write 2.']],
    [
      "name: n\ncount: many",
      ['wrong-type 2:8 /count | "count" is text, but has to be a whole number. | Write a whole number.'],
    ],
    ["name: n\ncount: -1", ['schema-violation 2:8 /count | "count" must be >= 0. | ']],
    [
      "name: n\non: 2026",
      ['wrong-type 2:5 /on | "on" is a number, but has to be text. | Put the value in quotes: "2026".'],
    ],
    [
      "name: 1.10",
      ['wrong-type 1:7 /name | "name" is a number, but has to be text. | Put the value in quotes: "1.10".'],
    ],
    [
      "name: 0012",
      ['wrong-type 1:7 /name | "name" is a number, but has to be text. | Put the value in quotes: "0012".'],
    ],
    [
      'name: n\ncount: "12"',
      ['wrong-type 2:8 /count | "count" is text, but has to be a whole number. | Write it without quotes: 12.'],
    ],
    [
      "name: n\nanswer: 1",
      [
        'value-not-allowed 2:9 /answer | 1 is not allowed for "answer". | Did you mean "yes"? Allowed: yes, no, unknown.',
      ],
    ],
    [
      "name: n\nanswer: OFF",
      [
        'value-not-allowed 2:9 /answer | "OFF" is not allowed for "answer". | Did you mean "no"? Allowed: yes, no, unknown.',
      ],
    ],
    [
      "name: n\npersn: x",
      [
        'unknown-property 2:1 /persn | "persn" is not a property of this document. | Did you mean "person"? It belongs under "owner" or "people[]".',
      ],
    ],
    [
      "name: n\nowner: {count: 1}",
      [
        'unknown-property 2:9 /owner/count | "count" is not a property of "owner". | Move it to where it belongs, at the top level.',
      ],
    ],
    [
      "name: n\non: 2023-5-2",
      [
        'not-a-date 2:5 /on | "2023-5-2" is not a date for "on". | Did you mean "2023-05-02"? Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.',
      ],
    ],
    [
      "name: n\non: 5/2/2023",
      [
        'not-a-date 2:5 /on | "5/2/2023" is not a date for "on". | Did you mean "2023-02-05" or "2023-05-02"? Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.',
      ],
    ],
    [
      "name: n\non: 2023-02-30",
      [
        'not-a-date 2:5 /on | "2023-02-30" is not a date for "on": 2023-02 has 28 days. | Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.',
      ],
    ],
    [
      "name: n\non: soon",
      [
        'not-a-date 2:5 /on | "soon" is not a date for "on". | Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.',
      ],
    ],
    [
      "name: n\nowner: {persn: x}",
      ['unknown-property 2:9 /owner/persn | "persn" is not a property of "owner". | Did you mean "person"?'],
    ],
    [
      "name: n\nowner: {zzzzzz: x}",
      ['unknown-property 2:9 /owner/zzzzzz | "zzzzzz" is not a property of "owner". | Known here: person, unit.'],
    ],
    [
      "name: n\nowner: bob",
      [
        'wrong-type 2:8 /owner | "owner" is text, but has to be an object. | Write an object: { "person": "bob" }. Known there: person, unit.',
      ],
    ],
    [
      "name: n\nlist: {}",
      ['wrong-type 2:7 /list | "list" is an object, but has to be a list. | Write a list, also for one entry.'],
    ],
    [
      "name: n\nlist:\n  - {}\n  -",
      [
        'wrong-type 4:4 /list/1 | Entry 2 of "list" is blank, but has to be an object. | Write an object: properties with their values.',
      ],
    ],
    [
      "name: n\nlabels: {A: x}",
      ['wrong-key 2:10 /labels/A | "A" cannot be a key of "labels". | Write a key of the form ^[a-z]+$.'],
    ],
    [
      "name:n id:a",
      [
        "wrong-type 1:1  | This document is text, but has to be an object. | Write a blank behind the colon of each key.",
      ],
    ],
    [
      "name: n\nlist:\n  -a\n  -b",
      ['wrong-type 3:3 /list | "list" is text, but has to be a list. | Write a blank behind each "-".'],
    ],
    [
      "name: n\nlist: a",
      ['wrong-type 2:7 /list | "list" is text, but has to be a list. | Write a list, also for one entry: ["a"].'],
    ],
    [
      "- name",
      [
        "wrong-type 1:1  | This document is a list, but has to be an object. | Write an object: properties with their values (name, id, key, stage, answer, version, count, on, owner, people, list, labels).",
      ],
    ],
  ])("words %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("names the nearest of many places", () => {
    const leaf = { type: "object", properties: { note: { type: "string" } } };
    const inner = { a: leaf, b: { type: "object", properties: { c: leaf } } };
    const many = {
      type: "object",
      properties: {
        note: { type: "string" },
        x: {
          type: "object",
          additionalProperties: false,
          properties: { y: { type: "object", properties: inner }, z: leaf },
        },
        w: leaf,
      },
    };
    const document = readYaml("x:\n  note: 1\n", "a.yaml")[0]?.document;
    if (!document) throw new Error("not YAML");
    const validateMany = ajv.compile(many);
    validateMany(document.value);
    expect(schemaDiagnostics(validateMany.errors ?? [], document, { schema: many, entry: "" })).toMatchObject([
      { fix: 'Move it to where it belongs, for instance at the top level or under "x.z" or "x.y.a".' },
    ]);
  });

  it("shortens a long value and stops at the limit", () => {
    const [first] = check(`name: n\nstage: ${"x".repeat(500)}`);
    expect(first?.message).toBe(`"${"x".repeat(76)}... is not allowed for "stage".`);
    const many = Array.from({ length: 300 }, (_, index) => `unknown${String(index)}: 1\n`).join("");
    expect(check(`name: n\n${many}`)).toHaveLength(limits.diagnosticsPerFile);
  });

  it.each<[string, unknown, string]>([
    [
      "a text of a closed list that has it",
      { state: { enum: ["done"], type: "string" }, on: {} },
      '{ "state": "done" }. ',
    ],
    [
      "no text of another list",
      { state: { enum: ["ended"], type: "string" } },
      "properties with their values (state).",
    ],
    ["no id", { id: { type: "string" } }, "properties with their values (id)."],
    ["no date", { on: { type: "string", format: "partial-date" } }, "properties with their values (on)."],
    ["nothing but texts", { parts: { type: "array" } }, "properties with their values (parts)."],
  ])("suggests as the property of an object that a text stands for: %s", (_name, properties, fix) => {
    const practice = { type: "object", properties: { testing: { type: "object", properties } } };
    const document = readYaml("testing: done\n", "a.yaml")[0]?.document;
    if (!document) throw new Error("not YAML");
    const check = new Ajv2020({ allErrors: true, formats: { "partial-date": true } }).compile(practice);
    check(document.value);
    const [found] = schemaDiagnostics(check.errors ?? [], document, { schema: practice, entry: "" });
    expect(found?.fix?.startsWith(`Write an object: ${fix}`)).toBe(true);
  });

  it("finds no properties to suggest among those that every object has", () => {
    expect(words("name: n\ntoString: 1\nconstructor: 1")).toHaveLength(2);
  });
});
