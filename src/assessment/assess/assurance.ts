import type { Day } from "../../foundation/day.js";
import { isObject } from "../../foundation/json-value.js";
import type { EvidenceRecord } from "../../inventory/descriptor.js";
import type { EvidenceFileState, Subject } from "../../inventory/descriptors.js";
import { earliestDay, latestDay } from "../../source/partial-date.js";
import { parsePointer } from "../../source/pointer.js";
import { assuranceLevels, type Assurance } from "../verdict.js";

/** Whether the first level is at least as strong as the second. */
export function reaches(level: Assurance, required: Assurance): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required);
}

/**
 * How well an observed value is supported: by the evidence records that the value, or the nearest entry around it, refers to.
 * A pointer into the evidence records themselves is supported by that record.
 * @param pointer JSON pointer into the subject's descriptor
 * @param asOf day of the assessment
 */
export function assuranceAt(subject: Subject, pointer: string, asOf: Day): Assurance {
  let best: Assurance = "declared";
  for (const record of evidenceAt(subject, pointer)) {
    const level = recordAssurance(record, subject, asOf);
    if (reaches(level, best)) best = level;
  }
  return best;
}

/**
 * The evidence records that support a value: those that the value, or the nearest entry around it, refers to, in the order of the records.
 * A place in a record is supported by that record.
 * @param pointer JSON pointer into the subject's descriptor
 */
export function evidenceAt({ descriptor }: Subject, pointer: string): readonly EvidenceRecord[] {
  const records = descriptor.evidence ?? [];
  if (records.length === 0) return records;
  const segments = parsePointer(pointer);
  if (segments[0] === "evidence") {
    const record = records[Number(segments[1])];
    return record ? [record] : [];
  }
  const ids = nearestReferences(descriptor, segments);
  return records.filter(({ id }) => ids.includes(id));
}

/** The `evidence` list of the innermost object on the way to the value; the descriptor's own list holds records, not references. */
function nearestReferences(descriptor: object, segments: readonly string[]): readonly string[] {
  let nearest: readonly string[] = [];
  let value: unknown = descriptor;
  for (const segment of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) break;
    value = (value as Record<string, unknown>)[segment];
    if (!isObject(value)) continue;
    const references = value["evidence"];
    if (Array.isArray(references)) nearest = references.filter((each): each is string => typeof each === "string");
  }
  return nearest;
}

/** How much a record supports on a day: nothing where it has a fault. */
export function recordAssurance(record: EvidenceRecord, subject: Subject, asOf: Day): Assurance {
  if (recordFaults(record, subject, asOf).length > 0) return "declared";
  return record.collector === "machine" ? "tested" : "documented";
}

/**
 * Why a record supports nothing on a day: it is not in force, is superseded, leads to nothing that can be looked at, or its file is not the
 * one that was recorded.
 */
export function recordFaults(record: EvidenceRecord, subject: Subject, asOf: Day): readonly string[] {
  const { id, path, uri } = record;
  const next = subject.descriptor.evidence?.find((other) => other.supersedes === id && isInForce(other, asOf));
  return [
    ...forceFaults(record, asOf),
    ...(next === undefined ? [] : [`${next.id} supersedes it`]),
    ...(path === undefined && uri === undefined ? ["neither a path nor a uri says where it is"] : []),
    ...(path === undefined ? [] : fileFaults(subject.evidenceFiles.get(id))),
  ];
}

function isInForce(record: EvidenceRecord, asOf: Day): boolean {
  return forceFaults(record, asOf).length === 0;
}

/** What keeps it from being approved, and on the day collected and in date. */
function forceFaults({ state, collectedOn, effectiveFrom, validUntil }: EvidenceRecord, asOf: Day): string[] {
  const faults: string[] = [];
  if (state === undefined) faults.push("no state is recorded, such as approved");
  else if (state !== "approved") faults.push(`its state is ${state}, not approved`);
  if (collectedOn !== undefined && earliestDay(collectedOn) > asOf)
    faults.push(`it is collected only on ${collectedOn}`);
  if (effectiveFrom !== undefined && earliestDay(effectiveFrom) > asOf) {
    faults.push(`it takes effect only on ${effectiveFrom}`);
  }
  if (validUntil !== undefined && latestDay(validUntil) < asOf) faults.push(`it was valid until ${validUntil}`);
  return faults;
}

function fileFaults(state: EvidenceFileState | undefined): string[] {
  switch (state) {
    case "matches":
      return [];
    case "differs":
      return ["its file is not the one that was recorded"];
    case "unhashed":
      return ["no sha256 is recorded"];
    case "missing":
    case undefined:
      return ["its file cannot be read"];
  }
}
