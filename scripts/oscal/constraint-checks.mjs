// @ts-check
// Compiles the constraints of the model into one minified ES module: for each definition the functions that select the nodes of
// its constraints in the JSON of a document, and where the walk over a document goes from there.
import { build } from "esbuild";
import { ConstraintCode } from "./constraint-code.mjs";
import { MetapathCode } from "./metapath-code.mjs";
import { isBare, usesOf } from "./model-steps.mjs";

export { constraintId } from "./constraint-code.mjs";

/** @typedef {import("./model.mjs").Model} Model */

/**
 * A definition with constraints there or below.
 * @typedef {object} Definition
 * @property {"assembly" | "field" | "flag"} kind
 * @property {string} key
 * @property {import("./constraint-code.mjs").WrittenConstraint[]} checks
 * @property {{ property: string, many: 0 | 1 | 2, target: string }[]} below properties, and the definitions there
 */

/** Flags and fields may have the same key. @param {string} flag key */
const flagKey = (flag) => `@${flag}`;

/** @param {Model} model @returns {string} code of the module, before it is bundled and minified */
function compile(model) {
  const keys = [
    ...Object.keys(model.assemblies),
    ...Object.keys(model.fields),
    ...Object.keys(model.flags).map(flagKey),
  ];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const paths = new MetapathCode(model, numbers);
  const constraints = new ConstraintCode(model, paths);
  const definitions = readDefinitions(model, constraints);
  const walked = leadingToChecks(definitions);
  const rows = [...definitions].flatMap(([key, { kind, key: name, checks, below }]) => {
    const ways = below
      .filter(({ target }) => walked.has(target))
      .map(({ property, many, target }) => `[${JSON.stringify(property)},${many},${numbers.get(target)}]`);
    // What leads no further is checked ahead of its turn: no index may depend on when it is met.
    if (ways.length === 0 && checks.some(({ code }) => code.startsWith('{type:"index",'))) {
      throw new Error(`${key}: an index of a definition with nothing below it is not understood`);
    }
    const parts = [
      `name:${JSON.stringify(name)}`,
      ...(kind === "flag" || isBare(model, kind, name) ? ["bare:1"] : []),
      ...(checks.length > 0 ? [`checks:[${checks.map(writeCheck).join(",\n")}]`] : []),
      ...(ways.length > 0 ? [`below:[${ways.join(",")}]`] : []),
    ];
    return checks.length > 0 || ways.length > 0 ? [`${numbers.get(key)}:{${parts.join(",")}}`] : [];
  });
  const roots = Object.entries(model.roots).map(([name, key]) => [name, numbers.get(key)]);
  const idle = [...definitions.values()].flatMap(({ checks }) => checks.filter(({ isIdle }) => isIdle()));
  return [
    'import { below, eachBelow, entries, forget, isGreater, isObject, isScalar, startsWith } from "./constraint-nodes.mjs";',
    "export { forget };",
    ...paths.descents.tables().map((ways, number) => `const w${number}=${JSON.stringify(ways)};`),
    ...[...paths.shared].map(([text, number]) => `const s${number}=${text};`),
    `export const definitions={${rows.join(",\n")}};`,
    `export const roots=${JSON.stringify(Object.fromEntries(roots))};`,
    `export const groups=${JSON.stringify(groupNames(model))};`,
    `export const neverMatching=${JSON.stringify(constraints.neverMatching)};`,
    `export const neverRestricting=${JSON.stringify(idle.map(({ id }) => id))};`,
    `export const notEvaluated=${JSON.stringify(constraints.notEvaluated)};`,
  ].join("\n");
}

/** @param {import("./constraint-code.mjs").WrittenConstraint} check */
function writeCheck({ code, isIdle }) {
  return `${code}${isIdle() ? ",idle:1" : ""}}`;
}

/** @param {Model} model @param {ConstraintCode} code @returns {Map<string, Definition>} in the order of the model */
function readDefinitions(model, code) {
  /** @type {Map<string, Definition>} */
  const definitions = new Map();
  for (const [kind, table] of /** @type {const} */ ([
    ["assembly", model.assemblies],
    ["field", model.fields],
    ["flag", model.flags],
  ])) {
    for (const [key, definition] of Object.entries(table)) {
      /** @type {readonly import("./constraints.mjs").Constraint[]} */
      const constraints = definition.constraints ?? [];
      const checks = constraints.map((constraint) => code.write(kind, key, constraints, constraint));
      /** @type {import("./model.mjs").FlagUse[]} */
      const flags = "flags" in definition ? (definition.flags ?? []) : [];
      const uses = kind === "assembly" ? usesOf(model, key) : [];
      /** @type {Definition["below"]} */
      const below = [
        ...flags.map(({ flag, name }) => ({ property: name, many: /** @type {const} */ (0), target: flagKey(flag) })),
        ...uses.map((use) => ({
          property: use.group ?? use.name,
          many: manyOf(use),
          target: use.assembly ?? use.field ?? "",
        })),
      ];
      const written = checks.filter((check) => check !== undefined);
      definitions.set(kind === "flag" ? flagKey(key) : key, { kind, key, checks: written, below });
    }
  }
  return definitions;
}

