import { isObject } from "../../foundation/json-value.js";
import { addTo } from "../../foundation/multimap.js";
import { orderKeyOf } from "./array-order.js";
import { elementsOf, isDefaultNamespace } from "./array-rules.js";
import type { Change, PlacedValue, Seat } from "./change.js";
import { Fingerprints } from "./fingerprint.js";
import { meaningOf } from "./meaning.js";
import { matchElements, type Partners, type Side } from "./match-elements.js";
import { pathTo, stepOf, type Titles } from "./step.js";
import {
  childObjects,
  datatypeOf,
  definitionOf,
  elementNodes,
  IdentityIndex,
  placedValue,
  propertyNode,
  siblingBefore,
  type TreeNode,
} from "./tree.js";

/**
 * Compares two documents of one model, object by object. Every node of B is visited once: below its parent, or where something with an
 * identity has moved to.
 * @param model name of the root property
 * @returns changes in the document order of B; removed objects stand where they stood in A
 */
export function compareRoots(model: string, a: TreeNode, b: TreeNode): Change[] {
  // The common case of two copies needs no indexes.
  if (identical(a.value, b.value)) return [];
  const comparison = new Comparison(model, a, b);
  comparison.compare(a, b);
  return comparison.changes;
}

class Comparison {
  readonly changes: Change[] = [];
  readonly #model: string;
  readonly #indexes: Readonly<Record<Side, IdentityIndex>>;
  readonly #titles: Readonly<Record<Side, Titles>>;
  readonly #fingerprints = new Fingerprints();

  constructor(model: string, a: TreeNode, b: TreeNode) {
    this.#model = model;
    const indexes = { a: new IdentityIndex(a), b: new IdentityIndex(b) };
    this.#indexes = indexes;
    this.#titles = { a: (uuid) => indexes.a.titleOf(uuid), b: (uuid) => indexes.b.titleOf(uuid) };
  }

  compare(a: TreeNode, b: TreeNode): void {
    if (identical(a.value, b.value)) return;
    if (isObject(a.value) && isObject(b.value)) this.#compareObjects(a, b);
    else if (Array.isArray(a.value) && Array.isArray(b.value)) {
      // Arrays directly in arrays, which no model has.
      this.#compareArrays(a, b, b.property, a.value, b.value);
    } else if (!sameMeaning(a, b)) {
      this.changes.push({ kind: "changed", ...this.#where(b, "b"), a: this.#placed(a), b: this.#placed(b) });
      this.#findMovedInto(b);
    }
  }

  #compareObjects(a: TreeNode, b: TreeNode): void {
    const theirs = keysOf(b);
    const ours = keysOf(a);
    const positions = new Map(ours.map((key, index) => [key, index]));
    const partners = theirs.map((key) => positions.get(key));
    for (const step of inOrder(ours.length, partners)) {
      const key = step.b === undefined ? ours[step.a] : theirs[step.b];
      if (key === undefined) continue;
      const before = positions.has(key) ? propertyNode(a, key) : undefined;
      this.#compareProperty(before, step.b === undefined ? undefined : propertyNode(b, key), a, b);
    }
  }

  #compareProperty(before: TreeNode | undefined, after: TreeNode | undefined, a: TreeNode, b: TreeNode): void {
    const property = (after ?? before)?.property ?? "";
    const ours = elementsOf(property, before?.value);
    const theirs = elementsOf(property, after?.value);
    if ((ours ?? theirs) && (ours || !before) && (theirs || !after)) {
      this.#compareArrays(a, b, property, before?.value, after?.value);
    } else if (before && after) this.compare(before, after);
    else if (after && !isDefaultNamespace(b.property, property, after.value)) this.#added(after);
    else if (before && !isDefaultNamespace(a.property, property, before.value)) this.#removed(before, b);
  }

  #compareArrays(ownerInA: TreeNode, owner: TreeNode, array: string, before: unknown, after: unknown): void {
    const a = elementNodes(ownerInA, array, before);
    const b = elementNodes(owner, array, after);
    const partners = matchElements(array, a, b, {
      fingerprints: this.#fingerprints,
      isInBoth: (node, side) => this.#counterpart(node, side) !== undefined,
    });
    const reordered = outOfOrder(partners, b);
    for (const step of inOrder(a.length, partners)) {
      const node = step.b === undefined ? undefined : b[step.b];
      const partner = step.b === undefined ? a[step.a] : partnerOf(a, partners, step.b);
      if (partner && node && step.b !== undefined) {
        if (reordered.has(step.b)) this.#moved(partner, node);
        this.compare(partner, node);
      } else if (node) this.#arrived(node);
      else if (partner && this.#counterpart(partner, "a") === undefined) this.#removed(partner, owner);
    }
  }

