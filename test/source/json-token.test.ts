import { describe, expect, it } from "vitest";
import { characterProblem, readScalar, readString } from "../../src/source/json/token.js";

const addRest = "Write the rest, or get the whole file again if it is cut off.";
const lineBreak = "Write \\n in its place, with the whole string on one line; or close the string before it.";
const backslash = "Write \\\\ for a backslash itself.";
const unicode = "Write \\u with four hexadecimal digits, as in \\u00e9; write \\\\ for a backslash itself.";
const digits = "Write all four, as in \\u00e9; write \\\\ for a backslash itself.";

describe("readString", () => {
  it.each([
    ['""', 2],
    ['"a" "b"', 3],
    ['"\\"\\\\" "', 6],
    ['"\\/\\b\\f\\n\\r\\t\\u00eF", ', 20],
    ['"\u2028\u007f\ud800\u{1f600}"', 7],
  ])("reads %j to its end", (text, end) => {
    expect(readString(text, 0)).toBe(end);
  });

  it.each([
    ['‸"abc', "the string is not closed; the text ends too early", addRest],
    ['‸"abc \r\n\n', "the string is not closed; the text ends too early", addRest],
    ['‸"abc\\', "the string is not closed; the text ends too early", addRest],
    ['‸"abc\\u00', "the string is not closed; the text ends too early", addRest],
    ['‸"abc,\n  "b": 1', "the string is not closed", 'Write " where it ends, on the same line.'],
    ['‸"abc\r\n}', "the string is not closed", 'Write " where it ends, on the same line.'],
    ['"abc‸\ndef"', "a line break stands inside a string", lineBreak],
    ['"abc‸\r\ndef"', "a line break stands inside a string", lineBreak],
    ['"abc‸\\\ndef"', "a line break stands inside a string", lineBreak],
    ['"a‸\tb"', "a tab stands inside a string", "Write \\t in its place."],
    ['"a‸\u001fb"', "the control character U+001F stands inside a string", "Write \\u001f in its place."],
    ['"C:‸\\Windows"', "\\W is not an escape", backslash],
    ['"it‸\\\'s"', "\\' is not an escape", "Write ' without a backslash."],
    ['"‸\\x41"', "\\x is not an escape", unicode],
    ['"‸\\é"', 'a backslash before "é" (U+00E9) is not an escape', backslash],
    ['"‸\\\u{1f600}"', 'a backslash before "\u{1f600}" (U+1F600) is not an escape', backslash],
    ['"‸\\\u00a0"', "a backslash before a no-break space (U+00A0) is not an escape", backslash],
    ['"‸\\u12g4"', "\\u needs four hexadecimal digits", digits],
    ['"‸\\u"', "\\u needs four hexadecimal digits", digits],
  ])("says what is wrong in %j", (marked, words, fix) => {
    const offset = marked.indexOf("‸");
    expect(readString(marked.replace("‸", ""), 0)).toEqual({ offset, words, fix });
  });
});

