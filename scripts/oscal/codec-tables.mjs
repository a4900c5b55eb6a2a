// @ts-check
// What the conversion between XML and JSON has to know of the model: names, order, datatypes and groups; nothing of constraints.

/**
 * @typedef {import("./model.mjs").Model} Model
 *
 * @typedef {string | number} Content datatype of a field without flags, or index of a definition
 * @typedef {[element: string, content: Content, group?: string | null, form?: "bare" | "grouped" | "unwrapped"]} UseRow
 *
 * @typedef {object} DefinitionRow an assembly, or a field with flags
 * @property {[name: string, datatype: string][]} [flags]
 * @property {[datatype: string, property: string]} [text] value of a field and the JSON property that holds it
 * @property {(UseRow | UseRow[])[]} [model] in XML order; a choice is an array of its alternatives
 */

/** @param {Model} model */
function tables(model) {
  const keys = [
    ...Object.keys(model.assemblies),
    ...Object.entries(model.fields).flatMap(([key, field]) => (field.flags === undefined ? [] : [key])),
  ];
  const indices = new Map(keys.map((key, index) => [key, index]));

  /** @param {import("./model.mjs").FlagUse[]} [uses] @returns {Pick<DefinitionRow, "flags">} */
  const flags = (uses) =>
    uses === undefined ? {} : { flags: uses.map(({ flag, name }) => [name, model.flags[flag]?.type ?? ""]) };

  /** @param {import("./model.mjs").Use} use @returns {UseRow} */
  const useRow = (use) => {
    const key = use.assembly ?? use.field ?? "";
    const content = indices.get(key) ?? model.fields[key]?.type;
    if (content === undefined) throw new Error(`${key} is not defined`);
    const forms = [
      use.json === "SINGLETON_OR_ARRAY" ? /** @type {const} */ ("bare") : undefined,
      use.xml === "GROUPED" ? /** @type {const} */ ("grouped") : undefined,
      use.unwrapped ? /** @type {const} */ ("unwrapped") : undefined,
    ].filter((form) => form !== undefined);
    if (forms.length > 1) throw new Error(`${use.name}: ${forms.join(" and ")} in one use is not understood`);
    if (forms[0] !== undefined) return [use.name, content, use.group ?? null, forms[0]];
    return use.group === undefined ? [use.name, content] : [use.name, content, use.group];
  };

  /** @param {string} key @returns {DefinitionRow} */
  const row = (key) => {
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
  /** @type {Record<string, number>} */
  const roots = {};
  for (const [name, key] of Object.entries(model.roots)) roots[name] = indices.get(key) ?? -1;
  const types = Object.entries(model.datatypes).map(([name, { type }]) => [name, type]);
  const datatypes = Object.fromEntries(types.filter(([, type]) => type !== "string"));
  return { namespace: model.namespace, roots, datatypes, definitions };
}

/** An XML element, and a JSON property, has one meaning in a definition. @param {string} key @param {DefinitionRow} definition */
function expectDistinct(key, { flags = [], text, model = [] }) {
  const uses = /** @type {UseRow[]} */ (model.flatMap((item) => (Array.isArray(item[0]) ? item : [item])));
  const elements = uses.map(([element, , group, form]) => (form === "grouped" ? group : element));
  const properties = [...flags.map(([name]) => name), ...uses.map(([element, , group]) => group || element)];
  if (text !== undefined) properties.push(text[1]);
  for (const names of [elements, properties]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`${key}: ${twice} has two meanings`);
  }
}

/** One definition a line. @param {Model} model @param {string} comment first line of the file @returns {string} */
export function codecTablesModule(model, comment) {
  const { definitions, ...rest } = tables(model);
  return `// ${comment}
export const codecTables = { ${JSON.stringify(rest).slice(1, -1)}, "definitions": [
${definitions.map((definition) => JSON.stringify(definition)).join(",\n")}
] };
`;
}

/** @param {string} comment first line of the file @returns {string} */
export function codecTablesDeclarations(comment) {
  return `// ${comment}
/** Datatype of a field without flags, or index of a definition. */
export type ContentRow = string | number;
/**
 * Where something stands in a definition. Group: JSON property of the array, or none where there is one value at most.
 * Form: "bare" may be one value without an array in JSON; "grouped" has an element with the group's name around it;
 * "unwrapped" is markup whose blocks stand among the siblings.
 */
export type UseRow = readonly [element: string, content: ContentRow, group?: string | null, form?: "bare" | "grouped" | "unwrapped"];
/** An assembly, or a field with flags. */
export interface DefinitionRow {
  readonly flags?: readonly (readonly [name: string, datatype: string])[];
  /** Value of a field, and the JSON property that holds it. */
  readonly text?: readonly [datatype: string, property: string];
  /** In XML order; a choice is an array of its alternatives. */
  readonly model?: readonly (UseRow | readonly UseRow[])[];
}
export declare const codecTables: {
  /** Of all elements. */
  readonly namespace: string;
  /** Index of a definition by the name of the root element. */
  readonly roots: Readonly<Record<string, number>>;
  /** Type in JSON by datatype; a string where it is not listed. */
  readonly datatypes: Readonly<Record<string, "boolean" | "integer" | "number">>;
  readonly definitions: readonly DefinitionRow[];
};
`;
}
