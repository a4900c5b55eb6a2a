import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import type { Framework } from "../../crosswalk/framework.js";
import type { Leg } from "../../crosswalk/projection.js";
import { byCodeUnit } from "../../foundation/order.js";
import { nearest } from "../../foundation/nearest.js";
import { isCalled, knownCatalogs } from "../../workspace/catalogs.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { catalogName } from "../../workspace/shipped.js";

/** The framework that somebody names, among those that mappings speak of: by its name, that of its catalog, or either written otherwise. */
export function frameworkNamed(called: string, legs: readonly Leg[]): Reading<Framework> {
  const frameworks = byName(legs);
  const name = catalogName(called);
  const exact = frameworks.get(name);
  if (exact !== undefined) return { value: exact, problems: [] };
  const shipped = knownCatalogs().find((each) => isCalled(each, name))?.framework;
  const found =
    (shipped === undefined ? undefined : frameworks.get(shipped)) ??
    [...frameworks.values()].find((each) => plain(name) !== "" && plain(each.name) === plain(name));
  if (found !== undefined) return { value: found, problems: [] };
  const known = [...frameworks.keys()].sort();
  // A catalog that ships with aims is no slip of the pen for another one.
  const guess = shipped === undefined ? nearest(name, known) : undefined;
  return {
    problems: [
      problem("unknown-framework", undefined, { name: called, known, guess, isCatalog: shipped !== undefined }),
    ],
  };
}

/** The frameworks that mappings speak of; of several copies of one, that with a catalog, whatever order they come in. */
function byName(legs: readonly Leg[]): Map<string, Framework> {
  const all = legs.flatMap(({ from, to }) => [from, to]);
  const key = ({ catalog }: Framework): string => catalog?.uuid ?? "~";
  return new Map([...all].sort((a, b) => byCodeUnit(key(b), key(a))).map((each) => [each.name, each]));
}

/** From where to where a source is read. */
export interface Direction {
  /** The framework whose controls it speaks of; found out by them where it is left out. */
  readonly from?: readonly string[];
  /** The framework onto which it is projected, of which it does not speak. */
  readonly to: string;
}

/** Of whose controls a source speaks. */
export type SourceFramework =
  | { readonly framework: Framework }
  /** It speaks of none; the names of those that there are. */
  | { readonly known: readonly string[] }
  /** It speaks of the framework onto which it is to be projected. */
  | { readonly own: string }
  | { readonly problems: readonly Diagnostic[] };

/**
 * The framework of whose controls a source speaks: the one that is named, or else the one that has most of them, and at least half. A list
 * that no catalog is at hand of has whatever somebody names, and is not guessed.
 * @param count number of the source's controls that a framework has
 * @param total number of its controls
 */
export function frameworkOfSource(
  { from, to }: Direction,
  collections: readonly KnownCollection[],
  count: (framework: Framework) => number,
  total: number,
): SourceFramework {
  const legs = collections.flatMap((each) => each.legs);
  const [target, ...named] = [to, ...(from ?? [])].map((name) => frameworkNamed(name, legs));
  const problems = [target, ...named].flatMap((each) => each?.problems ?? []);
  if (problems.length > 0) return { problems };
  const all = byName(legs);
  const candidates =
    from === undefined
      ? [...all.values()].filter(({ catalog }) => catalog !== undefined)
      : named.flatMap(({ value }) => value ?? []);
  const ranked = candidates.map((framework) => ({ framework, found: count(framework) }));
  const [best] = ranked.sort((a, b) => b.found - a.found);
  const least = from === undefined ? Math.max(1, total / 2) : 1;
  if (best === undefined || best.found < least) {
    return { known: [...all.keys()].filter((name) => name !== target?.value?.name).sort() };
  }
  return best.framework.name === target?.value?.name ? { own: best.framework.name } : { framework: best.framework };
}

/** `ISO 27001`, `iso-27001` and `iso27001` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
