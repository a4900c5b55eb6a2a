import { displayWidth } from "../foundation/display-width.js";
import { printable } from "../foundation/printable.js";

const MAX_WIDTH = 100;
/** Stands where a line goes on that is not shown. */
const CUT = "…";

/**
 * The line that holds the position, the line before it and a marker below, each with its number.
 * Long lines are cut around the position, with a sign on each side that is cut; characters that could steer a terminal are made visible
 * instead. The marker stands below the column as a terminal shows it, also behind characters that take two columns.
 * @param line counts from 1 within the file
 * @param column counts from 1, in UTF-16 code units
 * @param firstLine number of the file's line that `lines` begins with
 */
export function codeFrame(lines: readonly string[], line: number, column: number, firstLine = 1): string {
  const width = String(line).length;
  const rows: string[] = [];
  const before = column - 1;
  const marked = lines[line - firstLine] ?? "";
  // Around the position, but no further right than the line's end asks for: a line that fits is shown whole.
  const latest = Math.max(0, Math.max(marked.length, column) - MAX_WIDTH);
  const start = wholeCharacter(marked, Math.min(latest, Math.max(0, before - Math.floor(MAX_WIDTH / 2))), 1);
  for (const number of [line - 1, line]) {
    const content = lines[number - firstLine];
    if (content === undefined) continue;
    rows.push(`${String(number).padStart(width)} | ${cut(content, start)}`.trimEnd());
  }
  const shown = cut(marked, start);
  // Behind the end of the line there is nothing to measure: each column beyond it is one.
  const reached = shown.slice(0, before - start + (start > 0 ? CUT.length : 0));
  const beyond = Math.max(0, before - Math.max(start, marked.length));
  rows.push(`${" ".repeat(width)} | ${" ".repeat(displayWidth(reached) + beyond)}^`);
  return rows.join("\n");
}

/** The part of a line that is shown. */
function cut(content: string, start: number): string {
  if (content.length === 0) return "";
  const from = wholeCharacter(content, start, 1);
  const end = wholeCharacter(content, from + MAX_WIDTH, -1);
  return `${from > 0 ? CUT : ""}${printable(content.slice(from, end))}${end < content.length ? CUT : ""}`;
}

/** The offset, or the next in the direction where it would cut a character in two. */
function wholeCharacter(text: string, offset: number, direction: 1 | -1): number {
  const before = text.charCodeAt(offset - 1);
  const behind = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && behind >= 0xdc00 && behind <= 0xdfff ? offset + direction : offset;
}
