import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainJson } from "../../src/source/json/plain.js";
import { scanJson } from "../../src/source/json/scan.js";

/** Texts of which some are refused, for each of the reasons there are. */
const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"__proto__"', '"\\""', '"\\\\"', '": "', '"\\":"', '"12"');
const scalar = fc.oneof(
  key,
  fc.constantFrom("null", "true", "0", "-0", "1.5", "1e3", "1E999", "-1e-999", '"1e3"', '", 1e3"'),
  fc.constantFrom(
    "123456789012345",
    "-123456789012345",
    "1234567890123456",
    "9007199254740993",
    "0.1000000000000000001",
  ),
);
const blank = fc.constantFrom("", " ", "\n", "\r\n\t");
const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, tie("object"), tie("list")),
  list: fc
    .tuple(blank, fc.array(tie("value"), { maxLength: 4 }))
    .map(([space, all]) => `${space}[${space}${all.join(`${space},${space}`)}${space}]${space}`),
  object: fc
    .tuple(blank, fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }))
    .map(([space, all]) => `{${all.map((each) => each.join(`${space}:${space}`)).join(`,${space}`)}${space}}`),
}));

describe("plainJson", () => {
  it("reads only texts of which a scan says nothing, and reads them as JSON.parse does", () => {
    const seen = { plain: 0, refused: 0, left: 0 };
    fc.assert(
      fc.property(value, (text) => {
        const plain = plainJson(text, 3);
        const scanned = Object.keys(scanJson(text, 3)).length;
        if (plain === undefined) seen[scanned === 0 ? "left" : "refused"] += 1;
        else {
          seen.plain += 1;
          expect({ text, scanned }).toEqual({ text, scanned: 0 });
          expect(plain.value).toEqual(JSON.parse(text));
        }
      }),
      { seed: 7, numRuns: 4000 },
    );
    expect(seen.plain).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.left).toBeGreaterThan(50);
  });

  it("reads a catalog", () => {
    const text = readFileSync("catalog/iso-42001.json", "utf8");
    expect(plainJson(text, 64)).toEqual({ value: JSON.parse(text) });
  });

  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3}]}', "the same key in several objects"],
    ['{"a":"1e999","b":"12345678901234567890"}', "numbers in texts"],
    ["[[[]]]", "as many levels as are allowed"],
    ["123456789012345", "a number of as many digits as a double always holds"],
    ["{}", "an empty object"],
    ["null", "a value without members"],
  ])("reads %s: %s", (text) => {
    expect(plainJson(text, 3)).toEqual({ value: JSON.parse(text) });
  });

  it.each([
    ['{"a":1,"a":1}', "a key that stands twice"],
    ['{"a":1,"\\u0061" :1}', "a key that stands twice, escaped"],
    ['{"a\\\\":1,"a\\\\"\n:1}', "a key that stands twice, at whose end an escape stands"],
    ['{"__proto__":1,"__proto__":{}}', "a key that stands twice and has a meaning elsewhere"],
    ["[9007199254740993]", "a number that would change"],
    ['{"a":\n1e999}', "a number that is too large"],
    ["-0.12345678901234567", "a number of many digits alone"],
    ["[[[[]]]]", "one level too many"],
    ["[1,]", "no JSON"],
    ["\ufeff[1]", "a byte order mark"],
  ])("does not read %j: %s", (text) => {
    expect(plainJson(text, 3)).toBeUndefined();
  });

  it("leaves a very long text to the scan", () => {
    expect(plainJson(`["${"a".repeat(4 * 1024 * 1024)}"]`, 3)).toBeUndefined();
  });
});
