import { printable } from "../../foundation/printable.js";

/** Text in which nothing is markup, nor a mention or a reference that GitHub would make a link of. */
export function escapedMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replaceAll("@", "&#64;");
}

/** A code span around any text: its fence is longer than every run of backticks inside. */
export function codeSpan(text: string): string {
  const content = printable(text);
  const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 || /^ .* $/.test(content) ? " " : "";
  return content === "" ? '""' : `${fence}${pad}${content}${pad}${fence}`;
}

/** Text from files for a cell of a table or an item of a list: on one line, at most so many characters, and no markup. */
export function markdownCell(text: string, most = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return escapedMarkdown(line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line);
}

/** A table of GitHub's Markdown. @param columns titles; a title that begins with ">" is of a column of numbers */
export function* markdownTable(columns: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield tableRow(columns.map((title) => title.replace(/^>/, "")));
  yield tableRow(columns.map((title) => (title.startsWith(">") ? "--:" : "---")));
  for (const row of rows) yield tableRow(row);
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/**
 * A file and line as a link.
 * @param path as the reader of the report sees it
 * @param sources address below which a code host shows the files; without one, the link is a relative one
 */
export function placeLink(path: string, line: number | undefined, sources: string | undefined): string {
  const shown = line === undefined ? path : `${path}:${String(line)}`;
  // Outside of the folder there is nothing that an address could lead to.
  if (path.startsWith("../") || path.startsWith("/")) return markdownCell(shown);
  const target = path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[()]/g, escapedParenthesis))
    .join("/");
  const anchor = line === undefined ? "" : `#L${String(line)}`;
  return `[${markdownCell(shown)}](${sources === undefined ? "" : `${sources}/`}${target}${anchor})`;
}

function escapedParenthesis(sign: string): string {
  return sign === "(" ? "%28" : "%29";
}

/** The most of a part of a page. */
export interface PartLimit {
  /** Lines below the two that a table begins with. */
  readonly rows: number;
  /** Bytes in UTF-8. */
  readonly bytes: number;
}

/**
 * Lines as long as they are few and short enough.
 * @param total number of all lines
 * @param more says how many are left out
 */
export function* limited(
  lines: Iterable<string>,
  { rows, bytes }: PartLimit,
  total: number,
  more: (left: number) => string,
): Generator<string> {
  let [shown, size] = [0, 0];
  for (const line of lines) {
    size += Buffer.byteLength(line);
    if (shown >= rows + 2 || size > bytes) break;
    shown += 1;
    yield line;
  }
  if (shown < total) yield more(total - shown);
}
