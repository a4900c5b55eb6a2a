import { relationships } from "../crosswalk/relationship.js";
import type { Leg } from "../crosswalk/projection.js";
import type { MappingCollection } from "../oscal/model.js";
import { printable } from "../foundation/printable.js";
import { textTable } from "./table.js";

/** A mapping collection as a list shows it, in the words of the run that found it. */
export interface ListedCollection {
  readonly name: string;
  readonly isShipped: boolean;
  readonly collection: MappingCollection;
  readonly legs: readonly Leg[];
}

/** For people: a line for each mapping of each collection. */
export function collectionsText(collections: readonly ListedCollection[], width?: number): string[] {
  const columns = [
    { title: "MAPPING" },
    { title: "FROM" },
    { title: "TO" },
    { title: "PAIRS", align: "right" as const },
    { title: "STATUS" },
    { title: "VERSION" },
    { title: "RELATIONSHIPS", shrinks: true },
  ];
  const rows = collections.flatMap(({ name, collection, legs }) =>
    legs.map(({ crosswalk, from, to }) =>
      [
        name,
        from.name,
        to.name,
        String(crosswalk.pairs.length),
        crosswalk.status,
        collection.metadata.version,
        countsOf(crosswalk.pairs)
          .map(([relationship, count]) => `${String(count)} ${relationship}`)
          .join(", "),
      ].map(printable),
    ),
  );
  return textTable(columns, rows, width).map((line) => `${line}\n`);
}

/** The same for programs. */
export function collectionsJson(collections: readonly ListedCollection[]): unknown {
  return collections.map(({ name, isShipped, collection, legs }) => ({
    name,
    shipped: isShipped,
    title: collection.metadata.title,
    uuid: collection.uuid,
    version: collection.metadata.version,
    mappings: legs.map(({ crosswalk, from, to }) => ({
      uuid: crosswalk.uuid,
      from: from.name,
      to: to.name,
      status: crosswalk.status,
      method: crosswalk.method,
      matchingRationale: crosswalk.matchingRationale,
      pairs: crosswalk.pairs.length,
      relationships: Object.fromEntries(countsOf(crosswalk.pairs)),
      sourceGaps: crosswalk.sourceGaps.length,
      targetGaps: crosswalk.targetGaps.length,
    })),
  }));
}

function countsOf(pairs: Leg["crosswalk"]["pairs"]): [string, number][] {
  return relationships
    .map((each): [string, number] => [each, pairs.filter(({ relationship }) => relationship === each).length])
    .filter(([, count]) => count > 0);
}
