import { expect, test } from "vitest";
import { showDiagnostics } from "../../src/cli/print/diagnostics.js";
import type { PrintedDiagnostic } from "../../src/diagnostics/diagnostic.js";

/** The lines that are shown of diagnostics, without frames and fixes. */
function shown(diagnostics: readonly PrintedDiagnostic[], unlisted?: number): string[] {
  let text = "";
  const terminal = { color: false, interactive: false, err: (piece: string) => (text += piece) };
  showDiagnostics(diagnostics, terminal, { unlisted });
  return text.trimEnd().split("\n");
}

function constraint(id: string, line: number, more?: Partial<PrintedDiagnostic>): PrintedDiagnostic {
  const origin = { kind: "constraint", type: "expect", id } as const;
  return { code: "oscal-expect", severity: "error", message: id, file: "a.json", line, column: 1, origin, ...more };
}

const many = Array.from({ length: 130 }, (_, index) => constraint("statement", index + 1));

test("all of a few diagnostics are shown, in the order of the file", () => {
  expect(shown([constraint("b", 2), constraint("a", 1)])).toEqual([
    "a.json:1:1: error oscal-expect: a",
    "    constraint: a",
    "a.json:2:1: error oscal-expect: b",
    "    constraint: b",
  ]);
});

test("one of each kind is shown before the many of a kind, and the rest is counted", () => {
  const late = [constraint("unique", 500), constraint("title", 501, { severity: "warning" })];
  const lines = shown([...many, ...late]).filter((line) => !line.startsWith(" "));
  expect(lines).toHaveLength(51);
  expect(lines.slice(-4)).toEqual([
    "a.json:48:1: error oscal-expect: statement",
    "a.json:500:1: error oscal-expect: unique",
    "a.json:501:1: warning oscal-expect: title",
    "... and 82 more.",
  ]);
});

test("what was found and is not listed counts too", () => {
  expect(shown(many, 7).at(-1)).toBe("... and 87 more.");
});
