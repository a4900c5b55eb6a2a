import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assuranceLevels, verdictStates } from "../../src/assessment/verdict.js";
import { inverted, type Pair } from "../../src/crosswalk/mapping.js";
import {
  grades,
  outcomes,
  planProjection,
  project,
  type Leg,
  type Projection,
} from "../../src/crosswalk/projection.js";
import { containsTarget, inverseOf, relationships } from "../../src/crosswalk/relationship.js";
import { invertedLeg, routesBetween } from "../../src/crosswalk/routes.js";
import type { Standing } from "../../src/crosswalk/standing.js";
import { legOf, pairOf, standings } from "../support/crosswalks.js";

const sources = ["1", "2", "3"];
const targets = ["x", "y", "z"];

const some = (ids: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...ids], { minLength: 1, maxLength: Math.min(2, ids.length) });

const pair = (from: readonly string[], to: readonly string[]): fc.Arbitrary<Pair> =>
  fc
    .record({
      sources: some(from),
      targets: some(to),
      relationship: fc.constantFrom(...relationships),
      strength: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    })
    .map((each) =>
      pairOf(
        each.sources,
        each.relationship,
        each.targets,
        each.strength === undefined ? {} : { strength: each.strength },
      ),
    );

const pairs = fc.uniqueArray(pair(sources, targets), { minLength: 1, maxLength: 8, selector: ({ uuid }) => uuid });

const standing: fc.Arbitrary<Pick<Standing, "state" | "assurance">> = fc.oneof(
  fc.constantFrom(...assuranceLevels).map((assurance) => ({ state: "satisfied" as const, assurance })),
  fc.constantFrom(...verdictStates, "not-assessed" as const).map((state) => ({ state })),
);

const states = fc.record(Object.fromEntries(sources.map((id) => [`a:${id}`, standing])));

/** States of sources that nothing follows from. */
const failing = fc.constantFrom(
  ...(["error", "not-satisfied", "stale", "no-evidence", "not-applicable", "not-assessed"] as const),
);

/** Of them, those in which something is known to be lacking. That nobody looked says less against a target than that something fails. */
const lacking = fc.constantFrom(...(["error", "not-satisfied", "stale", "no-evidence"] as const));

function along(leg: Leg, found: Parameters<typeof standings>[0]): Projection {
  return project(planProjection(leg.to, [[leg]]), standings(found));
}

/** How far a target is shown, the more the higher. */
function rankOf({ outcome, grade }: Projection["targets"][number]): number {
  return (outcomes.length - outcomes.indexOf(outcome)) * 10 - (grade === undefined ? 9 : grades.indexOf(grade));
}

function byId({ targets: found }: Projection): Map<string, Projection["targets"][number]> {
  return new Map(found.map((target) => [target.requirement.id, target]));
}

describe("a projection", () => {
  it("does not get better by a source that fails", () => {
    fc.assert(
      fc.property(pairs, states, fc.constantFrom(...sources), lacking, (each, found, source, state) => {
        const leg = legOf("a", "b", each);
        const before = along(leg, found);
        const after = byId(along(leg, { ...found, [`a:${source}`]: { state } }));
        for (const target of before.targets) {
          const changed = after.get(target.requirement.id);
          expect(changed && rankOf(changed)).toBeLessThanOrEqual(rankOf(target));
        }
      }),
    );
  });

  it("does not get better by one more pair from a source that fails, unless it was not addressed", () => {
    fc.assert(
      fc.property(pairs, states, pair(["failing"], targets), failing, (each, found, more, state) => {
        const before = byId(along(legOf("a", "b", each), found));
        const all = along(legOf("a", "b", [...each, more]), { ...found, "a:failing": { state } });
        for (const target of all.targets) {
          const earlier = before.get(target.requirement.id);
          if (earlier === undefined || earlier.outcome === "not-addressed") {
            expect(["not-shown", "not-addressed"]).toContain(target.outcome);
          } else expect(rankOf(target)).toBeLessThanOrEqual(rankOf(earlier));
        }
      }),
    );
  });

  it("shows nothing through an overlap, nor through a part, nor from what is not satisfied", () => {
    fc.assert(
      fc.property(pairs, states, (each, found) => {
        for (const { outcome, contributions } of along(legOf("a", "b", each), found).targets) {
          if (outcome !== "shown") continue;
          const showing = contributions.filter(({ effect }) => effect === "shows");
          expect(showing).not.toEqual([]);
          for (const { relationship, sources: from } of showing) {
            expect(relationship !== undefined && containsTarget(relationship)).toBe(true);
            expect(from.every(({ state }) => state === "satisfied")).toBe(true);
          }
        }
      }),
    );
  });

  it("is the same whatever the order of pairs, mappings and routes", () => {
    fc.assert(
      fc.property(
        pairs.chain((each) => fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length }))),
        pairs,
        states,
        ([each, shuffled], others, found) => {
          const [one, two] = [legOf("a", "b", each), { ...legOf("a", "b", others) }];
          const other = { ...two, crosswalk: { ...two.crosswalk, uuid: "another" } };
          const plain = project(planProjection(one.to, [[one], [other]]), standings(found));
          const again = legOf("a", "b", shuffled);
          const turned = project(planProjection(one.to, [[other], [again]]), standings(found));
          const words = ({ targets: all }: Projection): unknown =>
            all.map(({ requirement, outcome, grade, contributions }) => [
              requirement.id,
              outcome,
              grade,
              contributions.map(({ effect, links }) => [effect, links.map((link) => link.pair.uuid)]),
            ]);
          expect(words(turned)).toEqual(words(plain));
        },
      ),
    );
  });
});

