import type { Organization } from "../../inventory/descriptor.js";
import type {
  ImplementedRequirement,
  Link,
  Resource,
  SystemComponent,
  SystemSecurityPlan,
  SystemUser,
} from "../../oscal/model.js";
import { streamed, type Writable } from "../../source/stringify.js";
import type { ControlSummary, SubjectSummary } from "../../assessment/tally.js";
import { addTo } from "../../foundation/multimap.js";
import { evidenceResource } from "./resources.js";
import { line, markup, metadata, property } from "./shared.js";
import type { Assessment } from "../../assessment/assessment.js";
import { Identities } from "./identities.js";

/**
 * The system security plan (OSCAL implementation layer): the AI management system is the system, each AI system is a component.
 * It holds what descriptors say; how well controls are met stands in the assessment results.
 * @param profileHref the copy of the profile beside it
 */
export function systemSecurityPlan(
  assessment: Assessment,
  profileHref: string,
): Writable<{ "system-security-plan": SystemSecurityPlan }> {
  const ids = new Identities(assessment);
  const organization = assessment.organization?.descriptor;
  const { tally } = assessment;
  const evidence = evidenceByControl(assessment, ids);
  return {
    "system-security-plan": {
      uuid: ids.document("system-security-plan"),
      metadata: metadata(
        "AI management system and its AI systems",
        assessment,
        ids,
        heldRoles(organization).map((role) => organizationRoles[role]),
      ),
      "import-profile": { href: profileHref },
      "system-characteristics": {
        "system-ids": [{ "identifier-type": "http://datatracker.ietf.org/doc/html/rfc4122", id: ids.managementSystem }],
        "system-name": "AI management system",
        description: markup(
          organization?.scope?.statement ?? "The AI systems of the organization and the processes that govern them.",
        ),
        "security-sensitivity-level": "not-determined",
        "system-information": {
          "information-types": [
            {
              uuid: ids.informationType,
              title: "Information about AI systems",
              description: "Descriptors of AI systems and the evidence records they refer to.",
            },
          ],
        },
        status: { state: "operational" },
        "authorization-boundary": {
          description: markup(organization?.scope?.boundaries ?? "The AI systems listed as components."),
        },
      },
      "system-implementation": {
        users: users(organization, ids),
        components: streamed(() => components(assessment, ids)),
      },
      "control-implementation": {
        description:
          "Each requirement is met by the management system together with the AI systems that it applies to.",
        "implemented-requirements": tally.controls.map((control) =>
          requirement(control, evidence.links.get(control.reference) ?? [], ids),
        ),
      },
      ...(evidence.any ? { "back-matter": { resources: streamed(() => evidenceResources(assessment, ids)) } } : {}),
    },
  };
}

/** Links to the evidence records that speak for each control, in the order of the records. */
function evidenceByControl({ evidence }: Assessment, ids: Identities): { links: Map<string, Link[]>; any: boolean } {
  const links = new Map<string, Link[]>();
  let any = false;
  for (const entry of evidence()) {
    any = true;
    const link = { href: `#${ids.evidence(entry)}`, rel: "reference", text: markup(entry.title ?? entry.id) };
    for (const control of entry.controls) addTo(links, control, link);
  }
  return { links, any };
}

function* evidenceResources({ evidence }: Assessment, ids: Identities): Generator<Resource> {
  for (const entry of evidence()) yield evidenceResource(entry, ids);
}

/** Roles of the organization's descriptor in OSCAL: id and title. */
const organizationRoles = {
  topManagement: { id: "top-management", title: "Top management" },
  aimsManager: { id: "aims-manager", title: "Manager of the AI management system" },
  riskOwner: { id: "risk-owner", title: "AI risk owner" },
  dataProtectionOfficer: { id: "data-protection-officer", title: "Data protection officer" },
  internalAuditor: { id: "internal-auditor", title: "Internal auditor" },
} as const;

/** The roles that somebody holds; OSCAL wants at least one user, so the manager stands in where no role is recorded. */
function heldRoles(organization: Organization | undefined): (keyof typeof organizationRoles)[] {
  const held = (Object.keys(organizationRoles) as (keyof typeof organizationRoles)[]).filter(
    (role) => organization?.roles?.[role] !== undefined,
  );
  return held.length > 0 ? held : ["aimsManager"];
}

function users(organization: Organization | undefined, ids: Identities): SystemUser[] {
  return heldRoles(organization).map((role) => {
    const { id, title } = organizationRoles[role];
    return { uuid: ids.user(role), title, "role-ids": [id] };
  });
}

function* components({ tally, organization }: Assessment, ids: Identities): Generator<SystemComponent> {
  yield {
    uuid: ids.thisSystem,
    type: "this-system",
    title: "AI management system",
    description: markup(`The AI management system of ${organization?.descriptor.name ?? "the organization"}.`),
    status: { state: "operational" },
  };
  for (const subject of tally.subjects) if (subject.kind === "system") yield component(subject, ids);
}

function component(subject: SubjectSummary, ids: Identities): SystemComponent {
  return {
    uuid: ids.system(subject.id),
    type: "software",
    title: markup(subject.name),
    description: markup(
      subject.unit === undefined ? `AI system ${subject.id}.` : `AI system ${subject.id} of ${subject.unit}.`,
    ),
    props: [
      property("descriptor-id", subject.id),
      ...(subject.stage === undefined ? [] : [property("lifecycle-stage", subject.stage)]),
      ...(subject.excluded === undefined ? [] : [property("excluded-from-scope", line(subject.excluded))]),
    ],
    status: status(subject.stage),
  };
}

/** Stages of a descriptor in OSCAL's words; a stage that nobody recorded is `other`, with the reason. */
function status(stage: string | undefined): SystemComponent["status"] {
  switch (stage) {
    case "deployed":
      return { state: "operational" };
    case "retired":
      return { state: "disposition" };
    case "idea":
    case "development":
    case "pilot":
      return { state: "under-development" };
    default:
      return {
        state: "other",
        remarks:
          stage === undefined ? "No life cycle stage is recorded." : "The life cycle stage is recorded as unknown.",
      };
  }
}

function requirement(control: ControlSummary, links: Link[], ids: Identities): ImplementedRequirement {
  const words = control.rules.length === 0 ? "No rule speaks for it." : `Checked by ${control.rules.join(", ")}.`;
  return {
    uuid: ids.requirement(control.id),
    "control-id": control.id,
    statements: [
      {
        "statement-id": control.statementId,
        uuid: ids.statement(control.id),
        "by-components": [
          {
            "component-uuid": ids.thisSystem,
            uuid: ids.byComponent(control.id),
            description: `${markup(control.title)}. ${words}`,
            ...(links.length > 0 ? { links } : {}),
            ...implementationStatus(control),
          },
        ],
      },
    ],
  };
}

/** Said only where the records carry it: a gap in the records does not state that something is not implemented. */
function implementationStatus({ state, counts }: ControlSummary): { "implementation-status"?: { state: string } } {
  if (state === "satisfied") return { "implementation-status": { state: "implemented" } };
  if (counts.satisfied > 0 || counts.partial > 0) return { "implementation-status": { state: "partial" } };
  return {};
}
