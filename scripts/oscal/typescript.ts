// TypeScript declarations of OSCAL documents in JSON: one for each definition, shared by the models.
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { definitions, type Schema } from "./json-schema.js";
import { documentName } from "./type-names.js";
import type { Model } from "./model.js";

/** @param comment first line of the file */
export async function typeDeclarations(model: Model, comment: string): Promise<string> {
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

/** The part of a schema that a declaration can say: the validators hold the rules between properties, and nothing inside has a name. */
function plain(schema: Schema): JSONSchema | Schema {
  if (schema.properties === undefined) return schema.type === undefined ? {} : { type: schema.type };
  const properties = Object.entries(schema.properties).map(
    ([name, { then, else: otherwise = {}, ...property }]): [string, Schema] => [
      name,
      then === undefined ? unbounded(property) : { anyOf: [otherwise, unbounded(then)] },
    ],
  );
  if (properties.length === 0) return { tsType: "Record<string, never>" };
  return without({ ...schema, properties: Object.fromEntries(properties) }, ["anyOf", "allOf", "dependentSchemas"]);
}

/** How many entries a list has is not in its type. */
function unbounded(schema: Schema): Schema {
  return without(schema, ["minItems", "maxItems"]);
}

function without(schema: Schema, keywords: readonly (keyof Schema)[]): Schema {
  const entries = Object.entries<unknown>({ ...schema });
  return Object.fromEntries(entries.filter(([keyword]) => !keywords.some((each) => each === keyword)));
}
