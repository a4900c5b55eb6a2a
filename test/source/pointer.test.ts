import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrayIndex, formatPointer, parsePointer, valueAt } from "../../src/source/pointer.js";

describe("JSON pointers", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(parsePointer(formatPointer(segments))).toEqual(segments);
      }),
    );
  });

  it("escape tilde and slash in the order that RFC 6901 wants", () => {
    expect(formatPointer(["a/b", "m~n", 0, "~1"])).toBe("/a~1b/m~0n/0/~01");
    expect(parsePointer("/~01")).toEqual(["~1"]);
    expect(formatPointer([])).toBe("");
    expect(parsePointer("/")).toEqual([""]);
  });

  it.each(["a", "a/b", "#/a", "/a~", "/a~2"])("refuse %j", (pointer) => {
    expect(() => parsePointer(pointer)).toThrow(SyntaxError);
  });
});

describe("arrayIndex", () => {
  it.each([
    ["0", 0],
    ["10", 10],
    ["01", undefined],
    ["-1", undefined],
    ["1e0", undefined],
    ["", undefined],
    [" 1", undefined],
    ["length", undefined],
  ])("reads %j as %j", (segment, expected) => {
    expect(arrayIndex(segment)).toBe(expected);
  });
});

describe("valueAt", () => {
  const root = JSON.parse('{"a":[{"b/c":1},null],"":2,"__proto__":{"x":3}}') as unknown;

  it.each([
    ["", root],
    ["/a/0/b~1c", 1],
    ["/a/1", null],
    ["/", 2],
    ["/__proto__/x", 3],
    ["/a/2", undefined],
    ["/a/00", undefined],
    ["/a/length", undefined],
    ["/toString", undefined],
    ["/a/0/constructor", undefined],
    ["/a/1/x", undefined],
  ])("finds %j", (pointer, expected) => {
    expect(valueAt(root, pointer)).toEqual(expected);
  });

  it("finds every value at the pointer of its place", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.string())), (tree) => {
        for (const [key, list] of Object.entries(tree)) {
          for (const [index, text] of list.entries()) expect(valueAt(tree, formatPointer([key, index]))).toBe(text);
        }
      }),
    );
  });
});
