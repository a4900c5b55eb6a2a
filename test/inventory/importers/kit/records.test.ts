import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeReader } from "../../../../src/files/reader.js";
import { recordsAt } from "../../../../src/inventory/importers/kit/document-records.js";
import type { RecordSource } from "../../../../src/inventory/importers/kit/record.js";
import { readRecords } from "../../../../src/inventory/importers/kit/records.js";
import { readJson } from "../../../../src/source/json.js";
import { temporaryFolder } from "../../../support/folder.js";

/** Everything that reading the text gives: records, codes of diagnostics with their places, and the bytes that passed by. */
async function read(
  name: string,
  text: string,
  source: RecordSource,
): Promise<{ records: unknown[]; problems: string[]; bytes: string }> {
  const folder = temporaryFolder({ [name]: text });
  const records: unknown[] = [];
  const problems: string[] = [];
  let bytes = "";
  const tap = (chunk: Uint8Array): void => {
    bytes += Buffer.from(chunk).toString("utf8");
  };
  for await (const { record, diagnostics } of readRecords({ file: join(folder, name) }, source, nodeReader, tap)) {
    if (record) records.push({ place: record.place, fields: { ...record.fields } });
    for (const { code, file = "", line = 0, column = 0, pointer = "" } of diagnostics)
      problems.push(`${file.replace(folder, "in")}:${String(line)}:${String(column)} ${code} ${pointer}`.trim());
  }
  return { records, problems, bytes };
}

const list = { kind: "document", syntax: "json", records: "/models" } as const;

describe("readRecords", () => {
  it("gives the rows of a table with their lines", async () => {
    const text = 'id,name\n1,"A\nB"\n2,C\n';
    expect(await read("list.csv", text, { kind: "csv", columns: ["name", "id"] })).toEqual({
      records: [
        { place: { file: "list.csv", record: 1, line: 2 }, fields: { id: "1", name: "A\nB" } },
        { place: { file: "list.csv", record: 2, line: 4 }, fields: { id: "2", name: "C" } },
      ],
      problems: [],
      bytes: text,
    });
  });

  it("says what is wrong with a table", async () => {
    const { records, problems } = await read("list.csv", "id\n1\n1,2\n3\n", { kind: "csv", columns: ["id"] });
    expect(records).toHaveLength(2);
    expect(problems).toEqual(["in/list.csv:3:3 too-many-fields"]);
  });

  it("gives the elements of a list in a JSON document with line and pointer", async () => {
    const text = '{\n "models": [\n  { "a": 1 }, { "a": null },\n  {}\n ]\n}\n';
    expect(await read("list.json", text, list)).toEqual({
      records: [
        { place: { file: "list.json", record: 1, line: 3, pointer: "/models/0" }, fields: { a: 1 } },
        { place: { file: "list.json", record: 2, line: 3, pointer: "/models/1" }, fields: { a: null } },
        { place: { file: "list.json", record: 3, line: 4, pointer: "/models/2" }, fields: {} },
      ],
      problems: [],
      bytes: text,
    });
  });

  it("gives an object as the only record, also the whole document", async () => {
    const text = "# card\nname: A\nmodel:\n  b: no\n";
    const whole = await read("card.yaml", text, { kind: "document", syntax: "yaml", records: "" });
    expect(whole.records).toEqual([
      { place: { file: "card.yaml", record: 1, line: 2, pointer: "" }, fields: { name: "A", model: { b: "no" } } },
    ]);
    const part = await read("card.yaml", text, { kind: "document", syntax: "yaml", records: "/model" });
    expect(part.records).toEqual([
      { place: { file: "card.yaml", record: 1, line: 4, pointer: "/model" }, fields: { b: "no" } },
    ]);
  });

  it("counts on through the documents of a YAML file", async () => {
    const { records } = await read("cards.yaml", "a: 1\n---\na: 2\n", {
      kind: "document",
      syntax: "yaml",
      records: "",
    });
    expect(records).toMatchObject([
      { place: { record: 1, line: 1 }, fields: { a: 1 } },
      { place: { record: 2, line: 3 }, fields: { a: 2 } },
    ]);
  });

  it("chooses JSON or YAML by the ending where the format has both", async () => {
    const byEnding = { kind: "document", syntax: "by-ending", records: "" } as const;
    expect((await read("card.JSON", '{"a": 1}', byEnding)).records).toHaveLength(1);
    expect((await read("card.json", "a: 1", byEnding)).problems).toEqual(["in/card.json:1:1 json-syntax"]);
    expect((await read("card", "a: 1", byEnding)).records).toHaveLength(1);
  });

  it.each([
    ["{}", ["in/x.json:1:1 missing-property"]],
    ['{"models": null}', ["in/x.json:1:1 missing-property"]],
    ['{"models": "many"}', ["in/x.json:1:12 wrong-type /models"]],
    ['{"models": []}', ["in/x.json:1:12 no-records /models"]],
    ['{"models": [1, {}, []]}', ["in/x.json:1:13 wrong-type /models/0", "in/x.json:1:20 wrong-type /models/2"]],
    ['{"models": [', ["in/x.json:1:13 json-syntax"]],
    ["", ["in/x.json:1:1 empty-file"]],
  ])("says what is wrong with %s", async (text, problems) => {
    expect((await read("x.json", text, list)).problems).toEqual(problems);
  });

  it("reports a file that cannot be read, and bytes that are not text", async () => {
    const file = join(temporaryFolder(), "x.json");
    const results = [];
    for await (const result of readRecords({ file }, list, nodeReader)) results.push(result);
    expect(results).toMatchObject([{ diagnostics: [{ code: "unreadable-file", file }] }]);
    expect((await read("x.json", "\u0000", list)).problems).toEqual(["in/x.json:1:1 binary-file"]);
  });
});

describe("recordsAt", () => {
  it("finds records below keys with signs of their own, and names the innermost place that is there", () => {
    const { document } = readJson('{"a/b": {"c~d": [{"x": 1}]}}', "x.json");
    if (!document) throw new Error("unreadable");
    expect([...recordsAt(document, "/a~1b/c~0d", "x.json", 4)]).toEqual([
      {
        record: { place: { file: "x.json", record: 5, line: 1, pointer: "/a~1b/c~0d/0" }, fields: { x: 1 } },
        diagnostics: [],
      },
    ]);
    const [missing] = recordsAt(document, "/a~1b/models/list", "x.json");
    expect(missing?.diagnostics).toEqual([
      {
        code: "missing-property",
        severity: "error",
        message: '"models" is missing or blank in "a/b".',
        file: "x.json",
        line: 1,
        column: 9,
        pointer: "/a~1b",
        frame: expect.stringContaining("a/b"),
        fix: 'Add "models".',
      },
    ]);
  });

  it("stops after as many problems as a file may have", () => {
    const { document } = readJson(JSON.stringify(Array.from({ length: 300 }, () => 1)), "x.json");
    if (!document) throw new Error("unreadable");
    expect([...recordsAt(document, "", "x.json")]).toHaveLength(100);
  });
});
