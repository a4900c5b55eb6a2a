import { codeFrame } from "../diagnostics/code-frame.js";

/** A place in a text; both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets in a text; line starts are looked for as far as they are needed, and each once. */
export class LineMap {
  readonly #text: string;
  /** Offsets of the line starts up to `#read`. */
  #starts: Uint32Array = new Uint32Array(1);
  #read = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Position of a UTF-16 offset; offsets beyond the end give the end. */
  position(offset: number): Position {
    while (this.#read < offset && this.#readOn());
    const starts = this.#starts;
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
    const index = line - firstLine;
    // Where the last line shown ends is told by the start of the next.
    while (this.#starts.length <= index + 1 && this.#readOn());
    const starts = this.#starts;
    const first = Math.max(0, index - 1);
    const last = Math.min(index, starts.length - 1);
    const lines: string[] = [];
    for (let each = first; each <= last; each += 1) lines.push(this.#line(each, starts));
    return codeFrame(lines, line, column, firstLine + first);
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

  /**
   * Finds the line starts of the next piece of the text, which is as long as all before it: then the table is copied a few times only.
   * @returns whether there was one
   */
  #readOn(): boolean {
    const from = this.#read;
    if (from >= this.#text.length) return false;
    const to = Math.min(this.#text.length, Math.max(2 * from, firstPiece));
    // Counted first: a list of numbers takes several times the memory of a text that is all line ends.
    const known = this.#starts.length;
    const starts = new Uint32Array(known + countLineEnds(this.#text, from, to));
    starts.set(this.#starts);
    fillLineStarts(this.#text, from, to, starts, known);
    this.#starts = starts;
    this.#read = to;
    return true;
  }
}

/** UTF-16 code units that are looked through at least: a few hundred lines. */
const firstPiece = 16_384;

/** Whether a line ends behind the code unit at an index; a CR before an LF ends no line of its own. */
function endsLine(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 0x0a || (code === 0x0d && text.charCodeAt(index + 1) !== 0x0a);
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index += 1) if (endsLine(text, index)) count += 1;
  return count;
}

function fillLineStarts(text: string, from: number, to: number, starts: Uint32Array, known: number): void {
  let next = known;
  for (let index = from; index < to; index += 1) {
    if (!endsLine(text, index)) continue;
    starts[next] = index + 1;
    next += 1;
  }
}
