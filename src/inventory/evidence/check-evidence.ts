import { dirname } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../foundation/nearest.js";
import { placeOf } from "../../source/place.js";
import type { SourceDocument } from "../../source/document.js";
import { sha256OfFile } from "../../files/digest.js";
import { insideWorkspace, statFile, unreadable, type SourceFile } from "../../files/files.js";
import type { EvidenceRecord, Organization, System } from "../generated/descriptor.js";

/** What a look at the file behind an evidence record showed; `unhashed` means that the record names no SHA-256. */
export type EvidenceFileState = "matches" | "differs" | "missing" | "unhashed";

/**
 * Checks the evidence records of a descriptor: ids are unique, references hit a record, files lie in the workspace and have the
 * recorded SHA-256. A changed or missing file is a warning: the record is then no evidence, which the verdicts will show.
 */
export async function checkEvidence(
  descriptor: System | Organization,
  document: SourceDocument,
  file: SourceFile,
  root: string,
): Promise<{ files: Map<string, EvidenceFileState>; diagnostics: Diagnostic[] }> {
  const files = new Map<string, EvidenceFileState>();
  const diagnostics: Diagnostic[] = [];
  const records = descriptor.evidence ?? [];
  const ids = new Set<string>();
  const report = (
    code: string,
    severity: Diagnostic["severity"],
    pointer: string,
    message: string,
    fix: string,
  ): void => {
    diagnostics.push({
      code,
      severity,
      message,
      ...placeOf(document, pointer),
      fix,
    });
  };
  for (const [index, record] of records.entries()) {
    const pointer = `/evidence/${String(index)}`;
    if (ids.has(record.id)) {
      report(
        "duplicate-evidence",
        "error",
        `${pointer}/id`,
        `The evidence id "${record.id}" stands twice in this descriptor.`,
        "Give each record an id of its own.",
      );
    }
    ids.add(record.id);
    if (record.supersedes === record.id) {
      report(
        "supersedes-itself",
        "error",
        `${pointer}/supersedes`,
        `The evidence record "${record.id}" supersedes itself.`,
        "Name the record that it replaces, or leave the key out.",
      );
    }
    if (record.path !== undefined) {
      const state = await fileState(record, record.path, file, root);
      if ("problem" in state) report(state.problem, state.severity, `${pointer}/path`, state.message, state.fix);
      files.set(record.id, state.state);
    }
  }
  const superseded = [...records.entries()].flatMap(([index, { supersedes }]) =>
    supersedes === undefined ? [] : [{ id: supersedes, pointer: `/evidence/${String(index)}/supersedes` }],
  );
  for (const { id, pointer } of [...superseded, ...references(descriptor, "")]) {
    if (ids.has(id)) continue;
    const guess = nearest(id, ids);
    report(
      "unknown-evidence",
      "error",
      pointer,
      `There is no evidence record "${id}" in this descriptor.`,
      guess === undefined ? "Add the record under evidence, or remove the reference." : `Did you mean "${guess}"?`,
    );
  }
  return { files, diagnostics };
}

type FileFinding =
  | { readonly state: EvidenceFileState }
  | {
      readonly state: EvidenceFileState;
      readonly problem: string;
      readonly severity: Diagnostic["severity"];
      readonly message: string;
      readonly fix: string;
    };

async function fileState(record: EvidenceRecord, path: string, file: SourceFile, root: string): Promise<FileFinding> {
  const target = insideWorkspace(root, dirname(file.path), path);
  if ("outside" in target) {
    return {
      state: "missing",
      problem: "path-outside-workspace",
      severity: "error",
      message: `The path "${path}" leaves the workspace.`,
      fix: "Put the file into the workspace, or name its place under uri.",
    };
  }
  try {
    statFile(target.path);
    if (record.sha256 === undefined) return { state: "unhashed" };
    const actual = await sha256OfFile(target.path);
    if (actual === record.sha256) return { state: "matches" };
    return {
      state: "differs",
      problem: "evidence-changed",
      severity: "warning",
      message: `The file "${path}" is not the one that was recorded: its SHA-256 is ${actual}.`,
      fix: "Have the changed file reviewed and record its SHA-256, or restore the file.",
    };
  } catch (error) {
    const { message } = unreadable({ path: target.path, name: path }, error);
    return {
      state: "missing",
      problem: "evidence-missing",
      severity: "warning",
      message: `The evidence file "${path}" cannot be read. ${message}`,
      fix: "Restore the file, or remove the record.",
    };
  }
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
