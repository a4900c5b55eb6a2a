import type { Pair } from "./source.js";

/** Name of the method in the property `generation-method` of OSCAL. */
export const COVERAGE_METHOD = "mean-of-strongest-pair";

/**
 * How much of a set of targets the sources reach: the mean over all targets of their strongest pair, which counts a tenth of its strength,
 * and in full where the two sides are equal or equivalent. A target without a pair counts nothing.
 * @returns between 0 and 1, to two places
 */
export function targetCoverage(targets: readonly string[], pairs: readonly Pair[]): number {
  const best = new Map<string, number>();
  for (const { to, relationship = "", strength = 0 } of pairs) {
    const share = ["equal-to", "equivalent-to"].includes(relationship) ? 1 : strength / 10;
    for (const target of [to].flat()) best.set(target, Math.max(share, best.get(target) ?? 0));
  }
  const sum = targets.reduce((total, target) => total + (best.get(target) ?? 0), 0);
  return Math.round((100 * sum) / targets.length) / 100;
}
