import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import {
  readDescriptor,
  type DescriptorResult,
  type EvidenceLook,
  type UsedIds,
} from "../../src/inventory/descriptors.js";
import { readYaml } from "../../src/source/yaml.js";

const nowhere: EvidenceLook = (path) => Promise.resolve({ error: new Error(`Nobody asks for ${path}.`) });

/** Reads each document of a YAML text as a descriptor. */
async function read(
  text: string,
  { file = "a.yaml", used = new Map() as UsedIds, look = nowhere } = {},
): Promise<DescriptorResult[]> {
  const results = [];
  for (const { document, diagnostics } of readYaml(text, file)) {
    if (!document) throw new Error(JSON.stringify(diagnostics));
    results.push(await readDescriptor(document, used, look));
  }
  return results;
}

/** The diagnostics of one YAML document that is not accepted. */
async function problems(text: string): Promise<readonly Diagnostic[]> {
  const results = await read(text);
  expect(results.map(({ subject }) => subject)).toEqual([undefined]);
  return results.flatMap(({ diagnostics }) => diagnostics);
}

const head = "kind: system\nid: bot\nname: Bot\n";

describe("a descriptor", () => {
  it("of a system needs kind, id and name", async () => {
    const [result, ...others] = await read(head);
    expect(others).toEqual([]);
    expect(result).toEqual({
      subject: {
        kind: "system",
        descriptor: { kind: "system", id: "bot", name: "Bot" },
        source: result?.subject?.source,
        evidence: [],
      },
      diagnostics: [],
    });
    expect(result?.subject?.source.locate("/name")).toEqual({ line: 3, column: 7 });
  });

  it("of the organization needs the same", async () => {
    const [result] = await read("kind: organization\nid: bank\nname: Bank\n");
    expect(result).toEqual({
      subject: {
        kind: "organization",
        descriptor: { kind: "organization", id: "bank", name: "Bank" },
        source: result?.subject?.source,
        evidence: [],
        decisions: [],
      },
      diagnostics: [],
    });
  });

  it("loses keys without a value at any depth, and keeps unknown, no and false answers", async () => {
    const [result] = await read(`${head}description:
lifecycle: ~
roles:
  owner:
    person:
    unit: Retail
decisions: {aboutPeople: unknown}
logging: {enabled: "no"}
practices:
  testing: {state: not-done, completedOn: }
`);
    expect(result?.diagnostics).toEqual([]);
    expect(result?.subject?.descriptor).toEqual({
      kind: "system",
      id: "bot",
      name: "Bot",
      roles: { owner: { unit: "Retail" } },
      decisions: { aboutPeople: "unknown" },
      logging: { enabled: "no" },
      practices: { testing: { state: "not-done" } },
    });
  });
});