  /** An element that its array did not have: new, or from elsewhere in the document. */
  #arrived(node: TreeNode): void {
    const before = this.#counterpart(node, "b");
    if (before === undefined) this.#added(node);
    else {
      this.#moved(before, node);
      this.compare(before, node);
    }
  }

  #added(node: TreeNode): void {
    this.changes.push({ kind: "added", ...this.#where(node, "b"), b: this.#placed(node) });
    this.#findMovedInto(node);
  }

  /** @param owner in B of what the node was taken out of */
  #removed(node: TreeNode, owner: TreeNode): void {
    const { path, ...property } = this.#where(node, "a");
    const own = isObject(node.value) ? path.slice(-1) : [];
    const place = this.#placed(node);
    this.changes.push({ kind: "removed", path: [...pathTo(owner, this.#titles.b), ...own], ...property, a: place });
  }

  #moved(a: TreeNode, b: TreeNode): void {
    this.changes.push({
      kind: "moved",
      ...this.#where(b, "b"),
      a: this.#placed(a),
      b: this.#placed(b),
      from: seatOf(a, this.#titles.a),
      to: seatOf(b, this.#titles.b),
    });
  }

  /** Reports objects that A had elsewhere and B has inside something new. */
  #findMovedInto(node: TreeNode): void {
    for (const child of childObjects(node)) {
      if (this.#counterpart(child, "b") === undefined) this.#findMovedInto(child);
      else this.#arrived(child);
    }
  }

  /** The node of the same identity in the other document, where the identity stands once in each. */
  #counterpart(node: TreeNode, side: Side): TreeNode | undefined {
    return this.#indexes[side].counterpart(node) && this.#indexes[side === "a" ? "b" : "a"].counterpart(node);
  }

  #where(node: TreeNode, side: Side): { path: Change["path"]; property?: string } {
    const path = pathTo(node, this.#titles[side]);
    return isObject(node.value) ? { path } : { path, property: node.property };
  }

  #placed(node: TreeNode): PlacedValue {
    return placedValue(node, this.#model);
  }
}

function keysOf({ value }: TreeNode): string[] {
  return isObject(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
}

function partnerOf(a: readonly TreeNode[], partners: Partners, index: number): TreeNode | undefined {
  const partner = partners[index];
  return partner === undefined ? undefined : a[partner];
}

function seatOf(node: TreeNode, titles: Titles): Seat {
  const before = siblingBefore(node);
  return {
    parent: node.parent ? pathTo(node.parent, titles) : [],
    index: node.index ?? 0,
    ...(before ? { after: stepOf(before, titles) } : {}),
  };
}

/**
 * Indexes in B of as few elements as have to be taken out, so that the others stand in the order that they had in A, where that order
 * means something.
 * @param b the elements of the array in B
 */
function outOfOrder(partners: Partners, b: readonly TreeNode[]): Set<number> {
  const [first] = b;
  const definition = first && definitionOf(first);
  const kept = new Map<string, { partner: number; index: number }[]>();
  for (const [index, partner] of partners.entries()) {
    const node = b[index];
    if (partner === undefined || node === undefined) continue;
    const key = orderKeyOf(node.property, node.value, definition);
    if (key !== undefined) addTo(kept, key, { partner, index });
  }
  const taken = new Set<number>();
  for (const elements of kept.values()) {
    const inPlace = new Set(longestIncreasing(elements.map(({ partner }) => partner)));
    for (const [position, { index }] of elements.entries()) if (!inPlace.has(position)) taken.add(index);
  }
  return taken;
}

/** Whether two texts say the same in another spelling. */
function sameMeaning(a: TreeNode, b: TreeNode): boolean {
  if (typeof a.value !== "string" || typeof b.value !== "string") return false;
  const datatype = datatypeOf(b);
  return meaningOf(a.value, datatype) === meaningOf(b.value, datatype);
}

/** Whether two values hold the same, keys in any order and elements in the same. Cheap: it makes nothing and stops at a difference. */
function identical(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index += 1) if (!identical(a[index], b[index])) return false;
    return true;
  }
  const ours = a as Readonly<Record<string, unknown>>;
  const theirs = b as Readonly<Record<string, unknown>>;
  const keys = Object.keys(ours);
  if (keys.length !== Object.keys(theirs).length) return false;
  for (const key of keys) if (!Object.hasOwn(theirs, key) || !identical(ours[key], theirs[key])) return false;
  return true;
}

/** A step through two lists at once: what both have or only B, by its index in B, or what only A has, by its index there. */
type OrderStep = { readonly a: number; readonly b?: undefined } | { readonly a?: undefined; readonly b: number };

/** Walks through B; an element that only A has follows the one that it followed in A. */
function inOrder(lengthOfA: number, partners: Partners): OrderStep[] {
  const positions: (number | undefined)[] = [];
  for (const [index, partner] of partners.entries()) if (partner !== undefined) positions[partner] = index;
  const onlyInA = new Map<number, number[]>();
  let behind = -1;
  for (let index = 0; index < lengthOfA; index += 1) {
    const position = positions[index];
    if (position !== undefined) behind = position;
    else addTo(onlyInA, behind, index);
  }
  const steps: OrderStep[] = [];
  for (let b = -1; b < partners.length; b += 1) {
    if (b >= 0) steps.push({ b });
    for (const a of onlyInA.get(b) ?? []) steps.push({ a });
  }
  return steps;
}

/**
 * Positions of a longest strictly increasing subsequence, in order; of several that are equally long, the one whose values are least
 * from the end. O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  // tails[n]: position of the least value that ends an increasing subsequence of n + 1 values.
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [position, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : tails[low - 1]);
    tails[low] = position;
  }
  const found: number[] = [];
  for (let position = tails.at(-1); position !== undefined; position = before[position]) found.push(position);
  return found.reverse();
}
