import { BigFloat } from "./go/big-float.js";
import { integerOf } from "./rego/integer.js";
import { floatOf } from "./rego/float.js";
import {
  isNumber,
  machineIntegerFromText,
  membersOf,
  numberFromBigInt,
  numberFromText,
  numberText,
} from "./rego/value.js";
import type { HostBuiltin, RegoNumber } from "./rego/value.js";

/**
 * Arithmetic with the results that OPA gives: integers of any size are exact, and whatever else is computed in floating-point numbers of
 * 64 bits, so that 0.3 - 0.2 is 0.10000000000000000001. Compiled policies compute integers themselves (compiler/in_place.rego).
 */

type AnyNumber = number | RegoNumber;

function numberOf(value: BigFloat): AnyNumber {
  return numberFromText(value.toString());
}

const LARGEST_SMALL = 2n ** 31n - 1n;

/** OPA takes a way of its own for numbers of 32 bits that are written as integers. */
function isSmall(value: AnyNumber): boolean {
  const integer = machineIntegerFromText(numberText(value));
  return integer !== undefined && integer >= -LARGEST_SMALL - 1n && integer <= LARGEST_SMALL;
}

interface Operation {
  /** Of integers; undefined where there is no result. Left out: integers are computed as others are. */
  readonly exact?: (a: bigint, b: bigint) => bigint | undefined;
  /** Left out: for integers only. */
  readonly float?: (a: BigFloat, b: BigFloat) => BigFloat | undefined;
}

function binary({ exact, float }: Operation): HostBuiltin {
  return (a = null, b = null) => {
    if (!isNumber(a) || !isNumber(b)) return undefined;
    if (exact !== undefined) {
      const [x, y] = [integerOf(a), integerOf(b)];
      if (x !== undefined && y !== undefined) {
        const result = exact(x, y);
        return result === undefined ? undefined : numberFromBigInt(result);
      }
    }
    const result = float?.(floatOf(a), floatOf(b));
    return result && numberOf(result);
  };
}

const divide: HostBuiltin = (a = null, b = null) => {
  if (!isNumber(a) || !isNumber(b)) return undefined;
  const divisor = floatOf(b);
  return divisor.isZero() ? undefined : numberOf(floatOf(a).dividedBy(divisor));
};

function unary(compute: (value: BigFloat) => BigFloat): HostBuiltin {
  return (value = null) => {
    if (!isNumber(value)) return undefined;
    const float = floatOf(value);
    return numberOf(compute(isSmall(value) && float.isZero() ? float.absolute() : float));
  };
}

const one = BigFloat.rounded(false, 1n, 0, 53);
const half = BigFloat.rounded(false, 1n, -1, 53);

/** Halves away from zero. */
function round(value: BigFloat): BigFloat {
  return BigFloat.fromInteger((value.negative ? value.minus(half) : value.plus(half)).truncated());
}

// OPA cuts off the fraction first and then looks at the sign, so that between -1 and 0 both come out one too large.

function ceil(value: BigFloat): BigFloat {
  const cut = BigFloat.fromInteger(value.truncated());
  return cut.negative || value.isInteger() ? cut : cut.plus(one);
}

function floor(value: BigFloat): BigFloat {
  const cut = BigFloat.fromInteger(value.truncated());
  return !cut.negative || value.isInteger() ? cut : cut.minus(one);
}

function overAll(
  start: bigint,
  exact: (a: bigint, b: bigint) => bigint,
  float: (members: readonly BigFloat[]) => BigFloat,
): HostBuiltin {
  return (collection = null) => {
    const members = membersOf(collection);
    if (members?.every(isNumber) !== true) return undefined;
    const integers = members.map(integerOf);
    if (integers.every((integer) => integer !== undefined)) return numberFromBigInt(integers.reduce(exact, start));
    return numberOf(float(members.map(floatOf)));
  };
}

/** Sums have 64 bits, products those of the number that OPA begins with, which are 53. */
const sum = overAll(
  0n,
  (a, b) => a + b,
  (members) => members.reduce((a, b) => a.plus(b), BigFloat.rounded(false, 0n, 0, 64)),
);
const product = overAll(
  1n,
  (a, b) => a * b,
  (members) => members.reduce((a, b) => a.times(b, 53), one),
);

export const arithmeticBuiltins: Readonly<Record<string, HostBuiltin>> = {
  plus: binary({ exact: (a, b) => a + b, float: (a, b) => a.plus(b) }),
  minus: binary({ exact: (a, b) => a - b, float: (a, b) => a.minus(b) }),
  mul: binary({ exact: (a, b) => a * b, float: (a, b) => a.times(b) }),
  div: divide,
  rem: binary({ exact: (a, b) => (b === 0n ? undefined : a % b) }),
  abs: unary((value) => value.absolute()),
  ceil: unary(ceil),
  floor: unary(floor),
  round: unary(round),
  sum,
  product,
};
