import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** A path in an import or an export, as the compiler writes it into modules and declarations. */
const SPECIFIER = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/**
 * Removes from a build the modules, declarations and source maps that nobody loads.
 * @param folder absolute path of the build
 * @param entries modules that are loaded from outside; what they import stays, and so do the declarations of all that
 * @param kept files and folders that stay whatever loads them
 */
export function keepReachable(folder: string, entries: readonly string[], kept: readonly string[]): void {
  const found = new Set<string>();
  const open = entries.flatMap((entry) => [entry, declarationOf(entry)]).map((name) => join(folder, name));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path) || !existsSync(path)) continue;
    found.add(path);
    for (const [, specifier = ""] of readFileSync(path, "utf8").matchAll(SPECIFIER)) {
      const target = join(dirname(path), specifier);
      open.push(path.endsWith(".d.ts") ? declarationOf(target) : target);
    }
  }
  const stays = (path: string): boolean => found.has(path) || (path.endsWith(".map") && found.has(path.slice(0, -4)));
  const isKept = (name: string): boolean => kept.includes(name.split(sep)[0] ?? name);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !isKept(path.slice(folder.length + 1)) && !stays(path)) rmSync(path);
  }
  removeEmpty(folder);
}

function declarationOf(module: string): string {
  return module.replace(/\.js$/, ".d.ts");
}

/** Removes the folders that hold no file any more. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    removeEmpty(path);
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}
