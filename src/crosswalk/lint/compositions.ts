import { problem } from "../../diagnostics/codes/mappings.js";
import { addTo } from "../../foundation/multimap.js";
import { saidBy, type Claim, type Numbers } from "./claims.js";
import { keyOf } from "./contradictions.js";
import { circlesOf, contentOf, orderOf, stepsFrom, wayUp, type Order, type Within } from "./order.js";

/** Pairs of a circle that are tried as its beginning, until one is found that is more than two pairs against one another. */
const MOST_BEGINNINGS = 20;
/** Combinations of the items of one pair that are looked at: a pair of more says little of each. */
const MOST_COMBINATIONS = 400;

/**
 * Finds what follows from several pairs together and cannot be: circles of controls that contain one another, and pairs without
 * relationship whose sides contain, by other pairs, something in common. That is all that set theory forbids beside two claims on the
 * same pair.
 */
export function findCompositions(claims: readonly Claim[], numbers: Numbers): void {
  const order = orderOf(claims);
  findCircles(order, numbers);
  const unrelated = claims.filter(({ relationship }) => relationship === "no-relationship");
  if (unrelated.length === 0) return;
  const overlaps = overlapsOf(claims);
  const contents = new Map<number, ReturnType<typeof contentOf>>();
  const content = (control: number): ReturnType<typeof contentOf> => {
    const known = contents.get(control) ?? contentOf(control, order);
    contents.set(control, known);
    return known;
  };
  for (const claim of unrelated) findShared(claim, content, overlaps, numbers);
}

function findCircles(order: Order, numbers: Numbers): void {
  for (const circle of circlesOf(order)) {
    const among = new Set(circle);
    // What is equal to one another is no fault: somebody has to say that it is less.
    const proper = circle
      .flatMap((node) => order.up.get(node) ?? [])
      .filter(({ to, isProper }) => isProper && among.has(to));
    for (const first of proper.slice(0, MOST_BEGINNINGS)) {
      const steps = [first, ...wayUp(first.to, first.from, among, order)];
      // Two claims on the same pair are reported as such.
      if (new Set(steps.map(({ claim }) => keyOf(claim))).size === 1) continue;
      const { collection, mapping, pair } = first.claim;
      const told = { steps: steps.map(({ claim }) => saidBy(claim, numbers, collection)) };
      collection.findings.add(mapping.pointer, pair.pointer, problem("mapping-cycle", undefined, told));
      break;
    }
  }
}

/** By a control, those with which a pair says that it has something in common. */
type Overlaps = ReadonlyMap<number, readonly { readonly other: number; readonly claim: Claim }[]>;

/** Whoever lists a control in a pair says that it has something in common with the other side. */
function overlapsOf(claims: readonly Claim[]): Overlaps {
  const overlaps = new Map<number, { readonly other: number; readonly claim: Claim }[]>();
  for (const claim of claims) {
    if (claim.relationship === "no-relationship") continue;
    for (const [source, target] of combinationsOf(claim)) {
      addTo(overlaps, source, { other: target, claim });
      addTo(overlaps, target, { other: source, claim });
    }
  }
  return overlaps;
}

function combinationsOf({ sources, targets }: Claim): (readonly [source: number, target: number])[] {
  if (sources.length * targets.length > MOST_COMBINATIONS) return [];
  return sources.flatMap((source) => targets.map((target) => [source, target] as const));
}

function findShared(
  claim: Claim,
  content: (control: number) => ReadonlyMap<number, Within | undefined>,
  overlaps: Overlaps,
  numbers: Numbers,
): void {
  const { collection, mapping, pair } = claim;
  const key = keyOf(claim);
  for (const [source, target] of combinationsOf(claim)) {
    const because = sharedBy(content(source), content(target), overlaps);
    // Two claims on the same pair are reported as such.
    if (because === undefined || because.every((each) => keyOf(each) === key)) continue;
    const told = {
      how: "shared",
      pair: saidBy(claim, numbers, collection),
      because: because.map((each) => saidBy(each, numbers, collection)),
    } as const;
    const fault = problem("mapping-contradiction", undefined, told);
    collection.findings.add(mapping.pointer, `${pair.pointer}/relationship`, fault);
    return;
  }
}

/** The claims that give two controls something in common; undefined where none do. */
function sharedBy(
  one: ReadonlyMap<number, Within | undefined>,
  other: ReadonlyMap<number, Within | undefined>,
  overlaps: Overlaps,
): readonly Claim[] | undefined {
  const claimsTo = (inner: number, second: number, between: readonly Claim[]): readonly Claim[] => [
    ...new Set([
      ...stepsFrom(inner, one).map(({ claim }) => claim),
      ...between,
      ...stepsFrom(second, other).map(({ claim }) => claim),
    ]),
  ];
  for (const inner of one.keys()) if (other.has(inner)) return claimsTo(inner, inner, []);
  for (const inner of one.keys()) {
    for (const overlap of overlaps.get(inner) ?? []) {
      if (other.has(overlap.other)) return claimsTo(inner, overlap.other, [overlap.claim]);
    }
  }
  return undefined;
}
