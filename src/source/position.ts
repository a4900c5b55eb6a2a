import { codeFrame } from "../diagnostics/code-frame.js";

/** A place in a text; both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets in a text; the table of line starts is made on first use. */
export class LineMap {
  readonly #text: string;
  #starts: Uint32Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Position of a UTF-16 offset; offsets beyond the end give the end. */
  position(offset: number): Position {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.#text.length) - (starts[low] ?? 0) + 1 };
  }

  /**
   * The code frame of a position, made of the two lines that it shows alone.
   * @param firstLine line of the file on which the text begins, from which the position counts too
   */
  frame({ line, column }: Position, firstLine = 1): string {
    const starts = this.#lineStarts();
    const index = line - firstLine;
    const first = Math.max(0, index - 1);
    const last = Math.min(index, starts.length - 1);
    const lines: string[] = [];
    for (let each = first; each <= last; each += 1) lines.push(this.#line(each, starts));
    return codeFrame(lines, line, column, firstLine + first);
  }

  /** All lines without their line ends. */
  lines(): string[] {
    return this.#text.split(/\r\n|\r|\n/);
  }

  /** A line without its end; a line of the whole text costs no copy of it. */
  #line(index: number, starts: Uint32Array): string {
    const start = starts[index] ?? this.#text.length;
    let end = starts[index + 1] ?? this.#text.length;
    if (index + 1 < starts.length) {
      end -= 1;
      if (this.#text.charCodeAt(end) === 0x0a && this.#text.charCodeAt(end - 1) === 0x0d) end -= 1;
    }
    return this.#text.slice(start, end);
  }

  #lineStarts(): Uint32Array {
    if (this.#starts) return this.#starts;
    // Counted first: a list of numbers takes several times the memory of a text that is all line ends.
    const starts = new Uint32Array(eachLineEnd(this.#text, () => undefined) + 1);
    eachLineEnd(this.#text, (end, number) => {
      starts[number] = end;
    });
    this.#starts = starts;
    return starts;
  }
}

/** Calls back with the offset behind each line end and its number from 1; gives their number. */
function eachLineEnd(text: string, found: (end: number, number: number) => void): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // A CR before an LF ends no line of its own.
    if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(index + 1) === 0x0a)) continue;
    count += 1;
    found(index + 1, count);
  }
  return count;
}
