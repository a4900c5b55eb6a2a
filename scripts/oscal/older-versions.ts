// What the models of older versions of OSCAL lack or ask otherwise, compared with the version that is checked against: facts, by
// definition and property. Only versions whose schemas are at hand are compared.
import { join } from "node:path";
import type { OlderVersion } from "../../src/oscal/validate/version/older-version.js";
import { definitions, type Schema } from "./json-schema.js";
import type { Model } from "./model.js";
import { fromJsonSchema, fromXsd, type OlderObject } from "./older-schemas.js";
import { documentName, nameDefinitions } from "./type-names.js";

/** Newest first. `next` came right after the version where `isNext` says so; else the versions between are not at hand. */
const COMPARED: readonly {
  version: string;
  next: string;
  isNext: boolean;
  read: (standard: string) => OlderObject;
}[] = [
  {
    version: "1.1.3",
    next: "1.2.0",
    isNext: true,
    read: (standard) => fromJsonSchema(join(standard, "json-schema", "oscal_complete_schema-1.1.3.json")),
  },
  {
    version: "1.0.6",
    next: "1.1.3",
    isNext: false,
    read: (standard) => fromXsd(join(standard, "xsd", "v1.0.6", "oscal_complete_schema.xsd")),
  },
];

/** @param standard folder of OSCAL's schemas */
export function olderVersions(model: Model, standard: string): OlderVersion[] {
  const versions: OlderVersion[] = [];
  for (const { version, next, isNext, read } of COMPARED) {
    const later = versions.at(-1);
    const found = compare(model, read(standard));
    versions.push({
      version,
      next,
      isNext,
      models: found.models.filter((each) => later?.models.includes(each) !== true),
      lacks: without(found.lacks, versions, "lacks"),
      requires: without(found.requires, versions, "requires"),
      otherForms: without(found.otherForms, versions, "otherForms"),
    });
  }
  return versions;
}

type Properties = Record<string, string[]>;
type Kind = "lacks" | "requires" | "otherForms";

/** What an older version differs in, without what the later one differs in too. */
function without(found: Map<string, Set<string>>, later: readonly OlderVersion[], kind: Kind): Properties {
  const rows = [...found].map(([definition, properties]): [string, string[]] => [
    definition,
    [...properties].filter((each) => !later.some((version) => version[kind][definition]?.includes(each))).sort(),
  ]);
  return Object.fromEntries(
    rows.filter(([, properties]) => properties.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function compare(model: Model, older: OlderObject): Record<Kind, Map<string, Set<string>>> & { models: string[] } {
  const schemas = definitions(model);
  const xmlNames = namesInXml(model);
  const found = {
    lacks: new Map<string, Set<string>>(),
    requires: new Map<string, Set<string>>(),
    otherForms: new Map<string, Set<string>>(),
  };
  /** A definition is used in several places; it has a property where one of them has it. */
  const present = new Map<string, Set<string>>();
  const put = (table: Map<string, Set<string>>, definition: string, property: string): void => {
    table.set(definition, (table.get(definition) ?? new Set()).add(property));
  };
  const seen = new Map<string, Set<OlderObject>>();
  const open: { name: string; at: OlderObject }[] = [];
  const models: string[] = [];
  for (const root of Object.keys(model.roots)) {
    const member = older.member({ json: root, xml: root, isFlag: false });
    if (member === undefined) models.push(root);
    const name = referred(schemas[documentName(root)]?.properties?.[root]);
    for (const at of member?.objects ?? []) open.push({ name, at });
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, at } = next;
    const visited = seen.get(name) ?? new Set();
    seen.set(name, visited.add(at));
    const { properties = {}, required = [] } = schemas[name] ?? {};
    for (const [json, schema] of Object.entries(properties)) {
      const names = xmlNames.get(name)?.get(json);
      // The value of a field has no name in XML.
      if (names === undefined) continue;
      const member = at.member({ json, ...names });
      if (member === undefined) {
        put(found.lacks, name, json);
        continue;
      }
      put(present, name, json);
      if (member.required && !required.includes(json)) put(found.requires, name, json);
      if (!member.required && required.includes(json))
        throw new Error(`${name}: "${json}" is required since a later version, which the table has no place for`);
      const single = schema.items ?? schema.else ?? schema;
      const below = referred(single);
      const target = schemas[below];
      if (target?.properties !== undefined) {
        for (const each of member.objects)
          if (seen.get(below)?.has(each) !== true) open.push({ name: below, at: each });
      } else if (
        member.patterns !== undefined &&
        !patternsOf(target, schemas).every((each) => member.patterns?.includes(each))
      )
        put(found.otherForms, name, json);
    }
  }
  for (const [name, properties] of found.lacks) for (const each of present.get(name) ?? []) properties.delete(each);
  return { ...found, models };
}

function referred(schema: Schema | undefined): string {
  return schema?.$ref?.slice("#/$defs/".length) ?? "";
}

function patternsOf(schema: Schema | undefined, schemas: Record<string, Schema>): string[] {
  if (schema === undefined) return [];
  const bases = (schema.allOf ?? []).flatMap((each) => patternsOf(schemas[referred(each)], schemas));
  return [...(schema.pattern === undefined ? [] : [schema.pattern]), ...bases];
}

/** By definition and JSON property: the name in XML. */
function namesInXml(model: Model): Map<string, Map<string, { xml: string; isFlag: boolean }>> {
  const names = nameDefinitions(model);
  const all = new Map<string, Map<string, { xml: string; isFlag: boolean }>>();
  for (const [key, definition] of [...Object.entries(model.assemblies), ...Object.entries(model.fields)]) {
    const name = names.get(key);
    if (name === undefined) continue;
    const members = new Map<string, { xml: string; isFlag: boolean }>();
    for (const flag of definition.flags ?? []) members.set(flag.name, { xml: flag.name, isFlag: true });
    const items = "model" in definition ? (definition.model ?? []) : [];
    for (const use of items.flatMap((item) => ("choice" in item ? item.choice : [item]))) {
      // Blocks of markup without an element around them have no name to look for.
      if (use.unwrapped !== true) members.set(use.group ?? use.name, { xml: use.name, isFlag: false });
    }
    all.set(name, members);
  }
  return all;
}

/** @param comment first line of the module */
export function olderVersionsModule(versions: readonly OlderVersion[], comment: string): string {
  const rows = versions.map((version) => JSON.stringify(version));
  return `// ${comment}\nexport const olderVersions = [\n${rows.join(",\n")},\n];\n`;
}

/** @param comment first line of the file */
export function olderVersionsDeclarations(comment: string): string {
  return `// ${comment}
import type { OlderVersion } from "../version/older-version.js";
/** Newest first. */
export declare const olderVersions: readonly OlderVersion[];
`;
}
