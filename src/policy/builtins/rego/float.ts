import { BigFloat } from "../go/big-float.js";
import { decimalFromText, MAX_EXPONENT, numberText } from "./value.js";
import type { RegoNumber } from "./value.js";

/** A number at the 64 bits that OPA computes with. Throws RangeError for a power of ten that no policy needs. */
export function floatOf(value: number | RegoNumber): BigFloat {
  const text = numberText(value);
  const decimal = decimalFromText(text);
  if (decimal === undefined || Math.abs(decimal.exponent) > MAX_EXPONENT) {
    throw new RangeError(`the number ${text.slice(0, 40)} is too large or too small to compute with`);
  }
  const { coefficient, exponent } = decimal;
  return BigFloat.fromDecimal(text.startsWith("-"), coefficient < 0n ? -coefficient : coefficient, exponent);
}
