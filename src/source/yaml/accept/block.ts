import { limits } from "../../../foundation/limits.js";
import { blockText } from "./block-text.js";
import { flowCollection } from "./flow.js";
import { mayBeginPlain, plainValue, quotedEnd, quotedValue } from "./scalars.js";
import {
  APOSTROPHE,
  BAR,
  BLANK,
  COLON,
  GREATER,
  HASH,
  LINE_FEED,
  MINUS,
  OPEN_LIST,
  OPEN_MAP,
  QUESTION,
  QUOTE,
  refuse,
  type Scan,
} from "./scan.js";

/** Longest key that is accepted; YAML ends at 1024 characters, with its quotes and escapes. */
const longestKey = 1000;

/**
 * Reads the mapping or the list that begins where the scan stands, to its end.
 * @param column at which it begins, as all of its entries do
 * @param depth levels of collections, this one among them
 */
export function blockCollection(scan: Scan, column: number, depth: number): unknown {
  if (depth > limits.depth) refuse();
  if (scan.isDashAt(scan.at)) return blockList(scan, column, depth);
  const end = keyEnd(scan, scan.at);
  return end < 0 ? refuse() : blockMap(scan, column, depth, end);
}

/** @param firstEnd offset of the colon behind the first key */
function blockMap(scan: Scan, column: number, depth: number, firstEnd: number): object {
  const map: Record<string, unknown> = {};
  const mark = scan.places?.open(scan.at, -1);
  for (let end = firstEnd; ; end = keyEnd(scan, scan.at)) {
    if (end < 0) refuse();
    const key = keyOf(scan, scan.at, end);
    // Names that every object knows are rare enough to be left to the library.
    if (key === "__proto__" || key === "<<" || key in map) refuse();
    scan.places?.key(key, scan.at);
    scan.count(6);
    map[key] = behindSign(scan, end + 1, column, depth, true);
    if (scan.indent !== column) break;
  }
  if (scan.indent > column) refuse();
  scan.places?.close(mark);
  return map;
}

function blockList(scan: Scan, column: number, depth: number): unknown[] {
  const list: unknown[] = [];
  const mark = scan.places?.open(scan.at, -1);
  do {
    scan.count(4);
    list.push(behindSign(scan, scan.at + 1, column, depth, false));
  } while (scan.indent === column && scan.isDashAt(scan.at));
  if (scan.indent > column) refuse();
  scan.places?.close(mark);
  return list;
}

/**
 * The value behind the colon of a key or the dash of an entry, in the same line or in further ones.
 * @param offset behind the sign
 * @param column of the key or dash; the value is indented deeper
 */
function behindSign(scan: Scan, offset: number, column: number, depth: number, isKey: boolean): unknown {
  const { text } = scan;
  const start = scan.behindBlanks(offset);
  const code = text.charCodeAt(start);
  if (code !== LINE_FEED && code !== HASH && start < text.length) {
    if (isKey) return scalarOrFlow(scan, start, column, depth);
    scan.at = start;
    const begin = start - scan.lineStart;
    if (scan.isDashAt(start)) return nested(scan, begin, depth);
    const end = keyEnd(scan, start);
    return end < 0 ? scalarOrFlow(scan, start, column, depth) : nestedMap(scan, begin, depth, end);
  }
  if (code === HASH && start === offset) refuse();
  scan.endLine(offset);
  const isDash = scan.indent >= column && scan.isDashAt(scan.at);
  if (scan.indent > column) {
    if (isDash) return nested(scan, scan.indent, depth);
    const end = keyEnd(scan, scan.at);
    if (end >= 0) return nestedMap(scan, scan.indent, depth, end);
    // A comment that is indented less changes how the library reads the text behind it.
    if (scan.commented) refuse();
    return scalarOrFlow(scan, scan.at, column, depth);
  }
  // A list may begin at the column of its key.
  if (isKey && isDash) return nested(scan, column, depth);
  scan.places?.leaf(start, start);
  return null;
}

function nested(scan: Scan, column: number, depth: number): unknown {
  return blockCollection(scan, column, depth + 1);
}

