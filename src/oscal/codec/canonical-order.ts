import { isObject } from "../../foundation/json-value.js";
import { rootDefinition, type Definition } from "./definition.js";

/**
 * The same document with the properties of every object in the model's order: flags first, then the content as XML has it, and at the
 * end, as they come, those that the model does not know. Values, and the order of arrays, stay as they are. A `$schema` beside the
 * model is left out, as in XML: it serves the editor of the file that was read, and compliance-trestle refuses documents that have one.
 * @param document the JSON tree of an OSCAL document, as deep as reading allows; anything else is given back as it is
 */
export function canonicalOrder(document: unknown): unknown {
  if (!isObject(document)) return document;
  const ordered: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    if (name === "$schema") continue;
    const definition = rootDefinition(name);
    const inside = typeof value === "object" && value !== null && definition !== undefined;
    put(ordered, name, inside ? inOrder(value, definition) : value);
  }
  return ordered;
}

/** An OSCAL document as JSON text: properties in the model's order, two blanks of indentation, a line end at the end. */
export function toJson(document: unknown): string {
  return `${JSON.stringify(canonicalOrder(document), undefined, 2)}\n`;
}

/** A value that is in order already is given back as it is: most documents are looked at and not copied. */
function inOrder(value: object, definition: Definition): object {
  if (Array.isArray(value)) return entriesInOrder(value as unknown[], definition);
  const object = value as Record<string, unknown>;
  const { byProperty, ranks } = definition;
  let copy: Record<string, unknown> | undefined;
  let last = -1;
  // With for-in, the names of all objects of one form are one list, which the engine keeps.
  for (const name in object) {
    const rank = ranks.get(name) ?? ranks.size;
    if (rank < last) return sorted(object, definition);
    last = rank;
    const content = object[name];
    if (typeof content !== "object" || content === null) continue;
    const inside = byProperty.get(name)?.definition();
    const ordered = inside === undefined ? content : inOrder(content, inside);
    if (ordered === content) continue;
    copy ??= { ...object };
    copy[name] = ordered;
  }
  return copy ?? object;
}

function entriesInOrder(entries: readonly unknown[], definition: Definition): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (typeof entry !== "object" || entry === null) continue;
    const ordered = inOrder(entry, definition);
    if (ordered === entry) continue;
    copy ??= [...entries];
    copy[index] = ordered;
  }
  return copy ?? entries;
}

function sorted(object: Record<string, unknown>, { byProperty, properties }: Definition): object {
  const copy: Record<string, unknown> = {};
  for (const name of properties) {
    if (!Object.hasOwn(object, name)) continue;
    const content = object[name];
    const inside = typeof content === "object" && content !== null ? byProperty.get(name)?.definition() : undefined;
    copy[name] = inside === undefined ? content : inOrder(content as object, inside);
  }
  for (const name of Object.keys(object)) if (!properties.has(name)) put(copy, name, object[name]);
  return copy;
}

/** Keeps a property called `__proto__` a property. */
function put(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, enumerable: true, value, writable: true });
}
