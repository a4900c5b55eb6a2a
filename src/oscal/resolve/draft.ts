import type { Control, Link, Parameter, Part, Property } from "../model/generated/types.js";
import type { History } from "./history.js";

/** The lists that a control, part or parameter may hold, by JSON key. */
export interface Holder {
  params?: Parameter[];
  props?: Property[];
  links?: Link[];
  parts?: Part[];
  controls?: Control[];
}

/**
 * Keeps what a resolution may change apart from what it shares with the documents it was read from. Nothing is copied before it is
 * changed; documents are never changed.
 */
export class Draft {
  readonly #history: History;
  readonly #own = new WeakSet<object>();

  constructor(history: History) {
    this.#history = history;
  }

  owns(object: object): boolean {
    return this.#own.has(object);
  }

  /** The object itself where it belongs to the draft, or else a copy that does. */
  own<T extends object>(object: T): T {
    return this.#own.has(object) ? object : this.copy(object);
  }

  /** A copy that belongs to the draft. */
  copy<T extends object>(object: T): T {
    const copy = this.#history.derive({ ...object }, object);
    this.#own.add(copy);
    return copy;
  }

  /** An object that is made for the draft. */
  adopt<T extends object>(object: T): T {
    this.#own.add(object);
    return object;
  }

  /**
   * The list under a key of an object of the draft, to be changed in place; made where there is none.
   * Its entries still belong to whom they did.
   */
  list<K extends keyof Holder>(holder: Holder, key: K): NonNullable<Holder[K]> {
    const list = holder[key];
    if (list !== undefined && this.#own.has(list)) return list;
    const own = (list === undefined ? [] : [...list]) as NonNullable<Holder[K]>;
    this.#own.add(own);
    holder[key] = own;
    return own;
  }
}
