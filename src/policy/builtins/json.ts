import { compareStrings, isArray, isNumber, numberFromText, numberText, RegoObject, RegoSet } from "./rego/value.js";
import type { HostBuiltin, RegoEntry, RegoValue } from "./rego/value.js";

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/gu;

/** JSON has no text for a number such as `1.`. */
class NoJsonText extends Error {}

/** Sets as arrays, keys sorted and made texts, and the characters escaped that mean something in HTML. */
function textOf(value: RegoValue): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isNumber(value)) {
    const text = numberText(value);
    if (!JSON_NUMBER.test(text)) throw new NoJsonText(text);
    return text;
  }
  if (isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (value instanceof RegoSet) return `[${value.items.map(textOf).join(",")}]`;
  // Of keys that become the same text the last one counts.
  const members = new Map(value.entries.map(([key, member]) => [keyText(key), member]));
  const sorted = [...members].sort(([a], [b]) => compareStrings(a, b));
  return `{${sorted.map(([key, member]) => `${quoted(key)}:${textOf(member)}`).join(",")}}`;
}

function keyText(key: RegoValue): string {
  return typeof key === "string" ? key : textOf(key);
}

function quoted(text: string): string {
  return JSON.stringify(text.replace(LONE_SURROGATE, "\ufffd")).replace(
    ESCAPED_BY_GO,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const marshal: HostBuiltin = (value = null) => {
  try {
    return textOf(value);
  } catch (error) {
    if (error instanceof NoJsonText) return undefined;
    throw error;
  }
};

const TOKEN = /[ \t\n\r]*(?:([[\]{}:,])|("(?:[^"\\]|\\.)*")|([^\s[\]{}:,"]+))/gu;

/** Reads a JSON text that is known to be well-formed, with all digits of its numbers. */
class JsonReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = Array.from(text.matchAll(TOKEN), ([, mark, string, scalar]) => {
      return mark ?? string ?? scalar ?? "";
    });
  }

  read(): RegoValue {
    const token = this.#take();
    switch (token) {
      case "[":
        return this.#list("]", () => this.read());
      case "{":
        return RegoObject.of(this.#list("}", () => this.#entry()));
      case "null":
        return null;
      case "true":
        return true;
      case "false":
        return false;
      default:
        return token.startsWith('"') ? (JSON.parse(token) as string) : numberFromText(token);
    }
  }

  #entry(): RegoEntry {
    const key = JSON.parse(this.#take()) as string;
    this.#take();
    return [key, this.read()];
  }

  #list<Item>(end: string, read: () => Item): Item[] {
    const items: Item[] = [];
    if (this.#tokens[this.#at] === end) {
      this.#at++;
      return items;
    }
    do items.push(read());
    while (this.#take() === ",");
    return items;
  }

  #take(): string {
    return this.#tokens[this.#at++] ?? "";
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const unmarshal: HostBuiltin = (text = null) =>
  typeof text === "string" && isJson(text) ? new JsonReader(text).read() : undefined;

export const jsonBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "json.marshal": marshal,
  "json.unmarshal": unmarshal,
  "json.is_valid": (text = null) => typeof text === "string" && isJson(text),
};
