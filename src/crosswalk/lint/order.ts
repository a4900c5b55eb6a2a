import { addTo } from "../../foundation/multimap.js";
import { isWithinTarget, containsTarget } from "../relationship.js";
import type { Claim } from "./claims.js";

/** That one control asks for nothing that another does not ask for. */
export interface Within {
  readonly from: number;
  readonly to: number;
  /** Whether the other asks for more. */
  readonly isProper: boolean;
  readonly claim: Claim;
}

/** Controls by what they contain, as far as that follows for single ones. */
export interface Order {
  /** By the control that lies within others. */
  readonly up: ReadonlyMap<number, readonly Within[]>;
  /** By the control that contains others. */
  readonly down: ReadonlyMap<number, readonly Within[]>;
}

/**
 * The order that pairs give: a source within one target lies within it, and so does each of several sources. Of a source within several
 * targets taken together nothing follows for one of them.
 */
export function orderOf(claims: readonly Claim[]): Order {
  const up = new Map<number, Within[]>();
  const down = new Map<number, Within[]>();
  const add = (inner: readonly number[], outer: readonly number[], isProper: boolean, claim: Claim): void => {
    const [to] = outer;
    if (to === undefined || outer.length > 1) return;
    for (const from of inner) {
      // What is written of a control and itself is left to the check of the resources.
      if (from === to) continue;
      const edge = { from, to, isProper, claim };
      addTo(up, from, edge);
      addTo(down, to, edge);
    }
  };
  for (const claim of claims) {
    const { relationship, sources, targets } = claim;
    if (isWithinTarget(relationship)) add(sources, targets, relationship === "subset-of", claim);
    if (containsTarget(relationship)) add(targets, sources, relationship === "superset-of", claim);
  }
  return { up, down };
}

/** Nodes that are looked at from one of them: far more than a chain of mappings has, and a bound for what is not one. */
const MOST_REACHED = 1000;

/** What a control contains, itself among it, each with the way by which it was reached. */
export function contentOf(control: number, { down }: Order): ReadonlyMap<number, Within | undefined> {
  const reached = new Map<number, Within | undefined>([[control, undefined]]);
  for (const node of reached.keys()) {
    for (const edge of down.get(node) ?? []) {
      if (reached.size >= MOST_REACHED) return reached;
      if (!reached.has(edge.from)) reached.set(edge.from, edge);
    }
  }
  return reached;
}

/** The steps from what is contained up to the control whose content was asked for. */
export function stepsFrom(inner: number, content: ReadonlyMap<number, Within | undefined>): Within[] {
  const steps: Within[] = [];
  for (let edge = content.get(inner); edge !== undefined; edge = content.get(edge.to)) steps.push(edge);
  return steps;
}

/** The shortest way upwards from one control to another among some of them. */
export function wayUp(from: number, to: number, among: ReadonlySet<number>, { up }: Order): Within[] {
  const reached = new Map<number, Within | undefined>([[from, undefined]]);
  for (const node of reached.keys()) {
    if (node === to) break;
    for (const edge of up.get(node) ?? []) {
      if (among.has(edge.to) && !reached.has(edge.to)) reached.set(edge.to, edge);
    }
  }
  const way: Within[] = [];
  for (let edge = reached.get(to); edge !== undefined; edge = reached.get(edge.from)) way.unshift(edge);
  return way;
}

/**
 * Groups of controls each of which leads upwards to all others of its group (Tarjan 1972), those of one control left out. Without
 * recursion, since a chain may be as long as a collection.
 */
export function circlesOf({ up }: Order): number[][] {
  const circles: number[][] = [];
  const indexes = new Map<number, number>();
  const lowest = new Map<number, number>();
  const stack: number[] = [];
  const isOpen = new Set<number>();
  const visit = (node: number): { readonly node: number; next: number } => {
    indexes.set(node, indexes.size);
    lowest.set(node, indexes.size - 1);
    stack.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const lower = (node: number, index: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? index, index));
  };
  for (const start of up.keys()) {
    if (indexes.has(start)) continue;
    const calls = [visit(start)];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { node } = call;
      const to = up.get(node)?.[call.next]?.to;
      call.next += 1;
      if (to !== undefined) {
        if (!indexes.has(to)) calls.push(visit(to));
        else if (isOpen.has(to)) lower(node, indexes.get(to) ?? 0);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller !== undefined) lower(caller.node, lowest.get(node) ?? 0);
      if (lowest.get(node) !== indexes.get(node)) continue;
      const circle = stack.splice(stack.lastIndexOf(node));
      for (const each of circle) isOpen.delete(each);
      if (circle.length > 1) circles.push(circle);
    }
  }
  return circles;
}
