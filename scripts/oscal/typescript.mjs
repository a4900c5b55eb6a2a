// @ts-check
// TypeScript declarations of OSCAL documents in JSON: one for each definition, shared by the models.
import { compile } from "json-schema-to-typescript";
import { definitions } from "./json-schema.mjs";
import { documentName } from "./type-names.mjs";

/** @typedef {import("./json-schema.mjs").Schema} Schema */

/**
 * @param {import("./model.mjs").Model} model
 * @param {string} comment first line of the file
 * @returns {Promise<string>}
 */
export async function typeDeclarations(model, comment) {
  const $defs = Object.fromEntries(Object.entries(definitions(model)).map(([name, schema]) => [name, plain(schema)]));
  const documents = Object.keys(model.roots).map((root) => ({ $ref: `#/$defs/${documentName(root)}` }));
  const text = await compile({ $defs, anyOf: documents }, "OscalDocument", {
    additionalProperties: false,
    bannerComment: `// ${comment}`,
    unreachableDefinitions: true,
    style: { printWidth: 120 },
  });
  return text.replaceAll(/\/\*\*\n \* This (?:interface|type) was referenced by[\s\S]*?\*\/\n/g, "");
}

/**
 * What a declaration can say: rules between properties are left to the validators, and nothing inside is given a name.
 * @param {Schema} schema
 * @returns {Schema}
 */
function plain(schema) {
  if (schema.properties === undefined) return { type: schema.type };
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name,
    property.if === undefined ? unbounded(property) : { anyOf: [property.else, unbounded(property.then)] },
  ]);
  if (properties.length === 0) return { tsType: "Record<string, never>" };
  return without({ ...schema, properties: Object.fromEntries(properties) }, ["anyOf", "allOf", "dependentSchemas"]);
}

/** How many entries a list has is not in its type. @param {Schema} schema */
const unbounded = (schema) => without(schema, ["minItems", "maxItems"]);

/** @param {Schema} schema @param {string[]} keywords @returns {Schema} */
function without(schema, keywords) {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
