import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDiagnostics, InputError, type Diagnostic } from "../../src/diagnostics/diagnostic.js";

const base: Diagnostic = { code: "duplicate-id", severity: "error", message: "m" };

describe("compareDiagnostics", () => {
  it("sorts by file, line, column, code and message, by code units", () => {
    const sorted: Diagnostic[] = [
      { ...base, message: "no place" },
      { ...base, file: "B.yaml", line: 9 },
      { ...base, file: "a.yaml" },
      { ...base, file: "a.yaml", line: 2, column: 10 },
      { ...base, code: "binary-file", file: "a.yaml", line: 10, column: 1 },
      { ...base, message: "l", file: "a.yaml", line: 10, column: 1 },
      { ...base, message: "m", file: "a.yaml", line: 10, column: 1 },
      { ...base, file: "a.yaml", line: 10, column: 2 },
      { ...base, file: "ä.yaml", line: 1 },
    ];
    expect(sorted.toReversed().sort(compareDiagnostics)).toEqual(sorted);
  });

  it("gives one order whatever the order before", () => {
    const diagnostic = fc.record<Diagnostic>({
      code: fc.constantFrom("binary-file", "duplicate-id"),
      severity: fc.constant("error"),
      message: fc.constantFrom("x", "y"),
      file: fc.constantFrom("a", "b"),
      line: fc.integer({ min: 1, max: 3 }),
      column: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(diagnostic), (diagnostics) => {
        expect(diagnostics.toReversed().sort(compareDiagnostics)).toEqual([...diagnostics].sort(compareDiagnostics));
      }),
    );
  });
});

describe("InputError", () => {
  it("carries the diagnostics and says their messages", () => {
    const error = new InputError([base, { ...base, message: "n" }]);
    expect({ name: error.name, message: error.message, diagnostics: error.diagnostics }).toEqual({
      name: "InputError",
      message: "m; n",
      diagnostics: [base, { ...base, message: "n" }],
    });
  });
});