describe("the inverse of a mapping", () => {
  it("turns subset and superset round, and twice is the mapping itself", () => {
    fc.assert(
      fc.property(pairs, (each) => {
        const { crosswalk } = legOf("a", "b", each);
        const back = inverted(crosswalk);
        expect(back.pairs.map(({ relationship }) => relationship)).toEqual(
          each.map(({ relationship }) => inverseOf(relationship)),
        );
        expect(back.pairs.map((one) => [one.sources, one.targets])).toEqual(
          each.map((one) => [one.targets, one.sources]),
        );
        expect(inverted(back)).toEqual(crosswalk);
      }),
    );
  });
});

describe("a chain", () => {
  const between = ["m1", "m2"];
  const first = fc.uniqueArray(pair(sources, between), { minLength: 1, maxLength: 5, selector: ({ uuid }) => uuid });
  const second = fc.uniqueArray(pair(between, targets), { minLength: 1, maxLength: 5, selector: ({ uuid }) => uuid });

  it("is never stronger than its weakest pair", () => {
    fc.assert(
      fc.property(first, second, states, (one, two, found) => {
        const legs = [legOf("a", "m", one), legOf("m", "b", two)] as const;
        const plan = planProjection(legs[1].to, [[...legs]]);
        for (const { contributions } of project(plan, standings(found)).targets) {
          for (const { links, relationship, strength, effect, grade, sources: from } of contributions) {
            const strengths = links.map((link) => link.pair.strength);
            expect(strength).toBe(
              strengths.some((each) => each === undefined)
                ? undefined
                : Math.min(...strengths.map((each) => each ?? 0)),
            );
            // What contains the target contains it along every pair.
            const isAllContained = links.every((link) => containsTarget(link.pair.relationship));
            if (relationship !== undefined && containsTarget(relationship)) expect(isAllContained).toBe(true);
            if (effect === "shows") expect(from.every(({ state }) => state === "satisfied")).toBe(true);
            if (grade === "strong") expect(strengths.every((each) => each !== undefined && each >= 7)).toBe(true);
          }
        }
      }),
    );
  });

  it("is only gone where no mapping leads there at once", () => {
    const legs = [
      legOf("a", "m", [pairOf("1", "equal-to", "m1")]),
      legOf("m", "b", [pairOf("m1", "equal-to", "x")]),
      legOf("n", "b", [pairOf("n1", "equal-to", "x")]),
      legOf("n", "a", [pairOf("n1", "equal-to", "1")]),
    ];
    const names = (to: string, more = {}): string[] =>
      routesBetween(legs, { from: ["a"], to, ...more }).map((route) =>
        route.map(({ crosswalk }) => `${crosswalk.inverted ? "-" : ""}${crosswalk.uuid}`).join(" "),
      );
    expect(names("b")).toEqual(["a-to-m m-to-b", "-n-to-a n-to-b"]);
    expect(names("b", { via: ["m"] })).toEqual(["a-to-m m-to-b"]);
    expect(names("n")).toEqual(["-n-to-a"]);
    expect(names("elsewhere")).toEqual([]);
    const direct = [...legs, legOf("b", "a", [pairOf("x", "equal-to", "1")])];
    expect(routesBetween(direct, { from: ["a"], to: "b" }).map((route) => route.length)).toEqual([1]);
    expect(direct.map(invertedLeg).map(invertedLeg)).toEqual(direct);
  });
});
