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
  // The shortest digits that name the number, and those that it has in truth, may differ in the last one.
  const written = `${significant}e${String(power)}`;
  return decimal(value.toExponential()) !== written && decimal(value.toExponential(significant.length - 1)) !== written;
}

/** Offset of the letter of the exponent, or of the end of the literal. */
function exponentAt(text: string, start: number, end: number): number {
  for (let index = start; index < end; index += 1) if ((text.charCodeAt(index) | 0x20) === 0x65) return index;
  return end;
}

/** What toExponential writes, as digits without zeros at the end and a power without a sign that says nothing. */
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
