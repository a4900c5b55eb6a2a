// JSON Schemas (draft 2020-12) of the OSCAL models, made from the compact model alone.
import { datatypeName, documentName, nameDefinitions } from "./type-names.js";
import type { Datatype } from "./datatypes.js";
import type { Model, AssemblyDefinition, FieldDefinition, FlagUse, Use, FlagDefinition } from "./model.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const OSCAL_NAMESPACE = "http://csrc.nist.gov/ns/oscal";

/** As much of JSON Schema as the schemas here say. */
export interface Schema {
  $comment?: string;
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  enum?: string[];
  properties?: Properties;
  required?: string[];
  additionalProperties?: false;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  anyOf?: Schema[];
  allOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  /** By property: those that may not stand beside it. */
  dependentSchemas?: Record<string, { properties: Record<string, false> }>;
}
export type Properties = Record<string, Schema>;

/** @param version of OSCAL */
const schemaId = (root: string, version: string): string =>
  `https://aims-as-code.org/schemas/oscal/${version}/${root}.schema.json`;

/** The schema of one root model, with the definitions that it reaches. */
export function modelSchema(model: Model, root: string, comment: string): Schema {
  const all = definitions(model);
  const { [documentName(root)]: document } = all;
  const reached = new Set<string>();
  reach(document);
  return {
    $comment: comment,
    $schema: DIALECT,
    $id: schemaId(root, model.version),
    ...document,
    $defs: Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name))),
  };

  function reach(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const value of Object.values(node)) reach(value);
    const name = "$ref" in node && typeof node.$ref === "string" ? node.$ref.slice("#/$defs/".length) : undefined;
    if (name === undefined || reached.has(name)) return;
    reached.add(name);
    reach(all[name]);
  }
}

/**
 * Schemas by name of: every datatype, every definition that is an object in JSON, and the document of every root model.
 * @returns sorted by name, the documents last
 */
export function definitions(model: Model): Record<string, Schema> {
  const names = nameDefinitions(model);
  const made = new Map<string, Schema>();
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

  function assemblySchema(assembly: AssemblyDefinition): Schema {
    const { properties, required } = flagProperties(assembly.flags);
    const dependentSchemas: NonNullable<Schema["dependentSchemas"]> = {};
    const allOf: Schema[] = [];
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
        const later = keys.slice(index + 1);
        if (later.length > 0)
          dependentSchemas[key] = { properties: Object.fromEntries(later.map((other) => [other, false as const])) };
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

  function fieldSchema(field: FieldDefinition): Schema {
    const { properties, required } = flagProperties(field.flags);
    if (field.valueKey === undefined) throw new Error(`${field.name}: a field with flags needs a key for its value`);
    add(properties, field.valueKey, valueSchema(field));
    return object(properties, [...required, field.valueKey]);
  }

  function flagProperties(uses: FlagUse[] = []): { properties: Properties; required: string[] } {
    const properties: Properties = {};
    const required: string[] = [];
    for (const { flag, name, required: isRequired } of uses) {
      add(properties, name, valueSchema(lookUp(model.flags, flag)));
      if (isRequired) required.push(name);
    }
    return { properties, required };
  }

  function useSchema(use: Use): Schema {
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

  function valueSchema(definition: FlagDefinition | FieldDefinition): Schema {
    const values = closedValues(definition);
    if (definition.type === "boolean") return { type: "boolean" };
    if (values === undefined) return reference(datatypeName(definition.type));
    if (lookUp(model.datatypes, definition.type).type !== "string")
      throw new Error(`${definition.name}: a closed list of numbers is not understood`);
    return { enum: values };
  }
}

/** All values that a flag or field can take, where the standard closes them on the definition itself. */
function closedValues(definition: FlagDefinition | FieldDefinition): string[] | undefined {
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

function datatypeSchema({ base, ...own }: Datatype): Schema {
  return base === undefined ? own : { allOf: [reference(datatypeName(base))], ...own };
}

function object(properties: Properties, required: string[]): Schema {
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function reference(name: string | undefined): Schema {
  return { $ref: `#/$defs/${name ?? ""}` };
}

function add(properties: Properties, name: string, schema: Schema): void {
  if (Object.hasOwn(properties, name)) throw new Error(`Two properties are named "${name}"`);
  properties[name] = schema;
}

function lookUp<T>(table: Record<string, T>, key: string): T {
  const value = table[key];
  if (value === undefined) throw new Error(`The model has no "${key}"`);
  return value;
}
