import { unknownFramework, type Framework } from "../../src/crosswalk/framework.js";
import type { Crosswalk, Pair } from "../../src/crosswalk/mapping.js";
import type { Leg } from "../../src/crosswalk/projection.js";
import type { Relationship } from "../../src/crosswalk/relationship.js";
import type { Standing, StandingOf } from "../../src/crosswalk/standing.js";
import type { MappingCollection } from "../../src/oscal/model.js";

/** A pair of invented controls. */
export function pairOf(
  source: string | readonly string[],
  relationship: Relationship,
  target: string | readonly string[],
  more: Partial<Pair> = {},
): Pair {
  const items = (ids: string | readonly string[]): Pair["sources"] =>
    [ids].flat().map((id) => ({ type: "control", id }));
  return {
    uuid: `${[source].flat().join("+")} ${relationship} ${[target].flat().join("+")}`,
    relationship,
    sources: items(source),
    targets: items(target),
    provenance: [],
    corroboration: [],
    qualifiers: [],
    inverted: false,
    ...more,
  };
}

/** A mapping between two invented frameworks. */
export function legOf(from: string, to: string, pairs: readonly Pair[], gaps: readonly string[] = []): Leg {
  const crosswalk: Crosswalk = {
    uuid: `${from}-to-${to}`,
    source: { type: "list", href: from, props: [] },
    target: { type: "list", href: to, props: [] },
    pairs,
    status: "draft",
    method: "human",
    matchingRationale: "functional",
    sourceGaps: [],
    targetGaps: gaps,
    inverted: false,
  };
  return {
    crosswalk,
    from: invented(
      from,
      pairs.flatMap(({ sources }) => sources.map(({ id }) => id)),
    ),
    to: invented(
      to,
      pairs.flatMap(({ targets }) => targets.map(({ id }) => id)),
    ),
    collection: {
      title: crosswalk.uuid,
      version: "1.0.0",
      name: crosswalk.uuid,
      uuid: crosswalk.uuid,
      document: {} as MappingCollection,
    },
  };
}

/** A framework of which no catalog is at hand, its controls in the order of their ids. */
export function invented(name: string, ids: readonly string[]): Framework {
  return unknownFramework(name, [...new Set(ids)].sort());
}

/** The standings of controls by framework and id, "a:1"; others nobody looked at. */
export function standings(states: Readonly<Record<string, Partial<Standing> & Pick<Standing, "state">>>): StandingOf {
  return (framework, { control, reference, title }) => ({
    control,
    reference,
    title,
    state: "not-assessed",
    ...states[`${framework}:${control}`],
  });
}
