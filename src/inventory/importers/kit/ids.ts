import { createHash } from "node:crypto";
import { words, type Repairs } from "./text.js";

/** Words that stand in the place of an id and are not an id. */
const placeholders = new Set([
  "tbd",
  "tba",
  "to be determined",
  "n/a",
  "na",
  "none",
  "null",
  "unknown",
  "pending",
  "not available",
  "new",
]);
const LONGEST_ID = 80;
const LONGEST_NAME = 40;

/** The inputs for an id. */
export interface IdRequest {
  /** Short name of the unit within which ids are unique; it goes in front of them. */
  readonly unit: string;
  /** The id as the file writes it; empty where it has none. */
  readonly written: string;
  /** Name of the system, to make a generated id readable. */
  readonly name: string;
  /** The texts that identify the system where it has no id: texts that stay when the rest of the record is edited, the name among them. */
  readonly identity: readonly string[];
  /** Everything that the record says, as JSON can hold it, in a fixed order. */
  readonly content: () => unknown;
  /** Line of the file on which the record begins. */
  readonly line: number;
}

/** The id given to a record, and what is odd about the one it came with. */
export interface AssignedId {
  readonly id: string;
  readonly origin: "declared" | "generated";
  /** The record's own id is missing, or a word that says it has none. */
  readonly lacks?: "blank" | "placeholder";
  /** Line of the record of the same unit that used this id first. */
  readonly repeats?: number;
  /** An earlier record without usable id agrees with this one in its identity, or in everything. */
  readonly sameAs?: "name" | "record";
  /** The first record of another unit with this id. */
  readonly elsewhere?: { readonly unit: string; readonly line: number };
}

/** Lower-case letters, digits and hyphens; accents are dropped. */
export function slug(text: string, longest: number): string {
  const hyphened = text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return hyphened.replace(/^-+/, "").slice(0, longest).replace(/-+$/, "");
}

/**
 * Gives each record an id that stays the same from one import to the next.
 * - A usable id becomes its slug, with the unit in front unless it begins with it: `ACME-2577` is `acme-2577`, ACME's `56` is `acme-56`.
 * - Others get `<unit>-x-<name>-<hash of the identity>`, so that editing the rest of the record changes nothing.
 * - Where that is taken already, a hash of the whole record is added, and a number where the whole record repeats.
 * Only earlier records matter, so appending to the file changes no id; reordering can only swap the ids of records that collide.
 */
export class IdRegistry {
  readonly #repairs: Repairs;
  readonly #taken = new Set<string>();
  /** The next number to try behind an id; keeps a file of identical records from taking quadratic time. */
  readonly #nextNumber = new Map<string, number>();
  /** Records with a generated id, by what they say. */
  readonly #contents = new Set<string>();
  readonly #firstOfUnit = new Map<string, number>();
  readonly #first = new Map<string, { unit: string; line: number }>();

  /** @param repairs of the texts that ids are read from */
  constructor(repairs: Repairs = []) {
    this.#repairs = repairs;
  }

  assign(request: IdRequest): AssignedId {
    const { unit, written, line } = request;
    const prefix = slug(unit, LONGEST_NAME) || "unit";
    const own = slug(written, LONGEST_ID + 1);
    if (own === "" || placeholders.has(words(written, this.#repairs))) {
      return {
        ...this.#generated(prefix, request),
        origin: "generated",
        lacks: written === "" ? "blank" : "placeholder",
      };
    }
    const full = own === prefix || own.startsWith(`${prefix}-`) ? own : `${prefix}-${own}`;
    const id = full.length > LONGEST_ID ? `${full.slice(0, LONGEST_ID)}-${hash([written])}` : full;
    const repeats = this.#firstOfUnit.get(`${prefix} ${own}`);
    if (repeats === undefined) this.#firstOfUnit.set(`${prefix} ${own}`, line);
    const first = this.#first.get(own);
    if (!first) this.#first.set(own, { unit, line });
    const elsewhere = first && first.unit !== unit ? { elsewhere: first } : {};
    return {
      id: this.#unique(id, request),
      origin: "declared",
      ...(repeats === undefined ? {} : { repeats }),
      ...elsewhere,
    };
  }

  #generated(prefix: string, request: IdRequest): Pick<AssignedId, "id" | "sameAs"> {
    const name = slug(request.name, LONGEST_NAME);
    const wanted = `${prefix}-x-${name === "" ? "" : `${name}-`}${hash(request.identity)}`;
    const content = `${wanted}-${hash(request.content())}`;
    const same = this.#contents.has(content);
    this.#contents.add(content);
    const id = this.#unique(wanted, request);
    return id === wanted ? { id } : { id, sameAs: same ? "record" : "name" };
  }

  #unique(wanted: string, { content }: IdRequest): string {
    let id = wanted;
    if (this.#taken.has(id)) id = `${wanted}-${hash(content())}`;
    if (this.#taken.has(id)) {
      const base = id;
      let number = this.#nextNumber.get(base) ?? 2;
      for (; this.#taken.has(id); number += 1) id = `${base}-${String(number)}`;
      this.#nextNumber.set(base, number);
    }
    this.#taken.add(id);
    return id;
  }
}

function hash(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
