import type { ControlId } from "../assessment/control-reference.js";
import { isOpen, type VerdictState } from "../assessment/verdict.js";
import { by, byCodeUnit } from "../foundation/order.js";
import type { Framework, Requirement } from "./framework.js";
import { gradeOf, stronger, type Grade } from "./projection/grade.js";
import { chainsOf, type Chain, type ChainLink, type Route, type UnknownItem } from "./projection/chains.js";
import { containsTarget, isWithinTarget } from "./relationship.js";
import type { Standing, StandingOf } from "./standing.js";

export { grades, type Grade } from "./projection/grade.js";
export type { Chain, ChainLink, Leg, Route, UnknownItem } from "./projection/chains.js";

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

/** The ways that lead to each target, whatever was found at their beginning. */
export interface ProjectionPlan {
  readonly to: Framework;
  readonly routes: readonly Route[];
  /** In the order of the target's catalog. */
  readonly targets: readonly PlannedTarget[];
  readonly unknown: readonly UnknownItem[];
}

/** A target with the chains that lead to it; none where it is not addressed. */
export interface PlannedTarget {
  readonly requirement: Requirement;
  readonly chains: readonly Chain[];
  /** Whether the author of a mapping says that it has no counterpart. */
  readonly isGap: boolean;
}

/** Finds every way to each control of the target. The order of routes and pairs does not matter. @param routes ways that end there */
export function planProjection(to: Framework, routes: readonly Route[]): ProjectionPlan {
  const unknown = new Map<string, UnknownItem>();
  const byTarget = new Map<string, { readonly requirement: Requirement; readonly chains: Chain[] }>();
  const seen = new Set<string>();
  for (const route of routes) {
    for (const chain of chainsOf(route, (item) => unknown.set(JSON.stringify([item.pair, item.id]), item))) {
      // One mapping that is read twice says nothing twice.
      const key = JSON.stringify([chain.target.id, ...chain.links.map(identityOf)]);
      if (seen.has(key)) continue;
      seen.add(key);
      const { target } = chain;
      let entry = byTarget.get(target.id);
      if (entry === undefined) byTarget.set(target.id, (entry = { requirement: target, chains: [] }));
      entry.chains.push(chain);
    }
  }
  const gaps = new Set(routes.flatMap((route) => gapsOf(route, to)));
  const mapped = [...byTarget.values()];
  const targets = [
    ...mapped,
    ...unmapped(to, mapped).map((requirement) => ({ requirement, chains: [] as readonly Chain[] })),
  ].map((each): PlannedTarget => ({ ...each, isGap: gaps.has(each.requirement.control) }));
  targets.sort(
    (a, b) =>
      to.rank(a.requirement.control) - to.rank(b.requirement.control) || byCodeUnit(a.requirement.id, b.requirement.id),
  );
  const found = [...unknown.values()].sort(by(({ framework, id, pair }) => JSON.stringify([framework, id, pair])));
  return { to, routes, targets, unknown: found };
}

/**
 * Carries verdicts along mappings, by set theory and never beyond: only a target all of whose demands lie within what was found satisfied
 * is shown; an overlap supports; what fails, or nobody looked at, shows nothing and proves nothing.
 */
export function project({ to, routes, targets: planned, unknown }: ProjectionPlan, standingOf: StandingOf): Projection {
  const targets = planned.map((each) => projectedTarget(each, standingOf));
  const counts = { shown: 0, supported: 0, "not-shown": 0, "not-addressed": 0 };
  for (const { outcome } of targets) counts[outcome] += 1;
  return { to, routes, targets, counts, unknown };
}

/**
 * The outcome alone, for one of many subjects. Undefined where nothing that leads to the target applies to the subject.
 * @param stateOf the state of a source control; undefined where nobody looked
 */
export function outcomeFor(
  { chains }: PlannedTarget,
  stateOf: (framework: string, control: ControlId) => VerdictState | undefined,
): Outcome | undefined {
  const states = chains.map(({ links: [first] }) =>
    (first?.sources ?? []).map((each) => {
      const { control, reference, title } = each;
      const state = stateOf(first?.leg.from.name ?? "", control) ?? "not-assessed";
      return ofPart(each, { control, reference, title, state }).state;
    }),
  );
  const applies = states.flat().some((state) => state !== "not-applicable");
  if (!applies && chains.length > 0) return undefined;
  return outcomeOf(chains.map((chain, index) => stepOf(chain, states[index] ?? [])));
}

/** The controls without parts of their own that no pair names: all others are listed with those that it does. */
function unmapped(to: Framework, mapped: readonly Pick<PlannedTarget, "requirement">[]): Requirement[] {
  const reached = new Set(mapped.map(({ requirement }) => requirement.control));
  return to.leaves.filter(({ control }) => !reached.has(control));
}

