import type { MappingCollection } from "../../oscal/model.js";
import type { Framework, Requirement } from "../framework.js";
import type { Crosswalk, Item, Pair } from "../mapping.js";
import { composed, fromOneSource, toOneTarget, type Relationship } from "../relationship.js";

/** A mapping in the direction in which it is read, with the catalogs on both sides. */
export interface Leg {
  readonly crosswalk: Crosswalk;
  readonly from: Framework;
  readonly to: Framework;
  /** The collection that has it, as people know it. */
  readonly collection: {
    readonly title: string;
    readonly version: string;
    readonly name: string;
    readonly uuid: string;
    /** The first paragraph of its remarks: what its author wants to have said before anything else. */
    readonly caution?: string;
    readonly document: MappingCollection;
  };
}

/** An item of a pair that its catalog does not have: the pair says nothing then. */
export interface UnknownItem {
  readonly pair: string;
  readonly framework: string;
  readonly id: string;
}

/** Mappings that lead one to the next: each ends at the framework at which the next begins. */
export type Route = readonly Leg[];

/** A pair on the way to a target. */
export interface ChainLink {
  readonly leg: Leg;
  readonly pair: Pair;
  /** The requirements at its beginning; of a later link only the one over which the chain goes counts. */
  readonly sources: readonly Requirement[];
  /** The requirement over which the chain reaches it; undefined for the first. */
  readonly via?: Requirement;
}

/** Pairs that lead from sources to one target. */
export interface Chain {
  readonly links: readonly ChainLink[];
  readonly target: Requirement;
  /** What all of them together say of the sources of the first and the target; undefined where nothing follows. */
  readonly relationship: Relationship | undefined;
  /** That of the weakest pair; undefined where one of them has none. */
  readonly strength: number | undefined;
}

/** Every chain along a route, one for each target of its last pairs. @param report is told of items that their catalog does not have */
export function* chainsOf(route: Route, report: (item: UnknownItem) => void): Generator<Chain> {
  const [first, ...rest] = route;
  if (first === undefined) return;
  const later = rest.map((leg) => pairsBySource(leg, report));
  for (const pair of first.crosswalk.pairs) {
    const link = linkOf(first, pair, report);
    if (link === undefined) continue;
    for (const target of requirementsOf(first.to, pair, pair.targets, report)) {
      const relationship = toOneTarget(pair.relationship, pair.targets.length);
      yield* extended({ links: [link], target, relationship, strength: pair.strength }, later, report);
    }
  }
}

/** A pair with the requirements at its beginning; undefined where its catalog lacks one of them, so that nobody knows what it asks. */
function linkOf(leg: Leg, pair: Pair, report: (item: UnknownItem) => void): ChainLink | undefined {
  const sources = requirementsOf(leg.from, pair, pair.sources, report);
  return sources.length < pair.sources.length ? undefined : { leg, pair, sources };
}

function requirementsOf(
  framework: Framework,
  pair: Pair,
  items: readonly Item[],
  report: (item: UnknownItem) => void,
): Requirement[] {
  return items.flatMap((item) => {
    const requirement = framework.find(item);
    if (requirement === undefined) report({ pair: pair.uuid, framework: framework.name, id: item.id });
    return requirement ?? [];
  });
}

type PairsBySource = ReadonlyMap<string, readonly ChainLink[]>;

function pairsBySource(leg: Leg, report: (item: UnknownItem) => void): PairsBySource {
  const bySource = new Map<string, ChainLink[]>();
  for (const pair of leg.crosswalk.pairs) {
    const link = linkOf(leg, pair, report);
    for (const via of link?.sources ?? []) {
      const links = bySource.get(via.id);
      const reached = { leg, pair, sources: link?.sources ?? [], via };
      if (links === undefined) bySource.set(via.id, [reached]);
      else links.push(reached);
    }
  }
  return bySource;
}

function* extended(
  chain: Chain,
  [next, ...later]: readonly PairsBySource[],
  report: (item: UnknownItem) => void,
): Generator<Chain> {
  if (next === undefined) {
    yield chain;
    return;
  }
  for (const link of next.get(chain.target.id) ?? []) {
    const { pair, leg } = link;
    const here = fromOneSource(toOneTarget(pair.relationship, pair.targets.length), pair.sources.length);
    const relationship = chain.relationship === undefined ? undefined : composed(chain.relationship, here);
    const strength =
      chain.strength === undefined || pair.strength === undefined ? undefined : Math.min(chain.strength, pair.strength);
    for (const target of requirementsOf(leg.to, pair, pair.targets, report)) {
      yield* extended({ links: [...chain.links, link], target, relationship, strength }, later, report);
    }
  }
}
