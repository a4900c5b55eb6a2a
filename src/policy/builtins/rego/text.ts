import { numberFromText, numberText, RegoNumber, RegoObject, RegoSet } from "./value.js";
import type { RegoEntry, RegoValue } from "./value.js";

/**
 * The texts that compiled policies exchange with host builtins. Arguments come as Rego text, JSON and besides sets as `{1, 2}`
 * or `set()` and objects with keys of any kind; results go back as JSON text.
 */

/** Reads a value that a policy module wrote. Throws SyntaxError on text that no module writes. */
export function parseRegoText(text: string): RegoValue {
  const first = text.charCodeAt(0);
  // A lone string or number, by far the most frequent argument.
  if (first === 0x22 && !text.includes("\\")) return text.slice(1, -1);
  if (first !== 0x5b && first !== 0x7b && first !== 0x22 && first !== 0x73) return parseScalar(text);
  return new RegoTextReader(text).readAll();
}

function parseScalar(text: string): RegoValue {
  switch (text) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    default:
      return numberFromText(text);
  }
}

class RegoTextReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): RegoValue {
    const value = this.#read();
    if (this.#at !== this.#text.length) throw this.#unexpected();
    return value;
  }

  #read(): RegoValue {
    switch (this.#text[this.#at]) {
      case '"':
        return this.#readString();
      case "[":
        return this.#readArray();
      case "{":
        return this.#readSetOrObject();
      case "s":
        if (!this.#take("set()")) throw this.#unexpected();
        return RegoSet.of([]);
      default:
        return this.#readScalar();
    }
  }

  #readScalar(): RegoValue {
    const start = this.#at;
    while (this.#at < this.#text.length && !", ]}:".includes(this.#text.charAt(this.#at))) this.#at++;
    if (this.#at === start) throw this.#unexpected();
    return parseScalar(this.#text.slice(start, this.#at));
  }

  #readString(): string {
    const start = this.#at++;
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at++);
      if (Number.isNaN(code)) throw this.#unexpected();
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        this.#at++;
      }
    }
    if (!escaped) return this.#text.slice(start + 1, this.#at - 1);
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #readArray(): RegoValue {
    this.#at++;
    const items: RegoValue[] = [];
    if (this.#take("]")) return items;
    do items.push(this.#read());
    while (this.#take(", "));
    if (!this.#take("]")) throw this.#unexpected();
    return items;
  }

  #readSetOrObject(): RegoValue {
    this.#at++;
    if (this.#take("}")) return RegoObject.of([]);
    const head = this.#read();
    if (this.#take(": ")) return this.#readObject(head);
    const items: RegoValue[] = [head];
    while (this.#take(", ")) items.push(this.#read());
    if (!this.#take("}")) throw this.#unexpected();
    return RegoSet.of(items);
  }

  #readObject(firstKey: RegoValue): RegoValue {
    const entries: RegoEntry[] = [[firstKey, this.#read()]];
    while (this.#take(", ")) {
      const key = this.#read();
      if (!this.#take(": ")) throw this.#unexpected();
      entries.push([key, this.#read()]);
    }
    if (!this.#take("}")) throw this.#unexpected();
    return RegoObject.of(entries);
  }

  #take(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #unexpected(): SyntaxError {
    return new SyntaxError(`unexpected text in a Rego value at ${String(this.#at)}`);
  }
}

// With the u flag this matches unpaired surrogates only.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A value for which JSON has no text. */
class NoJson extends Error {
  override readonly name = "NoJson";
}

/**
 * Writes a value for a policy module to read, with all digits of its numbers. Throws NoJson for a set and for an object
 * with a key that is not a string, wherever in the value.
 */
export function writeJson(value: RegoValue): string {
  // The module aborts on a lone surrogate; U+FFFD is what Go puts in its place.
  if (typeof value === "string") return JSON.stringify(value.replace(LONE_SURROGATE, "\ufffd"));
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" || value instanceof RegoNumber) return numberText(value);
  if (value instanceof RegoSet) throw new NoJson("the result holds a set, which a compiled policy cannot take back");
  if (value instanceof RegoObject) return `{${value.entries.map(writeEntry).join(",")}}`;
  return `[${value.map(writeJson).join(",")}]`;
}

function writeEntry([key, value]: RegoEntry): string {
  if (typeof key === "string") return `${writeJson(key)}:${writeJson(value)}`;
  throw new NoJson(
    "the result holds an object with a key that is not a string, which a compiled policy cannot take back",
  );
}
