import { formatFloat } from "../go/float.js";

const LARGEST = 1n << 63n;

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["\u00b5s", 1_000n],
  ["\u03bcs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);

/** Hours of the units that OPA adds to Go's. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ["d", 24],
  ["w", 7 * 24],
  ["y", 365 * 24],
]);

/** Nanoseconds of a duration such as `1h30m`, `-1.5s` or `1y2w3d`; undefined when it is malformed or exceeds 64 bits. */
export function parseDuration(text: string): bigint | undefined {
  if (!/[dwy]/u.test(text)) return parseGoDuration(text);
  const match = /^([-+]?)((?:[0-9.]+(?:ms|us|\u00b5s|ns|[a-z]))+)$/u.exec(text);
  if (match === null) return undefined;
  const [, sign = "", segments = ""] = match;
  let rewritten = sign;
  for (const [, digits = "", unit = ""] of segments.matchAll(/([0-9.]+)(ms|us|\u00b5s|ns|[a-z])/gu)) {
    const hours = HOURS.get(unit);
    if (hours === undefined) {
      rewritten += digits + unit;
      continue;
    }
    const amount = /^(?:\d+\.?\d*|\.\d+)$/u.test(digits) ? Number(digits) * hours : NaN;
    if (!Number.isFinite(amount)) return undefined;
    rewritten += `${formatFloat(amount, "f", -1)}h`;
  }
  return parseGoDuration(rewritten);
}

function parseGoDuration(text: string): bigint | undefined {
  const negative = text.startsWith("-");
  let rest = negative || text.startsWith("+") ? text.slice(1) : text;
  if (rest === "0") return 0n;
  if (rest === "") return undefined;
  let total = 0n;
  while (rest !== "") {
    const match = /^(\d*)(?:(\.)(\d*))?([^.\d]+)/u.exec(rest);
    if (match === null) return undefined;
    const [all, whole = "", , fraction = "", unit = ""] = match;
    rest = rest.slice(all.length);
    const scale = NANOSECONDS.get(unit);
    if ((whole === "" && fraction === "") || scale === undefined) return undefined;
    const amount = BigInt(whole === "" ? "0" : whole);
    if (amount > LARGEST / scale) return undefined;
    total += amount * scale + fractionOf(fraction, scale);
    if (total > LARGEST) return undefined;
  }
  if (negative) return -total;
  return total < LARGEST ? total : undefined;
}

/** A fraction of a unit, computed in 64-bit floats as Go does, for the same rounding. */
function fractionOf(digits: string, scale: bigint): bigint {
  let value = 0n;
  let divisor = 1;
  for (const digit of digits) {
    const longer = value * 10n + BigInt(digit);
    if (value > (LARGEST - 1n) / 10n || longer > LARGEST) break;
    value = longer;
    divisor *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(scale) / divisor)));
}
