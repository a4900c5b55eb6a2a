import type { Name } from "./plain-names.js";

const xml = "http://www.w3.org/XML/1998/namespace";
const xmlns = "http://www.w3.org/2000/xmlns/";

/** The namespaces that are declared where an element stands. */
export class Scope {
  readonly #byPrefix: ReadonlyMap<string, string>;

  constructor(byPrefix: ReadonlyMap<string, string>) {
    this.#byPrefix = byPrefix;
  }

  /** @returns undefined where the prefix is not declared */
  namespace(prefix: string): string | undefined {
    return this.#byPrefix.get(prefix);
  }

  /**
   * The scope with one declaration more.
   * @param prefix "" for the default namespace
   * @returns undefined where the declaration is not allowed, or is read otherwise than it is written
   */
  with(prefix: string, namespace: string): Scope | undefined {
    if (prefix === "xml" || prefix === "xmlns" || namespace === xml || namespace === xmlns) return undefined;
    if (namespace !== namespace.trim() || (prefix !== "" && namespace === "")) return undefined;
    return new Scope(new Map([...this.#byPrefix, [prefix, namespace]]));
  }

  /** Whether each name is declared, and no two attributes of a tag are the same. @param names those that have a prefix or declare one */
  tells(names: readonly Name[]): boolean {
    const expanded = new Set<string>();
    for (const { prefix, local, text, declares } of names) {
      const namespace = declares === undefined ? this.namespace(prefix) : "";
      if (namespace === undefined) return false;
      expanded.add(declares === undefined ? `{${namespace}}${local}` : text);
    }
    return expanded.size === names.length;
  }
}

/** Around the root element. */
export const documentScope: Scope = new Scope(
  new Map([
    ["", ""],
    ["xml", xml],
  ]),
);
