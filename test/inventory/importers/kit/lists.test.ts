import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePythonList } from "../../../../src/inventory/importers/kit/lists.js";

/** Writes a string as Python's repr does: single quotes unless only a double-quoted form avoids escapes. */
function pythonText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let written = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\\" || character === quote) written += `\\${character}`;
    else if (character === "\n") written += "\\n";
    else if (character === "\r") written += "\\r";
    else if (character === "\t") written += "\\t";
    else if (code < 0x20 || code === 0x7f || code === 0xa0) written += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code === 0x2028) written += "\\u2028";
    else if (code === 0x1f600) written += "\\U0001f600";
    else written += character;
  }
  return `${quote}${written}${quote}`;
}

describe("parsePythonList", () => {
  it.each([
    ["[]", []],
    [" [ ] ", []],
    ["['a']", ["a"]],
    [`["it's", 'say "x"', 'b\\'s\\n']`, ["it's", 'say "x"', "b's\n"]],
    ["['a', 'b',]", ["a", "b"]],
    ["['\\xe9\\u2019\\U0001f600']", ["é’😀"]],
  ])("reads %s", (text, elements) => {
    expect(parsePythonList(text)).toEqual(elements);
  });

  it.each([
    "",
    "a",
    "[",
    "['a'",
    "['a",
    "['a' 'b']",
    "['a',,'b']",
    "[,]",
    "[1]",
    "[None]",
    "['a'] x",
    "['\\q']",
    "['\\x4']",
    "['\\ud800']",
    "['\\U00110000']",
    "['a\nb']",
    "__import__('os')",
    "[f'a']",
    `[${"'a',".repeat(1001)}]`,
  ])("refuses %j", (text) => {
    expect(parsePythonList(text)).toBeUndefined();
  });

  it("reads back every list that Python prints", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "'", '"', "\\", "\n", "\r", "\t", "\u00a0", "\u2028", "é", "😀", ",", "]", "\u0001"),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (elements) => {
        expect(parsePythonList(`[${elements.map(pythonText).join(", ")}]`)).toEqual(elements);
      }),
      { numRuns: 500 },
    );
  });
});
