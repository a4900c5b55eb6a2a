import type { Assurance } from "../../assessment/verdict.js";
import type { Standing } from "../standing.js";
import type { Chain } from "./chains.js";

/** How well something supports a target, best first. */
export const grades: readonly ["strong", "moderate", "weak"] = ["strong", "moderate", "weak"];

export type Grade = (typeof grades)[number];

/**
 * The weakest of three: the strength of the weakest pair (7 and above strong, 5 and 6 moderate), the assurance behind its sources (tested
 * strong, documented moderate, declared weak), and whether they are satisfied: of sources that a pair takes together, one that is not, or
 * in part only, makes it weak. What nobody says is weak.
 */
export function gradeOf({ strength = 0 }: Pick<Chain, "strength">, sources: readonly Standing[]): Grade {
  const ofStrength: Grade = strength >= 7 ? "strong" : strength >= 5 ? "moderate" : "weak";
  const ofSources = sources.map(({ state, assurance }): Grade =>
    state === "satisfied" && assurance !== undefined ? ofAssurance[assurance] : "weak",
  );
  return weakest([ofStrength, ...ofSources]);
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
