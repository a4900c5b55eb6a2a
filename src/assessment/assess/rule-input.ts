import type { Day } from "../../foundation/day.js";
import { defined } from "../../foundation/defined.js";
import type { Organization, System } from "../../inventory/descriptor.js";
import type { OrganizationSubject, Subject, SystemSubject } from "../../inventory/descriptors.js";
import type { SubjectId } from "../verdict.js";

/** An AI system as an organization rule sees it. */
export interface SystemSummary {
  readonly id: SubjectId;
  readonly name: string;
  readonly unit?: string;
  readonly version?: string;
  readonly stage?: string;
  readonly tier?: string;
}

const encoder = new TextEncoder();

/** Parts of a descriptor that are handed to rules elsewhere in the input, or are not a statement about the subject. */
const notPassedOn = new Set(["$schema", "evidence", "provenance"]);

/**
 * Writes the input of rules as JSON text in UTF-8: `{asOf, organization, system, evidence}` for a system,
 * `{asOf, organization, systems, evidence}` for the organization. The organization's part is written once and reused.
 */
export class RuleInputWriter {
  readonly #prefix: string;

  /** @param asOf day of the assessment */
  constructor(asOf: Day, organization: Organization | undefined) {
    const part = organization === undefined ? "" : `,"organization":${JSON.stringify(statements(organization))}`;
    this.#prefix = `{"asOf":${JSON.stringify(asOf)}${part}`;
  }

  system(subject: SystemSubject): Uint8Array {
    const evidence = JSON.stringify(subject.descriptor.evidence ?? []);
    return encoder.encode(
      `${this.#prefix},"system":${JSON.stringify(statements(subject.descriptor))},"evidence":${evidence}}`,
    );
  }

  organization(subject: OrganizationSubject, systems: readonly SystemSummary[]): Uint8Array {
    const evidence = JSON.stringify(subject.descriptor.evidence ?? []);
    return encoder.encode(`${this.#prefix},"systems":${JSON.stringify(systems)},"evidence":${evidence}}`);
  }
}

function statements(descriptor: System | Organization): Record<string, unknown> {
  return Object.fromEntries(Object.entries(descriptor).filter(([key]) => !notPassedOn.has(key)));
}

export function summarize({ descriptor }: SystemSubject): SystemSummary {
  const { id, name, unit, version, lifecycle, risk } = descriptor;
  return defined({ id, name, unit, version, stage: lifecycle?.stage, tier: risk?.tier });
}

/** A value of a descriptor: whose descriptor it is, and the JSON pointer (RFC 6901) into its document. */
export interface DescriptorPlace {
  readonly owner: Subject;
  readonly pointer: string;
}

/**
 * Finds the descriptor and pointer behind a pointer into the rule's input: `/system/...` and `/evidence/...` lie in the subject's
 * descriptor, `/organization/...` in the organization's. A value that stands in no document (`/asOf`) is shown at the subject's beginning.
 */
export function descriptorPlace(
  inputPointer: string,
  subject: Subject,
  organization: OrganizationSubject | undefined,
): DescriptorPlace {
  // Its first segment is a name of the input, which needs no escape.
  const end = inputPointer.indexOf("/", 1);
  const part = inputPointer.slice(1, end < 0 ? undefined : end);
  const rest = end < 0 ? "" : inputPointer.slice(end);
  if (part === subject.kind) return { owner: subject, pointer: rest };
  if (part === "evidence") return { owner: subject, pointer: inputPointer };
  if (part === "organization" && organization) return { owner: organization, pointer: rest };
  return { owner: subject, pointer: "" };
}
