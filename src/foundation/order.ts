/** Compares two texts by UTF-16 code units, the order of all sorted output: a locale must not change it. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares by a text that each value has, such as its id. */
export function by<Value>(key: (value: Value) => string): (a: Value, b: Value) => number {
  return (a, b) => byCodeUnit(key(a), key(b));
}
