import type { ChainLink, Contribution, Leg, ProjectedTarget, Route } from "../../crosswalk/projection.js";
import type { ProjectionRecord } from "../../crosswalk/record.js";
import type { Requirement } from "../../crosswalk/framework.js";
import type { Standing } from "../../crosswalk/standing.js";
import { jsonText, streamed } from "../../source/stringify.js";
import { textOutput, type TextOutput } from "../output.js";

/** Version of the format, MAJOR.MINOR: a property more raises the minor version. */
const version = "1.0";

/** The projection for programs: docs/crosswalks.md says what each property means. */
export function projectionJson(record: ProjectionRecord): TextOutput {
  const { tool, source, projection, systems } = record;
  const { to, routes, targets, counts, unknown } = projection;
  const wanted = targets.filter(({ requirement }) => record.wanted?.has(requirement.id) ?? true);
  return textOutput(
    jsonText({
      kind: "crosswalk-projection",
      schemaVersion: version,
      tool,
      source: {
        kind: source.kind,
        title: source.title,
        asOf: source.asOf,
        frameworks: source.frameworks,
        profile: source.profile,
        organization: source.organization,
        selection: source.selection,
        system: source.system,
        systems,
      },
      to: {
        framework: to.name,
        title: to.title,
        catalogRead: to.catalog !== undefined,
        ownControls: source.ownControls,
      },
      routes: routes.map(routeJson),
      counts,
      unknown: unknown.length === 0 ? undefined : unknown,
      targets: streamed(function* () {
        for (const target of wanted) yield targetJson(target, record);
      }),
    }),
  );
}

/** The mappings of a route, from the assessed framework on. */
export function routeJson(route: Route): unknown {
  return route.map(({ collection, crosswalk, from, to }: Leg) => ({
    collection: collection.name,
    title: collection.title,
    version: collection.version,
    uuid: collection.uuid,
    mapping: crosswalk.uuid,
    status: crosswalk.status,
    from: from.name,
    to: to.name,
    inverse: crosswalk.inverted,
  }));
}

function targetJson(target: ProjectedTarget, { bySystem }: ProjectionRecord): unknown {
  const { requirement, outcome, grade, hasConflict, isGap, contributions } = target;
  return {
    ...requirementJson(requirement),
    outcome,
    support: grade,
    conflict: hasConflict,
    gap: isGap || undefined,
    systems: bySystem?.get(requirement.id),
    contributions: contributions.map(contributionJson),
  };
}

function contributionJson({
  effect,
  grade,
  relationship,
  strength,
  isContrary,
  sources,
  links,
}: Contribution): unknown {
  return {
    effect,
    support: grade,
    relationship: relationship ?? null,
    strength,
    contrary: isContrary || undefined,
    sources: sources.map(standingJson),
    pairs: links.map(linkJson),
  };
}

function standingJson({ reference, control, title, state, assurance, counts, finding, note }: Standing): unknown {
  return { control: reference, id: control, title, state, assurance, subjects: counts, finding, note };
}

/** A pair of a chain. */
export function linkJson({ pair, leg, via }: ChainLink): unknown {
  return {
    uuid: pair.uuid,
    collection: leg.collection.uuid,
    inverse: pair.inverted || undefined,
    relationship: pair.relationship,
    from: via?.reference,
    sources: pair.sources.map(({ id }) => id),
    targets: pair.targets.map(({ id }) => id),
    strength: pair.strength,
    coverage: pair.coverage,
    confidence: pair.confidence,
    provenance: pair.provenance.length === 0 ? undefined : pair.provenance,
    corroboration: pair.corroboration.length === 0 ? undefined : pair.corroboration,
    qualifiers: pair.qualifiers.length === 0 ? undefined : pair.qualifiers,
    remarks: pair.remarks,
  };
}

/** A control with its names. */
export function requirementJson({ control, reference, title, statement }: Requirement): object {
  return { control: reference, id: control, title, statement };
}
