import { isInexact } from "../../json/scan.js";
import { APOSTROPHE, BACKSLASH, DOT, LINE_FEED, MINUS, PLUS, refuse } from "./scan.js";

/** A scalar as it was read, and the offset behind it. */
export interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

/** Everything that the core schema may take for a number, and some more. */
const numberLike =
  /^[-+]?(?:0x[\da-fA-F]*|0o[0-7]*|\.(?:inf|Inf|INF|nan|NaN|NAN)|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;

/** Numbers as people and programs write them, which JSON could hold, too. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** What a text of one line without quotes means in the core schema. Numbers in rare forms, or with too many digits, are refused. */
export function plainValue(source: string): unknown {
  const first = source.charCodeAt(0);
  if ((first >= 0x30 && first <= 0x39) || first === MINUS || first === PLUS || first === DOT) {
    if (!numberLike.test(source)) return source;
    if (!plainNumber.test(source) || isInexact(source, 0, source.length)) refuse();
    return source.includes(".") ? parseFloat(source) : parseInt(source, 10);
  }
  if (source.length > 5) return source;
  switch (source) {
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    default:
      return source;
  }
}

/** Whether a text without quotes may begin with a character that has no meaning of its own there. */
export function mayBeginPlain(code: number): boolean {
  return !signs.has(code);
}

/** Characters that begin something else; `-`, `?` and `:` do so before a blank only. */
const signs: ReadonlySet<number> = new Set(Array.from(",[]{}#&*!|>'\"%@`", (sign) => sign.charCodeAt(0)));

/** Reads a text in single quotes that ends in the line in which it begins. @param start offset of the first quote */
export function singleQuoted(text: string, start: number): Read<string> {
  let end = text.indexOf("'", start + 1);
  let doubled = false;
  while (end >= 0 && text.charCodeAt(end + 1) === APOSTROPHE) {
    doubled = true;
    end = text.indexOf("'", end + 2);
  }
  if (end < 0) refuse();
  const inner = text.slice(start + 1, end);
  if (inner.includes("\n")) refuse();
  return { value: doubled ? inner.replaceAll("''", "'") : inner, end: end + 1 };
}

/** Reads a text in double quotes that ends in the line in which it begins. @param start offset of the first quote */
export function doubleQuoted(text: string, start: number): Read<string> {
  let end = text.indexOf('"', start + 1);
  if (end < 0) refuse();
  const inner = text.slice(start + 1, end);
  if (inner.includes("\n")) refuse();
  if (!inner.includes("\\")) return { value: inner, end: end + 1 };
  let value = "";
  let from = start + 1;
  for (let at = from; ; ) {
    const next = nextOf(text, at);
    if (text.charCodeAt(next) !== BACKSLASH) {
      end = next;
      break;
    }
    value += text.slice(from, next);
    const sign = text.charAt(next + 1);
    const digits = sign === "x" ? 2 : sign === "u" ? 4 : 0;
    at = next + 2 + digits;
    from = at;
    value += digits === 0 ? (escapes.get(sign) ?? refuse()) : characterOf(text.slice(next + 2, at), digits);
  }
  return { value: value + text.slice(from, end), end: end + 1 };
}

/** Offset of the next backslash or double quote in a line. */
function nextOf(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || code === 0x22) return at;
    if (code === LINE_FEED) break;
  }
  return refuse();
}

function characterOf(digits: string, length: number): string {
  if (digits.length !== length || !/^[\da-fA-F]+$/.test(digits)) refuse();
  return String.fromCharCode(parseInt(digits, 16));
}

/** What stands behind a backslash in a text in double quotes, and its meaning. */
const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
]);
