import { describe, expect, it } from "vitest";
import { sarifProblems } from "../../src/runs/outputs.js";

describe("results of a SARIF report", () => {
  it("are no matter up to what a code host shows", () => {
    expect([0, 1, 5_000].flatMap((results) => sarifProblems(results, { file: "/ws/a.sarif" }))).toEqual([]);
  });

  it("are a warning where a code host shows not all of them", () => {
    expect(sarifProblems(5_001, { file: "/ws/a.sarif" })).toEqual([
      {
        code: "output-over-limit",
        severity: "warning",
        file: "/ws/a.sarif",
        message: "The report has 5001 results; GitHub shows 5000 of them. The worst stand first.",
        fix: "Assess parts of the workspace with --systems, each with a report and a category of its own.",
      },
    ]);
  });

  it("are another one where it refuses the file", () => {
    expect(sarifProblems(25_001)).toEqual([
      {
        code: "output-over-limit",
        severity: "warning",
        message: "The report has 25001 results; GitHub refuses more than 25000.",
        fix: "Assess parts of the workspace with --systems, each with a report and a category of its own.",
      },
    ]);
  });
});
