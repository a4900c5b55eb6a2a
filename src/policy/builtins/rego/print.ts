import { quoteString } from "../go/quote.js";
import { numberText, RegoNumber, RegoObject, RegoSet } from "./value.js";
import type { RegoValue } from "./value.js";

/** A value as OPA prints it: Rego syntax with strings quoted as in Go, sets and keys in Rego's order. */
export function printValue(value: RegoValue): string {
  if (typeof value === "string") return quoteString(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" || value instanceof RegoNumber) return numberText(value);
  if (value instanceof RegoSet) {
    return value.items.length === 0 ? "set()" : `{${value.items.map(printValue).join(", ")}}`;
  }
  if (value instanceof RegoObject) {
    return `{${value.entries.map(([key, item]) => `${printValue(key)}: ${printValue(item)}`).join(", ")}}`;
  }
  return `[${value.map(printValue).join(", ")}]`;
}
