import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/diagnostics/frame.js";
import { LineMap } from "../../src/source/position.js";

const text = fc
  .array(fc.constantFrom("\r", "\n", "\r\n", "a", "\t", "\u{1f600}", "bc "), { maxLength: 30 })
  .map((all) => all.join(""));

describe("LineMap", () => {
  it("finds the line and the column that counting finds", () => {
    fc.assert(
      fc.property(text, fc.nat(60), (content, offset) => {
        // The half of a line end belongs to the line that it ends.
        const at = Math.min(offset, content.length);
        const before = content.slice(0, at);
        const ends = content[at] === "\n" && before.endsWith("\r") ? before.slice(0, -1) : before;
        const lines = ends.split(/\r\n|\r|\n/);
        const column = (lines.at(-1)?.length ?? 0) + 1 + (before.length - ends.length);
        expect(new LineMap(content).position(offset)).toEqual({ line: lines.length, column });
      }),
      { seed: 1 },
    );
  });

  it("finds the lines of a long text, whatever ends them, in any order of asking", () => {
    const content = "a\n\r\nb\r".repeat(1000);
    const map = new LineMap(content);
    expect(map.position(5_999)).toEqual({ line: 3000, column: 2 });
    expect(map.position(2)).toEqual({ line: 2, column: 1 });
    expect(map.position(6_000)).toEqual({ line: 3001, column: 1 });
    expect(map.position(9_999)).toEqual({ line: 3001, column: 1 });
  });

  it("frames a position as the frame of all lines does", () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 0, max: 35 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(3),
        (content, line, column, before) => {
          const map = new LineMap(content);
          const firstLine = before + 1;
          const position = { line: line + before, column };
          expect(map.frame(position, firstLine)).toBe(
            codeFrame(content.split(/\r\n|\r|\n/), position.line, column, firstLine),
          );
        },
      ),
      { seed: 1 },
    );
  });
});
