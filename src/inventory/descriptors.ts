import { problem } from "../diagnostics/codes/workspace.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import type { Day } from "../foundation/day.js";
import { entriesOf, type SourceDocument } from "../source/document.js";
import { placeOf } from "../source/place.js";
import type { Organization, System } from "./generated/descriptor.js";
import { checkDates } from "./dates/check-dates.js";
import { descriptorKinds, validate, type Misplaced } from "./schema/document-kinds.js";
import { checkDecisions } from "./evidence/check-decisions.js";
import { checkEvidence, type ControlLook } from "./evidence/check-evidence.js";
import type { EvidenceLook } from "./evidence/evidence-file.js";
import type { FiledRecords, SubjectDecision, SubjectRecord } from "./evidence/records.js";

export { descriptorHolds, type Misplaced } from "./schema/document-kinds.js";
export type { ControlLook } from "./evidence/check-evidence.js";
export type { EvidenceFile, EvidenceFileState, EvidenceLook } from "./evidence/evidence-file.js";
export { FiledRecords, type SubjectDecision, type SubjectRecord } from "./evidence/records.js";

/** The subject of an assessment: the organization or one AI system, with the document that describes it. */
export type Subject = SystemSubject | OrganizationSubject;

interface SubjectBase {
  /** The descriptor's document; positions of findings come from here. */
  readonly source: SourceDocument;
  /** Its evidence records: those of its descriptor, and behind them those of record files. */
  readonly evidence: readonly SubjectRecord[];
}

export interface SystemSubject extends SubjectBase {
  readonly kind: "system";
  readonly descriptor: System;
}

export interface OrganizationSubject extends SubjectBase {
  readonly kind: "organization";
  readonly descriptor: Organization;
  /** Its decisions on controls, in the order of the files. */
  readonly decisions: readonly SubjectDecision[];
}

/** One step of reading: a subject when its document is valid, and the diagnostics about the document. */
export interface DescriptorResult {
  readonly subject?: Subject;
  /** The document, where it is no descriptor of a subject. */
  readonly misplaced?: Misplaced;
  readonly diagnostics: readonly Diagnostic[];
}

/** Ids that are taken, each with the place of its first use. */
export type UsedIds = Map<string, { readonly file: SourceFile; readonly line: number }>;

/** What is known beside a descriptor; what is left out is not checked. */
export interface KnownBeside {
  /** Day of the assessment: dates of something past must not lie behind it. */
  readonly asOf?: Day;
  /** Looks a control up in the catalogs. */
  readonly controls?: ControlLook;
  /** What record files hold about the subjects. */
  readonly filed?: FiledRecords;
}

/**
 * The documents of descriptors in a document: the entries of a list, as databases export them, or else the document itself. An empty
 * list is left as it is, and will be reported.
 */
export function descriptorDocuments(document: SourceDocument): Iterable<SourceDocument> {
  const { value } = document;
  return Array.isArray(value) && value.length > 0 ? entriesOf(document) : [document];
}

/**
 * Validates one document as a descriptor.
 * @param used ids that are taken; that of the descriptor is added: ids are unique over all descriptors of a workspace
 * @param look looks at the files behind evidence records
 */
export async function readDescriptor(
  document: SourceDocument,
  used: UsedIds,
  look: EvidenceLook,
  { asOf, controls, filed }: KnownBeside = {},
): Promise<DescriptorResult> {
  const validated = validate(document, descriptorKinds);
  if ("problems" in validated) return { diagnostics: validated.problems };
  if ("misplaced" in validated) return { misplaced: validated.misplaced, diagnostics: [] };
  const { kind } = validated;
  const descriptor = validated.value as System | Organization;
  const first = used.get(descriptor.id);
  if (first !== undefined) {
    return { diagnostics: [problem("duplicate-id", placeOf(document, "/id"), { id: descriptor.id, first })] };
  }
  used.set(descriptor.id, { file: document.file, line: document.line });
  const ofFiles = filed?.about(descriptor) ?? [];
  const { evidence, diagnostics } = await checkEvidence(descriptor, document, { look, filed: ofFiles, controls });
  const ofDates = checkDates(descriptor, document, asOf);
  if (kind === "system") {
    return {
      subject: { kind, descriptor: descriptor as System, source: document, evidence },
      diagnostics: [...diagnostics, ...ofDates],
    };
  }
  const decisions = filed?.decisions ?? [];
  return {
    subject: { kind, descriptor: descriptor as Organization, source: document, evidence, decisions },
    diagnostics: [...diagnostics, ...ofDates, ...checkDecisions(decisions, evidence, controls)],
  };
}
