// Datatypes of OSCAL as JSON has them, from the metaschema's own JSON schema of its datatypes.
import { readFileSync } from "node:fs";

export interface Datatype {
  /** Of the JSON value. */
  type: "string" | "number" | "integer" | "boolean";
  /** Datatype that the value has to be as well. */
  base?: string;
  format?: string;
  /** ECMAScript regular expression with the flag u. */
  pattern?: string;
  minimum?: number;
}

/** A datatype as that schema has it; one with a base has both in `allOf`. */
interface DatatypeSchema extends Partial<Omit<Datatype, "base">> {
  $ref?: string;
  allOf?: DatatypeSchema[];
}

/**
 * @param file absolute path of the JSON schema
 * @param used names of the datatypes to read
 * @returns sorted by name
 */
export function readDatatypes(file: string, used: Set<string>): Record<string, Datatype> {
  const { definitions } = JSON.parse(readFileSync(file, "utf8")) as { definitions: Record<string, DatatypeSchema> };
  const plain = (name: string): string => name.replaceAll("-", "").toLowerCase();
  const byName = new Map(Object.keys(definitions).map((key) => [plain(key.replace(/Datatype$/, "")), key]));
  const nameOf = new Map([...used].map((name) => [byName.get(plain(name)), name]));
  const datatypes: Record<string, Datatype> = {};
  for (const name of [...used].sort()) {
    const definition = definitions[byName.get(plain(name)) ?? ""];
    if (definition === undefined) throw new Error(`No JSON datatype for "${name}"`);
    const parts = definition.allOf ?? [definition];
    const reference = parts
      .find((part) => part.$ref !== undefined)
      ?.$ref?.split("/")
      .at(-1);
    const { type, format, pattern, minimum } = parts.reduce<DatatypeSchema>((all, part) => ({ ...all, ...part }), {});
    const base = nameOf.get(reference);
    if (type === undefined) throw new Error(`The JSON datatype for "${name}" has no type`);
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
