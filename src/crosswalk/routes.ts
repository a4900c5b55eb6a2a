import { byCodeUnit } from "../foundation/order.js";
import { inverted } from "./mapping.js";
import type { Leg, Route } from "./projection.js";

/** Mappings that a route may have: with each one more, less follows. */
const MOST_LEGS = 3;

/** The mapping read from its targets. */
export function invertedLeg({ crosswalk, from, to, collection }: Leg): Leg {
  return { crosswalk: inverted(crosswalk), from: to, to: from, collection };
}

/** From where to where, and over what, a route leads. */
export interface Journey {
  /** Names of frameworks. */
  readonly from: readonly string[];
  readonly to: string;
  /** Names of frameworks over which it has to lead, in this order, and over no other. */
  readonly via?: readonly string[];
}

/**
 * The routes from assessed frameworks to a target: every mapping that leads there at once, in either direction; or else, from frameworks
 * that none leads from, the shortest chains. A mapping and its inverse are not both on one route, nor is a framework twice.
 */
export function routesBetween(legs: readonly Leg[], { from, to, via }: Journey): Route[] {
  const both = legs.flatMap((leg) => [leg, invertedLeg(leg)]).filter((leg) => leg.from.name !== leg.to.name);
  const routes = [...new Set(from)]
    .filter((name) => name !== to)
    .flatMap((name) => (via === undefined ? shortest(both, name, to) : along(both, [name, ...via, to])));
  return routes.sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
}

/** The names of the frameworks that can be reached, by routes of any length up to the most. */
export function reachedFrom(legs: readonly Leg[], from: readonly string[]): string[] {
  const both = legs.flatMap((leg) => [leg, invertedLeg(leg)]);
  const reached = new Set(from);
  for (let step = 0; step < MOST_LEGS; step += 1) {
    const next = both.filter((leg) => reached.has(leg.from.name)).map((leg) => leg.to.name);
    for (const name of next) reached.add(name);
  }
  return [...reached].filter((name) => !from.includes(name)).sort();
}

function shortest(legs: readonly Leg[], from: string, to: string): Route[] {
  let paths: Route[] = legs.filter((leg) => leg.from.name === from).map((leg) => [leg]);
  for (let length = 1; length <= MOST_LEGS; length += 1) {
    const arrived = paths.filter((path) => path.at(-1)?.to.name === to);
    if (arrived.length > 0) return arrived;
    paths = paths.flatMap((path) => {
      const visited = new Set([from, ...path.map((leg) => leg.to.name)]);
      const at = path.at(-1)?.to.name;
      return legs.filter((leg) => leg.from.name === at && !visited.has(leg.to.name)).map((leg) => [...path, leg]);
    });
  }
  return [];
}

function along(legs: readonly Leg[], stops: readonly string[]): Route[] {
  let paths: Route[] = [[]];
  for (const [index, stop] of stops.slice(1).entries()) {
    const steps = legs.filter((leg) => leg.from.name === stops[index] && leg.to.name === stop);
    paths = paths.flatMap((path) => steps.map((leg) => [...path, leg]));
  }
  return paths;
}

function keyOf(route: Route): string {
  return JSON.stringify(route.map(({ crosswalk }) => [crosswalk.uuid, crosswalk.inverted]));
}
