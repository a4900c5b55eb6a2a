/** A small chain of OSCAL documents that belong together, typed, valid and without a dangling reference, and changes of them. */
import type {
  AssessmentPlanDocument,
  AssessmentResultsDocument,
  CatalogDocument,
  Metadata,
  ProfileDocument,
  ReviewedControls,
  SystemSecurityPlanDocument,
} from "../../src/oscal/model/generated/types.js";
import { parsePointer, valueAt } from "../../src/source/pointer.js";

/** A uuid of version 4, made from a number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const ids = {
  party: uuid(1),
  thisSystem: uuid(2),
  scoring: uuid(3),
  user: uuid(4),
  tool: uuid(5),
  platform: uuid(6),
  activity: uuid(7),
  observation: uuid(8),
  risk: uuid(9),
  finding: uuid(10),
  resource: uuid(11),
  byComponent: uuid(12),
  task: uuid(13),
};

const metadata = (title: string): Metadata => ({
  title,
  "last-modified": "2026-04-14T00:00:00Z",
  version: "1",
  "oscal-version": "1.2.2",
  roles: [{ id: "assessor", title: "Assessor" }],
  parties: [{ uuid: ids.party, type: "organization", name: "Example Bank" }],
  "responsible-parties": [{ "role-id": "assessor", "party-uuids": [ids.party] }],
});

const reviewed = (): ReviewedControls => ({
  "control-selections": [{ "include-controls": [{ "control-id": "a.5.2", "statement-ids": ["a.5.2_smt"] }] }],
});

export const catalog = (): CatalogDocument => ({
  catalog: {
    uuid: uuid(100),
    metadata: metadata("Catalog"),
    groups: [
      {
        id: "a.5",
        title: "Impact",
        controls: [
          {
            id: "a.5.2",
            title: "Impact assessment",
            params: [{ id: "a.5.2_prm", label: "age" }],
            parts: [{ id: "a.5.2_smt", name: "statement", prose: "Impact is assessed." }],
          },
        ],
      },
    ],
  },
});

export const profile = (): ProfileDocument => ({
  profile: {
    uuid: uuid(101),
    metadata: metadata("Profile"),
    imports: [{ href: "catalog.json", "include-controls": [{ "with-ids": ["a.5.2"] }] }],
    merge: { "as-is": true },
    modify: { "set-parameters": [{ "param-id": "a.5.2_prm", values: ["12"] }] },
  },
});

export const plan = (): SystemSecurityPlanDocument => ({
  "system-security-plan": {
    uuid: uuid(102),
    metadata: metadata("System security plan"),
    "import-profile": { href: "profile.json" },
    "system-characteristics": {
      "system-ids": [{ id: "aims" }],
      "system-name": "AI management system",
      description: "The management system.",
      "system-information": {
        "information-types": [{ title: "Records", description: "Records of AI systems." }],
      },
      status: { state: "operational" },
      "authorization-boundary": { description: "The organization." },
    },
    "system-implementation": {
      users: [{ uuid: ids.user, "role-ids": ["assessor"] }],
      components: [
        component(ids.thisSystem, "this-system", "AI management system"),
        component(ids.scoring, "software", "Credit scoring"),
      ],
    },
    "control-implementation": {
      description: "How controls are met.",
      "implemented-requirements": [
        {
          uuid: uuid(103),
          "control-id": "a.5.2",
          statements: [
            {
              uuid: uuid(104),
              "statement-id": "a.5.2_smt",
              "by-components": [
                { uuid: ids.byComponent, "component-uuid": ids.thisSystem, description: "As the procedure says." },
              ],
            },
          ],
        },
      ],
    },
  },
});

export const assessmentPlan = (): AssessmentPlanDocument => ({
  "assessment-plan": {
    uuid: uuid(105),
    metadata: metadata("Assessment plan"),
    "import-ssp": { href: "./ssp.json" },
    "local-definitions": {
      activities: [{ uuid: ids.activity, description: "Run the rule.", "related-controls": reviewed() }],
    },
    "reviewed-controls": reviewed(),
    "assessment-subjects": [
      { type: "component", "include-subjects": [{ "subject-uuid": ids.scoring, type: "component" }] },
    ],
    "assessment-assets": {
      components: [component(ids.tool, "software", "aims")],
      "assessment-platforms": [{ uuid: ids.platform, "uses-components": [{ "component-uuid": ids.tool }] }],
    },
    tasks: [
      {
        uuid: ids.task,
        type: "action",
        title: "Assess",
        "associated-activities": [
          { "activity-uuid": ids.activity, subjects: [{ type: "component", "include-all": {} }] },
        ],
      },
    ],
  },
});

export const results = (): AssessmentResultsDocument => ({
  "assessment-results": {
    uuid: uuid(106),
    metadata: metadata("Assessment results"),
    "import-ap": { href: `#${ids.resource}` },
    results: [
      {
        uuid: uuid(107),
        title: "Assessment",
        description: "One system, one rule.",
        start: "2026-04-14T00:00:00Z",
        "reviewed-controls": reviewed(),
        observations: [
          {
            uuid: ids.observation,
            description: "No assessment is recorded.",
            methods: ["TEST"],
            origins: [
              {
                actors: [
                  { type: "tool", "actor-uuid": ids.tool },
                  { type: "assessment-platform", "actor-uuid": ids.platform },
                ],
                "related-tasks": [{ "task-uuid": ids.task }],
              },
            ],
            subjects: [{ "subject-uuid": ids.scoring, type: "component" }],
            "relevant-evidence": [{ href: `#${ids.resource}`, description: "The plan." }],
            collected: "2026-04-14T00:00:00Z",
          },
        ],
        risks: [{ uuid: ids.risk, title: "Risk", description: "A risk.", statement: "A risk.", status: "open" }],
        findings: [
          {
            uuid: ids.finding,
            title: "Impact assessment",
            description: "It is not recorded.",
            target: {
              type: "statement-id",
              "target-id": "a.5.2_smt",
              status: { state: "not-satisfied", reason: "other" },
            },
            "related-observations": [{ "observation-uuid": ids.observation }],
            "related-risks": [{ "risk-uuid": ids.risk }],
          },
        ],
      },
    ],
    "back-matter": { resources: [{ uuid: ids.resource, rlinks: [{ href: "assessment-plan.json" }] }] },
  },
});

/** A copy with another value at the pointer; undefined takes the property out. */
export function withValue<T>(document: T, pointer: string, value: unknown): T {
  const copy = structuredClone(document);
  const segments = parsePointer(pointer);
  const last = segments.pop() ?? "";
  const owner = valueAt(copy, segments.map((segment) => `/${segment}`).join(""));
  if (typeof owner !== "object" || owner === null) throw new Error(`Nothing to change at ${pointer}`);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Object.assign(owner, { [last]: value });
  return copy;
}

function component(id: string, type: string, title: string) {
  return { uuid: id, type, title, description: title, status: { state: "operational" as const } };
}
