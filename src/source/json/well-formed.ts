import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { placeOf } from "../place.js";
import type { SourceDocument } from "../document.js";
import { formatPointer } from "../pointer.js";

/**
 * The diagnostic for the first text that holds half of a surrogate pair: it is no Unicode, and no UTF-8 file can hold it. Only escapes
 * can bring it in, so the tree is searched only where the source text has one.
 */
export function illFormedText(source: string, document: SourceDocument): Diagnostic | undefined {
  const pointer = source.includes("\\u") && /\\u[dD][89a-fA-F]/.test(source) ? search(document.value, []) : undefined;
  if (pointer === undefined) return undefined;
  return {
    code: "ill-formed-text",
    severity: "error",
    message: "This text holds half of a character (a lone surrogate), which no file in UTF-8 can hold.",
    ...placeOf(document, pointer),
    fix: "Write the character itself, or both halves of its escape.",
  };
}

function search(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : formatPointer(path);
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = key.isWellFormed() ? search(member, [...path, key]) : formatPointer(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
