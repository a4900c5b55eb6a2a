import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import { readDescriptor, type EvidenceFile } from "../../src/inventory/descriptors.js";
import { readYaml } from "../../src/source/yaml.js";
import { DescriptorReader } from "../../src/workspace/descriptors.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "../support/folder.js";
import { fileStates } from "../support/subjects.js";

const report = "Impact assessment of the chat bot.\n";
const sha256 = createHash("sha256").update(report).digest("hex");

/** Checks the evidence files of one system descriptor. @returns the outcome of each, and the diagnostics */
async function check(
  records: string,
  root: string = temporaryFolder(),
): Promise<{ files: Record<string, string> | undefined; diagnostics: Omit<Diagnostic, "frame" | "file">[] }> {
  const path = join(root, "systems", "chat-bot.yaml");
  mkdirSync(join(root, "systems"), { recursive: true });
  writeFileSync(path, `kind: system\nid: chat-bot\nname: Chat bot\n${records}`);
  const { value: workspace } = await openWorkspace(root, nodeReader, undefined);
  if (!workspace) throw new Error("There is no workspace.");
  const reader = new DescriptorReader(workspace, nodeReader);
  const subjects = [];
  for await (const subject of reader.systems()) subjects.push(subject);
  const [subject, ...others] = subjects;
  expect(others).toEqual([]);
  return {
    files: subject && fileStates(subject),
    diagnostics: reader.diagnostics.map(({ frame, file, ...rest }) => {
      expect(frame).toContain("^");
      expect(file).toBe(path);
      return rest;
    }),
  };
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
        code: "evidence-unhashed",
        severity: "warning",
        message: 'The evidence record "bare" has no sha256: it counts as declared only.',
        line: 6,
        column: 22,
        pointer: "/evidence/1/path",
        fix: `Where the file is the one that was reviewed, record sha256: ${sha256}`,
      },
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
        fix: "Correct the path, which starts from the descriptor's folder, restore the file, or remove the record.",
      },
      {
        code: "evidence-missing",
        severity: "warning",
        message: 'The evidence file "../evidence" cannot be read. This is not a file but a folder or a device.',
        line: 6,
        column: 19,
        pointer: "/evidence/1/path",
        fix: "Name a file in it: a record is about one file. Write a record for each, or put them into one archive.",
      },
    ]);
  });

  it("named as they are seen from the workspace are found from the descriptor", async () => {
    const root = temporaryFolder({ "evidence/report.txt": report });
    const { files, diagnostics } = await check("evidence:\n  - {id: a, path: evidence/report.txt}\n", root);
    expect(files).toEqual({ a: "missing" });
    expect(diagnostics).toEqual([
      {
        code: "evidence-missing",
        severity: "warning",
        message: 'The evidence file "evidence/report.txt" cannot be read. There is no such file.',
        line: 5,
        column: 19,
        pointer: "/evidence/0/path",
        fix: "Did you mean \"../evidence/report.txt\"? A path starts from the descriptor's folder, not from the workspace's.",
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

describe("the look at evidence files", () => {
  it("is asked for each record with a path, in their order; a draft needs no digest", async () => {
    const [read] = readYaml(
      `kind: system
id: chat-bot
name: Chat bot
evidence:
  - {id: same, path: ./a.txt, sha256: ${sha256}}
  - {id: elsewhere, uri: "https://records.example/7"}
  - {id: bare, path: b.txt, state: draft}
  - {id: changed, path: c.txt, sha256: ${"a".repeat(64)}}
  - {id: gone, path: d.txt}
  - {id: secret, path: ../e.txt}
`,
      "/ws/systems/chat-bot.yaml",
    );
    if (!read?.document) throw new Error("not YAML");
    const files: Readonly<Record<string, EvidenceFile>> = {
      "./a.txt": { sha256 },
      "b.txt": { sha256 },
      "c.txt": { sha256 },
      "d.txt": { error: Object.assign(new Error("gone"), { code: "ENOENT" }) },
      "../e.txt": { outside: true },
    };
    const asked: string[] = [];
    const { subject, diagnostics } = await readDescriptor(read.document, new Map(), (path) => {
      asked.push(path);
      return Promise.resolve(files[path] ?? { error: new Error(path) });
    });
    expect(asked).toEqual(["./a.txt", "b.txt", "c.txt", "d.txt", "../e.txt"]);
    expect(subject && fileStates(subject)).toEqual({
      ...{ same: "matches", bare: "unhashed", changed: "differs" },
      ...{ gone: "missing", secret: "missing" },
    });
    expect(diagnostics.map(({ code, line, file }) => [code, line, file])).toEqual([
      ["evidence-changed", 8, "/ws/systems/chat-bot.yaml"],
      ["evidence-missing", 9, "/ws/systems/chat-bot.yaml"],
      ["path-outside-workspace", 10, "/ws/systems/chat-bot.yaml"],
    ]);
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
