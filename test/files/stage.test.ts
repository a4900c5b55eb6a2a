import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/diagnostics/diagnostic.js";
import { StagedFolder } from "../../src/files/stage.js";
import { temporaryFolder } from "../support/folder.js";

describe("StagedFolder", () => {
  it("puts all files in their places together and leaves equal ones untouched", () => {
    const root = temporaryFolder({ "same.txt": "same", "old.txt": "before" });
    utimesSync(join(root, "same.txt"), 1, 1);
    const stage = new StagedFolder(root);
    stage.append("same.txt", "sa");
    stage.append("deep/er/new.txt", "1");
    stage.append("old.txt", "after!");
    stage.append("same.txt", "me");
    stage.append("deep/er/new.txt", "2");
    expect(readFileSync(join(root, "old.txt"), "utf8")).toBe("before");
    expect(stage.publish()).toEqual({ written: ["deep/er/new.txt", "old.txt"], unchanged: ["same.txt"] });
    stage.discard();
    expect(readFileSync(join(root, "deep/er/new.txt"), "utf8")).toBe("12");
    expect(readFileSync(join(root, "old.txt"), "utf8")).toBe("after!");
    expect(statSync(join(root, "same.txt")).mtimeMs).toBe(1000);
    expect(readdirSync(root).sort()).toEqual(["deep", "old.txt", "same.txt"]);
  });

  it("leaves nothing behind when given up, not even a folder it made", () => {
    const parent = temporaryFolder();
    const stage = new StagedFolder(join(parent, "a", "b"));
    stage.append("file.txt", "x".repeat(5 << 20));
    expect(readdirSync(join(parent, "a", "b"))).toEqual([expect.stringMatching(/^\.aims-.*\.part$/)]);
    stage.discard();
    stage.discard();
    expect(readdirSync(parent)).toEqual([]);
  });

  it("keeps a folder that was there before, and what came into a new one", () => {
    const root = temporaryFolder({ "mine.txt": "m" });
    new StagedFolder(root).discard();
    expect(readdirSync(root)).toEqual(["mine.txt"]);
    const stage = new StagedFolder(join(root, "new"));
    writeFileSync(join(root, "new", "other.txt"), "o");
    stage.discard();
    expect(readdirSync(join(root, "new"))).toEqual(["other.txt"]);
  });

  it("keeps lines beside the files, which come out as they went in and are not published", () => {
    const root = temporaryFolder();
    const stage = new StagedFolder(root);
    const spool = stage.spool();
    spool.add("one");
    spool.add("two");
    for (const line of spool.lines()) stage.append("lines.txt", `${line}\n`);
    spool.close();
    expect(stage.publish()).toEqual({ written: ["lines.txt"], unchanged: [] });
    expect(readFileSync(join(root, "lines.txt"), "utf8")).toBe("one\ntwo\n");
    expect(readdirSync(root)).toEqual(["lines.txt"]);
  });

  it("writes nothing where one of the places lies outside", () => {
    const elsewhere = temporaryFolder();
    const root = temporaryFolder();
    symlinkSync(elsewhere, join(root, "link"));
    mkdirSync(join(root, "inside"));
    const stage = new StagedFolder(root);
    stage.append("inside/a.txt", "a");
    stage.append("link/b.txt", "b");
    expect(() => stage.publish()).toThrow(InputError);
    stage.discard();
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readdirSync(join(root, "inside"))).toEqual([]);
  });
});
