/**
 * Floating-point numbers of a precision in bits, as Go's math/big has them: results are rounded to the nearest number, halves to the even
 * one. OPA computes with 64 bits whatever is not an integer.
 */
export class BigFloat {
  readonly negative: boolean;
  /** The value without its sign is mantissa * 2 ** exponent; zero for zero, which has a sign, too. */
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly precision: number;

  private constructor(negative: boolean, mantissa: bigint, exponent: number, precision: number) {
    this.negative = negative;
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.precision = precision;
  }

  /** @param rest whether something less than the last bit of the mantissa was cut off */
  static rounded(negative: boolean, mantissa: bigint, exponent: number, precision: number, rest = false): BigFloat {
    const excess = bitLength(mantissa) - precision;
    if (excess <= 0) return new BigFloat(negative, mantissa, exponent, precision);
    const shift = BigInt(excess);
    const kept = mantissa >> shift;
    const cut = mantissa & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    const up = cut > half || (cut === half && (rest || (kept & 1n) === 1n));
    return new BigFloat(negative, up ? kept + 1n : kept, exponent + excess, precision);
  }

  /** An integer with all its digits, at a precision of at least 64 bits. */
  static fromInteger(value: bigint): BigFloat {
    const magnitude = value < 0n ? -value : value;
    return new BigFloat(value < 0n, magnitude, 0, Math.max(bitLength(magnitude), 64));
  }

  /** coefficient * 10 ** exponent at 64 bits, by the same steps as in Go, which round more than once for large exponents. */
  static fromDecimal(negative: boolean, coefficient: bigint, exponent: number): BigFloat {
    const exact = new BigFloat(negative, coefficient, exponent, 64);
    if (coefficient === 0n) return new BigFloat(negative, 0n, 0, 64);
    if (exponent === 0) return BigFloat.rounded(negative, coefficient, 0, 64);
    const power = powerOf5(Math.abs(exponent));
    return exponent < 0 ? exact.#dividedBy(power, 64) : exact.times(power, 64);
  }

  negated(): BigFloat {
    return new BigFloat(!this.negative, this.mantissa, this.exponent, this.precision);
  }

  absolute(): BigFloat {
    return new BigFloat(false, this.mantissa, this.exponent, this.precision);
  }

  plus(other: BigFloat): BigFloat {
    const precision = Math.max(this.precision, other.precision);
    const exponent = Math.min(this.exponent, other.exponent);
    const sum = this.#scaled(exponent) + other.#scaled(exponent);
    const negative = sum === 0n ? this.#isMinusZero() && other.#isMinusZero() : sum < 0n;
    return BigFloat.rounded(negative, sum < 0n ? -sum : sum, exponent, precision);
  }

  minus(other: BigFloat): BigFloat {
    return this.plus(other.negated());
  }

  times(other: BigFloat, precision: number = Math.max(this.precision, other.precision)): BigFloat {
    const negative = this.negative !== other.negative;
    return BigFloat.rounded(negative, this.mantissa * other.mantissa, this.exponent + other.exponent, precision);
  }

  /** @param other not zero */
  dividedBy(other: BigFloat): BigFloat {
    return this.#dividedBy(other, Math.max(this.precision, other.precision));
  }

  isZero(): boolean {
    return this.mantissa === 0n;
  }

  /** The integer part. */
  truncated(): bigint {
    const magnitude =
      this.exponent >= 0 ? this.mantissa << BigInt(this.exponent) : this.mantissa >> BigInt(-this.exponent);
    return this.negative ? -magnitude : magnitude;
  }

  isInteger(): boolean {
    return this.exponent >= 0 || (this.mantissa & ((1n << BigInt(-this.exponent)) - 1n)) === 0n;
  }

  /** The fewest digits that stand for this number at its precision; fractions below 0.0001 and from 1e+06 on with a power of ten. */
  toString(): string {
    const sign = this.negative ? "-" : "";
    if (this.isZero()) return `${sign}0`;
    const isInteger = this.isInteger();
    // Any other integer is farther away than half a unit of the last bit: no digit can be spared.
    if (isInteger && bitLength(this.mantissa) + this.exponent <= this.precision) return String(this.truncated());
    const { digits, point } = this.#shortest();
    if (isInteger) return sign + digits.padEnd(point, "0");
    const power = point - 1;
    if (power < -4 || power >= DIGITS_BEFORE_POWERS) {
      const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
      const exponent = String(Math.abs(power)).padStart(2, "0");
      return `${sign}${digits.charAt(0)}${fraction}e${power < 0 ? "-" : "+"}${exponent}`;
    }
    if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
    const padded = digits.padEnd(point, "0");
    const fraction = padded.slice(point);
    return sign + padded.slice(0, point) + (fraction === "" ? "" : `.${fraction}`);
  }

