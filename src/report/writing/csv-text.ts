/**
 * A cell of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves
 * mark text: what comes from files of others must not compute.
 */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = String(value);
  const inert = typeof value === "string" && /^[\s]*[=+\-@\t\r|]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Lines of CSV, the header first. */
export function* csvText(
  header: readonly string[],
  rows: Iterable<readonly (string | number | undefined)[]>,
): Generator<string> {
  yield csvLine(header);
  for (const row of rows) yield csvLine(row);
}

function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
