import { isObject } from "../../foundation/json-value.js";
import { defined } from "../../foundation/defined.js";
import type { Attestation } from "../verdict.js";
import type { DescriptorPlace } from "./descriptor-place.js";

/** Pairs of properties with which descriptors say who answers for an entry and since when. */
const pairs: readonly (readonly [by: string, on: string])[] = [
  ["by", "completedOn"],
  ["reviewedBy", "reviewedOn"],
  ["determinedBy", "determinedOn"],
  ["approvedBy", "decidedOn"],
  ["decidedBy", "decidedOn"],
  ["person", "since"],
];

/** Who stands behind a value: what the innermost entry on the way to it says, or nothing where none says anything. */
export function attestationAt({ holder, inside }: DescriptorPlace): Attestation | undefined {
  let nearest = isObject(holder) ? statedIn(holder) : undefined;
  let value: unknown = holder;
  for (const segment of inside) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) break;
    value = (value as Record<string, unknown>)[segment];
    if (isObject(value)) nearest = statedIn(value) ?? nearest;
  }
  return nearest;
}

function statedIn(entry: Readonly<Record<string, unknown>>): Attestation | undefined {
  const validUntil = textAt(entry, "validUntil");
  const attested = entry["attestation"];
  if (isObject(attested)) {
    return defined({ by: textAt(attested, "by"), on: textAt(attested, "on"), validUntil });
  }
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
