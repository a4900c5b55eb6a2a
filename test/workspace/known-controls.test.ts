import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import { controlsBeside } from "../../src/workspace/known-controls.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "../support/folder.js";

/** What is said about the controls of evidence records, in a workspace without a profile. */
async function check(...controls: readonly string[]): Promise<{ root: string; diagnostics: readonly Diagnostic[] }> {
  const list = controls.map((each) => `      - ${each}\n`).join("");
  const root = temporaryFolder({
    "organization.yaml": "kind: organization\nid: o\nname: O\n",
    "systems/a.yaml": `kind: system\nid: a\nname: A\nevidence:\n  - id: e\n    controls:\n${list}`,
  });
  const { value: workspace } = await openWorkspace(root, nodeReader, undefined);
  if (!workspace) throw new Error("There is no workspace.");
  const reader = new DescriptorReader(workspace, nodeReader, controlsBeside({ problems: [] }));
  await reader.check();
  return { root, diagnostics: reader.diagnostics };
}

describe("controls of evidence records", () => {
  it("are those of the catalogs", async () => {
    expect((await check("iso42001:A.6.2.4", "iso42001:7.5.1")).diagnostics).toEqual([]);
  });

  it("that no catalog has are a warning, with the one that was probably meant", async () => {
    const { root, diagnostics } = await check("iso42001:A.6.2.44");
    expect(diagnostics).toEqual([
      {
        code: "unknown-control",
        severity: "warning",
        message: 'The evidence record "e" speaks for iso42001:A.6.2.44, which no catalog has.',
        file: join(root, "systems/a.yaml"),
        line: 7,
        column: 9,
        pointer: "/evidence/0/controls/0",
        fix: 'Did you mean "iso42001:A.6.2.4"?',
        frame: "6 |     controls:\n7 |       - iso42001:A.6.2.44\n  |         ^",
        value: "iso42001:A.6.2.44",
        suggestion: "iso42001:A.6.2.4",
      },
    ]);
  });

  it.each([
    ["iso42001:a.6.2.4", 'Did you mean "iso42001:A.6.2.4"?'],
    ["iso42001:A.6.2.4.1", 'Did you mean "iso42001:A.6.2.4"?'],
    ["iso42001:7.5", 'Did you mean "iso42001:7.5.1"?'],
    ["iso42001:X.99", "Name a control by its framework and its label, such as iso42001:A.6.2.4."],
    ["iso-42001:A.6.2.4", 'Did you mean "iso42001:A.6.2.4"?'],
    ["iso42001:quality", "Name a control by its framework and its label, such as iso42001:A.6.2.4."],
  ])("%s: %s", async (control, fix) => {
    expect((await check(control)).diagnostics).toMatchObject([{ code: "unknown-control", severity: "warning", fix }]);
  });

  it.each([
    [
      "iso42001:A.11",
      "The last area of Annex A is A.10. The id is widely seen all the same (bluewave-labs/verifywise).",
    ],
    [
      "iso42001:A.7.1",
      "The number 1 of an area of Annex A is its objective; its controls are counted from 2. The id is widely seen all the same (Polycentric-Labs/evidentia (A.7.1)).",
    ],
    [
      "iso42001:4.4.1",
      "Clause 4 ends with 4.4, which is not divided; such numbers are a vendor's own. The id is widely seen all the same (TruthVouch documentation).",
    ],
  ])("that many believe to exist are told why they do not: %s", async (control, reason) => {
    const [found, ...more] = (await check(control)).diagnostics;
    expect([found?.code, found?.severity, more]).toEqual(["unknown-control", "warning", []]);
    expect(found?.fix?.startsWith(`${reason} `)).toBe(true);
  });

  it.each([
    ["iso42001:4.4.1", 'Did you mean "iso42001:4.4"?'],
    ["iso42001:A.11.3", "Name a control by its framework and its label, such as iso42001:A.6.2.4."],
  ])(
    "that many believe to exist are taken for the one that they would be a part of alone: %s",
    async (control, end) => {
      expect((await check(control)).diagnostics.map(({ fix = "" }) => fix.endsWith(`). ${end}`))).toEqual([true]);
    },
  );

  it("of another framework are mentioned once and not taken for one that looks like it", async () => {
    const { root, diagnostics } = await check("iso23894:6.4", "iso23894:6.5");
    expect(diagnostics).toEqual([
      {
        code: "unknown-control",
        severity: "info",
        message:
          'No catalog here has controls of the framework "iso23894", which the evidence record "e" names (iso23894:6.4): references to them are not checked.',
        file: join(root, "systems/a.yaml"),
        line: 7,
        column: 9,
        pointer: "/evidence/0/controls/0",
        fix: "Leave it as it is if another programme uses it, or write a framework of the catalogs: eu-ai-act, iso27001, iso42001, nist-ai-rmf.",
        frame: "6 |     controls:\n7 |       - iso23894:6.4\n  |         ^",
        value: "iso23894:6.4",
      },
    ]);
  });

  it("are not checked where the profile, and with it a catalog, cannot be read", () => {
    const problem = { code: "unknown-profile", severity: "error", message: "There is none." } as const;
    expect(controlsBeside({ problems: [problem] })).toEqual({});
  });
});
