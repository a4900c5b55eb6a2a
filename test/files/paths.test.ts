import { symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { fileAt, insideWorkspace, nameFrom } from "../../src/files/paths.js";
import { nodeReader } from "../../src/files/reader.js";
import { temporaryFolder } from "../support/folder.js";

describe("fileAt", () => {
  it("is the absolute path, however the path is written", () => {
    const path = join(temporaryFolder(), "a.yaml");
    for (const spelled of [path, `${path}/`, relative(process.cwd(), path), path.replace("a.yaml", "b/../a.yaml")]) {
      expect([spelled, fileAt(spelled)]).toEqual([spelled, path]);
    }
  });
});

describe("nameFrom", () => {
  it.each([
    ["/w", "/w/systems/a.yaml", "systems/a.yaml"],
    ["/w", "/w", "."],
    ["/w/x", "/w/a.yaml", "../a.yaml"],
  ])("from %s to %s is %s", (root, path, expected) => {
    expect(nameFrom(root, path)).toBe(expected);
  });
});

describe("insideWorkspace", () => {
  it("lets through what stays inside, also what does not exist", () => {
    const root = temporaryFolder({ "systems/a.yaml": "", "evidence/r.pdf": "" });
    const systems = join(root, "systems");
    expect(insideWorkspace(root, systems, "../evidence/r.pdf", nodeReader)).toEqual({
      path: join(root, "evidence/r.pdf"),
    });
    expect(insideWorkspace(root, systems, "none.pdf", nodeReader)).toEqual({ path: join(systems, "none.pdf") });
    expect(insideWorkspace(root, systems, "..report.pdf", nodeReader)).toEqual({ path: join(systems, "..report.pdf") });
  });

  it("refuses what leaves: upwards, absolute, through a link, and a neighbour whose name begins the same", () => {
    const folder = temporaryFolder({ "w/a.yaml": "", "w-other/x": "", "secret/s": "" });
    const root = join(folder, "w");
    symlinkSync(join(folder, "secret"), join(root, "link"));
    for (const path of ["../w-other/x", "..", "../../etc/passwd", join(root, "a.yaml"), "link/s", "link"]) {
      expect([path, insideWorkspace(root, root, path, nodeReader)]).toEqual([path, { outside: true }]);
    }
  });
});
