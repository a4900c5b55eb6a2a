// @ts-check
// JSON Schemas (draft 2020-12) of the OSCAL models, made from the compact model alone.
import { datatypeName, documentName, nameDefinitions } from "./type-names.mjs";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const OSCAL_NAMESPACE = "http://csrc.nist.gov/ns/oscal";

/** @typedef {Record<string, any>} Schema */

/**
 * @param {string} root
 * @param {string} version of OSCAL
 */
const schemaId = (root, version) => `https://aims-as-code.org/schemas/oscal/${version}/${root}.schema.json`;

/**
 * The schema of one root model, with the definitions that it reaches.
 * @param {import("./model.mjs").Model} model
 * @param {string} root
 * @param {string} comment
 * @returns {Schema}
 */
export function modelSchema(model, root, comment) {
  const all = definitions(model);
  const { [documentName(root)]: document } = all;
  const reached = new Set();
  reach(document);
  return {
    $comment: comment,
    $schema: DIALECT,
    $id: schemaId(root, model.version),
    ...document,
    $defs: Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name))),
  };

  /** @param {unknown} node */
  function reach(node) {
    if (typeof node !== "object" || node === null) return;
    for (const value of Object.values(node)) reach(value);
    const reference = /** @type {Schema} */ (node).$ref;
    const name = typeof reference === "string" ? reference.slice("#/$defs/".length) : undefined;
    if (name === undefined || reached.has(name)) return;
    reached.add(name);
    reach(all[name]);
  }
}

/**
 * Schemas by name of: every datatype, every definition that is an object in JSON, and the document of every root model.
 * @param {import("./model.mjs").Model} model
 * @returns {Record<string, Schema>} sorted by name, the documents last
 */
export function definitions(model) {
  const names = nameDefinitions(model);
  /** @type {Map<string, Schema>} */
  const made = new Map();
  for (const [name, datatype] of Object.entries(model.datatypes))
    if (name !== "boolean") made.set(datatypeName(name), datatypeSchema(datatype));
  for (const [key, assembly] of Object.entries(model.assemblies))
    made.set(names.get(key) ?? "", assemblySchema(assembly));
  for (const [key, field] of Object.entries(model.fields))
    if (names.has(key)) made.set(names.get(key) ?? "", fieldSchema(field));
  const sorted = [...made].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [root, key] of Object.entries(model.roots)) {
    sorted.push([
      documentName(root),
      object({ $schema: { type: "string", format: "uri-reference" }, [root]: reference(names.get(key)) }, [root]),
    ]);
  }
  return Object.fromEntries(sorted);

  /** @param {import("./model.mjs").AssemblyDefinition} assembly */
  function assemblySchema(assembly) {
    const { properties, required } = flagProperties(assembly.flags);
    /** @type {Schema} */
    const dependentSchemas = {};
    /** @type {Schema[]} */
    const allOf = [];
    for (const item of assembly.model ?? []) {
      const uses = "choice" in item ? item.choice : [item];
      for (const use of uses) add(properties, use.group ?? use.name, useSchema(use));
      if (!("choice" in item)) {
        if ((item.min ?? 0) > 0) required.push(item.group ?? item.name);
        continue;
      }
      const keys = uses.map((use) => use.group ?? use.name);
      // The later alternative is the one that is reported when two stand side by side.
      keys.forEach((key, index) => {
        const later = keys.slice(index + 1).map((other) => [other, false]);
        if (later.length > 0) dependentSchemas[key] = { properties: Object.fromEntries(later) };
      });
      if (uses.every((use) => (use.min ?? 0) > 0)) allOf.push({ anyOf: keys.map((key) => ({ required: [key] })) });
    }
    const [first, second] = allOf;
    return {
      ...object(properties, required),
      ...(second === undefined ? (first ?? {}) : { allOf }),
      ...(Object.keys(dependentSchemas).length > 0 ? { dependentSchemas } : {}),
    };
  }

  /** @param {import("./model.mjs").FieldDefinition} field */
  function fieldSchema(field) {
    const { properties, required } = flagProperties(field.flags);
    if (field.valueKey === undefined) throw new Error(`${field.name}: a field with flags needs a key for its value`);
    add(properties, field.valueKey, valueSchema(field));
    return object(properties, [...required, field.valueKey]);
  }

  /** @param {import("./model.mjs").FlagUse[] | undefined} uses */
  function flagProperties(uses = []) {
    /** @type {Schema} */
    const properties = {};
    /** @type {string[]} */
    const required = [];
    for (const { flag, name, required: isRequired } of uses) {
      add(properties, name, valueSchema(lookUp(model.flags, flag)));
      if (isRequired) required.push(name);
    }
    return { properties, required };
  }

  /** @param {import("./model.mjs").Use} use */
  function useSchema(use) {
    const key = use.assembly ?? use.field ?? "";
    const name = names.get(key);
    const single = name === undefined ? valueSchema(lookUp(model.fields, key)) : reference(name);
    if (use.group === undefined) return single;
    const array = {
      type: "array",
      minItems: Math.max(1, use.min ?? 1),
      ...(typeof use.max === "number" ? { maxItems: use.max } : {}),
      items: single,
    };
    // Told apart by the value's own type, so that only one of the two speaks when something is wrong.
    return use.json === "SINGLETON_OR_ARRAY" ? { if: { type: "array" }, then: array, else: single } : array;
  }

  /** @param {import("./model.mjs").FlagDefinition | import("./model.mjs").FieldDefinition} definition */
  function valueSchema(definition) {
    const values = closedValues(definition);
    if (definition.type === "boolean") return { type: "boolean" };
    if (values === undefined) return reference(datatypeName(definition.type));
    if (lookUp(model.datatypes, definition.type).type !== "string")
      throw new Error(`${definition.name}: a closed list of numbers is not understood`);
    return { enum: values };
  }
}

/**
 * All values that a flag or field can take, where the standard closes them on the definition itself.
 * @param {import("./model.mjs").FlagDefinition | import("./model.mjs").FieldDefinition} definition
 * @returns {string[] | undefined}
 */
function closedValues(definition) {
  // A flag has no namespace of its own and neither has a field without flags: both are always in OSCAL's.
  const own = `.[has-oscal-namespace('${OSCAL_NAMESPACE}')]`;
  const lists = (definition.constraints ?? []).filter(
    ({ kind, level = "ERROR", target = "." }) =>
      kind === "allowed-values" &&
      level === "ERROR" &&
      (target === "." || (target === own && !("flags" in definition))),
  );
  if (!lists.some(({ allowOther }) => !allowOther)) return undefined;
  return [...new Set(lists.flatMap(({ values = [] }) => values))];
}

/** @param {import("./model.mjs").Datatype} datatype @returns {Schema} */
function datatypeSchema({ base, ...own }) {
  return base === undefined ? own : { allOf: [reference(datatypeName(base))], ...own };
}

/** @param {Schema} properties @param {string[]} required @returns {Schema} */
function object(properties, required) {
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** @param {string | undefined} name @returns {Schema} */
function reference(name) {
  return { $ref: `#/$defs/${name ?? ""}` };
}

/** @param {Schema} properties @param {string} name @param {Schema} schema */
function add(properties, name, schema) {
  if (Object.hasOwn(properties, name)) throw new Error(`Two properties are named "${name}"`);
  properties[name] = schema;
}

/** @template T @param {Record<string, T>} table @param {string} key @returns {T} */
function lookUp(table, key) {
  const value = table[key];
  if (value === undefined) throw new Error(`The model has no "${key}"`);
  return value;
}
