import { addTo } from "../foundation/multimap.js";
import { meaningOfChange } from "./difference/projected-effect.js";
import type { Side, WrittenCollection, WrittenGap, WrittenMapping, WrittenPair } from "./written.js";

/** What of a pair can change while it stays the same pair. */
export type PairProperty =
  | "relationship"
  | "matching-rationale"
  | "strength"
  | "coverage"
  | "confidence"
  | "provenance"
  | "corroboration"
  | "qualifiers"
  | "remarks"
  | "uuid";

/** A property with its values before and after; undefined where there is none. */
export interface ValueChange<Name extends string = string> {
  readonly property: Name;
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** A pair that came, went or changed. Pairs are the same by their sources and targets, not by their uuid. */
export type PairChange =
  | { readonly kind: "added"; readonly b: WrittenPair }
  | { readonly kind: "removed"; readonly a: WrittenPair }
  | {
      readonly kind: "changed";
      readonly a: WrittenPair;
      readonly b: WrittenPair;
      readonly values: readonly ValueChange<PairProperty>[];
      /** Whether nothing but the uuid differs. */
      readonly isUuidOnly: boolean;
      /** What another relationship means for what is projected along the pair. */
      readonly meaning?: string;
    };

/** A control that was put on the list of those without counterpart, or taken off. */
export interface GapChange {
  readonly kind: "added" | "removed";
  readonly side: Side;
  readonly gap: WrittenGap;
}

/** How two versions of one mapping differ; one of them is undefined where the whole mapping came or went. */
export interface MappingDifference {
  readonly a: WrittenMapping | undefined;
  readonly b: WrittenMapping | undefined;
  readonly values: readonly ValueChange<"status" | "matching-rationale" | "source" | "target">[];
  /** Those of B in its order, then those that are in A only. */
  readonly pairs: readonly PairChange[];
  readonly gaps: readonly GapChange[];
}

/** How two versions of a mapping collection differ, beyond their edition. */
export interface CrosswalkDifference {
  /** Mappings that differ. */
  readonly mappings: readonly MappingDifference[];
  readonly counts: {
    readonly pairs: Readonly<Record<PairChange["kind"], number>>;
    readonly gaps: Readonly<Record<GapChange["kind"], number>>;
  };
}

/** Compares two versions of a mapping collection by what they relate. */
export function differenceOf(a: WrittenCollection, b: WrittenCollection): CrosswalkDifference {
  const mappings = matchedMappings(a.mappings, b.mappings)
    .map(([before, after]) => mappingDifference(before, after))
    .filter(
      (each) =>
        each.a === undefined || each.b === undefined || each.values.length + each.pairs.length + each.gaps.length > 0,
    );
  const counts = { pairs: { added: 0, removed: 0, changed: 0 }, gaps: { added: 0, removed: 0 } };
  for (const { pairs, gaps } of mappings) {
    for (const { kind } of pairs) counts.pairs[kind] += 1;
    for (const { kind } of gaps) counts.gaps[kind] += 1;
  }
  return { mappings, counts };
}

type Match = readonly [WrittenMapping | undefined, WrittenMapping | undefined];

/** Mappings of the same resources belong together; else those of the same uuid; one that is left on each side is the same, moved. */
function matchedMappings(a: readonly WrittenMapping[], b: readonly WrittenMapping[]): Match[] {
  const left = new Set(a);
  const found = new Map<WrittenMapping, WrittenMapping>();
  for (const key of [resourcesOf, ({ uuid }: WrittenMapping) => uuid]) {
    const byKey = new Map<string, WrittenMapping[]>();
    for (const each of left) addTo(byKey, key(each) ?? "", each);
    for (const each of b) {
      const name = key(each);
      if (name === undefined || found.has(each)) continue;
      const match = byKey.get(name)?.shift();
      if (match === undefined) continue;
      found.set(each, match);
      left.delete(match);
    }
  }
  const [only] = left;
  const rest = b.filter((each) => !found.has(each));
  if (only !== undefined && left.size === 1 && rest.length === 1) {
    for (const each of rest) found.set(each, only);
    left.clear();
  }
  return [...b.map((each): Match => [found.get(each), each]), ...[...left].map((each): Match => [each, undefined])];
}

function resourcesOf({ resources }: WrittenMapping): string | undefined {
  const { source, target } = resources;
  return source === undefined || target === undefined ? undefined : JSON.stringify([source.href, target.href]);
}

function mappingDifference(a: WrittenMapping | undefined, b: WrittenMapping | undefined): MappingDifference {
  const values =
    a === undefined || b === undefined
      ? []
      : changed([
          { property: "source", a: a.resources.source?.href, b: b.resources.source?.href },
          { property: "target", a: a.resources.target?.href, b: b.resources.target?.href },
          { property: "status", a: a.status, b: b.status },
          { property: "matching-rationale", a: a.matchingRationale, b: b.matchingRationale },
        ]);
  return {
    a,
    b,
    values,
    pairs: pairChanges(a?.pairs ?? [], b?.pairs ?? []),
    gaps: (["source", "target"] as const).flatMap((side) => gapChanges(side, a?.gaps[side]?.ids, b?.gaps[side]?.ids)),
  };
}

/** What relates the same sources to the same targets is the same pair; of several of them, first the one with the same uuid. */
function pairChanges(a: readonly WrittenPair[], b: readonly WrittenPair[]): PairChange[] {
  const before = new Map<string, WrittenPair[]>();
  for (const pair of a) addTo(before, identityOf(pair), pair);
  const after = new Map<string, WrittenPair[]>();
  for (const pair of b) addTo(after, identityOf(pair), pair);
  const matches = new Map<WrittenPair, WrittenPair>();
  for (const [key, pairs] of after) {
    const left = [...(before.get(key) ?? [])];
    const take = (index: number, pair: WrittenPair): void => {
      const [match] = left.splice(index, 1);
      if (match !== undefined) matches.set(pair, match);
    };
    for (const pair of pairs) {
      const index = left.findIndex(({ uuid }) => uuid !== undefined && uuid === pair.uuid);
      if (index >= 0) take(index, pair);
    }
    for (const pair of pairs) if (!matches.has(pair)) take(0, pair);
  }
  const changes = b.flatMap((pair): PairChange[] => {
    const match = matches.get(pair);
    return match === undefined ? [{ kind: "added", b: pair }] : pairChange(match, pair);
  });
  const kept = new Set(matches.values());
  const removed = a.filter((pair) => !kept.has(pair)).map((pair): PairChange => ({ kind: "removed", a: pair }));
  return [...changes, ...removed];
}

function identityOf({ sources, targets }: WrittenPair): string {
  const [from, to] = [sources, targets].map((items) => items.map(({ id }) => id).sort());
  return JSON.stringify([from, to]);
}

function pairChange(a: WrittenPair, b: WrittenPair): PairChange[] {
  const values = changed<PairProperty>(
    properties.map(([property, valueOf]) => ({ property, a: valueOf(a), b: valueOf(b) })),
  );
  if (values.length === 0) return [];
  const isUuidOnly = values.every(({ property }) => property === "uuid");
  const [before, after] = [a.relationship, b.relationship];
  const hasMeaning = before !== undefined && after !== undefined && before !== after;
  return [
    {
      kind: "changed",
      a,
      b,
      // A uuid that changes with the rest says nothing.
      values: isUuidOnly ? values : values.filter(({ property }) => property !== "uuid"),
      isUuidOnly,
      ...(hasMeaning ? { meaning: meaningOfChange(before, after) } : {}),
    },
  ];
}

const properties: readonly (readonly [PairProperty, (pair: WrittenPair) => string | undefined])[] = [
  ["relationship", ({ word }) => word],
  ["matching-rationale", ({ matchingRationale }) => matchingRationale],
  ["strength", ({ strength }) => strength],
  ["coverage", ({ coverage }) => coverage && String(coverage.value)],
  ["confidence", ({ confidence, percentage }) => confidence ?? (percentage && String(percentage.value))],
  ["provenance", ({ provenance }) => listed(provenance)],
  ["corroboration", ({ corroboration }) => listed(corroboration)],
  ["qualifiers", ({ qualifiers }) => listed(qualifiers.map((each) => `${each.category ?? ""}: ${each.description}`))],
  ["remarks", ({ remarks }) => remarks],
  // Capital letters do not tell uuids apart.
  ["uuid", ({ uuid }) => uuid?.toLowerCase()],
];

function listed(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : [...values].sort().join(", ");
}

function gapChanges(side: Side, a: readonly WrittenGap[] = [], b: readonly WrittenGap[] = []): GapChange[] {
  const [before, after] = [a, b].map((gaps) => new Set(gaps.map(({ id }) => id)));
  return [
    ...b.filter(({ id }) => before?.has(id) === false).map((gap): GapChange => ({ kind: "added", side, gap })),
    ...a.filter(({ id }) => after?.has(id) === false).map((gap): GapChange => ({ kind: "removed", side, gap })),
  ];
}

function changed<Name extends string>(values: readonly ValueChange<Name>[]): ValueChange<Name>[] {
  return values.filter(({ a, b }) => a !== b);
}
