// The modules of the metaschema: how they import one another, and which definition a reference in one of them means.
import { basename, dirname, join } from "node:path";
import { childrenOf, readModule, textOf, type Element } from "./metaschema-xml.js";

export interface Module {
  /** Its short name without "oscal-". */
  key: string;
  root: Element;
  imports: Module[];
}

/**
 * Reads a module and all that it imports.
 * @param path absolute
 * @param modules by file name: those read so far, to which this adds
 */
export function loadModule(path: string, modules: Map<string, Module>): Module {
  const name = basename(path);
  const known = modules.get(name);
  if (known !== undefined) return known;
  const root = readModule(path);
  const module: Module = { key: (textOf(root, "short-name") ?? name).replace(/^oscal-/, ""), root, imports: [] };
  modules.set(name, module);
  for (const { attributes } of childrenOf(root, "import")) {
    module.imports.push(loadModule(join(dirname(path), attributes["href"] ?? ""), modules));
  }
  return module;
}

export function lookUp(
  kind: "flag" | "field" | "assembly",
  name: string,
  module: Module,
): { module: Module; element: Element } {
  // The nearest wins: the own module, then the imports in their order, each followed into its own imports.
  const found = search(module, new Set(), true);
  if (found === undefined) throw new Error(`${module.key}: no ${kind} "${name}"`);
  return found;

  function search(place: Module, seen: Set<Module>, own: boolean): ReturnType<typeof lookUp> | undefined {
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
