import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath, projectText } from "../support/project.js";

const profile = projectText("profiles/iso-42001-starter.json").replace("../catalog/", "catalog/");

/** The example with a profile of its own in a folder, seen from a folder above. */
function workspace(named: string): string {
  const folder = temporaryFolder();
  cpSync(projectPath("examples/meridian-bank"), join(folder, "bank"), { recursive: true });
  mkdirSync(join(folder, named));
  cpSync(projectPath("catalog"), join(folder, named, "catalog"), { recursive: true });
  writeFileSync(join(folder, named, "own.json"), profile);
  return folder;
}

describe("a file that is read is never written over", () => {
  it.each(["own", "with # in it"])("the profile of an assessment, in a folder called %s", async (named) => {
    const folder = workspace(named);
    const path = `${named}/own.json`;
    const args = ["assess", "bank", "--profile", path, "--as-of", "2026-11-01", "--output", `json=${path}`];
    const { code, stderr } = await aimsHere(args, folder);
    expect({ code, conflict: stderr.includes("output-conflict") }).toEqual({ code: 2, conflict: true });
    expect(readFileSync(join(folder, path), "utf8")).toBe(profile);
  });

  it.each(["own", "with # in it"])("the profile that is resolved, in a folder called %s", async (named) => {
    const folder = workspace(named);
    const path = `${named}/own.json`;
    const { code, stderr } = await aimsHere(["oscal", "resolve", path, "-o", path], folder);
    expect({ code, conflict: stderr.includes("output-conflict") }).toEqual({ code: 2, conflict: true });
    expect(readFileSync(join(folder, path), "utf8")).toBe(profile);
  });

  it.each(["organization.yaml", "aims.yaml", "systems/fraud-detection.yaml"])(
    "%s of the workspace that is validated",
    async (name) => {
      const folder = workspace("own");
      const before = readFileSync(join(folder, "bank", name), "utf8");
      const { code, stderr } = await aimsHere(["validate", "bank", "--output", `json=bank/${name}`], folder);
      expect({ code, conflict: stderr.includes("output-conflict") }).toEqual({ code: 2, conflict: true });
      expect(readFileSync(join(folder, "bank", name), "utf8")).toBe(before);
    },
  );
});

describe("what an assessment writes", () => {
  it.each([
    [["--output", "json=bank/evidence/credit-scoring/validation-4.2.xml"], "would overwrite this file, which is read"],
    [["--output", "json=bank/systems/new.yaml"], "would write among files that are read"],
    [["--out", "bank/systems/out"], "would write among files that are read"],
  ])("stays off evidence and out of the folders of descriptors: %j", async (where, words) => {
    const folder = workspace("own");
    const { code, stderr } = await aimsHere(
      ["assess", "bank", "--as-of", "2026-11-01", "--out", "out", ...where],
      folder,
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe("standard input as a profile", () => {
  it.each([["assess"], ["validate"]])("is not taken by %s", async (verb) => {
    const { code, stderr } = await aimsHere([verb, "bank", "--profile", "-"], workspace("own"));
    expect({ code, first: stderr.split(".")[0] }).toEqual({
      code: 2,
      first: 'error unknown-profile: There is no shipped profile "-"',
    });
  });
});

describe("names of files", () => {
  it("stay relative beside an argument that is absolute", async () => {
    const folder = temporaryFolder({ "a/bad.json": '{"catalog":', "b/bad.json": '{"catalog":' });
    const { stdout } = await aimsHere(["oscal", "validate", ".", join(folder, "b"), "--output", "json"], folder);
    const { files } = JSON.parse(stdout) as { files: readonly { readonly name: string }[] };
    expect(files.map(({ name }) => name)).toEqual(["a/bad.json", join(folder, "b/bad.json")]);
  });
});
