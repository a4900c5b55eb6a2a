/** What a reference means; an id may be that of anything, a uuid included. */
export type ReferenceKind = "id" | "role" | "party" | "location";

const insertion = /\{\{\s*(?:insert:\s*[^\s,{}]+,\s*)?([^\s,{}:]+)\s*\}\}/g;
/** What may follow a "#" in a URI or in text; a mark that ends a sentence may belong to it or not. */
const fragment = /#([^\s#()[\]<>{}"'`,;|]+)/g;

const simple = /^#[\w-]+$/;

/**
 * Finds what a value refers to, at any depth. A reference is "#" and an id anywhere in a text (req-prune-ref), the insertion of a
 * parameter in prose, the other parameter that one depends on, and a role, party or location where the model names one.
 */
export function findReferences(root: unknown, found: (kind: ReferenceKind, id: string) => void): void {
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === "string") readText(value, found);
    else if (Array.isArray(value)) for (const entry of value as unknown[]) stack.push(entry);
    else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) {
        const child = (value as Record<string, unknown>)[key];
        const kind = kindOf(key);
        if (kind === undefined) stack.push(child);
        else for (const id of Array.isArray(child) ? (child as unknown[]) : [child]) found(kind, String(id));
      }
    }
  }
}

function kindOf(key: string): ReferenceKind | undefined {
  switch (key) {
    case "role-id":
      return "role";
    case "party-uuids":
    case "member-of-organizations":
      return "party";
    case "location-uuids":
      return "location";
    case "depends-on":
      return "id";
    default:
      return undefined;
  }
}

function readText(text: string, found: (kind: ReferenceKind, id: string) => void): void {
  // Nearly all references of real catalogs are links to something inside, and nothing else.
  if (simple.test(text)) found("id", text.slice(1));
  else if (text.includes("#")) {
    for (const [, id = ""] of text.matchAll(fragment)) {
      found("id", id);
      const word = id.replace(/[.:!?]+$/, "");
      if (word !== id) found("id", word);
    }
  }
  if (text.includes("{{")) for (const [, id = ""] of text.matchAll(insertion)) found("id", id);
}
