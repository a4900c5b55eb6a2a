// @ts-check
// Walks an OSCAL document in JSON by the compact model, so that a change can be told by what stands where.

/**
 * @typedef {import("../oscal/model.mjs").Model} Model
 * @typedef {null | boolean | number | string | Json[] | { [key: string]: Json }} Json
 * @typedef {{ [key: string]: Json }} JsonObject
 *
 * @typedef {object} Property what the model says of a property of an object
 * @property {"flag" | "value" | "field" | "assembly"} kind
 * @property {string} [datatype] of a single value, or of each entry
 * @property {string[]} [values] all values that the definition itself allows
 * @property {boolean} required
 * @property {boolean} many an array
 * @property {string[]} rivals the other alternatives of the choice
 * @property {string} [definition] key of what stands there, where that is an object
 *
 * @typedef {object} Place an object of the document
 * @property {string} pointer
 * @property {string} definition key in the model
 * @property {Map<string, Property>} properties
 * @property {JsonObject} value
 */

const OWN = ".[has-oscal-namespace('http://csrc.nist.gov/ns/oscal')]";

/** @param {Model} model @param {string} key @returns {Map<string, Property>} */
export function propertiesOf(model, key) {
  const assembly = model.assemblies[key];
  const field = model.fields[key];
  /** @type {Map<string, Property>} */
  const properties = new Map();
  for (const { flag, name, required } of (assembly ?? field)?.flags ?? []) {
    const definition = model.flags[flag];
    if (definition === undefined) continue;
    properties.set(name, {
      ...{ kind: "flag", datatype: definition.type, required: required === true, many: false, rivals: [] },
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

/** @param {import("../oscal/model.mjs").FlagDefinition | import("../oscal/model.mjs").FieldDefinition} definition */
function closed(definition) {
  const lists = (definition.constraints ?? []).filter(
    ({ kind, level = "ERROR", target = "." }) =>
      kind === "allowed-values" &&
      level === "ERROR" &&
      (target === "." || (target === OWN && !("flags" in definition))),
  );
  return lists.some(({ allowOther }) => !allowOther) ? { values: lists.flatMap(({ values = [] }) => values) } : {};
}

/**
 * Every object of a valid document, in document order.
 * @param {Model} model
 * @param {JsonObject} document
 * @returns {Generator<Place>}
 */
export function* places(model, document) {
  const root = Object.keys(document).find((key) => Object.hasOwn(model.roots, key)) ?? "";
  yield* inside(model, model.roots[root] ?? "", `/${root}`, /** @type {JsonObject} */ (document[root]));
}

/** @param {Model} model @param {string} key @param {string} pointer @param {JsonObject} value @returns {Generator<Place>} */
function* inside(model, key, pointer, value) {
  const properties = propertiesOf(model, key);
  yield { pointer, definition: key, properties, value };
  for (const [name, inner] of Object.entries(value)) {
    const property = properties.get(name);
    if (property?.definition === undefined) continue;
    const entries = Array.isArray(inner) ? inner : [inner];
    for (const [index, entry] of entries.entries()) {
      const at = Array.isArray(inner) ? `${pointer}/${name}/${String(index)}` : `${pointer}/${name}`;
      yield* inside(model, property.definition, at, /** @type {JsonObject} */ (entry));
    }
  }
}

/** The object at a pointer. @param {JsonObject} document @param {string} pointer @returns {JsonObject} */
export function at(document, pointer) {
  /** @type {any} */
  let value = document;
  for (const segment of pointer.split("/").slice(1)) value = value[segment];
  return value;
}
