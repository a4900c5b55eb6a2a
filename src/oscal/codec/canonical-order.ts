import { rootDefinition, type Definition } from "./definition.js";

/**
 * The same document with the properties of every object in the model's order: flags first, then the content as XML has it, and at the
 * end, as they come, those that the model does not know. Values, and the order of arrays, stay as they are.
 * @param document the JSON tree of an OSCAL document, as deep as reading allows; anything else is given back as it is
 */
export function canonicalOrder(document: unknown): unknown {
  if (!isObject(document)) return document;
  const ordered: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) put(ordered, name, inOrder(value, rootDefinition(name)));
  return ordered;
}

function inOrder(value: unknown, definition: Definition | undefined): unknown {
  if (definition === undefined) return value;
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry, definition));
  if (!isObject(value)) return value;
  const ordered: Record<string, unknown> = {};
  for (const property of definition.properties) {
    if (!Object.hasOwn(value, property)) continue;
    ordered[property] = inOrder(value[property], definition.byProperty.get(property)?.definition());
  }
  for (const name of Object.keys(value)) if (!definition.properties.has(name)) put(ordered, name, value[name]);
  return ordered;
}

/** Keeps a property called `__proto__` a property. */
function put(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, enumerable: true, value, writable: true });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
