import { isObject } from "../../foundation/json-value.js";
import { addTo } from "../../foundation/multimap.js";
import { identityKeyOf, naturalKeyOf, ruleOf } from "./array-rules.js";
import type { Fingerprints } from "./fingerprint.js";
import { meaningOf } from "./meaning.js";
import { datatypeOf, definitionOf, type TreeNode } from "./tree.js";

export type Side = "a" | "b";

/** The facts about the two documents that matching needs. */
export interface Documents {
  readonly fingerprints: Fingerprints;
  /** Whether the element's identity is found once in each document: if not matched here, it has moved. */
  readonly isInBoth: (node: TreeNode, side: Side) => boolean;
}

/** Index of the element of A that each element of B was, in the order of B; undefined for those that are new in this array. */
export type Partners = readonly (number | undefined)[];

/**
 * Finds what the elements of an array were before: by identity, then by natural key, then, where the elements of the array succeed one
 * another, by what is left over. An element that has got an id or UUID, or lost it, keeps its natural key; one with another id is
 * another element. Of several with one key, those that have not changed are paired first, then the others in order.
 */
export function matchElements(
  array: string,
  a: readonly TreeNode[],
  b: readonly TreeNode[],
  { fingerprints, isInBoth }: Documents,
): Partners {
  const rule = ruleOf(array);
  const pairing = new Pairing(a, b, fingerprints);
  if (a.length === 0 || b.length === 0) return pairing.partners;
  pairing.pairBy(identityKey);
  // An element that the other document has elsewhere has moved there, whatever stands here now.
  const natural =
    (keyOf: (node: TreeNode) => string, identities: Readonly<Record<Side, boolean>>): Key =>
    (node, side) =>
      isInBoth(node, side) || (identityKey(node) !== undefined) !== identities[side] ? undefined : keyOf(node);
  for (const keyOf of rule.successors === true ? [naturalKey, leftOver] : [naturalKey]) {
    pairing.pairBy(natural(keyOf, { a: false, b: false }));
    if (rule.keyOutlivesUuid === true) pairing.pairBy(natural(keyOf, { a: true, b: true }));
    pairing.pairBy(natural(keyOf, { a: true, b: false }));
    pairing.pairBy(natural(keyOf, { a: false, b: true }));
  }
  return pairing.partners;
}

/** A key that two elements have in common when they are the same; undefined for an element that is not to be paired. */
type Key = (node: TreeNode, side: Side) => string | undefined;

function identityKey({ value, property }: TreeNode): string | undefined {
  return isObject(value) ? identityKeyOf(property, value) : undefined;
}

/** Objects by their natural key, those without one all alike; everything else by its value. */
function naturalKey(node: TreeNode): string {
  const { value, property } = node;
  if (isObject(value)) return `object ${naturalKeyOf(property, value, definitionOf(node)) ?? ""}`;
  if (typeof value === "string") return `text ${meaningOf(value, datatypeOf(node))}`;
  return Array.isArray(value) ? "array" : `value ${JSON.stringify(value)}`;
}

function leftOver({ value }: TreeNode): string {
  return isObject(value) ? "object" : "value";
}

/** Pairs the elements of two arrays, key by key. */
class Pairing {
  readonly partners: (number | undefined)[];
  readonly #a: readonly TreeNode[];
  readonly #b: readonly TreeNode[];
  readonly #paired: boolean[];
  #pairs = 0;
  readonly #fingerprints: Fingerprints;

  constructor(a: readonly TreeNode[], b: readonly TreeNode[], fingerprints: Fingerprints) {
    this.#a = a;
    this.#b = b;
    this.#fingerprints = fingerprints;
    this.#paired = a.map(() => false);
    this.partners = b.map(() => undefined);
  }

  pairBy(key: Key): void {
    if (this.#pairs === Math.min(this.#a.length, this.#b.length)) return;
    const waiting = new Map<string, number[]>();
    for (const [index, node] of this.#a.entries()) {
      if (this.#paired[index] === false) append(waiting, key(node, "a"), index);
    }
    if (waiting.size === 0) return;
    const candidates = new Map<string, number[]>();
    for (const [index, node] of this.#b.entries()) {
      if (this.partners[index] === undefined) append(candidates, key(node, "b"), index);
    }
    for (const [text, theirs] of candidates) {
      const ours = waiting.get(text);
      if (ours === undefined) continue;
      const changed = ours.length > 1 || theirs.length > 1 ? this.#pairUnchanged(ours, theirs) : { ours, theirs };
      this.#pairInOrder(changed.ours, changed.theirs);
    }
  }

  /** @returns what is left over */
  #pairUnchanged(ours: readonly number[], theirs: readonly number[]): { ours: number[]; theirs: number[] } {
    const texts = new Map<string, number[]>();
    for (const index of theirs) append(texts, this.#textOf(this.#b[index]), index);
    for (const list of texts.values()) list.reverse();
    for (const index of ours) {
      const same = texts.get(this.#textOf(this.#a[index]))?.pop();
      if (same !== undefined) this.#pair(index, same);
    }
    return {
      ours: ours.filter((index) => this.#paired[index] === false),
      theirs: theirs.filter((index) => this.partners[index] === undefined),
    };
  }

  #pairInOrder(ours: readonly number[], theirs: readonly number[]): void {
    for (const [order, index] of ours.entries()) {
      const other = theirs[order];
      if (other === undefined) return;
      this.#pair(index, other);
    }
  }

  #pair(a: number, b: number): void {
    this.partners[b] = a;
    this.#paired[a] = true;
    this.#pairs += 1;
  }

  #textOf(node: TreeNode | undefined): string {
    if (node === undefined) return "";
    return this.#fingerprints.of(node.value, node.property, node.parent && definitionOf(node.parent));
  }
}

function append(map: Map<string, number[]>, key: string | undefined, index: number): void {
  if (key !== undefined) addTo(map, key, index);
}
