import type { SaidByPair } from "../../diagnostics/codes/mappings.js";
import type { SourceDocument } from "../../source/document.js";
import type { Framework } from "../framework.js";
import type { Relationship } from "../relationship.js";
import type { WrittenCollection, WrittenItem, WrittenMapping, WrittenPair } from "../written.js";
import type { Findings } from "./findings.js";

/** The catalogs on both sides of a mapping. */
export interface Sides {
  readonly source: Framework;
  readonly target: Framework;
}

/** A collection that is looked into. */
export interface Collection {
  readonly document: SourceDocument;
  readonly written: WrittenCollection;
  /** By the place of the mapping in the collection. */
  readonly sides: readonly Sides[];
  readonly findings: Findings;
}

/** What a pair says, with its items as numbers. */
export interface Claim {
  readonly collection: Collection;
  readonly mapping: WrittenMapping;
  readonly pair: WrittenPair;
  readonly relationship: Relationship;
  /** Each once, in ascending order. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/**
 * Numbers for the controls and statements that pairs speak of: one for each, however a pair names it. Pairs with different matching
 * rationales speak of different things (a wording may differ where the purpose is the same), and a mapping that was superseded or
 * deprecated no longer speaks with the others.
 */
export class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #frameworks = new Map<Framework | string, number>();

  /** @param scope of those that can be compared with one another @returns undefined where its catalog does not have the item */
  of({ id }: WrittenItem, framework: Framework, scope: string): number | undefined {
    const requirement = framework.find({ type: "control", id });
    if (requirement === undefined) return undefined;
    const key = `${scope} ${String(this.#numberOf(framework))} ${requirement.id}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(key, number);
    this.#names.push(requirement.reference);
    return number;
  }

  /** As people know it. */
  nameOf(number: number): string {
    return this.#names[number] ?? "";
  }

  #numberOf(framework: Framework): number {
    // Of two lists without a catalog nothing is known but what they are called.
    const key = framework.catalog !== undefined ? framework : framework.name;
    const known = this.#frameworks.get(key);
    if (known !== undefined) return known;
    const number = this.#frameworks.size;
    this.#frameworks.set(key, number);
    return number;
  }
}

/** The claims of collections, in their order. Pairs with an item that is unknown, or a relationship that is, claim nothing. */
export function claimsOf(collections: readonly Collection[], numbers: Numbers): Claim[] {
  const claims: Claim[] = [];
  for (const [place, collection] of collections.entries()) {
    for (const [index, mapping] of collection.written.mappings.entries()) {
      const sides = collection.sides[index];
      if (sides === undefined) continue;
      const isPast = mapping.status === "superseded" || mapping.status === "deprecated";
      const whose = isPast ? `${String(place)} ${mapping.pointer}` : "";
      for (const pair of mapping.pairs) {
        const { relationship } = pair;
        if (relationship === undefined) continue;
        const scope = `${whose} ${pair.matchingRationale ?? mapping.matchingRationale ?? ""}`;
        const sources = numbersOf(pair.sources, sides.source, scope, numbers);
        const targets = numbersOf(pair.targets, sides.target, scope, numbers);
        if (sources === undefined || targets === undefined) continue;
        claims.push({ collection, mapping, pair, relationship, sources, targets });
      }
    }
  }
  return claims;
}

function numbersOf(
  items: readonly WrittenItem[],
  framework: Framework,
  scope: string,
  numbers: Numbers,
): readonly number[] | undefined {
  const [only] = items;
  if (only === undefined) return undefined;
  if (items.length === 1) {
    const number = numbers.of(only, framework, scope);
    return number === undefined ? undefined : [number];
  }
  const found = new Set<number>();
  for (const item of items) {
    const number = numbers.of(item, framework, scope);
    if (number === undefined) return undefined;
    found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** What a pair says, in words. @param seenFrom the collection in which the finding is */
export function saidBy(claim: Claim, numbers: Numbers, seenFrom: Collection): SaidByPair {
  const { collection, pair, relationship, sources, targets } = claim;
  const { document } = collection;
  return {
    source: names(sources, numbers),
    relationship,
    target: names(targets, numbers),
    ...(collection === seenFrom ? {} : { file: document.file }),
    line: document.locate(pair.pointer).line,
  };
}

/** Items of a side that a message names. */
const MOST_NAMED = 3;

function names(items: readonly number[], numbers: Numbers): string {
  const first = items.slice(0, MOST_NAMED).map((each) => numbers.nameOf(each));
  const more = items.length - first.length;
  return `${first.join(" + ")}${more > 0 ? ` + ${String(more)} more` : ""}`;
}
