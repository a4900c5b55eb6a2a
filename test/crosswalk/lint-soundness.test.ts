import fc from "fast-check";
import { expect, test } from "vitest";
import type { Relationship } from "../../src/crosswalk/relationship.js";
import { lintCrosswalks } from "../../src/runs/lint-crosswalks.js";
import { memoryHost } from "../../src/runs/memory-host.js";
import { collection, mapping, type ShortPair } from "./collection.js";

/** What a control asks for: a set of demands that is not empty, as bits. */
const demands = fc.integer({ min: 1, max: 31 });
const letters = ["a", "b", "c"] as const;
const controls = [1, 2, 3];

/** The relationship of two sets as OSCAL defines it. */
function trueRelationship(source: number, target: number): Relationship {
  if (source === target) return "equal-to";
  if ((source & target) === 0) return "no-relationship";
  if ((source & target) === source) return "subset-of";
  return (source & target) === target ? "superset-of" : "intersects-with";
}

/** The demands of each control, and pairs between the three lists with their items. */
const world = fc.record({
  sets: fc.array(demands, { minLength: 9, maxLength: 9 }),
  pairs: fc.array(
    fc.record({
      from: fc.nat({ max: 2 }),
      sources: fc.uniqueArray(fc.constantFrom(...controls), { minLength: 1, maxLength: 2 }),
      targets: fc.uniqueArray(fc.constantFrom(...controls), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never;

/** What lint says against a world, of which some pairs may be told wrongly. */
async function against(
  { sets, pairs }: World,
  wrong: ReadonlyMap<number, Relationship> = new Map(),
): Promise<string[]> {
  const union = (list: number, items: readonly number[]): number =>
    items.reduce((all, item) => all | (sets[list * 3 + item - 1] ?? 0), 0);
  const told = letters.map((): ShortPair[] => []);
  for (const [index, { from, sources, targets }] of pairs.entries()) {
    const to = (from + 1) % 3;
    const ids = (list: number, items: readonly number[]): string =>
      items.map((item) => `${letters[list] ?? ""}-${String(item)}`).join(" ");
    const [source, target] = [union(from, sources), union(to, targets)];
    // Whoever lists a control says that it has something to do with the other side.
    const touches = (list: number, items: readonly number[], other: number): boolean =>
      items.every((item) => (union(list, [item]) & other) !== 0);
    const relationship = wrong.get(index) ?? trueRelationship(source, target);
    if (!wrong.has(index) && relationship !== "no-relationship") {
      const all = sources.every((item) => touches(to, targets, union(from, [item])));
      if (!all) continue;
    }
    told[from]?.push([ids(from, sources), relationship, ids(to, targets)]);
  }
  const mappings = told.flatMap((each, list) =>
    each.length === 0
      ? []
      : [
          mapping(
            each,
            {
              "source-resource": { type: "list", href: letters[list] ?? "" },
              "target-resource": { type: "list", href: letters[(list + 1) % 3] ?? "" },
            },
            list,
          ),
        ],
  );
  const files = new Map([["m.json", JSON.stringify(collection(mappings))]]);
  const { problems } = await lintCrosswalks({ files: ["m.json"] }, memoryHost({ folder: "/w", files }));
  return problems.map(({ code }) => code).filter((code) => /^mapping-(?:contradiction|cycle)$/.test(code));
}

test("nothing is said against mappings that tell the truth of some sets", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      expect(await against(made)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("something is said against a pair that is told once more, and otherwise", async () => {
  const other = fc.constantFrom<Relationship>("subset-of", "superset-of", "intersects-with", "no-relationship");
  await fc.assert(
    fc.asyncProperty(world, other, async ({ sets, pairs }, relationship) => {
      const [first] = pairs;
      if (first === undefined) return;
      const single = { ...first, sources: first.sources.slice(0, 1), targets: first.targets.slice(0, 1) };
      const set = (list: number, items: readonly number[]): number => sets[list * 3 + (items[0] ?? 1) - 1] ?? 0;
      const truth = trueRelationship(set(first.from, single.sources), set((first.from + 1) % 3, single.targets));
      fc.pre(truth !== relationship);
      const twice = { sets, pairs: [single, ...pairs, single] };
      const found = await against(twice, new Map([[twice.pairs.length - 1, relationship]]));
      expect(found).toContain("mapping-contradiction");
    }),
    { numRuns: 60 },
  );
});
