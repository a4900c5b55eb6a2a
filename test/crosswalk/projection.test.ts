import { describe, expect, it } from "vitest";
import { planProjection, project, type Leg, type Projection } from "../../src/crosswalk/projection.js";
import type { Standing } from "../../src/crosswalk/standing.js";
import { frameworkOf, type Framework } from "../../src/crosswalk/framework.js";
import type { Catalog } from "../../src/oscal/model.js";
import { invented, legOf, pairOf, standings } from "../support/crosswalks.js";

type States = Parameters<typeof standings>[0];

/** What is projected along one mapping from "a" to "b". */
function projected(pairs: Leg["crosswalk"]["pairs"], states: States, gaps: readonly string[] = []): Projection {
  const leg = legOf("a", "b", pairs, gaps);
  return project(planProjection(leg.to, [[leg]]), standings(states));
}

/** A framework with a catalog. */
function catalogOf(name: string, controls: readonly object[]): Framework {
  return frameworkOf({ uuid: name, metadata: { title: name }, controls } as unknown as Catalog, name);
}

/** The outcome, support and conflict of each target. */
function outcomes({ targets }: Projection): Record<string, string> {
  return Object.fromEntries(
    targets.map(({ requirement, outcome, grade, hasConflict }) => [
      requirement.id,
      [outcome, grade, hasConflict ? "conflict" : undefined].filter((each) => each !== undefined).join(" "),
    ]),
  );
}

const satisfied: Standing["state"] = "satisfied";
const tested = { state: satisfied, assurance: "tested" } as const;

describe("a target", () => {
  it.each([
    ["equal-to", "shown weak"],
    ["equivalent-to", "shown weak"],
    ["superset-of", "shown weak"],
    ["subset-of", "supported weak"],
    ["intersects-with", "supported weak"],
    ["no-relationship", "not-addressed"],
  ] as const)("of a satisfied source that is %s it, is %s", (relationship, outcome) => {
    expect(outcomes(projected([pairOf("1", relationship, "x")], { "a:1": { state: "satisfied" } }))).toEqual({
      x: outcome,
    });
  });

  it.each(["not-satisfied", "stale", "no-evidence", "error", "not-applicable", "not-assessed"] as const)(
    "of which the only source is %s is not shown, whatever the relationship",
    (state) => {
      for (const relationship of ["equal-to", "superset-of", "subset-of", "intersects-with"] as const) {
        expect(outcomes(projected([pairOf("1", relationship, "x")], { "a:1": { state } }))).toEqual({ x: "not-shown" });
      }
    },
  );

  it("is supported, and no more, by a source that is satisfied in part", () => {
    const pair = pairOf("1", "equal-to", "x", { strength: 10 });
    expect(outcomes(projected([pair], { "a:1": { state: "partial", assurance: "tested" } }))).toEqual({
      x: "supported weak",
    });
  });

  it("is shown by several sources that are taken together only where all of them are satisfied", () => {
    const pairs = [pairOf(["1", "2"], "equal-to", "x")];
    expect(outcomes(projected(pairs, { "a:1": tested, "a:2": tested }))).toEqual({ x: "shown weak" });
    expect(outcomes(projected(pairs, { "a:1": tested, "a:2": { state: "no-evidence" } }))).toEqual({
      x: "supported weak conflict",
    });
    expect(outcomes(projected(pairs, { "a:1": tested }))).toEqual({ x: "supported weak" });
  });

  it("is shown with the others that one pair names where the source contains them together", () => {
    const pairs = [pairOf("1", "equal-to", ["x", "y"]), pairOf("2", "subset-of", ["x", "z"])];
    expect(outcomes(projected(pairs, { "a:1": tested, "a:2": tested }))).toEqual({
      x: "shown weak",
      y: "shown weak",
      z: "supported weak",
    });
  });

  it("is not shown as a whole where something within it is lacking", () => {
    const pairs = [pairOf("1", "superset-of", "x"), pairOf("2", "subset-of", "x"), pairOf("3", "intersects-with", "x")];
    const shown = { "a:1": tested, "a:2": tested, "a:3": tested };
    expect(outcomes(projected(pairs, shown))).toEqual({ x: "shown weak" });
    expect(outcomes(projected(pairs, { ...shown, "a:2": { state: "stale" } }))).toEqual({
      x: "supported weak conflict",
    });
    // What only overlaps may lack what the target does not ask.
    expect(outcomes(projected(pairs, { ...shown, "a:3": { state: "stale" } }))).toEqual({ x: "shown weak conflict" });
  });

  it("is not addressed where no pair leads to it, with a note where the author found no counterpart", () => {
    const leg = legOf("a", "b", [pairOf("1", "equal-to", "x")], ["gap"]);
    const to = { ...invented("b", ["x", "gap", "left"]) };
    const leaves = ["gap", "left", "x"].flatMap((id) => to.find({ type: "control", id }) ?? []);
    const { targets, counts } = project(planProjection({ ...to, leaves }, [[leg]]), standings({ "a:1": tested }));
    expect(targets.map(({ requirement, outcome, isGap }) => [requirement.id, outcome, isGap])).toEqual([
      ["gap", "not-addressed", true],
      ["left", "not-addressed", false],
      ["x", "shown", false],
    ]);
    expect(counts).toEqual({ shown: 1, supported: 0, "not-shown": 0, "not-addressed": 2 });
  });
});

