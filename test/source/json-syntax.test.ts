import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { printParseErrorCode, visit } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { firstSyntaxError } from "../../src/source/json/syntax.js";
import { sharedPath } from "../support/project.js";

const realFiles = [
  "oscal/minimal-chain/profile.json",
  "oscal/minimal-chain/poam.json",
  "samples/ml-bom/hunyuanworld-voyager.cdx.json",
  "samples/mlflow/Sklearn_WineQuality.run.json",
].map(sharedPath);
const missing = realFiles.find((file) => !existsSync(file));

/** The message and the fix for a text in which "‸" marks the place. */
type Case = readonly [marked: string, words: string, fix: string];

const removeComma = "Remove the comma.";
const addComma = "Write a comma after the value before it.";
const addValue = "Write a colon and a value after the key.";
const addRest = "Write the rest, or get the whole file again if it is cut off.";
const lines = "Remove the comma; several documents stand in a list, or one a line in an .ndjson file.";
const secondDocument = "a second document begins here; a JSON file holds one, an NDJSON file one a line";
const ownFile = "Put it into a file of its own, or on a line of its own in an .ndjson file.";
const yaml = "Give a YAML file a name that ends in .yaml, or write the document as JSON.";
const quoteInside = 'Write \\" for a quotation mark inside a string, or close the string where it ends.';
const wholeText = "Put a text in double quotes as a whole; write several values as a list.";

const cases: readonly Case[] = [
  ['{"a": 1‸, }', 'a comma stands before the closing "}"', removeComma],
  ["[1,\n 2‸,\n]", 'a comma stands before the closing "]"', removeComma],
  ["[1,‸,2]", "two commas stand side by side", "Remove one of them, or write what is missing between them."],
  ["[‸,1]", "a comma stands before the first value", removeComma],
  ['{‸,"a":1}', "a comma stands before the first property", removeComma],
  ["‸,", "a comma stands before the document", lines],
  ['{"a":1}‸,\n{"b":2}', "a comma stands after the end of the document", lines],
  ['{"a":1\n ‸"b":2}', "a comma is missing between two properties", addComma],
  ['{"a":1 ‸b:2}', "a comma is missing between two properties", addComma],
  ['["a" ‸"b"]', "a comma is missing between two values", addComma],
  ["[[] ‸[]]", "a comma is missing between two values", addComma],
  ["[1 ‸-2]", "a comma is missing between two values", addComma],
  ['{"a":1 ‸{}}', "a comma and a key are missing before this object", "Write them before it."],
  ['{"a":1 ‸[]}', "a comma and a key are missing before this list", "Write them before it."],
  ['{"a":1‸;"b":2}', 'a ";" stands here; JSON separates with commas', "Write a comma."],
  ['{"a":1‸,000}', "a comma stands inside a number", "Write a point in its place, or the number without it."],
  ['{"a":1‸,5,"b":2}', "a comma stands inside a number", "Write a point in its place, or the number without it."],
  ['{"a":1, ‸5}', "keys stand in double quotes", 'Write "5".'],
  ['{"a":12 ‸px}', "px stands after the end of a value", wholeText],
  ["[12 ‸px]", "px stands after the end of a value", wholeText],
  ['{"a":1 ‸%}', '"%" has no meaning here', "Remove it, or put double quotes around the text to which it belongs."],
  ['{"a":"so "‸hi" to"}', "hi stands right after the end of a string", quoteInside],
  ['{"a"‸b":1}', "b stands right after the end of a string", quoteInside],
  ['{"id" ‸1}', 'a colon is missing after the key "id"', "Write a colon between the key and its value."],
  ['{"a"‸=1}', 'a "=" stands after the key "a"', "Write a colon in its place."],
  ['{"a"‸}', 'the key "a" has no value', addValue],
  ['{"a"‸, "b"}', 'the key "a" has no value', addValue],
  ['{"a": ‸}', 'the key "a" has no value', addValue],
  ['{"a":‸:1}', "two colons stand side by side", "Remove one of them."],
  ['{"a":"b"‸:1}', "a colon stands after a value", "Write one colon a key, and a comma before the next key."],
  ['["a"‸:1]', "a colon stands in a list, which has no keys", "Write properties between { and }."],
  ["{‸:1}", "a colon stands here without a key", "Write the key in double quotes before it."],
  ['"a"‸:1', "a property stands outside of an object", "Write the properties between { and }."],
  ["{‸id: 1}", "keys stand in double quotes", 'Write "id".'],
  [`{‸${"k".repeat(99)}: 1}`, "keys stand in double quotes", "Put double quotes around the key."],
  ['{"a":1,‸200:1}', "keys stand in double quotes", 'Write "200".'],
  ["{‸'id': 1}", "keys stand in double quotes, not in single quotes", 'Write " at both ends.'],
  ["{‸{}}", "an object stands where a key is due", "Write a key and a colon before it."],
  ["{‸[]}", "a list stands where a key is due", "Write a key and a colon before it."],
  ['{"a":\n[1‸}', '"}" stands where "]" is due; the list opened at column 1 is still open', 'Write "]" before it.'],
  [
    '{"a":\n{"b":1\n‸]',
    '"]" stands where "}" is due; the object opened in line 2 is still open',
    'Write "}" in its place.',
  ],
  ["{}\n‸}", '"}" closes nothing', "Remove it, or write the bracket that it closes."],
  ["‸]", '"]" closes nothing', "Remove it, or write the bracket that it closes."],
  ['{"a":1} ‸{"b":2}', secondDocument, ownFile],
  ["[]\n‸[]", secondDocument, ownFile],
  ["{} ‸x", "text stands after the end of the document", "Remove it."],
  ["‸kind: system", "the text looks like YAML", yaml],
  ["\n‸---\nkind: system", "the text looks like YAML", yaml],
  ["‸- a", "the text looks like YAML", yaml],
  [
    "‸<html>",
    'the text begins with "<", as XML and HTML do',
    "Give an XML file a name that ends in .xml; fetch the document again if this is a web page.",
  ],
  ["  ‸", "the text is empty", "Write a document, or remove the file."],
  [
    '{"a": [\n1,\n2‸\n\n',
    "the text ends too early; the list opened in line 1 and the bracket around it are still open",
    "Write ]} here, or get the whole file again if it is cut off.",
  ],
  [
    "[[{‸",
    "the text ends too early; the object opened at column 3 and 2 brackets around it are still open",
    "Write }]] here, or get the whole file again if it is cut off.",
  ],
  ["[1,‸ ", "the text ends too early, after a comma; the list opened at column 1 is still open", addRest],
  ['{"a"‸', 'the text ends too early, after the key "a"; the object opened at column 1 is still open', addRest],
  [
    '{"a":‸\n',
    'the text ends too early, before the value of "a"; the object opened at column 1 is still open',
    addRest,
  ],
];

