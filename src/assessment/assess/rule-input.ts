import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import type { Organization, System } from "../../inventory/descriptor.js";
import type { OrganizationSubject, SubjectRecord, SystemSubject } from "../../inventory/descriptors.js";
import type { SubjectId } from "../verdict.js";

/** An AI system as an organization rule sees it. */
export interface SystemSummary {
  readonly id: SubjectId;
  readonly name: string;
  readonly unit?: string;
  readonly version?: string;
  readonly stage?: string;
  readonly tier?: string;
  readonly aiRoles?: readonly string[];
  /** The person who holds the role. */
  readonly owner?: string;
  readonly scope?: NonNullable<System["scope"]>;
}

/** An AI system that the management system does not cover, as an organization rule sees it. */
export interface ExcludedSystem extends Pick<NonNullable<System["scope"]>, "reason" | "approvedBy" | "decidedOn"> {
  readonly id: SubjectId;
  readonly name: string;
}

/** The systems of a workspace as an organization rule sees them, in the order of the files. */
export interface SystemSummaries {
  readonly systems: readonly SystemSummary[];
  readonly excluded: readonly ExcludedSystem[];
  /** Patterns that the systems were narrowed to: then there may be more of them in the workspace. */
  readonly selection?: readonly string[];
}

const encoder = new TextEncoder();

/** Parts of a descriptor that are handed to rules elsewhere in the input, or are not a statement about the subject. */
const notPassedOn = new Set(["$schema", "evidence", "provenance"]);

/**
 * Writes the input of rules as JSON text in UTF-8: `{asOf, organization, system, evidence}` for a system,
 * `{asOf, organization, systems, excluded, decisions, evidence}` for the organization, and `selection` where the systems were narrowed.
 * The organization's part is written once and reused.
 */
export class RuleInputWriter {
  readonly #prefix: string;

  /** @param asOf day of the assessment */
  constructor(asOf: Day, organization: Organization | undefined) {
    const part = organization === undefined ? "" : `,"organization":${JSON.stringify(statements(organization))}`;
    this.#prefix = `{"asOf":${JSON.stringify(asOf)}${part}`;
  }

  system({ descriptor, evidence }: SystemSubject): Uint8Array {
    return encoder.encode(
      `${this.#prefix},"system":${JSON.stringify(statements(descriptor))},"evidence":${evidenceText(evidence)}}`,
    );
  }

  organization(
    { decisions, evidence }: OrganizationSubject,
    { systems, excluded, selection }: SystemSummaries,
  ): Uint8Array {
    const decided = decisions.map(({ decision }) => decision);
    const parts = [
      `"systems":${JSON.stringify(systems)}`,
      `"excluded":${JSON.stringify(excluded)}`,
      ...(selection === undefined ? [] : [`"selection":${JSON.stringify(selection)}`]),
      `"decisions":${JSON.stringify(decided)}`,
      `"evidence":${evidenceText(evidence)}`,
    ];
    return encoder.encode(`${this.#prefix},${parts.join(",")}}`);
  }
}

/** Records as they stand, each with the state of the file that it names: whether that is there, nobody but the host can see. */
function evidenceText(evidence: readonly SubjectRecord[]): string {
  return JSON.stringify(evidence.map(({ record, fileState }) => defined({ ...record, fileState })));
}

function statements(descriptor: System | Organization): Record<string, unknown> {
  return Object.fromEntries(Object.entries(descriptor).filter(([key]) => !notPassedOn.has(key)));
}

export function summarize({ descriptor }: SystemSubject): SystemSummary {
  const { id, name, unit, version, lifecycle, risk, aiRoles, roles, scope } = descriptor;
  const facts = {
    unit,
    version,
    stage: lifecycle?.stage,
    tier: risk?.tier,
    aiRoles,
    owner: roles?.owner?.person,
    scope,
  };
  return defined({ id, name, ...facts });
}

/** A system that is excluded. */
export function summarizeExcluded({ descriptor }: SystemSubject): ExcludedSystem {
  const { id, name, scope: { reason, approvedBy, decidedOn } = {} } = descriptor;
  return defined({ id, name, reason, approvedBy, decidedOn });
}