describe("support", () => {
  const cases: [strength: number | undefined, assurance: Standing["assurance"], grade: string][] = [
    [10, "tested", "strong"],
    [7, "tested", "strong"],
    [6, "tested", "moderate"],
    [5, "documented", "moderate"],
    [9, "documented", "moderate"],
    [9, "declared", "weak"],
    [9, undefined, "weak"],
    [4, "tested", "weak"],
    [undefined, "tested", "weak"],
  ];
  it.each(cases)("of strength %s from a source that is %s is %s", (strength, assurance, grade) => {
    const pair = pairOf("1", "intersects-with", "x", strength === undefined ? {} : { strength });
    const standing = { state: satisfied, ...(assurance === undefined ? {} : { assurance }) };
    expect(outcomes(projected([pair], { "a:1": standing }))).toEqual({ x: `supported ${grade}` });
  });

  it("of several pairs is the best of them", () => {
    const pairs = [
      pairOf("1", "intersects-with", "x", { strength: 3 }),
      pairOf("2", "intersects-with", "x", { strength: 8 }),
    ];
    expect(outcomes(projected(pairs, { "a:1": tested, "a:2": tested }))).toEqual({ x: "supported strong" });
  });
});

describe("a part of a control", () => {
  const whole = catalogOf("a", [
    { id: "1", title: "One", parts: [{ id: "1_smt", name: "statement", parts: [{ id: "1_smt.a", name: "item" }] }] },
    { id: "2", title: "Two" },
  ]);
  const along = (pairs: Leg["crosswalk"]["pairs"], states: States): Record<string, string> => {
    const leg = { ...legOf("a", "b", pairs), from: whole };
    return outcomes(project(planProjection(leg.to, [[leg]]), standings(states)));
  };

  it("is met where the whole is, and else nobody knows", () => {
    const pairs = [pairOf("1_smt.a", "equal-to", "x"), pairOf("2", "equal-to", "x")];
    expect(along(pairs.slice(0, 1), { "a:1": tested })).toEqual({ x: "shown weak" });
    expect(along(pairs.slice(0, 1), { "a:1": { state: "partial" } })).toEqual({ x: "not-shown" });
    // What the control lacks may lie in another part: nothing speaks against the target.
    expect(along(pairs, { "a:1": { state: "not-satisfied" }, "a:2": tested })).toEqual({ x: "shown weak" });
    expect(
      along([pairOf("1_smt", "equal-to", "x"), pairOf("2", "equal-to", "x")], {
        "a:1": { state: "not-satisfied" },
        "a:2": tested,
      }),
    ).toEqual({
      x: "supported weak conflict",
    });
  });
});

