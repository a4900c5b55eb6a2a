import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

describe("an option whose value is no place", () => {
  it.each([
    [
      ["assess", "--out", "-"],
      "--out -: Several files are written, which cannot go to standard output: name a folder.",
    ],
    [["assess", "--out="], '--out "": Name a folder; "." is the folder where you are.'],
    [
      ["import", "us-federal-2025", "x.csv", "-o", "-"],
      "--out -: Several files are written, which cannot go to standard output: name a folder.",
    ],
    [["import", "us-federal-2025", "x.csv", "-o", ""], '--out "": Name a folder; "." is the folder where you are.'],
    [["oscal", "resolve", "x.json", "--out="], '--out "": Name a file; "." is the folder where you are.'],
    [["assess", "--profile", ""], '--profile "": Name a shipped profile, or the path of a file.'],
    [["validate", "--profile="], '--profile "": Name a shipped profile, or the path of a file.'],
    [["explain", "stale", "--profile", " "], "--profile  : Name a shipped profile, or the path of a file."],
  ])("is refused: %j", async (args, words) => {
    const folder = temporaryFolder();
    expect(await aimsHere(args, folder)).toEqual({ code: 2, stdout: "", stderr: `aims: ${words}\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes "-" for standard output where one document is written', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await aimsHere(["oscal", "new", "catalog", "--out", "-"], folder);
    expect([code, Object.keys(JSON.parse(stdout) as object)]).toEqual([0, ["catalog"]]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a folder too deep in a workspace", () => {
  it("is answered by the one above", async () => {
    const folder = temporaryFolder({
      "w/organization.yaml": "kind: organization\nid: o\nname: O\n",
      "w/systems/a.yaml": "kind: system\nid: a\nname: A\n",
    });
    const { code, stderr } = await aimsHere(["validate", "w/systems"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('fix: Name the folder "w" above this one, which holds organization.yaml.\n'),
    ]);
    mkdirSync(join(folder, "empty"));
    expect((await aimsHere(["validate", "empty"], folder)).stderr).not.toContain("above this one");
  });
});

describe("an inventory in UTF-16", () => {
  it("is refused for its encoding", async () => {
    const text = Buffer.from("\uFEFFUse Case ID,Use Case Name,Agency\n1,A,B\n", "utf16le");
    const folder = temporaryFolder({ "u16.csv": text });
    const { code, stderr } = await aimsHere(["import", "us-federal-2025", "u16.csv", "--out", "w"], folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("error wrong-encoding: The file is encoded as UTF-16 (little endian), not as UTF-8."),
    ]);
  });
});