/** What the last mapping of a route says has no counterpart, by control. */
function gapsOf(route: Route, to: Framework): string[] {
  const gaps = route.at(-1)?.crosswalk.targetGaps ?? [];
  return gaps.map((id) => to.find({ type: "control", id })?.control ?? id);
}

function projectedTarget({ requirement, chains, isGap }: PlannedTarget, standingOf: StandingOf): ProjectedTarget {
  const contributions = chains.map((chain) => contributionOf(chain, standingOf)).sort(compareContributions);
  const outcome = outcomeOf(contributions);
  // How well a target is shown is not a matter of what else supports it.
  const counting = outcome === "shown" ? contributions.filter(({ effect }) => effect === "shows") : contributions;
  const grade = counting.reduce<Grade | undefined>((best, each) => stronger(best, each.grade), undefined);
  return {
    requirement,
    outcome,
    ...(grade === undefined ? {} : { grade }),
    hasConflict: hasConflict(contributions),
    isGap: isGap && outcome === "not-addressed",
    contributions,
  };
}

/** What one chain does, given the states at its beginning. */
type Step = Pick<Contribution, "relationship" | "effect" | "isContrary">;

function outcomeOf(steps: readonly Step[]): Outcome {
  const does = (wanted: Effect): boolean => steps.some(({ effect }) => effect === wanted);
  if (does("shows") && !steps.some(({ isContrary }) => isContrary)) return "shown";
  if (does("shows") || does("supports")) return "supported";
  // A pair that says that there is nothing in common does not address its target.
  return steps.some(({ relationship }) => relationship !== "no-relationship") ? "not-shown" : "not-addressed";
}

function hasConflict(contributions: readonly Contribution[]): boolean {
  const related = contributions.filter(({ effect }) => effect !== "nothing-follows");
  const states = related.flatMap(({ sources }) => sources.map(({ state }) => state));
  return states.includes("satisfied") && states.some(isLacking);
}

function contributionOf(chain: Chain, standingOf: StandingOf): Contribution {
  const [first] = chain.links;
  const sources = (first?.sources ?? []).map((each) => ofPart(each, standingOf(first?.leg.from.name ?? "", each)));
  const step = stepOf(
    chain,
    sources.map(({ state }) => state),
  );
  const isHelp = step.effect === "shows" || step.effect === "supports";
  return { ...chain, ...step, sources, ...(isHelp ? { grade: gradeOf(chain, sources) } : {}) };
}

/**
 * What is found of a control says of a part of it only that the part is met where the whole is. What the whole lacks may lie in another
 * part.
 */
function ofPart({ isPart }: Requirement, standing: Standing): Standing {
  const { state } = standing;
  if (!isPart || state === "satisfied" || state === "not-applicable" || state === "not-assessed") return standing;
  return {
    ...standing,
    state: "not-assessed",
    note: `the control is ${state}; whether this part of it is met is not known`,
  };
}

function stepOf({ relationship, links }: Chain, states: readonly Standing["state"][]): Step {
  const effect = effectOf(relationship, states);
  // A pair that holds on a condition shows nothing by itself.
  const isConditional = links.some(({ pair }) => pair.qualifiers.length > 0);
  return {
    relationship,
    effect: effect === "shows" && isConditional ? "supports" : effect,
    isContrary: relationship !== undefined && isWithinTarget(relationship) && states.some(isLacking),
  };
}

function effectOf(relationship: Chain["relationship"], states: readonly Standing["state"][]): Effect {
  if (relationship === undefined || relationship === "no-relationship") return "nothing-follows";
  const satisfied = states.filter((state) => state === "satisfied").length;
  if (containsTarget(relationship) && satisfied > 0 && satisfied === states.length) return "shows";
  return satisfied > 0 || states.includes("partial") ? "supports" : "does-not-show";
}

function isLacking(state: Standing["state"]): boolean {
  return state !== "not-assessed" && isOpen(state);
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
  return JSON.stringify([sources.map(({ reference }) => reference), links.map(identityOf)]);
}

/** A pair on its way, with what it says: another version of a mapping, or a slip, may say something else under the same UUID. */
function identityOf({ pair, leg, via }: ChainLink): unknown {
  const { uuid, relationship, strength = 0, remarks = "", sources, targets } = pair;
  const ids = [sources, targets].map((items) => items.map(({ id }) => id));
  return [leg.crosswalk.uuid, uuid, relationship, strength, remarks, via?.id ?? "", ids];
}
