/**
 * How the requirements of a source relate to those of a target (OSCAL 1.2.2, mapping-common, `relationship`; after NIST IR 8477, 4.3).
 * A subset-of reads: what the source asks is a subset of what the target asks.
 */
export const relationships: readonly [
  "equal-to",
  "equivalent-to",
  "superset-of",
  "subset-of",
  "intersects-with",
  "no-relationship",
] = ["equal-to", "equivalent-to", "superset-of", "subset-of", "intersects-with", "no-relationship"];

export type Relationship = (typeof relationships)[number];

/** The relationship read from the target: subset and superset change places, the others are the same both ways. */
export function inverseOf(relationship: Relationship): Relationship {
  if (relationship === "subset-of") return "superset-of";
  return relationship === "superset-of" ? "subset-of" : relationship;
}

/** Whether all that the target asks is among what the source asks, so that meeting the source is meeting the target. */
export function containsTarget(relationship: Relationship): boolean {
  return relationship === "equal-to" || relationship === "equivalent-to" || relationship === "superset-of";
}

/** Whether all that the source asks is among what the target asks, so that what the source lacks the target lacks. */
export function isWithinTarget(relationship: Relationship): boolean {
  return relationship === "equal-to" || relationship === "equivalent-to" || relationship === "subset-of";
}

/**
 * What follows for A and C from A to B and B to C, by set theory; a control asks for something, so that no set is empty. Undefined where
 * nothing follows: two overlaps with B need not overlap one another.
 */
export function composed(first: Relationship, second: Relationship): Relationship | undefined {
  if (first === "equal-to") return second;
  if (second === "equal-to") return first;
  if (first === "equivalent-to") return second;
  if (second === "equivalent-to") return first;
  return compositions[first][second];
}

type Proper = Exclude<Relationship, "equal-to" | "equivalent-to">;

const compositions: Readonly<Record<Proper, Readonly<Partial<Record<Proper, Relationship>>>>> = {
  "subset-of": { "subset-of": "subset-of", "no-relationship": "no-relationship" },
  "superset-of": {
    "superset-of": "superset-of",
    // All of B is in both.
    "subset-of": "intersects-with",
    "intersects-with": "intersects-with",
  },
  "intersects-with": { "subset-of": "intersects-with" },
  "no-relationship": { "superset-of": "no-relationship" },
};

/**
 * What a pair that relates its source to several targets taken together says of one of them. Whoever lists a target says that it has
 * something in common with the source, which is all that is left of a subset.
 */
export function toOneTarget(relationship: Relationship, targets: number): Relationship {
  if (targets === 1) return relationship;
  if (containsTarget(relationship)) return "superset-of";
  return relationship === "subset-of" ? "intersects-with" : relationship;
}

/** The same of one of several sources. */
export function fromOneSource(relationship: Relationship, sources: number): Relationship {
  return inverseOf(toOneTarget(inverseOf(relationship), sources));
}
