import { arrayIndex } from "../pointer.js";

/** The offsets (UTF-16) of a value in a JSON text, and of the key before it where it is a property. */
export interface JsonOffset {
  readonly value: number;
  readonly key?: number;
}

/** An object or list on the way to what was asked for, as far as it has been read. */
interface OpenValue {
  /** Its members so far, by property name or index. */
  readonly members: Map<string | number, JsonOffset>;
  readonly isObject: boolean;
  /** Offset of the value that was read last, or -1 before the first. */
  last: number;
  isRead: boolean;
}

/**
 * Finds the places of values in a text that is JSON. Only the objects and lists on the way to what is asked for are looked into, and
 * only as far as that: values beside the way are skipped without being taken apart, and a search begins where the last one ended.
 * Asking in the order of the text reads it once.
 */
export class JsonOffsets {
  readonly #text: string;
  /** By the offset of the bracket. */
  readonly #open = new Map<number, OpenValue>();

  /** @param text JSON without an error, whose nesting is bounded */
  constructor(text: string) {
    this.#text = text;
  }

  /** The place of the value at the segments of a JSON pointer, or of the innermost value around it that exists. */
  place(segments: readonly string[]): JsonOffset {
    let place: JsonOffset = { value: afterBlanks(this.#text, 0) };
    for (const segment of segments) {
      const next = this.#member(place.value, segment);
      if (next === undefined) break;
      place = next;
    }
    return place;
  }

  #member(offset: number, segment: string): JsonOffset | undefined {
    const first = this.#text[offset];
    const key = first === "[" ? arrayIndex(segment) : first === "{" ? segment : undefined;
    if (key === undefined) return undefined;
    let value = this.#open.get(offset);
    if (value === undefined) {
      value = { members: new Map(), isObject: first === "{", last: -1, isRead: false };
      this.#open.set(offset, value);
    }
    let member = value.members.get(key);
    while (member === undefined && !value.isRead) {
      this.#readMember(value, offset);
      member = value.members.get(key);
    }
    return member;
  }

  /** Reads the next member of an object or list, where there is one. */
  #readMember(value: OpenValue, bracket: number): void {
    const text = this.#text;
    let index = afterBlanks(text, value.last < 0 ? bracket + 1 : this.#endOf(value.last));
    if (text[index] === ",") index = afterBlanks(text, index + 1);
    if (index >= text.length || text[index] === "}" || text[index] === "]") {
      value.isRead = true;
      return;
    }
    if (value.isObject) {
      const key = index;
      const end = endOfString(text, index);
      const raw = text.slice(index, end);
      const name = raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1);
      index = afterBlanks(text, afterBlanks(text, end) + 1); // behind the colon
      value.members.set(name, { value: index, key });
    } else value.members.set(value.members.size, { value: index });
    value.last = index;
  }

  /** Offset behind a value; of one that has been looked into, only the rest is skipped. */
  #endOf(offset: number): number {
    const value = this.#open.get(offset);
    if (value === undefined || value.last < 0) return endOfValue(this.#text, offset);
    return endOfBrackets(this.#text, this.#endOf(value.last));
  }
}

function afterBlanks(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return index;
}

function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === 0x22) return endOfString(text, start);
  if (first === 0x7b || first === 0x5b) return endOfBrackets(text, start + 1);
  // A number or a word ends where the next sign stands.
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2c || code === 0x7d || code === 0x5d) return index;
  }
  return text.length;
}

/** Offset behind the bracket that ends what the start lies in: brackets are counted, strings skipped. */
function endOfBrackets(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      const end = text.indexOf('"', index + 1);
      // Most strings end at the next quotation mark.
      index = end > 0 && text.charCodeAt(end - 1) !== 0x5c ? end : endOfString(text, index) - 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

/** Offset behind the quotation mark that ends the string; an escaped one has an odd number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === 0x5c) first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return text.length;
}
