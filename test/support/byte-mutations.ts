import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";

/** Texts that mean something to one of the formats, or to none. */
// prettier-ignore
const marks = [
  "{", "}", "[", "]", '"', "\\", ",", ":", "<", ">", "&", "&#", ";", "'", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>",
  "<!DOCTYPE a [", "/>", "</", " xmlns:a=", "- ", "*a ", "&a ", "!!map ", "| ", "> ", "? ", "%", "---\n", "...\n", "#", "\t",
  "\r", "\n", "\r\n", "  ", "\u0085", "\u2028", "\ufeff", "\u{1f600}", "\u0000", "\u0001", "\u007f", "1e999", "\\ud800",
].map((mark) => Buffer.from(mark));

/** Numbers from 0 up to below the given one, always the same (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Flips, inserts, drops or repeats a few bytes, or cuts the rest off. */
export function mutate(bytes: Buffer, next: (below: number) => number): Buffer {
  const at = next(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + (next(4) === 0 ? next(400) : next(8)));
  const [before, run, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (next(16)) {
    case 0:
      return before;
    case 1:
    case 2:
    case 3:
      return Buffer.concat([before, run.map((byte, index) => (index === 0 ? byte ^ (1 << next(8)) : byte)), after]);
    case 4:
    case 5:
      return Buffer.concat([before, Buffer.from(Array.from({ length: 1 + next(4) }, () => next(256))), run, after]);
    case 6:
    case 7:
    case 8:
    case 9:
      return Buffer.concat([before, marks[next(marks.length)] ?? Buffer.of(), run, after]);
    case 10:
    case 11:
    case 12:
      return Buffer.concat([before, after]);
    default:
      return Buffer.concat([before, ...Array.from({ length: 2 + next(6) ** 3 }, () => run), after]);
  }
}

/** Whether the place of a diagnostic lies in no line of the text, nor right behind one. */
export function misplaced({ line = 0, column = 0 }: Diagnostic, lines: readonly string[]): boolean {
  return column < 1 || column > (lines[line - 1] ?? "").length + 1 || line < 1 || line > lines.length;
}
