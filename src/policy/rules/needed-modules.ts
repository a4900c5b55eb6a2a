import type { InspectedModule, RegoSources } from "../compiler/protocol.js";
import { tokensOf } from "../mutants/tokens.js";
import { isTest } from "../packages.js";

/** A module, and what it reads. */
export type ReadingModule = Pick<InspectedModule, "path" | "package" | "reads">;

/** What modules read of one another, looked up once. */
export class ModuleReads<Module extends ReadingModule> {
  readonly #modules: readonly Module[];
  readonly #direct = new Map<Module, readonly Module[]>();

  constructor(modules: readonly Module[]) {
    this.#modules = modules;
  }

  /**
   * The modules at some paths, and those that they read, directly or by another module, in their order. The files of a package belong
   * together; tests are needed by tests alone.
   */
  needed(paths: readonly string[]): readonly Module[] {
    const needed = new Set(this.#modules.filter(({ path }) => paths.includes(path)));
    // A set takes what is added while it is gone through.
    for (const module of needed) for (const other of this.directly(module)) needed.add(other);
    return this.#modules.filter((module) => needed.has(module));
  }

  /** Those of which a module reads something, and those of its own package. */
  directly(module: Module): readonly Module[] {
    const known = this.#direct.get(module);
    if (known !== undefined) return known;
    const mayBeTest = isTest({ name: module.path });
    const read = this.#modules.filter(
      (other) =>
        (mayBeTest || !isTest({ name: other.path })) && (other.package === module.package || readsOf(module, other)),
    );
    this.#direct.set(module, read);
    return read;
  }
}

/** The modules at some paths, and those that they read: see `ModuleReads.needed`. */
export function neededModules<Module extends ReadingModule>(
  paths: readonly string[],
  modules: readonly Module[],
): readonly Module[] {
  return new ModuleReads(modules).needed(paths);
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
