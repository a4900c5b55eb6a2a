import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog, withValue } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";

const files = {
  "aims.yaml": "profile: iso-42001-starter\n",
  "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
  "systems/one.yaml": `kind: system
id: one
name: One
evidence:
  - { id: report, title: Report, kind: report, controls: [iso42001:A.6.2.88] }
`,
  "catalog.json": JSON.stringify(withValue(catalog(), "/catalog/metadata/oscal-version", "v1.2.2"), undefined, 2),
};

describe("--strict counts warnings as errors, and the exit code is 2", () => {
  it.each([
    ["assess", ["--as-of", "2026-11-01", "--out", "out"]],
    ["validate", []],
    ["oscal validate", ["catalog.json", "--disable", "reference-party"]],
  ])("aims %s", async (verb, args) => {
    const folder = temporaryFolder(files);
    const strict = await aimsHere([...verb.split(" "), ...args, "--strict"], folder);
    expect(strict.stderr).toContain("warning ");
    expect(strict.stderr).toContain("0 errors, 1 warning");
    expect([strict.code, strict.stdout, existsSync(join(folder, "out"))]).toEqual([2, "", false]);
    expect((await aimsHere([...verb.split(" "), ...args], folder)).code).toBe(0);
  });

  it("and says why nothing was assessed", async () => {
    const folder = temporaryFolder(files);
    const { stderr } = await aimsHere(["assess", "--as-of", "2026-11-01", "--strict"], folder);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("Not assessed: --strict counts warnings as errors.");
  });

  it("changes nothing where there are none", async () => {
    const folder = temporaryFolder({ ...files, "systems/one.yaml": "kind: system\nid: one\nname: One\n" });
    for (const args of [["validate"], ["assess", "--as-of", "2026-11-01", "--out", "out"]])
      expect((await aimsHere([...args, "--strict"], folder)).code).toBe(0);
  });
});