/** Valid documents of every form that JSON has. */
const valid = [
  ' {"": [1, -0.5e+10, {"a\\u00e9\\\\\\"": [true, false, null, {}, []]}], "__proto__": "\u2028“\u00a0/*" }\r\n',
  ...["0", "-0", "1E5", '""', "null", "[]", '\t[\n"\ud800"]'],
];

/** Pieces that break JSON, each in its own way. */
const marks = [
  ...[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "\\",
    "'",
    "/",
    "//",
    "/*",
    "#",
    "\n",
    " ",
    "\r",
    "\t",
    "\0",
    "\u00a0",
    "\ufeff",
  ],
  ...["-", "+", ".", "e", "E", "0", "1", "7", "_", "x", "u", ";", "=", "%", "“", "\u2028", "\ud800", "\u{1f600}", "é"],
  ...[
    "true",
    "null",
    "tru",
    "None",
    '"a"',
    '"a":',
    "[1]",
    "{}",
    "\\u00",
    "\\u00e9",
    "1e5",
    "01",
    "0.",
    "NaN",
    "...",
    "---",
  ],
];
const change = fc.record({ at: fc.nat(999), length: fc.nat(12), mark: fc.constantFrom(...marks), how: fc.nat(4) });

/** A valid text after a few changes, each of which inserts, replaces, drops or repeats something, or cuts the rest off. */
function changedTexts(originals: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(originals, fc.array(change, { maxLength: 3 })).map(([original, changes]) =>
    changes.reduce((text, { at, length, mark, how }) => {
      const start = Math.floor((at * (text.length + 1)) / 1000);
      const [head, run, tail] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
      return [head + mark + run + tail, head + mark + tail, head + tail, head + run + run + tail, head][how] ?? text;
    }, original),
  );
}

const anyValue = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, "\t"))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text can go on to be JSON: with what is open closed, and one of a few pieces in between. */
function isBeginning(text: string): boolean {
  const closing: string[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]]/gs)) {
    if (token === "{" || token === "[") closing.unshift(token === "{" ? "}" : "]");
    else if (token === "}" || token === "]") closing.shift();
  }
  const pieces = ["", "0", '"', '":0', '"":0', ":0", '""', "rue", "ue", "e", "alse", "lse", "se", "ull", "ll", "l"];
  return pieces.some((piece) => isJson(text + piece + closing.join("")));
}

/** Kind and offset of what another parser finds wrong first. */
function otherError(text: string): { kind: string; offset: number } | undefined {
  let first: { kind: string; offset: number } | undefined;
  const onError = (error: Parameters<typeof printParseErrorCode>[0], offset: number): void => {
    first ??= { kind: printParseErrorCode(error), offset };
  };
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return first;
}

