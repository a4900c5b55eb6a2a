import type { Day } from "../../foundation/day.js";
import { oscalVersion, type Metadata, type Party, type Property, type Role } from "../../oscal/model.js";
import { line } from "../../oscal/plain-text.js";
import { aimsNamespace } from "../../oscal/properties.js";
import { verdictStates, type StateCounts, type VerdictState } from "../../assessment/verdict.js";
import type { Assessment, Basis } from "../../assessment/assessment.js";

export { line, markup } from "../../oscal/plain-text.js";

/** Names of the files of one chain; they lie in one folder and import one another by these names. */
export const chainFiles = {
  systemSecurityPlan: "system-security-plan.json",
  assessmentPlan: "assessment-plan.json",
  assessmentResults: "assessment-results.json",
} as const;

/** The first moment of a day in UTC, as OSCAL's date-time. */
export function startOfDay(day: Day): string {
  return `${day}T00:00:00Z`;
}

/** The organization, as far as its name goes. */
interface NamedOrganization {
  readonly descriptor: { readonly name: string };
}

/** Metadata of a document of the chain; dated with the as-of date, since its statements hold for that day. */
export function metadata(
  title: string,
  assessment: Pick<Assessment, "asOf"> & { readonly organization?: NamedOrganization },
  identities: { readonly party: string },
  furtherRoles: readonly Role[] = [],
): Metadata {
  const { organization } = assessment;
  return {
    title,
    "last-modified": startOfDay(assessment.asOf),
    version: assessment.asOf,
    "oscal-version": oscalVersion,
    roles: [
      { id: "system-owner", title: "Owner of the AI management system" },
      { id: "assessor", title: "Assessor" },
      ...furtherRoles,
    ],
    parties: [organizationParty(identities.party, organization)],
    "responsible-parties": [
      { "role-id": "system-owner", "party-uuids": [identities.party] },
      { "role-id": "assessor", "party-uuids": [identities.party] },
    ],
  };
}

/** The organization as a party. */
export function organizationParty(uuid: string, organization: NamedOrganization | undefined): Party {
  return {
    uuid,
    type: "organization",
    name: line(organization?.descriptor.name ?? "Organization without a descriptor"),
  };
}

/** Names of the properties in aims' namespace that it writes; docs/oscal-output.md says what each means. */
export type PropertyName =
  | "assurance"
  | "attested-by"
  | "attested-on"
  | "collected-on"
  | "collector"
  | "condition"
  | "conflict"
  | "contrary"
  | "control-id"
  | "corroboration"
  | "descriptor-id"
  | "effective-from"
  | "evidence-id"
  | "evidence-kind"
  | "evidence-state"
  | "excluded-from-scope"
  | "file-state"
  | "finding-kind"
  | "lifecycle-stage"
  | "line"
  | "location"
  | "mapping-uuid"
  | "mapping-version"
  | "not-addressed-control"
  | "not-applicable-control"
  | "owner"
  | "path-base"
  | "pair-relationship"
  | "pair-uuid"
  | "pointer"
  | "policy-module-sha256"
  | "policy-sha256"
  | "policy-sources-sha256"
  | "projected-system"
  | "projection-effect"
  | "projection-outcome"
  | "projection-support"
  | "provenance"
  | "reason"
  | "relationship"
  | "remediation"
  | "reviewer"
  | "rule-id"
  | "severity"
  | "sha256"
  | "source-control"
  | "source-finding-uuid"
  | "source-profile-uuid"
  | "strength"
  | "subject-kind"
  | "subject-uuid"
  | "subjects"
  | "supersedes"
  | "supports"
  | "systems"
  | "systems-selected"
  | "targets"
  | "valid-until"
  | "verdict-state"
  | "verdicts";

/** A property in aims' own namespace. @param extra remarks are markup */
export function property(name: PropertyName, value: string, extra: Pick<Property, "class" | "remarks"> = {}): Property {
  return { name, ns: aimsNamespace, value: line(value), ...extra };
}

/** The digests by which a policy is known: of what ran, of each of its modules, and of the sources with their data. */
export function policyProperties({ sha256, modules, sources }: Basis["policy"]): Property[] {
  return [
    property("policy-sha256", sha256),
    ...modules.map((digest) => property("policy-module-sha256", digest)),
    property("policy-sources-sha256", sources),
  ];
}

/** Properties in aims' own namespace, of which those without a value are left out. */
export function properties(values: Readonly<Partial<Record<PropertyName, string | undefined>>>): Property[] {
  const found: Property[] = [];
  let name: PropertyName;
  for (name in values) {
    const value = values[name];
    if (value !== undefined && value !== "") found.push({ name, ns: aimsNamespace, value: line(value) });
  }
  return found;
}

/** How many subjects are in each state that occurs, as properties whose class is the state. */
export function countProperties(counts: StateCounts): Property[] {
  return occurring(counts).map((state) => property("subjects", String(counts[state]), { class: state }));
}

/** The states that occur, worst first. */
function occurring(counts: StateCounts): VerdictState[] {
  return verdictStates.filter((state) => counts[state] > 0);
}

/** `12 satisfied, 3 partial`, best known from the table that people see first. */
export function countWords(counts: StateCounts): string {
  return [...occurring(counts)]
    .reverse()
    .map((state) => `${String(counts[state])} ${state}`)
    .join(", ");
}
