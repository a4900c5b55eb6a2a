import type { InspectedModule } from "../compiler/protocol.js";

/** The paths of modules and of all that they read, directly or by another module. Sorted. */
export function neededModules(paths: readonly string[], modules: readonly InspectedModule[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const needed = new Set(paths);
  // A set takes what is added while it is gone through.
  for (const path of needed) {
    const module = byPath.get(path);
    if (module === undefined) continue;
    for (const other of modules) if (other.package === module.package || readsOf(module, other)) needed.add(other.path);
  }
  return [...needed].sort();
}

/** Whether a module reads something of another one's package. */
export function readsOf(module: InspectedModule, { package: path }: InspectedModule): boolean {
  const read = [...module.reads, ...module.imports.map((each) => each.path.replace(/^data\./, ""))];
  return read.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`));
}
