import type { InspectedModule, RegoSources } from "../compiler/protocol.js";
import { tokensOf } from "../mutants/tokens.js";
import { isTest } from "../packages.js";

/** A module, and what it reads. */
export type ReadingModule = Pick<InspectedModule, "path" | "package" | "reads">;

/**
 * Paths of the modules that those at some paths read, directly or by another module, themselves among them. Sorted. The files of a package
 * belong together; tests are needed by tests alone.
 */
export function neededModules<Module extends ReadingModule>(
  roots: readonly string[],
  modules: readonly Module[],
): readonly Module[] {
  const needed = new Set(modules.filter(({ path }) => roots.includes(path)));
  // A set takes what is added while it is gone through.
  for (const module of needed) {
    for (const other of modules) {
      if (isTest({ name: other.path }) && !isTest({ name: module.path })) continue;
      if (other.package === module.package || readsOf(module, other)) needed.add(other);
    }
  }
  return modules.filter((module) => needed.has(module));
}

/** Whether a module reads something of another one's package. */
export function readsOf({ reads }: ReadingModule, { package: path }: ReadingModule): boolean {
  return reads.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`));
}

/** Whether a module reads `data` as a whole or by a name that is known at run time only, so that it may need any module. */
export function readsEverything(path: string, sources: RegoSources): boolean {
  const text = sources[path] ?? "";
  // Expressions stand in the braces of a template, texts and templates among them: its end is not to be seen without reading these.
  if (/\$["`]/.test(text)) return /(?<![\w.])data\b(?!\s*(?:\.\s*\w|\[\s*["`]))/.test(text);
  const tokens = tokensOf(text).filter(({ kind }) => kind !== "newline");
  return tokens.some(({ kind, text }, position) => {
    if (kind !== "name" || text !== "data" || tokens[position - 1]?.text === ".") return false;
    const [next, name] = [tokens[position + 1], tokens[position + 2]];
    // data.name and data["name"]; what else follows it leaves the name open.
    return !(next?.text === "." && name?.kind === "name") && !(next?.text === "[" && name?.kind === "text");
  });
}