/** Why our place differs from that of the other parser; "" where nothing explains it. */
function difference(text: string, ours: number, theirs: number): string {
  if (ours === theirs) return "same";
  const between = text.slice(Math.min(ours, theirs), Math.max(ours, theirs));
  if (ours < theirs) {
    if (/^[ \t\r\n]*$/.test(text.slice(ours))) return "end of the last word, not of the text";
    if (/^,[ \t\r\n]*$/.test(between)) return "comma, not what follows it";
    return /^[^\s{}[\]:,"]*$/.test(between) ? "beginning of the word" : "";
  }
  if (text.charAt(theirs) === '"' && /^"(?:[^"\\]|\\.)*$/s.test(between)) return "inside the string";
  if (isJson(between)) return "behind the value with which the word begins";
  return /^[^\s{}[\]:,"]+$/.test(between) && /^[ \t\r\n]*$/.test(text.slice(ours)) ? "end of what is cut off" : "";
}

function check(text: string, seen: Set<string>): void {
  const error = firstSyntaxError(text);
  expect(error === undefined).toBe(isJson(text));
  if (error === undefined) return;
  const { offset, words, fix } = error;
  expect(offset >= 0 && offset <= text.length).toBe(true);
  expect({ text, offset, words, isBeginning: offset === 0 || isBeginning(text.slice(0, offset)) }).toMatchObject({
    isBeginning: true,
  });
  expect(`${words}|${fix ?? "-."}`).toMatch(/^[^|]*[^.|]\|.*[^.]\.$/su);
  const other = otherError(text);
  const why = other ? difference(text, offset, other.offset) : "";
  expect({ text, offset, words, other, why }).not.toMatchObject({ why: "" });
  seen.add(why);
}

describe("firstSyntaxError", () => {
  it.each(cases)("says what is wrong in %j", (marked, words, fix) => {
    const offset = marked.indexOf("‸");
    expect(firstSyntaxError(marked.replace("‸", ""))).toEqual({ offset, words, fix });
  });

  it.each(valid)("finds nothing in %j", (text) => {
    JSON.parse(text);
    expect(firstSyntaxError(text)).toBeUndefined();
  });

  it("counts lines from the one on which the text begins", () => {
    expect(firstSyntaxError("[\r\n1}", 7)).toEqual({
      offset: 4,
      words: '"}" stands where "]" is due; the list opened in line 7 is still open',
      fix: 'Write "]" in its place.',
    });
  });

  it("repeats no more of a long key than it has to, and no half of a character", () => {
    expect(firstSyntaxError(`{"${"k".repeat(56)}\u{1f600}\u{1f600}\u{1f600}" 1}`)).toEqual({
      offset: 66,
      words: `a colon is missing after the key "${"k".repeat(56)}..."`,
      fix: "Write a colon between the key and its value.",
    });
  });

  it("says how to close a text that is cut off", () => {
    let closed = 0;
    fc.assert(
      fc.property(anyValue, fc.nat(999), (json, share) => {
        const text = json.slice(0, Math.floor((share * json.length) / 1000));
        const error = firstSyntaxError(text);
        const closing = /^Write ([}\]]+) here/.exec(error?.fix ?? "")?.[1];
        if (error && closing !== undefined) {
          closed += 1;
          expect(isJson(text.slice(0, error.offset) + closing)).toBe(true);
        } else {
          expect(error?.words ?? "none").toMatch(/^none$|ends too early|^the text is empty$/);
        }
      }),
      { seed: 11, numRuns: 1000 },
    );
    expect(closed).toBeGreaterThan(100);
  });

  it("refuses what JSON.parse refuses, where another parser does", () => {
    const seen = new Set<string>();
    const texts = changedTexts(fc.oneof(anyValue, fc.constantFrom(...valid)));
    fc.assert(
      fc.property(texts, (text) => {
        check(text, seen);
      }),
      { seed: 11, numRuns: 5000 },
    );
    expect([...seen].sort()).toEqual([
      "beginning of the word",
      "behind the value with which the word begins",
      "comma, not what follows it",
      "end of the last word, not of the text",
      "end of what is cut off",
      "inside the string",
      "same",
    ]);
  });

  it.skipIf(missing !== undefined)(`does so in real documents (skipped if there is no ${missing ?? ""})`, () => {
    const originals = realFiles.map((file) => readFileSync(file, "utf8"));
    for (const text of originals) expect(firstSyntaxError(text)).toBeUndefined();
    const seen = new Set<string>();
    fc.assert(
      fc.property(changedTexts(fc.constantFrom(...originals)), (text) => {
        check(text, seen);
      }),
      { seed: 11, numRuns: 1000 },
    );
    expect(seen.size).toBeGreaterThan(3);
  });
});
