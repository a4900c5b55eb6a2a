import { Buffer } from "node:buffer";

import { formatFloat } from "../go/float.js";
import { canBackquote, isPrintable, quoteChar, quoteString } from "../go/quote.js";

/** An argument under the name of the Go type that OPA gives to it. */
export type SprintfArgument =
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "int64"; readonly value: bigint }
  | { readonly type: "float64"; readonly value: number }
  | { readonly type: "*big.Int"; readonly value: bigint };

export interface FormatFlags {
  sharp?: boolean;
  zero?: boolean;
  plus?: boolean;
  minus?: boolean;
  space?: boolean;
  /** The # and + flags of %v, which ask for Go syntax and mean something else than with other verbs. */
  sharpV?: boolean;
  plusV?: boolean;
  width?: number | undefined;
  precision?: number | undefined;
}

/** One argument under one verb, as Go's fmt package formats it; a verb that does not fit the type gives `%!d(string=x)`. */
export function formatArgument(arg: SprintfArgument, verb: string, flags: FormatFlags): string {
  if (verb === "T") return pad(truncate(arg.type, flags), flags);
  switch (arg.type) {
    case "string":
      return formatString(arg, verb, flags);
    case "int64":
      return formatInteger(arg, verb, flags);
    case "float64":
      return formatFloatArgument(arg, verb, flags);
    case "*big.Int":
      return formatBigInteger(arg.value, verb, flags);
  }
}

function badVerb(arg: SprintfArgument, verb: string, flags: FormatFlags): string {
  return `%!${verb}(${arg.type}=${formatArgument(arg, "v", flags)})`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const char of text) count += char === "" ? 0 : 1;
  return count;
}

function pad(text: string, flags: FormatFlags): string {
  const missing = (flags.width ?? 0) - codePoints(text);
  if (missing <= 0) return text;
  if (flags.minus === true) return text + " ".repeat(missing);
  return (flags.zero === true ? "0" : " ").repeat(missing) + text;
}

function truncate(text: string, flags: FormatFlags): string {
  return flags.precision === undefined || text.length <= flags.precision
    ? text
    : Array.from(text).slice(0, flags.precision).join("");
}

function formatString(arg: SprintfArgument & { type: "string" }, verb: string, flags: FormatFlags): string {
  switch (verb) {
    case "v":
      return flags.sharpV === true ? quoted(arg.value, flags) : pad(truncate(arg.value, flags), flags);
    case "s":
      return pad(truncate(arg.value, flags), flags);
    case "q":
      return quoted(arg.value, flags);
    case "x":
      return hexBytes(arg.value, flags, "x");
    case "X":
      return hexBytes(arg.value, flags, "X").toUpperCase();
    default:
      return badVerb(arg, verb, flags);
  }
}

function quoted(text: string, flags: FormatFlags): string {
  const shown = truncate(text, flags);
  if (flags.sharp === true && canBackquote(shown)) return pad(`\`${shown}\``, flags);
  return pad(quoteString(shown, flags.plus), flags);
}

function hexBytes(text: string, flags: FormatFlags, letter: string): string {
  const bytes = Buffer.from(text, "utf8").subarray(0, flags.precision);
  const prefix = flags.sharp === true ? `0${letter}` : "";
  const hex = bytes.toString("hex");
  if (flags.space !== true) return pad(hex === "" ? "" : prefix + hex, flags);
  return pad((hex.match(/../gu) ?? []).map((byte) => prefix + byte).join(" "), flags);
}

const BASES: ReadonlyMap<string, number> = new Map([
  ["b", 2],
  ["o", 8],
  ["O", 8],
  ["d", 10],
  ["v", 10],
  ["x", 16],
  ["X", 16],
]);

function signOf(negative: boolean, flags: FormatFlags): string {
  if (negative) return "-";
  return flags.plus === true ? "+" : flags.space === true ? " " : "";
}

function digitsOf(value: bigint, base: number, verb: string): string {
  const digits = (value < 0n ? -value : value).toString(base);
  return verb === "X" ? digits.toUpperCase() : digits;
}

function formatInteger(arg: SprintfArgument & { type: "int64" }, verb: string, flags: FormatFlags): string {
  const base = BASES.get(verb);
  if (base === undefined) return formatCharacter(arg, verb, flags);
  const { value } = arg;
  if (flags.precision === 0 && value === 0n) return " ".repeat(flags.width ?? 0);
  const sign = signOf(value < 0n, flags);
  let digits = digitsOf(value, base, verb);
  let least = flags.precision ?? 0;
  if (flags.precision === undefined && flags.zero === true && flags.minus !== true)
    least = (flags.width ?? 0) - sign.length;
  digits = digits.padStart(least, "0");
  if (flags.sharp === true) {
    if (base === 2) digits = `0b${digits}`;
    else if (base === 8 && !digits.startsWith("0")) digits = `0${digits}`;
    else if (base === 16) digits = `0${verb}${digits}`;
  }
  if (verb === "O") digits = `0o${digits}`;
  return pad(sign + digits, { ...flags, zero: false });
}

