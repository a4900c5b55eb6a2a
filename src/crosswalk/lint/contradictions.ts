import { problem } from "../../diagnostics/codes/mappings.js";
import { addTo } from "../../foundation/multimap.js";
import { inverseOf, type Relationship } from "../relationship.js";
import { saidBy, type Claim, type Numbers } from "./claims.js";

/** A claim read in the direction that all claims on the same sources and targets share. */
interface Directed {
  readonly claim: Claim;
  readonly relationship: Relationship;
}

/** The key that claims on the same sources and targets share, whichever way round they are written. */
export function keyOf({ sources, targets }: Claim): string {
  const [a, b] = [sources.join("+"), targets.join("+")];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Finds pairs that stand twice, and pairs that say different things of the same sources and targets. */
export function findContradictions(claims: readonly Claim[], numbers: Numbers): void {
  const byKey = new Map<string, Directed[]>();
  for (const claim of claims) {
    const { sources, targets, relationship } = claim;
    const isInverse = sources.join("+") > targets.join("+");
    addTo(byKey, keyOf(claim), { claim, relationship: isInverse ? inverseOf(relationship) : relationship });
  }
  for (const all of byKey.values()) {
    if (all.length > 1) compareAll(all, numbers);
  }
}

function compareAll(all: readonly Directed[], numbers: Numbers): void {
  /** The first claim of each relationship; with the relationships of OSCAL there are six at most. */
  const firsts = new Map<Relationship, Directed>();
  for (const { claim, relationship } of all) {
    const { collection, mapping, pair } = claim;
    const { findings, document } = collection;
    const other = [...firsts].find(([each]) => each !== relationship)?.[1];
    const same = firsts.get(relationship);
    if (other !== undefined) {
      const told = {
        how: howOf(claim, other.claim, [relationship, other.relationship]),
        pair: saidBy(claim, numbers, collection),
        other: saidBy(other.claim, numbers, collection),
      } as const;
      const pointer = `${pair.pointer}/relationship`;
      findings.add(mapping.pointer, pointer, problem("mapping-contradiction", undefined, told));
    } else if (same?.claim.collection === collection) {
      const { line } = document.locate(same.claim.pair.pointer);
      const told = { pair: saidBy(claim, numbers, collection), line };
      findings.add(mapping.pointer, pair.pointer, problem("mapping-duplicate-pair", undefined, told));
    }
    if (same === undefined) firsts.set(relationship, { claim, relationship });
  }
}

/** Whoever reads only one of two files is told nothing contradictory. */
function howOf(one: Claim, other: Claim, words: readonly Relationship[]): "excluded" | "same-meaning" | "two-files" {
  if (words.every((each) => each === "equal-to" || each === "equivalent-to")) return "same-meaning";
  return one.collection === other.collection ? "excluded" : "two-files";
}
