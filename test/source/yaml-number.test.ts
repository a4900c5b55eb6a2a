import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/source/yaml.js";

const read = (text: string): unknown[] =>
  readYaml(text, "a.yaml").map(({ document, diagnostics }) => document?.value ?? diagnostics);

describe("a number in YAML", () => {
  it("is an error where another number would be read", () => {
    expect(read("a: [1, {value: 12345678901234567890}]\nb: 1.00000000000000000001\n")).toEqual([
      [
        {
          code: "inexact-number",
          severity: "error",
          message: "The number 12345678901234567890 cannot be held exactly: it would be read as 12345678901234567000.",
          file: "a.yaml",
          line: 1,
          column: 16,
          frame: expect.stringContaining("12345678901234567890") as string,
          fix: "Put it in quotes if it is a name, or write it with fewer digits.",
        },
        expect.objectContaining({ code: "inexact-number", line: 2, column: 4 }),
      ],
    ]);
  });

  it.each(["+12345678901234567890", "0x7fffffffffffffff", "-.12345678901234567890", "9007199254740993.", "1e999"])(
    "is an error in the form %s, too",
    (literal) => {
      expect(read(`a: ${literal}\n`)).toMatchObject([[{ code: "inexact-number", line: 1, column: 4 }]]);
    },
  );

  it.each(["0", "012", "+1", ".5", "5.", "1.10", "-1.5e+3", "0x10", "0o17", "10000000000000000000000000", ".inf"])(
    "is read in the form %s",
    (literal) => {
      expect(read(`a: ${literal}\n`)).toEqual([{ a: expect.any(Number) as number }]);
    },
  );

  it("may be a text or a key of any length", () => {
    const digits = "12345678901234567890";
    expect(read(`a: "${digits}"\n${digits}: b\nc: |\n  ${digits}\n`)).toEqual([
      { a: digits, [digits]: "b", c: `${digits}\n` },
    ]);
  });
});
