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
  else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) findReferences(value[index], found);
  } else if (typeof value === "object" && value !== null) readObject(value as Record<string, unknown>, found);
}

function readObject(object: Record<string, unknown>, found: Found): void {
  // With for-in, the names of all objects of one form are one list, which the engine keeps.
  for (const key in object) {
    const value = object[key];
    const kind = kinds.get(key);
    if (kind === undefined) findReferences(value, found);
    else for (const id of Array.isArray(value) ? (value as unknown[]) : [value]) found(kind, String(id));
  }
}

/** What the values of a property are names of. */
const kinds: ReadonlyMap<string, ReferenceKind> = new Map([
  ["depends-on", "id"],
  ["location-uuids", "location"],
  ["member-of-organizations", "party"],
  ["party-uuids", "party"],
  ["role-id", "role"],
]);

function readText(text: string, found: Found): void {
  // Nearly all references of real catalogs are links to something inside, and nothing else.
  if (simple.test(text)) found("id", text.slice(1));
  else if (marks.test(text)) {
    for (const [, id = ""] of text.matchAll(fragment)) {
      found("id", id);
      const word = withoutMarks(id);
      if (word !== id) found("id", word);
    }
    for (const [, id = ""] of text.matchAll(insertion)) found("id", id);
  }
}

/** Without the marks that end a sentence; a loop, since a pattern looks for the end from every mark. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ".:!?".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
