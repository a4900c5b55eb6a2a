import type { InspectedModule } from "../compiler/protocol.js";

/** The paths of modules and of all that they read, directly or by another module. Sorted. */
export function neededModules(paths: readonly string[], modules: readonly InspectedModule[]): readonly string[] {
  return new ModuleReads(modules).needed(paths);
}

/** What modules read of one another, looked up once. */
export class ModuleReads {
  readonly #modules: readonly InspectedModule[];
  readonly #byPath: ReadonlyMap<string, InspectedModule>;
  readonly #direct = new Map<string, readonly InspectedModule[]>();

  constructor(modules: readonly InspectedModule[]) {
    this.#modules = modules;
    this.#byPath = new Map(modules.map((module) => [module.path, module]));
  }

  /** The paths of modules and of all that they read, directly or by another module. Sorted. */
  needed(paths: readonly string[]): readonly string[] {
    const needed = new Set(paths);
    // A set takes what is added while it is gone through.
    for (const path of needed) {
      const module = this.#byPath.get(path);
      if (module !== undefined) for (const other of this.directly(module)) needed.add(other.path);
    }
    return [...needed].sort();
  }

  /** Those of which a module reads something, and those of its own package. */
  directly(module: InspectedModule): readonly InspectedModule[] {
    const known = this.#direct.get(module.path);
    if (known !== undefined) return known;
    const read = this.#modules.filter((other) => other.package === module.package || readsOf(module, other));
    this.#direct.set(module.path, read);
    return read;
  }
}

/** Whether a module reads something of another one's package. */
export function readsOf(module: InspectedModule, { package: path }: InspectedModule): boolean {
  const read = [...module.reads, ...module.imports.map((each) => each.path.replace(/^data\./, ""))];
  return read.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`));
}
