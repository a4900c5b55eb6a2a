import type { Day } from "../../foundation/day.js";
import { isObject } from "../../foundation/json-value.js";
import type { EvidenceRecord } from "../../inventory/descriptor.js";
import type { EvidenceFileState, SubjectRecord } from "../../inventory/descriptors.js";
import { earliestDay, latestDay } from "../../source/partial-date.js";
import { assuranceLevels, type Assurance } from "../verdict.js";
import type { DescriptorPlace } from "./descriptor-place.js";

/** Whether the first level is at least as strong as the second. */
export function reaches(level: Assurance, required: Assurance): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required);
}

/**
 * How well an observed value is supported: by the evidence records that the value, or the nearest entry around it, refers to.
 * A place in an evidence record is supported by that record.
 * @param asOf day of the assessment
 */
export function assuranceAt(place: DescriptorPlace, asOf: Day): Assurance {
  let best: Assurance = "declared";
  for (const record of evidenceAt(place)) {
    const level = recordAssurance(record, place.owner.evidence, asOf);
    if (reaches(level, best)) best = level;
  }
  return best;
}

/**
 * The evidence records that support a value: those that the value, or the nearest entry around it, refers to, in the order of the records.
 * A place in a record is supported by that record.
 */
export function evidenceAt({ owner: { evidence }, record, holder, inside }: DescriptorPlace): readonly SubjectRecord[] {
  if (evidence.length === 0) return evidence;
  if (record !== undefined) return [record];
  const ids = nearestReferences(holder, inside);
  return evidence.filter(({ record: { id } }) => ids.includes(id));
}

/** The `evidence` list of the innermost object on the way to the value; the descriptor's own list holds records, not references. */
function nearestReferences(holder: object, segments: readonly string[]): readonly string[] {
  let nearest = referencesOf(holder) ?? [];
  let value: unknown = holder;
  for (const segment of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) break;
    value = (value as Record<string, unknown>)[segment];
    nearest = referencesOf(value) ?? nearest;
  }
  return nearest;
}

function referencesOf(value: unknown): readonly string[] | undefined {
  const references = isObject(value) ? value["evidence"] : undefined;
  if (!Array.isArray(references)) return undefined;
  return references.filter((each): each is string => typeof each === "string");
}

/** How much a record supports on a day: nothing where it has a fault. @param among the records of its subject */
export function recordAssurance(entry: SubjectRecord, among: readonly SubjectRecord[], asOf: Day): Assurance {
  if (recordFaults(entry, among, asOf).length > 0) return "declared";
  if (entry.record.kind === "attestation") return attestationShortfalls(entry).length > 0 ? "declared" : "documented";
  return entry.record.collector === "machine" ? "tested" : "documented";
}

/** Why a record without a fault supports no more than it does. */
export function recordShortfalls(entry: SubjectRecord): readonly string[] {
  if (entry.record.kind !== "attestation") {
    return entry.record.collector === "machine" ? [] : ["its collector is not a machine"];
  }
  const shortfalls = attestationShortfalls(entry);
  return shortfalls.length > 0 ? shortfalls : ["it is an attestation, which no machine makes"];
}

/** An attestation is the word of one person: it has to be safe from unnoticed changes, and reviewed by somebody else. */
function attestationShortfalls({ record: { attestation, reviewer }, fileState }: SubjectRecord): string[] {
  const by = attestation?.by;
  return [
    ...(fileState === "matches" ? [] : ["no file of it is recorded with its sha256"]),
    ...(by === undefined ? ["attestation.by does not say who vouches for it"] : []),
    ...(reviewer === undefined ? ["no reviewer is recorded"] : []),
    ...(reviewer !== undefined && reviewer === by ? ["its reviewer is the one who vouches for it"] : []),
  ];
}

/**
 * Why a record supports nothing on a day: it is not in force, is superseded, leads to nothing that can be looked at, or its file is not the
 * one that was recorded.
 * @param among the records of its subject
 */
export function recordFaults(
  { record, fileState }: SubjectRecord,
  among: readonly SubjectRecord[],
  asOf: Day,
): readonly string[] {
  const { id, path, uri } = record;
  const next = among.find((other) => other.record.supersedes === id && isInForce(other.record, asOf))?.record;
  return [
    ...forceFaults(record, asOf),
    ...(next === undefined ? [] : [`${next.id} supersedes it`]),
    ...(path === undefined && uri === undefined ? ["neither a path nor a uri says where it is"] : []),
    ...(path === undefined ? [] : fileFaults(fileState)),
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
