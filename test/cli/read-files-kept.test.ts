import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { catalogText, profileText } from "../support/profiles.js";
import { aimsHere } from "../support/program.js";

const catalog = catalogText("controls: [{id: control-1, title: One}]");
const address = "https://example.org/catalog.yaml";
const profile = profileText(`imports: [{href: "${address}", include-all: {}}]`);
const settings = `imports:\n  ${address}: copies/c.yaml\n`;
const sha256 = createHash("sha256").update(catalog).digest("hex");
const lock = JSON.stringify({ documents: { [address]: { file: "c.yaml", sha256, fetched: "2026-11-01" } } });

/** A profile that imports by address, whose copy aims.yaml gives. */
const mapped = { "aims.yaml": settings, "copies/c.yaml": catalog, "profiles/p.yaml": profile };
/** The same, whose copy the lock file gives. */
const locked = { "vendor/oscal.lock.json": lock, "vendor/c.yaml": catalog, "profiles/p.yaml": profile };

describe("a file from which a document's imports are known is never written over", () => {
  it.each([
    [mapped, "aims.yaml"],
    [mapped, "copies/c.yaml"],
    [locked, "vendor/oscal.lock.json"],
    [locked, "vendor/c.yaml"],
  ])("case %#", async (files, name) => {
    for (const args of [
      ["oscal", "resolve", "profiles/p.yaml", "-o", name],
      ["oscal", "resolve", "profiles/p.yaml", "-o", "out.json", "--output", `json=${name}`],
      ["oscal", "validate", "profiles", "--follow", "--output", `json=${name}`],
      ["oscal", "why", "profiles/p.yaml", "control-1", "--output", `json=${name}`],
    ]) {
      const folder = temporaryFolder(files);
      const before = readFileSync(join(folder, name), "utf8");
      const { code, stderr } = await aimsHere(args, folder);
      expect([args, code, stderr]).toEqual([args, 2, expect.stringContaining("would overwrite this file")]);
      expect(readFileSync(join(folder, name), "utf8")).toBe(before);
    }
  });

  it("lets a report go where nothing is read", async () => {
    const folder = temporaryFolder(mapped);
    const args = ["oscal", "validate", "profiles", "--follow", "--output", "json=reports/r.json"];
    await aimsHere(args, folder);
    expect(existsSync(join(folder, "reports/r.json"))).toBe(true);
  });
});

describe("suppressions are never written over", () => {
  it.each([
    [["--output", "sarif=aims-suppressions.yaml"], "aims-suppressions.yaml"],
    [["--suppressions", "s.yaml", "--output", "sarif=s.yaml"], "s.yaml"],
  ])("by a report: %j", async (more, name) => {
    for (const text of ["suppressions: []\n", "suppressions: {}\n"]) {
      const folder = temporaryFolder({ "c.yaml": catalog, [name]: text });
      const { code, stderr } = await aimsHere(["oscal", "validate", "c.yaml", ...more], folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining("would overwrite this file")]);
      expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    }
  });
});
