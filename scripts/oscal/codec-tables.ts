// The conversion between XML and JSON needs these facts of the model: names, order, datatypes and groups; nothing of constraints.
import type { CodecTables, DefinitionRow, UseRow } from "../../src/oscal/codec/tables.js";
import type { Model, FlagUse, Use } from "./model.js";

function tables(model: Model): CodecTables {
  const keys = [
    ...Object.keys(model.assemblies),
    ...Object.entries(model.fields).flatMap(([key, field]) => (field.flags === undefined ? [] : [key])),
  ];
  const indices = new Map(keys.map((key, index) => [key, index]));

  const flags = (uses?: FlagUse[]): Pick<DefinitionRow, "flags"> =>
    uses === undefined ? {} : { flags: uses.map(({ flag, name }) => [name, model.flags[flag]?.type ?? ""]) };

  const useRow = (use: Use): UseRow => {
    const key = use.assembly ?? use.field ?? "";
    const content = indices.get(key) ?? model.fields[key]?.type;
    if (content === undefined) throw new Error(`${key} is not defined`);
    const forms = [
      use.json === "SINGLETON_OR_ARRAY" ? ("bare" as const) : undefined,
      use.xml === "GROUPED" ? ("grouped" as const) : undefined,
      use.unwrapped ? ("unwrapped" as const) : undefined,
    ].filter((form) => form !== undefined);
    if (forms.length > 1) throw new Error(`${use.name}: ${forms.join(" and ")} in one use is not understood`);
    if (forms[0] !== undefined) return [use.name, content, use.group ?? null, forms[0]];
    return use.group === undefined ? [use.name, content] : [use.name, content, use.group];
  };

  const row = (key: string): DefinitionRow => {
    const assembly = model.assemblies[key];
    if (assembly === undefined) {
      const field = model.fields[key];
      if (field?.valueKey === undefined) throw new Error(`${key}: a field with flags needs a key for its value`);
      return { ...flags(field.flags), text: [field.type, field.valueKey] };
    }
    if (assembly.model === undefined) return flags(assembly.flags);
    const items = assembly.model.map((item) => ("choice" in item ? item.choice.map(useRow) : useRow(item)));
    return { ...flags(assembly.flags), model: items };
  };

  const definitions = keys.map((key) => {
    const definition = row(key);
    expectDistinct(key, definition);
    return definition;
  });
  const roots: Record<string, number> = {};
  for (const [name, key] of Object.entries(model.roots)) roots[name] = indices.get(key) ?? -1;
  const datatypes: Record<string, CodecTables["datatypes"][string]> = {};
  for (const [name, { type }] of Object.entries(model.datatypes)) if (type !== "string") datatypes[name] = type;
  return { namespace: model.namespace, roots, datatypes, definitions };
}

/** An XML element, and a JSON property, has one meaning in a definition. */
function expectDistinct(key: string, { flags = [], text, model = [] }: DefinitionRow): void {
  const uses = model.flatMap((item) => (isUse(item) ? [item] : item));
  const elements = uses.map(([element, , group, form]) => (form === "grouped" ? group : element));
  const properties = [...flags.map(([name]) => name), ...uses.map(([element, , group]) => group || element)];
  if (text !== undefined) properties.push(text[1]);
  for (const names of [elements, properties]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`${key}: ${String(twice)} has two meanings`);
  }
}

function isUse(item: UseRow | readonly UseRow[]): item is UseRow {
  return typeof item[0] === "string";
}

/**
 * One definition a line.
 * @param comment first line of the file
 */
export function codecTablesModule(model: Model, comment: string): string {
  const { definitions, ...rest } = tables(model);
  return `// ${comment}
export const codecTables = { ${JSON.stringify(rest).slice(1, -1)}, "definitions": [
${definitions.map((definition) => JSON.stringify(definition)).join(",\n")}
] };
`;
}

/** @param comment first line of the file */
export function codecTablesDeclarations(comment: string): string {
  return `// ${comment}
import type { CodecTables } from "../tables.js";
export declare const codecTables: CodecTables;
`;
}
