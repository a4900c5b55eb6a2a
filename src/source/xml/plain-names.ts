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
}

/** The names of a document, each made once: a document has few. */
export class Names {
  readonly #names = new Map<string, Name>();

  /** @returns undefined where no name that is read here stands between the offsets */
  at(text: string, start: number, end: number): Name | undefined {
    const written = text.slice(start, end);
    return this.#names.get(written) ?? this.#add(written);
  }

  #add(written: string): Name | undefined {
    const [, prefix = "", local = ""] = pattern.exec(written) ?? [];
    if (local === "" || written.length > maxLength) return undefined;
    const declares = prefix === "xmlns" ? local : written === "xmlns" ? "" : undefined;
    const name = { text: written, prefix, local, isOwn: prefix === "" && declares === undefined, declares };
    this.#names.set(written, name);
    return name;
  }
}

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
