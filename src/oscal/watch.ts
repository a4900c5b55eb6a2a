import type { JsonObject } from "../foundation/json-value.js";
import type { WalkPosition } from "./model/walk-objects.js";
import { referring } from "./reference-rules.js";

/** Properties and objects that a check looks at by itself, wherever they stand; it gets them in the walk that indexes a document. */
export interface Watch {
  /** Names of properties. */
  readonly properties: Iterable<string>;
  /** JSON keys of objects. */
  readonly keys?: ReadonlySet<string>;
  /** Gets each property of the names. */
  property(owner: JsonObject, property: string, place: WalkPosition<unknown>): void;
  /** Gets each object that stands under one of the keys, alone or in a list. */
  object?(owner: JsonObject, key: string, place: WalkPosition<unknown>): void;
}

/** What is found in the walk that indexes a document, for others than its references. */
export interface Besides {
  readonly watches?: readonly Watch[];
  /** Objects and arrays of the document whose pointers are asked for. */
  readonly wanted?: ReadonlySet<object>;
}

/** A property that means something wherever it stands. */
export interface PropertyMark {
  readonly property: string;
  readonly declares?: "id" | "uuid";
  readonly mayRefer: boolean;
  readonly watches: readonly Watch[];
}

const referenceMarks: ReadonlyMap<string, PropertyMark> = new Map(
  ["id", "uuid", ...referring].map((property): [string, PropertyMark] => {
    const mark = { property, mayRefer: referring.has(property), watches: [] };
    return [property, property === "id" || property === "uuid" ? { ...mark, declares: property } : mark];
  }),
);

/** The marks of all properties that are looked at: by those that watch, and by the index for what they declare and refer to. */
export function marksWith(watches: readonly Watch[]): ReadonlyMap<string, PropertyMark> {
  if (watches.length === 0) return referenceMarks;
  const marks = new Map(referenceMarks);
  for (const watch of watches) {
    for (const property of watch.properties) {
      const known = marks.get(property) ?? { property, mayRefer: false, watches: [] };
      marks.set(property, { ...known, watches: [...known.watches, watch] });
    }
  }
  return marks;
}
