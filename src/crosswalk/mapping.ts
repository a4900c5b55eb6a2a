import { defined } from "../foundation/defined.js";
import type { Mapping, MappingCollection, MappingEntry, MappingItem, Property } from "../oscal/model.js";
import { aimsNamespace, oscalNamespace, propertyValue, propertyValues } from "../oscal/properties.js";
import { inverseOf, type Relationship } from "./relationship.js";

/** A side of a pair: a control, or a statement of one, by its id in the catalog. */
export interface Item {
  readonly type: "control" | "statement";
  readonly id: string;
  /** Its title (prop `title` of aims), for lists that no catalog is at hand of. */
  readonly title?: string;
}

/** What a mapping collection says of sources and targets, each taken together. */
export interface Pair {
  readonly uuid: string;
  readonly relationship: Relationship;
  readonly sources: readonly Item[];
  readonly targets: readonly Item[];
  /** From 1 to 10 (prop `strength` of aims): how much the two ask for the same. */
  readonly strength?: number;
  /** Who states the pair (props `provenance` of aims). */
  readonly provenance: readonly string[];
  /** Who supports it without stating it (props `corroboration` of aims). */
  readonly corroboration: readonly string[];
  readonly confidence?: string;
  /** Share of the target that is covered, from 0 to 1. */
  readonly coverage?: number;
  /** The conditions that the pair is bound to, in its author's words. */
  readonly qualifiers: readonly string[];
  /** Why the pair holds, and what each side asks beyond the other, in its author's words. */
  readonly remarks?: string;
  /** Whether it is read from its target to its source. */
  readonly inverted: boolean;
}

/** A catalog or another list of controls that a mapping speaks of, as the mapping names it. */
export interface Resource {
  readonly type: string;
  readonly href: string;
  readonly props: readonly Property[];
}

/** How far a mapping has come (OSCAL, mapping-provenance `status`). */
export type MappingStatus = Mapping["status"] & string;

/** One mapping of a collection, which relates the controls of two resources. */
export interface Crosswalk {
  readonly uuid: string;
  readonly source: Resource;
  readonly target: Resource;
  readonly pairs: readonly Pair[];
  readonly status: MappingStatus;
  readonly method: string;
  readonly matchingRationale: string;
  /** Controls of which its author says that they have no counterpart, as `with-ids` lists them. */
  readonly sourceGaps: readonly string[];
  readonly targetGaps: readonly string[];
  readonly inverted: boolean;
}

/** The mappings of a collection: OSCAL writes one of them as a bare object or as an array of one. */
export function mappingsOf({ mappings }: Pick<MappingCollection, "mappings">): readonly Mapping[] {
  return Array.isArray(mappings) ? mappings : [mappings];
}

/** The mappings of a collection that is valid under its schema, in its order. */
export function crosswalksOf(collection: MappingCollection): Crosswalk[] {
  const { provenance } = collection;
  return mappingsOf(collection).map((mapping) => ({
    uuid: mapping.uuid,
    source: resourceOf(mapping["source-resource"]),
    target: resourceOf(mapping["target-resource"]),
    // The word of another namespace may mean anything, also where it is one of OSCAL's.
    pairs: mapping.maps.filter(({ ns = oscalNamespace }) => ns === oscalNamespace).map(pairOf),
    status: mapping.status ?? provenance.status,
    method: mapping.method ?? provenance.method,
    matchingRationale: mapping["matching-rationale"] ?? provenance["matching-rationale"],
    sourceGaps: gapsOf(mapping["source-gap-summary"]),
    targetGaps: gapsOf(mapping["target-gap-summary"]),
    inverted: false,
  }));
}

/** The same mapping read from its targets. */
export function inverted(crosswalk: Crosswalk): Crosswalk {
  const { source, target, sourceGaps, targetGaps, pairs } = crosswalk;
  return {
    ...crosswalk,
    source: target,
    target: source,
    sourceGaps: targetGaps,
    targetGaps: sourceGaps,
    pairs: pairs.map(invertedPair),
    inverted: !crosswalk.inverted,
  };
}

/** A coverage speaks of the target that the author had in mind, so that nothing is known of it the other way round. */
function invertedPair({ coverage, ...pair }: Pair): Pair {
  const { sources, targets, relationship } = pair;
  return {
    ...pair,
    sources: targets,
    targets: sources,
    relationship: inverseOf(relationship),
    inverted: !pair.inverted,
    // Inverting twice gives back what was.
    ...(pair.inverted ? defined({ coverage }) : {}),
  };
}

function resourceOf({ type, href, props = [] }: Mapping["source-resource"]): Resource {
  return { type, href, props };
}

function pairOf(entry: MappingEntry): Pair {
  const { uuid, relationship, sources, targets, props, remarks, qualifiers = [] } = entry;
  const score = entry["confidence-score"];
  const percentage = score?.percentage;
  return {
    uuid,
    relationship,
    sources: sources.map(itemOf),
    targets: targets.map(itemOf),
    ...defined({
      strength: strengthOf(props),
      confidence: score?.category ?? (percentage === undefined ? undefined : String(percentage)),
      coverage: entry.coverage?.["target-coverage"],
      remarks,
    }),
    provenance: propertyValues(props, "provenance", aimsNamespace),
    corroboration: propertyValues(props, "corroboration", aimsNamespace),
    qualifiers: qualifiers.map(({ description }) => description),
    inverted: false,
  };
}

function itemOf({ type, "id-ref": id, props }: MappingItem): Item {
  return { type, id, ...defined({ title: propertyValue(props, "title", aimsNamespace) }) };
}

function strengthOf(props: readonly Property[] | undefined): number | undefined {
  const strength = Number(propertyValue(props, "strength", aimsNamespace));
  return Number.isInteger(strength) && strength >= 1 && strength <= 10 ? strength : undefined;
}

function gapsOf(summary: Mapping["source-gap-summary"]): string[] {
  return (summary?.["unmapped-controls"] ?? []).flatMap((selection) => selection["with-ids"] ?? []);
}
