import { nearest } from "../foundation/nearest.js";
import { relationships, type Relationship } from "./relationship.js";

/**
 * Words that people have for the relationships of OSCAL, in small letters and without what stands between their parts: those of NIST
 * IR 8477 and of the online informative references of NIST (OLIR), of the secure controls framework's set theory mapping (STRM), and signs.
 */
const words: Readonly<Record<string, Relationship>> = {
  equalto: "equal-to",
  equal: "equal-to",
  equals: "equal-to",
  identical: "equal-to",
  identicalto: "equal-to",
  same: "equal-to",
  "=": "equal-to",
  equivalentto: "equivalent-to",
  equivalent: "equivalent-to",
  equiv: "equivalent-to",
  "≡": "equivalent-to",
  supersetof: "superset-of",
  superset: "superset-of",
  contains: "superset-of",
  "⊃": "superset-of",
  "⊇": "superset-of",
  subsetof: "subset-of",
  subset: "subset-of",
  containedin: "subset-of",
  "⊂": "subset-of",
  "⊆": "subset-of",
  intersectswith: "intersects-with",
  intersects: "intersects-with",
  intersectwith: "intersects-with",
  intersection: "intersects-with",
  intersecting: "intersects-with",
  overlaps: "intersects-with",
  overlapswith: "intersects-with",
  partialoverlap: "intersects-with",
  "∩": "intersects-with",
  norelationship: "no-relationship",
  norelation: "no-relationship",
  notrelated: "no-relationship",
  notrelatedto: "no-relationship",
  unrelated: "no-relationship",
  none: "no-relationship",
  "∅": "no-relationship",
};

/** The relationship that a usual word for it means; undefined for any other. */
export function relationshipOfWord(word: string): Relationship | undefined {
  const plain = plainOf(word);
  return Object.hasOwn(words, plain) ? words[plain] : undefined;
}

/** The relationship that was probably meant by a word that is none. */
export function likelyRelationship(word: string): Relationship | undefined {
  const meant = relationshipOfWord(word) ?? nearest(word.trim(), relationships);
  if (meant !== undefined) return relationships.find((each) => each === meant);
  const near = nearest(plainOf(word), Object.keys(words));
  return near === undefined ? undefined : words[near];
}

function plainOf(word: string): string {
  // "is a subset of" and "Subset of" are the same; OLIR writes both.
  return word
    .trim()
    .toLowerCase()
    .replace(/^(?:is|are)\s+(?:an?\s+)?/, "")
    .replace(/[\s_.-]+/g, "");
}
