// @ts-check
// Precompiled validators: one minified ES module with a function for each root model, definitions shared.
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import formatsModule from "ajv-formats";
import { build } from "esbuild";
import { definitions } from "./json-schema.mjs";
import { documentName } from "./type-names.mjs";

// Both are CommonJS: Node hands over the exports, not the default among them.
const standaloneCode = /** @type {typeof import("ajv/dist/standalone/index.js").default} */ (
  /** @type {any} */ (standaloneModule).default ?? standaloneModule
);
const addFormats = /** @type {typeof import("ajv-formats").default} */ (
  /** @type {any} */ (formatsModule).default ?? formatsModule
);

const SCHEMA_ID = "oscal";

/** Name of the function of a root model inside the module. @param {string} root */
const functionName = (root) => root.replaceAll(/-(\w)/g, (_, /** @type {string} */ first) => first.toUpperCase());

/**
 * @param {import("./model.mjs").Model} model
 * @param {string} comment first line of the module
 * @returns {Promise<string>}
 */
export async function validatorModule(model, comment) {
  const ajv = new Ajv2020({
    allErrors: true,
    code: { esm: true, lines: false, source: true },
    inlineRefs: false,
    strict: true,
    strictRequired: false, // a choice requires properties that are declared beside it, not inside it
  });
  addFormats(ajv);
  ajv.addSchema({ $id: SCHEMA_ID, $defs: definitions(model) });
  /** @type {Record<string, string>} */
  const ids = {};
  for (const root of Object.keys(model.roots)) ids[functionName(root)] = `${SCHEMA_ID}#/$defs/${documentName(root)}`;
  const functions = importRequired(standaloneCode(ajv, ids)).replaceAll(
    /\bexport const (?=\w+ ?= ?validate\d+;)/g,
    "const ",
  );
  const entries = Object.keys(model.roots).map(
    (root) =>
      `${JSON.stringify(root)}: { validate: ${functionName(root)}, definition: ${JSON.stringify(documentName(root))} }`,
  );
  const tables = `export const models = { ${entries.join(", ")} };\nexport const shapes = ${JSON.stringify(shapes(model))};`;
  // What the functions import goes into the module: it loads in one read, and in a browser.
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify: true,
    stdin: { contents: `${functions}\n${tables}`, resolveDir: import.meta.dirname },
    target: "es2023",
    write: false,
  });
  return `// ${comment}\n${outputFiles[0]?.text ?? ""}`;
}

/**
 * The compiler writes ES modules that still call require; the calls become imports.
 * @param {string} code
 */
function importRequired(code) {
  /** @type {string[]} */
  const imports = [];
  const replace = (/** @type {string} */ call, /** @type {string} */ line, /** @type {string} */ by) => {
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
 * Which properties a definition knows, and what stands in each: an error of a validator names neither.
 * @param {import("./model.mjs").Model} model
 * @returns {Record<string, Record<string, string>>} name of the definition, "" for a closed list of values, by property, by definition
 */
function shapes(model) {
  /** @type {Record<string, Record<string, string>>} */
  const shapes = {};
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

/** @param {string} comment first line of the file @returns {string} */
export function validatorDeclarations(comment) {
  return `// ${comment}
import type { ValidateFunction } from "ajv";
/** By root model: its validator, and the name of the definition of the whole document. */
export declare const models: Readonly<Record<string, { readonly validate: ValidateFunction; readonly definition: string }>>;
/** By definition, by property: the definition of what stands there, or of each entry; "" for a boolean or a closed list of values. */
export declare const shapes: Readonly<Record<string, Readonly<Record<string, string>>>>;
`;
}
