import { expect, it, test } from "vitest";
import { likelyRelationship, relationshipOfWord } from "../../src/crosswalk/relationship-words.js";
import { relationships } from "../../src/crosswalk/relationship.js";

it.each(relationships)("%s is understood as it is, in capital letters, and with blanks", (each) => {
  expect([each, each.toUpperCase(), each.replaceAll("-", " ")].map(relationshipOfWord)).toEqual([each, each, each]);
});

test("words of other tables are understood, and others are not", () => {
  const words = ["subset of", "Is a superset of", "Intersects With", "equal", "equivalent", "not related to", "⊂", "="];
  expect(words.map(relationshipOfWord)).toEqual([
    ...["subset-of", "superset-of", "intersects-with", "equal-to", "equivalent-to", "no-relationship"],
    ...["subset-of", "equal-to"],
  ]);
  expect(["", "helps", "constructor"].map(relationshipOfWord)).toEqual([undefined, undefined, undefined]);
});

test("a slip leads to what was meant", () => {
  expect(["subst-of", "equl", "intersect-with", "xyz"].map(likelyRelationship)).toEqual([
    ...["subset-of", "equal-to", "intersects-with", undefined],
  ]);
});
