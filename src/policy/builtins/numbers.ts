import { decimalFromText, isNumber, MAX_EXPONENT, numberFromBigInt, numberText } from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";

/** A number's value where that is an integer, however it is written. */
function integerOf(value: RegoValue): bigint | undefined {
  if (!isNumber(value)) return undefined;
  if (typeof value === "number") return BigInt(value);
  const decimal = decimalFromText(numberText(value));
  if (decimal === undefined || Math.abs(decimal.exponent) > MAX_EXPONENT) return undefined;
  if (decimal.exponent >= 0) return decimal.coefficient * 10n ** BigInt(decimal.exponent);
  const divisor = 10n ** BigInt(-decimal.exponent);
  return decimal.coefficient % divisor === 0n ? decimal.coefficient / divisor : undefined;
}

// A longer range would not fit into a policy's memory anyway.
const MOST_NUMBERS = 10_000_000n;

/** All integers from one to the other, both included, in steps. Throws RangeError for more than ten million. */
const rangeStep: HostBuiltin = (from = null, to = null, step = null) => {
  const [first, last, width] = [from, to, step].map(integerOf);
  if (first === undefined || last === undefined || width === undefined || width <= 0n) return undefined;
  const distance = last > first ? last - first : first - last;
  const count = distance / width;
  if (count >= MOST_NUMBERS) throw new RangeError("the range holds too many numbers");
  const signed = last >= first ? width : -width;
  return Array.from({ length: Number(count) + 1 }, (_, i) => numberFromBigInt(first + BigInt(i) * signed));
};

export const numberBuiltins: Readonly<Record<string, HostBuiltin>> = { "numbers.range_step": rangeStep };
