// The schemas of the root models as small tables: enough to say that a document is valid, not what is wrong with one that is not.
import formatsModule from "ajv-formats/dist/formats.js";
import type {
  AcceptanceTables,
  ContentRow,
  DatatypeRow,
  PropertyRow,
  ShapeRow,
} from "../../src/oscal/validate/acceptance/tables.js";
import { definitions, type Schema } from "./json-schema.js";
import { datatypeName, documentName } from "./type-names.js";
import type { Model } from "./model.js";

const { fullFormats } = formatsModule;

/** Formats that the validators check with code; acceptance/acceptance.ts narrows their datatypes to values that are plainly right. */
const narrowed = new Set(["date-time", "uri"]);

function tables(model: Model): AcceptanceTables {
  const { datatypes: modelDatatypes, roots: modelRoots } = model;
  const schemas = definitions(model);
  const datatypeOf = new Map(Object.keys(modelDatatypes).map((name) => [datatypeName(name), name]));
  const documents = new Set(Object.keys(modelRoots).map(documentName));
  const names = Object.keys(schemas).filter((name) => !datatypeOf.has(name) && !documents.has(name));
  const indices = new Map(names.map((name, index) => [name, index]));

  const roots: Record<string, number> = {};
  for (const root of Object.keys(modelRoots)) {
    const { [root]: content } = shapeRow(documentName(root)).properties;
    if (typeof content?.[0] !== "number") throw new Error(`${root}: its document is not understood`);
    roots[root] = content[0];
  }
  return { roots, datatypes: datatypeRows(modelDatatypes), shapes: names.map(shapeRow) };

  function shapeRow(name: string): ShapeRow {
    const { type, properties, required, additionalProperties, anyOf, allOf, dependentSchemas, ...unknown } =
      schemas[name] ?? {};
    if (type !== "object" || properties === undefined || additionalProperties !== false)
      throw new Error(`${name}: not a closed object`);
    refuseUnknown(name, unknown);
    const choices: Schema[] = allOf ?? (anyOf === undefined ? [] : [{ anyOf }]);
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

  function propertyRow(place: string, schema: Schema): PropertyRow {
    const { if: condition, then, else: otherwise } = schema;
    if (then !== undefined && condition?.type === "array") {
      const [content, , least, most] = propertyRow(place, then);
      if (JSON.stringify(otherwise) !== JSON.stringify(then.items)) throw new Error(`${place}: two contents`);
      return row(content, 2, least, most);
    }
    if (schema.type !== "array") return row(content(place, schema));
    const { minItems, maxItems, items = {}, ...rest } = schema;
    refuseUnknown(place, { ...rest, type: undefined });
    return row(content(place, items), 1, minItems, maxItems);
  }

  function content(place: string, { $ref, enum: values, type, ...unknown }: Schema): ContentRow {
    refuseUnknown(place, unknown);
    if ($ref !== undefined) {
      const name = $ref.slice("#/$defs/".length);
      const found = datatypeOf.get(name) ?? indices.get(name);
      if (found === undefined) throw new Error(`${place}: there is no ${name}`);
      return found;
    }
    if (values !== undefined) return values;
    if (type === "boolean") return true;
    throw new Error(`${place}: a content of ${String(type)} is not understood`);
  }
}

/** Without what says nothing at the end. */
function row(content: ContentRow, list?: 1 | 2, least = 1, most?: number): PropertyRow {
  if (list === undefined) return [content];
  if (most !== undefined) return [content, list, least, most];
  return least === 1 ? [content, list] : [content, list, least];
}

/** @returns properties of which one at least is there */
function alternatives(place: string, { anyOf = [], ...unknown }: Schema): string[] {
  refuseUnknown(place, unknown);
  return anyOf.map(({ required = [], ...others }) => {
    refuseUnknown(place, others);
    const [property, second] = required;
    if (property === undefined || second !== undefined)
      throw new Error(`${place}: an alternative of several properties is not understood`);
    return property;
  });
}

/** @returns by property: those that may not stand beside it */
function excluded(dependentSchemas: NonNullable<Schema["dependentSchemas"]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(dependentSchemas).map(([property, { properties, ...unknown }]) => {
      refuseUnknown(property, unknown);
      return [property, Object.keys(properties)];
    }),
  );
}

function datatypeRows(datatypes: Model["datatypes"]): Record<string, DatatypeRow> {
  const rows: Record<string, DatatypeRow> = {};
  for (const [name, { type, minimum }] of Object.entries(datatypes)) {
    if (type === "boolean") continue;
    const patterns = type === "string" ? patternsOf(datatypes, name) : [];
    rows[name] = { type, ...(minimum === undefined ? {} : { minimum }), patterns };
  }
  return rows;
}

/**
 * Regular expressions that a text of the datatype has to fit, each as its source and flags: patterns of the model, those of its base,
 * and those that the validators take for the format.
 */
function patternsOf(datatypes: Model["datatypes"], name: string): [string, string][] {
  const { base, pattern, format } = datatypes[name] ?? {};
  const patterns: [string, string][] = base === undefined ? [] : patternsOf(datatypes, base);
  if (pattern !== undefined) patterns.push([pattern, "u"]);
  const check = format === undefined ? undefined : (fullFormats as Record<string, unknown>)[format];
  if (check instanceof RegExp) patterns.push([check.source, check.flags]);
  else if (format !== undefined && !narrowed.has(format))
    throw new Error(`${name}: the format ${format} is checked by code`);
  return patterns;
}

function refuseUnknown(place: string, unknown: object): void {
  const key = Object.entries(unknown).find(([, value]) => value !== undefined)?.[0];
  if (key !== undefined) throw new Error(`${place}: "${key}" is not understood`);
}

/**
 * One shape a line.
 * @param comment first line of the file
 */
export function acceptanceTablesModule(model: Model, comment: string): string {
  const { shapes, ...rest } = tables(model);
  return `// ${comment}
export const acceptanceTables = { ${JSON.stringify(rest).slice(1, -1)}, "shapes": [
${shapes.map((shape) => JSON.stringify(shape)).join(",\n")}
] };
`;
}

/** @param comment first line of the file */
export function acceptanceTablesDeclarations(comment: string): string {
  return `// ${comment}
import type { AcceptanceTables } from "../acceptance/tables.js";
export declare const acceptanceTables: AcceptanceTables;
`;
}
