import type { Requirement } from "../../crosswalk/framework.js";
import type { Pair } from "../../crosswalk/mapping.js";
import type { Relationship } from "../../crosswalk/relationship.js";
import type { ProjectionRecord, SystemCounts } from "../../crosswalk/record.js";
import type {
  Chain,
  Contribution,
  Effect,
  Outcome,
  ProjectedTarget,
  Projection,
  Route,
} from "../../crosswalk/projection.js";
import type { Standing } from "../../crosswalk/standing.js";
import { verdictStates } from "../../assessment/verdict.js";
import { plural } from "../../foundation/words.js";

/** An outcome as people read it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  shown: "shown",
  supported: "supported",
  "not-shown": "not shown",
  "not-addressed": "not addressed",
};

/** What each outcome means, and what it does not. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  shown: "all that it asks lies within what was found satisfied",
  supported: "something found satisfied has a part in common with it; the rest remains to be shown",
  "not-shown":
    "pairs lead there, but nothing follows from what was found at their other end; it may be met all the same",
  "not-addressed": "no pair leads there; nothing is said about it",
};

export const effectWords: Readonly<Record<Effect, string>> = {
  shows: "shows it",
  supports: "supports it",
  "does-not-show": "does not show it",
  "nothing-follows": "says nothing about it",
};

/** What a source has to do with a target, to be read behind the name of the source. */
export const relationshipWords: Readonly<Record<Relationship, string>> = {
  "equal-to": "asks for the same in the same words",
  "equivalent-to": "asks for the same",
  "superset-of": "asks for all of it and more",
  "subset-of": "asks for a part of it and for nothing else",
  "intersects-with": "has a part in common with it",
  "no-relationship": "has nothing in common with it",
};

/** Signs of relationships for tables. */
export const relationshipSigns: Readonly<Record<Relationship, string>> = {
  "equal-to": "=",
  "equivalent-to": "≡",
  "superset-of": "⊇",
  "subset-of": "⊆",
  "intersects-with": "∩",
  "no-relationship": "∅",
};

/** What was found of a source: `satisfied, documented; satisfied for 9 of 12 subjects`. */
export function standingWords({ state, assurance, counts, note }: Standing): string {
  const words = [state === "not-assessed" ? "not assessed" : state];
  if (assurance !== undefined && state === "satisfied") words.push(assurance);
  const said = [words.join(", ")];
  const shares = counts === undefined ? [] : verdictStates.filter((each) => counts[each] > 0);
  if (counts !== undefined && shares.length > 1) {
    said.push(shares.map((each) => `${String(counts[each])} ${each}`).join(", "));
  }
  if (note !== undefined) said.push(note);
  return said.join("; ");
}

/** How a chain relates its source to its target, in words and in the word of OSCAL. */
export function relationWords({ relationship, links, strength }: Chain): string {
  const via = links.slice(1).map((link) => link.via?.reference ?? "");
  const over = via.length === 0 ? "" : ` over ${via.join(" and ")}`;
  if (relationship === undefined) {
    return `what it has in common with ${via.join(" and ")} need not be what that has in common with the target: nothing follows`;
  }
  const weakest = links.length > 1 ? "weakest strength" : "strength";
  const isConditional = links.some(({ pair }) => pair.qualifiers.length > 0);
  return `${relationshipWords[relationship]}${over} (${relationship}${strength === undefined ? "" : `, ${weakest} ${String(strength)} of 10`}${isConditional ? ", on a condition" : ""})`;
}

/** Why a target has its outcome, in a sentence. */
export function reasonWords(target: ProjectedTarget): string {
  const { outcome, contributions, isGap, hasConflict } = target;
  if (outcome === "not-addressed") {
    return isGap ? "The author of the mapping found no counterpart." : "No pair leads there.";
  }
  const does = (wanted: Effect): number => contributions.filter(({ effect }) => effect === wanted).length;
  const [shows, supports, others] = [does("shows"), does("supports"), does("does-not-show") + does("nothing-follows")];
  const contrary = contributions.filter(({ isContrary }) => isContrary).length;
  const parts = [
    shows > 0 ? `${plural(shows, "pair")} ${shownBy(target)} it` : "",
    supports > 0 ? `${plural(supports, "pair")} ${supports === 1 ? "supports" : "support"} it` : "",
    others > 0 ? `${plural(others, "pair")} ${others === 1 ? "does" : "do"} not` : "",
  ].filter((part) => part !== "");
  const against =
    contrary > 0
      ? ` ${plural(contrary, "source")} that ${contrary === 1 ? "lies" : "lie"} within it ${contrary === 1 ? "is" : "are"} not satisfied, so that nothing can show it as a whole.`
      : "";
  const conflict = hasConflict ? " Sources disagree: some are satisfied, others are not." : "";
  return `${parts.join(", ")}.${against}${conflict}`;
}

function shownBy({ outcome, contributions }: ProjectedTarget): string {
  if (outcome !== "shown") return "would show";
  return contributions.filter(({ effect }) => effect === "shows").length === 1 ? "shows" : "show";
}

/** A control with its title, which may say no more than its label. */
export function nameWords({ reference, title }: Pick<Requirement, "reference" | "title">): string {
  return title === "" || reference.endsWith(`:${title}`) ? reference : `${reference} ${title}`;
}

