// @ts-check
// Datatypes of OSCAL as JSON has them, from the metaschema's own JSON schema of its datatypes.
import { readFileSync } from "node:fs";

/**
 * @param {string} file absolute path of the JSON schema
 * @param {Set<string>} used names of the datatypes to read
 * @returns {Record<string, import("./model.mjs").Datatype>} sorted by name
 */
export function readDatatypes(file, used) {
  const { definitions } = JSON.parse(readFileSync(file, "utf8"));
  const plain = (/** @type {string} */ name) => name.replaceAll("-", "").toLowerCase();
  const byName = new Map(Object.keys(definitions).map((key) => [plain(key.replace(/Datatype$/, "")), key]));
  const nameOf = new Map([...used].map((name) => [byName.get(plain(name)), name]));
  /** @type {Record<string, import("./model.mjs").Datatype>} */
  const datatypes = {};
  for (const name of [...used].sort()) {
    const definition = definitions[byName.get(plain(name)) ?? ""];
    if (definition === undefined) throw new Error(`No JSON datatype for "${name}"`);
    const parts = definition.allOf ?? [definition];
    const reference = parts
      .find((/** @type {any} */ part) => part.$ref !== undefined)
      ?.$ref.split("/")
      .at(-1);
    const { type, format, pattern, minimum } = Object.assign({}, ...parts);
    const base = nameOf.get(reference);
    datatypes[name] = {
      type,
      ...(base === undefined ? {} : { base }),
      ...(format === undefined ? {} : { format }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(minimum === undefined ? {} : { minimum }),
    };
  }
  return datatypes;
}
