/** Facts about a text that JSON.parse does not tell; offsets are UTF-16. */
interface JsonScan {
  /** Offset of the bracket at which nesting exceeds the limit; the scan ends there. */
  readonly tooDeep?: number;
  /** The first key that stands a second time in its object, unescaped, and the offset of its quotation mark. */
  readonly duplicate?: { readonly key: string; readonly offset: number };
  /** The first number that JavaScript would change. */
  readonly inexact?: { readonly literal: string; readonly offset: number };
}

/** Up to this many keys of an object are compared one by one, which costs less than a set of them. */
const FEW = 8;

/**
 * Reads a JSON text once, without recursion and in linear time. Of a text that is not JSON, only `tooDeep` means something.
 * @param depth levels of nesting that are allowed
 */
export function scanJson(text: string, depth: number): JsonScan {
  const keys = new OpenObjects(text, depth);
  const { counts } = keys;
  let duplicate: JsonScan["duplicate"];
  let inexact: JsonScan["inexact"];
  let level = 0;
  let inObject = false;
  /** Whether a string that comes next is a key. */
  let keyNext = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE && keyNext) {
      keyNext = false;
      // Most keys are short: in one go to their end, with what tells them apart.
      let number = 0;
      let escaped = false;
      let end = index + 1;
      for (; end < text.length; end += 1) {
        const unit = text.charCodeAt(end);
        if (unit === QUOTE) break;
        if (unit === BACKSLASH) {
          escaped = true;
          end += 1;
        } else number = Math.imul(number ^ unit, MIXER);
      }
      if (escaped) number = numberOf(unescaped(text.slice(index + 1, end)));
      if (duplicate === undefined && keys.add(level, number, index + 1, end)) {
        duplicate = { key: unescaped(text.slice(index + 1, end)), offset: index };
      }
      index = end;
    } else if (code === QUOTE) {
      let end = text.indexOf('"', index + 1);
      if (end < 0) break;
      if (text.charCodeAt(end - 1) === BACKSLASH) end = endOfString(text, index + 1, end);
      index = end;
    } else if (code === COMMA) {
      keyNext = inObject;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      level += 1;
      if (level > depth) return { tooDeep: index };
      inObject = code === OPEN_OBJECT;
      keyNext = inObject;
      counts[level] = inObject ? 0 : -1;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      level -= 1;
      keyNext = false;
      inObject = (counts[level] ?? -1) >= 0;
    } else if ((code >= ZERO && code <= NINE) || code === MINUS) {
      const end = endOfNumber(text, index + 1);
      if (inexact === undefined && isInexact(text, index, end)) {
        inexact = { literal: text.slice(index, end), offset: index };
      }
      index = end - 1;
    }
  }
  return { ...(duplicate && { duplicate }), ...(inexact && { inexact }) };
}

/** Odd, so that it mixes all numbers differently. */
const MIXER = 0x01000193;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Offset of the quotation mark that ends a string; that of the end of the text where there is none.
 * @param quote offset of the first quotation mark behind the start
 */
function endOfString(text: string, start: number, quote: number): number {
  for (let end = quote; end >= 0; end = text.indexOf('"', end + 1)) {
    // Escaped where an odd number of backslashes stands before it.
    let first = end;
    while (first > start && text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Digits, "+", "-", "." and the letter of the exponent.
    const goesOn = (code >= 0x2b && code <= 0x39 && code !== 0x2c && code !== 0x2f) || (code | 0x20) === 0x65;
    if (!goesOn) return index;
  }
  return index;
}

/** A key as it reads without the escapes between its quotation marks. */
function unescaped(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    // Not JSON, which the caller will find.
    return raw;
  }
}

/**
 * The keys of the objects that are open, of which there is one a level at most. A key is kept as a number that is made of its characters
 * and as its place in the text; only where two numbers are the same, or an object has many keys, is it taken out of the text.
 */
class OpenObjects {
  readonly #text: string;
  /** Of each level: number of keys, or -1 for a list. */
  readonly counts: Int32Array;
  /** Up to `FEW` keys of each level, one level behind the other. */
  readonly #numbers: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #sets: (Set<string> | undefined)[] = [];

