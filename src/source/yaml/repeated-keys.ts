import { isNode, isPair, isScalar, isSeq, type YAMLMap } from "yaml";
import { problem } from "../../diagnostics/codes/syntax.js";
import type { TextProblem } from "../place.js";

/**
 * The keys that stand twice in a mapping. Where the keys of an entry of a list begin again, the dash of a further entry is missing: that is
 * one problem, however many of them repeat.
 * @param parent the innermost node or pair around the mapping
 */
export function repeatedKeys(map: YAMLMap, parent: unknown): TextProblem[] {
  const keys = map.items.map(({ key }) => ({ name: nameOf(key), offset: isNode(key) ? (key.range?.[0] ?? 0) : 0 }));
  const entries = map.flow === true ? [keys] : entriesOf(keys, isSeq(parent) ? 1 : isPair(parent) ? 2 : Infinity);
  return entries.flatMap((entry, index) => {
    const names = new Set<string>();
    const repeated = entry.flatMap(({ name, offset }): TextProblem[] => {
      const known = names.has(name);
      names.add(name);
      if (!known) return [];
      return [{ offset, diagnostic: (place) => problem("duplicate-key", place, { key: name, within: "mapping" }) }];
    });
    const [first] = entry;
    if (index === 0 || first === undefined) return repeated;
    const { name, offset } = first;
    return [
      { offset, diagnostic: (place) => problem("duplicate-key", place, { key: name, within: "list" }) },
      ...repeated,
    ];
  });
}

interface Key {
  readonly name: string;
  readonly offset: number;
}

/**
 * The keys by the entries that they seem to be. A further one begins with a key that the one before has; it has the first key of all.
 * @param shared how many keys of the first entry it has at least
 */
function entriesOf(keys: readonly Key[], shared: number): readonly (readonly Key[])[] {
  const entries: Key[][] = [];
  let names = new Set<string>();
  for (const key of keys) {
    if (entries.length === 0 || names.has(key.name)) {
      entries.push([]);
      names = new Set();
    }
    entries.at(-1)?.push(key);
    names.add(key.name);
  }
  const [first = [], ...others] = entries;
  const known = new Set(first.map(({ name }) => name));
  const found: Key[][] = [first];
  for (const entry of others) {
    const whole = entry.some(({ name }) => name === first[0]?.name);
    if (whole && entry.filter(({ name }) => known.has(name)).length >= shared) found.push(entry);
    else found.at(-1)?.push(...entry);
  }
  return found;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
