// Precompiled validators: one minified ES module with a function for each root model, definitions shared.
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import formatsModule from "ajv-formats";
import { build } from "esbuild";
import { root } from "../project.js";
import { definitions } from "./json-schema.js";
import type { Model } from "./model.js";
import { documentName } from "./type-names.js";

// Both are CommonJS: Node hands over the exports, the function is the default among them.
const standaloneCode = standaloneModule.default;
const addFormats = formatsModule.default;

const SCHEMA_ID = "oscal";

/** Name of the function of a root model inside the module. */
const functionName = (root: string): string => root.replaceAll(/-(\w)/g, (_, first: string) => first.toUpperCase());

/** @param comment first line of the module */
export async function validatorModule(model: Model, comment: string): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    code: { esm: true, lines: false, source: true },
    inlineRefs: false,
    strict: true,
    strictRequired: false, // a choice requires properties that are declared beside it, not inside it
  });
  addFormats(ajv);
  ajv.addSchema({ $id: SCHEMA_ID, $defs: definitions(model) });
  const ids: Record<string, string> = {};
  for (const name of Object.keys(model.roots)) ids[functionName(name)] = `${SCHEMA_ID}#/$defs/${documentName(name)}`;
  const functions = joinInPlace(importRequired(standaloneCode(ajv, ids))).replaceAll(
    /\bexport const (?=\w+ ?= ?validate\d+;)/g,
    "const ",
  );
  const entries = Object.keys(model.roots).map(
    (name) =>
      `${JSON.stringify(name)}: { validate: ${functionName(name)}, definition: ${JSON.stringify(documentName(name))} }`,
  );
  const tables = `export const models = { ${entries.join(", ")} };`;
  // The imports of the functions go into the module: it loads in one read, and in a browser.
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify: true,
    stdin: { contents: `${functions}\n${tables}`, resolveDir: root },
    target: "es2023",
    write: false,
  });
  return `// ${comment}\n${outputFiles[0]?.text ?? ""}`;
}

/** The compiler writes ES modules that still call require; the calls become imports. */
function importRequired(code: string): string {
  const imports: string[] = [];
  const replace = (call: string, line: string, by: string): void => {
    if (!code.includes(call)) return;
    imports.push(line);
    code = code.replaceAll(call, by);
  };
  replace('require("ajv-formats/dist/formats")', 'import * as formats from "ajv-formats/dist/formats.js";', "formats");
  replace(
    'require("ajv/dist/runtime/ucs2length").default',
    'import ucs2length from "ajv/dist/runtime/ucs2length.js";',
    "(ucs2length.default ?? ucs2length)",
  );
  const [left] = /require\([^)]*\)/.exec(code) ?? [];
  if (left !== undefined) throw new Error(`A call is left in the validators that an ES module cannot make: ${left}`);
  return `${imports.join("\n")}\n${code}`;
}

/**
 * The compiler copies the errors found so far whenever an object has some, which takes hours for a document with an error in each of
 * its objects; they are added to the list that is there.
 */
function joinInPlace(code: string): string {
  const joined = code.replaceAll(
    /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    "vErrors = joined(vErrors, $1.errors)",
  );
  const [left] = /.{60}vErrors\.concat.{30}/.exec(joined) ?? [];
  if (left !== undefined) throw new Error(`A copy of all errors is left in the validators: ${left}`);
  return `function joined(all, more) {
  if (all === null) return more;
  for (const error of more) all.push(error);
  return all;
}
${joined}`;
}

/** @param comment first line of the module */
export function shapesModule(model: Model, comment: string): string {
  const rows = Object.entries(shapes(model)).map(([name, shape]) => `${JSON.stringify(name)}:${JSON.stringify(shape)}`);
  return `// ${comment}\nexport const shapes = {\n${rows.join(",\n")},\n};\n`;
}

/** @param comment first line of the file */
export function shapesDeclarations(comment: string): string {
  return `// ${comment}
import type { Shapes } from "../schema/shapes.js";
export declare const shapes: Shapes;
`;
}

/**
 * Which properties a definition knows, and what stands in each: an error of a validator names neither.
 * @returns name of the definition, "" for a closed list of values, by property, by definition
 */
function shapes(model: Model): Record<string, Record<string, string>> {
  const shapes: Record<string, Record<string, string>> = {};
  for (const [name, { properties }] of Object.entries(definitions(model))) {
    if (properties === undefined) continue;
    shapes[name] = Object.fromEntries(
      Object.entries(properties).map(([property, schema]) => {
        const single = schema.items ?? schema.else ?? schema;
        return [property, single.$ref?.slice("#/$defs/".length) ?? ""];
      }),
    );
  }
  return shapes;
}

/** @param comment first line of the file */
export function validatorDeclarations(comment: string): string {
  return `// ${comment}
import type { RootValidator } from "../schema/validators.js";
/** By root model. */
export declare const models: Readonly<Record<string, RootValidator>>;
`;
}
