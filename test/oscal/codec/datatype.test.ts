import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText, textValue } from "../../../src/oscal/codec/datatype.js";

describe("the JSON value of a text", () => {
  test.each([
    ["boolean", "true", true],
    ["boolean", " 1\n", true],
    ["boolean", "false", false],
    ["boolean", "0", false],
    ["non-negative-integer", "\t30 ", 30],
    ["positive-integer", "+007", 7],
    ["non-negative-integer", "-0", 0],
    ["decimal", "12", 12],
    ["decimal", "-0.50", -0.5],
    ["decimal", ".5", 0.5],
    ["decimal", "5.", 5],
    ["decimal", `0.${"0".repeat(20)}1`, 1e-21],
    ["decimal", `1${"0".repeat(22)}`, 1e22],
    ["uuid", "  61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64\r\n", "61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64"],
    ["token", "\u00A0id\u00A0", "\u00A0id\u00A0"],
    ["string", "  two \n", "  two \n"],
  ])("%s %j", (datatype, text, value) => {
    expect(textValue(datatype, text)).toEqual({ value, inexact: false });
  });

  test.each([
    ["boolean", "TRUE"],
    ["boolean", "yes"],
    ["boolean", ""],
    ["positive-integer", "1.0"],
    ["positive-integer", "1e3"],
    ["positive-integer", "0x10"],
    ["positive-integer", "Infinity"],
    ["decimal", "1e3"],
    ["decimal", "1,5"],
    ["decimal", "."],
    ["decimal", ""],
  ])("%s %j is not of the datatype and stays a text", (datatype, text) => {
    expect(textValue(datatype, text)).toEqual({ value: text, inexact: false });
  });

  test.each([
    ["non-negative-integer", "9007199254740993", 9007199254740992],
    ["non-negative-integer", "12345678901234567890", 12345678901234567000],
    ["decimal", "0.12345678901234567890", 0.12345678901234568],
    ["decimal", `0.${"0".repeat(390)}1`, 0],
    ["decimal", "9".repeat(399), "9".repeat(399)],
    ["decimal", `0.${"1".repeat(500)}`, `0.${"1".repeat(500)}`],
  ])("%s %j has more digits than JSON keeps", (datatype, text, value) => {
    expect(textValue(datatype, text)).toEqual({ value, inexact: true });
  });
});

describe("the text of a number", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [1.5, "1.5"],
    [1e21, "1000000000000000000000"],
    [-1.25e22, "-12500000000000000000000"],
    [1e-7, "0.0000001"],
    [-1.5e-10, "-0.00000000015"],
  ])("%d", (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  test("reads back as the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(textValue("decimal", decimalText(value))).toEqual({ value: value + 0, inexact: false });
      }),
      { seed: 20261014, numRuns: 500 },
    );
  });
});
