import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Diagnostic, Reading } from "../../diagnostics/diagnostic.js";
import type { Framework } from "../../crosswalk/framework.js";
import type { Leg } from "../../crosswalk/projection.js";
import { nearest } from "../../foundation/nearest.js";
import { isCalled, knownCatalogs } from "../../workspace/catalogs.js";
import type { KnownCollection } from "../../workspace/crosswalks.js";
import { catalogName } from "../../workspace/shipped.js";

/** The framework that somebody names, among those that mappings speak of: by its name, that of its catalog, or either written otherwise. */
export function frameworkNamed(called: string, legs: readonly Leg[]): Reading<Framework> {
  const frameworks = new Map(legs.flatMap(({ from, to }) => [from, to]).map((each) => [each.name, each]));
  const name = catalogName(called);
  const exact = frameworks.get(name);
  if (exact !== undefined) return { value: exact, problems: [] };
  const shipped = knownCatalogs().find((each) => isCalled(each, name))?.framework;
  const found =
    (shipped === undefined ? undefined : frameworks.get(shipped)) ??
    [...frameworks.values()].find((each) => plain(each.name) === plain(name));
  if (found !== undefined) return { value: found, problems: [] };
  const known = [...frameworks.keys()].sort();
  return { problems: [problem("unknown-framework", undefined, { name: called, known, guess: nearest(name, known) })] };
}

/** From where to where a source is read. */
export interface Direction {
  /** The framework whose controls it speaks of; found out by them where it is left out. */
  readonly from?: readonly string[];
  /** The framework onto which it is projected, of which it does not speak. */
  readonly to: string;
}

/**
 * The framework of whose controls a source speaks: the one that is named, or else the one that has most of them.
 * @param count number of the source's controls that a framework has
 * @returns the names of those that there are, where it is of none
 */
export function frameworkOfSource(
  { from, to }: Direction,
  collections: readonly KnownCollection[],
  count: (framework: Framework) => number,
):
  | { readonly framework: Framework }
  | { readonly known: readonly string[] }
  | { readonly problems: readonly Diagnostic[] } {
  const legs = collections.flatMap((each) => each.legs);
  const [target, ...named] = [to, ...(from ?? [])].map((name) => frameworkNamed(name, legs));
  const problems = [target, ...named].flatMap((each) => each?.problems ?? []);
  if (problems.length > 0) return { problems };
  const others = new Map(legs.flatMap((leg) => [leg.from, leg.to]).map((each) => [each.name, each]));
  others.delete(target?.value?.name ?? "");
  const candidates = from === undefined ? [...others.values()] : named.flatMap(({ value }) => value ?? []);
  const [best] = candidates
    .map((framework) => ({ framework, found: count(framework) }))
    .sort((a, b) => b.found - a.found);
  return best === undefined || best.found === 0 ? { known: [...others.keys()].sort() } : { framework: best.framework };
}

/** `ISO 27001`, `iso-27001` and `iso27001` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