describe("a descriptor is refused", () => {
  it("when its kind is unknown", async () => {
    expect(await problems("id: bot\nkind: sytem\n")).toEqual([
      {
        code: "unknown-kind",
        severity: "error",
        message: '"sytem" is not a kind of descriptor.',
        file: "a.yaml",
        line: 2,
        column: 7,
        pointer: "/kind",
        fix: 'Did you mean "system"?',
        frame: "1 | id: bot\n2 | kind: sytem\n  |       ^",
      },
    ]);
  });

  it.each([
    ["id: bot\n", 1, 1, "", 'The document does not say what it describes: "kind" is missing.'],
    ["id: bot\nkind:\n", 1, 1, "", 'The document does not say what it describes: "kind" is missing.'],
    ["kind: 7\n", 1, 7, "/kind", "7 is not a kind of descriptor."],
    ["kind: constructor\n", 1, 7, "/kind", '"constructor" is not a kind of descriptor.'],
  ])("when it says no kind: %j", async (text, line, column, pointer, message) => {
    expect(await problems(text)).toMatchObject([
      { code: "unknown-kind", line, column, pointer, message, fix: "Write kind: system or kind: organization." },
    ]);
  });

  it.each([
    ["hello\n", "text"],
    ["- kind: system\n", "a list"],
  ])("when it is no object: %j", async (text, type) => {
    const said = { code: "wrong-type", severity: "error", line: 1, column: 1, pointer: "" };
    expect(await problems(text)).toMatchObject([
      {
        ...said,
        message: `The descriptor is ${type}, but has to be an object.`,
        fix: "Write an object: properties with their values.",
      },
    ]);
  });

  it("when it has a property that nobody knows", async () => {
    expect(await problems(`${head}lifecylce:\n  stage: pilot\nroles:\n  owner:\n    persn: Ada\n`)).toEqual([
      {
        code: "unknown-property",
        severity: "error",
        message: '"lifecylce" is not a property of this document.',
        file: "a.yaml",
        line: 4,
        column: 1,
        pointer: "/lifecylce",
        fix: 'Did you mean "lifecycle"?',
        frame: "3 | name: Bot\n4 | lifecylce:\n  | ^",
        allowed: [
          ...["kind", "id", "name", "version", "description", "unit", "lifecycle", "scope", "inventory", "roles"],
          ...["purpose", "decisions", "risk", "regulatory", "impactAssessment", "practices", "deployment", "data"],
          ...["models", "code", "acquisition", "suppliers", "oversight", "monitoring", "logging", "incidents"],
          ...["changes", "information", "use", "customers", "evidence", "labels", "provenance", "aiRoles", "laws"],
          ...["development", "resources"],
        ],
        suggestion: "lifecycle",
      },
      {
        code: "unknown-property",
        severity: "error",
        message: '"persn" is not a property of "owner".',
        file: "a.yaml",
        line: 8,
        column: 5,
        pointer: "/roles/owner/persn",
        fix: 'Did you mean "person"?',
        frame: "7 |   owner:\n8 |     persn: Ada\n  |     ^",
        allowed: ["person", "unit", "contact", "since", "evidence"],
        suggestion: "person",
      },
    ]);
  });

  it("when an answer is not one of those that are allowed", async () => {
    expect(await problems(`${head}lifecycle: {stage: deploied}\n`)).toEqual([
      {
        code: "value-not-allowed",
        severity: "error",
        message: '"deploied" is not allowed for "stage".',
        file: "a.yaml",
        line: 4,
        column: 20,
        pointer: "/lifecycle/stage",
        fix: 'Did you mean "deployed"? Allowed: idea, development, pilot, deployed, retired, unknown.',
        frame: "3 | name: Bot\n4 | lifecycle: {stage: deploied}\n  |                    ^",
        value: "deploied",
        allowed: ["idea", "development", "pilot", "deployed", "retired", "unknown"],
        suggestion: "deployed",
      },
    ]);
  });

  it("when a bare year is a number", async () => {
    expect(await problems(`${head}lifecycle:\n  deployedOn: 2024\n`)).toEqual([
      {
        code: "wrong-type",
        severity: "error",
        message: '"deployedOn" is a number, but has to be text.',
        file: "a.yaml",
        line: 5,
        column: 15,
        pointer: "/lifecycle/deployedOn",
        fix: 'Put the value in quotes: "2024".',
        frame: "4 | lifecycle:\n5 |   deployedOn: 2024\n  |               ^",
        value: 2024,
      },
    ]);
  });

  it("when a day does not exist", async () => {
    expect(await problems(`${head}lifecycle:\n  deployedOn: 2026-02-30\n`)).toEqual([
      {
        code: "not-a-date",
        severity: "error",
        message: '"2026-02-30" is not a date for "deployedOn": 2026-02 has 28 days.',
        file: "a.yaml",
        line: 5,
        column: 15,
        pointer: "/lifecycle/deployedOn",
        fix: "Write YYYY-MM-DD, YYYY-MM or YYYY: a day that exists, with the precision that is known.",
        frame: "4 | lifecycle:\n5 |   deployedOn: 2026-02-30\n  |               ^",
        value: "2026-02-30",
      },
    ]);
  });

  it("when a required value is missing or blank", async () => {
    expect(await problems("kind: system\nid: bot\nname:\n")).toEqual([
      {
        code: "missing-property",
        severity: "error",
        message: '"name" is missing or blank in this document.',
        file: "a.yaml",
        line: 1,
        column: 1,
        pointer: "",
        fix: 'Add "name".',
        frame: "1 | kind: system\n  | ^",
      },
    ]);
  });

  it("when an entry of a list is blank: leaving it out would move the others", async () => {
    expect(await problems(`${head}suppliers:\n  -\n`)).toEqual([
      {
        code: "wrong-type",
        severity: "error",
        message: 'Entry 1 of "suppliers" is blank, but has to be an object.',
        file: "a.yaml",
        line: 5,
        column: 4,
        pointer: "/suppliers/0",
        fix: "Write an object: properties with their values (name, service, contract, responsibilities, pinnedVersion, assessment, rating).",
        frame: "4 | suppliers:\n5 |   -\n  |    ^",
        value: null,
      },
    ]);
  });

  it("when its id has been used, in whatever file and for whatever kind", async () => {
    const used: UsedIds = new Map();
    const results = [
      ...(await read(`# first\n${head}`, { used })),
      ...(await read("kind: organization\nid: other\nname: O\n---\nkind: organization\nid: bot\nname: B\n", {
        file: "b.yaml",
        used,
      })),
    ];
    expect(results.map(({ subject }) => subject?.descriptor.name)).toEqual(["Bot", "O", undefined]);
    expect(results[2]?.diagnostics).toEqual([
      {
        code: "duplicate-id",
        severity: "error",
        message: 'The id "bot" is used a second time; first in a.yaml:2.',
        file: "b.yaml",
        line: 6,
        column: 5,
        pointer: "/id",
        fix: "Give each descriptor of the workspace an id of its own.",
        frame: "5 | kind: organization\n6 | id: bot\n  |     ^",
        mentions: ["a.yaml"],
      },
    ]);
    expect(used).toEqual(
      new Map([
        ["bot", { file: "a.yaml", line: 2 }],
        ["other", { file: "b.yaml", line: 1 }],
      ]),
    );
  });

  it("and takes no id, so that the next document may have it", async () => {
    const results = await read(`${head}rolse: 1\n---\n${head}`);
    expect(results.map(({ subject, diagnostics }) => [subject?.descriptor.id, diagnostics.length])).toEqual([
      [undefined, 1],
      ["bot", 0],
    ]);
  });

  it("and everything that is wrong with it is reported at once", async () => {
    const codes = (
      await problems("kind: system\nid: 'a b'\nname: ''\nscope: {status: out}\nlabels: {'-x': y}\nrolse: 1\n")
    ).map(({ code, pointer }) => `${code} ${String(pointer)}`);
    expect(codes.sort()).toEqual([
      "blank-text /name",
      "unknown-property /rolse",
      "value-not-allowed /scope/status",
      "wrong-form /id",
      "wrong-key /labels/-x",
    ]);
  });
});
