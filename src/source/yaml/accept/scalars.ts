import { isInexact } from "../../json/scan.js";
import { APOSTROPHE, BACKSLASH, BLANK, DOT, MINUS, PLUS, QUOTE, refuse } from "./scan.js";

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

/** Offset behind the quote that closes a text in quotes. @param start offset of the quote that opens it */
export function quotedEnd(text: string, start: number): number {
  const isDouble = text.charCodeAt(start) === QUOTE;
  let end = text.indexOf(isDouble ? '"' : "'", start + 1);
  if (isDouble) while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  else while (end >= 0 && text.charCodeAt(end + 1) === APOSTROPHE) end = text.indexOf("'", end + 2);
  return end < 0 ? refuse() : end + 1;
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, offset: number): boolean {
  let at = offset;
  while (text.charCodeAt(at - 1) === BACKSLASH) at -= 1;
  return (offset - at) % 2 === 1;
}

/**
 * The text in quotes between two offsets.
 * @param around column of what it belongs to, deeper than which its lines are indented; undefined where it ends in its first line
 */
export function quotedValue(text: string, start: number, end: number, around?: number): string {
  const inner = text.slice(start + 1, end - 1);
  const line = inner.includes("\n") ? joined(inner, around ?? refuse()) : inner;
  if (text.charCodeAt(start) === APOSTROPHE) return line.includes("'") ? line.replaceAll("''", "'") : line;
  return line.includes("\\") ? unescaped(line) : line;
}

/** Joins the lines of a text in quotes by blanks; empty ones become line ends. */
function joined(inner: string, around: number): string {
  const [first = "", ...others] = inner.split("\n");
  let value = withoutEndBlanks(first);
  let breaks = 0;
  for (const [index, line] of others.entries()) {
    const indent = line.search(/[^ ]|$/);
    const content = line.slice(indent);
    const isLast = index === others.length - 1;
    breaks += 1;
    if (content === "" && !isLast) continue;
    if (indent <= around) refuse();
    value += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + (isLast ? content : withoutEndBlanks(content));
    breaks = 0;
  }
  return value;
}

/** A line without the blanks at its end; a backslash there has a meaning of its own. */
function withoutEndBlanks(line: string): string {
  let end = line.length;
  while (line.charCodeAt(end - 1) === BLANK) end -= 1;
  return line.charCodeAt(end - 1) === BACKSLASH ? refuse() : line.slice(0, end);
}

function unescaped(line: string): string {
  return line.replaceAll(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([^]))/g,
    (_all, two: string | undefined, four: string | undefined, sign: string | undefined) =>
      sign === undefined ? String.fromCharCode(parseInt(two ?? four ?? "", 16)) : (escapes.get(sign) ?? refuse()),
  );
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
