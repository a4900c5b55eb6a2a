import type { Assurance } from "../../assessment/verdict.js";
import type { Standing } from "../standing.js";
import type { Chain } from "./chains.js";

/** How well something supports a target, best first. */
export const grades: readonly ["strong", "moderate", "weak"] = ["strong", "moderate", "weak"];

export type Grade = (typeof grades)[number];

/**
 * The weakest of three: the strength of the weakest pair (7 and above strong, 5 and 6 moderate), the assurance behind the sources that are
 * satisfied (tested strong, documented moderate), and whether any is satisfied at all, and not in part only. What nobody says is weak.
 */
export function gradeOf({ strength = 0 }: Pick<Chain, "strength">, sources: readonly Standing[]): Grade {
  const satisfied = sources.filter(({ state }) => state === "satisfied");
  const supported = satisfied.map(({ assurance }) => (assurance === undefined ? "weak" : ofAssurance[assurance]));
  const ofStrength: Grade = strength >= 7 ? "strong" : strength >= 5 ? "moderate" : "weak";
  return weakest([ofStrength, ...(supported.length === 0 ? (["weak"] as const) : supported)]);
}

const ofAssurance: Readonly<Record<Assurance, Grade>> = {
  tested: "strong",
  documented: "moderate",
  declared: "weak",
};

function weakest(each: readonly Grade[]): Grade {
  return each.reduce((worst, grade) => (grades.indexOf(grade) > grades.indexOf(worst) ? grade : worst), "strong");
}

/** The better of two; none is worse than any. */
export function stronger(a: Grade | undefined, b: Grade | undefined): Grade | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return grades.indexOf(a) <= grades.indexOf(b) ? a : b;
}
