import type { ChainLink, Contribution, ProjectedTarget } from "../../../crosswalk/projection.js";
import type { ProjectionRecord } from "../../../crosswalk/record.js";
import type { Standing } from "../../../crosswalk/standing.js";
import type { Observation, Property } from "../../../oscal/model.js";
import { markup, property, startOfDay } from "../shared.js";
import type { ProjectionIdentities } from "./identities.js";

/** Whether something is observed of a chain: of one that says that there is nothing in common, nothing is. */
export function hasContribution({ relationship }: Contribution): boolean {
  return relationship !== "no-relationship";
}

/** An observation for each pair, or chain of pairs, that leads to a target. */
export function observationsOf(
  target: ProjectedTarget,
  { source }: ProjectionRecord,
  ids: ProjectionIdentities,
): Observation[] {
  return target.contributions.filter(hasContribution).map((contribution) => {
    const { effect, grade, relationship, strength, isContrary, sources, links } = contribution;
    const names = sources.map(({ reference }) => markup(reference)).join(" and ");
    return {
      uuid: ids.observation(target, contribution),
      title: `${names} to ${markup(target.requirement.reference)}: ${effect}`,
      description: links.flatMap(({ pair }) => pair.remarks ?? []).join("\n\n") || "The mapping gives no reason.",
      props: [
        property("projection-effect", effect),
        ...(grade === undefined ? [] : [property("projection-support", grade)]),
        property("relationship", relationship ?? "nothing-follows"),
        ...(strength === undefined ? [] : [property("strength", String(strength))]),
        ...(isContrary ? [property("contrary", "yes")] : []),
        ...sources.flatMap(sourceProperties),
        ...links.flatMap(linkProperties),
      ],
      methods: ["EXAMINE"],
      types: ["control-objective"],
      origins: [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }],
      "relevant-evidence": [
        {
          href: `#${ids.source}`,
          description: `What was found there: ${sources.map(foundWords).join("; ")}.`,
        },
      ],
      collected: startOfDay(source.asOf),
    };
  });
}

function foundWords({ reference, state, assurance }: Standing): string {
  return `${markup(reference)} ${state}${assurance === undefined ? "" : `, ${assurance}`}`;
}

function sourceProperties({ control, state, assurance, finding }: Standing): Property[] {
  return [
    property("source-control", control, { class: state }),
    ...(assurance === undefined ? [] : [property("assurance", assurance)]),
    ...(finding === undefined ? [] : [property("source-finding-uuid", finding)]),
  ];
}

function linkProperties({ pair, leg }: ChainLink): Property[] {
  return [
    property("pair-uuid", pair.uuid, { class: pair.inverted ? "inverse" : "as-written" }),
    property("pair-relationship", pair.relationship),
    property("mapping-uuid", leg.crosswalk.uuid),
    ...pair.qualifiers.map((text) => property("condition", text)),
    ...pair.provenance.map((token) => property("provenance", token)),
    ...pair.corroboration.map((token) => property("corroboration", token)),
  ];
}
