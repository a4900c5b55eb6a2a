import { limits } from "../../../foundation/limits.js";
import type { Places } from "./places.js";

/** Thrown where a text is not plainly inside of what is accepted; it says nothing about whether the text is wrong. */
export class Refusal extends Error {}

/** One for all: what is caught is not looked at, and a trace would cost more than reading the file. */
const refusal = new Refusal("not plainly accepted");

export function refuse(): never {
  throw refusal;
}

export const LINE_FEED = 0x0a;
export const BLANK = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const APOSTROPHE = 0x27;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
export const COLON = 0x3a;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const BAR = 0x7c;
export const CLOSE_MAP = 0x7d;

/** Where the reader is in a text. It stands at the first character of content of a line whenever no value is being read. */
export class Scan {
  readonly text: string;
  /** Where the places of values are written down, if anybody asks for them. */
  readonly places: Places | undefined;
  /** Offset of the content. */
  at = 0;
  /** Column of the content, counted from 0; -1 at the end of a document, where the text ends or "---" stands. */
  indent = -1;
  /** Offset of the line in which the content stands. */
  lineStart = 0;
  /** Whether lines with a comment were passed on the way to this line. */
  commented = false;
  /** Blank lines that were passed on the way to this line. */
  blanks = 0;
  /** No fewer than the tokens that the library makes of what has been read. */
  // A document begins with one, before anything is read.
  #tokens = 2;

  constructor(text: string, places: Places | undefined) {
    this.text = text;
    this.places = places;
  }

  /** Counts tokens before they become a tree; whether they really are too many is for the library to say. */
  count(tokens: number): void {
    this.#tokens += tokens;
    if (this.#tokens > limits.yamlTokens) refuse();
  }

  /** Whether a character is an end of line, a blank, or the end of the text. */
  isEmptyAt(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code === BLANK || code === LINE_FEED || offset >= this.text.length;
  }

  /** The offset of the first character behind blanks. */
  behindBlanks(offset: number): number {
    let at = offset;
    while (this.text.charCodeAt(at) === BLANK) at += 1;
    return at;
  }

  /** Whether an entry of a list begins at an offset. */
  isDashAt(offset: number): boolean {
    return this.text.charCodeAt(offset) === MINUS && this.isEmptyAt(offset + 1);
  }

  /**
   * Goes to the first content of the next document. A line "---" begins it, which may be left out before the first.
   * @returns false where the text has ended
   */
  toDocument(): boolean {
    if (this.indent < 0) {
      if (this.at >= this.text.length) return false;
      this.count(8);
      this.endLine(this.at + 3);
    }
    // A document that is empty or no collection at the left margin is none of those that are accepted.
    return this.indent === 0 ? true : refuse();
  }

  /** Goes to the next content behind a value, behind which nothing but a comment may stand in its line. */
  endLine(end: number): void {
    const at = this.behindBlanks(end);
    if (at >= this.text.length) {
      this.toLine(at);
      return;
    }
    const code = this.text.charCodeAt(at);
    if (code === LINE_FEED) this.toLine(at + 1);
    else if (code === HASH && at > end) this.toLine(this.#behindComment(at));
    else refuse();
  }

  /** Goes to the content of the line that begins at an offset, or of the next one that has some. */
  toLine(start: number): void {
    const { text } = this;
    this.commented = false;
    this.blanks = 0;
    for (let line = start; ;) {
      const at = this.behindBlanks(line);
      if (at >= text.length) {
        this.indent = -1;
        this.at = at;
        this.lineStart = line;
        return;
      }
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) {
        this.blanks += 1;
        this.count(2);
        line = at + 1;
      } else if (code === HASH) {
        this.commented = true;
        this.count(3);
        const end = text.indexOf("\n", at);
        line = end < 0 ? text.length : end + 1;
      } else {
        this.indent = at === line && this.#isMarker(at) ? -1 : at - line;
        this.at = at;
        this.lineStart = line;
        return;
      }
    }
  }

  /** Whether a line that begins at an offset begins a document; one that may end a document is refused. */
  #isMarker(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (code !== MINUS && code !== DOT) return false;
    if (this.text.charCodeAt(offset + 1) !== code || this.text.charCodeAt(offset + 2) !== code) return false;
    return code === MINUS && this.isEmptyAt(offset + 3) ? true : refuse();
  }

  /** A comment that begins like a number of something may be part of the text before it; there is a caution about that. */
  #behindComment(offset: number): number {
    const code = this.text.charCodeAt(offset + 1);
    if (code >= 0x30 && code <= 0x39) refuse();
    this.count(2);
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end + 1;
  }
}
