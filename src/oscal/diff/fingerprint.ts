import { addTo } from "../../foundation/multimap.js";
import type { Definition } from "../codec/definition.js";
import { orderKeyOf } from "./array-order.js";
import { elementsOf, isDefaultNamespace } from "./array-rules.js";
import { meaningOf } from "./meaning.js";
import { datatypeIn, innerDefinition } from "./types.js";

/**
 * Texts that are equal where values mean the same: keys in any order, sets in any order, a default namespace or an empty array
 * written out or not, texts in any spelling.
 * Each object is looked at once, however often it is asked for.
 */
export class Fingerprints {
  /** By the array's name first: YAML's aliases can put one object into two arrays. */
  readonly #known = new Map<string, WeakMap<object, string>>();

  /**
   * @param array name of the array that holds the value; "" outside of arrays
   * @param owner definition of the object that holds the array or the property
   * @param property name of the property, also where it is the array's
   */
  of(value: unknown, array: string, owner: Definition | undefined, property: string = array): string {
    if (typeof value === "string") return JSON.stringify(meaningOf(value, datatypeIn(owner, property)));
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    let known = this.#known.get(array);
    if (known === undefined) this.#known.set(array, (known = new WeakMap()));
    let text = known.get(value);
    if (text === undefined) {
      text = Array.isArray(value)
        ? this.#ofElements(value, array, owner)
        : this.#ofObject(value, array, innerDefinition(owner, property));
      known.set(value, text);
    }
    return text;
  }

  #ofElements(elements: readonly unknown[], array: string, owner: Definition | undefined): string {
    const definition = innerDefinition(owner, array);
    const free: string[] = [];
    const inOrder = new Map<string, string[]>();
    for (const element of elements) {
      const text = this.of(element, array, owner);
      const key = orderKeyOf(array, element, definition);
      if (key === undefined) free.push(text);
      else addTo(inOrder, key, text);
    }
    const keys = [...inOrder.keys()].sort();
    return `[${[...free.sort(), ...keys.flatMap((key) => inOrder.get(key) ?? [])].join(",")}]`;
  }

  #ofObject(value: object, array: string, definition: Definition | undefined): string {
    const texts = Object.entries(value)
      .filter(([key, member]) => !isDefaultNamespace(array, key, member) && elementsOf(key, member)?.length !== 0)
      .map(([key, member]) => {
        const elements = elementsOf(key, member);
        const text = elements ? this.#ofElements(elements, key, definition) : this.of(member, "", definition, key);
        return `${JSON.stringify(key)}:${text}`;
      });
    return `{${texts.sort().join(",")}}`;
  }
}
