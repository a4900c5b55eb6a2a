// @ts-check
// The schemas of the root models as small tables: enough to say that a document is valid, not what is wrong with one that is not.
import formatsModule from "ajv-formats/dist/formats.js";
import { definitions } from "./json-schema.mjs";
import { datatypeName, documentName } from "./type-names.mjs";

const { fullFormats } = formatsModule;

/** Formats that the validators check with code; accepted-text.ts narrows their datatypes to what is plainly right. */
const narrowed = new Set(["date-time", "uri"]);

/**
 * @typedef {import("./json-schema.mjs").Schema} Schema
 * @typedef {string | number | readonly string[] | boolean} Content as in the declarations below
 * @typedef {[content: Content, list?: 1 | 2, least?: number, most?: number | null]} PropertyRow
 * @typedef {{
 *   properties: Record<string, PropertyRow>,
 *   required?: string[],
 *   anyOf?: string[][],
 *   excluded?: Record<string, string[]>,
 * }} ShapeRow
 */

/** @param {import("./model.mjs").Model} model */
function tables(model) {
  const { datatypes: modelDatatypes, roots: modelRoots } = model;
  const schemas = definitions(model);
  const datatypeOf = new Map(Object.keys(modelDatatypes).map((name) => [datatypeName(name), name]));
  const documents = new Set(Object.keys(modelRoots).map(documentName));
  const names = Object.keys(schemas).filter((name) => !datatypeOf.has(name) && !documents.has(name));
  const indices = new Map(names.map((name, index) => [name, index]));

  /** @type {Record<string, number>} */
  const roots = {};
  for (const root of Object.keys(modelRoots)) {
    const { [root]: content } = shapeRow(documentName(root)).properties;
    if (typeof content?.[0] !== "number") throw new Error(`${root}: its document is not understood`);
    roots[root] = content[0];
  }
  return { roots, datatypes: datatypeRows(modelDatatypes), shapes: names.map(shapeRow) };

  /** @param {string} name @returns {ShapeRow} */
  function shapeRow(name) {
    const { type, properties, required, additionalProperties, anyOf, allOf, dependentSchemas, ...unknown } =
      schemas[name] ?? {};
    if (type !== "object" || additionalProperties !== false) throw new Error(`${name}: not a closed object`);
    refuseUnknown(name, unknown);
    /** @type {Schema[]} */
    const choices = allOf ?? (anyOf === undefined ? [] : [{ anyOf }]);
    return {
      properties: Object.fromEntries(
        Object.entries(properties).map(([property, schema]) => [
          property,
          property === "$schema" ? ["uri-reference"] : propertyRow(`${name}/${property}`, schema),
        ]),
      ),
      ...(required === undefined ? {} : { required }),
      ...(choices.length === 0 ? {} : { anyOf: choices.map((choice) => alternatives(name, choice)) }),
      ...(dependentSchemas === undefined ? {} : { excluded: excluded(dependentSchemas) }),
    };
  }

  /** @param {string} place @param {Schema} schema @returns {PropertyRow} */
  function propertyRow(place, schema) {
    if (schema.then !== undefined && schema.if?.type === "array") {
      const [content, , least, most] = propertyRow(place, schema.then);
      if (JSON.stringify(schema.else) !== JSON.stringify(schema.then.items)) throw new Error(`${place}: two contents`);
      return row(content, 2, least, most);
    }
    if (schema.type !== "array") return row(content(place, schema));
    const { minItems, maxItems, items, ...rest } = schema;
    refuseUnknown(place, { ...rest, type: undefined });
    return row(content(place, items), 1, minItems, maxItems);
  }

  /** @param {string} place @param {Schema} schema @returns {Content} */
  function content(place, { $ref, enum: values, type, ...unknown }) {
    refuseUnknown(place, unknown);
    if ($ref !== undefined) {
      const name = $ref.slice("#/$defs/".length);
      const found = datatypeOf.get(name) ?? indices.get(name);
      if (found === undefined) throw new Error(`${place}: there is no ${name}`);
      return found;
    }
    if (values !== undefined) return values;
    if (type === "boolean") return true;
    throw new Error(`${place}: a content of ${type} is not understood`);
  }
}

/** Without what says nothing at the end. @param {Content} content @param {1 | 2} [list] @param {number} [least] @param {number | null} [most] */
function row(content, list, least = 1, most = null) {
  /** @type {PropertyRow} */
  const written = [content];
  if (list === undefined) return written;
  written.push(list);
  if (least !== 1 || most !== null) written.push(least);
  if (most !== null) written.push(most);
  return written;
}

