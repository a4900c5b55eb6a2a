import { isObject } from "../../foundation/json-value.js";
import { defined } from "../../foundation/defined.js";
import type { Subject } from "../../inventory/descriptors.js";
import { parsePointer } from "../../source/pointer.js";
import type { Attestation } from "../verdict.js";

/** Pairs of properties with which descriptors say who answers for an entry and since when. */
const pairs: readonly (readonly [by: string, on: string])[] = [
  ["by", "completedOn"],
  ["reviewedBy", "reviewedOn"],
  ["determinedBy", "determinedOn"],
  ["approvedBy", "decidedOn"],
  ["person", "since"],
];

/**
 * Who stands behind a value: what the innermost entry on the way to it says, or nothing where none says anything.
 * @param pointer JSON pointer into the subject's descriptor
 */
export function attestationAt({ descriptor }: Subject, pointer: string): Attestation | undefined {
  let nearest: Attestation | undefined;
  let value: unknown = descriptor;
  for (const segment of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) break;
    value = (value as Record<string, unknown>)[segment];
    if (isObject(value)) nearest = statedIn(value) ?? nearest;
  }
  return nearest;
}

function statedIn(entry: Readonly<Record<string, unknown>>): Attestation | undefined {
  const validUntil = textAt(entry, "validUntil");
  for (const [who, when] of pairs) {
    const by = textAt(entry, who);
    const on = textAt(entry, when);
    if (by !== undefined || on !== undefined) return defined({ by, on, validUntil });
  }
  return validUntil === undefined ? undefined : { validUntil };
}

function textAt(entry: Readonly<Record<string, unknown>>, property: string): string | undefined {
  const value = Object.hasOwn(entry, property) ? entry[property] : undefined;
  return typeof value === "string" ? value : undefined;
}
