import { parseFloatText } from "./go/parse-float.js";
import { floatOf } from "./rego/float.js";
import { integerOf } from "./rego/integer.js";
import { isNumber, numberFromBigInt, numberText } from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";

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

const BASES: ReadonlyMap<RegoValue, number> = new Map([2, 8, 10, 16].map((base) => [base, base]));

/** The integer part of a number in a base; of one that is not written as an integer, that of its 64 bits. */
const formatInt: HostBuiltin = (value = null, base = null) => {
  const radix = BASES.get(base);
  if (radix === undefined || !isNumber(value)) return undefined;
  const text = numberText(value);
  return (/^-?\d+$/u.test(text) ? BigInt(text) : floatOf(value).truncated()).toString(radix);
};

/** A string that OPA takes for a number, in the form that a policy module takes for one. */
const toNumber: HostBuiltin = (text = null) => (typeof text === "string" ? parseFloatText(text) : undefined);

export const numberBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "numbers.range": (from = null, to = null) => rangeStep(from, to, 1),
  "numbers.range_step": rangeStep,
  format_int: formatInt,
  to_number: toNumber,
};
