/** Modules are divided among the files of the program so that each of them exists once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBundles, type BundlePlan } from "../../scripts/build/bundle-plan.js";
import type { ModuleGraph } from "../../scripts/build/module-graph.js";

const nothingApart = (): boolean => false;

function graphOf(imports: Readonly<Record<string, { now?: string[]; later?: string[] }>>): ModuleGraph {
  return new Map(Object.entries(imports).map(([name, { now = [], later = [] }]) => [name, { now, later }]));
}

function asObject(plan: BundlePlan): Record<string, string[]> {
  return Object.fromEntries([...plan].map(([file, modules]) => [file, [...modules].sort()]));
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
    const specs = [
      { name: "main", entries: ["main.js"] },
      { name: "a", entries: ["a/run.js"] },
      { name: "b", entries: ["b/run.js"] },
    ];
    expect(asObject(planBundles(graph, specs, (module) => module.startsWith("generated/")))).toEqual({
      main: ["main.js", "small.js", "words.js"],
      a: ["a/run.js", "error.js"],
      b: ["b/run.js"],
    });
  });

  it("takes any name for a star, where a module is left that has none of its own", () => {
    const specs = [
      { name: "main", entries: ["main.js"] },
      { name: "b", entries: ["b/run.js"] },
      { name: "runs", entries: ["*/run.js"] },
    ];
    expect(asObject(planBundles(graph, specs, nothingApart))).toEqual({
      main: ["main.js", "small.js", "words.js"],
      b: ["b/run.js", "error.js"],
      runs: ["a/run.js", "generated/table.js"],
    });
  });

  it("is refused where a file is made for nothing", () => {
    const main = { name: "main", entries: ["main.js"] };
    expect(() => planBundles(graph, [main, { name: "c", entries: ["c/run.js"] }], nothingApart)).toThrow(
      '"c/run.js" is not among the modules of the build.',
    );
    expect(() => planBundles(graph, [main, { name: "words", entries: ["words.js"] }], nothingApart)).toThrow(
      '"words" is made for "words.js", which "main" needs.',
    );
  });

  it("leaves no module out that can be reached, and has none twice, whatever imports what", () => {
    const names = ["0", "1", "2", "3", "4", "5", "6", "7"];
    const some = fc.subarray(names, { maxLength: 3 });
    const graphs = fc.tuple(...names.map(() => fc.record({ now: some, later: some })));
    fc.assert(
      fc.property(graphs, fc.subarray(names.slice(1)), (modules, lazy) => {
        const any = new Map(names.map((name, index) => [name, modules[index] ?? { now: [], later: [] }]));
        // Patterns, which may find nothing left.
        const specs = ["0", ...lazy].map((name) => ({ name, entries: [name] }));
        let plan: BundlePlan;
        try {
          plan = planBundles(any, specs, nothingApart);
        } catch (error) {
          expect(String(error)).toMatch(/ is made for /);
          return;
        }
        const placed = [...plan.values()].flatMap((each) => [...each]);
        expect(new Set(placed).size).toBe(placed.length);
        for (const module of placed) {
          const { now, later } = any.get(module) ?? { now: [], later: [] };
          for (const target of [...now, ...later]) expect(placed).toContain(target);
        }
      }),
    );
  });
});
