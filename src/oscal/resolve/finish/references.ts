/** What a reference means; an id may be that of anything, a uuid included. */
export type ReferenceKind = "id" | "role" | "party" | "location";

const insertion = /\{\{\s*(?:insert:\s*[^\s,{}]+,\s*)?([^\s,{}:]+)\s*\}\}/g;
/** What may follow a "#" in a URI or in text; a mark that ends a sentence may belong to it or not. */
const fragment = /#([^\s#()[\]<>{}"'`,;|]+)/g;

const simple = /^#[\w-]+$/;
/** What every reference in a text begins with. */
const marks = /#|\{\{/;

type Found = (kind: ReferenceKind, id: string) => void;

/**
 * Finds what a value refers to, at any depth. A reference is "#" and an id anywhere in a text (req-prune-ref), the insertion of a
 * parameter in prose, the other parameter that one depends on, and a role, party or location where the model names one.
 */
export function findReferences(value: unknown, found: Found): void {
  if (typeof value === "string") readText(value, found);
  else if (Array.isArray(value)) for (const entry of value as unknown[]) findReferences(entry, found);
  else if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) readProperty(key, (value as Record<string, unknown>)[key], found);
  }
}

function readProperty(key: string, value: unknown, found: Found): void {
  switch (key) {
    case "role-id":
      found("role", String(value));
      return;
    case "depends-on":
      found("id", String(value));
      return;
    case "party-uuids":
    case "member-of-organizations":
      for (const uuid of value as unknown[]) found("party", String(uuid));
      return;
    case "location-uuids":
      for (const uuid of value as unknown[]) found("location", String(uuid));
      return;
    default:
      findReferences(value, found);
  }
}

function readText(text: string, found: Found): void {
  // Nearly all references of real catalogs are links to something inside, and nothing else.
  if (simple.test(text)) found("id", text.slice(1));
  else if (marks.test(text)) {
    for (const [, id = ""] of text.matchAll(fragment)) {
      found("id", id);
      const word = id.replace(/[.:!?]+$/, "");
      if (word !== id) found("id", word);
    }
    for (const [, id = ""] of text.matchAll(insertion)) found("id", id);
  }
}
