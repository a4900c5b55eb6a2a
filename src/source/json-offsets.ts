import { arrayIndex } from "./pointer.js";

/** Where a value stands in a JSON text, and the key before it where it is a property; UTF-16 offsets. */
export interface JsonPlace {
  readonly value: number;
  readonly key?: number;
}

/**
 * Finds the places of values in a text that is JSON. Only the objects and lists on the way to what is asked for are looked into, each
 * once: what lies beside the way is passed over without being taken apart.
 */
export class JsonOffsets {
  readonly #text: string;
  /** By the offset of its bracket: what stands in an object or list, by property name or index. */
  readonly #contents = new Map<number, ReadonlyMap<string | number, JsonPlace>>();

  /** @param text JSON without an error, whose nesting is bounded */
  constructor(text: string) {
    this.#text = text;
  }

  /** The place of the value at the segments of a JSON pointer, or of the innermost value around it that exists. */
  place(segments: readonly string[]): JsonPlace {
    let place: JsonPlace = { value: afterBlanks(this.#text, 0) };
    for (const segment of segments) {
      const first = this.#text[place.value];
      const key = first === "[" ? arrayIndex(segment) : first === "{" ? segment : undefined;
      const next = key === undefined ? undefined : this.#contentOf(place.value).get(key);
      if (next === undefined) break;
      place = next;
    }
    return place;
  }

  #contentOf(bracket: number): ReadonlyMap<string | number, JsonPlace> {
    const known = this.#contents.get(bracket);
    if (known !== undefined) return known;
    const content = contentAt(this.#text, bracket);
    this.#contents.set(bracket, content);
    return content;
  }
}

function contentAt(text: string, bracket: number): ReadonlyMap<string | number, JsonPlace> {
  const content = new Map<string | number, JsonPlace>();
  const isObject = text[bracket] === "{";
  let index = afterBlanks(text, bracket + 1);
  for (let count = 0; index < text.length && text[index] !== "}" && text[index] !== "]"; count += 1) {
    let key: number | undefined;
    if (isObject) {
      key = index;
      const end = endOfString(text, index);
      const raw = text.slice(index, end);
      const name = raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1);
      index = afterBlanks(text, afterBlanks(text, end) + 1); // behind the colon
      content.set(name, { value: index, key });
    } else content.set(count, { value: index });
    index = afterBlanks(text, endOfValue(text, index));
    if (text[index] === ",") index = afterBlanks(text, index + 1);
  }
  return content;
}

function afterBlanks(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return index;
}

/** Offset behind a value: brackets are counted, strings leapt over. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      index = endOfString(text, index) - 1;
      if (depth === 0) return index + 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      // Of a number or a word, the bracket of what holds it is the end.
      if (depth === 0) return index;
      depth -= 1;
      if (depth === 0) return index + 1;
    } else if (code === 0x2c && depth === 0) return index;
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
