import { problem } from "../../diagnostics/codes/evidence.js";
import { problem as scopeProblem } from "../../diagnostics/codes/scope.js";
import { problem as fileProblem } from "../../diagnostics/codes/files.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import type { SourceDocument } from "../../source/document.js";
import { placeOf } from "../../source/place.js";
import type { EvidenceRecord, Organization, System } from "../generated/descriptor.js";

/** The state of the file behind an evidence record; `unhashed` means that the record names no SHA-256. */
export type EvidenceFileState = "matches" | "differs" | "missing" | "unhashed";

/** The result of looking at the path of an evidence record. */
export type EvidenceFile =
  | {
      readonly sha256: string;
    }
  /** The path leads out of the workspace. */
  | { readonly outside: true }
  | {
      readonly error: unknown;
      /** The path of the file that was probably meant, from the descriptor's folder. */
      readonly instead?: string;
    };

/**
 * Looks at the file that an evidence record names.
 * @param path as it stands in the descriptor; it starts from the descriptor's folder
 */
export type EvidenceLook = (path: string) => Promise<EvidenceFile>;

/** A control that no catalog has. */
export interface UnknownControl {
  /** The control that was probably meant. */
  readonly guess?: string;
  /** The framework, where no catalog has one of its controls, and the frameworks of the catalogs. */
  readonly framework?: { readonly name: string; readonly known: readonly string[] };
}

/** Looks a control up in the catalogs. @returns undefined where there is nothing to say about it */
export type ControlLook = (reference: string) => UnknownControl | undefined;

/**
 * Checks the evidence records of a descriptor: ids are unique, references hit a record, files lie in the workspace and have the
 * recorded SHA-256. A changed or missing file is a warning: the record is then not evidence, which the verdicts will show. So is a control
 * that no catalog has: no verdict rests on it.
 */
export async function checkEvidence(
  descriptor: System | Organization,
  document: SourceDocument,
  look: EvidenceLook,
  controls?: ControlLook,
): Promise<{ files: Map<string, EvidenceFileState>; diagnostics: Diagnostic[] }> {
  const files = new Map<string, EvidenceFileState>();
  const diagnostics: Diagnostic[] = [];
  const records = descriptor.evidence ?? [];
  const ids = new Set<string>();
  for (const [index, record] of records.entries()) {
    const { id, path, supersedes } = record;
    const at = (property: string): ReturnType<typeof placeOf> =>
      placeOf(document, `/evidence/${String(index)}/${property}`);
    if (ids.has(id)) diagnostics.push(problem("duplicate-evidence", at("id"), id));
    ids.add(id);
    if (supersedes === id) diagnostics.push(problem("supersedes-itself", at("supersedes"), id));
    for (const [position, control] of (record.controls ?? []).entries()) {
      const unknown = controls?.(control);
      if (unknown === undefined) continue;
      diagnostics.push(
        scopeProblem("unknown-control", at(`controls/${String(position)}`), { evidence: id, control, ...unknown }),
      );
    }
    if (path === undefined) continue;
    const file = await look(path);
    files.set(id, stateOf(record, file));
    if ("outside" in file) {
      diagnostics.push(fileProblem("path-outside-workspace", at("path"), { how: "evidence", path }));
    } else if ("error" in file) {
      diagnostics.push(problem("evidence-missing", at("path"), { path, error: file.error, instead: file.instead }));
    } else if (record.sha256 === undefined) {
      // A draft does not count either way.
      if ((record.state ?? "approved") !== "approved") continue;
      diagnostics.push(problem("evidence-unhashed", at("path"), { id, sha256: file.sha256 }));
    } else if (file.sha256 !== record.sha256) {
      diagnostics.push(problem("evidence-changed", at("path"), { path, sha256: file.sha256 }));
    }
  }
  const superseded = [...records.entries()].flatMap(([index, { supersedes }]) =>
    supersedes === undefined ? [] : [{ id: supersedes, pointer: `/evidence/${String(index)}/supersedes` }],
  );
  for (const { id, pointer } of [...superseded, ...references(descriptor, "")]) {
    if (ids.has(id)) continue;
    diagnostics.push(problem("unknown-evidence", placeOf(document, pointer), { id, guess: nearest(id, ids) }));
  }
  return { files, diagnostics };
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