  #isMinusZero(): boolean {
    return this.isZero() && this.negative;
  }

  /** The signed value as a multiple of 2 ** exponent. */
  #scaled(exponent: number): bigint {
    const magnitude = this.mantissa << BigInt(this.isZero() ? 0 : this.exponent - exponent);
    return this.negative ? -magnitude : magnitude;
  }

  #dividedBy(other: BigFloat, precision: number): BigFloat {
    const negative = this.negative !== other.negative;
    const shift = Math.max(0, precision + 2 + bitLength(other.mantissa) - bitLength(this.mantissa));
    const dividend = this.mantissa << BigInt(shift);
    const quotient = dividend / other.mantissa;
    const rest = dividend % other.mantissa !== 0n;
    return BigFloat.rounded(negative, quotient, this.exponent - other.exponent - shift, precision, rest);
  }

  /** Digit by digit, until what was read can only stand for this number: the bounds lie half a unit of the last bit away. */
  #shortest(): Digits {
    const shift = this.precision + 1 - bitLength(this.mantissa);
    const mantissa = this.mantissa << BigInt(shift);
    const exponent = this.exponent - shift;
    const unit = exponent >= 0 ? 1n << BigInt(exponent) : 5n ** BigInt(-exponent);
    const scaled = mantissa * unit;
    const exact = digitsOf(scaled, Math.min(exponent, 0));
    const lower = withoutZeros(String(scaled - unit));
    const upper = withoutZeros(String(scaled + unit));
    // The bounds themselves are rounded to this number where its last bit is even.
    const inclusive = (mantissa & 2n) === 0n;
    for (let i = 0; i < exact.digits.length; i++) {
      const digit = digitAt(exact.digits, i);
      const down = digitAt(lower, i) !== digit || (inclusive && i + 1 === lower.length);
      const up = digit !== digitAt(upper, i) && (inclusive || digit + 1 < digitAt(upper, i) || i + 1 < upper.length);
      if (down && up) return roundedDigits(exact, i + 1);
      if (down) return cutDigits(exact, i + 1);
      if (up) return raisedDigits(exact, i + 1);
    }
    return exact;
  }
}

/** Of a fraction's integer part: one with more digits is written with a power of ten. */
const DIGITS_BEFORE_POWERS = 6;

/** 0.digits * 10 ** point, without zeros at the end. */
interface Digits {
  readonly digits: string;
  readonly point: number;
}

function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = value.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex.charAt(0), 16)) - 28);
}

/** The digits of value * 10 ** exponent. */
function digitsOf(value: bigint, exponent: number): Digits {
  const text = String(value);
  return { digits: withoutZeros(text), point: text.length + exponent };
}

/** Without the zeros at the end, which a regular expression would look for at every zero. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}

function digitAt(digits: string, index: number): number {
  return index < digits.length ? digits.charCodeAt(index) - 0x30 : 0;
}

function cutDigits({ digits, point }: Digits, count: number): Digits {
  return { digits: withoutZeros(digits.slice(0, count)), point };
}

function raisedDigits({ digits, point }: Digits, count: number): Digits {
  const raised = String(BigInt(digits.slice(0, count)) + 1n);
  return { digits: withoutZeros(raised), point: raised.length > count ? point + 1 : point };
}

function roundedDigits(exact: Digits, count: number): Digits {
  const next = digitAt(exact.digits, count);
  const half = next === 5 && exact.digits.length === count + 1;
  const up = half ? digitAt(exact.digits, count - 1) % 2 === 1 : next >= 5;
  return up ? raisedDigits(exact, count) : cutDigits(exact, count);
}

// The largest power of five that fits 64 bits.
const EXACT_POWER = 27;

/** 5 ** exponent at 128 bits. */
function powerOf5(exponent: number): BigFloat {
  const exact = BigFloat.rounded(false, 5n ** BigInt(Math.min(exponent, EXACT_POWER)), 0, 128);
  let power = exact;
  let square = BigFloat.rounded(false, 5n, 0, 192);
  for (let left = exponent - EXACT_POWER; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = power.times(square, 128);
    square = square.times(square, 192);
  }
  return power;
}