describe("readScalar", () => {
  it.each(["0", "-0", "-12.50e+3", "1E5", `1${"0".repeat(500)}`, "true", "false", "null"])("reads %s", (scalar) => {
    expect([scalar, `${scalar} `, `${scalar}]`, `${scalar}"`].map((text) => readScalar(text, 0))).toEqual(
      Array.from({ length: 4 }, () => scalar.length),
    );
  });

  it.each([
    ["01", "has a leading zero", "1"],
    ["-007.50", "has a leading zero", "-7.50"],
    ["00", "has a leading zero", "0"],
    ["+1", 'has a "+" in front', "1"],
    [".5", "has no digit before its decimal point", "0.5"],
    ["-.5e1", "has no digit before its decimal point", "-0.5e1"],
    ["1.", "has no digit after its decimal point", "1.0"],
    ["1.e5", "has no digit after its decimal point", "1.0e5"],
    ["1e", "has no digit in its exponent", "1"],
    ["1.5E+", "has no digit in its exponent", "1.5"],
    ["0x1F", "is hexadecimal; JSON has decimal numbers only", "31"],
    ["-0XfF", "is hexadecimal; JSON has decimal numbers only", "-255"],
    ["0o17", "is octal; JSON has decimal numbers only", "15"],
    ["0b101", "is binary; JSON has decimal numbers only", "5"],
    ["1_000_000", 'has a "_" inside', "1000000"],
    ["12n", 'ends in "n"', "12"],
  ])("says how to write the number %s", (number, words, written) => {
    expect(JSON.stringify(JSON.parse(written))).toBe(String(Number(written)));
    expect(readScalar(`[${number}]`, 1)).toEqual({
      offset: 1,
      words: `the number ${number} ${words}`,
      fix: `Write ${written}, or "${number}" if it is a text.`,
    });
  });

  it.each([
    ["True", "True is written true in JSON", "Write true."],
    ["NULL", "NULL is written null in JSON", "Write null."],
    ["None", "JSON has no None", "Write null, or leave the property out."],
    ["undefined", "JSON has no undefined", "Write null, or leave the property out."],
    ["NaN", "JSON has no number NaN", "Write null, or leave the property out."],
    ["-Infinity", "JSON has no number -Infinity", "Write null, or leave the property out."],
    ["house", "the text house has no quotation marks", "Put double quotes around the text."],
    ["trues", "the text trues has no quotation marks", "Put double quotes around the text."],
    ["constructor", "the text constructor has no quotation marks", "Put double quotes around the text."],
    ["größe", "the text größe has no quotation marks", "Put double quotes around the text."],
    [
      "2026-01-01",
      "2026-01-01 is not a number, and a text stands in double quotes",
      'Write "2026-01-01" if it is a text.',
    ],
    ["--1", "--1 is not a number, and a text stands in double quotes", 'Write "--1" if it is a text.'],
    ["0_1", "0_1 is not a number, and a text stands in double quotes", 'Write "0_1" if it is a text.'],
    ["x".repeat(1000), `${"x".repeat(57)}... is not a value of JSON`, "Put double quotes around it if it is a text."],
    ["-", 'a "-" stands here without a number', "Write the number after it, or put text in double quotes."],
    ["...", '"." has no meaning here', "Remove it, or put double quotes around the text to which it belongs."],
    ["%", '"%" has no meaning here', "Remove it, or put double quotes around the text to which it belongs."],
    ["€", '"€" (U+20AC) has no meaning here', "Remove it, or put double quotes around the text to which it belongs."],
  ])("says what is wrong with %s", (word, words, fix) => {
    expect(readScalar(`[${word}]`, 1)).toEqual({ offset: 1, words, fix });
  });

  it.each([
    ["tru", '"tru"'],
    ["n", '"n"'],
    ["-", "a number"],
    ["1.", "a number"],
    ["-1.5e+", "a number"],
  ])("says that the text ends inside %s", (word, inside) => {
    expect(readScalar(`[${word} \n`, 1)).toEqual({
      offset: 1 + word.length,
      words: `the text ends too early, inside ${inside}`,
      fix: addRest,
    });
  });
});

describe("characterProblem", () => {
  const remove = "Remove it, or write a plain blank in its place.";
  const write = 'Write " in its place.';

  it.each([
    ["// x", "a comment stands here; JSON has none", "Remove the comment."],
    ["/* x */", "a comment stands here; JSON has none", "Remove the comment."],
    ["# x", "a comment stands here; JSON has none", "Remove the comment."],
    ["'x'", "keys stand in double quotes, not in single quotes", 'Write " at both ends.'],
    ["`x`", "keys stand in double quotes, not in backticks", 'Write " at both ends.'],
    ["“x”", 'the quotation mark “ (U+201C) stands here; JSON knows " only', write],
    ["»x«", 'the quotation mark » (U+00BB) stands here; JSON knows " only', write],
    ["\\n", "a backslash stands outside of a string", "Remove it."],
    [
      '\\"x\\"',
      "a backslash stands outside of a string",
      "Remove the backslashes before quotation marks: the text was escaped once too often.",
    ],
    ["\u00a0", "a no-break space (U+00A0) stands here", remove],
    ["\u2028", "a line separator (U+2028) stands here", remove],
    ["\u2003", "the invisible character U+2003 stands here", remove],
    ["\u200e", "the invisible character U+200E stands here", remove],
    ["\u0000", "the control character U+0000 stands here", remove],
    ["\u0085", "the control character U+0085 stands here", remove],
    ["\ud800", "the invisible character U+D800 stands here", remove],
  ])("names %j", (character, words, fix) => {
    expect(characterProblem(`{${character}`, 1, "keys stand")).toEqual({ offset: 1, words, fix });
  });

  it("names a byte order mark, in front of the text and inside", () => {
    const words = "a byte order mark (U+FEFF) stands here";
    expect([characterProblem("\ufeff{}", 0, ""), characterProblem("[\ufeff]", 1, "")]).toEqual([
      { offset: 0, words, fix: "Save the file as UTF-8 without a byte order mark." },
      { offset: 1, words, fix: remove },
    ]);
  });

  it.each(["/", "%", "a", "é", "1", "{", "\u{1f600}"])("says nothing of %s", (character) => {
    expect(characterProblem(character, 0, "keys stand")).toBeUndefined();
  });
});