/** @param {import("./model.mjs").Use} use @returns {0 | 1 | 2} */
function manyOf({ group, json }) {
  if (group === undefined) return 0;
  return json === undefined ? 1 : 2;
}

/** Definitions with something to check, and those that lead there. @param {ReadonlyMap<string, Definition>} definitions */
function leadingToChecks(definitions) {
  /** @type {Set<string>} */
  const leads = new Set();
  for (const [key, { checks }] of definitions) if (checks.some(({ isIdle }) => !isIdle())) leads.add(key);
  for (let before = -1; before !== leads.size;) {
    before = leads.size;
    for (const [key, { below }] of definitions) if (below.some(({ target }) => leads.has(target))) leads.add(key);
  }
  return leads;
}

/** Name of an entry by the property of its array; where names differ, the shortest. @param {Model} model */
function groupNames(model) {
  /** @type {Record<string, string>} */
  const names = {};
  for (const { group, name } of Object.keys(model.assemblies).flatMap((key) => usesOf(model, key))) {
    if (group === undefined) continue;
    const known = names[group];
    if (known === undefined || name.length < known.length) names[group] = name;
  }
  return names;
}

/** @param {Model} model @param {string} comment first line of the module @returns {Promise<string>} */
export async function constraintChecksModule(model, comment) {
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify: true,
    stdin: { contents: compile(model), resolveDir: import.meta.dirname },
    target: "es2023",
    write: false,
  });
  return `// ${comment}\n${outputFiles[0]?.text ?? ""}`;
}

/** @param {string} comment first line of the file @returns {string} */
export function constraintChecksDeclarations(comment) {
  return `// ${comment}
import type { ConstraintType } from "../problem.js";
/** An object or array of the document; with a key of it, the place of a node. */
export type Container = Readonly<Record<string | number, unknown>>;
/** Gets the place of a node. */
export type Found = (container: Container, key: string | number) => void;
/** Finds nodes from the one at a place. Value: what stands there. */
export type Select = (container: Container, key: string | number, value: unknown, found: Found) => void;
/** Where the values of a key stand: in a flag of the target, or where the target leads. */
export type KeyField = ({ readonly flag: string; readonly at?: never } | { readonly flag?: never; readonly at: Select }) & {
  /** Its first group is the key. */
  readonly pattern?: RegExp;
};
/** A constraint of OSCAL's metaschema, compiled for the definition that declares it. */
export interface CompiledConstraint {
  readonly type: ConstraintType;
  readonly id: string;
  /** An error unless given. */
  readonly severity?: "warning";
  /** From a node of the definition to what is constrained; of a field with flags to its value where that is meant. */
  readonly target: Select;
  /** The target may find a node twice. */
  readonly once?: 1;
  /** allowed-values */
  readonly values?: readonly string[];
  readonly deprecated?: readonly string[];
  /** Other values are allowed. */
  readonly open?: 1;
  /** No constraint on the same values closes their list or calls one deprecated: nothing is to be checked. */
  readonly idle?: 1;
  /** expect: whether the target passes. */
  readonly test?: (container: Container, key: string | number, value: unknown) => boolean;
  /** index, index-has-key: name of the index. */
  readonly index?: string;
  /** index, index-has-key, is-unique: what the key is made of. */
  readonly key?: readonly KeyField[];
  /** matches: has to match the whole value; also where the datatype has a pattern. */
  readonly regex?: RegExp;
  readonly datatype?: string;
  /** has-cardinality */
  readonly min?: number;
  readonly max?: number;
}
/** A definition of the model, as far as constraints are declared there or below. */
export interface CheckedDefinition {
  /** Its key in the model. */
  readonly name: string;
  /** A flag, or a field without flags: its value is no object. */
  readonly bare?: 1;
  readonly checks?: readonly CompiledConstraint[];
  /** Property; 0 for one value, 1 for an array, 2 for either; definition. */
  readonly below?: readonly (readonly [property: string, many: 0 | 1 | 2, definition: number])[];
}
/** To be called after a document has been walked: nothing of it is kept. */
export declare function forget(): void;
export declare const definitions: Readonly<Record<number, CheckedDefinition>>;
/** Definition by root property of a document. */
export declare const roots: Readonly<Record<string, number>>;
/** Name of an entry by the property of its array. */
export declare const groups: Readonly<Record<string, string>>;
/** Ids of constraints that no document can break, since nothing can match their target. */
export declare const neverMatching: readonly string[];
/** Ids of allowed-values constraints that only suggest values: neither they nor others on the same values restrict them. */
export declare const neverRestricting: readonly string[];
/** What a check of one document cannot evaluate. */
export declare const notEvaluated: readonly { readonly constraint: string; readonly expression: string; readonly reason: string }[];
`;
}
