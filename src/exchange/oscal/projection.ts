import { outcomes, type ProjectedTarget, type Route } from "../../crosswalk/projection.js";
import { outcomeCounts, type ProjectionRecord, type SystemCounts } from "../../crosswalk/record.js";
import type {
  AssessmentPlan,
  AssessmentResults,
  Finding,
  MappingCollection,
  Property,
  Resource,
  Result,
} from "../../oscal/model.js";
import { hasContribution, observationsOf } from "./projection/observations.js";
import { ProjectionIdentities } from "./projection/identities.js";
import { markup, metadata, property, startOfDay } from "./shared.js";

/** Names of the files of a projection; the copies of catalogs and mappings lie beside them. */
export const projectionFiles = {
  assessmentPlan: "assessment-plan.json",
  assessmentResults: "assessment-results.json",
} as const;

/** The copies beside the documents of a projection. */
export interface ProjectionCopies {
  /** Href of the catalog of the target; undefined where none is at hand. */
  readonly catalog?: string;
  /** Hrefs of the mapping collections. */
  readonly collections: ReadonlyMap<MappingCollection, string>;
}

/** The assessment plan of a projection: nothing is assessed anew, and which controls of the target pairs lead to. */
export function projectionPlan(
  record: ProjectionRecord,
  copies: ProjectionCopies,
): { "assessment-plan": AssessmentPlan } {
  const ids = new ProjectionIdentities(record);
  const { tool } = record;
  return {
    "assessment-plan": {
      uuid: ids.document("assessment-plan"),
      metadata: projectionMetadata("Plan of a projection", record, ids),
      "import-ssp": { href: `#${ids.plan}`, remarks: "What is described is what the projected assessment assessed." },
      "reviewed-controls": reviewedControls(record),
      "assessment-subjects": [{ type: "component", "include-all": {} }],
      "assessment-assets": assets(ids, tool.version),
      tasks: [
        {
          uuid: ids.task,
          type: "action",
          title: "Read verdicts along mappings",
          description:
            "The states of an assessment are carried along the pairs of mapping collections, by set theory and no further. No evidence is looked at.",
        },
      ],
      "back-matter": { resources: resources(record, ids, copies) },
    },
  };
}

/**
 * The assessment results of a projection, against the catalog of the target: a finding for each control that pairs lead to, an observation
 * for each pair or chain of them. Only what is shown is satisfied; of the rest OSCAL's two states leave "not-satisfied" with the reason
 * "other", and a property of aims says what is meant: that it is not met does not follow.
 */
export function projectionResults(
  record: ProjectionRecord,
  copies: ProjectionCopies,
): { "assessment-results": AssessmentResults } {
  const ids = new ProjectionIdentities(record);
  return {
    "assessment-results": {
      uuid: ids.document("assessment-results"),
      metadata: projectionMetadata("Assessment results seen from another framework", record, ids),
      "import-ap": { href: projectionFiles.assessmentPlan },
      results: [result(record, ids)],
      "back-matter": { resources: resources(record, ids, copies) },
    },
  };
}

function projectionMetadata(
  title: string,
  record: ProjectionRecord,
  ids: ProjectionIdentities,
): AssessmentPlan["metadata"] {
  const { projection, source } = record;
  const { organization, asOf } = source;
  const described = organization && { descriptor: { name: organization.name } };
  return {
    ...metadata(
      `${title}: ${markup(projection.to.title)}`,
      { asOf, ...(described && { organization: described }) },
      ids,
    ),
    remarks:
      "Nothing here was assessed against the framework itself. What another assessment found is read along mappings, which are drafts unless their status says otherwise.",
  };
}

function assets(ids: ProjectionIdentities, version: string): AssessmentPlan["assessment-assets"] & object {
  return {
    components: [
      {
        uuid: ids.tool,
        type: "software",
        title: "aims",
        description: "Reads verdicts along OSCAL mapping collections.",
        props: [{ name: "version", value: version }],
        status: { state: "operational" },
      },
    ],
    "assessment-platforms": [
      { uuid: ids.platform, title: "aims", "uses-components": [{ "component-uuid": ids.tool }] },
    ],
  };
}

function reviewedControls({ projection }: ProjectionRecord): AssessmentPlan["reviewed-controls"] {
  const controls = new Set(addressed(projection.targets).map(({ requirement }) => requirement.control));
  return { "control-selections": [{ "include-controls": [...controls].map((id) => ({ "control-id": id })) }] };
}

/** The targets that pairs lead to. */
function addressed(targets: readonly ProjectedTarget[]): ProjectedTarget[] {
  return targets.filter(({ outcome }) => outcome !== "not-addressed");
}

function result(record: ProjectionRecord, ids: ProjectionIdentities): Result {
  const { projection, source, tool, systems } = record;
  const { targets } = projection;
  const found = addressed(targets);
  const observations = found.flatMap((target) => observationsOf(target, record, ids));
  const counts = outcomeCounts(projection).map(({ outcome, count }) => `${String(count)} ${outcome}`);
  const system = source.system === undefined ? [] : [property("projected-system", source.system.id)];
  return {
    uuid: ids.event("result"),
    title: `Projection of the assessment as of ${source.asOf}`,
    description: `${String(systems)} systems. Targets: ${counts.join(", ")}. Shown: all that a control asks lies within what was found satisfied. Supported: a part of it does. Not shown: pairs lead there, nothing follows from them. Not addressed: no pair leads there.`,
    start: startOfDay(source.asOf),
    end: startOfDay(source.asOf),
    props: [
      ...outcomes.map((outcome) => property("targets", String(projection.counts[outcome]), { class: outcome })),
      ...(source.profile === undefined ? [] : [property("source-profile-uuid", source.profile.uuid)]),
      ...system,
      ...(source.selection ?? []).map((pattern) => property("systems-selected", pattern)),
      ...mappingProperties(projection.routes),
      ...targets.filter(({ outcome }) => outcome === "not-addressed").map(notAddressed),
    ],
    "local-definitions": { "assessment-assets": assets(ids, tool.version) },
    "reviewed-controls": reviewedControls(record),
    ...(observations.length > 0 ? { observations } : {}),
    ...(found.length > 0 ? { findings: found.map((target) => finding(target, record, ids)) } : {}),
  };
}

