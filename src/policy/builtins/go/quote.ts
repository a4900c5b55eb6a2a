import { isPrintableCodePoint } from "./printable.js";

/** Go's quoting of strings and characters (strconv.Quote and its kin). */

const NEEDS_NO_ESCAPE = /^[ !#-[\]-~]*$/u;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\u0007", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
]);

export function isPrintable(char: string): boolean {
  return isPrintableCodePoint(char.codePointAt(0) ?? 0);
}

function escapeChar(char: string, quote: string, asciiOnly: boolean): string {
  if (char === quote || char === "\\") return `\\${char}`;
  const code = char.codePointAt(0) ?? 0;
  if (isPrintable(char) && !(asciiOnly && code > 0x7e)) return char;
  const short = ESCAPES.get(char);
  if (short !== undefined) return short;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** A double-quoted string; with `asciiOnly`, everything beyond ASCII escaped. */
export function quoteString(text: string, asciiOnly = false): string {
  if (NEEDS_NO_ESCAPE.test(text)) return `"${text}"`;
  let quoted = "";
  for (const char of text) quoted += escapeChar(char, '"', asciiOnly);
  return `"${quoted}"`;
}

/** A single-quoted character. */
export function quoteChar(char: string, asciiOnly: boolean): string {
  return `'${escapeChar(char, "'", asciiOnly)}'`;
}

/** Whether a string can be written between backquotes as it is. */
export function canBackquote(text: string): boolean {
  return !/[\p{Cc}`\ufeff\ufffd]/u.test(text.replaceAll("\t", ""));
}
