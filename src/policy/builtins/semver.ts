import type { HostBuiltin } from "./rego/value.js";
import { compareStrings } from "./rego/value.js";

interface Version {
  readonly numbers: readonly bigint[];
  readonly preRelease: string;
}

const IDENTIFIERS = /^[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*$/u;
const LARGEST = (1n << 63n) - 1n;

/** A semantic version, of which OPA tolerates a leading `v`. */
function parseVersion(text: string): Version | undefined {
  const [core, metadata] = cut(text.startsWith("v") ? text.slice(1) : text, "+");
  if (metadata !== undefined && !IDENTIFIERS.test(metadata)) return undefined;
  const [release, preRelease] = cut(core, "-");
  if (preRelease !== undefined && (!IDENTIFIERS.test(preRelease) || /(?:^|\.)0\d+(?:\.|$)/u.test(preRelease))) {
    return undefined;
  }
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/u.exec(release);
  if (match === null) return undefined;
  const numbers = match.slice(1).map(BigInt);
  return numbers.some((number) => number > LARGEST) ? undefined : { numbers, preRelease: preRelease ?? "" };
}

function cut(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function compareVersions(a: Version, b: Version): number {
  for (const [i, number] of a.numbers.entries()) {
    const other = b.numbers[i] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (a.preRelease === b.preRelease) return 0;
  if (a.preRelease === "") return 1;
  if (b.preRelease === "") return -1;
  const left = a.preRelease.split(".");
  const right = b.preRelease.split(".");
  for (const [i, identifier] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return left.length < right.length ? -1 : 0;
}

function compareIdentifiers(a: string, b: string): number {
  const numeric = /^\d+$/u;
  if (numeric.test(a) !== numeric.test(b)) return numeric.test(a) ? -1 : 1;
  if (!numeric.test(a)) return Math.sign(compareStrings(a, b));
  // A number that exceeds 64 bits counts as the largest one.
  const [left, right] = [a, b].map((text) => (BigInt(text) > LARGEST ? LARGEST : BigInt(text)));
  return left === right ? 0 : (left ?? 0n) < (right ?? 0n) ? -1 : 1;
}

const compare: HostBuiltin = (a = null, b = null) => {
  const left = typeof a === "string" ? parseVersion(a) : undefined;
  const right = typeof b === "string" ? parseVersion(b) : undefined;
  return left === undefined || right === undefined ? undefined : compareVersions(left, right);
};

const isValid: HostBuiltin = (text = null) => typeof text === "string" && parseVersion(text) !== undefined;

export const semverBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "semver.compare": compare,
  "semver.is_valid": isValid,
};
