import { problem, type EvidenceTold } from "../../diagnostics/codes/evidence.js";
import { problem as scopeProblem } from "../../diagnostics/codes/scope.js";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import type { Diagnostic, DiagnosticPlace } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf } from "../../source/place.js";
import type { EvidenceRecord, Organization, System } from "../generated/descriptor.js";
import type { EvidenceFile, EvidenceFileState, EvidenceLook } from "./evidence-file.js";
import type { FiledRecord, SubjectRecord } from "./records.js";

/** A control that no catalog has. */
export interface UnknownControl {
  /** The control that was probably meant. */
  readonly guess?: string;
  /** Why there is no such control, where many believe that there is. */
  readonly reason?: string;
  /** The framework, where no catalog has one of its controls, and the frameworks of the catalogs. */
  readonly framework?: { readonly name: string; readonly known: readonly string[] };
}

/** Looks a control up in the catalogs. @returns undefined where there is nothing to say about it */
export type ControlLook = (reference: string) => UnknownControl | undefined;

/** What is looked up for the records of a subject. */
interface EvidenceContext {
  /** Looks at files from the folder of the descriptor. */
  readonly look: EvidenceLook;
  /** The subject's records in record files. */
  readonly filed: readonly FiledRecord[];
  readonly controls: ControlLook | undefined;
}

/**
 * Checks the evidence records of a subject, those of its descriptor and those of record files: ids are unique, references hit a record,
 * files lie in the workspace and have the recorded SHA-256. A changed or missing file is a warning: the record is then not evidence, which
 * the verdicts will show. So is a control that no catalog has: no verdict rests on it.
 * @returns the records with the states of their files, those of the descriptor first
 */
export async function checkEvidence(
  descriptor: System | Organization,
  document: SourceDocument,
  { look, filed, controls }: EvidenceContext,
): Promise<{ readonly evidence: readonly SubjectRecord[]; readonly diagnostics: readonly Diagnostic[] }> {
  const own = (descriptor.evidence ?? []).map((record, index): FiledRecord => {
    return { record, document, pointer: `/evidence/${String(index)}`, look };
  });
  const evidence: SubjectRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, FiledRecord>();
  for (const each of [...own, ...filed]) {
    const { record, pointer } = each;
    const { id, supersedes, subject } = record;
    const at = (property: string): DiagnosticPlace => placeOf(each.document, `${pointer}/${property}`);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, each);
    else diagnostics.push(problem("duplicate-evidence", at("id"), repeated(each, earlier, document, descriptor.id)));
    if (each.document === document && subject !== undefined && subject !== descriptor.id) {
      diagnostics.push(problem("evidence-out-of-place", at("subject"), { id, subject, owner: descriptor.id }));
    }
    if (supersedes === id) diagnostics.push(problem("supersedes-itself", at("supersedes"), id));
    for (const [position, control] of (record.controls ?? []).entries()) {
      const unknown = controls?.(control);
      if (unknown === undefined) continue;
      diagnostics.push(
        scopeProblem("unknown-control", at(`controls/${String(position)}`), { evidence: id, control, ...unknown }),
      );
    }
    const file = record.path === undefined ? undefined : await each.look(record.path);
    evidence.push({
      ...{ record, document: each.document, pointer },
      ...(file === undefined ? {} : { fileState: stateOf(record, file) }),
    });
    if (record.path !== undefined && file !== undefined) {
      diagnostics.push(...fileProblems(record, record.path, file, at("path")));
    }
  }
  const ids = new Set(first.keys());
  for (const { record, ...where } of evidence) {
    const { supersedes } = record;
    if (supersedes === undefined || ids.has(supersedes)) continue;
    const place = placeOf(where.document, `${where.pointer}/supersedes`);
    const about = where.document === document ? {} : { about: `"${descriptor.id}"` };
    diagnostics.push(problem("unknown-evidence", place, { id: supersedes, guess: nearest(supersedes, ids), ...about }));
  }
  for (const { id, pointer } of references(descriptor, "")) {
    if (ids.has(id)) continue;
    diagnostics.push(problem("unknown-evidence", placeOf(document, pointer), { id, guess: nearest(id, ids) }));
  }
  return { evidence, diagnostics };
}

/** @param own the document of the descriptor */
function repeated(
  { record, document }: FiledRecord,
  first: FiledRecord,
  own: SourceDocument,
  subject: string,
): EvidenceTold["duplicate-evidence"] {
  if (document === own) return { id: record.id };
  const { line } = first.document.locate(first.pointer);
  return { id: record.id, first: { subject, file: first.document.file, line } };
}

function fileProblems(
  { id, sha256, state = "approved" }: EvidenceRecord,
  path: string,
  file: EvidenceFile,
  place: DiagnosticPlace,
): Diagnostic[] {
  if ("outside" in file) return [fileProblem("path-outside-workspace", place, { how: "evidence", path })];
  if ("error" in file) {
    return [problem("evidence-missing", place, { path, error: file.error, instead: file.instead })];
  }
  // A draft does not count either way.
  if (sha256 === undefined) {
    return state === "approved" ? [problem("evidence-unhashed", place, { id, sha256: file.sha256 })] : [];
  }
  return file.sha256 === sha256 ? [] : [problem("evidence-changed", place, { path, sha256: file.sha256 })];
}

function stateOf({ sha256 }: EvidenceRecord, file: EvidenceFile): EvidenceFileState {
  if ("outside" in file || "error" in file) return "missing";
  if (sha256 === undefined) return "unhashed";
  return file.sha256 === sha256 ? "matches" : "differs";
}

/** Every entry of every `evidence` list of references below the value, with its pointer. */
function* references(value: unknown, pointer: string): Generator<{ id: string; pointer: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const here = `${pointer}/${key}`;
    if (key === "evidence" && Array.isArray(member) && pointer !== "") {
      for (const [index, id] of member.entries())
        if (typeof id === "string") yield { id, pointer: `${here}/${String(index)}` };
    } else if (key !== "provenance" && key !== "labels") yield* references(member, here);
  }
}
