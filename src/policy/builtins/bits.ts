import { integerOf } from "./rego/integer.js";
import { numberFromBigInt } from "./rego/value.js";
import type { HostBuiltin } from "./rego/value.js";

/** Bits of integers of any size, negative ones as two's complement. */
function onIntegers(compute: (a: bigint, b: bigint) => bigint | undefined): HostBuiltin {
  return (a = null, b = null) => {
    const [x, y] = [integerOf(a), integerOf(b)];
    const result = x === undefined || y === undefined ? undefined : compute(x, y);
    return result === undefined ? undefined : numberFromBigInt(result);
  };
}

const negate: HostBuiltin = (value = null) => {
  const integer = integerOf(value);
  return integer === undefined ? undefined : numberFromBigInt(~integer);
};

// A longer number would not fit into a policy's memory anyway.
const MOST_BITS = 1_000_000n;

/** Throws RangeError for more than a million bits. */
function shiftLeft(value: bigint, bits: bigint): bigint | undefined {
  if (bits < 0n) return undefined;
  if (value !== 0n && bits > MOST_BITS) throw new RangeError("the number has too many bits");
  return value === 0n ? value : value << bits;
}

export const bitBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "bits.and": onIntegers((a, b) => a & b),
  "bits.or": onIntegers((a, b) => a | b),
  "bits.xor": onIntegers((a, b) => a ^ b),
  "bits.lsh": onIntegers(shiftLeft),
  "bits.rsh": onIntegers((value, bits) => (bits < 0n ? undefined : value >> bits)),
  "bits.negate": negate,
};
