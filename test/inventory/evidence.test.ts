import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readDescriptors } from "../../src/inventory/descriptors.js";
import { temporaryFolder } from "../support/folder.js";

const report = "Impact assessment of the chat bot.\n";
const sha256 = createHash("sha256").update(report).digest("hex");

/** What became of the evidence files of one system descriptor, and what was said about it. */
async function check(
  records: string,
  root: string = temporaryFolder(),
): Promise<{ files: Record<string, string> | undefined; diagnostics: Omit<Diagnostic, "frame" | "file">[] }> {
  const path = join(root, "systems", "chat-bot.yaml");
  mkdirSync(join(root, "systems"), { recursive: true });
  writeFileSync(path, `kind: system\nid: chat-bot\nname: Chat bot\n${records}`);
  for await (const { subject, diagnostics } of readDescriptors([{ path, name: "systems/chat-bot.yaml" }], root)) {
    return {
      files: subject && Object.fromEntries(subject.evidenceFiles),
      diagnostics: diagnostics.map(({ frame, file, ...rest }) => {
        expect(frame).toContain("^");
        expect(file).toBe("systems/chat-bot.yaml");
        return rest;
      }),
    };
  }
  throw new Error("nothing was read");
}

describe("evidence files", () => {
  it("match, differ, or name no SHA-256", async () => {
    const root = temporaryFolder({ "evidence/report.txt": report });
    const { files, diagnostics } = await check(
      `evidence:
  - {id: same, path: ../evidence/report.txt, sha256: ${sha256}}
  - {id: bare, path: ../evidence/report.txt}
  - {id: elsewhere, uri: "https://records.example/7"}
  - id: changed
    path: ../evidence/report.txt
    sha256: ${"a".repeat(64)}
`,
      root,
    );
    expect(files).toEqual({ same: "matches", bare: "unhashed", changed: "differs" });
    expect(diagnostics).toEqual([
      {
        code: "evidence-changed",
        severity: "warning",
        message: `The file "../evidence/report.txt" is not the one that was recorded: its SHA-256 is ${sha256}.`,
        line: 9,
        column: 11,
        pointer: "/evidence/3/path",
        fix: "Have the changed file reviewed and record its SHA-256, or restore the file.",
      },
    ]);
  });

  it("are missing where nothing can be read", async () => {
    const root = temporaryFolder({ "evidence/report.txt": report });
    const { files, diagnostics } = await check(
      "evidence:\n  - {id: a, path: none.pdf}\n  - {id: b, path: ../evidence}\n",
      root,
    );
    expect(files).toEqual({ a: "missing", b: "missing" });
    expect(diagnostics).toEqual([
      {
        code: "evidence-missing",
        severity: "warning",
        message: 'The evidence file "none.pdf" cannot be read. There is no such file.',
        line: 5,
        column: 19,
        pointer: "/evidence/0/path",
        fix: "Restore the file, or remove the record.",
      },
      {
        code: "evidence-missing",
        severity: "warning",
        message: 'The evidence file "../evidence" cannot be read. This is not a file but a folder or a device.',
        line: 6,
        column: 19,
        pointer: "/evidence/1/path",
        fix: "Restore the file, or remove the record.",
      },
    ]);
  });

  it("outside the workspace are refused, also behind a link", async () => {
    const folder = temporaryFolder({ "secret.txt": report, "w/systems/x": "" });
    const root = join(folder, "w");
    symlinkSync(join(folder, "secret.txt"), join(root, "systems/link.txt"));
    for (const path of ["../../secret.txt", "link.txt", join(folder, "secret.txt")]) {
      expect(await check(`evidence:\n  - id: a\n    path: ${path}\n    sha256: ${sha256}\n`, root)).toEqual({
        files: { a: "missing" },
        diagnostics: [
          {
            code: "path-outside-workspace",
            severity: "error",
            message: `The path "${path}" leaves the workspace.`,
            line: 6,
            column: 11,
            pointer: "/evidence/0/path",
            fix: "Put the file into the workspace, or name its place under uri.",
          },
        ],
      });
    }
  });
});

describe("evidence records", () => {
  it("are named once", async () => {
    const { diagnostics } = await check("evidence:\n  - id: plan\n  - id: plan\n");
    expect(diagnostics).toEqual([
      {
        code: "duplicate-evidence",
        severity: "error",
        message: 'The evidence id "plan" stands twice in this descriptor.',
        line: 6,
        column: 9,
        pointer: "/evidence/1/id",
        fix: "Give each record an id of its own.",
      },
    ]);
  });

  it("are there when something refers to them", async () => {
    const { diagnostics } = await check(`practices:
  testing: {state: done, evidence: [test-report, tset-report]}
roles:
  owner: {person: Ada, evidence: [minutes]}
labels: {evidence: x}
evidence:
  - id: test-report
`);
    expect(diagnostics).toEqual([
      {
        code: "unknown-evidence",
        severity: "error",
        message: 'There is no evidence record "tset-report" in this descriptor.',
        line: 5,
        column: 50,
        pointer: "/practices/testing/evidence/1",
        fix: 'Did you mean "test-report"?',
      },
      {
        code: "unknown-evidence",
        severity: "error",
        message: 'There is no evidence record "minutes" in this descriptor.',
        line: 7,
        column: 35,
        pointer: "/roles/owner/evidence/0",
        fix: "Add the record under evidence, or remove the reference.",
      },
    ]);
  });
});
