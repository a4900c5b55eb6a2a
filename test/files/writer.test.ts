import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { memoryWriter } from "../../src/files/memory.js";
import { nodeWriter } from "../../src/files/node-writer.js";
import { placeKey, writing } from "../../src/files/writer.js";
import { temporaryFolder } from "../support/folder.js";

/** The diagnostics of work that fails because of its place. */
async function said(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error("Nothing is wrong.");
}

describe("writing", () => {
  it("gives what the work gives, at once or in time", async () => {
    const root = temporaryFolder();
    const file = join(root, "a.json");
    expect(writing("file", file, () => nodeWriter.whole(file, "1"))).toBe("written");
    expect(readFileSync(file, "utf8")).toBe("1");
    expect(await writing("folder", root, () => Promise.resolve(1))).toBe(1);
  });

  it("says what the operating system refuses, about the place that was named", async () => {
    const root = temporaryFolder({ "a.json": "" });
    const place = join(root, "out");
    const folder = {
      code: "unwritable-folder",
      severity: "error",
      message: "A file stands where a folder is needed.",
      file: place,
      fix: "Name a folder, or a path below folders; missing folders are made.",
    };
    expect(await said(() => writing("folder", place, () => nodeWriter.folder(join(root, "a.json", "b"))))).toEqual([
      folder,
    ]);
    expect(await said(() => writing("folder", place, () => nodeWriter.staged(join(root, "a.json"))))).toEqual([folder]);
    expect(await said(() => writing("file", root, () => nodeWriter.file(root)))).toEqual([
      {
        code: "unwritable-file",
        severity: "error",
        message: "A folder stands where the file is to be written.",
        file: root,
        fix: "Name a file.",
      },
    ]);
  });

  it("says what is there where that is not a file", async () => {
    const root = temporaryFolder();
    const place = join(root, "link");
    symlinkSync("nowhere", place);
    expect(await said(() => writing("file", place, () => nodeWriter.whole(place, "1")))).toEqual([
      {
        code: "unwritable-file",
        severity: "error",
        message: "This is not a file but a link that leads nowhere, which is not replaced by one.",
        file: place,
        fix: 'Name a file; for standard output, write "-" in place of the path.',
      },
    ]);
  });

  it("passes on what has nothing to do with the place", async () => {
    const fault = new Error("A fault of the program.");
    const fails = (): never => {
      throw fault;
    };
    expect(() => writing("file", "/ws/a", fails)).toThrow(fault);
    await expect(writing("file", "/ws/a", () => Promise.reject(fault))).rejects.toBe(fault);
    const found = new InputError([{ code: "no-workspace", severity: "error", message: "m" }]);
    await expect(writing("folder", "/ws", () => Promise.reject(found))).rejects.toBe(found);
  });
});

describe("placeKey", () => {
  it("is one for two spellings of a place, through links and in either case", () => {
    const root = temporaryFolder({ "real/a.json": "" });
    symlinkSync("real", join(root, "link"));
    const key = placeKey(join(root, "real/a.json"), nodeWriter);
    for (const other of ["link/a.json", "real/A.json", "link/../real/a.json"]) {
      expect([other, placeKey(join(root, other), nodeWriter)]).toEqual([other, key]);
    }
    expect(placeKey(join(root, "real/b.json"), nodeWriter)).not.toBe(key);
  });

  it("does not ask the disk about files in memory", () => {
    const writer = memoryWriter(new Map());
    expect(placeKey("/WS/a.json", writer)).toBe(placeKey("/ws/A.json", writer));
  });
});
