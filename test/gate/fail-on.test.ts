import { describe, expect, it } from "vitest";
import { openAtOrAbove } from "../../src/gate/fail-on.js";
import { smallReport } from "../support/report.js";

describe("openAtOrAbove", () => {
  const { scope, tally } = smallReport();

  it("names the rules with open verdicts from the severity on", () => {
    expect(openAtOrAbove("critical", scope.rules, tally)).toEqual(["tested"]);
    expect(openAtOrAbove("low", scope.rules, tally)).toEqual(["tested", "watched"]);
  });

  it("names nothing where every verdict is satisfied or not applicable", () => {
    const quiet = {
      ...tally,
      rules: tally.rules.map((summary) => ({
        ...summary,
        counts: { ...summary.counts, "not-satisfied": 0, error: 0 },
      })),
    };
    expect(openAtOrAbove("low", scope.rules, quiet)).toEqual([]);
  });
});