/** @param {string} place @param {Schema} choice @returns {string[]} properties of which one at least is there */
function alternatives(place, { anyOf, ...unknown }) {
  refuseUnknown(place, unknown);
  return anyOf.map((/** @type {Schema} */ { required, ...others }) => {
    refuseUnknown(place, others);
    if (required.length !== 1) throw new Error(`${place}: an alternative of several properties is not understood`);
    return required[0];
  });
}

/** @param {Record<string, Schema>} dependentSchemas @returns {Record<string, string[]>} by property: those that may not stand beside it */
function excluded(dependentSchemas) {
  return Object.fromEntries(
    Object.entries(dependentSchemas).map(([property, { properties, ...unknown }]) => {
      refuseUnknown(property, unknown);
      if (Object.values(properties).some((schema) => schema !== false))
        throw new Error(`${property}: not an exclusion`);
      return [property, Object.keys(properties)];
    }),
  );
}

/** @param {import("./model.mjs").Model["datatypes"]} datatypes */
function datatypeRows(datatypes) {
  return Object.fromEntries(
    Object.keys(datatypes)
      .filter((name) => name !== "boolean")
      .map((name) => {
        const { type } = datatypes[name] ?? {};
        const minimum = datatypes[name]?.minimum;
        const patterns = type === "string" ? patternsOf(datatypes, name) : [];
        return [name, { type, ...(minimum === undefined ? {} : { minimum }), patterns }];
      }),
  );
}

/**
 * Regular expressions that a text of the datatype has to fit, each as its source and flags: patterns of the model, those of its base,
 * and those that the validators take for the format.
 * @param {import("./model.mjs").Model["datatypes"]} datatypes @param {string} name @returns {[string, string][]}
 */
function patternsOf(datatypes, name) {
  const { base, pattern, format } = datatypes[name] ?? {};
  /** @type {[string, string][]} */
  const patterns = base === undefined ? [] : patternsOf(datatypes, base);
  if (pattern !== undefined) patterns.push([pattern, "u"]);
  const check = format === undefined ? undefined : /** @type {Record<string, unknown>} */ (fullFormats)[format];
  if (check instanceof RegExp) patterns.push([check.source, check.flags]);
  else if (format !== undefined && !narrowed.has(format))
    throw new Error(`${name}: the format ${format} is checked by code`);
  return patterns;
}

/** @param {string} place @param {object} unknown */
function refuseUnknown(place, unknown) {
  const key = Object.entries(unknown).find(([, value]) => value !== undefined)?.[0];
  if (key !== undefined) throw new Error(`${place}: "${key}" is not understood`);
}

/** One shape a line. @param {import("./model.mjs").Model} model @param {string} comment first line of the file @returns {string} */
export function acceptanceTablesModule(model, comment) {
  const { shapes, ...rest } = tables(model);
  return `// ${comment}
export const acceptanceTables = { ${JSON.stringify(rest).slice(1, -1)}, "shapes": [
${shapes.map((shape) => JSON.stringify(shape)).join(",\n")}
] };
`;
}

/** @param {string} comment first line of the file @returns {string} */
export function acceptanceTablesDeclarations(comment) {
  return `// ${comment}
/** Name of a datatype, index of a shape, a closed list of values, or true for a boolean. */
export type ContentRow = string | number | readonly string[] | true;
/**
 * What stands under a property. List: 1 for an array, 2 for an array or one entry without it; nothing for one value.
 * Least, 1 where it is missing, and most: bounds on the number of entries.
 */
export type PropertyRow = readonly [content: ContentRow, list?: 1 | 2, least?: number, most?: number];
/** An object that has the properties and no others. */
export interface ShapeRow {
  readonly properties: Readonly<Record<string, PropertyRow>>;
  readonly required?: readonly string[];
  /** Of each list, one property at least is there. */
  readonly anyOf?: readonly (readonly string[])[];
  /** By property: those that may not stand beside it. */
  readonly excluded?: Readonly<Record<string, readonly string[]>>;
}
/** Patterns: a text fits all of them. */
export interface DatatypeRow {
  readonly type: "string" | "integer" | "number";
  readonly minimum?: number;
  readonly patterns: readonly (readonly [source: string, flags: string])[];
}
export declare const acceptanceTables: {
  /** Index of a shape by root model. */
  readonly roots: Readonly<Record<string, number>>;
  readonly datatypes: Readonly<Record<string, DatatypeRow>>;
  readonly shapes: readonly ShapeRow[];
};
`;
}
