/** A small mapping collection, in which a test says what one pair says. */
import type { Catalog, Mapping, MappingCollection, MappingEntry, MappingItem } from "../../src/oscal/model.js";

/** A pair in short: ids of the sources, the relationship, ids of the targets, and what else it has. */
export type ShortPair = readonly [
  sources: string,
  relationship: string,
  targets: string,
  more?: Partial<Omit<MappingEntry, "relationship">>,
];

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Ids with blanks between them; one that ends with `_smt` is a statement. */
function items(ids: string): MappingItem[] {
  return ids.split(" ").map((id) => ({ type: id.endsWith("_smt") ? "statement" : "control", "id-ref": id }));
}

/** A mapping between two lists, of which no catalog is at hand unless it says otherwise; each pair has a reason of its own unless it says otherwise. */
export function mapping(pairs: readonly ShortPair[], more: Partial<Mapping> = {}, number = 0): Mapping {
  return {
    uuid: uuid(1000 * (number + 1)),
    "source-resource": { type: "list", href: "a" },
    "target-resource": { type: "list", href: "b" },
    maps: pairs.map(([sources, relationship, targets, rest], index) => ({
      uuid: uuid(1000 * (number + 1) + index + 1),
      relationship: relationship as MappingEntry["relationship"],
      sources: items(sources),
      targets: items(targets),
      remarks: "Because.",
      ...rest,
    })),
    ...more,
  };
}

export function collection(mappings: readonly Mapping[], more: Partial<MappingCollection> = {}): object {
  return {
    "mapping-collection": {
      uuid: uuid(1),
      metadata: {
        title: "Test",
        "last-modified": "2026-11-01T00:00:00Z",
        version: "1",
        "oscal-version": "1.2.2",
      },
      provenance: {
        method: "human",
        "matching-rationale": "functional",
        status: "draft",
        "mapping-description": "A test.",
      },
      mappings: [...mappings],
      ...more,
    },
  };
}

/** A catalog of controls, each with a statement that is called like it with `_smt` behind. */
export function catalog(ids: string): { readonly catalog: Catalog } {
  return {
    catalog: {
      uuid: uuid(2),
      metadata: { title: "C", "last-modified": "2026-11-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" },
      controls: ids.split(" ").map((id) => ({
        id,
        title: `Control ${id}`,
        props: [{ name: "label", value: id.toUpperCase() }],
        parts: [{ id: `${id}_smt`, name: "statement", prose: "Do it." }],
      })),
    },
  };
}

/** The catalogs of a mapping, in files of these names. */
export const betweenCatalogs: Pick<Mapping, "source-resource" | "target-resource"> = {
  "source-resource": { type: "catalog", href: "a.json" },
  "target-resource": { type: "catalog", href: "b.json" },
};

/** A gap summary of controls. */
export function gaps(...ids: readonly string[]): Mapping["source-gap-summary"] & object {
  return { uuid: uuid(9), "unmapped-controls": [{ "with-ids": [...ids] }] };
}
