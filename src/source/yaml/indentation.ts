import { plural } from "../../foundation/words.js";
import { quote } from "../schema-words.js";
import { columnBehindDashes, isEntry, keyIn, lineBefore, lineBehind, type TextLine } from "./lines.js";
import { quoted } from "./quotes.js";
import type { Slip } from "./slip.js";

/** A column at which a key or the entries of a list stand above a line. */
interface ColumnAbove {
  readonly column: number;
  /** The key; undefined for the dash of an entry. */
  readonly key: string | undefined;
  /** Where it stands; of entries, the last. */
  readonly line: TextLine;
}

/** A tab in the indentation of a line: what stands below it in its block cannot be told from what it belongs to. */
export function tabAsIndentation(text: string, line: TextLine): Slip | undefined {
  const column = line.text.slice(0, columnBehindDashes(line)).indexOf("\t");
  if (column < 0) return undefined;
  const before = lineBefore(text, line);
  // Under a key without a value stands its block; otherwise, the parser takes a tab for one blank.
  const parent =
    before !== undefined && opensBlock(before)
      ? (keyIn(before)?.column ?? before.indent)
      : outside(columnsAbove(text, line), line.indent);
  const { last, tabs } = block(text, line, parent);
  return {
    offset: line.start + column,
    words: `a tab stands before the text of this line${tabs === 0 ? "" : ` and of ${plural(tabs, "further line")} of its block`}`,
    fix: `Write blanks in ${tabs === 0 ? "its" : "their"} place: YAML allows no tab as indentation.`,
    until: last.start + last.text.length,
  };
}

/** A line whose indentation is that of nothing above it, or that of something else; one slip for all of its block. */
export function wrongIndentation(text: string, line: TextLine): Slip {
  const forgotten = isEntry(line) ? firstDashMissing(text, line) : undefined;
  if (forgotten !== undefined) return forgotten;
  const above = columnsAbove(text, line);
  const own = line.indent;
  const offset = line.start + own;
  const key = keyIn(line);
  const entry = isEntry(line);
  if (key === undefined && !entry) {
    return {
      offset,
      words: "this line is neither a key with a value nor part of the text above it",
      fix: 'Indent it as the lines of that text are, or write it as "key: value".',
    };
  }
  const beside = above.find(({ column }) => column === own);
  const places = above
    .filter((each) => (each.key === undefined) === entry && each.column !== own)
    .sort((a, b) => Math.abs(a.column - own) - Math.abs(b.column - own))
    .slice(0, 2);
  const called = entry ? 'an entry of a list ("- ")' : quote(key?.name ?? "");
  const { last } = block(text, line, outside(above, beside?.column ?? places[0]?.column ?? own));
  const until = last.start + last.text.length;
  if (beside !== undefined && entry) {
    return {
      offset,
      words: `${called} stands beside the key ${quote(beside.key ?? "")}`,
      fix: 'Indent it under the key whose list it belongs to, or remove the "-".',
      until,
    };
  }
  const fix =
    places.length === 0
      ? "Indent it under the entry that it belongs to."
      : own === 0
        ? `Indent all keys of the document alike: by none, or ${places.map(asIndented).join(" or ")}.`
        : `Indent it ${places.map(asIndented).join(", or ")}.`;
  if (beside !== undefined && beside.key === undefined) {
    if (key !== undefined && keyIn(beside.line)?.name === key.name) {
      return {
        offset,
        words: `a "-" is missing before ${quote(key.name)}, which stands beside the entries of a list`,
        fix: `Write ${quoted(`- ${line.text.slice(key.column)}`)}, and indent the other keys of this entry as ${quote(key.name)} is then.`,
        until,
      };
    }
    return {
      offset,
      words: `the key ${called} stands beside the entries of a list`,
      fix: `${fix.slice(0, -1)}. If it belongs to the entry above, indent it deeper than the "-".`,
      until,
    };
  }
  return {
    offset,
    words:
      beside !== undefined
        ? `${called} is indented otherwise than the keys before it`
        : own === 0
          ? `${called} is not indented, and what stands above it is`
          : `${called} is indented by ${blanks(own)}, and nothing above it is`,
    fix,
    until,
  };
}

