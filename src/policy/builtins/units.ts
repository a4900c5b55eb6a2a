import { numberFromText } from "./rego/value.js";
import type { HostBuiltin } from "./rego/value.js";

interface Quantity {
  readonly number: string;
  readonly unit: string;
}

const LONGEST_EXPONENT = 6;

/**
 * Splits "10.5MiB" into number and unit; an e or E belongs to the number where an exponent can follow.
 * Undefined when the exponent is too long.
 */
function splitQuantity(text: string): Quantity | undefined {
  let at = 0;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (/[\d.+-]/u.test(char)) continue;
    if (!/[eE]/u.test(char) || !/[\d+-]/u.test(text.charAt(at + 1))) break;
    if (/[+-]/u.test(text.charAt(at + 1))) at++;
    const exponent = /^\d*/u.exec(text.slice(at + 1))?.[0] ?? "";
    if (exponent.length > LONGEST_EXPONENT) return undefined;
  }
  return { number: text.slice(0, at), unit: text.slice(at) };
}

/** A fraction in lowest terms is not needed: numerator and denominator as they come. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const NUMBER = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d+))?$/u;

function ratioOf(text: string): Ratio | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", afterWhole = "", alone = "", exponent = "0"] = match;
  const fraction = afterWhole + alone;
  const digits = BigInt(whole + fraction);
  const power = Number(exponent) - fraction.length;
  const signed = sign === "-" ? -digits : digits;
  return power >= 0
    ? { numerator: signed * 10n ** BigInt(power), denominator: 1n }
    : { numerator: signed, denominator: 10n ** BigInt(-power) };
}

const DECIMAL = 1000n;
const BINARY = 1024n;
const LETTERS = "kmgtpe";

function multiplierOf(unit: string): bigint | undefined {
  const power = LETTERS.indexOf(unit.charAt(0)) + 1;
  return power === 0 ? undefined : (unit.endsWith("i") ? BINARY : DECIMAL) ** BigInt(power);
}

/** Kubernetes-like quantities: 10K, 2Mi, 200m. A small m stands for a thousandth, a capital M for a million. */
const parse: HostBuiltin = (text = null) => {
  if (typeof text !== "string") return undefined;
  const bare = text.replaceAll('"', "");
  const quantity = bare.includes(" ") ? undefined : splitQuantity(bare);
  if (quantity === undefined) return undefined;
  const unit = quantity.unit.slice(0, 1) + quantity.unit.slice(1).toLowerCase();
  const ratio = ratioOf(quantity.number);
  if (ratio === undefined || !/^(?:|m|[kKMgGtTpPeE]|[kKmMgGtTpPeE]i)$/u.test(unit)) return undefined;
  if (unit === "m") return ratioNumber(thousandth(ratio));
  const multiplier = unit === "" ? 1n : multiplierOf(unit.toLowerCase());
  if (multiplier === undefined) return undefined;
  return ratioNumber({ numerator: ratio.numerator * multiplier, denominator: ratio.denominator });
};

/** OPA takes a thousandth for the float 0.001, which is this fraction. */
function thousandth({ numerator, denominator }: Ratio): Ratio {
  return { numerator: numerator * 1_152_921_504_606_847n, denominator: denominator * (1n << 60n) };
}

const PLACES = 10n;

/** An integer with all digits, or else ten places, exact halves rounded away from zero. */
function ratioNumber({ numerator, denominator }: Ratio): ReturnType<typeof numberFromText> {
  if (numerator % denominator === 0n) return numberFromText(String(numerator / denominator));
  const magnitude = numerator < 0n ? -numerator : numerator;
  const scale = 10n ** PLACES;
  const scaled = (magnitude * scale * 2n + denominator) / (denominator * 2n);
  const fraction = String(scaled % scale).padStart(Number(PLACES), "0");
  return numberFromText(`${numerator < 0n ? "-" : ""}${String(scaled / scale)}.${fraction}`);
}

/** Bytes: 10KB is 10,000 and 10KiB is 10,240; what is left of a byte is cut off. */
const parseBytes: HostBuiltin = (text = null) => {
  if (typeof text !== "string") return undefined;
  const bare = text.toLowerCase().replaceAll('"', "");
  const quantity = bare.includes(" ") ? undefined : splitQuantity(bare);
  const unit = /^(?:([kmgtpe]i?)b?)?$/u.exec(quantity?.unit ?? "?");
  if (quantity === undefined || unit === null) return undefined;
  const ratio = ratioOf(quantity.number);
  const multiplier = unit[1] === undefined ? 1n : multiplierOf(unit[1]);
  if (ratio === undefined || multiplier === undefined) return undefined;
  const amount = roundToFloat(ratio);
  const bytes = roundToFloat({ numerator: amount.numerator * multiplier, denominator: amount.denominator });
  return numberFromText(String(bytes.numerator / bytes.denominator));
};

const FLOAT_BITS = 64;

/** OPA computes bytes in binary floats of 64 bits: the nearest one, of two as near the even one. */
function roundToFloat({ numerator, denominator }: Ratio): Ratio {
  const magnitude = numerator < 0n ? -numerator : numerator;
  if (magnitude === 0n) return { numerator: 0n, denominator: 1n };
  let shift = FLOAT_BITS - (bitLength(magnitude) - bitLength(denominator));
  let scaled = scale(magnitude, denominator, shift);
  if (bitLength(scaled.numerator / scaled.denominator) > FLOAT_BITS) scaled = scale(magnitude, denominator, --shift);
  let mantissa = scaled.numerator / scaled.denominator;
  const rest = (scaled.numerator % scaled.denominator) * 2n;
  if (rest > scaled.denominator || (rest === scaled.denominator && mantissa % 2n === 1n)) mantissa += 1n;
  if (numerator < 0n) mantissa = -mantissa;
  return shift >= 0
    ? { numerator: mantissa, denominator: 1n << BigInt(shift) }
    : { numerator: mantissa << BigInt(-shift), denominator: 1n };
}

function scale(numerator: bigint, denominator: bigint, shift: number): Ratio {
  return shift >= 0
    ? { numerator: numerator << BigInt(shift), denominator }
    : { numerator, denominator: denominator << BigInt(-shift) };
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex.charAt(0), 16)));
}

export const unitBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "units.parse": parse,
  "units.parse_bytes": parseBytes,
};
