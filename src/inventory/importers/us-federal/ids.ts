import { createHash } from "node:crypto";
import type { CsvRecord } from "../../../source/csv.js";
import { normalizeAnswer } from "./answers.js";
import { columns } from "./columns.js";

/** Words that stand in the id column and are no ids. */
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

/** The id given to a record, and what is odd about the one it came with. */
export interface AssignedId {
  readonly id: string;
  readonly origin: "declared" | "generated";
  /** The record's own id is missing, or a word that says it has none. */
  readonly lacks?: "blank" | "placeholder";
  /** Line of the record of the same agency that used this id first. */
  readonly repeats?: number;
  /** An earlier record without usable id agrees with this one in agency, bureau and name, or in every cell. */
  readonly sameAs?: "name" | "record";
  /** The first record of another agency with this id. */
  readonly elsewhere?: { readonly agency: string; readonly line: number };
}

/** Lower-case letters, digits and hyphens; accents are dropped. */
export function slug(text: string, longest: number): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-+/, "").slice(0, longest).replace(/-+$/, "");
}

/**
 * Gives each record an id that stays the same from one import to the next.
 * - A usable id becomes its slug, with the agency in front unless it begins with it: `DHS-2577` is `dhs-2577`, NSF's `56` is `nsf-56`.
 * - Others get `<agency>-x-<name>-<hash of agency, bureau and name>`, so that editing the rest of the record changes nothing.
 * - Where that is taken already, a hash of the whole record is added, and a number where the whole record repeats.
 * Only earlier records matter, so appending to the file changes no id; reordering can only swap the ids of records that collide.
 */
export class IdRegistry {
  readonly #taken = new Set<string>();
  /** The next number to try behind an id; keeps a file of identical records from taking quadratic time. */
  readonly #nextNumber = new Map<string, number>();
  /** Records with a generated id, by what is in their cells. */
  readonly #contents = new Set<string>();
  readonly #firstOfAgency = new Map<string, number>();
  readonly #first = new Map<string, { agency: string; line: number }>();

  assign({ fields, line }: CsvRecord): AssignedId {
    const agency = (fields["agency"] ?? "").trim();
    const written = (fields["id"] ?? "").trim();
    const prefix = slug(agency, LONGEST_NAME) || "unit";
    const words = slug(written, LONGEST_ID + 1);
    if (words === "" || placeholders.has(normalizeAnswer(written))) {
      return {
        ...this.#generated(prefix, fields),
        origin: "generated",
        lacks: written === "" ? "blank" : "placeholder",
      };
    }
    const own = words === prefix || words.startsWith(`${prefix}-`) ? words : `${prefix}-${words}`;
    const id = own.length > LONGEST_ID ? `${own.slice(0, LONGEST_ID)}-${hash([written])}` : own;
    const repeats = this.#firstOfAgency.get(`${prefix} ${words}`);
    if (repeats === undefined) this.#firstOfAgency.set(`${prefix} ${words}`, line);
    const first = this.#first.get(words);
    if (!first) this.#first.set(words, { agency, line });
    const elsewhere = first && first.agency !== agency ? { elsewhere: first } : {};
    return {
      id: this.#unique(id, fields),
      origin: "declared",
      ...(repeats === undefined ? {} : { repeats }),
      ...elsewhere,
    };
  }

  #generated(prefix: string, fields: CsvRecord["fields"]): Pick<AssignedId, "id" | "sameAs"> {
    const [agency, bureau, name] = ["agency", "agency_bureau", "use_case_name"].map((column) =>
      (fields[column] ?? "").trim(),
    );
    const words = slug(name ?? "", LONGEST_NAME);
    const wanted = `${prefix}-x-${words === "" ? "" : `${words}-`}${hash([agency, bureau, name])}`;
    const content = `${wanted}-${contentHash(fields)}`;
    const same = this.#contents.has(content);
    this.#contents.add(content);
    const id = this.#unique(wanted, fields);
    return id === wanted ? { id } : { id, sameAs: same ? "record" : "name" };
  }

  #unique(wanted: string, fields: CsvRecord["fields"]): string {
    let id = wanted;
    if (this.#taken.has(id)) id = `${wanted}-${contentHash(fields)}`;
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

function contentHash(fields: CsvRecord["fields"]): string {
  return hash(columns.map((column) => fields[column] ?? ""));
}

function hash(parts: readonly (string | undefined)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
