import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/diagnostics/frame.js";

describe("codeFrame", () => {
  it("shows the line, the one before it and a marker", () => {
    expect(codeFrame(["kind: system", "id: x", "naem: y"], 3, 1)).toBe("2 | id: x\n3 | naem: y\n  | ^");
  });

  it("shows the first line alone", () => {
    expect(codeFrame(["a: [", "b"], 1, 4)).toBe("1 | a: [\n  |    ^");
  });

  it("keeps numbers of different width in one column", () => {
    const lines = Array.from({ length: 10 }, (_, index) => `line ${String(index + 1)}`);
    expect(codeFrame(lines, 10, 6)).toBe(" 9 | line 9\n10 | line 10\n   |      ^");
  });

  it("counts lines of an excerpt from where it begins in the file", () => {
    expect(codeFrame(['{"kind": 1}'], 57, 10, 57)).toBe('57 | {"kind": 1}\n   |          ^');
  });

  it("cuts a long line around the position, and marks each side that is cut", () => {
    const [line, marker] = codeFrame([`${"a".repeat(500)}X${"b".repeat(500)}`], 1, 501).split("\n");
    expect(line).toBe(`1 | …${"a".repeat(50)}X${"b".repeat(49)}…`);
    expect(marker).toBe(`  | ${" ".repeat(51)}^`);
    expect(codeFrame([`X${"b".repeat(500)}`], 1, 1)).toBe(`1 | X${"b".repeat(99)}…\n  | ^`);
    expect(codeFrame([`${"a".repeat(500)}X`], 1, 501)).toBe(`1 | …${"a".repeat(99)}X\n  | ${" ".repeat(100)}^`);
    expect(codeFrame([`${"a".repeat(99)}X`], 1, 100)).toBe(`1 | ${"a".repeat(99)}X\n  | ${" ".repeat(99)}^`);
  });

  it("cuts the line before at the same place, and says where there is more of it", () => {
    const long = `${"a".repeat(60)}X${"b".repeat(100)}`;
    const shown = `2 | …${"a".repeat(50)}X${"b".repeat(49)}…\n  | ${" ".repeat(51)}^`;
    expect(codeFrame(["short", long], 2, 61)).toBe(`1 | …\n${shown}`);
    expect(codeFrame(["", long], 2, 61)).toBe(`1 |\n${shown}`);
  });

  it("puts the marker below the column that a terminal shows", () => {
    expect(codeFrame(["name: 東京銀行 x"], 1, 12)).toBe(`1 | name: 東京銀行 x\n  | ${" ".repeat(15)}^`);
    // A face is two code units and two columns, a mark over a letter a code unit and no column.
    expect(codeFrame(["a: 😀e\u0301 x"], 1, 9)).toBe(`1 | a: 😀e\u0301 x\n  | ${" ".repeat(7)}^`);
    expect(codeFrame([`${"😀".repeat(100)}x`], 1, 201)).toBe(`1 | …${"😀".repeat(49)}x\n  | ${" ".repeat(99)}^`);
    // No half of a character at the cut, on either side.
    const faces = `${"😀".repeat(60)} x${"😀".repeat(60)}`;
    expect(codeFrame([faces], 1, 122)).toBe(`1 | …${"😀".repeat(24)} x${"😀".repeat(25)}…\n  | ${" ".repeat(50)}^`);
  });

  it("never lets a file steer the terminal", () => {
    const text = "a\u001b[2J\u0007\u009b1m\tb\u202ec";
    expect(codeFrame([text], 1, 1)).toBe("1 | a\uFFFD[2J\uFFFD\uFFFD1m b\uFFFDc\n  | ^");
  });

  it("survives a position outside the text", () => {
    expect(codeFrame(["a"], 7, 3)).toBe("  |   ^");
    expect(codeFrame([], 1, 1)).toBe("  | ^");
  });
});
