import { isOpen } from "../assessment/verdict.js";
import { by, byCodeUnit } from "../foundation/order.js";
import type { Framework, Requirement } from "./framework.js";
import { gradeOf, stronger, type Grade } from "./projection/grade.js";
import { chainsOf, type Chain, type Route, type UnknownItem } from "./projection/chains.js";
import { containsTarget, isWithinTarget } from "./relationship.js";
import type { Standing, StandingOf } from "./standing.js";

export { grades, type Grade } from "./projection/grade.js";
export { linkOf, type Chain, type ChainLink, type Leg, type Route, type UnknownItem } from "./projection/chains.js";

/** What an assessment of other controls says of a target, best first. */
export const outcomes: readonly ["shown", "supported", "not-shown", "not-addressed"] = [
  "shown",
  "supported",
  "not-shown",
  "not-addressed",
];

/**
 * - `shown`: all that the target asks is among what was found satisfied;
 * - `supported`: something was found satisfied that has a part in common with it, and the rest of it remains to be shown;
 * - `not-shown`: pairs lead there, and nothing at their other end was found satisfied. That the target is not met does not follow;
 * - `not-addressed`: no pair leads there, or only such as say that there is nothing in common.
 */
export type Outcome = (typeof outcomes)[number];

/** What one pair, or a chain of them, does for a target. */
export type Effect = "shows" | "supports" | "does-not-show" | "nothing-follows";

/** A way from assessed controls to a target. */
export interface Contribution extends Chain {
  /** What was found of the sources of the first pair. */
  readonly sources: readonly Standing[];
  readonly effect: Effect;
  /** How well it supports, where it does: the weakest of strength, assurance and state. */
  readonly grade?: Grade;
  /** Whether something is lacking that the target asks too, so that nothing else can show the target as a whole. */
  readonly isContrary: boolean;
}

/** A target with all that leads to it. */
export interface ProjectedTarget {
  readonly requirement: Requirement;
  readonly outcome: Outcome;
  /** That of the contribution that does most; of a target that is shown or supported. */
  readonly grade?: Grade;
  /** Whether some sources were found satisfied and others not. */
  readonly hasConflict: boolean;
  /** Whether an author of a mapping says that it has no counterpart; of a target that is not addressed. */
  readonly isGap: boolean;
  /** Those that do most first. */
  readonly contributions: readonly Contribution[];
}

