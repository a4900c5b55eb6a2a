import type { ModuleGraph } from "./module-graph.js";

/** What a command loads in a run that finds nothing wrong. */
export interface CommandSpec {
  /** Of the file with what this command alone loads. */
  readonly name: string;
  /** Paths of modules in the build: those that are loaded by `import()`. What they import is found by itself. */
  readonly entries: readonly string[];
}

/** Milliseconds that a file costs, and a byte of it, each time it is loaded: measured with Node 20. */
const FILE_COST = 0.4;
const BYTE_COST = 0.02 / 1024;

interface Group {
  readonly modules: readonly string[];
  readonly bytes: number;
  /** Indexes of the groups that it imports from. */
  readonly imports: ReadonlySet<number>;
  /** Whether it is a module that stays a file of its own. */
  readonly isApart: boolean;
}

/**
 * Divides the modules that commands load among files. Modules that the same commands need go together, and then files are put together as
 * long as that makes the commands load faster: one file less against what a command then loads in vain.
 * @param isPlaced modules that have a file already
 * @param isApart modules that stay files of their own; what they cost counts
 */
export function commandGroups(
  graph: ModuleGraph,
  commands: readonly CommandSpec[],
  isPlaced: (module: string) => boolean,
  isApart: (module: string) => boolean,
): Map<string, ReadonlySet<string>> {
  const needed = commands.map(({ entries }) => closure(graph, entries, isPlaced, isApart));
  let groups = bySameCommands(graph, needed, isApart);
  // Groups that each command needs, by index.
  let wanted = needed.map((modules) => indexesOf(groups, modules));
  for (let cost = costOf(groups, wanted) ?? Infinity; ;) {
    const better = bestMerge(groups, wanted, cost);
    if (better === undefined) return named(groups, wanted, commands);
    ({ groups, wanted, cost } = better);
  }
}

/** What modules import, themselves included; not what those import that stay apart, which load their own. */
function closure(
  graph: ModuleGraph,
  entries: readonly string[],
  isPlaced: (module: string) => boolean,
  isApart: (module: string) => boolean,
): Set<string> {
  const found = new Set<string>();
  const open = entries.filter((module) => !isPlaced(module));
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    if (!isApart(module)) open.push(...(graph.get(module)?.now ?? []).filter((each) => !isPlaced(each)));
  }
  return found;
}

function bySameCommands(
  graph: ModuleGraph,
  needed: readonly ReadonlySet<string>[],
  isApart: (module: string) => boolean,
): Group[] {
  const byCommands = new Map<string, string[]>();
  for (const module of [...new Set(needed.flatMap((each) => [...each]))].sort()) {
    const key = isApart(module) ? module : needed.map((each) => (each.has(module) ? "1" : "0")).join("");
    byCommands.set(key, [...(byCommands.get(key) ?? []), module]);
  }
  const all = [...byCommands.values()];
  const home = new Map(all.flatMap((modules, index) => modules.map((module) => [module, index] as const)));
  return all.map((modules, index) => {
    const imports = new Set(
      modules.flatMap((module) => graph.get(module)?.now ?? []).flatMap((to) => home.get(to) ?? []),
    );
    imports.delete(index);
    const bytes = modules.reduce((sum, module) => sum + (graph.get(module)?.bytes ?? 0), 0);
    return { modules, bytes, imports, isApart: modules.some(isApart) };
  });
}

function indexesOf(groups: readonly Group[], modules: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(
    groups.flatMap((group, index) => (group.modules.some((module) => modules.has(module)) ? [index] : [])),
  );
}

interface State {
  readonly groups: Group[];
  readonly wanted: ReadonlySet<number>[];
  readonly cost: number;
}

/** The groups with those two put together that gain most; undefined where none do. */
function bestMerge(groups: readonly Group[], wanted: readonly ReadonlySet<number>[], cost: number): State | undefined {
  let best: State | undefined;
  for (let one = 0; one < groups.length; one += 1) {
    for (let other = one + 1; other < groups.length; other += 1) {
      if (groups[one]?.isApart === true || groups[other]?.isApart === true) continue;
      const merged = merge(groups, wanted, one, other);
      const found = costOf(merged.groups, merged.wanted);
      if (found !== undefined && found < (best?.cost ?? cost)) best = { ...merged, cost: found };
    }
  }
  return best;
}

/** Puts a group into one before it, whose index it takes; those behind it move up. */
function merge(
  groups: readonly Group[],
  wanted: readonly ReadonlySet<number>[],
  one: number,
  other: number,
): Omit<State, "cost"> {
  const renumbered = (indexes: Iterable<number>): Set<number> =>
    new Set([...indexes].map((index) => (index === other ? one : index > other ? index - 1 : index)));
  const [first, second] = [groups[one], groups[other]];
  if (first === undefined || second === undefined) throw new RangeError("There is no such group");
  const imports = renumbered([...first.imports, ...second.imports]);
  imports.delete(one);
  const modules = [...first.modules, ...second.modules];
  const both: Group = { modules, bytes: first.bytes + second.bytes, imports, isApart: false };
  const rest = groups.map((group, index) => (index === one ? both : { ...group, imports: renumbered(group.imports) }));
  return { groups: rest.filter((_group, index) => index !== other), wanted: wanted.map(renumbered) };
}

/** Milliseconds in which all commands load, each once; undefined where groups need one another: files could not be loaded in order. */
function costOf(groups: readonly Group[], wanted: readonly ReadonlySet<number>[]): number | undefined {
  if (hasCycle(groups)) return undefined;
  let cost = 0;
  for (const start of wanted) {
    const loaded = new Set(start);
    // A set that grows meanwhile gives what is added, too.
    for (const index of loaded) {
      const { bytes, imports } = groups[index] ?? { bytes: 0, imports: [] };
      cost += FILE_COST + bytes * BYTE_COST;
      for (const each of imports) loaded.add(each);
    }
  }
  return cost;
}

function hasCycle(groups: readonly Group[]): boolean {
  const done = new Set<number>();
  const underWay = new Set<number>();
  const leadsBack = (index: number): boolean => {
    if (done.has(index)) return false;
    if (underWay.has(index)) return true;
    underWay.add(index);
    const isCycle = [...(groups[index]?.imports ?? [])].some(leadsBack);
    done.add(index);
    return isCycle;
  };
  return groups.some((_group, index) => leadsBack(index));
}

/** Groups by the names of their files: that of the command, or a number where several load it, those of most commands first. */
function named(
  groups: readonly Group[],
  wanted: readonly ReadonlySet<number>[],
  commands: readonly CommandSpec[],
): Map<string, ReadonlySet<string>> {
  const loaders = groups.map((_group, index) => wanted.flatMap((each, command) => (each.has(index) ? [command] : [])));
  const indexes = groups.map((_group, index) => index);
  indexes.sort((a, b) => (loaders[b]?.length ?? 0) - (loaders[a]?.length ?? 0) || a - b);
  let shared = 0;
  return new Map(
    indexes.flatMap((index): (readonly [string, ReadonlySet<string>])[] => {
      if (groups[index]?.isApart === true) return [];
      const [first = -1, ...more] = loaders[index] ?? [];
      if (more.length > 0) shared += 1;
      const name = more.length > 0 ? `bin/shared-${String(shared)}.js` : String(commands[first]?.name);
      return [[name, new Set(groups[index]?.modules)]];
    }),
  );
}
