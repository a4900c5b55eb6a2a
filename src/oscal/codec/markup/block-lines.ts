import { unescapeText } from "./character-reference.js";

/** A line that begins a list item. */
export interface ListMarker {
  readonly ordered: boolean;
  /** `*`, `-` or `+`; `.` or `)` after a number: another one begins another list. */
  readonly delimiter: string;
  readonly start: number;
  /** Columns before the marker. */
  readonly indent: number;
  /** Columns from the line's start to the item's content. */
  readonly contentIndent: number;
  /** How many columns of white space follow the marker, when text does. */
  readonly blanks: number;
  /** The rest of the line after the marker and the blanks that belong to it. */
  readonly rest: string;
}

/** A line that begins preformatted text. */
export interface Fence {
  readonly indent: number;
  readonly character: string;
  readonly length: number;
  /** The text after the opening fence: usually the language. */
  readonly info: string;
}

/** An empty comment: it separates blocks that would run together otherwise, here as in CommonMark. */
export const blockSeparator = "<!-- -->";

const blockMarks = /^\s*(?:[`~#>\-+*_<\d]|$)/;
const fencePattern = /^(`{3,}|~{3,})(.*)$/;
const markerPattern = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/;
const rulePattern = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const headingPattern = /^(#{1,6})(?:[ \t]|$)/;
const underlineStart = /^[ \t]*[=-]/;
const underlinePattern = /^(?:=+|-+)[ \t]*$/;

/** The columns of white space at a line's start; a tab goes on to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 0x20) columns += 1;
    else if (code === 0x09) columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** A line without its first `columns` columns of white space, or without all of it when there is less. */
export function dedent(line: string, columns: number): string {
  let column = 0;
  let index = 0;
  while (index < line.length && column < columns) {
    const code = line.charCodeAt(index);
    if (code === 0x20) column += 1;
    else if (code === 0x09) column += 4 - (column % 4);
    else break;
    index += 1;
  }
  return " ".repeat(Math.max(0, column - columns)) + line.slice(index);
}

/** Whether a line holds nothing but white space. */
export function isBlankLine(line: string): boolean {
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}

/** A line's text, when it is indented less than four columns, so that it may begin a block. */
function blockText(line: string): string | undefined {
  return indentOf(line) < 4 ? line.replace(/^[ \t]+/, "") : undefined;
}

/** The list item that a line begins. */
export function readListMarker(line: string): ListMarker | undefined {
  const text = blockText(line);
  const match = text === undefined ? null : markerPattern.exec(text);
  if (text === undefined || !match || rulePattern.test(text)) return undefined;
  const [marker, bullet, number = "1", delimiter = ""] = match;
  const indent = indentOf(line);
  const after = text.slice(marker.length);
  const blanks = isBlankLine(after) ? 0 : columnsAfter(after, indent + marker.length);
  // Five blanks or more: one belongs to the marker, and the rest begins indented text.
  const padding = blanks === 0 || blanks > 4 ? 1 : blanks;
  return {
    ordered: bullet === undefined,
    delimiter: bullet ?? delimiter,
    start: Number(number),
    indent,
    contentIndent: indent + marker.length + padding,
    blanks,
    rest: blanks === 0 ? "" : " ".repeat(blanks - padding) + after.replace(/^[ \t]+/, ""),
  };
}

function columnsAfter(text: string, column: number): number {
  let end = column;
  for (const character of text) {
    if (character === " ") end += 1;
    else if (character === "\t") end += 4 - (end % 4);
    else break;
  }
  return end - column;
}

/** The fence that a line opens. */
export function readFence(line: string): Fence | undefined {
  const text = blockText(line);
  const match = text === undefined ? null : fencePattern.exec(text);
  if (!match) return undefined;
  const [, run = "", info = ""] = match;
  if (run.startsWith("`") && info.includes("`")) return undefined;
  return {
    indent: indentOf(line),
    character: run.charAt(0),
    length: run.length,
    info: unescapeText(info).replace(/\s+/g, " ").trim(),
  };
}

/** Whether a line closes a fence. */
export function closesFence(line: string, fence: Fence): boolean {
  const text = blockText(line);
  if (!text?.startsWith(fence.character.repeat(fence.length))) return false;
  let end = 0;
  while (text.charAt(end) === fence.character) end += 1;
  return isBlankLine(text.slice(end));
}

/** The level and the text of a heading that begins with number signs. */
export function readHeading(line: string): { readonly level: number; readonly text: string } | undefined {
  const text = blockText(line);
  const marks = text === undefined ? undefined : headingPattern.exec(text)?.[1];
  if (text === undefined || marks === undefined) return undefined;
  const content = trimBlanks(text.slice(marks.length));
  let end = content.length;
  while (content.charAt(end - 1) === "#") end -= 1;
  const closed = end === 0 || content.charAt(end - 1) === " " || content.charAt(end - 1) === "\t";
  return { level: marks.length, text: closed ? trimBlanks(content.slice(0, end)) : content };
}

/** Whether a line is nothing but the separator. */
export function isSeparator(line: string): boolean {
  return line.includes(blockSeparator) && trimBlanks(line) === blockSeparator;
}

/** Whether a line is a thematic break (hr). */
export function isRule(line: string): boolean {
  const text = blockText(line);
  return text !== undefined && rulePattern.test(text);
}

/** The heading level that a line gives the paragraph above it. */
export function underlineLevel(line: string): 1 | 2 | undefined {
  const text = underlineStart.test(line) ? blockText(line) : undefined;
  if (text === undefined || !underlinePattern.test(text)) return undefined;
  return text.startsWith("=") ? 1 : 2;
}

/** A line of a quotation without its mark. */
export function readQuoteLine(line: string): string | undefined {
  const text = blockText(line);
  if (!text?.startsWith(">")) return undefined;
  const after = text.charAt(1);
  if (after === " ") return text.slice(2);
  return after === "\t" ? `  ${text.slice(2)}` : text.slice(1);
}

/** Whether a line, indented or not, may begin a block other than a paragraph: nearly all lines begin with a letter. */
export function mayBeginBlock(line: string): boolean {
  return blockMarks.test(line);
}

/** Whether a line ends the paragraph before it by beginning another block. */
export function interruptsParagraph(line: string): boolean {
  if (!mayBeginBlock(line)) return false;
  if (isSeparator(line)) return true;
  if (readFence(line) ?? readHeading(line)) return true;
  if (readQuoteLine(line) !== undefined || isRule(line)) return true;
  const marker = readListMarker(line);
  return marker !== undefined && marker.rest !== "" && (!marker.ordered || marker.start === 1);
}

/** Text without blanks and tabs at its start and end; other white space is text. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (text.charAt(start) === " " || text.charAt(start) === "\t") start += 1;
  while (end > start && (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t")) end -= 1;
  return text.slice(start, end);
}
