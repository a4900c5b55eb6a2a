import { printable } from "../foundation/printable.js";

const MAX_WIDTH = 100;

/**
 * The line that holds the position, the line before it and a marker below, each with its number.
 * Long lines are cut around the position; characters that could steer a terminal are made visible instead.
 * @param line counts from 1 within the file
 * @param column counts from 1, in UTF-16 code units
 * @param firstLine number of the file's line that `lines` begins with
 */
export function codeFrame(lines: readonly string[], line: number, column: number, firstLine = 1): string {
  const width = String(line).length;
  const rows: string[] = [];
  const start = Math.max(0, column - 1 - Math.floor(MAX_WIDTH / 2));
  for (const number of [line - 1, line]) {
    const content = lines[number - firstLine];
    if (content === undefined) continue;
    rows.push(`${String(number).padStart(width)} | ${printable(content.slice(start, start + MAX_WIDTH))}`.trimEnd());
  }
  rows.push(`${" ".repeat(width)} | ${" ".repeat(Math.max(0, column - 1 - start))}^`);
  return rows.join("\n");
}