  constructor(text: string, depth: number) {
    this.#text = text;
    this.counts = new Int32Array(depth + 1).fill(-1);
    this.#numbers = new Int32Array((depth + 1) * FEW);
    this.#starts = new Int32Array((depth + 1) * FEW);
    this.#ends = new Int32Array((depth + 1) * FEW);
  }

  /**
   * Whether a key stands in the object of a level already; it does afterwards.
   * @param number made of the characters of the key: the same for the same key
   * @param start offset behind the quotation mark
   */
  add(level: number, number: number, start: number, end: number): boolean {
    const count = this.counts[level] ?? -1;
    if (count < 0) return false;
    if (count >= FEW) {
      const set = count === FEW ? this.#makeSet(level) : (this.#sets[level] ?? new Set());
      this.counts[level] = FEW + 1;
      const size = set.size;
      set.add(this.#key(start, end));
      return set.size === size;
    }
    const first = level * FEW;
    for (let slot = first; slot < first + count; slot += 1) {
      if (this.#numbers[slot] !== number) continue;
      if (this.#key(this.#starts[slot] ?? 0, this.#ends[slot] ?? 0) === this.#key(start, end)) return true;
    }
    this.#numbers[first + count] = number;
    this.#starts[first + count] = start;
    this.#ends[first + count] = end;
    this.counts[level] = count + 1;
    return false;
  }

  #makeSet(level: number): Set<string> {
    const set = new Set<string>();
    for (let slot = level * FEW; slot < (level + 1) * FEW; slot += 1) {
      set.add(this.#key(this.#starts[slot] ?? 0, this.#ends[slot] ?? 0));
    }
    this.#sets[level] = set;
    return set;
  }

  #key(start: number, end: number): string {
    return unescaped(this.#text.slice(start, end));
  }
}

function numberOf(key: string): number {
  let number = 0;
  for (let index = 0; index < key.length; index += 1) number = Math.imul(number ^ key.charCodeAt(index), MIXER);
  return number;
}

/** Digits that a double always holds. */
const SAFE_DIGITS = 15;
/** Between these, a double holds so many digits with certainty. */
const LEAST = 1e-290;
const MOST = 1e300;
/** Digits that toExponential writes. */
const MOST_DIGITS = 100;

/**
 * Whether a JSON number becomes another number when JavaScript reads it. A number stays the same where what is held, rounded to as
 * many digits as the literal has, gives the digits of the literal: 0.1 and 1e25 do, 9007199254740993 and 1e999 do not.
 * @param start offset of the literal in the text
 * @param end offset behind it
 */
export function isInexact(text: string, start: number, end: number): boolean {
  const mantissaEnd = exponentAt(text, start, end);
  const isShort = mantissaEnd - start <= SAFE_DIGITS;
  if (isShort && mantissaEnd === end) return false;
  const literal = text.slice(start, end);
  const value = Math.abs(Number(literal));
  if (isShort && value >= LEAST && value <= MOST) return false;
  const parts = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal);
  // Not JSON, which is found elsewhere.
  if (!parts) return false;
  const [, whole = "", fraction = "", exponent = "0"] = parts;
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  if (first < 0) return false;
  if (value === 0 || value === Infinity) return true;
  const significant = trimZeros(digits.slice(first));
  if (significant.length > MOST_DIGITS) return true;
  const power = Number(exponent) + whole.length - 1 - first;
  // The shortest digits that name the number and its exact digits may differ in the last one.
  const written = `${significant}e${String(power)}`;
  return decimal(value.toExponential()) !== written && decimal(value.toExponential(significant.length - 1)) !== written;
}

/** Offset of the letter of the exponent, or of the end of the literal. */
function exponentAt(text: string, start: number, end: number): number {
  for (let index = start; index < end; index += 1) if ((text.charCodeAt(index) | 0x20) === 0x65) return index;
  return end;
}

/** A number as toExponential writes it, with digits without zeros at the end and a power without a plus sign. */
function decimal(written: string): string {
  const [mantissa = "", power = ""] = written.split("e");
  return `${trimZeros(mantissa.replace(".", ""))}e${String(Number(power))}`;
}

/** Without zeros at the end; a loop, since a pattern looks for the end from every zero. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}
