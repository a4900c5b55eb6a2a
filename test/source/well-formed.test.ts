import { describe, expect, it } from "vitest";
import { readJson } from "../../src/source/json.js";
import { readYaml } from "../../src/source/yaml.js";

const problem = {
  code: "ill-formed-text",
  severity: "error",
  message: "This text holds half of a character (a lone surrogate), which no file in UTF-8 can hold.",
  fix: "Write the character itself, or both halves of its escape.",
};

describe("text that is not Unicode", () => {
  it("is refused in JSON, in values and in keys", () => {
    expect(readJson('{"a": ["x", "\\ud800"]}', "a.json").diagnostics).toEqual([
      {
        ...problem,
        file: "a.json",
        line: 1,
        column: 13,
        pointer: "/a/1",
        frame: '1 | {"a": ["x", "\\ud800"]}\n  |             ^',
      },
    ]);
    expect(readJson('{"\\udc00": 1}', "a.json").diagnostics).toMatchObject([{ ...problem, pointer: "" }]);
  });

  it("is refused in YAML", () => {
    expect(readYaml('a: "\\uD83D"\n', "a.yaml")[0]?.diagnostics).toMatchObject([
      { ...problem, line: 1, column: 4, pointer: "/a" },
    ]);
  });

  it("is not confused with both halves of a character", () => {
    expect(readJson('{"a": "\\ud83c\\udfe6"}', "a.json").document?.value).toEqual({ a: "🏦" });
  });
});