/** What tells a reader of a table which control it is: its title, or what it asks, where the title says no more than its label. */
export function titleWords({ reference, title, asks = "" }: Pick<Requirement, "reference" | "title" | "asks">): string {
  return title === "" || reference.endsWith(`:${title}`) ? asks : title;
}

/** The systems for which a target has an outcome: `supported for 3 of 12`. */
export function systemWords(counts: SystemCounts | undefined, systems: number): string {
  if (counts === undefined) return "";
  const best = (["shown", "supported"] as const).filter((each) => counts[each] > 0);
  if (best.length === 0) return `none of ${String(systems)}`;
  return best.map((each) => `${outcomeWords[each]} for ${String(counts[each])} of ${String(systems)}`).join(", ");
}

/** Sources by what they do, in a few words: `1 of 3 satisfied`. */
export function sourcesWords(contributions: readonly Contribution[]): string {
  // Of a source that has nothing in common with the target, it does not matter what was found.
  const related = contributions.filter(({ relationship }) => relationship !== "no-relationship");
  const states = new Map(
    related.flatMap(({ sources }) => sources.map((each) => [each.reference, each.state] as const)),
  );
  const count = (wanted: Standing["state"]): number => [...states.values()].filter((state) => state === wanted).length;
  const partial = count("partial");
  const more = partial === 0 ? "" : `, ${String(partial)} partial`;
  return states.size === 0 ? "" : `${String(count("satisfied"))} of ${String(states.size)} satisfied${more}`;
}

/** A route by its frameworks. */
export function routeWords(route: Route): string {
  const [first] = route;
  return first === undefined ? "" : [first.from.name, ...route.map((leg) => leg.to.name)].join(" → ");
}

/** What was projected, in a line. */
export function sourceWords({ source, systems }: ProjectionRecord): string {
  const { organization, profile, asOf, system, selection, kind, title } = source;
  const of = organization === undefined ? "" : ` of ${organization.name}`;
  if (kind === "statement-of-applicability") return `Statement of applicability, read on ${asOf}`;
  if (kind === "assessment-results") return `OSCAL assessment results as of ${asOf}: ${title ?? ""}`;
  const under = profile === undefined ? "" : ` under ${profile.title} ${profile.version}`;
  const scope =
    system === undefined
      ? plural(systems, "system")
      : `the system ${system.name} (${system.id}) with what holds for the organization`;
  const selected = selection === undefined ? "" : `, narrowed to ${selection.join(", ")}`;
  return `Assessment${of} as of ${asOf}${under}: ${scope}${selected}`;
}

/** The mappings that a projection rests on, each with how far it has come. */
export function mappingLines(routes: readonly Route[]): string[] {
  const legs = new Map(routes.flat().map((leg) => [`${leg.crosswalk.uuid} ${String(leg.crosswalk.inverted)}`, leg]));
  return [...legs.values()].map(({ collection, crosswalk }) => {
    const { status, method, matchingRationale, inverted } = crosswalk;
    const read = inverted ? ", read from its targets" : "";
    return `${collection.name} ${collection.version}${read}: ${collection.title} (${status}, ${method}, ${matchingRationale})`;
  });
}

/** What the authors of the mappings say before anything else, each once. */
export function cautions(routes: readonly Route[]): string[] {
  const all = routes.flat().flatMap(({ collection }) => collection.caution ?? []);
  return [...new Set(all)];
}

/** Who states a pair: a mapping that states it alone says `editorial`. */
export function provenanceWords({ provenance }: Pair): string {
  const others = provenance.filter((token) => token !== "editorial");
  return others.length === 0 ? "stated by this mapping alone" : `stated by ${others.join(", ")}`;
}

/** A reference without the framework before it, where a list is of one framework. */
export function shortReference(reference: string, framework: string): string {
  return reference.startsWith(`${framework}:`) ? reference.slice(framework.length + 1) : reference;
}

/** The words of a mapping, in which its markup's escapes are taken back. */
export function plainRemarks(remarks: string): string {
  return remarks.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** How many of the sources nobody looked at, and why; undefined where all were assessed. */
export function notAssessedWords({ targets }: Projection): string | undefined {
  const sources = new Map(
    targets.flatMap(({ contributions }) =>
      contributions.flatMap((each) => each.sources.map((one) => [one.reference, one])),
    ),
  );
  const left = [...sources.values()].filter(({ state }) => state === "not-assessed");
  if (left.length === 0) return undefined;
  const reasons = [...new Set(left.flatMap(({ note }) => note ?? []))];
  return `${String(left.length)} of ${String(sources.size)} sources were not assessed${reasons.length === 1 ? `: ${reasons.join("")}` : ""}.`;
}

/** Behind the meaning of an outcome: how many of the targets the author of a mapping recorded as such. */
export function gapWords(outcome: Outcome, { targets }: Projection): string {
  const gaps = targets.filter(({ isGap }) => isGap).length;
  return outcome === "not-addressed" && gaps > 0 ? `; of ${String(gaps)}, the author found no counterpart` : "";
}

/** Behind the reason of an outcome: what that means. */
export function meaningWords(outcome: Outcome): string {
  return outcome === "not-addressed" ? "" : ` That means: ${outcomeMeanings[outcome]}.`;
}
