/** A release: the changesets become the next version and a change log that its readers understand. */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { projectPath } from "../support/project.js";

interface Manifest {
  readonly version: string;
}

it("turns the changesets into the next minor version, the change log and the lock file", () => {
  const folder = temporaryFolder();
  for (const path of [".changeset", "package.json", "package-lock.json", ".npmrc"]) {
    cpSync(projectPath(path), join(folder, path), { recursive: true });
  }
  symlinkSync(projectPath("node_modules"), join(folder, "node_modules"));
  const added = '---\n"aims-as-code": minor\n---\n\nSystems can be sung.\n\n- In every key.\n';
  writeFileSync(join(folder, ".changeset", "z-sung.md"), added);
  const summaries = readdirSync(join(folder, ".changeset"))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => /\n---\n\n(.*)\n/.exec(readFileSync(join(folder, ".changeset", name), "utf8"))?.[1] ?? "");
  const manifest = (path: string): Manifest => JSON.parse(readFileSync(join(folder, path), "utf8")) as Manifest;
  const [major = "", minor = ""] = manifest("package.json").version.split(".");

  const git = (...args: string[]): unknown => spawnSync("git", args, { cwd: folder });
  git("init", "--quiet", "--initial-branch", "main");
  const { status, stderr } = spawnSync("npm", ["run", "--silent", "release"], { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("rror") as string });

  const version = `${major}.${String(Number(minor) + 1)}.0`;
  expect(manifest("package.json").version).toBe(version);
  expect(manifest("package-lock.json").version).toBe(version);
  expect(readdirSync(join(folder, ".changeset"))).toEqual(["README.md", "changelog.cjs", "config.json"]);
  const log = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  expect(log.startsWith(`# aims-as-code\n\n## ${version}\n\n### Minor Changes\n\n- `)).toBe(true);
  expect(summaries.filter((summary) => !log.includes(`\n- ${summary}\n`))).toEqual([]);
  expect(log).toContain("\n- Systems can be sung.\n\n  - In every key.\n");
});
