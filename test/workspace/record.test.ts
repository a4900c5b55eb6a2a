import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/diagnostics/diagnostic.js";
import { memoryReader } from "../../src/files/memory.js";
import type { InputFile } from "../../src/files/read.js";
import { suppressions } from "../../src/workspace/generated/suppressions-validator.js";
import type { Workspace as Settings } from "../../src/workspace/generated/settings.js";
import { workspace } from "../../src/workspace/generated/settings-validator.js";
import { readRecord, type KeptRecord, type RecordKind } from "../../src/workspace/record.js";

const file = "/ws/aims.yaml";
const settings: RecordKind = { validator: workspace, schema: "workspace", called: "settings" };

async function read(
  text: string | undefined,
  kind = settings,
  more: Partial<InputFile> = {},
): Promise<Reading<KeptRecord<Settings>>> {
  const reader = memoryReader(text === undefined ? new Map() : new Map([[file, text]]));
  return readRecord<Settings>({ file, ...more }, kind, reader);
}

describe("readRecord", () => {
  it("gives the value of one document without its blanks, and where it stands", async () => {
    const { value, problems } = await read("# ours\nprofile: own\norganization:\nsystems: [a.yaml]\n");
    expect(problems).toEqual([]);
    expect(value).toEqual({ value: { profile: "own", systems: ["a.yaml"] }, source: value?.source });
    expect(value?.source.value).toEqual({ profile: "own", organization: null, systems: ["a.yaml"] });
    expect([value?.source.file, value?.source.locate("/systems/0")]).toEqual([file, { line: 4, column: 11 }]);
  });

  it("takes the first of two documents, and says where the second begins", async () => {
    const text = "profile: one\n---\nprofile: two\n---\nprofile: three\n";
    const second = {
      code: "second-document",
      severity: "error",
      message: "aims.yaml holds a second document.",
      file,
      column: 1,
      fix: "Write all settings into one document.",
    };
    const { value, problems } = await read(text);
    expect(value?.value).toEqual({ profile: "one" });
    expect(problems).toEqual([
      { ...second, line: 3 },
      { ...second, line: 5 },
    ]);
    const { problems: ofSuppressions } = await read("suppressions: []\n---\na: 1\n", {
      validator: suppressions,
      schema: "suppressions",
      called: "suppressions",
    });
    expect(ofSuppressions.map(({ code, message, line }) => [code, message, line])).toEqual([
      ["second-document", "A second document begins here; suppressions stand in one.", 3],
    ]);
  });

  it("gives no value where the document breaks its schema, and says everything that is wrong", async () => {
    expect(await read("profil: own\nrules: 1\n")).toEqual({
      problems: [
        {
          code: "unknown-property",
          severity: "error",
          message: '"profil" is not a property of this document.',
          file,
          line: 1,
          column: 1,
          pointer: "/profil",
          fix: 'Did you mean "profile"?',
          frame: "1 | profil: own\n  | ^",
          allowed: [
            "profile",
            "organization",
            "systems",
            "records",
            "rules",
            "imports",
            "overlays",
            "crosswalks",
            "packs",
            "vendor",
          ],
          suggestion: "profile",
        },
        {
          code: "wrong-type",
          severity: "error",
          message: '"rules" is a number, but has to be a list.',
          file,
          line: 2,
          column: 8,
          pointer: "/rules",
          fix: "Write a list, also for one entry.",
          frame: "1 | profil: own\n2 | rules: 1\n  |        ^",
          value: 1,
        },
      ],
    });
  });

  it.each(["", "\n  \n", "# nothing but words\n", "~\n"])("says that %j is empty", async (text) => {
    expect(await read(text)).toEqual({
      problems: [
        {
          code: "empty-file",
          severity: "error",
          message: "There is no YAML document here: the file is empty or holds comments only.",
          file,
          line: 1,
          column: 1,
          fix: "Write a document, or remove the file.",
        },
      ],
    });
  });

  it("takes blanks alone for a record that says nothing", async () => {
    expect((await read("profile:\nrules: ~\n")).value?.value).toEqual({});
  });

  it("says what is wrong with the syntax", async () => {
    const { value, problems } = await read("profile: [\n");
    expect([value, problems.map(({ code, line }) => [code, line])]).toEqual([undefined, [["yaml-syntax", 1]]]);
  });

  it("says that a file is not there", async () => {
    expect(await read(undefined)).toEqual({
      problems: [
        {
          code: "unreadable-file",
          severity: "error",
          message: "There is no such file.",
          file,
          fix: "Check the spelling of the path.",
        },
      ],
    });
  });

  it("does not open a file that lies outside", async () => {
    const { value, problems } = await read("profile: own\n", settings, { outside: true });
    expect([value, problems.map(({ code }) => code)]).toEqual([undefined, ["path-outside-workspace"]]);
  });
});
