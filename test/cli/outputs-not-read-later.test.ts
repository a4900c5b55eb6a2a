import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, type Files } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

const files: Files = {
  "aims.yaml": "profile: iso-42001-starter\n",
  "organization.yaml": "kind: organization\nid: o\nname: O\n",
  "systems/a.yaml": "kind: system\nid: a\nname: A\n",
  "rules/p/own.rego": "package own\n",
};

async function refused(args: readonly string[], path: string, more: Files = {}): Promise<void> {
  const folder = temporaryFolder({ ...files, ...more });
  const { code, stderr } = await aimsHere(args, folder);
  const option = args.slice(-2).join(" ");
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining(
      `${path}: error output-conflict: "${option}" would write among files that are read: the next run would read it.
    fix: Name a place outside of the folders of descriptors, rules and profiles.`,
    ),
  ]);
  expect(existsSync(join(folder, path, "results.json"))).toBe(false);
}

describe("an output that a later run would read", () => {
  it.each([
    ["assess", "--output", "json=rules/data.json"],
    ["assess", "--output", "json=rules/p/q/data.yaml"],
    ["assess", "--output", "text=rules/q/x.rego"],
    ["assess", "--output", "json=systems/new/x.json"],
    ["rules", "check", "--output", "json=rules/data.json"],
    ["rules", "test", "--output", "json=rules/data.json"],
    ["rules", "list", "--output", "json=rules/data.json"],
    ["explain", "stale", "--output", "json=rules/data.json"],
    ["validate", "--output", "json=rules/data.json"],
  ])("is refused: %j", async (...args) => {
    await refused(args, (args.at(-1) ?? "").replace(/^[a-z]+=/, ""));
  });

  it.each([["rules"], ["rules/"], ["systems"], ["systems/x"], ["profiles"], ["profiles/x"]])(
    "is refused as a folder of results: %s",
    async (path) => {
      await refused(["assess", "--out", path], path.replace(/\/$/, ""));
    },
  );

  it("is known by what aims.yaml says, also from outside of the workspace", async () => {
    const settings = {
      "aims.yaml": "profile: iso-42001-starter\nsystems: ['**/*.json', '!kept/**', systems/a.yaml]\nrules: [policy]\n",
    };
    const more = { ...settings, "policy/x.txt": "" };
    await refused(["assess", "--output", "json=x.json"], "x.json", more);
    await refused(["assess", "--out", "out"], "out", more);
    await refused(["assess", "--output", "json=policy/data.json"], "policy/data.json", more);
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`w/${name}`, text]));
    await refused(["assess", "w", "--output", "json=w/rules/data.json"], "w/rules/data.json", inFolder);
  });

  it("is none where it is left out, lies beside what is read, or the folder is no workspace", async () => {
    for (const args of [
      ["explain", "stale", "--output", "json=rules/notes.json"],
      ["explain", "stale", "--output", "json=reports/data.json"],
      ["explain", "stale", "--output", "json=profiles/stale.json"],
    ]) {
      const folder = temporaryFolder(files);
      expect([args, (await aimsHere(args, folder)).code]).toEqual([args, 0]);
    }
    const elsewhere = temporaryFolder();
    expect((await aimsHere(["explain", "stale", "--output", "json=systems/x.json"], elsewhere)).code).toBe(0);
  });
});
