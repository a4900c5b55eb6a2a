import { problem } from "../../diagnostics/codes/crosswalks.js";
import type { Reading } from "../../diagnostics/diagnostic.js";
import type { Framework } from "../../crosswalk/framework.js";
import type { Leg } from "../../crosswalk/projection.js";
import { nearest } from "../../foundation/nearest.js";
import { isCalled, knownCatalogs } from "../../workspace/catalogs.js";
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

/** `ISO 27001`, `iso-27001` and `iso27001` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
