import { BLANK, LINE_FEED, MINUS, PLUS, refuse, ZERO, type Scan } from "./scan.js";

/**
 * Reads a text of several lines behind `|` or `>`, and goes to the content behind it. One with blanks beyond its indentation in an empty
 * line is refused.
 * @param start offset of the sign
 * @param around column of what the text belongs to; its lines are indented deeper
 */
export function blockText(scan: Scan, start: number, around: number): string {
  const { text } = scan;
  const folds = text.charAt(start) === ">";
  let header = start + 1;
  const digit = text.charCodeAt(header) - ZERO;
  const isGiven = digit >= 1 && digit <= 9;
  if (isGiven) header += 1;
  const sign = text.charCodeAt(header);
  const chomps = sign === MINUS || sign === PLUS;
  if (chomps) header += 1;
  scan.count(4);
  const { lines, breaks, end } = linesOf(scan, behindHeader(scan, header), around, isGiven ? around + digit : -1);
  const value = folds ? folded(lines) : lines.join("\n");
  scan.toLine(end);
  // Behind the text, a line may be indented like the text only as one of its lines.
  if (scan.indent > around) refuse();
  if (!chomps) return `${value}\n`;
  return sign === MINUS ? value : value + "\n".repeat(Math.max(1, breaks));
}

/** Offset of the line behind that of the sign, in which a comment may stand. */
function behindHeader({ text }: Scan, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) refuse();
  const rest = text.slice(offset, end);
  if (rest !== "" && !/^ +(?:#.*)?$/su.test(rest)) refuse();
  return end + 1;
}

interface Lines {
  /** Without their indentation, up to the last that is not empty; one at least. */
  readonly lines: readonly string[];
  /** Line ends behind the last that is not empty. */
  readonly breaks: number;
  /** Offset of the first line that does not belong to the text. */
  readonly end: number;
}

/** @param given indentation of the text; -1 where its first line that is not empty shows it */
function linesOf(scan: Scan, start: number, around: number, given: number): Lines {
  const { text } = scan;
  const lines: string[] = [];
  let indent = given;
  /** Blanks of the longest empty line before the first other. */
  let leading = 0;
  let empty = 0;
  let breaks = 0;
  let line = start;
  while (line < text.length) {
    let at = line;
    while (text.charCodeAt(at) === BLANK) at += 1;
    const blanks = at - line;
    if (at >= text.length) refuse();
    if (text.charCodeAt(at) === LINE_FEED) {
      if (indent < 0) leading = Math.max(leading, blanks);
      else if (blanks > indent) refuse();
      empty += 1;
      breaks += 1;
      line = at + 1;
      continue;
    }
    if (blanks <= around) break;
    if (indent < 0) indent = blanks;
    if (blanks < indent || leading > indent) refuse();
    for (; empty > 0; empty -= 1) lines.push("");
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    lines.push(text.slice(line + indent, end));
    breaks = found < 0 ? 0 : 1;
    line = found < 0 ? end : end + 1;
  }
  if (lines.length === 0) refuse();
  return { lines, breaks, end: line };
}

/** Joins lines by blanks; empty lines become line ends, and lines that are indented deeper keep theirs. */
function folded(lines: readonly string[]): string {
  let value = "";
  /** Line ends since the last line that is not empty. */
  let breaks = 0;
  let begun = false;
  let wasDeeper = false;
  for (const line of lines) {
    if (line === "") {
      breaks += 1;
      continue;
    }
    const isDeeper = line.charCodeAt(0) === BLANK;
    if (!begun || isDeeper || wasDeeper) value += "\n".repeat(breaks);
    else value += breaks === 1 ? " " : "\n".repeat(breaks - 1);
    value += line;
    breaks = 1;
    begun = true;
    wasDeeper = isDeeper;
  }
  return value;
}
