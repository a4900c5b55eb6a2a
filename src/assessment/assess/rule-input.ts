import type { Organization, System } from "../../inventory/generated/descriptor.js";
import type { OrganizationSubject, Subject, SystemSubject } from "../../inventory/descriptors.js";
import type { SourceDocument } from "../../source/document.js";
import { formatPointer, parsePointer } from "../../source/pointer.js";

/** What an organization rule sees of each AI system. */
export interface SystemSummary {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly version?: string;
  readonly stage?: string;
  readonly tier?: string;
}

const encoder = new TextEncoder();

/** Parts of a descriptor that are handed to rules elsewhere in the input, or are no statement about the subject. */
const notPassedOn = new Set(["$schema", "evidence", "provenance"]);

/**
 * Writes the input of rules as JSON text in UTF-8: `{asOf, organization, system, evidence}` for a system,
 * `{asOf, organization, systems, evidence}` for the organization. The organization's part is written once and reused.
 */
export class RuleInputWriter {
  readonly #prefix: string;

  /** @param asOf day of the assessment, `YYYY-MM-DD` */
  constructor(asOf: string, organization: Organization | undefined) {
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
  return {
    id,
    name,
    ...(unit === undefined ? {} : { unit }),
    ...(version === undefined ? {} : { version }),
    ...(lifecycle?.stage === undefined ? {} : { stage: lifecycle.stage }),
    ...(risk?.tier === undefined ? {} : { tier: risk.tier }),
  };
}

/** A pointer into a rule's input, translated into the document that holds the value. */
export interface DocumentPlace {
  readonly document: SourceDocument;
  readonly pointer: string;
  /** Whether the document is the subject's own. */
  readonly own: boolean;
}

/**
 * Finds the document and pointer behind a pointer into the rule's input: `/system/...` and `/evidence/...` lie in the subject's
 * descriptor, `/organization/...` in the organization's. What stands in no document (`/asOf`) is shown at the subject's beginning.
 */
export function documentPlace(
  at: string,
  subject: Subject,
  organization: OrganizationSubject | undefined,
): DocumentPlace {
  const [part, ...rest] = parsePointer(at);
  if (part === subject.kind) return { document: subject.source, pointer: formatPointer(rest), own: true };
  if (part === "evidence") return { document: subject.source, pointer: formatPointer([part, ...rest]), own: true };
  if (part === "organization" && organization)
    return { document: organization.source, pointer: formatPointer(rest), own: false };
  return { document: subject.source, pointer: "", own: true };
}
