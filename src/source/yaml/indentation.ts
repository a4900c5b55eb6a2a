import { plural } from "../../foundation/words.js";
import { quote } from "../schema-words.js";
import { isEntry, keyIn, lineBefore, lineBehind, type TextLine } from "./lines.js";
import type { Slip } from "./slip.js";

/** A column at which a key or the entries of a list stand above a line. */
interface ColumnAbove {
  readonly column: number;
  /** The key; undefined for the dash of an entry. */
  readonly key: string | undefined;
}

/** A line whose indentation is that of nothing above it, or that of something else. */
export function wrongIndentation(text: string, line: TextLine): Slip {
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
  if (beside !== undefined && entry) {
    return {
      offset,
      words: `${called} stands beside the key ${quote(beside.key ?? "")}`,
      fix: 'Indent it under the key whose list it belongs to, or remove the "-".',
    };
  }
  const fix =
    places.length === 0
      ? "Indent it under the entry that it belongs to."
      : own === 0
        ? `Indent all keys of the document alike: by none, or ${places.map(asIndented).join(" or ")}.`
        : `Indent it ${places.map(asIndented).join(", or ")}.`;
  if (beside !== undefined) {
    const words = `the key ${called} stands beside the entries of a list`;
    return {
      offset,
      words,
      fix: `${fix.slice(0, -1)}. If it belongs to the entry above, indent it deeper than the "-".`,
    };
  }
  return {
    offset,
    words:
      own === 0
        ? `${called} is not indented, and what stands above it is`
        : `${called} is indented by ${blanks(own)}, and nothing above it is`,
    fix,
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
  let last = line;
  for (let next = lineBehind(text, line); next !== undefined && next.indent >= line.indent;) {
    last = next;
    next = lineBehind(text, next);
  }
  return last.start + last.text.length;
}

function columnsAbove(text: string, line: TextLine): ColumnAbove[] {
  const above: ColumnAbove[] = [];
  const add = (column: number, key: string | undefined): void => {
    if (column < (above.at(-1)?.column ?? Infinity)) above.push({ column, key });
  };
  for (let each = lineBefore(text, line); each !== undefined; each = lineBefore(text, each)) {
    if (/^(?:---|\.\.\.)(?:[ \t]|$)/.test(each.text)) break;
    const key = keyIn(each);
    if (key !== undefined) add(key.column, key.name);
    if (isEntry(each)) add(each.indent, undefined);
    if (above.at(-1)?.column === 0) break;
  }
  return above;
}

function asIndented({ column, key }: ColumnAbove): string {
  return `by ${column === 0 ? "none" : blanks(column)}, as ${key === undefined ? "the entries above" : quote(key)}`;
}

function blanks(count: number): string {
  return plural(count, "blank");
}
