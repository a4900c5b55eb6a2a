/** A name of an element or attribute, of ASCII alone. */
export interface Name {
  /** As it is written. */
  readonly text: string;
  /** "" for none. */
  readonly prefix: string;
  readonly local: string;
  /** Whether an attribute of this name is in no namespace. */
  readonly isOwn: boolean;
  /** The prefix that an attribute of this name declares; "" for the default namespace, undefined where it declares none. */
  readonly declares: string | undefined;
  /** What stands before the value of an attribute of this name, as nearly everybody writes it. */
  readonly opening: string;
  /** Of an element of this name that was read before: names of attributes without a namespace, in their order, each once. */
  readonly attributes: Name[];
}

/** The names of a document, each made once: a document has few. */
export class Names {
  readonly #names = new Map<string, Name>();
  /** The name that was found last by the length and the ends of what is written. */
  readonly #found: (Name | undefined)[] = Array.from({ length: places }, () => undefined);

  /** @returns undefined where no name that is read here stands between the offsets */
  at(text: string, start: number, end: number): Name | undefined {
    const place = (text.charCodeAt(start) * 3 + text.charCodeAt(end - 1) * 5 + (end - start) * 17) % places;
    const found = this.#found[place];
    // To compare takes less than to cut a text out and look it up.
    if (found?.text.length === end - start && text.startsWith(found.text, start)) return found;
    const written = text.slice(start, end);
    const name = this.#names.get(written) ?? this.#add(written);
    if (name !== undefined) this.#found[place] = name;
    return name;
  }

  #add(written: string): Name | undefined {
    const [, prefix = "", local = ""] = pattern.exec(written) ?? [];
    if (local === "" || written.length > maxLength) return undefined;
    const declares = prefix === "xmlns" ? local : written === "xmlns" ? "" : undefined;
    const isOwn = prefix === "" && declares === undefined;
    const name = { text: written, prefix, local, isOwn, declares, opening: ` ${written}="`, attributes: [] };
    this.#names.set(written, name);
    return name;
  }
}

const places = 256;

/** Offset behind the characters of a name that begin at an offset. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  while (nameCharacters[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

const pattern = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;

/** In UTF-16 code units; nobody writes longer ones. */
const maxLength = 1000;

const nameCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w.:-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
