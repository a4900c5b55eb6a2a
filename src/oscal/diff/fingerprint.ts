import { elementsOf, isDefaultNamespace, ruleOf } from "./array-rules.js";

/**
 * Texts that are equal where values mean the same: keys in any order, sets in any order, a default namespace or an empty array
 * written out or not.
 * Each object is looked at once, however often it is asked for.
 */
export class Fingerprints {
  /** By the array's name first: YAML's aliases can put one object into two arrays. */
  readonly #known = new Map<string, WeakMap<object, string>>();

  /** @param array name of the array that holds the value; "" outside of arrays */
  of(value: unknown, array: string): string {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    let known = this.#known.get(array);
    if (known === undefined) this.#known.set(array, (known = new WeakMap()));
    let text = known.get(value);
    if (text === undefined) {
      text = Array.isArray(value) ? this.#ofElements(value, array) : this.#ofObject(value, array);
      known.set(value, text);
    }
    return text;
  }

  #ofElements(elements: readonly unknown[], array: string): string {
    const texts = elements.map((element) => this.of(element, array));
    if (ruleOf(array).ordered !== true) texts.sort();
    return `[${texts.join(",")}]`;
  }

  #ofObject(value: object, array: string): string {
    const texts = Object.entries(value)
      .filter(([key, member]) => !isDefaultNamespace(array, key, member) && elementsOf(key, member)?.length !== 0)
      .map(([key, member]) => {
        const elements = elementsOf(key, member);
        return `${JSON.stringify(key)}:${elements ? this.#ofElements(elements, key) : this.of(member, "")}`;
      });
    return `{${texts.sort().join(",")}}`;
  }
}
