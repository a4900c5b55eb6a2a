import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeReader } from "../../src/files/reader.js";
import { findRuleFiles, readRuleData, unreadProblems } from "../../src/workspace/rule-files.js";
import { temporaryFolder, type Files } from "../support/folder.js";

async function found(files: Files, folders: readonly string[] = ["rules"]): ReturnType<typeof findRuleFiles> {
  return findRuleFiles(temporaryFolder(files), folders, nodeReader);
}

async function dataOf(files: Files, folders?: readonly string[]): Promise<unknown> {
  const { value, problems } = await readRuleData(await found(files, folders), nodeReader);
  return problems.length === 0
    ? value?.value
    : problems.map(({ code, message, file, line, column }) => ({
        code,
        message: message.replaceAll(/\/\S*\/(?=rules\/)/g, ""),
        at: [file?.replace(/.*\/rules\//, "rules/"), line, column].join(":"),
      }));
}

describe("the files in a folder of rules", () => {
  it("include a rule that by the name of its file is a test, with a warning", async () => {
    const text =
      "# METADATA\n# title: T\n# custom:\n#   id: penetration-test\n#   controls: [iso42001:A.4.2]\npackage p\n";
    const files = await found({ "rules/penetration_test.rego": text, "rules/real_test.rego": "package q\n" });
    expect(unreadProblems(files).map(({ code, message }) => [code, message])).toEqual([
      [
        "rule-file-unread",
        '"penetration_test.rego" declares a rule, but by its name it is a test: nothing asks the rule.',
      ],
    ]);
  });

  it("are Rego, data, what is not read though it looks like either, and the rest", async () => {
    const names = {
      "rules/a.rego": "",
      "rules/deep/b_test.rego": "",
      "rules/data.yaml": "",
      "rules/deep/data.json": "",
      "rules/README.md": "",
      "rules/notes.txt": "",
      "rules/logo.png": "",
      "rules/.manifest": "",
      "rules/.regal/config.yaml": "",
      "rules/C.REGO": "",
      "rules/d.rego.txt": "",
      "rules/e.rego~": "",
      "rules/Data.json": "",
      "rules/limits.yaml": "",
      "rules/table.csv": "",
    };
    const files = await found(names);
    expect(files.rules.map(({ name }) => name)).toEqual(["rules/a.rego", "rules/deep/b_test.rego"]);
    expect(files.data.map(({ name, below }) => [name, below])).toEqual([
      ["rules/data.yaml", []],
      ["rules/deep/data.json", ["deep"]],
    ]);
    expect(unreadProblems(files).map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", '"C.REGO" is not read: only the ending .rego is, in small letters and at the end.'],
      ["warning", '"Data.json" is not read: data beside rules is what data.json, data.yaml and data.yml hold.'],
      ["warning", '"d.rego.txt" is not read: only the ending .rego is, in small letters and at the end.'],
      ["warning", '"e.rego~" is not read: only the ending .rego is, in small letters and at the end.'],
      ["warning", '"limits.yaml" is not read: data beside rules is what data.json, data.yaml and data.yml hold.'],
      ["warning", '"table.csv" is not read: data beside rules is what data.json, data.yaml and data.yml hold.'],
    ]);
    expect(unreadProblems(files)[0]).toMatchObject({
      code: "rule-file-unread",
      fix: "Rename it to C.rego, or move it out of the folder of rules.",
    });
  });

  it("are not those behind a link to a folder, which is told", async () => {
    const folder = temporaryFolder({ "rules/a.rego": "", "shared/b.rego": "" });
    symlinkSync(join(folder, "shared"), join(folder, "rules", "shared"));
    const files = await findRuleFiles(folder, ["rules"], nodeReader);
    expect(files.rules.map(({ name }) => name)).toEqual(["rules/a.rego"]);
    expect(unreadProblems(files).map(({ message }) => message)).toEqual([
      '"shared" is a link to a folder: no rules and no data are read from there.',
    ]);
  });
});

describe("the data beside rules", () => {
  it("stands below the names of its folders, and objects are put together", async () => {
    expect(
      await dataOf(
        {
          "rules/data.json": '{"limits": {"days": 30}, "__proto__": {"a": 1}}',
          "rules/limits/data.yaml": "hours: 8\n",
          "rules/limits/data.json": '{"steps": [1, {"x": null}]}',
          "rules/suppliers/eu/data.yml": "- Acme\n",
          "policy/data.json": '{"team": "grc"}',
        },
        ["rules", "policy/"],
      ),
    ).toEqual(
      JSON.parse(
        '{"limits": {"days": 30, "steps": [1, {"x": null}], "hours": 8}, "__proto__": {"a": 1}, "suppliers": {"eu": ["Acme"]}, "team": "grc"}',
      ),
    );
  });

  it("counts from the outer folder where one lies in another", async () => {
    expect(await dataOf({ "rules/own/data.json": '{"a": 1}' }, ["rules/own", "rules"])).toEqual({ own: { a: 1 } });
  });

  it.each<[string, Files, unknown[]]>([
    [
      "given twice",
      { "rules/data.json": '{\n  "limits": {"days": 30}\n}', "rules/limits/data.json": '{"hours": 1,\n "days": 31}' },
      [
        {
          code: "data-conflict",
          message: '"data.limits.days" has a value already, from rules/data.json:2.',
          at: "rules/limits/data.json:2:2",
        },
      ],
    ],
    [
      "a value where another file has parts",
      { "rules/data.json": '{"limits": 3}', "rules/limits/data.json": '{"days": 31}' },
      [
        {
          code: "data-conflict",
          message: '"data.limits" has a value already, from rules/data.json:1.',
          at: "rules/limits/data.json:1:1",
        },
      ],
    ],
    [
      "names of the host and of aims",
      { "rules/data.json": '{"params": {}, "aims": {}, "aims:unasked": {}}', "rules/reference/x/data.json": "1" },
      [
        {
          code: "data-conflict",
          message: '"data.params" belongs to aims: no data file can add to it.',
          at: "rules/data.json:1:2",
        },
        {
          code: "data-conflict",
          message: '"data.aims" belongs to aims: no data file can add to it.',
          at: "rules/data.json:1:16",
        },
        {
          code: "data-conflict",
          message: '"data.aims:unasked" belongs to aims: no data file can add to it.',
          at: "rules/data.json:1:28",
        },
        {
          code: "data-conflict",
          message: '"data.reference" belongs to aims: no data file can add to it.',
          at: "rules/reference/x/data.json:1:1",
        },
      ],
    ],
    [
      "a list without a name",
      { "rules/data.yaml": "- 1\n" },
      [
        {
          code: "data-not-object",
          message: "The data at the top of a folder of rules is not an object.",
          at: "rules/data.yaml:1:1",
        },
      ],
    ],
    [
      "a second document",
      { "rules/data.yaml": "a: 1\n---\nb: 1\n" },
      [
        {
          code: "second-document",
          message: "A second document begins here; a data file beside rules holds one.",
          at: "rules/data.yaml:3:1",
        },
      ],
    ],
    [
      "a key twice",
      { "rules/data.json": '{"a": 1, "a": 2}' },
      [{ code: "duplicate-key", message: expect.stringContaining('"a"'), at: "rules/data.json:1:10" }],
    ],
  ])("is refused: %s", async (_, files, problems) => {
    expect(await dataOf(files)).toEqual(problems);
  });
});
