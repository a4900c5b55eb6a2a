/**
 * A cell of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves
 * mark text: what comes from files of others must not compute.
 */
function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  // Signs that steer a terminal or a printer say nothing in a cell.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\ufffd");
  const inert = typeof value === "string" && /^\s*[=+\-@\t\r|\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
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
