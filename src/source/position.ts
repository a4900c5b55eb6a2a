import { codeFrame } from "../diagnostics/frame.js";

/** A place in a text; both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets in a text; line starts are looked for as far as they are needed, and each once. */
export class LineMap {
  readonly #text: string;
  /** Offsets of the line starts, as many as are known; there is room for more. */
  #starts: Uint32Array = new Uint32Array(firstRoom);
  #known = 1;
  /** The next LF and the next CR behind the last known start; Infinity where there is none, -1 before the first search. */
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Position of a UTF-16 offset; offsets beyond the end give the end. */
  position(offset: number): Position {
    this.#readBeyond(offset);
    const starts = this.#starts;
    let low = 0;
    let high = this.#known - 1;
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
    // The start of the next line tells where the last line shown ends.
    while (this.#known <= index + 1 && this.#readBeyond(this.#starts[this.#known - 1] ?? 0));
    const first = Math.max(0, index - 1);
    const last = Math.min(index, this.#known - 1);
    const lines: string[] = [];
    for (let each = first; each <= last; each += 1) lines.push(this.#line(each));
    return codeFrame(lines, line, column, firstLine + first);
  }

  /** A line without its end; a line of the whole text costs no copy of it. */
  #line(index: number): string {
    const text = this.#text;
    const start = this.#starts[index] ?? text.length;
    if (index + 1 >= this.#known) return text.slice(start);
    let end = (this.#starts[index + 1] ?? text.length) - 1;
    if (text.charCodeAt(end) === 0x0a && text.charCodeAt(end - 1) === 0x0d) end -= 1;
    return text.slice(start, end);
  }

  /**
   * Finds line starts until one lies behind the offset. Line ends are sought by the engine: a document in one line, as machines write
   * it, would take as many steps here as it has characters.
   * @returns whether there was one that was not known
   */
  #readBeyond(offset: number): boolean {
    const text = this.#text;
    const before = this.#known;
    let start = this.#starts[before - 1] ?? 0;
    while (start <= offset) {
      if (this.#lineFeed < start) this.#lineFeed = nextIndex(text, "\n", start);
      if (this.#carriageReturn < start) this.#carriageReturn = nextIndex(text, "\r", start);
      const end = Math.min(this.#lineFeed, this.#carriageReturn);
      if (end === Infinity) break;
      // A CR before an LF ends no line of its own.
      start = this.#lineFeed === end + 1 && this.#carriageReturn === end ? end + 2 : end + 1;
      if (this.#known === this.#starts.length) this.#grow();
      this.#starts[this.#known] = start;
      this.#known += 1;
    }
    return this.#known > before;
  }

  /** Twice the room, but no more than a text can need that is all line ends. */
  #grow(): void {
    const starts = new Uint32Array(Math.min(2 * this.#starts.length, this.#text.length + 1));
    starts.set(this.#starts);
    this.#starts = starts;
  }
}

/** Line starts for which there is room at first: each line of a file with a document a line has a map of its own. */
const firstRoom = 16;

function nextIndex(text: string, sign: string, from: number): number {
  const index = text.indexOf(sign, from);
  return index < 0 ? Infinity : index;
}
