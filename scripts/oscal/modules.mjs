// @ts-check
// The modules of the metaschema: how they import one another, and which definition a reference in one of them means.
import { basename, dirname, join } from "node:path";
import { childrenOf, readModule, textOf } from "./metaschema-xml.mjs";

/**
 * @typedef {object} Module
 * @property {string} key its short name without "oscal-"
 * @property {import("./metaschema-xml.mjs").Element} root
 * @property {Module[]} imports
 */

/**
 * Reads a module and all that it imports.
 * @param {string} path absolute
 * @param {Map<string, Module>} modules by file name: those read so far, to which this adds
 * @returns {Module}
 */
export function loadModule(path, modules) {
  const name = basename(path);
  const known = modules.get(name);
  if (known !== undefined) return known;
  const root = readModule(path);
  /** @type {Module} */
  const module = { key: (textOf(root, "short-name") ?? name).replace(/^oscal-/, ""), root, imports: [] };
  modules.set(name, module);
  for (const { attributes } of childrenOf(root, "import")) {
    module.imports.push(loadModule(join(dirname(path), attributes["href"] ?? ""), modules));
  }
  return module;
}

/** @param {"flag" | "field" | "assembly"} kind @param {string} name @param {Module} module @returns {{ module: Module, element: import("./metaschema-xml.mjs").Element }} */
export function lookUp(kind, name, module) {
  // The nearest wins: the own module, then the imports in their order, each followed into its own imports.
  const found = search(module, new Set(), true);
  if (found === undefined) throw new Error(`${module.key}: no ${kind} "${name}"`);
  return found;

  /** @param {Module} place @param {Set<Module>} seen @param {boolean} own @returns {ReturnType<typeof lookUp> | undefined} */
  function search(place, seen, own) {
    if (seen.has(place)) return undefined;
    seen.add(place);
    const element = childrenOf(place.root, `define-${kind}`).find(
      ({ attributes }) => attributes["name"] === name && (own || attributes["scope"] !== "local"),
    );
    if (element !== undefined) return { module: place, element };
    for (const imported of place.imports) {
      const deeper = search(imported, seen, false);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  }
}
