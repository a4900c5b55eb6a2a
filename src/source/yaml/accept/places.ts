import { arrayIndex, parsePointer } from "../../pointer.js";

/** Offsets of a value; -1 where there is no such place. */
export interface FoundPlace {
  readonly start: number;
  readonly key: number;
  /** Offset behind a text without quotes. */
  readonly plainEnd: number;
  readonly value: unknown;
}

/** Where the values of documents and their keys begin, written down in the order of the text while it is read. */
export class Places {
  readonly #starts: number[] = [];
  readonly #keys: number[] = [];
  readonly #names: (string | undefined)[] = [];
  readonly #plainEnds: number[] = [];
  /** For each value, the number of the next one that does not lie inside of it. */
  readonly #next: number[] = [];
  /** The numbers of the values in a collection by its number, as far as they were asked for. */
  readonly #inside = new Map<
    number,
    { readonly list: readonly number[]; readonly names: ReadonlyMap<string, number> }
  >();
  /** The numbers of the values that are documents. */
  readonly #documents: number[] = [];
  #name: string | undefined;
  #key = -1;

  /** Tells that a document comes next. */
  begin(): void {
    this.#documents.push(this.#starts.length);
  }

  /** Tells the key of the value that comes next. */
  key(name: string, offset: number): void {
    this.#name = name;
    this.#key = offset;
  }

  /** @returns what `close` has to be told */
  open(start: number, plainEnd: number): number {
    const number = this.#starts.length;
    this.#starts.push(start);
    this.#keys.push(this.#key);
    this.#names.push(this.#name);
    this.#plainEnds.push(plainEnd);
    this.#next.push(number + 1);
    this.#name = undefined;
    this.#key = -1;
    return number;
  }

  close(number: number | undefined): void {
    if (number !== undefined) this.#next[number] = this.#starts.length;
  }

  /** A value with none inside. @param plainEnd offset behind a text without quotes, or else -1 */
  leaf(start: number, plainEnd: number): void {
    this.open(start, plainEnd);
  }

  /**
   * The value at the pointer, or the innermost around it that exists.
   * @param document its index
   * @param root its value
   */
  find(document: number, root: unknown, pointer: string): FoundPlace {
    let number = this.#documents[document] ?? 0;
    let value = root;
    for (const segment of parsePointer(pointer)) {
      const inside = typeof value === "object" && value !== null ? this.#insideOf(number) : undefined;
      const index = Array.isArray(value) ? arrayIndex(segment) : undefined;
      const next = Array.isArray(value)
        ? index === undefined
          ? undefined
          : inside?.list[index]
        : inside?.names.get(segment);
      if (next === undefined) break;
      number = next;
      value = Array.isArray(value)
        ? (value as readonly unknown[])[index ?? 0]
        : (value as Readonly<Record<string, unknown>>)[segment];
    }
    return {
      start: this.#starts[number] ?? 0,
      key: this.#keys[number] ?? -1,
      plainEnd: this.#plainEnds[number] ?? -1,
      value,
    };
  }

  #insideOf(number: number): { readonly list: readonly number[]; readonly names: ReadonlyMap<string, number> } {
    const known = this.#inside.get(number);
    if (known !== undefined) return known;
    const list: number[] = [];
    const names = new Map<string, number>();
    const end = this.#next[number] ?? 0;
    for (let each = number + 1; each < end; each = this.#next[each] ?? end) {
      const name = this.#names[each];
      if (name !== undefined) names.set(name, each);
      list.push(each);
    }
    const inside = { list, names };
    this.#inside.set(number, inside);
    return inside;
  }
}
