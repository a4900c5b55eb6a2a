/** Modules are divided among the files of the program so that each of them exists once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBundles, type BundlePlan, type BundleSpec, type ProgramSpec } from "../../scripts/build/bundle-plan.js";
import type { ModuleGraph } from "../../scripts/build/module-graph.js";

const nothingApart = (): boolean => false;

function graphOf(imports: Readonly<Record<string, { bytes?: number; now?: string[]; later?: string[] }>>): ModuleGraph {
  return new Map(
    Object.entries(imports).map(([name, { bytes = 1000, now = [], later = [] }]) => [name, { bytes, now, later }]),
  );
}

function asObject(plan: BundlePlan): Record<string, string[]> {
  return Object.fromEntries([...plan].map(([file, modules]) => [file, [...modules].sort()]));
}

/** A program of which no command is told apart. */
function seldomOnly(seldom: readonly BundleSpec[]): ProgramSpec {
  return { first: [{ name: "main", entries: ["main.js"] }], commands: [], seldom, rest: "rest" };
}

const graph = graphOf({
  "main.js": { now: ["words.js"], later: ["a/run.js", "b/run.js", "small.js"] },
  "words.js": {},
  "small.js": { now: ["words.js"] },
  "a/run.js": { now: ["error.js"], later: ["generated/table.js"] },
  "b/run.js": { now: ["error.js", "words.js"] },
  "error.js": {},
  "generated/table.js": {},
});

describe("the plan of the bundles", () => {
  it("puts a module into the first file that needs it, and what is loaded later along, unless a file is made for it", () => {
    const spec = seldomOnly([
      { name: "a", entries: ["a/run.js"] },
      { name: "b", entries: ["b/run.js"] },
    ]);
    expect(asObject(planBundles(graph, spec, (module) => module.startsWith("generated/")))).toEqual({
      main: ["main.js", "small.js", "words.js"],
      a: ["a/run.js", "error.js"],
      b: ["b/run.js"],
    });
  });

  it("takes any name for a star, where a module is left that has none of its own", () => {
    const spec = seldomOnly([
      { name: "b", entries: ["b/run.js"] },
      { name: "runs", entries: ["*/run.js"] },
    ]);
    expect(asObject(planBundles(graph, spec, nothingApart))).toEqual({
      main: ["main.js", "small.js", "words.js"],
      b: ["b/run.js", "error.js"],
      runs: ["a/run.js", "generated/table.js"],
    });
  });

  it("is refused where a file is made for nothing", () => {
    expect(() => planBundles(graph, seldomOnly([{ name: "c", entries: ["c/run.js"] }]), nothingApart)).toThrow(
      '"c/run.js" is not among the modules of the build.',
    );
    expect(() => planBundles(graph, seldomOnly([{ name: "words", entries: ["words.js"] }]), nothingApart)).toThrow(
      '"words" is made for "words.js", which "main" needs.',
    );
  });

  it("gives what several commands load a file of its own where that is worth one", () => {
    const commands = ["a", "b"].map((name) => ({ name, entries: [`${name}/run.js`] }));
    const spec = { first: [{ name: "main", entries: ["main.js"] }], commands, seldom: [], rest: "rest" };
    const large = graphOf({
      "main.js": { later: ["a/run.js", "b/run.js"] },
      "a/run.js": { bytes: 100_000, now: ["both.js"] },
      "b/run.js": { bytes: 100_000, now: ["both.js", "apart.js"] },
      "both.js": { bytes: 100_000 },
      "apart.js": { bytes: 900_000, now: ["both.js"] },
    });
    const isApart = (module: string): boolean => module === "apart.js";
    expect(asObject(planBundles(large, spec, isApart))).toEqual({
      main: ["main.js"],
      "bin/shared-1.js": ["both.js"],
      a: ["a/run.js"],
      b: ["b/run.js"],
    });
    const small = new Map([...large].map(([name, imports]) => [name, { ...imports, bytes: 1000 }]));
    expect(asObject(planBundles(small, spec, isApart))).toEqual({
      main: ["main.js"],
      "bin/shared-1.js": ["a/run.js", "both.js"],
      // With it, the other command would load what stays apart.
      b: ["b/run.js"],
    });
  });

  it("leaves no module out that can be reached, has none twice, and has no files that wait for one another, whatever imports what", () => {
    const names = ["0", "1", "2", "3", "4", "5", "6", "7"];
    const some = fc.subarray(names, { maxLength: 3 });
    const graphs = fc.tuple(...names.map(() => fc.record({ bytes: fc.nat(100_000), now: some, later: some })));
    const entries = fc.array(fc.subarray(names.slice(1), { minLength: 1 }), { maxLength: 4 });
    fc.assert(
      fc.property(graphs, entries, fc.subarray(names.slice(1)), (modules, commands, lazy) => {
        // No module imports one that imports it: those of a program do not either.
        const any: ModuleGraph = new Map(
          names.map((name, index) => {
            const { bytes, now, later } = modules[index] ?? { bytes: 0, now: [], later: [] };
            return [name, { bytes, later, now: now.filter((each) => each > name) }];
          }),
        );
        const spec = {
          first: [{ name: "first", entries: ["0"] }],
          commands: commands.map((each, index) => ({ name: `command-${String(index)}`, entries: each })),
          seldom: lazy.map((name) => ({ name: `seldom-${name}`, entries: [name] })),
          rest: "rest",
        };
        let plan: BundlePlan;
        try {
          plan = planBundles(any, spec, nothingApart);
        } catch (error) {
          expect(String(error)).toMatch(/ is made for /);
          return;
        }
        const placed = [...plan.values()].flatMap((each) => [...each]);
        expect([...placed].sort()).toEqual(names);
        const fileOf = (module: string): number => [...plan.values()].findIndex((each) => each.has(module));
        // A file of the plan that leads back to itself by imports would be one that waits.
        const files = [...plan.keys()].map((_, file) => {
          const targets = placed
            .filter((module) => fileOf(module) === file)
            .flatMap((module) => any.get(module)?.now ?? []);
          return new Set(targets.map(fileOf).filter((each) => each !== file));
        });
        files.forEach((direct, file) => {
          const reached = new Set(direct);
          for (const each of reached) for (const further of files[each] ?? []) reached.add(further);
          expect(reached.has(file)).toBe(false);
        });
      }),
    );
  });
});
