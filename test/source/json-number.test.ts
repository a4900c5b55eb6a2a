import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInexact } from "../../src/source/json/scan.js";
import { readJson } from "../../src/source/json.js";

const inexact = (literal: string): boolean => isInexact(`[${literal}]`, 1, literal.length + 1);
const finite = fc.double({ noDefaultInfinity: true, noNaN: true });

describe("isInexact", () => {
  it.each([
    "0",
    "-0",
    "0.0",
    "0e999",
    "0.1",
    "1e25",
    "10000000000000000000000000",
    "-1.50E+2",
    "0.30000000000000004",
    "0.10000000000000001",
    "1.0000000000000000000000000",
    "9007199254740991",
    "9007199254740992",
    "1152921504606846976",
    "1152921504606847000",
    "5e-324",
    "1.7976931348623157e308",
    `0.${"0".repeat(200)}1`,
  ])("is false of %s", (literal) => {
    expect(inexact(literal)).toBe(false);
  });

  it.each([
    "1e999",
    "-1e999",
    "1e-999",
    "1.23456e-322",
    "9007199254740993",
    "-9007199254740993",
    "12345678901234567890",
    "3.14159265358979323846",
    "1.00000000000000000001",
    `0.${"0".repeat(400)}1`,
    `1${"0".repeat(400)}`,
    `1${"2".repeat(200)}`,
  ])("is true of %s", (literal) => {
    expect(inexact(literal)).toBe(true);
  });

  it("is false of whatever JavaScript writes, in any form", () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 100 }), (number, digits) => {
        const rounded = Number(number.toPrecision(digits));
        const literals = [JSON.stringify(number), number.toExponential(), rounded.toPrecision(digits)];
        expect(literals.filter(inexact)).toEqual([]);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it("is true of an integer exactly when JavaScript holds another one", () => {
    const integer = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).filter((each) => each % 10n !== 0n);
    fc.assert(
      fc.property(integer, (number) => {
        const held = Number(number);
        const same = BigInt(held) === number || BigInt(String(held)) === number;
        expect(inexact(String(number))).toBe(!same);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe("readJson", () => {
  it("shows a number that it would change", () => {
    expect(readJson('{\n  "id": 12345678901234567890\n}', "a.json")).toEqual({
      diagnostics: [
        {
          code: "inexact-number",
          severity: "error",
          message: "The number 12345678901234567890 cannot be held exactly: it would be read as 12345678901234567000.",
          file: "a.json",
          line: 2,
          column: 9,
          fix: "Put it in quotes if it is a name, or write it with fewer digits.",
          frame: '1 | {\n2 |   "id": 12345678901234567890\n  |         ^',
        },
      ],
    });
    expect(readJson("[1e999]", "a.json").diagnostics).toMatchObject([
      { message: "The number 1e999 cannot be held exactly: it would be read as Infinity." },
    ]);
  });

  it("shows the first of the two: the number or the key that stands twice", () => {
    expect(readJson('{"a": 1e999, "a": 1}', "a.json").diagnostics).toMatchObject([
      { code: "inexact-number", column: 7 },
    ]);
    expect(readJson('{"a": 1, "a": 1e999}', "a.json").diagnostics).toMatchObject([
      { code: "duplicate-key", column: 10 },
    ]);
    expect(readJson('{"a": 1e999', "a.json").diagnostics).toMatchObject([{ code: "json-syntax" }]);
  });
});
