import { describe, expect, it } from "vitest";
import {
  composed,
  containsTarget,
  fromOneSource,
  inverseOf,
  isWithinTarget,
  relationships,
  toOneTarget,
  type Relationship,
} from "../../src/crosswalk/relationship.js";

/** What two controls may ask for: every set of at most four demands but the empty one, each as the bits of a number. */
const sets = Array.from({ length: 15 }, (_, index) => index + 1);

/** Whether what a mapping says of two controls is so. */
function holds(relationship: Relationship, source: number, target: number): boolean {
  switch (relationship) {
    case "equal-to":
    case "equivalent-to":
      return source === target;
    case "superset-of":
      return (source & target) === target;
    case "subset-of":
      return (source & target) === source;
    case "intersects-with":
      return (source & target) !== 0;
    case "no-relationship":
      return (source & target) === 0;
  }
}

const pairs = relationships.flatMap((first) => relationships.map((second) => [first, second] as const));

describe("composed", () => {
  it.each(pairs)("%s, then %s: says what holds for all controls, and all that does", (first, second) => {
    const ends = sets.flatMap((a) =>
      sets.flatMap((b) =>
        holds(first, a, b) ? sets.filter((c) => holds(second, b, c)).map((c) => [a, c] as const) : [],
      ),
    );
    const always = relationships.filter((each) => ends.every(([a, c]) => holds(each, a, c)));
    const claimed = composed(first, second);
    if (claimed === undefined) expect(always).toEqual([]);
    else expect(always).toContain(claimed);
  });

  it.each(pairs)("%s, then %s: is the same read backwards", (first, second) => {
    const there = composed(first, second);
    const back = composed(inverseOf(second), inverseOf(first));
    expect(back).toBe(there && inverseOf(there));
  });
});

describe("inverseOf", () => {
  it("turns subset and superset round and leaves the others", () => {
    expect(relationships.map(inverseOf)).toEqual([
      "equal-to",
      "equivalent-to",
      "subset-of",
      "superset-of",
      "intersects-with",
      "no-relationship",
    ]);
  });

  it("says what holds the other way", () => {
    for (const each of relationships) {
      for (const a of sets) for (const b of sets) expect(holds(inverseOf(each), b, a)).toBe(holds(each, a, b));
    }
  });
});

describe("what follows from meeting a source, or not meeting it", () => {
  it("is that the target is met exactly where all its demands are among those of the source", () => {
    for (const each of relationships) {
      const always = sets.every((a) => sets.every((b) => !holds(each, a, b) || (a & b) === b));
      expect([each, containsTarget(each)]).toEqual([each, always]);
    }
  });

  it("is that the target lacks something exactly where all demands of the source are among its own", () => {
    for (const each of relationships) {
      const always = sets.every((a) => sets.every((b) => !holds(each, a, b) || (a & b) === a));
      expect([each, isWithinTarget(each)]).toEqual([each, always]);
    }
  });
});

describe("pairs with several sources or targets", () => {
  it("leave of a whole that is contained that each part is contained", () => {
    expect(relationships.map((each) => toOneTarget(each, 2))).toEqual([
      "superset-of",
      "superset-of",
      "superset-of",
      "intersects-with",
      "intersects-with",
      "no-relationship",
    ]);
    expect(relationships.map((each) => fromOneSource(each, 2))).toEqual([
      "subset-of",
      "subset-of",
      "intersects-with",
      "subset-of",
      "intersects-with",
      "no-relationship",
    ]);
  });

  it("say of one alone what they say of it", () => {
    expect(relationships.map((each) => toOneTarget(each, 1))).toEqual(relationships);
    expect(relationships.map((each) => fromOneSource(each, 1))).toEqual(relationships);
  });
});
