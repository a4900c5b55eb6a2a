import { oscalVersion, type OscalModel } from "./model.js";
import type {
  AssessmentPlan,
  AssessmentResults,
  Catalog,
  ComponentDefinition,
  MappingCollection,
  Metadata,
  OscalDocument,
  PlanOfActionAndMilestones,
  Profile,
  SystemSecurityPlan,
} from "./model/generated/types.js";

/** The inputs for a new document. */
export interface NewDocument {
  /** One line of markup; "Untitled catalog" and the like when undefined. */
  readonly title?: string;
  /** Moment at which the document was made: OSCAL's date-time with time zone. */
  readonly lastModified: string;
  /** Format of the neighbours that it imports. */
  readonly format: "json" | "yaml" | "xml";
  /** A UUID for the object that the key names within the document. */
  readonly uuid: (key: string) => string;
}

/**
 * The smallest valid document of a model: what schema and constraints ask for, and one entry of what the model is for where it would be
 * empty otherwise. New documents fit together: each imports the one below it by the name `<model>.<format>` and speaks of the control
 * that a new catalog has.
 */
export function smallestDocument(model: OscalModel, document: NewDocument): OscalDocument {
  const start: Start = {
    ...document,
    metadata: metadata(model, document),
    fileOf: (name) => `${name}.${document.format}`,
  };
  switch (model) {
    case "catalog":
      return { catalog: catalog(start) };
    case "profile":
      return { profile: profile(start) };
    case "mapping-collection":
      return { "mapping-collection": mappingCollection(start) };
    case "component-definition":
      return { "component-definition": componentDefinition(start) };
    case "system-security-plan":
      return { "system-security-plan": systemSecurityPlan(start) };
    case "assessment-plan":
      return { "assessment-plan": assessmentPlan(start) };
    case "assessment-results":
      return { "assessment-results": assessmentResults(start) };
    case "plan-of-action-and-milestones":
      return { "plan-of-action-and-milestones": planOfActionAndMilestones(start) };
  }
}

interface Start extends NewDocument {
  readonly metadata: Metadata;
  /** Name of the file in which a new document of the model lies. */
  readonly fileOf: (model: OscalModel) => string;
}

/** The one control of a new catalog. */
const control = "control-1";

function metadata(model: OscalModel, { title, lastModified }: NewDocument): Metadata {
  return {
    title: title ?? `Untitled ${model.replaceAll("-", " ")}`,
    "last-modified": lastModified,
    version: "0.1.0",
    "oscal-version": oscalVersion,
  };
}

function catalog({ uuid, metadata }: Start): Catalog {
  return {
    uuid: uuid("catalog"),
    metadata,
    groups: [
      {
        id: "group-1",
        title: "Untitled group",
        controls: [
          {
            id: control,
            title: "Untitled control",
            parts: [{ id: `${control}_smt`, name: "statement", prose: "What has to be done or be in place." }],
          },
        ],
      },
    ],
  };
}

function profile({ uuid, metadata, fileOf }: Start): Profile {
  return {
    uuid: uuid("profile"),
    metadata,
    imports: [{ href: fileOf("catalog"), "include-controls": [{ "with-ids": [control] }] }],
    merge: { "as-is": true },
  };
}

function mappingCollection({ uuid, metadata, fileOf }: Start): MappingCollection {
  const resource = { type: "catalog", href: fileOf("catalog") };
  const item = { type: "control" as const, "id-ref": control };
  return {
    uuid: uuid("mapping-collection"),
    metadata,
    provenance: {
      method: "human",
      "matching-rationale": "semantic",
      status: "draft",
      "mapping-description": "How the controls were compared, and by whom.",
    },
    mappings: [
      {
        uuid: uuid("mapping"),
        "source-resource": resource,
        "target-resource": { ...resource },
        maps: [{ uuid: uuid("map"), relationship: "equal-to", sources: [item], targets: [{ ...item }] }],
      },
    ],
  };
}

function componentDefinition({ uuid, metadata, fileOf }: Start): ComponentDefinition {
  return {
    uuid: uuid("component-definition"),
    metadata,
    components: [
      {
        uuid: uuid("component"),
        type: "software",
        title: "Untitled component",
        description: "What the component is and does.",
        "control-implementations": [
          {
            uuid: uuid("control-implementation"),
            source: fileOf("catalog"),
            description: "What the component contributes to these controls.",
            "implemented-requirements": [
              {
                uuid: uuid("implemented-requirement"),
                "control-id": control,
                description: "How the component meets the control.",
              },
            ],
          },
        ],
      },
    ],
  };
}

function systemSecurityPlan({ uuid, metadata, fileOf }: Start): SystemSecurityPlan {
  return {
    uuid: uuid("system-security-plan"),
    metadata,
    "import-profile": { href: fileOf("profile") },
    "system-characteristics": {
      "system-ids": [{ "identifier-type": "http://datatracker.ietf.org/doc/html/rfc4122", id: uuid("system") }],
      "system-name": "Untitled system",
      description: "What the system is for.",
      "system-information": {
        "information-types": [
          {
            uuid: uuid("information-type"),
            title: "Untitled information type",
            description: "What information the system holds.",
          },
        ],
      },
      status: { state: "under-development" },
      "authorization-boundary": { description: "What belongs to the system, and what does not." },
    },
    "system-implementation": {
      // Optional since OSCAL 1.2; tools of earlier versions ask for one.
      users: [{ uuid: uuid("user"), title: "Untitled kind of user" }],
      components: [
        {
          uuid: uuid("this-system"),
          type: "this-system",
          title: "This system",
          description: "The system as a whole.",
          status: { state: "under-development" },
        },
      ],
    },
    "control-implementation": {
      description: "How the system meets its controls.",
      "implemented-requirements": [
        {
          uuid: uuid("implemented-requirement"),
          "control-id": control,
          "by-components": [
            {
              uuid: uuid("by-component"),
              "component-uuid": uuid("this-system"),
              description: "How the system meets the control.",
              "implementation-status": { state: "planned" },
            },
          ],
        },
      ],
    },
  };
}

function assessmentPlan({ uuid, metadata, fileOf }: Start): AssessmentPlan {
  return {
    uuid: uuid("assessment-plan"),
    metadata,
    "import-ssp": { href: fileOf("system-security-plan") },
    "reviewed-controls": { "control-selections": [{ "include-controls": [{ "control-id": control }] }] },
  };
}

function assessmentResults({ uuid, metadata, lastModified, fileOf }: Start): AssessmentResults {
  return {
    uuid: uuid("assessment-results"),
    metadata,
    "import-ap": { href: fileOf("assessment-plan") },
    results: [
      {
        uuid: uuid("result"),
        title: "Untitled result",
        description: "What was assessed, and what came out.",
        start: lastModified,
        "reviewed-controls": { "control-selections": [{ "include-controls": [{ "control-id": control }] }] },
      },
    ],
  };
}

function planOfActionAndMilestones({ uuid, metadata, fileOf }: Start): PlanOfActionAndMilestones {
  return {
    uuid: uuid("plan-of-action-and-milestones"),
    metadata,
    "import-ssp": { href: fileOf("system-security-plan") },
    "poam-items": [
      { uuid: uuid("poam-item"), title: "Untitled item", description: "What has to be done about which weakness." },
    ],
  };
}
