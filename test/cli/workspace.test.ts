import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasErrors, type Diagnostic, type PrintedDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import { Viewpoint } from "../../src/files/viewpoint.js";
import { nodeHost } from "../../src/runs/host.js";
import { validateWorkspace } from "../../src/runs/validate-workspace.js";
import { openWorkspace } from "../../src/workspace/workspace.js";
import { temporaryFolder } from "../support/folder.js";

const system = "kind: system\nid: a\nname: A\n";

/** The diagnostics with which the folder "w" is refused, as they are printed from the folder above. */
async function refusal(
  files: Readonly<Record<string, string>>,
  systems?: readonly string[],
): Promise<readonly PrintedDiagnostic[]> {
  return refusalIn(temporaryFolder(files), systems);
}

async function refusalIn(cwd: string, systems?: readonly string[]): Promise<readonly PrintedDiagnostic[]> {
  const request = { workspace: "w", ...(systems === undefined ? {} : { systems }) };
  const { problems } = await validateWorkspace(request, nodeHost(cwd, {}));
  expect(hasErrors(problems)).toBe(true);
  return problems.map(new Viewpoint(cwd).printed);
}

describe("openWorkspace", () => {
  it("finds organization.yaml, systems/ and rules/ without an aims.yaml", async () => {
    const cwd = temporaryFolder({
      "w/organization.yaml": "kind: organization\nid: o\nname: O\n",
      "w/systems/b.yaml": system,
      "w/systems/retail/a.json": "{}",
      "w/systems/notes.txt": "",
      "w/rules/own/x.rego": "package x",
    });
    const root = join(cwd, "w");
    expect(await openWorkspace(root, nodeReader, undefined)).toEqual({
      value: {
        root,
        imports: { root },
        organization: { input: { file: join(root, "organization.yaml") }, exists: true },
        systems: [
          { file: join(root, "systems/b.yaml"), name: "systems/b.yaml" },
          { file: join(root, "systems/retail/a.json"), name: "systems/retail/a.json" },
        ],
        whole: true,
        records: [],
        packs: [],
        ruleFiles: {
          rules: [{ file: join(root, "rules/own/x.rego"), name: "rules/own/x.rego" }],
          data: [],
          equivalents: [],
          packs: [],
          unread: [],
        },
      },
      problems: [],
    });
  });

  it("does what aims.yaml says, and the command line goes before it", async () => {
    const files = {
      "w/aims.yaml": "profile: iso-42001-starter\norganization: org.yaml\nsystems: [ai/*.yaml]\nrules: [policy/]\n",
      "w/org.yaml": "kind: organization\nid: o\nname: O\n",
      "w/ai/a.yaml": system,
      "w/other/b.yaml": system,
      "w/policy/p.rego": "package p",
    };
    const root = join(temporaryFolder(files), "w");
    const { value: configured } = await openWorkspace(root, nodeReader, undefined);
    expect(configured?.profile).toBe("iso-42001-starter");
    expect(configured?.systems.map(({ name }) => name)).toEqual(["ai/a.yaml"]);
    expect(configured?.ruleFiles.rules.map(({ name }) => name)).toEqual(["policy/p.rego"]);
    const { value: chosen } = await openWorkspace(root, nodeReader, ["other/*.yaml"]);
    expect(chosen?.systems.map(({ name }) => name)).toEqual(["other/b.yaml"]);
  });

  it.each([
    [{}, 'There is no folder "w".'],
    [{ w: "a file" }, '"w" is a file, not the folder of a workspace.'],
  ])("needs a folder: %j", async (files, message) => {
    expect(await refusal(files)).toEqual([
      {
        code: "no-workspace",
        severity: "error",
        message,
        fix: "Name the folder that holds organization.yaml and systems/.",
      },
    ]);
  });

  it("treats a workspace without systems as an error, not as a pass", async () => {
    const expected = (pattern: string): Diagnostic[] => [
      {
        code: "no-systems",
        severity: "error",
        message: `No system descriptor matches "${pattern}": nothing would be assessed, which is not a pass.`,
        file: "w",
        fix: "Correct the pattern (it starts from the workspace's folder), or write a descriptor into systems/.",
      },
    ];
    const files = { "w/organization.yaml": "kind: organization\nid: o\nname: O\n" };
    expect(await refusal(files)).toEqual(expected("systems/**/*.{yaml,yml,json,ndjson,jsonl}"));
    expect(await refusal(files, ["retail/*.yaml"])).toEqual(expected("retail/*.yaml"));
    const [configured] = expected("ai/*.yaml");
    expect(await refusal({ "w/aims.yaml": "systems: [ai/*.yaml]" })).toEqual([
      {
        ...configured,
        file: "w/aims.yaml",
        line: 1,
        column: 10,
        pointer: "/systems",
        frame: "1 | systems: [ai/*.yaml]\n  |          ^",
      },
    ]);
  });

  it("says how a descriptor that no pattern of aims.yaml matches is read", async () => {
    const [first] = await refusal({ "w/aims.yaml": "systems: [ai/*.yaml]\n", "w/systems/a.yaml": system });
    expect(first).toMatchObject({
      code: "no-systems",
      fix: 'Match "systems/a.yaml", which describes a system, under systems in aims.yaml.',
    });
  });

  it("finds settings and organization in capital letters", async () => {
    const cwd = temporaryFolder({
      "w/Aims.yaml": "profile: iso-42001-starter\n",
      "w/Organization.yaml": "kind: organization\nid: o\nname: O\n",
      "w/systems/a.yaml": system,
    });
    const { problems } = await validateWorkspace({ workspace: "w" }, nodeHost(cwd, {}));
    // A file system that takes both kinds of letters for the same leaves nothing to say.
    if (existsSync(join(cwd, "w", "aims.yaml"))) return;
    expect(problems.map(({ code, fix }) => ({ code, fix }))).toEqual([
      { code: "unread-settings", fix: "Rename it to aims.yaml." },
      {
        code: "no-organization",
        fix: 'Did you mean "Organization.yaml"? Rename it to organization.yaml, or name it under organization in aims.yaml.',
      },
      { code: "no-profile", fix: 'Add --profile, or "profile:" to aims.yaml.' },
    ]);
  });

  it("warns of what somebody wrote and nothing reads", async () => {
    const cwd = temporaryFolder({
      "w/aims.yaml": "profile: iso-42001-starter\nsystems: ['ai/*.yaml', 'ia/*.yaml', '!ai/drafts/**']\n",
      "w/aims.yml": "rules: [own]\n",
      "w/organisation.yaml": "kind: organization\nid: o\nname: O\n",
      "w/ai/a.yaml": system,
      "w/ai/A.YAML": system,
      "w/ai/b.json": '{"id": "b",\n "kind": "system"}',
      "w/ai/c.yaml.bak": system,
      "w/ai/drafts/d.yaml": system,
      "w/ai/report.json": '{"kind": "report"}',
      "w/ai/notes.txt": "All kinds: systems and others.",
    });
    const { systems, problems } = await validateWorkspace({ workspace: "w" }, nodeHost(cwd, {}));
    const unread = { code: "unread-descriptor", severity: "warning" };
    const ending = {
      message:
        "This file describes a system, but is not read: its name does not end in .yaml, .yml, .json, .ndjson or .jsonl.",
      fix: "Rename it so that it does, in small letters, or move it out of the folder.",
    };
    expect(systems).toBe(1);
    expect(problems.map(new Viewpoint(cwd).printed)).toEqual([
      {
        code: "pattern-without-match",
        severity: "warning",
        message: 'No system descriptor matches "ia/*.yaml".',
        file: "w/aims.yaml",
        line: 2,
        column: 24,
        pointer: "/systems/1",
        fix: "Correct the pattern (it starts from the workspace's folder), or leave it out.",
        frame: `1 | profile: iso-42001-starter\n2 | systems: ['ai/*.yaml', 'ia/*.yaml', '!ai/drafts/**']\n  |                        ^`,
      },
      { ...unread, ...ending, file: "w/ai/A.YAML" },
      {
        ...unread,
        message: "This file describes a system, but no pattern matches it: it is not read.",
        file: "w/ai/b.json",
        fix: 'Match it under systems in aims.yaml, or exclude it there with a pattern that begins with "!".',
      },
      { ...unread, ...ending, file: "w/ai/c.yaml.bak" },
      {
        code: "unread-settings",
        severity: "warning",
        message: '"aims.yml" is not read: the settings of a workspace stand in aims.yaml.',
        file: "w/aims.yml",
        fix: "Move what it says into aims.yaml, and remove it.",
      },
      {
        code: "no-organization",
        severity: "warning",
        message: "There is no descriptor of the organization: the OSCAL documents will not name it.",
        file: "w/organization.yaml",
        fix: 'Did you mean "organisation.yaml"? Rename it to organization.yaml, or name it under organization in aims.yaml.',
      },
    ]);
    // Somebody who chooses descriptors on the command line knows that there are others.
    const chosen = await validateWorkspace({ workspace: "w", systems: ["ai/a.yaml"] }, nodeHost(cwd, {}));
    expect(chosen.problems.map(({ code }) => code)).toEqual(["unread-settings", "no-organization"]);
  });

  it("finds a descriptor that lies elsewhere when there is no system to assess", async () => {
    expect(await refusal({ "w/notes.yaml": "a: b\n", "w/system/a.yaml": system, "w/aims.json": "{}" })).toEqual([
      {
        code: "no-systems",
        severity: "error",
        message:
          'No system descriptor matches "systems/**/*.{yaml,yml,json,ndjson,jsonl}": nothing would be assessed, which is not a pass.',
        file: "w",
        fix: 'Move "system/a.yaml", which describes a system, into systems/, or match it under systems in aims.yaml.',
      },
      {
        code: "unread-settings",
        severity: "warning",
        message: '"aims.json" is not read: the settings of a workspace stand in aims.yaml.',
        file: "w/aims.json",
        fix: "Rename it to aims.yaml.",
      },
    ]);
  });

  it("reports a rules folder that does not exist, and one of several patterns that matches nothing, as mistakes", async () => {
    const files = {
      "w/aims.yaml": "rules: [ruels, policy.rego]\n",
      "w/organization.yaml": "kind: organization\nid: o\nname: O\n",
      "w/policy.rego": "package x\n",
      "w/systems/a.yaml": system,
    };
    const found = await refusal(files, ["systems/a.yaml", "systems/b.yaml"]);
    expect(found.map(({ code, message, file, line, column }) => ({ code, message, file, line, column }))).toEqual([
      {
        code: "no-rules-folder",
        message: 'There is no folder "ruels", so none of its rules would run.',
        file: "w/aims.yaml",
        line: 1,
        column: 9,
      },
      {
        code: "no-rules-folder",
        message: 'There is no folder "policy.rego", so none of its rules would run.',
        file: "w/aims.yaml",
        line: 1,
        column: 16,
      },
      { code: "pattern-without-match", message: 'No system descriptor matches "systems/b.yaml".' },
    ]);
  });

  it("refuses paths that leave the folder, all at once, and says what is wrong with the rest", async () => {
    const outside = (path: string, line: number, column: number, pointer: string): unknown => ({
      code: "path-outside-workspace",
      severity: "error",
      message: `The path "${path}" leaves the workspace.`,
      file: "w/aims.yaml",
      line,
      column,
      pointer,
      fix: "Use paths below the workspace's folder.",
      frame: expect.stringMatching(new RegExp(`\\n {2}\\| {${String(column)}}\\^$`)),
    });
    const text =
      "profile: x\norganization: ../o.yaml\nsystems: [../x/*.yaml, /etc/*, 'C:/x', systems/*.yaml]\nrules: [../r]\n";
    expect(await refusal({ "w/aims.yaml": text, "w/systems/a.yaml": `${system}ownr: x\n` })).toEqual([
      outside("../x/*.yaml", 3, 11, "/systems/0"),
      outside("/etc/*", 3, 24, "/systems/1"),
      outside("C:/x", 3, 32, "/systems/2"),
      outside("../o.yaml", 2, 15, "/organization"),
      outside("../r", 4, 9, "/rules/0"),
      expect.objectContaining({ code: "unknown-property", file: "w/systems/a.yaml", line: 4 }),
    ]);
  });

  it("refuses a pattern of the command line that leaves the folder", async () => {
    expect(await refusal({ "w/systems/a.yaml": system }, ["../x/*.yaml"])).toEqual([
      {
        code: "path-outside-workspace",
        severity: "error",
        message: 'The path "../x/*.yaml" leaves the workspace.',
        fix: "Use paths below the workspace's folder.",
      },
    ]);
  });

  it("does not read an aims.yaml behind a link that leads out", async () => {
    const cwd = temporaryFolder({ "secret.yaml": "secret: [", "w/systems/a.yaml": system });
    symlinkSync(join(cwd, "secret.yaml"), join(cwd, "w/aims.yaml"));
    expect(await refusalIn(cwd)).toMatchObject([{ code: "path-outside-workspace", file: "w/aims.yaml" }]);
  });

  it("refuses an organization behind a link that leads out", async () => {
    const cwd = temporaryFolder({ "o.yaml": "", "w/systems/a.yaml": system, "w/aims.yaml": "organization: link.yaml" });
    symlinkSync(join(cwd, "o.yaml"), join(cwd, "w/link.yaml"));
    expect(await refusalIn(cwd)).toMatchObject([
      { code: "path-outside-workspace", message: 'The path "link.yaml" leaves the workspace.' },
    ]);
  });

  it("says what is wrong in aims.yaml and where", async () => {
    expect(await refusal({ "w/aims.yaml": "profil: x\nsystems: a.yaml\n", "w/systems/a.yaml": system })).toEqual([
      {
        code: "unknown-property",
        severity: "error",
        message: '"profil" is not a property of this document.',
        file: "w/aims.yaml",
        line: 1,
        column: 1,
        pointer: "/profil",
        fix: 'Did you mean "profile"?',
        frame: "1 | profil: x\n  | ^",
        allowed: [
          "profile",
          "organization",
          "systems",
          "records",
          "rules",
          "imports",
          "overlays",
          "crosswalks",
          "packs",
          "vendor",
        ],
        suggestion: "profile",
      },
      {
        code: "wrong-type",
        severity: "error",
        message: '"systems" is text, but has to be a list.',
        file: "w/aims.yaml",
        line: 2,
        column: 10,
        pointer: "/systems",
        fix: 'Write a list, also for one entry: ["a.yaml"].',
        frame: "1 | profil: x\n2 | systems: a.yaml\n  |          ^",
        value: "a.yaml",
      },
    ]);
    expect(await refusal({ "w/aims.yaml": "systems: [", "w/systems/a.yaml": system })).toMatchObject([
      { code: "yaml-syntax", file: "w/aims.yaml", line: 1 },
    ]);
  });
});
