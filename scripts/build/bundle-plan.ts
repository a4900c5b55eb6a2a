import type { ModuleGraph } from "./module-graph.js";

/** A file of the executable, and the modules that it is made for: whoever needs one of them later loads the file then. */
export interface BundleSpec {
  readonly name: string;
  /** Paths in the build; "*" stands for any name. */
  readonly entries: readonly string[];
}

/** The modules in each file, by its name, in the order of the plan; each module is in one file. */
export type BundlePlan = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Divides modules among files, so that each exists once: a class or a table that existed twice in one process would not be the same.
 * A module goes into the first file that cannot do without it. What is loaded later counts as needed, unless a file is made for it.
 * @param isApart modules that stay files of their own
 * @throws Error where a file is made for a module that is not there, or that an earlier file needs
 */
export function planBundles(
  graph: ModuleGraph,
  specs: readonly BundleSpec[],
  isApart: (module: string) => boolean,
): BundlePlan {
  const named = specs.map(({ name, entries }) => ({ name, own: entries.map((each) => matching(graph, each)) }));
  const entries = new Set(named.flatMap(({ own }) => own.flat()));
  const placed = new Map<string, string>();
  const isFree = (module: string): boolean => !placed.has(module) && !isApart(module);
  return new Map(
    named.map(({ name, own }) => {
      const taken = own.find((modules) => !modules.some((module) => !placed.has(module)));
      if (taken !== undefined) {
        throw new Error(
          `"${name}" is made for "${String(taken[0])}", which "${String(placed.get(taken[0] ?? ""))}" needs.`,
        );
      }
      const found = new Set<string>();
      const open = own.flat().filter(isFree);
      for (let module = open.pop(); module !== undefined; module = open.pop()) {
        found.add(module);
        placed.set(module, name);
        const { now, later } = graph.get(module) ?? { now: [], later: [] };
        open.push(...[...now, ...later.filter((each) => !entries.has(each))].filter(isFree));
      }
      return [name, found];
    }),
  );
}

function matching(graph: ModuleGraph, pattern: string): string[] {
  const parts = pattern.split("*").map((part) => part.replace(/[.\\/]/g, "\\$&"));
  const form = new RegExp(`^${parts.join("[^/]*")}$`);
  const found = [...graph.keys()].filter((module) => form.test(module)).sort();
  if (found.length === 0) throw new Error(`"${pattern}" is not among the modules of the build.`);
  return found;
}

/** Whether a module is one of an installed package. */
export function isOfPackage(module: string): boolean {
  return module.includes("node_modules/");
}
