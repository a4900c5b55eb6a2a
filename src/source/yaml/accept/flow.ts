import { limits } from "../../../foundation/limits.js";
import { mayBeginPlain, plainValue, quotedEnd, quotedValue, type Read } from "./scalars.js";
import {
  APOSTROPHE,
  BLANK,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
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

/**
 * Reads a list or mapping in brackets. Entries without a value, pairs in lists, comments, and texts of several lines are refused.
 * @param start offset of the bracket
 * @param around column of what the collection belongs to; its lines are indented deeper
 * @param depth levels of collections, this one among them
 * @param margin least column of its closing bracket, if that begins a line
 * @returns the offset behind its closing bracket, with the value
 */
export function flowCollection(
  scan: Scan,
  start: number,
  around: number,
  depth: number,
  margin: number = around,
): Read<unknown> {
  if (depth > limits.depth) refuse();
  scan.count(4);
  return scan.text.charCodeAt(start) === OPEN_MAP
    ? flowMap(scan, start, around, depth, margin)
    : flowList(scan, start, around, depth, margin);
}

function flowList(scan: Scan, start: number, around: number, depth: number, margin: number): Read<unknown[]> {
  const list: unknown[] = [];
  const mark = scan.places?.open(start, -1);
  let at = toToken(scan, start + 1, around, margin);
  while (scan.text.charCodeAt(at) !== CLOSE_LIST) {
    const { value, end } = flowValue(scan, at, around, depth);
    list.push(value);
    at = behindEntry(scan, end, around, margin, CLOSE_LIST);
  }
  scan.places?.close(mark);
  return { value: list, end: at + 1 };
}

function flowMap(scan: Scan, start: number, around: number, depth: number, margin: number): Read<object> {
  const { text } = scan;
  const map: Record<string, unknown> = {};
  const mark = scan.places?.open(start, -1);
  let at = toToken(scan, start + 1, around, margin);
  while (text.charCodeAt(at) !== CLOSE_MAP) {
    const key = flowKey(scan, at);
    if (key.value === "__proto__" || key.value === "<<" || key.value in map) refuse();
    scan.places?.key(key.value, at);
    const { value, end } = flowValue(scan, scan.behindBlanks(key.end), around, depth);
    map[key.value] = value;
    at = behindEntry(scan, end, around, margin, CLOSE_MAP);
  }
  scan.places?.close(mark);
  return { value: map, end: at + 1 };
}

/** The next entry behind one, or the closing bracket. */
function behindEntry(scan: Scan, end: number, around: number, margin: number, closing: number): number {
  const at = toToken(scan, end, around, margin);
  const code = scan.text.charCodeAt(at);
  scan.count(4);
  if (code === closing) return at;
  return code === COMMA ? toToken(scan, at + 1, around, margin) : refuse();
}

/** Goes over blanks and line ends. Content in a further line is indented deeper than what the collection belongs to. */
function toToken(scan: Scan, from: number, around: number, margin: number): number {
  const { text } = scan;
  let at = scan.behindBlanks(from);
  while (text.charCodeAt(at) === LINE_FEED) {
    const line = at + 1;
    at = scan.behindBlanks(line);
    scan.count(2);
    const code = text.charCodeAt(at);
    const least = code === CLOSE_LIST || code === CLOSE_MAP ? margin : around + 1;
    if (code !== LINE_FEED && at - line < least) refuse();
  }
  if (at >= text.length) refuse();
  return at;
}

/** A key, and the offset behind its colon. */
function flowKey(scan: Scan, start: number): Read<string> {
  const { text } = scan;
  const code = text.charCodeAt(start);
  scan.count(4);
  const isQuoted = code === QUOTE || code === APOSTROPHE;
  const { value, end } = isQuoted ? quoted(text, start) : plain(scan, start);
  const colon = scan.behindBlanks(end);
  if (text.charCodeAt(colon) !== COLON) refuse();
  if (!isQuoted && text.charCodeAt(colon + 1) !== BLANK) refuse();
  return { value, end: colon + 1 };
}

function flowValue(scan: Scan, start: number, around: number, depth: number): Read<unknown> {
  const { text } = scan;
  const code = text.charCodeAt(start);
  scan.count(3);
  if (code === OPEN_MAP || code === OPEN_LIST) return flowCollection(scan, start, around, depth + 1, around + 1);
  if (code === QUOTE || code === APOSTROPHE) {
    scan.places?.leaf(start, -1);
    return quoted(text, start);
  }
  const { value, end } = plain(scan, start);
  scan.places?.leaf(start, end);
  return { value: plainValue(value), end };
}

/** A text in quotes, in one line. */
function quoted(text: string, start: number): Read<string> {
  const end = quotedEnd(text, start);
  return { value: quotedValue(text, start, end), end };
}

/** A text without quotes, up to a comma, a bracket, a colon before a blank, or the end of the line. */
function plain({ text }: Scan, start: number): Read<string> {
  const first = text.charCodeAt(start);
  if (!mayBeginPlain(first) || first === QUESTION || first === COLON) refuse();
  if (first === MINUS && !isWord(text.charCodeAt(start + 1))) refuse();
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP || code === LINE_FEED) break;
    if (code === OPEN_LIST || code === OPEN_MAP) refuse();
    if (code === COLON && !isWord(text.charCodeAt(at + 1))) {
      // What stands behind it decides whether it ends a key.
      const next = text.charCodeAt(at + 1);
      if (next === BLANK || next === LINE_FEED) break;
      if (next === COMMA || next === CLOSE_LIST || next === CLOSE_MAP || next === OPEN_LIST || next === OPEN_MAP)
        refuse();
    }
    if (code === HASH && text.charCodeAt(at - 1) === BLANK) refuse();
    if (code !== BLANK) end = at + 1;
  }
  // Nothing stands in this line; a value may follow in the next, or none.
  if (end === start) refuse();
  return { value: text.slice(start, end), end };
}

/** Whether a character is an ASCII letter or digit. */
function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
