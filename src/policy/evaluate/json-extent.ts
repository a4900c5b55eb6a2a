const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Whether the bytes are one brace-delimited text with nothing but white space around it. A policy module's own JSON
 * parser stops at the end of the first value, so `{} oops` would pass for `{}`; together with it this finds malformed input,
 * at a fraction of the cost of parsing the text a second time.
 */
export function isSingleObject(json: Uint8Array): boolean {
  let at = 0;
  let end = json.length;
  while (at < end && isSpace(json[at])) at++;
  while (end > at && isSpace(json[end - 1])) end--;
  if (json[at] !== OPEN_BRACE) return false;
  let depth = 0;
  for (; at < end; at++) {
    const byte = json[at];
    if (byte === QUOTE) {
      at = endOfString(json, at, end);
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth++;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return at === end - 1;
    }
  }
  return false;
}

/** Index of the quote that closes the string opened at `at`, or `end`. */
function endOfString(json: Uint8Array, at: number, end: number): number {
  for (;;) {
    const quote = json.indexOf(QUOTE, at + 1);
    if (quote === -1) return end;
    let before = quote - 1;
    while (json[before] === BACKSLASH) before--;
    // Backslashes pair up; an odd one escapes the quote.
    if ((quote - before) % 2 === 1) return quote;
    at = quote;
  }
}
