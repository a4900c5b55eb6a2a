import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintedDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { nodeHost } from "../../src/runs/host.js";
import { validateWorkspace } from "../../src/runs/validate-workspace.js";
import { temporaryFolder, type Files } from "../support/folder.js";

const system = "kind: system\nid: a\nname: A\n";
const other = "kind: system\nid: b\nname: B\n";
const rego = 'package main\n\ndeny contains "no" if input.system.id == "a"\n';
const workspace: Files = {
  "aims.yaml": "profile: iso-42001-starter\n",
  "organization.yaml": "kind: organization\nid: o\nname: O\n",
  "systems/a.yaml": system,
};

async function problemsIn(folder: string): Promise<readonly PrintedDiagnostic[]> {
  const { problems } = await validateWorkspace({ workspace: "." }, nodeHost(folder, {}));
  return problems.map(new Viewpoint(folder).printed);
}

const problems = (files: Files): Promise<readonly PrintedDiagnostic[]> => problemsIn(temporaryFolder(files));

describe("what a workspace does not read", () => {
  it("is nothing where all lies in its place", async () => {
    const files = { ...workspace, "drafts/b.yaml": other, "policy/readme.md": "ours", "labels.yaml": "kind: labels\n" };
    expect(await problems(files)).toEqual([]);
  });

  it("is named where a system lies in the workspace's folder, or in one of almost the name", async () => {
    expect(await problems({ ...workspace, "b.yaml": other, "system/c.yaml": other })).toEqual([
      {
        code: "unread-descriptor",
        severity: "warning",
        message: "This file describes a system, but no pattern matches it: it is not read.",
        file: "b.yaml",
        fix: 'Move it into systems/, match it under systems in aims.yaml, or exclude it there with a pattern that begins with "!".',
      },
      {
        code: "unread-descriptor",
        severity: "warning",
        message: "This file describes a system, but no pattern matches it: it is not read.",
        file: "system/c.yaml",
        fix: 'Match it under systems in aims.yaml, or exclude it there with a pattern that begins with "!".',
      },
    ]);
    const excluded = {
      ...workspace,
      "aims.yaml": `${String(workspace["aims.yaml"])}systems: [systems/*.yaml, '!b.yaml']\n`,
    };
    expect(await problems({ ...excluded, "b.yaml": other })).toEqual([]);
  });

  it("is named where rules lie in a folder of another tool, as long as aims.yaml names none", async () => {
    const unread = { code: "rule-file-unread", severity: "warning" };
    expect(await problems({ ...workspace, "policy/a.rego": rego, "policy/b.rego": rego, "own.rego": rego })).toEqual([
      {
        ...unread,
        message: '"own.rego" is not read: the rules of a workspace stand in rules/, or where aims.yaml says.',
        file: "own.rego",
        fix: "Move it into rules/.",
      },
      {
        ...unread,
        message: '"policy/a.rego" is not read: the rules of a workspace stand in rules/, or where aims.yaml says.',
        file: "policy/a.rego",
        fix: 'Name its folder in aims.yaml, "rules: [policy]", or move its files into rules/.',
      },
    ]);
    const [beside] = await problems({ ...workspace, "policies/a.rego": rego, "rules/readme.md": "ours" });
    expect(beside?.fix).toBe(
      'Name its folder in aims.yaml, "rules: [rules, policies]", or move its files into rules/.',
    );
    const named = { ...workspace, "aims.yaml": "rules: [rules]\n", "rules/readme.md": "ours", "policy/a.rego": rego };
    expect((await problems(named)).map(({ code }) => code)).toEqual(["no-profile"]);
  });

  it("is named where a folder among the descriptors is a link", async () => {
    const root = temporaryFolder({ ...workspace, "more/b.yaml": other });
    symlinkSync(join("..", "more"), join(root, "systems", "more"));
    symlinkSync(temporaryFolder({ "c.yaml": other }), join(root, "systems", "shared"));
    symlinkSync("nowhere", join(root, "systems", "gone"));
    expect(await problemsIn(root)).toEqual([
      {
        code: "linked-folder",
        severity: "warning",
        message: "This link leads to a folder, and wildcards lead through no link: no descriptor behind it is read.",
        file: "systems/more",
        fix: 'Match "systems/more/**/*.yaml" under systems in aims.yaml, or replace the link by the files.',
      },
      {
        code: "linked-folder",
        severity: "warning",
        message: "This link leads to a folder outside of the workspace: no descriptor behind it is read.",
        file: "systems/shared",
        fix: "Copy the descriptors into the workspace, and remove the link.",
      },
    ]);
  });

  it("is no longer told of a linked folder that a pattern names", async () => {
    const settings = "profile: iso-42001-starter\nsystems: [systems/*.yaml, systems/more/**/*.yaml]\n";
    const root = temporaryFolder({ ...workspace, "aims.yaml": settings, "more/b.yaml": other });
    symlinkSync(join("..", "more"), join(root, "systems", "more"));
    const { systems, problems: found } = await validateWorkspace({ workspace: "." }, nodeHost(root, {}));
    expect([systems, found]).toEqual([2, []]);
  });

  it("is told with the error where nothing is read at all", async () => {
    const first = async (files: Files): Promise<unknown> => {
      const found = (await problems(files)).find((each) => each.code === "no-systems");
      return { code: found?.code, message: found?.message, fix: found?.fix };
    };
    expect(await first({ "readme.md": "ours" })).toEqual({
      code: "no-systems",
      message:
        "There is neither organization.yaml nor a descriptor in systems/ here: nothing would be assessed, which is not a pass.",
      fix: "Name the folder of the workspace, or begin one: organization.yaml with kind: organization, an id and a name, and for each system a file in systems/ with kind: system, an id and a name.",
    });
    expect(await first({ "systems/a.txt": system })).toEqual({
      code: "no-systems",
      message:
        'No system descriptor matches "systems/**/*.{yaml,yml,json,ndjson,jsonl}": nothing would be assessed, which is not a pass.',
      fix: "Correct what the warnings say of the files that are not read.",
    });
  });
});

