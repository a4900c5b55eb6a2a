import { BigFloat } from "./big-float.js";

const DECIMAL = /^[+-]?(?:[\d_]+(?:\.[\d_]*)?|\.[\d_]+)(?:[eE][+-]?[\d_]+)?$/u;
const HEXADECIMAL = /^([+-]?)0[xX]([\dA-Fa-f_]*)(?:\.([\dA-Fa-f_]*))?[pP]([+-]?[\d_]+)$/u;
const MOST_BINARY_EXPONENT = 100_000;

/**
 * The decimal text of a number that Go's strconv.ParseFloat reads into 64 bits: without underscores, plus sign and hexadecimal digits, and
 * otherwise as it was. Undefined for what is no number, for infinity and for a number beyond 64 bits.
 */
export function parseFloatText(text: string): string | undefined {
  const digits = text.replaceAll("_", "");
  if (digits !== text && !underscoresSeparateDigits(text)) return undefined;
  if (DECIMAL.test(text)) {
    return Number.isFinite(Number(digits)) && /\d/u.test(digits) ? digits.replace(/^\+/u, "") : undefined;
  }
  const hexadecimal = HEXADECIMAL.exec(digits);
  if (hexadecimal === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = hexadecimal;
  if (whole + fraction === "" || Math.abs(Number(exponent)) > MOST_BINARY_EXPONENT) return undefined;
  const mantissa = BigInt(`0x${whole}${fraction}`);
  const value = BigFloat.rounded(sign === "-", mantissa, Number(exponent) - 4 * fraction.length, 64);
  return Number.isFinite(Number(value.toString())) ? value.toString() : undefined;
}

/** Each stands between two digits, or between the letter of the base and a digit. */
function underscoresSeparateDigits(text: string): boolean {
  const unsigned = text.replace(/^[+-]/u, "");
  const prefix = /^0[xX]/u.test(unsigned);
  const shown = prefix ? `0${unsigned.slice(2)}` : unsigned;
  const digit = prefix ? "[\\dA-Fa-f]" : "\\d";
  return !new RegExp(`(?<!${digit})_|_(?!${digit})`, "u").test(shown);
}
