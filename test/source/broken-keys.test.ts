import { describe, expect, it } from "vitest";
import { readDescriptor } from "../../src/inventory/descriptors.js";
import { memoryReader } from "../../src/files/memory.js";
import { readYaml } from "../../src/source/yaml.js";
import { workspace } from "../../src/workspace/generated/settings-validator.js";
import { suppressions } from "../../src/workspace/generated/suppressions-validator.js";
import { readRecord } from "../../src/workspace/record.js";

/** Place, message and fix of each problem of a descriptor that goes on with the text. */
async function told(text: string): Promise<string[]> {
  const { document, diagnostics } = readYaml(`kind: system\nid: a\nname: A\n${text}\n`, "a.yaml")[0] ?? {
    diagnostics: [],
  };
  if (document === undefined) return diagnostics.map(({ message }) => message);
  const { diagnostics: problems } = await readDescriptor(document, new Map(), () =>
    Promise.resolve({ outside: true as const }),
  );
  return problems.map(({ line, column, code, message, fix = "" }) =>
    [`${String(line)}:${String(column)} ${code}`, message, fix].join(" | "),
  );
}

describe("a key without a value that the schema does not know", () => {
  it("is an unknown property with all that is known of it", async () => {
    const { document } = readYaml("kind: system\nid: a\nname: A\nloging:\n", "a.yaml")[0] ?? {};
    if (document === undefined) throw new Error("not YAML");
    const { diagnostics } = await readDescriptor(document, new Map(), () =>
      Promise.resolve({ outside: true as const }),
    );
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-property",
        severity: "error",
        message: '"loging" is not a property of this document.',
        line: 4,
        column: 1,
        pointer: "/loging",
        suggestion: "logging",
      },
    ]);
  });

  it.each([
    ["lifecycle: {stage:deployed}", '4:13 "stage:deployed" behind the colon. Write "stage: deployed".'],
    ["lifecycle: {stag:deployed}", '4:13 "stag:deployed" behind the colon. Write "stage: deployed".'],
    ["roles: {owner:{person:P}}", '4:16 "person:P" behind the colon. Write "person: P".'],
    ["roles: {ower: }", '4:9 "ower" Did you mean "owner"?'],
    ["? foo", '4:3 "foo" Known here'],
    [
      'logging: {enabled: "yes", retentionDays: 1,830}',
      '4:44 "830" a number ends at a comma. Write the number without commas: 1830.',
    ],
    [
      "roles: {owner: {person: Miller, Anna, unit: X}}",
      '4:33 "Anna" a text without quotes ends at a comma. quotes if the comma belongs to it: "Miller, Anna".',
    ],
    [
      'purpose: {problem: "Slow", costly, users: [A]}', //
      '4:28 "costly" Known here',
    ],
  ])("is named in %j", async (text, wanted) => {
    const [first = "", ...others] = await told(text);
    expect(others).toEqual([]);
    const [place = "", key = "", ...rest] = wanted.split(" ");
    expect(first).toContain(`${place} unknown-property | ${key} is not a property of`);
    const words = rest.join(" ");
    for (const each of words.split(/(?<=[.,]) (?=[A-Zq])/)) expect(first).toContain(each);
  });

  it("is told once where commas cut a text several times", async () => {
    expect(await told("purpose: {problem: Slow, costly, and boring, users: [A]}")).toEqual([
      '4:26 unknown-property | "costly" is not a property of "purpose": in brackets, a text without quotes ends at a comma. | Put the text in quotes if the comma belongs to it: "Slow, costly, and boring".',
    ]);
  });

  it("counts as left out where the schema knows it", async () => {
    expect(await told("logging:\nroles: {owner: }\nlabels: {team: }")).toEqual([]);
  });

  it("is held to the form of free keys", async () => {
    const [first = ""] = await told("labels: {team:red}");
    expect(first).toContain('4:10 wrong-key | "team:red" cannot be a key');
  });

  it("is named in settings and in suppressions", async () => {
    const problems = async (text: string, kind: "settings" | "suppressions"): Promise<unknown> => {
      const validator = kind === "settings" ? workspace : suppressions;
      const schema = kind === "settings" ? "workspace" : "suppressions";
      const reader = memoryReader(new Map([["/a.yaml", text]]));
      const { problems: found } = await readRecord({ file: "/a.yaml" }, { validator, schema, called: kind }, reader);
      return found.map(({ message, fix }) => [message, fix]);
    };
    expect(await problems("{profile:iso-42001-starter}\n", "settings")).toEqual([
      [
        '"profile:iso-42001-starter" is not a property of this document: a blank is missing behind the colon.',
        'Write "profile: iso-42001-starter".',
      ],
    ]);
    expect(await problems("profiles:\n", "settings")).toMatchObject([
      ['"profiles" is not a property of this document.', expect.stringContaining('Did you mean "profile"?')],
    ]);
    // The missing property is the one that the key holds, and is not told beside it.
    const entry = "suppressions:\n- {code:a, reason: r, owner: o, expires: 2030-01-01}\n";
    expect(await problems(entry, "suppressions")).toMatchObject([
      [expect.stringContaining('"code:a" is not a property of'), 'Write "code: a".'],
    ]);
  });
});
