import { containsTarget, isWithinTarget, type Relationship } from "../relationship.js";

/** What a satisfied source does for the target of a pair, in words that follow "what was". */
function effectOf(relationship: Relationship): "shown" | "supported" | "not addressed" {
  if (containsTarget(relationship)) return "shown";
  return relationship === "no-relationship" ? "not addressed" : "supported";
}

/**
 * What another relationship means for results that are read along a pair, in a sentence: what a satisfied source does for its target,
 * and whether what the source lacks the target lacks too.
 */
export function meaningOfChange(before: Relationship, after: Relationship): string {
  const [was, is] = [effectOf(before), effectOf(after)];
  const [bound, stillBound] = [isWithinTarget(before), isWithinTarget(after)];
  const lack =
    bound === stillBound
      ? ""
      : stillBound
        ? " What the source lacks, the target lacks too, whatever else supports it."
        : " What the source lacks, the target no longer has to lack.";
  if (was === is) {
    const does = {
      shown: "shows its target",
      supported: "supports its target",
      "not addressed": "says nothing of its target",
    };
    return `A satisfied source ${does[is]}, as before.${lack}`;
  }
  if (is === "not addressed") return `What was ${was} is not addressed by this pair any more.${lack}`;
  return `What was ${was} is ${was === "shown" ? "only " : ""}${is}.${lack}`;
}
