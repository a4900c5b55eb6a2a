import { isObject } from "../../foundation/json-value.js";
import { byCodeUnit } from "../../foundation/order.js";
import type { WalkPosition } from "../model/walk-objects.js";
import type { KindCount } from "./document-description.js";
import type { Kind } from "./kinds.js";

/** Counts the kinds of things of a model while its document is walked through. */
export class KindCounter {
  readonly #kinds: readonly Kind[];
  readonly #byArray = new Map<string, Kind[]>();
  readonly #tallies = new Map<Kind, Tally>();

  constructor(kinds: readonly Kind[]) {
    this.#kinds = kinds;
    for (const kind of kinds) this.#byArray.set(kind.array, [...(this.#byArray.get(kind.array) ?? []), kind]);
  }

  /** Takes the arrays of one object into account. @param key name under which the object stands */
  visit(owner: Readonly<Record<string, unknown>>, key: string, position: WalkPosition): void {
    for (const property of Object.keys(owner)) {
      const kinds = this.#byArray.get(property);
      if (kinds === undefined) continue;
      const value = owner[property];
      // One mapping may stand there without an array around it.
      const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const kind of kinds) {
        if (kind.inside !== undefined && kind.inside !== key) continue;
        if (kind.within !== undefined && position.around(kind.within) === undefined) continue;
        for (const element of elements) this.#count(kind, element, key);
      }
    }
  }

  /** The counts in the order of the kinds; kinds that did not occur are left out. */
  counts(): KindCount[] {
    return this.#kinds.flatMap((kind) => {
      const tally = this.#tallies.get(kind);
      if (!tally) return [];
      const by = tally.byValue.map(([value, count]) => ({ value, count }));
      return [{ kind: kind.kind, count: tally.count, ...(by.length > 0 ? { by } : {}) }];
    });
  }

  #count(kind: Kind, element: unknown, inside: string): void {
    let tally = this.#tallies.get(kind);
    if (!tally) this.#tallies.set(kind, (tally = new Tally()));
    const object = isObject(element) ? element : {};
    const identity = kind.distinct === undefined ? undefined : valueAt(object, [kind.distinct]);
    if (identity !== undefined && !tally.isNew(identity)) return;
    const value = kind.by === undefined ? undefined : valueAt(object, kind.by);
    tally.add([...(value === undefined ? [] : [value]), ...(kind.marks?.(object, inside) ?? [])]);
  }
}

class Tally {
  count = 0;
  readonly #values = new Map<string, number>();
  readonly #seen = new Set<string>();

  isNew(identity: string): boolean {
    if (this.#seen.has(identity)) return false;
    this.#seen.add(identity);
    return true;
  }

  add(values: readonly string[]): void {
    this.count += 1;
    for (const value of values) this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
  }

  get byValue(): [string, number][] {
    return mostFirst(this.#values);
  }
}

/** Entries with the highest count first; equals in alphabetical order. */
export function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, first], [b, second]) => second - first || byCodeUnit(a, b));
}

/** The text at the end of a way of properties. */
export function valueAt(value: unknown, way: readonly string[]): string | undefined {
  let at = value;
  for (const property of way) at = isObject(at) && Object.hasOwn(at, property) ? at[property] : undefined;
  return typeof at === "string" ? at : undefined;
}
