/** A named object on the way from the root to what changed. */
export interface Step {
  /** The kind of object, in the singular, as OSCAL's XML calls it: `control`, `prop`, `by-component`, `metadata`. */
  readonly kind: string;
  /** The mark that tells it from its siblings: its id, its natural key, or the first digits of its UUID. */
  readonly name?: string;
  /** Its title or name in words, where it has one. */
  readonly title?: string;
}

/** A value of one of the two documents, and where it stands there. */
export interface PlacedValue {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly value: unknown;
}

interface Where {
  /** Objects from below the root inwards; the last one is what was added, removed or moved, or the owner of `property`. */
  readonly path: readonly Step[];
  /** The property that changed, where it is not an object with a step of its own. */
  readonly property?: string;
}

export interface Added extends Where {
  readonly kind: "added";
  readonly b: PlacedValue;
}

export interface Removed extends Where {
  readonly kind: "removed";
  readonly a: PlacedValue;
}

/** One value in place of another: a text, number or boolean, or something of another shape. */
export interface Changed extends Where {
  readonly kind: "changed";
  readonly a: PlacedValue;
  readonly b: PlacedValue;
}

/** The same object under another parent, or among the same siblings in another order. Changes inside it follow on their own. */
export interface Moved extends Where {
  readonly kind: "moved";
  readonly a: PlacedValue;
  readonly b: PlacedValue;
  readonly from: Seat;
  readonly to: Seat;
}

/** A seat in an array. */
export interface Seat {
  /** Path of the array's owner. */
  readonly parent: readonly Step[];
  /** Counts from 0. */
  readonly index: number;
  /** The sibling before it. */
  readonly after?: Step;
}

export type Change = Added | Removed | Changed | Moved;

export type ChangeCounts = Readonly<Record<Change["kind"], number>>;