/** @param line the first line that begins with a dash, behind a mapping in its place that lacks its own */
function firstDashMissing(text: string, line: TextLine): Slip | undefined {
  let first: TextLine | undefined;
  let before = lineBefore(text, line);
  for (; before !== undefined && before.indent >= line.indent; before = lineBefore(text, before)) {
    if (before.indent === line.indent && isEntry(before)) return undefined;
    first = before;
  }
  const key = first && keyIn(first);
  if (before === undefined || !opensBlock(before) || first === undefined || key === undefined) return undefined;
  const meant = keyIn(line);
  // Indented as the keys of the entry are, or begun by the same key.
  if (first.indent !== columnBehindDashes(line) && meant?.name !== key.name) return undefined;
  const { last } = block(text, line, keyIn(before)?.column ?? before.indent);
  const indent = first.indent === line.indent ? ", and indent its other keys as this one is then" : "";
  return {
    offset: first.start + first.indent,
    words: `a "-" is missing before ${quote(key.name)}: further down, an entry of the same list has one`,
    fix: `Write ${quoted(`- ${first.text.slice(key.column)}`)}, with the "-" below the others${indent}.`,
    until: last.start + last.text.length,
  };
}

/**
 * A key that is indented deeper than the key before it, though that one has a value already.
 * @param line the line with the key that has a value
 */
export function deeperThanItsSibling(text: string, line: TextLine): Slip | undefined {
  const sibling = keyIn(line);
  if (sibling === undefined) return undefined;
  for (let next = lineBehind(text, line); next !== undefined; next = lineBehind(text, next)) {
    if (next.indent <= sibling.column) return undefined;
    const key = keyIn(next);
    if (key === undefined) continue;
    return {
      offset: next.start + next.indent,
      words: `${quote(key.name)} is indented deeper than ${quote(sibling.name)}, which has a value already`,
      fix: `Indent it ${asIndented({ column: sibling.column, key: sibling.name })}; if it belongs under ${quote(sibling.name)}, remove the value there.`,
      until: endOfBlock(text, next),
    };
  }
  return undefined;
}

/** The offset behind the last line that is indented as deep as this one or deeper: one slip explains them all. */
function endOfBlock(text: string, line: TextLine): number {
  const { last } = block(text, line, line.indent - 1);
  return last.start + last.text.length;
}

/**
 * The last line below a line, or itself, before one that is indented no deeper than what is around them, and how many of those below begin
 * with a tab.
 * @param parent column of what is around them; -1 for the document
 */
function block(text: string, line: TextLine, parent: number): { readonly last: TextLine; readonly tabs: number } {
  let last = line;
  let tabs = 0;
  for (let next = lineBehind(text, line); next !== undefined; next = lineBehind(text, next)) {
    if (next.indent <= parent || isMarker(next)) break;
    if (next.text.startsWith("\t")) tabs += 1;
    last = next;
  }
  return { last, tabs };
}

/** The deepest column above that is less than one; -1 for the document. */
function outside(above: readonly ColumnAbove[], column: number): number {
  return above.find((each) => each.column < column)?.column ?? -1;
}

/** Whether a line ends with a key or a dash whose value begins further down. */
function opensBlock({ text }: TextLine): boolean {
  return /(?::|^[ \t]*-)(?:[ \t]+#.*|[ \t]*)$/.test(text);
}

/** Whether a line separates documents. */
function isMarker({ text }: TextLine): boolean {
  return /^(?:---|\.\.\.)(?:[ \t]|$)/.test(text);
}

function columnsAbove(text: string, line: TextLine): ColumnAbove[] {
  const above: ColumnAbove[] = [];
  const add = (column: number, key: string | undefined, of: TextLine): void => {
    if (column < (above.at(-1)?.column ?? Infinity)) above.push({ column, key, line: of });
  };
  for (let each = lineBefore(text, line); each !== undefined; each = lineBefore(text, each)) {
    if (isMarker(each)) break;
    const key = keyIn(each);
    if (key !== undefined) add(key.column, key.name, each);
    if (isEntry(each)) add(each.indent, undefined, each);
    if (above.at(-1)?.column === 0) break;
  }
  return above;
}

function asIndented({ column, key }: Omit<ColumnAbove, "line">): string {
  return `by ${column === 0 ? "none" : blanks(column)}, as ${key === undefined ? "the entries above" : quote(key)}`;
}

function blanks(count: number): string {
  return plural(count, "blank");
}
