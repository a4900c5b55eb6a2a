import { problem } from "../../diagnostics/codes/csv.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { Position } from "../position.js";

/** One record as it stands in the file, before anybody knows what its cells mean. */
export interface RawRecord {
  /** Where the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where each cell begins; a quoted cell begins at its quote. */
  readonly starts: readonly Position[];
  /** Where the record ends. */
  readonly end: Position;
}

/** What separates the cells of a record. RFC 4180 has the comma; spreadsheets write others where the comma is in numbers. */
export type Separator = "," | ";" | "\t";

/** Why the text is not CSV from here on. */
export type CsvFault = Diagnostic & Position;

/**
 * Puts records together from physical lines after RFC 4180: cells are separated by commas, or by another sign, a cell in double quotes may
 * hold separators, line breaks and doubled quotes. Lines are handed in one at a time, so that every cell keeps its line and column and a
 * fault names the quote it began with. Blanks around cells belong to the cells.
 */
export class CsvRecordReader {
  readonly #file: SourceFile;
  readonly #maximum: number;
  readonly #separator: Separator;
  #cells: string[] = [];
  #starts: Position[] = [];
  /** Text so far of a quoted cell that goes on in the next line. */
  #open: string[] | undefined;
  #length = 0;

  /** @param maximum characters of one record */
  constructor(file: SourceFile, maximum: number, separator: Separator = ",") {
    this.#separator = separator;
    this.#file = file;
    this.#maximum = maximum;
  }

  /**
   * Takes the next line, without its line feed.
   * @returns the record that ends here, a fault that ends the reading, or nothing when the record goes on or the line is blank
   */
  line(text: string, number: number): RawRecord | CsvFault | undefined {
    this.#length += text.length + 1;
    if (this.#length > this.#maximum) return this.#tooLarge(number);
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    let index: number;
    if (this.#open) {
      index = this.#quoted(text, 0);
    } else if (end === 0) {
      this.#length = 0;
      return undefined;
    } else {
      this.#starts.push({ line: number, column: 1 });
      if (text.startsWith('"')) index = this.#quoted(text, 1);
      else {
        const fault = this.#plain(text, 0, end, number);
        if (typeof fault !== "number") return fault;
        index = fault;
      }
    }
    // Each turn begins behind a cell, on a separator or at the end.
    while (index >= 0) {
      if (index >= end) return this.#complete({ line: number, column: end + 1 });
      if (text[index] !== this.#separator) {
        return this.#fault({ line: number, column: index }, (place) => problem("stray-quote", place, "behind"));
      }
      index += 1;
      this.#starts.push({ line: number, column: index + 1 });
      if (text[index] === '"') index = this.#quoted(text, index + 1);
      else {
        const fault = this.#plain(text, index, end, number);
        if (typeof fault !== "number") return fault;
        index = fault;
      }
    }
    return undefined;
  }

  /** To be called after the last line: a fault when a quoted cell is still open. */
  finish(): CsvFault | undefined {
    const at = this.#starts.at(-1);
    if (!this.#open || !at) return undefined;
    return this.#fault(at, (place) => problem("unclosed-quote", place));
  }

  /** Reads a quoted cell from behind its opening quote; -1 when it goes on in the next line. */
  #quoted(text: string, from: number): number {
    const pieces = (this.#open ??= []);
    let start = from;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote < 0) {
        pieces.push(text.slice(start), "\n");
        return -1;
      }
      if (text[quote + 1] !== '"') {
        pieces.push(text.slice(start, quote));
        this.#cells.push(pieces.join(""));
        this.#open = undefined;
        return quote + 1;
      }
      pieces.push(text.slice(start, quote + 1));
      start = quote + 2;
    }
  }

  #plain(text: string, from: number, end: number, line: number): number | CsvFault {
    const next = text.indexOf(this.#separator, from);
    const stop = next < 0 ? end : next;
    const cell = text.slice(from, stop);
    const quote = cell.indexOf('"');
    if (quote >= 0) {
      return this.#fault({ line, column: from + quote + 1 }, (place) => problem("stray-quote", place, "inside"));
    }
    const carriageReturn = cell.indexOf("\r");
    if (carriageReturn >= 0) {
      return this.#fault({ line, column: from + carriageReturn + 1 }, (place) =>
        problem("stray-carriage-return", place),
      );
    }
    this.#cells.push(cell);
    return stop;
  }

  #complete(end: Position): RawRecord {
    const record = { line: this.#starts[0]?.line ?? end.line, cells: this.#cells, starts: this.#starts, end };
    this.#cells = [];
    this.#starts = [];
    this.#length = 0;
    return record;
  }

  #tooLarge(line: number): CsvFault {
    const at = this.#starts.at(-1) ?? { line, column: 1 };
    return this.#fault(at, (place) =>
      problem("record-too-large", place, { maximum: this.#maximum, open: this.#open !== undefined }),
    );
  }

  #fault(at: Position, make: (place: Position & { readonly file: SourceFile }) => Diagnostic): CsvFault {
    const place = { file: this.#file, ...at };
    return { ...make(place), ...place };
  }
}