/** An assessment seen from another framework. */
export interface Projection {
  readonly to: Framework;
  readonly routes: readonly Route[];
  /** In the order of the target's catalog. */
  readonly targets: readonly ProjectedTarget[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Items of pairs that their catalog does not have. */
  readonly unknown: readonly UnknownItem[];
}

/** What is to be projected. */
export interface ProjectionRequest {
  readonly to: Framework;
  /** Ways that end there. */
  readonly routes: readonly Route[];
  readonly standingOf: StandingOf;
}

/**
 * Carries verdicts along mappings, by set theory and never beyond: only a target all of whose demands lie within what was found satisfied
 * is shown; an overlap supports; what fails, or nobody looked at, shows nothing and proves nothing. The order of routes and pairs does
 * not matter.
 */
export function project({ to, routes, standingOf }: ProjectionRequest): Projection {
  const unknown = new Map<string, UnknownItem>();
  const byTarget = new Map<string, { readonly requirement: Requirement; readonly contributions: Contribution[] }>();
  const seen = new Set<string>();
  for (const route of routes) {
    for (const chain of chainsOf(route, (item) => unknown.set(JSON.stringify([item.pair, item.id]), item))) {
      // One mapping that is read twice says nothing twice.
      const key = JSON.stringify([chain.target.id, ...chain.links.map(({ pair, via }) => [pair.uuid, via?.id])]);
      if (seen.has(key)) continue;
      seen.add(key);
      const { target } = chain;
      let entry = byTarget.get(target.id);
      if (entry === undefined) byTarget.set(target.id, (entry = { requirement: target, contributions: [] }));
      entry.contributions.push(contributionOf(chain, standingOf));
    }
  }
  const gaps = new Set(routes.flatMap((route) => gapsOf(route, to)));
  const targets = [...byTarget.values()].map(({ requirement, contributions }) =>
    projectedTarget(requirement, contributions, gaps),
  );
  for (const requirement of unmapped(to, targets)) targets.push(projectedTarget(requirement, [], gaps));
  targets.sort(
    (a, b) =>
      to.rank(a.requirement.control) - to.rank(b.requirement.control) || byCodeUnit(a.requirement.id, b.requirement.id),
  );
  const counts = { shown: 0, supported: 0, "not-shown": 0, "not-addressed": 0 };
  for (const { outcome } of targets) counts[outcome] += 1;
  const found = [...unknown.values()].sort(by(({ framework, id, pair }) => JSON.stringify([framework, id, pair])));
  return { to, routes, targets, counts, unknown: found };
}

/** The controls that no pair leads to, neither to them nor to one around or inside them. */
function unmapped(to: Framework, mapped: readonly ProjectedTarget[]): Requirement[] {
  const reached = new Set<string>();
  for (const { requirement } of mapped) {
    reached.add(requirement.control);
    for (const id of to.kin(requirement.control)) reached.add(id);
  }
  return to.leaves.filter(({ control }) => !reached.has(control));
}

/** What the last mapping of a route says has no counterpart, by control. */
function gapsOf(route: Route, to: Framework): string[] {
  const gaps = route.at(-1)?.crosswalk.targetGaps ?? [];
  return gaps.map((id) => to.find({ type: "control", id })?.control ?? id);
}

function projectedTarget(
  requirement: Requirement,
  contributions: readonly Contribution[],
  gaps: ReadonlySet<string>,
): ProjectedTarget {
  const outcome = outcomeOf(contributions);
  const grade = contributions.reduce<Grade | undefined>((best, each) => stronger(best, each.grade), undefined);
  return {
    requirement,
    outcome,
    ...(grade === undefined ? {} : { grade }),
    hasConflict: hasConflict(contributions),
    isGap: outcome === "not-addressed" && gaps.has(requirement.control),
    contributions: [...contributions].sort(compareContributions),
  };
}

function outcomeOf(contributions: readonly Contribution[]): Outcome {
  const does = (wanted: Effect): boolean => contributions.some(({ effect }) => effect === wanted);
  if (does("shows") && !contributions.some(({ isContrary }) => isContrary)) return "shown";
  if (does("shows") || does("supports")) return "supported";
  // A pair that says that there is nothing in common does not address its target.
  const leads = contributions.some(({ relationship }) => relationship !== "no-relationship");
  return leads ? "not-shown" : "not-addressed";
}

function hasConflict(contributions: readonly Contribution[]): boolean {
  const related = contributions.filter(({ effect }) => effect !== "nothing-follows");
  const states = related.flatMap(({ sources }) => sources.map(({ state }) => state));
  return states.includes("satisfied") && states.some((state) => state !== "not-assessed" && isOpen(state));
}

function contributionOf(chain: Chain, standingOf: StandingOf): Contribution {
  const { links, relationship } = chain;
  const [first] = links;
  const sources = first === undefined ? [] : first.sources.map((each) => standingOf(first.leg.from.name, each));
  const effect = effectOf(relationship, sources);
  const isHelp = effect === "shows" || effect === "supports";
  const lacks = sources.some(({ state }) => state !== "not-assessed" && isOpen(state));
  return {
    ...chain,
    sources,
    effect,
    ...(isHelp ? { grade: gradeOf(chain, sources) } : {}),
    isContrary: relationship !== undefined && isWithinTarget(relationship) && lacks,
  };
}

function effectOf(relationship: Chain["relationship"], sources: readonly Standing[]): Effect {
  if (relationship === undefined || relationship === "no-relationship") return "nothing-follows";
  const satisfied = sources.filter(({ state }) => state === "satisfied").length;
  if (containsTarget(relationship) && satisfied > 0 && satisfied === sources.length) return "shows";
  const isPartlyMet = satisfied > 0 || sources.some(({ state }) => state === "partial");
  return isPartlyMet ? "supports" : "does-not-show";
}

const effects: readonly Effect[] = ["shows", "supports", "does-not-show", "nothing-follows"];

/** Those that do most come first; what is left is decided by their sources and ids, so that files may come in any order. */
function compareContributions(a: Contribution, b: Contribution): number {
  return (
    effects.indexOf(a.effect) - effects.indexOf(b.effect) ||
    (a.grade === b.grade ? 0 : stronger(a.grade, b.grade) === a.grade ? -1 : 1) ||
    (b.strength ?? 0) - (a.strength ?? 0) ||
    byCodeUnit(keyOf(a), keyOf(b))
  );
}

function keyOf({ sources, links }: Contribution): string {
  return JSON.stringify([sources.map(({ reference }) => reference), links.map(({ pair }) => pair.uuid)]);
}
