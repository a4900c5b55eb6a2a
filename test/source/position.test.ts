import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/diagnostics/code-frame.js";
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