describe("evidence that is not there", () => {
  it("is looked for under almost the same name, from the descriptor's folder and from the workspace's", async () => {
    const evidence = (path: string): string => `${system}evidence:\n  - {id: e, path: ${path}}\n`;
    const files = { ...workspace, "evidence/report.pdf": "x", "systems/log.txt": "x" };
    const fixes: (string | undefined)[] = [];
    for (const path of ["evidence/Report.pdf", "../evidence/raport.pdf", "logs.txt", "../../report.pdf", "other.md"]) {
      const [found] = await problems({ ...files, "systems/a.yaml": evidence(path) });
      fixes.push(found?.fix);
    }
    const words = (path: string): string =>
      `Did you mean "${path}"? A path starts from the descriptor's folder, not from the workspace's.`;
    expect(fixes.slice(0, 3)).toEqual([
      words("../evidence/report.pdf"),
      words("../evidence/report.pdf"),
      words("log.txt"),
    ]);
    expect(fixes.slice(3).filter((fix) => fix?.startsWith("Did you mean"))).toEqual([]);
  });

  it("is named where only its letters differ in size", async () => {
    const { "aims.yaml": settings = "", ...others } = workspace;
    const files = { ...others, "Aims.yaml": settings, "Rules/a.rego": rego };
    expect((await problems(files)).map(({ code, file }) => [code, file])).toEqual([
      ["unread-settings", "Aims.yaml"],
      ["rule-file-unread", "Rules/a.rego"],
      ["no-profile", undefined],
    ]);
  });

  it("is none of its own results, nor a document of OSCAL", async () => {
    const results = JSON.stringify({
      $schema: "https://example.org/results.json",
      schemaVersion: "1.0",
      subjects: [{ kind: "system" }],
    });
    const plan = JSON.stringify({ "system-security-plan": { remarks: [{ kind: "system" }] } });
    const written = { ...workspace, "results.json": results, "plan.json": plan };
    expect(await problems(written)).toEqual([]);
    const wide = 'profile: iso-42001-starter\nsystems: ["**/*.{yaml,json}"]\n';
    expect(await problems({ ...written, "aims.yaml": wide })).toEqual([]);
  });

  it("is what a pattern for all files matches and something else reads", async () => {
    const wide = 'profile: iso-42001-starter\nsystems: ["**/*.{yaml,json}"]\n';
    const files = {
      ...workspace,
      "aims.yaml": wide,
      "aims-suppressions.yaml": "suppressions: []\n",
      "profiles/own.json": "{}",
      "rules/data.yaml": "limit: 1\n",
      "vendor/oscal.lock.json": "{}",
      "vendor/chat.yaml": "kind: system\nid: a\nname: A\n",
    };
    // A system in one of these folders is one.
    expect((await problems(files)).map(({ code, file }) => [code, file])).toEqual([
      ["duplicate-id", "vendor/chat.yaml"],
    ]);
    const organization = "kind: organization\nid: o\nname: O\n";
    const inside = {
      "aims.yaml": "profile: iso-42001-starter\norganization: systems/o.yaml\n",
      "systems/a.yaml": system,
      "systems/o.yaml": organization,
    };
    expect(await problems(inside)).toEqual([]);
  });
});