const LARGEST_CODE_POINT = 0x10ffffn;

function formatCharacter(arg: SprintfArgument & { type: "int64" }, verb: string, flags: FormatFlags): string {
  const { value } = arg;
  const isCharacter = value >= 0n && value <= LARGEST_CODE_POINT && !(value >= 0xd800n && value <= 0xdfffn);
  const char = isCharacter ? String.fromCodePoint(Number(value)) : "\ufffd";
  switch (verb) {
    case "c":
      return pad(char, flags);
    case "q":
      return pad(quoteChar(char, flags.plus ?? false), flags);
    case "U": {
      const hex = BigInt.asUintN(64, value)
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(flags.precision ?? 0, 4), "0");
      const shown = flags.sharp === true && isCharacter && isPrintable(char) ? ` '${char}'` : "";
      return pad(`U+${hex}${shown}`, { ...flags, zero: false });
    }
    default:
      return badVerb(arg, verb, flags);
  }
}

function formatBigInteger(value: bigint, verb: string, flags: FormatFlags): string {
  const base = verb === "s" ? 10 : BASES.get(verb);
  if (base === undefined) return `%!${verb}(big.Int=${String(value)})`;
  const sign = signOf(value < 0n, { ...flags, plus: flags.plus === true || flags.plusV === true });
  let prefix = "";
  if (flags.sharp === true) prefix = { b: "0b", o: "0", x: "0x", X: "0X" }[verb] ?? "";
  if (verb === "O") prefix = "0o";
  const digits = digitsOf(value, base, verb).padStart(flags.precision ?? 0, "0");
  const missing = (flags.width ?? 0) - sign.length - prefix.length - digits.length;
  if (missing <= 0) return sign + prefix + digits;
  if (flags.minus === true) return sign + prefix + digits + " ".repeat(missing);
  if (flags.zero === true && flags.precision === undefined) return sign + prefix + "0".repeat(missing) + digits;
  return " ".repeat(missing) + sign + prefix + digits;
}

const DEFAULT_PRECISIONS: ReadonlyMap<string, number> = new Map([
  ["v", -1],
  ["b", -1],
  ["g", -1],
  ["G", -1],
  ["x", -1],
  ["X", -1],
  ["e", 6],
  ["E", 6],
  ["f", 6],
  ["F", 6],
]);

function formatFloatArgument(arg: SprintfArgument & { type: "float64" }, verb: string, flags: FormatFlags): string {
  const byDefault = DEFAULT_PRECISIONS.get(verb);
  if (byDefault === undefined) return badVerb(arg, verb, flags);
  const precision = flags.precision ?? byDefault;
  const format = verb === "v" ? "g" : verb === "F" ? "f" : verb;
  const text = formatFloat(arg.value, format, precision);
  const negative = text.startsWith("-");
  let number = negative ? text.slice(1) : text;
  if (flags.sharp === true && verb !== "b") number = withPoint(number, format, precision);
  const sign = signOf(negative, flags);
  // A space for the sign counts as a sign here; zeros go between the sign and the number.
  const missing = (flags.width ?? 0) - sign.length - number.length;
  if (flags.zero === true && flags.minus !== true && missing > 0) return sign + "0".repeat(missing) + number;
  return pad(sign + number, { ...flags, zero: false });
}

/** The # flag: a decimal point always, and for %g the zeros that it would drop. */
function withPoint(number: string, format: string, precision: number): string {
  const hex = format === "x" || format === "X";
  const tailAt = number.search(hex ? /[pP]/u : /[eE]/u);
  const tail = tailAt === -1 ? "" : number.slice(tailAt);
  let head = tailAt === -1 ? number : number.slice(0, tailAt);
  let digits = format === "g" || format === "G" || format === "x" ? (precision === -1 ? 6 : precision) : 0;
  let significant = false;
  for (const char of head) {
    if (char === ".") continue;
    if (char !== "0") significant = true;
    if (significant) digits--;
  }
  if (!head.includes(".")) {
    if (head === "0") digits--;
    head += ".";
  }
  return head + "0".repeat(Math.max(digits, 0)) + tail;
}
