import { describe, expect, it } from "vitest";
import { Suppressions, type SuppressibleProblem, type Suppression } from "../../src/gate/suppressions.js";

const until = (expires: string, rest: Partial<Suppression> = {}): Suppression => ({
  code: "oscal-wrong-form",
  expires,
  ...rest,
});
const problem: SuppressibleProblem = { code: "oscal-wrong-form", pointer: "/catalog/groups/0/id" };

/** Whether a list of suppressions accepts the problem in a.json, and the outcome of each. */
function run(entries: readonly Suppression[], asOf = "2026-04-14"): { accepted: boolean; outcomes: string[] } {
  const suppressions = new Suppressions(entries, asOf);
  suppressions.check("a.json");
  const accepted = suppressions.accepts("a.json", problem);
  return { accepted, outcomes: suppressions.outcomes() };
}

describe("a suppression", () => {
  it("holds until its last day", () => {
    expect(run([until("2026-04-14")])).toEqual({ accepted: true, outcomes: ["used"] });
    expect(run([until("2026-04-13")])).toEqual({ accepted: false, outcomes: ["expired"] });
  });

  it.each<[Partial<Suppression>, boolean]>([
    [{}, true],
    [{ code: "oscal-wrong-type" }, false],
    [{ file: "a.json" }, true],
    [{ file: "./a.json" }, true],
    [{ file: "*.json" }, true],
    [{ pointer: "" }, true],
    [{ pointer: "/catalog/groups/0" }, true],
    [{ pointer: "/catalog/groups/0/id" }, true],
    [{ pointer: "/catalog/group" }, false],
    [{ pointer: "/catalog/groups/0/id/x" }, false],
    [{ file: "a.json", pointer: "/catalog" }, true],
  ])("with %j accepts the problem: %s", (rest, accepted) => {
    expect(run([until("2026-12-31", rest)])).toEqual({ accepted, outcomes: [accepted ? "used" : "unused"] });
  });

  it("for files that were not checked is not called unused", () => {
    expect(run([until("2026-12-31", { file: "folder/**" })])).toEqual({ accepted: false, outcomes: ["not-asked"] });
  });

  it("that has expired and met nothing is unused, whatever was checked", () => {
    expect(run([until("2020-01-01", { file: "folder/**" }), until("2020-01-01", { pointer: "/x" })])).toEqual({
      accepted: false,
      outcomes: ["unused", "unused"],
    });
  });

  it.each([
    ["../a.json", "**", false],
    ["../a.json", "*/a.json", false],
    ["../a.json", "../*.json", true],
    ["../../a.json", "../**", false],
    ["..a.json", "*.json", true],
    ["a.json", "../**", false],
  ])("reaches %s by the pattern %s: %s", (file, pattern, accepted) => {
    const suppressions = new Suppressions([until("2026-12-31", { file: pattern })], "2026-04-14");
    expect(suppressions.accepts(file, problem)).toBe(accepted);
  });

  it("names a constraint by its id", () => {
    const origin = { kind: "constraint", type: "matches", id: "oscal-x" } as const;
    const suppressions = new Suppressions([until("2026-12-31", { code: "oscal-x" })], "2026-04-14");
    expect(suppressions.accepts("a.json", { code: "oscal-matches", origin })).toBe(true);
    expect(suppressions.accepts("a.json", { code: "oscal-matches" })).toBe(false);
  });

  it("is not made void by another one that has expired", () => {
    expect(run([until("2020-01-01"), until("2026-12-31")])).toEqual({ accepted: true, outcomes: ["expired", "used"] });
  });

  it("is not found under a name that objects inherit", () => {
    const origin = { kind: "constraint", type: "matches", id: "constructor" } as const;
    expect(new Suppressions([], "2026-04-14").accepts("a.json", { code: "oscal-matches", origin })).toBe(false);
  });
});
