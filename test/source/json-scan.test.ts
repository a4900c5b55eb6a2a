import fc from "fast-check";
import { visit } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { scanJson } from "../../src/source/json/scan.js";

/** The first key that stands twice, as a parser with a set for each object finds it. */
function duplicateKey(text: string): { key: string; offset: number } | undefined {
  const open: Set<string>[] = [];
  let found: { key: string; offset: number } | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, offset) => {
      if (open.at(-1)?.has(key)) found ??= { key, offset };
      open.at(-1)?.add(key);
    },
  });
  return found;
}

function escaped(text: string): string {
  return text.replace(/[^]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A key as JSON text; the same key may be written in two ways. */
const plainKey = fc.constantFrom(
  "a",
  "b",
  "ab",
  "__proto__",
  "constructor",
  "é",
  "日本",
  "\u{1f600}",
  "{",
  "[,]",
  ":",
  "",
);
const key = fc.oneof(
  { weight: 5, arbitrary: plainKey.map((each) => JSON.stringify(each)) },
  { weight: 3, arbitrary: fc.nat(40).map((each) => `"key-${String(each)}"`) },
  { weight: 1, arbitrary: fc.constantFrom("a", "__proto__", "é", '"', "\\").map((each) => `"${escaped(each)}"`) },
  { weight: 1, arbitrary: fc.constantFrom('"\\""', '"\\\\"', '"\\\\\\""', '"\\n"', '"\\/"', '"/"') },
);
const blank = fc.constantFrom("", " ", "\n", "\r\n\t");
const scalar = fc.oneof(
  key,
  fc.constantFrom("1", "-0.5", "true", "null", '"\\\\"', '"}"', '"\\"{"'),
  fc.integer().map(String),
);
const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, tie("object"), tie("list")),
  list: fc
    .tuple(blank, fc.array(tie("value"), { maxLength: 4 }))
    .map(([space, all]) => `[${all.join(`${space},`)}${space}]`),
  object: fc
    .tuple(blank, fc.array(fc.tuple(key, tie("value")), { maxLength: 14 }))
    .map(([space, all]) => `{${space}${all.map((each) => each.join(`${space}:`)).join(`,${space}`)}}`),
}));

describe("scanJson", () => {
  it("finds the first key that stands twice, as another parser does", () => {
    let duplicates = 0;
    fc.assert(
      fc.property(value, (text) => {
        JSON.parse(text);
        const expected = duplicateKey(text);
        if (expected) duplicates += 1;
        expect(scanJson(text, 1000)).toEqual(expected ? { duplicate: expected } : {});
      }),
      { seed: 7, numRuns: 2000 },
    );
    expect(duplicates).toBeGreaterThan(200);
  });

  it("finds a key that stands twice among many", () => {
    const keys = Array.from({ length: 100 }, (_, index) => `"k${String(index)}":${String(index)}`);
    expect(scanJson(`{${keys.join()}}`, 64)).toEqual({});
    const text = `{${keys.join()},"\\u006b99":0}`;
    expect(scanJson(text, 64)).toEqual({ duplicate: { key: "k99", offset: text.lastIndexOf('"\\u') } });
  });

  it("counts the same keys of objects side by side and inside one another apart", () => {
    expect(scanJson('[{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":1}},{"a":3}]', 64)).toEqual({});
    expect(scanJson('{"a":{"b":1},"b":{"a":2},"a":3}', 64)).toEqual({ duplicate: { key: "a", offset: 25 } });
  });

  it("finds the bracket that is too deep, and ends there", () => {
    expect(scanJson("[[[]]]", 3)).toEqual({});
    expect(scanJson('{"a":[{"b":[]}]}', 3)).toEqual({ tooDeep: 11 });
    expect(scanJson('["\\"[[[[", "]]", [[]]]', 3)).toEqual({});
    expect(scanJson('["[[[[\\\\", [[[]]]]', 3)).toEqual({ tooDeep: 13 });
  });

  it("ends on any text", () => {
    const marks = ["{", "}", "[", "]", ",", ":", '"', "\\", "-", "1", "e", ".", "u", "a", " ", "/", "\n"];
    const piece = fc.constantFrom(...marks, '"a"', "\ud800", "true");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { tooDeep, duplicate, inexact } = scanJson(pieces.join(""), 4);
        for (const offset of [tooDeep, duplicate?.offset, inexact?.offset]) {
          expect(offset ?? 0).toBeLessThan(Math.max(1, pieces.join("").length));
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it("finds the first number that would change", () => {
    expect(scanJson('{"a": "12345678901234567890", "b": [1, -12345678901234567890, 1e999]}', 64)).toEqual({
      inexact: { literal: "-12345678901234567890", offset: 39 },
    });
  });
});
