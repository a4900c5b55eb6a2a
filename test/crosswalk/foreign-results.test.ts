import { describe, expect, it } from "vitest";
import { foreignStandings, findingsOf, latestResult } from "../../src/crosswalk/foreign-results.js";
import { frameworkOf } from "../../src/crosswalk/framework.js";
import type { AssessmentResults, Catalog, Property, Result } from "../../src/oscal/model.js";
import { aimsNamespace } from "../../src/oscal/properties.js";

const catalog = {
  uuid: "c",
  metadata: { title: "Rules" },
  controls: [
    {
      id: "one",
      title: "One",
      parts: [
        {
          id: "one_smt",
          name: "statement",
          parts: [
            { id: "one_smt.a", name: "item" },
            { id: "one_smt.b", name: "item" },
          ],
        },
      ],
    },
    { id: "two", title: "Two", parts: [{ id: "two_smt", name: "statement" }] },
  ],
} as unknown as Catalog;

const framework = frameworkOf(catalog, "rules");

const finding = (id: string, state: "satisfied" | "not-satisfied", props: readonly Property[] = []): object => ({
  uuid: `finding on ${id}`,
  target: { type: "statement-id", "target-id": id, status: { state } },
  props,
});

const result = (...findings: object[]): Result => ({ start: "2026-01-01T00:00:00Z", findings }) as unknown as Result;

const states = (...findings: object[]): unknown =>
  foreignStandings(result(...findings), framework).standings.map(({ control, state, finding: uuid }) => [
    control,
    state,
    uuid,
  ]);

describe("OSCAL assessment results of others", () => {
  it("state of a control what their finding on it states", () => {
    expect(states(finding("one_smt", "satisfied"), finding("two", "not-satisfied"))).toEqual([
      ["one", "satisfied", "finding on one_smt"],
      ["two", "not-satisfied", "finding on two"],
    ]);
  });

  it("show a control in part by findings on parts of it, and not at all where one of them fails", () => {
    expect(states(finding("one_smt.a", "satisfied"), finding("one_smt.b", "satisfied"))).toEqual([
      ["one", "partial", "finding on one_smt.a"],
    ]);
    expect(states(finding("one_smt.a", "satisfied"), finding("one_smt.b", "not-satisfied"))).toEqual([
      ["one", "not-satisfied", "finding on one_smt.a"],
    ]);
    expect(states(finding("one_smt.a", "satisfied"), finding("one_smt", "satisfied"))).toEqual([
      ["one", "satisfied", "finding on one_smt"],
    ]);
  });

  it("say more precisely what they found where aims wrote them", () => {
    const own = (name: string, value: string): Property => ({ name, ns: aimsNamespace, value });
    expect(
      states(
        finding("one_smt", "not-satisfied", [own("verdict-state", "stale")]),
        finding("two_smt", "not-satisfied", [own("verdict-state", "no-evidence"), own("reason", "not-assessed")]),
      ),
    ).toEqual([
      ["one", "stale", "finding on one_smt"],
      ["two", "not-assessed", "finding on two_smt"],
    ]);
  });

  it("may be about what the framework does not have", () => {
    const all = result(finding("one_smt", "satisfied"), finding("three_smt", "satisfied"));
    expect(foreignStandings(all, framework).unknown).toEqual(["three_smt"]);
    expect(findingsOf(all, framework)).toBe(1);
  });

  it("of several days are those of the last", () => {
    const results = ["2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z"].map((start) => ({
      start,
    }));
    expect(latestResult({ results } as unknown as AssessmentResults)?.start).toBe("2026-03-01T00:00:00Z");
  });
});
