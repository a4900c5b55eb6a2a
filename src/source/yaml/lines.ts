/** A line of a text, as far as it can matter for what is wrong with it. */
export interface TextLine {
  /** Offset of its first character, in UTF-16 code units. */
  readonly start: number;
  /** The line without its end; a long one is cut. */
  readonly text: string;
  /** Blanks and tabs before its first other character. */
  readonly indent: number;
}

/** A key and the column of a line at which it stands, counted from 0. */
export interface KeyInLine {
  readonly name: string;
  readonly column: number;
}

/** Characters of a line that are looked at. */
const longestLine = 4000;

/** The line in which an offset lies. */
export function lineAt(text: string, offset: number): TextLine {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const found = text.indexOf("\n", start);
  const end = Math.min(found < 0 ? text.length : found, start + longestLine);
  const line = text.slice(start, end).replace(/\r$/, "");
  return { start, text: line, indent: /^[ \t]*/.exec(line)?.[0].length ?? 0 };
}

/** The next line that is neither blank nor a comment. */
export function lineBehind(text: string, line: TextLine): TextLine | undefined {
  for (let end = text.indexOf("\n", line.start); end >= 0; end = text.indexOf("\n", end + 1)) {
    const next = lineAt(text, end + 1);
    if (hasContent(next)) return next;
  }
  return undefined;
}

/** The last line before a line that is neither blank nor a comment. */
export function lineBefore(text: string, line: TextLine): TextLine | undefined {
  for (let { start } = line; start > 0;) {
    const previous = lineAt(text, start - 1);
    if (hasContent(previous)) return previous;
    start = previous.start;
  }
  return undefined;
}

/** The rest of its line from an offset on; a long one is cut. */
export function restOfLine(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, Math.min(end < 0 ? text.length : end, offset + longestLine)).replace(/\r$/, "");
}

/** Where the content of a line begins behind the dashes of list entries, as a column. */
export function columnBehindDashes({ text, indent }: TextLine): number {
  let column = indent;
  while (text.charAt(column) === "-" && /[ \t]/.test(text.charAt(column + 1))) {
    column += 1;
    while (/[ \t]/.test(text.charAt(column))) column += 1;
  }
  return column;
}

/** The key with which a line begins, behind the dashes of list entries. */
export function keyIn(line: TextLine): KeyInLine | undefined {
  const column = columnBehindDashes(line);
  const rest = line.text.slice(column);
  const end = rest.search(/:(?:[ \t]|$)/);
  if (end <= 0 || rest.startsWith("#")) return undefined;
  return {
    name: rest
      .slice(0, end)
      .trim()
      .replace(/^(["'])(.*)\1$/, "$2"),
    column,
  };
}

/** Whether a line begins with the dash of a list entry. */
export function isEntry({ text, indent }: TextLine): boolean {
  return text.charAt(indent) === "-" && /^[ \t]?$/.test(text.charAt(indent + 1));
}

function hasContent({ text, indent }: TextLine): boolean {
  return indent < text.length && text.charAt(indent) !== "#";
}