function nestedMap(scan: Scan, column: number, depth: number, end: number): object {
  if (depth >= limits.depth) refuse();
  return blockMap(scan, column, depth + 1, end);
}

/** Reads a value that does not consist of lines with keys or dashes, and goes to the content behind it. */
function scalarOrFlow(scan: Scan, start: number, around: number, depth: number): unknown {
  const { text } = scan;
  switch (text.charCodeAt(start)) {
    case QUOTE:
    case APOSTROPHE: {
      const end = quotedEnd(text, start);
      scan.places?.leaf(start, -1);
      const value = quotedValue(text, start, end, around);
      scan.endLine(end);
      return value;
    }
    case OPEN_MAP:
    case OPEN_LIST: {
      const { value, end } = flowCollection(scan, start, around, depth + 1);
      scan.endLine(end);
      return value;
    }
    case BAR:
    case GREATER:
      scan.places?.leaf(start, -1);
      return blockText(scan, start, around);
    default:
      return plain(scan, start, around);
  }
}

/** Reads a text without quotes, which goes on in lines that are indented deeper. */
function plain(scan: Scan, start: number, around: number): unknown {
  const { text } = scan;
  if (!mayBegin(scan, start)) refuse();
  let end = plainEnd(scan, start);
  const first = text.slice(start, end);
  if (!goesOn(scan, end, around)) {
    scan.places?.leaf(start, end);
    return plainValue(first);
  }
  let value = first;
  do {
    value += scan.blanks === 0 ? " " : "\n".repeat(scan.blanks);
    end = plainEnd(scan, scan.at);
    value += text.slice(scan.at, end);
  } while (goesOn(scan, end, around));
  scan.places?.leaf(start, end);
  return value;
}

/** Goes to the next content, and tells whether it belongs to the text that ends in its line at an offset. */
function goesOn(scan: Scan, end: number, around: number): boolean {
  // Behind a comment no text goes on: a line that is indented like one is refused.
  const isEnded = scan.text.charCodeAt(scan.behindBlanks(end)) === HASH;
  scan.endLine(end);
  if (scan.indent <= around) return false;
  return isEnded || scan.commented ? refuse() : true;
}

/** Offset behind the text without quotes in a line; one that holds a colon before a blank is refused. */
function plainEnd({ text }: Scan, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BLANK) continue;
    if (code === LINE_FEED) break;
    if (code === HASH && at > start && text.charCodeAt(at - 1) === BLANK) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (next === BLANK || next === LINE_FEED || at + 1 >= text.length) refuse();
    }
    end = at + 1;
  }
  return end;
}

/** Whether a text or a key without quotes may begin at an offset. */
function mayBegin(scan: Scan, start: number): boolean {
  const code = scan.text.charCodeAt(start);
  if (code === MINUS || code === QUESTION || code === COLON) return !scan.isEmptyAt(start + 1);
  return mayBeginPlain(code);
}

/** Offset of the colon behind the key that begins at an offset; -1 where none does. */
function keyEnd(scan: Scan, start: number): number {
  const { text } = scan;
  const first = text.charCodeAt(start);
  let from = start;
  if (first === QUOTE || first === APOSTROPHE) {
    from = scan.behindBlanks(quotedEnd(text, start));
    return text.charCodeAt(from) === COLON && scan.isEmptyAt(from + 1) ? from : -1;
  }
  if (!mayBegin(scan, start)) return -1;
  for (; from < text.length; from += 1) {
    const code = text.charCodeAt(from);
    if (code === COLON) {
      if (scan.isEmptyAt(from + 1)) return from;
    } else if (code === LINE_FEED || (code === HASH && text.charCodeAt(from - 1) === BLANK)) return -1;
  }
  return -1;
}

/** @param end offset of the colon */
function keyOf({ text }: Scan, start: number, end: number): string {
  if (end - start > longestKey) refuse();
  const first = text.charCodeAt(start);
  if (first === QUOTE || first === APOSTROPHE) return quotedValue(text, start, quotedEnd(text, start));
  let last = end;
  while (text.charCodeAt(last - 1) === BLANK) last -= 1;
  return text.slice(start, last);
}
