import { byCodeUnit } from "../foundation/order.js";
import type { Framework, Requirement } from "./framework.js";
import type { Chain, ProjectionPlan, Route } from "./projection.js";

/** Which controls of one framework have something to do with which of another, whatever was assessed. */
export interface CrosswalkMatrix {
  readonly to: Framework;
  readonly routes: readonly Route[];
  /** The controls that pairs begin with, with what they lead to; in the order of their catalog. */
  readonly rows: readonly MatrixRow[];
  /** The controls of the target in the order of its catalog; those that nothing leads to, too. */
  readonly targets: readonly {
    readonly requirement: Requirement;
    readonly isGap: boolean;
    readonly isReached: boolean;
  }[];
}

/** A control, alone or with others that a pair takes together with it, and where it leads. */
export interface MatrixRow {
  readonly sources: readonly Requirement[];
  readonly cells: readonly Chain[];
}

/** The matrix of all chains of a plan. */
export function matrixOf({ to, routes, targets }: ProjectionPlan): CrosswalkMatrix {
  const rows = new Map<
    string,
    { readonly sources: readonly Requirement[]; readonly rank: number; readonly cells: Chain[] }
  >();
  for (const { chains } of targets) {
    for (const chain of chains) {
      const [first] = chain.links;
      if (first === undefined) continue;
      const { sources, leg } = first;
      const key = JSON.stringify([leg.from.name, ...sources.map(({ id }) => id)]);
      let row = rows.get(key);
      if (row === undefined) {
        rows.set(key, (row = { sources, rank: leg.from.rank(sources[0]?.control ?? ""), cells: [] }));
      }
      row.cells.push(chain);
    }
  }
  return {
    to,
    routes,
    rows: [...rows]
      .sort(([a, first], [b, second]) => first.rank - second.rank || byCodeUnit(a, b))
      .map(([, { sources, cells }]) => ({ sources, cells })),
    targets: targets.map(({ requirement, isGap, chains }) => ({ requirement, isGap, isReached: chains.length > 0 })),
  };
}
