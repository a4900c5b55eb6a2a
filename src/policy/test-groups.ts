import { RE2JS } from "re2js";
import { defined } from "../foundation/defined.js";
import { byCodeUnit } from "../foundation/order.js";
import { isTest } from "./packages.js";
import { neededModules, readsEverything, type ReadingModule } from "./rules/needed-modules.js";
import type { FileCoverage, RegoSources } from "./compiler/protocol.js";

/** Characters of tests that are compiled together: with more, each of them takes longer. */
const GROUP_SIZE = 120_000;

export interface GroupRequest {
  /** Regular expression (RE2) over the full names of tests. */
  readonly run?: string | undefined;
  /** Whether a module ships with aims: it is checked when aims is built, so that only those are needed which a test reads. */
  readonly isShipped: (path: string) => boolean;
  /** What the modules read that do not ship with aims, as the compiler says, by their paths. */
  readonly reads?: ReadonlyMap<string, readonly string[]>;
}

interface Module extends ReadingModule {
  readonly size: number;
}

/**
 * Parts of the sources that can be tested apart, in the order of the files: what a workspace has of its own as a whole, and the shipped
 * tests in groups, each with the modules that it reads, directly or by others.
 */
export function testGroups(sources: RegoSources, { run, isShipped, reads }: GroupRequest): readonly RegoSources[] {
  const modules = Object.keys(sources)
    .sort(byCodeUnit)
    .map((path) => ({ ...moduleOf(path, sources[path] ?? ""), ...defined({ reads: reads?.get(path) }) }));
  const own = modules.filter(({ path }) => !isShipped(path));
  const wanted = run === undefined ? undefined : RE2JS.compile(run);
  const asked = modules.filter(
    ({ path, package: name }) =>
      isShipped(path) &&
      isTest({ name: path }) &&
      testNames(sources[path] ?? "").some((test) => wanted?.matcher(`data.${name}.${test}`).find() ?? true),
  );
  const groups: (readonly Module[])[] = own.length > 0 ? [own] : [];
  let group: Module[] = [];
  let size = 0;
  for (const module of asked) {
    if (size > 0 && size + module.size > GROUP_SIZE) {
      groups.push(group);
      group = [];
      size = 0;
    }
    group.push(module);
    size += module.size;
  }
  if (group.length > 0) groups.push(group);
  return groups.map((roots) => {
    const paths = roots.map(({ path }) => path);
    const everything = reads !== undefined && paths.some((path) => reads.has(path) && readsEverything(path, sources));
    const read = everything ? modules : neededModules(paths, modules);
    const needed = new Set(read.map(({ path }) => path));
    // Tests of other groups are not asked twice: what tests share lies in files without tests.
    const among = new Set(roots.map(({ path }) => path));
    const kept = Object.entries(sources).filter(([path]) => needed.has(path));
    return Object.fromEntries(
      kept.map(([path, text]) => [path, among.has(path) || !isTest({ name: path }) ? text : withoutTests(text)]),
    );
  });
}

const reference = /\bdata((?:\.[A-Za-z_]\w*)+)/g;

function moduleOf(path: string, text: string): Module {
  return {
    path,
    package: /^package ([\w.]+)/m.exec(text)?.[1] ?? "",
    reads: [...new Set([...text.matchAll(reference)].map(([, name = ""]) => name.slice(1)))],
    size: text.length,
  };
}

function testNames(text: string): string[] {
  return [...text.matchAll(/^(?:todo_)?test_\w*/gm)].map(([name]) => name);
}

/** A test of another group is called otherwise, so that it is no test here; no module names a test. */
function withoutTests(text: string): string {
  return text.replace(/^(?=test_)/gm, "other_");
}

/** The coverage of files that several groups ran: a row is covered where one of them reached it. */
export function joinedCoverage(groups: readonly (readonly FileCoverage[])[]): readonly FileCoverage[] {
  const files = new Map<string, FileCoverage>();
  for (const row of groups.flat()) {
    const before = files.get(row.file);
    files.set(row.file, before === undefined ? row : joined(before, row));
  }
  return [...files.values()].sort((a, b) => byCodeUnit(a.file, b.file));
}

function joined(one: FileCoverage, other: FileCoverage): FileCoverage {
  const covered = rowsOf([...one.covered, ...other.covered]);
  const not = new Set([...rowsOf([...one.notCovered, ...other.notCovered])].filter((row) => !covered.has(row)));
  const total = covered.size + not.size;
  return {
    file: one.file,
    covered: rangesOf(covered),
    notCovered: rangesOf(not),
    coveredLines: covered.size,
    notCoveredLines: not.size,
    percent: total === 0 ? 100 : Math.round((covered.size / total) * 10_000) / 100,
  };
}

function rowsOf(ranges: readonly (readonly [number, number])[]): Set<number> {
  return new Set(
    ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
}

function rangesOf(rows: ReadonlySet<number>): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
