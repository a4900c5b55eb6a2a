/**
 * Rego values on the JavaScript side of a host builtin. JSON cannot carry them: it has no sets, no keys but strings, and
 * its numbers lose digits as JavaScript numbers. So numbers keep their text unless they are plain safe integers.
 */
export type RegoValue = null | boolean | number | RegoNumber | string | readonly RegoValue[] | RegoSet | RegoObject;

/** A number that is not written as a plain safe integer (1.0, 1e3, 12345678901234567890, -0): its text is its identity. */
export class RegoNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A set: distinct items in Rego's order. */
export class RegoSet {
  readonly items: readonly RegoValue[];
  private constructor(items: readonly RegoValue[]) {
    this.items = items;
  }
  static of(items: readonly RegoValue[]): RegoSet {
    const sorted = items.toSorted(compareValues);
    return new RegoSet(sorted.filter((item, i) => i === 0 || compareValues(sorted[i - 1] ?? null, item) !== 0));
  }
  has(item: RegoValue): boolean {
    return this.items.some((own) => compareValues(own, item) === 0);
  }
}

export type RegoEntry = readonly [key: RegoValue, value: RegoValue];

/** An object: entries in Rego's order of their keys, which may be any value. */
export class RegoObject {
  readonly entries: readonly RegoEntry[];
  private constructor(entries: readonly RegoEntry[]) {
    this.entries = entries;
  }
  /** Of two entries with the same key the later one wins. */
  static of(entries: readonly RegoEntry[]): RegoObject {
    const sorted = entries.toSorted((a, b) => compareValues(a[0], b[0]));
    return new RegoObject(
      sorted.filter((entry, i) => {
        const next = sorted[i + 1];
        return next === undefined || compareValues(entry[0], next[0]) !== 0;
      }),
    );
  }
  get(key: RegoValue): RegoValue | undefined {
    return this.entries.find(([own]) => compareValues(own, key) === 0)?.[1];
  }
}

/** An array, told apart from the other composites (Array.isArray does not narrow readonly arrays). */
export function isArray(value: RegoValue): value is readonly RegoValue[] {
  return Array.isArray(value);
}

export function isNumber(value: RegoValue): value is number | RegoNumber {
  return typeof value === "number" || value instanceof RegoNumber;
}

/** The members of an array or a set; undefined for anything else. */
export function membersOf(value: RegoValue): readonly RegoValue[] | undefined {
  if (isArray(value)) return value;
  return value instanceof RegoSet ? value.items : undefined;
}

/** A number's text as OPA holds it. */
export function numberText(value: number | RegoNumber): string {
  return typeof value === "number" ? String(value) : value.text;
}

const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/u;

/** A number from its text, in the one form that this module gives to it. */
export function numberFromText(text: string): number | RegoNumber {
  return text.length <= 16 && PLAIN_INTEGER.test(text) ? Number(text) : new RegoNumber(text);
}

export function numberFromBigInt(value: bigint): number | RegoNumber {
  return numberFromText(String(value));
}

/**
 * The integer that a number's text stands for under OPA's conversion of numbers to machine integers: 64 bits, no
 * exponent, and a fraction of zeros only; undefined otherwise.
 */
function machineInteger(value: RegoValue): bigint | undefined {
  if (typeof value === "number") return BigInt(value);
  if (!(value instanceof RegoNumber)) return undefined;
  return machineIntegerFromText(value.text);
}

export function machineIntegerFromText(text: string): bigint | undefined {
  const match = /^([+-]?)(\d*)(?:\.(0*))?$/u.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = "", fraction = ""] = match;
  const length = text.length - (sign === "" ? 0 : 1);
  if (length === 0 || length > 19) return undefined;
  const magnitude = BigInt(digits === "" && fraction !== "" ? "0" : digits || "0");
  const integer = sign === "-" ? -magnitude : magnitude;
  return BigInt.asIntN(64, integer) === integer ? integer : undefined;
}

/** The same as a JavaScript number; undefined when it does not fit exactly. */
export function safeInteger(value: RegoValue): number | undefined {
  if (typeof value === "number") return value;
  const integer = machineInteger(value);
  if (integer === undefined) return undefined;
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A number as sign, digits and a power of ten: value = coefficient * 10 ** exponent. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

export function decimalFromText(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const magnitude = BigInt(whole + fraction);
  return { coefficient: sign === "-" ? -magnitude : magnitude, exponent: Number(exponent) - fraction.length };
}

/** The largest power of ten that is expanded to compare or convert numbers; OPA's own parser refuses larger ones. */
export const MAX_EXPONENT = 40_000;

function compareNumbers(a: number | RegoNumber, b: number | RegoNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  const x = decimalFromText(numberText(a));
  const y = decimalFromText(numberText(b));
  if (x === undefined || y === undefined) return compareStrings(numberText(a), numberText(b));
  const shift = Math.min(x.exponent, y.exponent);
  if (x.exponent - shift > MAX_EXPONENT || y.exponent - shift > MAX_EXPONENT) {
    const difference = Number(numberText(a)) - Number(numberText(b));
    return Number.isNaN(difference) ? 0 : Math.sign(difference);
  }
  const left = x.coefficient * 10n ** BigInt(x.exponent - shift);
  const right = y.coefficient * 10n ** BigInt(y.exponent - shift);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Order of the strings' UTF-8 bytes, which is that of their code points and not of JavaScript's code units. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above every other code unit.
    const xs = x >= 0xd800 && x <= 0xdfff;
    const ys = y >= 0xd800 && y <= 0xdfff;
    return xs === ys ? x - y : xs ? 1 : -1;
  }
  return a.length - b.length;
}

function rank(value: RegoValue): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return 1;
  if (typeof value === "number" || value instanceof RegoNumber) return 2;
  if (typeof value === "string") return 3;
  if (value instanceof RegoObject) return 5;
  return value instanceof RegoSet ? 6 : 4;
}

function compareLists(a: readonly RegoValue[], b: readonly RegoValue[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i] ?? null, b[i] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Rego's total order of values: below zero, zero or above zero. */
function compareValues(a: RegoValue, b: RegoValue): number {
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === "boolean") return Number(a) - Number(b);
  if (isArray(a) && isArray(b)) return compareLists(a, b);
  if (a instanceof RegoSet && b instanceof RegoSet) return compareLists(a.items, b.items);
  if (a instanceof RegoObject && b instanceof RegoObject) {
    const length = Math.min(a.entries.length, b.entries.length);
    for (let i = 0; i < length; i++) {
      const [key, value] = a.entries[i] ?? [null, null];
      const [otherKey, otherValue] = b.entries[i] ?? [null, null];
      const order = compareValues(key, otherKey) || compareValues(value, otherValue);
      if (order !== 0) return order;
    }
    return a.entries.length - b.entries.length;
  }
  return 0;
}

export function equalValues(a: RegoValue, b: RegoValue): boolean {
  return compareValues(a, b) === 0;
}

/** A host builtin: its result, or undefined where OPA reports a builtin error, which makes the expression undefined. */
export type HostBuiltin = (...args: readonly RegoValue[]) => RegoValue | undefined;
