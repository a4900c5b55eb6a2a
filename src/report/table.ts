/** A column of a text table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Longer cells are cut to this width. */
  readonly most?: number;
  /** Whether it gives way where the table is too wide: its cells are cut, and where too little is left it goes. Never an id. */
  readonly shrinks?: boolean;
}

/** The text of a cell, or the text and how it is painted: colours take no room. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

/** Least room in which a shortened text still says something. */
const LEAST = 8;
const GAP = "  ";

/**
 * Lays out rows under their titles; widths count characters as terminals show them (wide East Asian characters take two).
 * @param width columns that the table may take, as far as it has columns that shrink
 */
export function textTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], width?: number): string[] {
  const natural = columns.map((column, index) => {
    const cells = rows.map((row) => Math.min(displayWidth(textOf(row[index])), column.most ?? Infinity));
    return Math.max(displayWidth(column.title), ...cells);
  });
  const widths = fitted(columns, natural, width ?? Infinity);
  const line = (cells: readonly (Cell | undefined)[]): string =>
    columns
      .flatMap(({ align }, index) => (widths[index] === 0 ? [] : [padded(cells[index], widths[index] ?? 0, align)]))
      .join(GAP)
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}

/** The widths with which the table fits, as far as shrinking columns allow. */
function fitted(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  for (const [index, { shrinks }] of columns.entries()) {
    const total = widths.reduce((sum, each) => sum + (each === 0 ? 0 : each + GAP.length), -GAP.length);
    if (shrinks !== true || total <= width) continue;
    const left = (widths[index] ?? 0) - (total - width);
    widths[index] = left < LEAST ? 0 : left;
  }
  return widths;
}

function padded(cell: Cell | undefined, width: number, align: Column["align"]): string {
  const text = shorten(textOf(cell), width);
  const fill = " ".repeat(width - displayWidth(text));
  const shown = typeof cell === "object" ? cell.paint(text) : text;
  return align === "right" ? fill + shown : shown + fill;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "");
}

function shorten(text: string, most: number): string {
  if (displayWidth(text) <= most) return text;
  let short = "";
  for (const character of text) {
    if (displayWidth(short + character) > most - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}]/u;

/** Columns that a text takes on a terminal. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Mark}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
