import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/source/json.js";
import type { SourceDocument } from "../../src/source/document.js";

function read(text: string, firstLine?: number): SourceDocument {
  const { document, diagnostics } = readJson(text, "a.json", firstLine);
  expect(diagnostics).toEqual([]);
  if (!document) throw new Error("no document");
  return document;
}

describe("readJson", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(read(JSON.stringify(value)).value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("keeps __proto__ as data", () => {
    const { value } = read('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    ["", 1, 1, "There is no JSON document here: the text is empty."],
    ["\n  \n", 1, 1, "There is no JSON document here: the text is empty."],
  ])("says that %j is empty", (text, line, column, message) => {
    expect(readJson(text, "a.json")).toEqual({
      diagnostics: [
        {
          code: "empty-file",
          severity: "error",
          message,
          file: "a.json",
          line,
          column,
          fix: "Write a document, or remove the file.",
          frame: "1 |\n  | ^",
        },
      ],
    });
  });

  it("shows the second of two equal keys", () => {
    expect(readJson('{\n  "a": {"id": 1},\n  "b": 2,\n  "a": 3\n}', "a.json")).toEqual({
      diagnostics: [
        {
          code: "duplicate-key",
          severity: "error",
          message: 'The key "a" stands here twice in one object.',
          file: "a.json",
          line: 4,
          column: 3,
          fix: "Keep one of the two.",
          frame: '3 |   "b": 2,\n4 |   "a": 3\n  |   ^',
        },
      ],
    });
    expect(readJson('[{"a": 1}, {"a": 2}]', "a.json").diagnostics).toEqual([]);
    expect(readJson('{"a": 1, "\\u0061": 2}', "a.json").diagnostics).toMatchObject([
      { code: "duplicate-key", line: 1, column: 10 },
    ]);
  });

  it("shows where a truncated text ends", () => {
    expect(readJson('{"kind": "system",\n "id": ', "a.json")).toEqual({
      diagnostics: [
        {
          code: "json-syntax",
          severity: "error",
          message:
            'This is not JSON: the text ends too early, before the value of "id"; the object opened in line 1 is still open.',
          file: "a.json",
          line: 2,
          column: 7,
          fix: "Write the rest, or get the whole file again if it is cut off.",
          frame: '1 | {"kind": "system",\n2 |  "id":\n  |       ^',
        },
      ],
    });
  });

  it("points at the place, on its line of the file", () => {
    expect(readJson('{"a": [\r\n  1,\r\n  2,\r\n]}', "a.ndjson", 7)).toEqual({
      diagnostics: [
        {
          code: "json-syntax",
          severity: "error",
          message: 'This is not JSON: a comma stands before the closing "]".',
          file: "a.ndjson",
          line: 9,
          column: 4,
          fix: "Remove the comma.",
          frame: "8 |   1,\n9 |   2,\n  |    ^",
        },
      ],
    });
    expect(readJson('{"a": [\n  1\n}', "a.ndjson", 7)).toEqual({
      diagnostics: [
        {
          code: "json-syntax",
          severity: "error",
          message: 'This is not JSON: "}" stands where "]" is due; the list opened in line 7 is still open.',
          file: "a.ndjson",
          line: 9,
          column: 1,
          fix: 'Write "]" before it.',
          frame: "8 |   1\n9 | }\n  | ^",
        },
      ],
    });
  });

  it.each([
    ["a comment", '{"a": 1 /* x */}', 9],
    ["a trailing comma", '{"a": 1,}', 8],
    ["single quotes", "{'a': 1}", 2],
    ["a missing comma", '{"a": 1 "b": 2}', 9],
    ["two documents", '{"a": 1} {"b": 2}', 10],
    ["a leading zero", '{"a": 01}', 7],
    ["NaN", '{"a": NaN}', 7],
  ])("refuses %s and says where", (_name, text, column) => {
    expect(readJson(text, "a.json").diagnostics).toMatchObject([{ code: "json-syntax", line: 1, column }]);
  });

  it.each([
    ["open arrays", "[".repeat(65), 65],
    ["closed arrays", "[".repeat(65) + "]".repeat(65), 65],
    ["objects", '{"a":'.repeat(65), 64 * 5 + 1],
  ])("refuses %s nested 65 deep", (_name, text, column) => {
    expect(readJson(text, "a.json").diagnostics).toMatchObject([{ code: "too-deep", line: 1, column }]);
  });

  it.each([
    ["behind a string that is not closed", `"\n${"[".repeat(65)}`],
    ["behind brackets that close nothing", `[${"},".repeat(65)}${"[".repeat(65)}`],
    ["with brackets that close the wrong kind", "[},".repeat(65)],
    ["with brackets in comments", '{/*}*/"a":'.repeat(65)],
  ])("refuses nesting 65 deep %s", (_name, text) => {
    const { diagnostics } = readJson(text, "a.json");
    expect(diagnostics.map((each) => each.code)).toEqual(["json-syntax"]);
  });

  it("reads 64 levels and refuses 65; brackets in strings do not count", () => {
    const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
    expect(readJson(nested(64), "a.json").diagnostics).toEqual([]);
    expect(readJson(nested(65), "a.json").diagnostics).toMatchObject([{ code: "too-deep", column: 65 }]);
    expect(readJson(JSON.stringify({ text: `\\"${"[".repeat(100)}` }), "a.json").diagnostics).toEqual([]);
  });
});

describe("positions in JSON", () => {
  const text = '{\n  "list": [\n    {"a/b": 1, "m~n": [true]},\n    "x"\n  ],\n  "": null\n}';
  const document = read(text);

  it.each([
    ["", "value", 1, 1],
    ["/list", "value", 2, 11],
    ["/list", "key", 2, 3],
    ["/list/0", "value", 3, 5],
    ["/list/0/a~1b", "value", 3, 13],
    ["/list/0/a~1b", "key", 3, 6],
    ["/list/0/m~0n/0", "value", 3, 24],
    ["/list/1", "value", 4, 5],
    ["/list/1", "key", 4, 5],
    ["/", "value", 6, 7],
    ["/", "key", 6, 3],
    // The innermost value around it that exists.
    ["/list/2", "value", 2, 11],
    ["/list/-1", "value", 2, 11],
    ["/list/00", "value", 2, 11],
    ["/list/0/none/deeper", "value", 3, 5],
  ] as const)("finds %j (%s)", (pointer, what, line, column) => {
    expect(document.locate(pointer, what)).toEqual({ line, column });
  });

  it("counts from the line that a document begins on", () => {
    const line = read('{"kind": "system"}', 1000);
    expect(line.line).toBe(1000);
    expect(line.locate("/kind")).toEqual({ line: 1000, column: 10 });
    expect(line.frame({ line: 1000, column: 10 })).toBe('1000 | {"kind": "system"}\n     |          ^');
    expect(readJson('{"kind": ', "a.ndjson", 1000).diagnostics).toMatchObject([
      { line: 1000, column: 9, frame: '1000 | {"kind":\n     |         ^' },
    ]);
  });

  it("counts CRLF as one line end", () => {
    expect(read('{\r\n"a":\r\n1}').locate("/a")).toEqual({ line: 3, column: 1 });
  });
});
