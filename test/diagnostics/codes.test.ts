import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeAreas, codeEntry, codes, type DiagnosticCode } from "../../src/diagnostics/codes.js";
import { problem } from "../../src/diagnostics/codes/files.js";
import { problem as workspaceProblem } from "../../src/diagnostics/codes/workspace.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { referenceRules } from "../../src/oscal/reference-rules.js";
import { projectPath, projectText } from "../support/project.js";

/** Codes that are put together at run time: unwritable-${what} in files/writer.ts. */
const madeAtRunTime: readonly string[] = ["unwritable-folder"];

describe("the register of codes", () => {
  it("has each code in one area", () => {
    expect(new Set(codes).size).toBe(codeAreas.reduce((sum, area) => sum + Object.keys(area.codes).length, 0));
  });

  it("is sorted by code units", () => {
    expect(codes).toEqual([...codes].sort());
  });

  it("has only codes that something else in src/ uses", () => {
    const text = readdirSync(projectPath("src"), { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".ts") && !/^diagnostics\/codes\b|\bgenerated\//.test(name))
      .map((name) => projectText(`src/${name}`))
      .join("\n");
    expect(codes.filter((code) => !text.includes(`"${code}"`))).toEqual(madeAtRunTime);
  });

  it("has every reference rule under its id", () => {
    expect(Object.keys(referenceRules).filter((id) => !codes.includes(id))).toEqual([]);
  });

  it("says in whole sentences what a code means and how to correct it", () => {
    for (const code of codes) {
      const { title, meaning, fix } = codeEntry(code) ?? { title: "", meaning: "", fix: "" };
      expect([code, title]).toEqual([code, expect.stringMatching(/^[A-Z].*[^.]$/)]);
      for (const text of [meaning, fix]) expect([code, text]).toEqual([code, expect.stringMatching(/^[A-Z].*[.]$/s)]);
    }
  });

  it("stands in the documentation, code by code", () => {
    const documented = [...projectText("docs/errors.md").matchAll(/^### (.+)$/gm)].map(([, code]) => code);
    expect(new Set(documented)).toEqual(new Set(codes));
    expect(documented).toHaveLength(codes.length);
  });

  it("knows only words that are codes", () => {
    expect(codeEntry("constructor")).toBeUndefined();
    expect(codeEntry("")).toBeUndefined();
  });
});

describe("what makes the diagnostics of an area", () => {
  const place = { file: "/ws/aims.yaml", line: 3, column: 1 };

  it("takes a code, its place and what its words are made from", () => {
    expect(problem("second-document", place, "settings")).toEqual({
      code: "second-document",
      severity: "error",
      message: "aims.yaml holds a second document.",
      fix: "Write all settings into one document.",
      ...place,
    });
    expect(problem("binary-file", undefined)).toEqual({
      code: "binary-file",
      severity: "error",
      message: "The file holds a NUL byte: it is a binary file, not text.",
      fix: "Name a text file in UTF-8.",
    });
  });

  // The type checker is the test here: each of these calls has to be an error to it, and none is made.
  it("takes no other code, and nothing else to make words from", () => {
    const refused: (() => Diagnostic)[] = [
      // @ts-expect-error -- there is no such code
      () => problem("second-documents", place, "settings"),
      // @ts-expect-error -- a code of another area
      () => problem("no-systems", place, { patterns: [] }),
      // @ts-expect-error -- not a kind of file that has a second document
      () => problem("second-document", place, "setting"),
      // @ts-expect-error -- what the words are made from is missing
      () => problem("second-document", place),
      // @ts-expect-error -- nothing to make words from is wanted
      () => problem("binary-file", place, "text"),
      // @ts-expect-error -- a limit in words
      () => problem("line-too-long", place, { maximum: "4 MiB", of: "csv" }),
      // @ts-expect-error -- a property that is not there
      () => workspaceProblem("no-systems", place, { pattern: [] }),
      // @ts-expect-error -- a diagnostic of a code that nobody registered
      () => ({ code: "no-such-code", severity: "error", message: "Something." }),
    ];
    expect(refused).toHaveLength(8);
  });

  it("is checked by the compiler: an unknown code is an error", () => {
    const known: DiagnosticCode = "second-document";
    // @ts-expect-error -- a code that nobody registered
    const unknown: DiagnosticCode = "no-such-code";
    expect([known, unknown].map((code) => codes.includes(code))).toEqual([true, false]);
  });
});
