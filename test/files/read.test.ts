import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBounded, readStandardInput, statFile, unreadable } from "../../src/files/read.js";
import { nodeReader, statusAt, type Reader } from "../../src/files/reader.js";
import { temporaryFolder } from "../support/folder.js";

describe("readBounded", () => {
  it("reads the bytes of a file up to the limit", () => {
    const root = temporaryFolder({ "a.yaml": "12345" });
    const input = { file: join(root, "a.yaml") };
    expect(readBounded(input, nodeReader, 5)).toEqual(Buffer.from("12345"));
    expect(readBounded(input, nodeReader, 4)).toMatchObject({ code: "file-too-large" });
  });

  it("says why a file cannot be read", () => {
    const root = temporaryFolder({ "a.yaml": "x" });
    const say = (path: string): unknown => readBounded({ file: join(root, path) }, nodeReader);
    expect(say("none.yaml")).toEqual({
      code: "unreadable-file",
      severity: "error",
      message: "There is no such file.",
      file: join(root, "none.yaml"),
      fix: "Check the spelling of the path.",
    });
    expect(say("a.yaml/b.yaml")).toMatchObject({ message: "A part of the path is a file, not a folder." });
    expect(say("")).toMatchObject({ message: "This is not a file but a folder or a device." });
    expect(readBounded({ file: "/dev/zero" }, nodeReader)).toMatchObject({
      code: "unreadable-file",
      message: "This is not a file but a folder or a device.",
    });
  });

  it("does not open a file that lies outside, nor a folder that cannot be looked into", () => {
    const root = temporaryFolder({ "a.yaml": "x" });
    const file = join(root, "a.yaml");
    expect(readBounded({ file, outside: true }, nodeReader)).toEqual({
      code: "path-outside-workspace",
      severity: "error",
      message: "The file does not lie in the workspace: a link or a path leads out of it.",
      file,
      fix: "Put the file itself into the workspace's folder.",
    });
    const said = unreadable(file, Object.assign(new Error("x"), { code: "EACCES" }));
    expect(readBounded({ file, unreadable: said }, nodeReader)).toBe(said);
  });

  it.each([
    [Object.assign(new Error("x"), { code: "EACCES" }), "Permission to read the file is denied."],
    [Object.assign(new Error("EIO: i/o error"), { code: "EIO" }), "The file cannot be read: EIO: i/o error."],
    ["odd", "The file cannot be read: odd."],
  ])("words %s", (error, message) => {
    expect(unreadable("/w/a", error)).toMatchObject({ code: "unreadable-file", message, file: "/w/a" });
  });
});

describe("readStandardInput", () => {
  const mebibyte = new Uint8Array(1024 * 1024);

  /** A reader with pieces in standard input, and how many of them were asked for. */
  function fed(pieces: readonly Uint8Array[]): { reader: Reader; asked: () => number } {
    let asked = 0;
    return {
      reader: {
        ...nodeReader,
        // eslint-disable-next-line @typescript-eslint/require-await -- a stream that has everything already
        standardInput: async function* () {
          for (const piece of pieces) {
            asked += 1;
            yield piece;
          }
        },
      },
      asked: () => asked,
    };
  }

  it("puts the pieces together, up to the size of a document", async () => {
    const { reader } = fed([Buffer.from("ab"), new Uint8Array(), Buffer.from("c")]);
    expect(await readStandardInput(reader)).toEqual(Buffer.from("abc"));
    expect(await readStandardInput(fed([]).reader)).toEqual(Buffer.from(""));
    expect(await readStandardInput(fed(Array.from({ length: 32 }, () => mebibyte)).reader)).toHaveLength(32 << 20);
  });

  it("stops where more comes in", async () => {
    const { reader, asked } = fed(Array.from({ length: 40 }, () => mebibyte));
    expect(await readStandardInput(reader)).toEqual({
      code: "file-too-large",
      severity: "error",
      message: "Standard input is larger than 32 MiB, the most that one document may have.",
      file: "standard-input",
      fix: "Split the document into several.",
    });
    expect(asked()).toBe(33);
  });
});

describe("what lies at a path", () => {
  it("is a file with its size, a folder, or something that may never end", () => {
    const root = temporaryFolder({ "a.yaml": "12345" });
    expect(statFile(join(root, "a.yaml"), nodeReader)).toEqual({ kind: "file", size: 5 });
    expect(statusAt(root, nodeReader)).toMatchObject({ kind: "folder" });
    expect(statusAt("/dev/null", nodeReader)).toMatchObject({ kind: "other" });
    for (const path of [root, "/dev/null"]) {
      expect(() => statFile(path, nodeReader)).toThrow(expect.objectContaining({ code: "EISDIR" }));
    }
  });

  it("is nothing where nothing is", () => {
    const path = join(temporaryFolder(), "none");
    expect(statusAt(path, nodeReader)).toBeUndefined();
    expect(() => statFile(path, nodeReader)).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});
