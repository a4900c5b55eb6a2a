import { isObject } from "../../foundation/json-value.js";
import { nearest } from "../../foundation/nearest.js";
import { formatPointer, parsePointer, valueAt } from "../pointer.js";
import type { Elsewhere } from "../schema-words.js";

/** A schema and the JSON pointer of the part in it that a document was validated against. */
export interface SchemaEntry {
  readonly schema: unknown;
  readonly entry: string;
}

/** The properties that the schema knows at a place of the document. */
export function knownProperties(schema: SchemaEntry, pointer: string): string[] {
  const properties = member(schemaAt(schema, pointer), "properties");
  return isObject(properties) ? Object.keys(properties).filter((key) => !key.startsWith("$")) : [];
}

/**
 * The first property of the object that the schema wants at a place, where it is a text that can have the value: the one that is meant when
 * the value stands there in place of the object.
 */
export function propertyFor(schema: SchemaEntry, pointer: string, value: unknown): string | undefined {
  const [first] = knownProperties(schema, pointer);
  if (pointer === "" || typeof value !== "string" || value.trim() === "") return undefined;
  // A text is rather a name or a file than the id of what it stands for.
  if (first === undefined || first === "id") return undefined;
  const property = schemaAt(schema, `${pointer}${formatPointer([first])}`);
  const allowed = member(property, "enum");
  const pattern = member(property, "pattern");
  const fits =
    member(property, "type") === "string" &&
    member(property, "format") === undefined &&
    (!Array.isArray(allowed) || allowed.includes(value)) &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(value));
  return fits ? first : undefined;
}

/** What the schema says a value is, without the full stop. */
export function descriptionAt(schema: SchemaEntry, pointer: string): string | undefined {
  const description = member(schemaAt(schema, pointer), "description");
  return typeof description === "string" ? description.replace(/\.$/, "") : undefined;
}

/**
 * Where else the schema knows a property, or one of almost its name: the names on the way there, lists as `evidence[]`, the nearest places
 * first.
 * @param pointer the object in which it stands
 */
export function elsewhere(property: string, schema: SchemaEntry, pointer: string): Elsewhere | undefined {
  const objects = objectsOf(schema);
  const here = parsePointer(pointer).filter((segment) => !/^\d+$/.test(segment));
  const known = (name: string): string[] =>
    objects
      .filter(({ way, names }) => names.includes(name) && way.map(plainName).join("/") !== here.join("/"))
      .sort((a, b) => distance(a.way, here) - distance(b.way, here))
      .map(({ way }) => way.join("."));
  const exact = known(property);
  if (exact.length > 0) return { property, places: exact };
  // A short word is near to many.
  const similar = property.length < 4 ? undefined : nearest(property, new Set(objects.flatMap(({ names }) => names)));
  const places = similar === undefined ? [] : known(similar);
  return similar === undefined || places.length === 0 ? undefined : { property: similar, places };
}

interface ObjectInSchema {
  readonly way: readonly string[];
  readonly names: readonly string[];
}

/** The objects of a schema with their properties; those inside one another are not repeated. */
function objectsOf({ schema, entry }: SchemaEntry): ObjectInSchema[] {
  const found: ObjectInSchema[] = [];
  const around = new Set<unknown>();
  const visit = (node: unknown, way: readonly string[]): void => {
    const properties = member(node, "properties");
    if (!isObject(properties) || around.has(node)) return;
    around.add(node);
    found.push({ way, names: Object.keys(properties).filter((name) => !name.startsWith("$")) });
    for (const [name, each] of Object.entries(properties)) {
      const child = resolved(schema, each);
      const items = resolved(schema, member(child, "items"));
      visit(items ?? child, [...way, items === undefined ? name : `${name}[]`]);
    }
    around.delete(node);
  };
  visit(resolved(schema, valueAt(schema, entry)), []);
  return found;
}

/** Steps from one object to another: up to what is around both, and down again. */
function distance(way: readonly string[], here: readonly string[]): number {
  let shared = 0;
  while (shared < way.length && shared < here.length && plainName(way[shared] ?? "") === here[shared]) shared += 1;
  return way.length + here.length - 2 * shared;
}

function plainName(name: string): string {
  return name.replace(/\[\]$/, "");
}

/** The part of the schema for a place of the document, found by following the place through the schema. */
function schemaAt({ schema, entry }: SchemaEntry, pointer: string): unknown {
  let node = resolved(schema, valueAt(schema, entry));
  for (const segment of parsePointer(pointer)) {
    const properties = member(node, "properties");
    const next = member(properties, segment) ?? member(node, "items") ?? member(node, "additionalProperties");
    node = resolved(schema, next);
  }
  return node;
}

function resolved(schema: unknown, node: unknown): unknown {
  const reference = member(node, "$ref");
  return typeof reference === "string" ? resolved(schema, valueAt(schema, reference.slice(1))) : node;
}

function member(node: unknown, key: string): unknown {
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
