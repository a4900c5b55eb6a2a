/** Go's texts of 64-bit floats (strconv.FormatFloat). */

/** Decimal digits without leading zeros, and the position of the decimal point in them: 0.digits * 10 ** point. */
interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** The shortest digits that read back as the same number. */
function shortestDigits(magnitude: number): Digits {
  const [mantissa = "", exponent = "0"] = magnitude.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  return digits === "0" ? { digits: "", point: 0 } : { digits, point: Number(exponent) + 1 };
}

/** Mantissa and power of two of a finite number, exactly. */
function binary(magnitude: number): { mantissa: bigint; exponent: number } {
  const bits = new BigUint64Array(new Float64Array([magnitude]).buffer)[0] ?? 0n;
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  return field === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
}

/** All digits of the exact value. */
function exactDigits(magnitude: number): Digits {
  const { mantissa, exponent } = binary(magnitude);
  if (mantissa === 0n) return { digits: "", point: 0 };
  const text = String(exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent));
  return { digits: text.replace(/0+$/u, ""), point: text.length + Math.min(exponent, 0) };
}

/** Rounds to a number of digits; exact halves to the even digit. */
function roundDigits({ digits, point }: Digits, count: number): Digits {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return { digits: "", point: 0 };
  const kept = digits.slice(0, count);
  const next = digits.charAt(count);
  const odd = count > 0 && Number(digits.charAt(count - 1)) % 2 === 1;
  const up = next > "5" || (next === "5" && (digits.length > count + 1 || odd));
  const trimmed = (text: string): string => text.replace(/0+$/u, "");
  if (!up) return { digits: trimmed(kept), point: trimmed(kept) === "" ? 0 : point };
  const raised = String(BigInt(kept === "" ? "0" : kept) + 1n).padStart(count, "0");
  return { digits: trimmed(raised), point: raised.length > count ? point + 1 : point };
}

function scientific({ digits, point }: Digits, precision: number, letter: string): string {
  const fraction = precision > 0 ? `.${digits.slice(1, precision + 1).padEnd(precision, "0")}` : "";
  const exponent = digits === "" ? 0 : point - 1;
  const sign = exponent < 0 ? "-" : "+";
  return `${digits.charAt(0) || "0"}${fraction}${letter}${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function positional({ digits, point }: Digits, precision: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (precision <= 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return `${whole}.${fraction.slice(0, precision).padEnd(precision, "0")}`;
}

function general(exact: Digits, precision: number, letter: string): string {
  const shortest = precision < 0;
  const wanted = shortest ? exact.digits.length : Math.max(precision, 1);
  const rounded = shortest ? exact : roundDigits(exact, wanted);
  const count = rounded.digits.length;
  let limit = shortest ? 6 : wanted;
  if (!shortest && limit > count && count >= rounded.point) limit = count;
  const exponent = rounded.point - 1;
  if (exponent < -4 || exponent >= limit) {
    return scientific(rounded, Math.max(Math.min(wanted, count) - 1, 0), letter);
  }
  return positional(rounded, Math.max(count - rounded.point, 0));
}

function hexadecimal(magnitude: number, precision: number, upper: boolean): string {
  const { mantissa, exponent } = binary(magnitude);
  let text: string;
  if (mantissa === 0n) {
    text = `0x0${precision > 0 ? `.${"0".repeat(precision)}` : ""}p+00`;
  } else {
    const shift = 60 - (mantissa.toString(2).length - 1);
    let scaled = mantissa << BigInt(shift);
    let power = exponent + 60 - shift;
    if (precision >= 0 && precision < 15) {
      const dropped = BigInt(60 - precision * 4);
      const rest = scaled & ((1n << dropped) - 1n);
      const half = 1n << (dropped - 1n);
      scaled >>= dropped;
      if (rest > half || (rest === half && (scaled & 1n) === 1n)) scaled += 1n;
      scaled <<= dropped;
      if (scaled >> 61n !== 0n) {
        scaled >>= 1n;
        power += 1;
      }
    }
    const all = (scaled & ((1n << 60n) - 1n)).toString(16).padStart(15, "0");
    const fraction = precision < 0 ? all.replace(/0+$/u, "") : all.slice(0, precision).padEnd(precision, "0");
    const sign = power < 0 ? "-" : "+";
    text = `0x1${fraction === "" ? "" : `.${fraction}`}p${sign}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return upper ? text.toUpperCase() : text;
}

/**
 * A finite float's text, with its sign where it is negative.
 * @param format one of e E f g G b x X
 * @param precision digits as Go counts them for that format; below zero: as many as the number needs
 */
export function formatFloat(value: number, format: string, precision: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  const digits = (): Digits => (precision < 0 ? shortestDigits(magnitude) : exactDigits(magnitude));
  switch (format) {
    case "b": {
      const { mantissa, exponent } = binary(magnitude);
      return `${sign}${String(mantissa)}p${exponent >= 0 ? "+" : ""}${String(exponent)}`;
    }
    case "x":
    case "X":
      return sign + hexadecimal(magnitude, precision, format === "X");
    case "e":
    case "E": {
      const exact = digits();
      const places = precision < 0 ? Math.max(exact.digits.length - 1, 0) : precision;
      return sign + scientific(roundDigits(exact, places + 1), places, format);
    }
    case "f": {
      const exact = digits();
      const places = precision < 0 ? Math.max(exact.digits.length - exact.point, 0) : precision;
      return sign + positional(roundDigits(exact, exact.point + places), places);
    }
    default:
      return sign + general(digits(), precision, format === "G" ? "E" : "e");
  }
}
