import { trimBlanks } from "./block-lines.js";
import { parseInline } from "./inline-tree.js";
import type { MarkupElement } from "./markup-node.js";
import { trimInline } from "./normal-inline.js";

const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a line is the second line of a table under a header line: as many cells, of dashes, with a bar between. */
export function beginsTable(header: string, delimiters: string | undefined): boolean {
  if (delimiters === undefined || !delimiters.includes("|") || !delimiterRow.test(delimiters)) return false;
  return splitRow(header).length === splitRow(delimiters).length;
}

/**
 * A table from its lines: header, delimiters, body. Colons in the delimiter row become `align` of each cell of the
 * column; a header row of empty cells means that the table has none. Rows keep the cells they have.
 */
export function parseTable(header: string, delimiters: string, body: readonly string[]): MarkupElement {
  const aligns = splitRow(delimiters).map(alignOf);
  const head = splitRow(header);
  const rows = body.map((line) => row("td", splitRow(line), aligns));
  if (head.some((cell) => cell !== "") || rows.length === 0) rows.unshift(row("th", head, aligns));
  return { name: "table", attributes: {}, children: rows };
}

function row(name: "td" | "th", cells: readonly string[], aligns: readonly (string | undefined)[]): MarkupElement {
  const children = cells.map((cell, column): MarkupElement => {
    const align = aligns[column];
    const attributes = align === undefined ? {} : { align };
    return { name, attributes, children: trimInline(parseInline(cell)) };
  });
  return { name: "tr", attributes: {}, children };
}

/** The cells of a row: bars divide them, unless a backslash stands before; those at the line's ends are frame. */
function splitRow(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let start = 0;
  const text = trimBlanks(line);
  for (let index = 0; index < text.length; index += 1) {
    if (text.charAt(index) !== "|") continue;
    if (text.charAt(index - 1) === "\\") {
      cell += `${text.slice(start, index - 1)}|`;
    } else {
      cells.push(cell + text.slice(start, index));
      cell = "";
    }
    start = index + 1;
  }
  cell += text.slice(start);
  if (cells.length > 0 && cells[0] === "" && text.startsWith("|")) cells.shift();
  if (start < text.length || cell !== "" || cells.length === 0) cells.push(cell);
  return cells.map(trimBlanks);
}

function alignOf(delimiter: string): string | undefined {
  if (delimiter.startsWith(":")) return delimiter.endsWith(":") ? "center" : "left";
  return delimiter.endsWith(":") ? "right" : undefined;
}
