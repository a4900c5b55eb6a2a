import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCacheFolder } from "../../../src/policy/compiler/cache-folder.js";
import { temporaryFolder } from "../../support/folder.js";

describe("makeCacheFolder", () => {
  it("makes what is missing from the top, and nothing where all is there", async () => {
    const root = temporaryFolder();
    const path = join(root, "a", "b", "c");
    await makeCacheFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
    const asked: string[] = [];
    await makeCacheFolder(path, (folder) => Promise.resolve(asked.push(folder)));
    expect(asked).toEqual([]);
  });

  it("asks for one folder and no other where a file system refuses to make any", async () => {
    const root = temporaryFolder();
    const asked: string[] = [];
    const refusing = (folder: string): Promise<never> => {
      asked.push(folder);
      return Promise.reject(Object.assign(new Error("refused"), { code: "ENOENT" }));
    };
    await expect(makeCacheFolder(join(root, "a", "b", "c"), refusing)).rejects.toThrow("refused");
    expect(asked).toEqual([join(root, "a")]);
    expect(readdirSync(root)).toEqual([]);
  });

  it("goes on where somebody else has made the folder meanwhile, and not where a file is in the way", async () => {
    const root = temporaryFolder({ file: "" });
    const late = (folder: string): Promise<never> => {
      mkdirSync(folder);
      return Promise.reject(Object.assign(new Error("there already"), { code: "EEXIST" }));
    };
    await makeCacheFolder(join(root, "a", "b"), late);
    expect(statSync(join(root, "a", "b")).isDirectory()).toBe(true);
    await expect(makeCacheFolder(join(root, "file", "a"))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
