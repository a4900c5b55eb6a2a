import { quote } from "../schema-words.js";
import { restOfLine } from "./lines.js";

/** Longest text that a fix repeats. */
export const longestExample = 60;

/**
 * The text without quotes that stands from an offset to the end of its line or, within brackets, to the end of its entry; a comment behind
 * it is left out.
 */
export function plainText(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const inBrackets = /[[{]/.test(text.slice(Math.max(start, offset - 200), offset));
  const rest = restOfLine(text, offset).replace(/[ \t]+#.*$/, "");
  return (inBrackets ? (rest.split(/[,\]}]/)[0] ?? rest) : rest).trim();
}

/** The end of a sentence that shows a text in quotes; a long one, or one that has some already, is not repeated. */
export function inQuotes(text: string): string {
  if (text.length > longestExample) return `"${text.slice(0, longestExample - 20)}...".`;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'.` : `"${text}".`;
}

/** A piece of the file as a message shows it: as it is written, and shortened. */
export function quoted(text: string): string {
  return quote(text.trim()).replaceAll("\\\\", "\\").replaceAll('\\"', '"');
}
