import { decimalFromText, isNumber, MAX_EXPONENT, numberText } from "./value.js";
import type { RegoValue } from "./value.js";

/** A number's value where that is an integer, however it is written: 100, 100.0 and 1e2 are the same. */
export function integerOf(value: RegoValue): bigint | undefined {
  if (!isNumber(value)) return undefined;
  if (typeof value === "number") return BigInt(value);
  const decimal = decimalFromText(numberText(value));
  if (decimal === undefined || Math.abs(decimal.exponent) > MAX_EXPONENT) return undefined;
  if (decimal.exponent >= 0) return decimal.coefficient * 10n ** BigInt(decimal.exponent);
  const divisor = 10n ** BigInt(-decimal.exponent);
  return decimal.coefficient % divisor === 0n ? decimal.coefficient / divisor : undefined;
}
