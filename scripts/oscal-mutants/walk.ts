// Walks an OSCAL document in JSON by the compact model, so that a change can be named by the definition and property that it concerns.
import type { Model, FlagDefinition, FieldDefinition } from "../oscal/model.js";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}
/** A property of an object as the model declares it. */
export interface Property {
  kind: "flag" | "value" | "field" | "assembly";
  /** Of a single value, or of each entry. */
  datatype?: string;
  /** All values that the definition itself allows. */
  values?: string[];
  required: boolean;
  /** An array. */
  many: boolean;
  /** The other alternatives of the choice. */
  rivals: string[];
  /** Key of what stands there, where that is an object. */
  definition?: string;
}
/** An object of the document. */
export interface Place {
  pointer: string;
  /** Key in the model. */
  definition: string;
  properties: Map<string, Property>;
  value: JsonObject;
}

const OWN = ".[has-oscal-namespace('http://csrc.nist.gov/ns/oscal')]";

function propertiesOf(model: Model, key: string): Map<string, Property> {
  const assembly = model.assemblies[key];
  const field = model.fields[key];
  const properties = new Map<string, Property>();
  for (const { flag, name, required } of (assembly ?? field)?.flags ?? []) {
    const definition = model.flags[flag];
    if (definition === undefined) continue;
    properties.set(name, {
      kind: "flag",
      datatype: definition.type,
      required: required === true,
      many: false,
      rivals: [],
      ...closed(definition),
    });
  }
  if (field?.valueKey !== undefined)
    properties.set(field.valueKey, { kind: "value", datatype: field.type, required: true, many: false, rivals: [] });
  for (const item of assembly?.model ?? []) {
    const uses = "choice" in item ? item.choice : [item];
    for (const use of uses) {
      const simple = use.field === undefined ? undefined : model.fields[use.field];
      const rivals = uses.filter((other) => other !== use).map((other) => other.group ?? other.name);
      const common = { required: uses.length === 1 && (use.min ?? 0) > 0, many: use.group !== undefined, rivals };
      if (simple === undefined || simple.flags !== undefined)
        properties.set(use.group ?? use.name, {
          kind: "assembly",
          definition: use.assembly ?? use.field ?? "",
          ...common,
        });
      else
        properties.set(use.group ?? use.name, { kind: "field", datatype: simple.type, ...closed(simple), ...common });
    }
  }
  return properties;
}

function closed(definition: FlagDefinition | FieldDefinition): { values?: string[] } {
  const lists = (definition.constraints ?? []).filter(
    ({ kind, level = "ERROR", target = "." }) =>
      kind === "allowed-values" &&
      level === "ERROR" &&
      (target === "." || (target === OWN && !("flags" in definition))),
  );
  return lists.some(({ allowOther }) => !allowOther) ? { values: lists.flatMap(({ values = [] }) => values) } : {};
}

/** Every object of a valid document, in document order. */
export function* places(model: Model, document: JsonObject): Generator<Place> {
  const root = Object.keys(document).find((key) => Object.hasOwn(model.roots, key)) ?? "";
  yield* inside(model, model.roots[root] ?? "", `/${root}`, document[root] as JsonObject);
}

function* inside(model: Model, key: string, pointer: string, value: JsonObject): Generator<Place> {
  const properties = propertiesOf(model, key);
  yield { pointer, definition: key, properties, value };
  for (const [name, inner] of Object.entries(value)) {
    const property = properties.get(name);
    if (property?.definition === undefined) continue;
    const entries = Array.isArray(inner) ? inner : [inner];
    for (const [index, entry] of entries.entries()) {
      const at = Array.isArray(inner) ? `${pointer}/${name}/${String(index)}` : `${pointer}/${name}`;
      yield* inside(model, property.definition, at, entry as JsonObject);
    }
  }
}

/** The object at a pointer. */
export function at(document: JsonObject, pointer: string): JsonObject {
  let value = document;
  // An index of an array reads as a property.
  for (const segment of pointer.split("/").slice(1)) value = value[segment] as JsonObject;
  return value;
}
