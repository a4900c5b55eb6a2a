import { describe, expect, it } from "vitest";
import { worstFirst } from "../../../src/report/assessment/open-verdicts.js";
import { assessmentOf, verdict } from "../../support/report.js";

describe("open verdicts", () => {
  it("come worst first: rules in error, then by severity, then by state, then in the order of the record", () => {
    const verdicts = [
      verdict({ subject: "a", rule: "low", severity: "low", state: "not-satisfied" }),
      verdict({ subject: "a", rule: "high", severity: "high", state: "partial" }),
      verdict({ subject: "a", rule: "critical", severity: "critical", state: "satisfied" }),
      verdict({ subject: "b", rule: "low", severity: "low", state: "error" }),
      verdict({ subject: "b", rule: "high", severity: "high", state: "not-satisfied" }),
      verdict({ subject: "b", rule: "critical", severity: "critical", state: "partial" }),
      verdict({ subject: "c", rule: "high", severity: "high", state: "not-satisfied" }),
      verdict({ subject: "c", rule: "low", severity: "low", state: "not-applicable" }),
    ];
    expect([...worstFirst(assessmentOf(verdicts))].map(({ subject, rule }) => `${subject} ${rule}`)).toEqual([
      "b low",
      "b critical",
      "b high",
      "c high",
      "a high",
      "a low",
    ]);
  });

  it("are read again rather than held all at once", () => {
    const verdicts = Array.from({ length: 45_000 }, (_, index) =>
      index % 3 === 0
        ? verdict({ subject: String(index), rule: "high" })
        : verdict({ subject: String(index), rule: "low", severity: "low" }),
    );
    const assessment = assessmentOf(verdicts);
    let readings = 0;
    const ordered = worstFirst({
      tally: assessment.tally,
      verdicts: () => {
        readings += 1;
        return verdicts;
      },
    });
    const expected = [
      ...verdicts.filter(({ rule }) => rule === "high"),
      ...verdicts.filter(({ rule }) => rule === "low"),
    ];
    expect([...ordered].every((each, index) => each === expected[index])).toBe(true);
    expect(readings).toBe(2);
  });
});