describe("a pair on a condition", () => {
  it("shows nothing by itself", () => {
    const pair = pairOf("1", "equal-to", "x", { strength: 9, qualifiers: ["Only for banks."] });
    expect(outcomes(projected([pair], { "a:1": tested }))).toEqual({ x: "supported strong" });
  });
});

describe("two pairs of one UUID", () => {
  it("both count, whatever their order", () => {
    const pairs = [pairOf("1", "equal-to", "x", { uuid: "u" }), pairOf("2", "equal-to", "x", { uuid: "u" })];
    const states: States = { "a:1": tested, "a:2": { state: "not-satisfied" } };
    for (const each of [pairs, pairs.toReversed()]) {
      expect(outcomes(projected(each, states))).toEqual({ x: "supported weak conflict" });
    }
  });
});

describe("a chain", () => {
  const chain = (first: Leg["crosswalk"]["pairs"], second: Leg["crosswalk"]["pairs"], states: States): Projection => {
    const [one, two] = [legOf("a", "m", first), legOf("m", "b", second)];
    return project(planProjection(two.to, [[one, two]]), standings(states));
  };

  it("carries what its pairs together say", () => {
    const { targets } = chain(
      [pairOf("1", "superset-of", "m1", { strength: 9 })],
      [pairOf("m1", "equal-to", "x", { strength: 6 }), pairOf("m1", "subset-of", "y", { strength: 8 })],
      { "a:1": tested },
    );
    expect(
      targets.map(({ requirement, outcome, grade, contributions }) => [
        requirement.id,
        outcome,
        grade,
        contributions.map(({ relationship, strength, links }) => [
          relationship,
          strength,
          links.map(({ pair, via }) => [pair.uuid, via?.reference]),
        ]),
      ]),
    ).toEqual([
      [
        "x",
        "shown",
        "moderate",
        [
          [
            "superset-of",
            6,
            [
              ["1 superset-of m1", undefined],
              ["m1 equal-to x", "m:m1"],
            ],
          ],
        ],
      ],
      [
        "y",
        "supported",
        "strong",
        [
          [
            "intersects-with",
            8,
            [
              ["1 superset-of m1", undefined],
              ["m1 subset-of y", "m:m1"],
            ],
          ],
        ],
      ],
    ]);
  });

  it("says nothing where two overlaps meet, and names both", () => {
    const { targets } = chain([pairOf("1", "intersects-with", "m1")], [pairOf("m1", "intersects-with", "x")], {
      "a:1": tested,
    });
    expect(targets.map(({ outcome, contributions }) => [outcome, contributions.map(({ effect }) => effect)])).toEqual([
      ["not-shown", ["nothing-follows"]],
    ]);
  });

  it("goes over one of several controls between only as far as that one is told of", () => {
    const { targets } = chain(
      [pairOf("1", "superset-of", ["m1", "m2"])],
      [pairOf(["m1", "m3"], "superset-of", "x"), pairOf("m2", "superset-of", "y")],
      { "a:1": tested },
    );
    expect(targets.map(({ requirement, outcome }) => [requirement.id, outcome])).toEqual([
      ["x", "supported"],
      ["y", "shown"],
    ]);
  });
});

describe("a pair", () => {
  it("that is read twice counts once", () => {
    const leg = legOf("a", "b", [pairOf("1", "intersects-with", "x")]);
    const { targets } = project(planProjection(leg.to, [[leg], [leg]]), standings({ "a:1": tested }));
    expect(targets[0]?.contributions).toHaveLength(1);
  });

  it("that names a control its catalog does not have is left out and reported", () => {
    const leg = legOf("a", "b", [pairOf("1", "equal-to", "x"), pairOf("1", "equal-to", "y")]);
    const to = {
      ...leg.to,
      find: (item: { id: string }) => (item.id === "y" ? undefined : leg.to.find({ type: "control", id: item.id })),
    };
    const plan = planProjection(to, [[{ ...leg, to }]]);
    expect(plan.targets.map(({ requirement }) => requirement.id)).toEqual(["x"]);
    expect(plan.unknown).toEqual([{ pair: "1 equal-to y", framework: "b", id: "y" }]);
  });
});
