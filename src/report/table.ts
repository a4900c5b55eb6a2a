/** A column of a text table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Longer cells are cut to this width. */
  readonly most?: number;
}

/** Lays out rows under their titles; widths count characters as terminals show them (wide East Asian characters take two). */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => columns.map((column, index) => shorten(row[index] ?? "", column.most)));
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...cut.map((row) => displayWidth(row[index] ?? ""))),
  );
  const layout = (cells: readonly string[]): string =>
    columns
      .map((column, index) => {
        const cell = cells[index] ?? "";
        const fill = " ".repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
        return column.align === "right" ? fill + cell : cell + fill;
      })
      .join("  ")
      .trimEnd();
  return [layout(columns.map((column) => column.title)), ...cut.map(layout)];
}

function shorten(text: string, most: number | undefined): string {
  if (most === undefined || displayWidth(text) <= most) return text;
  let short = "";
  for (const character of text) {
    if (displayWidth(short + character) > most - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}]/u;

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Mark}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
