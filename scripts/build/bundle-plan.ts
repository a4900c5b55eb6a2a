import { commandGroups, type CommandSpec } from "./command-groups.js";
import type { ModuleGraph } from "./module-graph.js";

/** A file of the executable, and the modules that it is made for: whoever needs one of them later loads the file then. */
export interface BundleSpec {
  readonly name: string;
  /** Paths in the build; "*" stands for any name. */
  readonly entries: readonly string[];
}

/** What the files of a program are made for. */
export interface ProgramSpec {
  /** Loaded by every run, in this order. */
  readonly first: readonly BundleSpec[];
  readonly commands: readonly CommandSpec[];
  /** Loaded by few runs: what neither the files above nor an earlier one of these holds. */
  readonly seldom: readonly BundleSpec[];
  /** The name of the file for all that is left. */
  readonly rest: string;
}

/** The modules in each file, by its name, in the order of the plan; each module is in one file. */
export type BundlePlan = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Divides modules among files, so that each exists once: a class or a table that existed twice in one process would not be the same.
 * The files that all runs load, and those that are loaded seldom, take in their order what they cannot do without, and what they load
 * later, unless another file is made for it. Between the two stand the files that share out what commands load.
 * @param isApart modules that stay files of their own
 * @throws Error where a file is made for a module that is not there, or that an earlier file needs
 */
export function planBundles(
  graph: ModuleGraph,
  { first, commands, seldom, rest }: ProgramSpec,
  isApart: (module: string) => boolean,
): BundlePlan {
  const entriesOf = ({ entries }: BundleSpec | CommandSpec): string[][] => entries.map((each) => matching(graph, each));
  const entries = new Set([...first, ...commands, ...seldom].flatMap(entriesOf).flat());
  const placed = new Map<string, string>();
  const plan = new Map<string, ReadonlySet<string>>();
  const isFree = (module: string): boolean => !placed.has(module) && !isApart(module);
  const put = (name: string, modules: ReadonlySet<string>): void => {
    plan.set(name, modules);
    for (const module of modules) placed.set(module, name);
  };
  const take = (spec: BundleSpec): void => {
    const own = entriesOf(spec);
    const taken = own.find((modules) => modules.every((module) => placed.has(module)));
    if (taken !== undefined) {
      const holder = String(placed.get(taken[0] ?? ""));
      throw new Error(`"${spec.name}" is made for "${String(taken[0])}", which "${holder}" needs.`);
    }
    put(spec.name, neededBy(graph, own.flat(), isFree, entries));
  };
  first.forEach(take);
  const loaded = commands.map((spec) => ({ name: spec.name, entries: entriesOf(spec).flat() }));
  const isPlaced = (module: string): boolean => placed.has(module);
  for (const [name, modules] of commandGroups(graph, loaded, isPlaced, isApart)) put(name, modules);
  seldom.forEach(take);
  // A module without a file would be loaded from the library, beside those that it shares with the program: classes would exist twice.
  const left = [...graph.keys()].filter(isFree);
  if (left.length > 0) put(rest, new Set(left));
  return plan;
}

/** What modules cannot do without, themselves included, and what that loads later, but for what other files are made for. */
function neededBy(
  graph: ModuleGraph,
  modules: readonly string[],
  isFree: (module: string) => boolean,
  elsewhere: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  const open = modules.filter(isFree);
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    const { now, later } = graph.get(module) ?? { now: [], later: [] };
    open.push(...[...now, ...later.filter((each) => !elsewhere.has(each))].filter(isFree));
  }
  return found;
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