function mappingProperties(routes: readonly Route[]): Property[] {
  const legs = new Map(routes.flat().map((leg) => [leg.crosswalk.uuid, leg]));
  return [...legs.values()].flatMap(({ crosswalk, collection }) => [
    property("mapping-uuid", crosswalk.uuid, { class: crosswalk.inverted ? "inverse" : "as-written" }),
    property("mapping-version", collection.version),
  ]);
}

function notAddressed({ requirement, isGap }: ProjectedTarget): Property {
  const remarks = isGap
    ? `${markup(requirement.reference)}: the author of the mapping found no counterpart.`
    : `${markup(requirement.reference)}: no pair leads there.`;
  return property("not-addressed-control", requirement.control, { remarks });
}

function finding(target: ProjectedTarget, { bySystem }: ProjectionRecord, ids: ProjectionIdentities): Finding {
  const { requirement, outcome, grade, hasConflict, contributions } = target;
  const isShown = outcome === "shown";
  const related = contributions
    .filter(hasContribution)
    .map((each) => ({ "observation-uuid": ids.observation(target, each) }));
  const statement = requirement.statement;
  return {
    uuid: ids.finding(requirement.id),
    title: `${markup(requirement.reference)} ${markup(requirement.title)}: ${outcome}`,
    description: descriptions[outcome],
    props: [
      property("projection-outcome", outcome),
      ...(grade === undefined ? [] : [property("projection-support", grade)]),
      ...(hasConflict ? [property("conflict", "yes")] : []),
      ...systemProperties(bySystem?.get(requirement.id)),
    ],
    origins: [{ actors: [{ type: "tool", "actor-uuid": ids.tool }] }],
    target: {
      // OSCAL knows statements and objectives as targets; a control without either is named by its id as an objective.
      type: statement === undefined ? "objective-id" : "statement-id",
      "target-id": statement ?? requirement.id,
      status: {
        state: isShown ? "satisfied" : "not-satisfied",
        reason: isShown ? "pass" : "other",
        ...(isShown ? {} : { remarks: "It is not shown as a whole. Whether it is met was not assessed." }),
      },
    },
    ...(related.length > 0 ? { "related-observations": related } : {}),
  };
}

const descriptions: Readonly<Record<ProjectedTarget["outcome"], string>> = {
  shown: "All that the control asks lies within what was found satisfied.",
  supported: "Something found satisfied has a part in common with the control. The rest remains to be shown.",
  "not-shown":
    "Pairs lead to the control, and nothing at their other end was found satisfied. That it is not met does not follow.",
  "not-addressed": "No pair leads to the control.",
};

function systemProperties(counts: SystemCounts | undefined): Property[] {
  if (counts === undefined) return [];
  const kinds = ["shown", "supported", "not-shown", "not-applicable"] as const;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => property("systems", String(counts[kind]), { class: kind }));
}

const sourceTitles: Readonly<Record<ProjectionRecord["source"]["kind"], string>> = {
  assessment: "The assessment that is projected",
  "assessment-results": "The assessment results that are projected",
  "statement-of-applicability": "The statement of applicability that is projected",
};

function resources(record: ProjectionRecord, ids: ProjectionIdentities, copies: ProjectionCopies): Resource[] {
  const { source, projection } = record;
  const { profile } = source;
  const under = profile === undefined ? "" : ` under the profile ${markup(profile.title)} (${profile.uuid})`;
  const legs = new Map(projection.routes.flat().map((leg) => [leg.collection.document, leg]));
  const [results, plan] = ["assessment-results", "system-security-plan"].map((model) => ids.documentOfSource(model));
  const knownBy = (uuid: string | undefined): Pick<Resource, "rlinks"> =>
    uuid === undefined ? {} : { rlinks: [{ href: `urn:uuid:${uuid}` }] };
  return [
    {
      uuid: ids.source,
      title: sourceTitles[source.kind],
      description: `As of ${source.asOf}${under}. Its documents are kept where it was made.`,
      ...knownBy(results),
    },
    {
      uuid: ids.plan,
      title: "The system security plan of what is projected",
      description: "What was assessed. It is kept where the assessment was made.",
      ...knownBy(plan),
    },
    ...(copies.catalog === undefined
      ? []
      : [
          {
            uuid: ids.catalog,
            title: markup(projection.to.title),
            description: "The catalog of the target.",
            rlinks: [{ href: copies.catalog }],
          },
        ]),
    ...[...legs.values()].flatMap(({ collection }): Resource[] => {
      const href = copies.collections.get(collection.document);
      if (href === undefined) return [];
      const described = `Mapping collection ${collection.uuid}, version ${markup(collection.version)}.`;
      return [
        {
          uuid: ids.collection(collection.uuid, collection.version),
          title: markup(collection.title),
          description: described,
          rlinks: [{ href }],
        },
      ];
    }),
  ];
}
