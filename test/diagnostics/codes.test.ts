import { describe, expect, it } from "vitest";
import { codeAreas, codeEntry, codes } from "../../src/diagnostics/codes.js";
import { scopeCodes } from "../../src/diagnostics/codes/scope.js";
import { referenceRules } from "../../src/oscal/reference-rules.js";
import { codeLiterals } from "./code-literals.js";

/** Codes that are put together at run time, with where that happens. */
const madeAtRunTime: readonly string[] = [
  // files/writing.ts, files/files.ts: unwritable-${what}
  ...["unwritable-file", "unwritable-folder"],
  // policy/compile.ts: the codes of the Rego compiler with hyphens
  ...["entrypoint-error", "rego-compile-error", "rego-error", "rego-parse-error", "rego-recursion-error"],
  ...["rego-type-error", "rego-unsafe-var-error", "test-filter-error"],
  // oscal/references.ts: the id of a reference rule is the code of its problems
  ...Object.keys(referenceRules),
  // named to the function that makes the diagnostics of the area, where the compiler checks them
  ...Object.keys(scopeCodes),
];

describe("the register of codes", () => {
  const literals = codeLiterals();

  it("has every code that src/ uses, and no other", () => {
    const used = [...new Set([...literals.map(({ code }) => code), ...madeAtRunTime])].sort();
    expect(codes).toEqual(used);
  });

  it("finds literals in properties, conditions and arguments", () => {
    expect(literals).toContainEqual({ code: "duplicate-id", file: "inventory/descriptors.ts" });
    expect(literals).toContainEqual({ code: "json-syntax", file: "source/json.ts" });
    expect(literals).toContainEqual({ code: "oscal-wrong-form", file: "oscal/validate/schema/explain.ts" });
    expect(literals).toContainEqual({ code: "evidence-changed", file: "inventory/evidence/check-evidence.ts" });
  });

  it("has each code in one area", () => {
    expect(new Set(codes).size).toBe(codeAreas.reduce((sum, area) => sum + Object.keys(area.codes).length, 0));
  });

  it("says in whole sentences what a code means and how to mend it", () => {
    for (const code of codes) {
      const { title, meaning, fix } = codeEntry(code) ?? { title: "", meaning: "", fix: "" };
      expect([code, title]).toEqual([code, expect.stringMatching(/^[A-Z].*[^.]$/)]);
      for (const text of [meaning, fix]) expect([code, text]).toEqual([code, expect.stringMatching(/^[A-Z].*[.]$/s)]);
    }
  });

  it("knows no word that is no code", () => {
    expect(codeEntry("constructor")).toBeUndefined();
    expect(codeEntry("")).toBeUndefined();
  });
});
