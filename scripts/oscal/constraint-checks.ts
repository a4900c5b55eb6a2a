// Compiles the constraints of the model into one minified ES module: for each definition the functions that select the nodes of
// its constraints in the JSON of a document, and where the walk over a document goes from there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import ts from "typescript";
import { root } from "../project.js";
import { ConstraintCode, type WrittenConstraint } from "./constraint-code.js";
import { MetapathCode } from "./metapath-code.js";
import type { Model, Use } from "./model.js";
import { definitionsOf, isBare, usesOf } from "./model-steps.js";

/** A definition with constraints there or below. */
interface Definition {
  kind: "assembly" | "field" | "flag";
  key: string;
  checks: WrittenConstraint[];
  /** Properties, and the definitions there. */
  below: { property: string; many: 0 | 1 | 2; target: string }[];
}

/**
 * Flags and fields may have the same key.
 * @param flag key
 */
const flagKey = (flag: string): string => `@${flag}`;

/** @returns code of the module, before it is bundled and minified */
function compile(model: Model): string {
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
      .map(
        ({ property, many, target }) => `[${JSON.stringify(property)},${String(many)},${String(numbers.get(target))}]`,
      );
    // A definition that leads no further is checked ahead of its turn: no index may depend on when it is met.
    if (ways.length === 0 && checks.some(({ code }) => code.startsWith('{type:"index",'))) {
      throw new Error(`${key}: an index of a definition with nothing below it is not understood`);
    }
    const parts = [
      `name:${JSON.stringify(name)}`,
      ...(kind === "flag" || isBare(model, kind, name) ? ["bare:1"] : []),
      ...(checks.length > 0 ? [`checks:[${checks.map(writeCheck).join(",\n")}]`] : []),
      ...(ways.length > 0 ? [`below:[${ways.join(",")}]`] : []),
    ];
    return checks.length > 0 || ways.length > 0 ? [`${String(numbers.get(key))}:{${parts.join(",")}}`] : [];
  });
  const roots = Object.entries(model.roots).map(([name, key]) => [name, numbers.get(key)]);
  const idle = [...definitions.values()].flatMap(({ checks }) => checks.filter(({ isIdle }) => isIdle()));
  return [
    'import { below, eachBelow, entries, forget, isGreater, isObject, isScalar, startsWith } from "./constraint-nodes.js";',
    "export { forget };",
    ...paths.descents.tables().map((ways, number) => `const w${String(number)}=${JSON.stringify(ways)};`),
    ...[...paths.shared].map(([text, number]) => `const s${String(number)}=${text};`),
    `export const definitions={${rows.join(",\n")}};`,
    `export const roots=${JSON.stringify(Object.fromEntries(roots))};`,
    `export const groups=${JSON.stringify(groupNames(model))};`,
    `export const neverMatching=${JSON.stringify(constraints.neverMatching)};`,
    `export const neverRestricting=${JSON.stringify(idle.map(({ id }) => id))};`,
    `export const notEvaluated=${JSON.stringify(constraints.notEvaluated)};`,
  ].join("\n");
}

function writeCheck({ code, isIdle }: WrittenConstraint): string {
  return `${code}${isIdle() ? ",idle:1" : ""}}`;
}

/** @returns in the order of the model */
function readDefinitions(model: Model, code: ConstraintCode): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const { kind, key, definition } of definitionsOf(model)) {
    const { constraints = [] } = definition;
    const checks = constraints.map((constraint) => code.write(kind, key, constraints, constraint));
    const flags = "flags" in definition ? (definition.flags ?? []) : [];
    const uses = kind === "assembly" ? usesOf(model, key) : [];
    const below: Definition["below"] = [
      ...flags.map(({ flag, name }) => ({ property: name, many: 0 as const, target: flagKey(flag) })),
      ...uses.map((use) => ({
        property: use.group ?? use.name,
        many: manyOf(use),
        target: use.assembly ?? use.field ?? "",
      })),
    ];
    const written = checks.filter((check) => check !== undefined);
    definitions.set(kind === "flag" ? flagKey(key) : key, { kind, key, checks: written, below });
  }
  return definitions;
}

function manyOf({ group, json }: Use): 0 | 1 | 2 {
  if (group === undefined) return 0;
  return json === undefined ? 1 : 2;
}

/** Definitions with something to check, and those that lead there. */
function leadingToChecks(definitions: ReadonlyMap<string, Definition>): Set<string> {
  const leads = new Set<string>();
  for (const [key, { checks }] of definitions) if (checks.some(({ isIdle }) => !isIdle())) leads.add(key);
  for (let before = -1; before !== leads.size;) {
    before = leads.size;
    for (const [key, { below }] of definitions) if (below.some(({ target }) => leads.has(target))) leads.add(key);
  }
  return leads;
}

/** Name of an entry by the property of its array; where names differ, the shortest. */
function groupNames(model: Model): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { group, name } of Object.keys(model.assemblies).flatMap((key) => usesOf(model, key))) {
    if (group === undefined) continue;
    const known = names[group];
    if (known === undefined || name.length < known.length) names[group] = name;
  }
  return names;
}

/** The minifier gives names by how often letters stand in the text: no type may count there. */
const withoutTypes: Plugin = {
  name: "without-types",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { outputText } = ts.transpileModule(await readFile(path, "utf8"), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
      });
      return { contents: outputText, loader: "js" };
    });
  },
};

/** @param comment first line of the module */
export async function constraintChecksModule(model: Model, comment: string): Promise<string> {
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify: true,
    plugins: [withoutTypes],
    stdin: { contents: compile(model), resolveDir: join(root, "scripts", "oscal") },
    target: "es2023",
    tsconfigRaw: {}, // Nothing of how the project is checked may count either.
    write: false,
  });
  return `// ${comment}\n${outputFiles[0]?.text ?? ""}`;
}

/** @param comment first line of the file */
export function constraintChecksDeclarations(comment: string): string {
  return `// ${comment}
import type { CheckedDefinition, NotEvaluated } from "../constraints/compiled-constraint.js";
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
export declare const notEvaluated: readonly NotEvaluated[];
`;
}
