import { closeSync, ftruncateSync, mkdirSync, openSync, readdir, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  displayName,
  findFiles,
  insideWorkspace,
  readBounded,
  unreadable,
  type ReadFolder,
} from "../../src/files/files.js";
import { readDocuments } from "../../src/source/read.js";
import { temporaryFolder } from "../support/folder.js";

describe("displayName", () => {
  it.each([
    ["/w", "/w/systems/a.yaml", "systems/a.yaml"],
    ["/w", "/w", "."],
    ["/w/x", "/w/a.yaml", "../a.yaml"],
  ])("from %s to %s is %s", (root, path, expected) => {
    expect(displayName(root, path)).toBe(expected);
  });
});

describe("findFiles", () => {
  it("sorts by name and passes over node_modules, hidden files and folders", async () => {
    const root = temporaryFolder({
      "b/x.yaml": "",
      "a.yaml": "",
      "B.yaml": "",
      ".hidden.yaml": "",
      "node_modules/p/q.yaml": "",
      "a.txt": "",
    });
    mkdirSync(join(root, "folder.yaml"));
    expect(await findFiles(root, ["**/*.yaml"])).toEqual([
      { path: join(root, "B.yaml"), name: "B.yaml" },
      { path: join(root, "a.yaml"), name: "a.yaml" },
      { path: join(root, "b/x.yaml"), name: "b/x.yaml" },
    ]);
  });

  it("walks through no linked folder, and marks what leads outside, so that reading refuses it", async () => {
    const folder = temporaryFolder({
      "secret.yaml": "id: s",
      "secret.ndjson": "{}",
      "w/real.yaml": "id: a",
      "w/sub/b.yaml": "id: b",
    });
    const root = join(folder, "w");
    symlinkSync(join(folder, "secret.yaml"), join(root, "linked.yaml"));
    symlinkSync(join(root, "real.yaml"), join(root, "sub/inside.yaml"));
    symlinkSync(join(root, "nowhere.yaml"), join(root, "sub/dangling.yaml"));
    symlinkSync(folder, join(root, "sub/up"));
    const files = [
      ...(await findFiles(root, ["**/*.{yaml,ndjson}", "../*.yaml", "sub/up/*.ndjson"])),
      ...(await findFiles(root, ["**/*.yaml", "!sub/**", "!linked.yaml", "sub/up/*.yaml"])),
      ...(await findFiles(root, ["sub/up/*.{yaml,ndjson}"])),
    ];
    expect(files.map(({ name, outside }) => [name, outside])).toEqual([
      ["../secret.yaml", true],
      ["linked.yaml", true],
      ["real.yaml", undefined],
      ["sub/b.yaml", undefined],
      ["sub/dangling.yaml", undefined],
      ["sub/inside.yaml", undefined],
      ["sub/up/secret.ndjson", true],
      ["real.yaml", undefined],
      ["sub/up/secret.ndjson", true],
      ["sub/up/secret.yaml", true],
    ]);
    for (const file of files.filter((each) => each.outside)) {
      for await (const result of readDocuments(file)) {
        expect(result).toEqual({
          diagnostics: [
            {
              code: "path-outside-workspace",
              severity: "error",
              message: "The file does not lie in the workspace: a link or a path leads out of it.",
              file: file.name,
              fix: "Put the file itself into the workspace's folder.",
            },
          ],
        });
      }
    }
  });

  it("finds the same through a workspace that is itself a link", async () => {
    const folder = temporaryFolder({ "w/a.yaml": "id: a" });
    symlinkSync(join(folder, "w"), join(folder, "link"));
    expect(await findFiles(join(folder, "link"), ["*.yaml"])).toEqual([
      { path: join(folder, "link/a.yaml"), name: "a.yaml" },
    ]);
  });
});

describe("findFiles, where a folder cannot be read", () => {
  /** Lists folders, but for some fails as the operating system would; permissions do not bind every user that runs tests. */
  const failing =
    (folders: Readonly<Record<string, string>>): ReadFolder =>
    (path, options, done) => {
      const code = folders[resolve(path)];
      if (code === undefined) readdir(path, options, done);
      else done(Object.assign(new Error(`${code}: failed`), { code }), []);
    };
  const denied = {
    code: "unreadable-file",
    severity: "error",
    message: "Permission to read the folder is denied.",
    fix: "Give the user who runs aims the right to read it, or name the files and folders beside it.",
  };

  it("names the folder among the files, once, and goes on", async () => {
    const root = temporaryFolder({ "a.yaml": "", "locked/deep/b.yaml": "", "z/c.json": "", "z/broken/d.json": "" });
    const readFolder = failing({ [join(root, "locked", "deep")]: "EACCES", [join(root, "z", "broken")]: "EIO" });
    expect(await findFiles(root, ["**/*.yaml", "**/*.json"], readFolder)).toEqual([
      { path: join(root, "a.yaml"), name: "a.yaml" },
      { path: join(root, "locked/deep"), name: "locked/deep", unreadable: { ...denied, file: "locked/deep" } },
      {
        path: join(root, "z/broken"),
        name: "z/broken",
        unreadable: {
          code: "unreadable-file",
          severity: "error",
          message: "The folder cannot be read: EIO: failed.",
          file: "z/broken",
          fix: "Check the disk and the path.",
        },
      },
      { path: join(root, "z/c.json"), name: "z/c.json" },
    ]);
  });

  it("names the folder that is searched as a whole", async () => {
    const root = temporaryFolder({ "a.yaml": "" });
    expect(await findFiles(root, ["**/*.yaml"], failing({ [root]: "EPERM" }))).toEqual([
      { path: root, name: ".", unreadable: { ...denied, file: "." } },
    ]);
  });

  it("says nothing of folders that are gone, excluded, or that no pattern leads into", async () => {
    const root = temporaryFolder({ "s/a.yaml": "", "s/gone/b.yaml": "", "s/out/c.yaml": "", "t/d.yaml": "" });
    const readFolder = failing({
      [join(root, "s", "gone")]: "ENOENT",
      [join(root, "s", "out")]: "EACCES",
      [join(root, "t")]: "EACCES",
    });
    expect(await findFiles(root, ["s/**/*.yaml", "none/*.yaml", "s/a.yaml/*.yaml", "!s/out/**"], readFolder)).toEqual([
      { path: join(root, "s/a.yaml"), name: "s/a.yaml" },
    ]);
  });

  it.each(["locked", "locked.json", "locked.ndjson", "locked.yaml"])(
    "reading %s says so under its name",
    async (name) => {
      const root = temporaryFolder({ [`${name}/a.yaml`]: "" });
      const [file] = await findFiles(root, ["**/*.yaml"], failing({ [join(root, name)]: "EACCES" }));
      if (file === undefined) throw new Error("nothing found");
      const called = { ...file, name: `w/${name}` };
      const results = [];
      for await (const result of readDocuments(called)) results.push(result);
      expect(results).toEqual([{ diagnostics: [{ ...denied, file: `w/${name}` }] }]);
      expect(readBounded(called)).toEqual({ ...denied, file: `w/${name}` });
    },
  );
});

describe("insideWorkspace", () => {
  it("lets through what stays inside, also what does not exist", () => {
    const root = temporaryFolder({ "systems/a.yaml": "", "evidence/r.pdf": "" });
    const systems = join(root, "systems");
    expect(insideWorkspace(root, systems, "../evidence/r.pdf")).toEqual({ path: join(root, "evidence/r.pdf") });
    expect(insideWorkspace(root, systems, "none.pdf")).toEqual({ path: join(systems, "none.pdf") });
    expect(insideWorkspace(root, systems, "..report.pdf")).toEqual({ path: join(systems, "..report.pdf") });
  });

  it("refuses what leaves: upwards, absolute, through a link, and a neighbour whose name begins the same", () => {
    const folder = temporaryFolder({ "w/a.yaml": "", "w-other/x": "", "secret/s": "" });
    const root = join(folder, "w");
    symlinkSync(join(folder, "secret"), join(root, "link"));
    for (const path of ["../w-other/x", "..", "../../etc/passwd", join(root, "a.yaml"), "link/s", "link"]) {
      expect([path, insideWorkspace(root, root, path)]).toEqual([path, { outside: true }]);
    }
  });
});

describe("readBounded", () => {
  it("reads the bytes of a file up to the limit", () => {
    const root = temporaryFolder({ "a.yaml": "12345" });
    const file = { path: join(root, "a.yaml"), name: "a.yaml" };
    expect(readBounded(file, 5)).toEqual(Buffer.from("12345"));
    expect(readBounded(file, 4)).toMatchObject({ code: "file-too-large" });
  });

  it("refuses a file of 200 MB before reading it", async () => {
    const root = temporaryFolder();
    const path = join(root, "big.yaml");
    const descriptor = openSync(path, "w");
    ftruncateSync(descriptor, 200 * 1024 * 1024);
    closeSync(descriptor);
    const before = process.memoryUsage.rss();
    const results = [];
    for await (const result of readDocuments({ path, name: "systems/big.yaml" })) results.push(result);
    expect(results).toEqual([
      {
        diagnostics: [
          {
            code: "file-too-large",
            severity: "error",
            message: "The file has 200 MiB; at most 32 MiB are read as one document.",
            file: "systems/big.yaml",
            fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
          },
        ],
      },
    ]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100e6);
  });

  it("says why a file cannot be read", () => {
    const root = temporaryFolder({ "a.yaml": "x" });
    const say = (path: string): unknown => readBounded({ path: join(root, path), name: path });
    expect(say("none.yaml")).toEqual({
      code: "unreadable-file",
      severity: "error",
      message: "There is no such file.",
      file: "none.yaml",
      fix: "Check the spelling of the path.",
    });
    expect(say("a.yaml/b.yaml")).toMatchObject({ message: "A part of the path is a file, not a folder." });
    expect(say("")).toMatchObject({ message: "This is not a file but a folder or a device." });
    expect(readBounded({ path: "/dev/zero", name: "zero.yaml" })).toMatchObject({
      code: "unreadable-file",
      message: "This is not a file but a folder or a device.",
    });
  });

  it.each([
    [Object.assign(new Error("x"), { code: "EACCES" }), "Permission to read the file is denied."],
    [Object.assign(new Error("EIO: i/o error"), { code: "EIO" }), "The file cannot be read: EIO: i/o error."],
    ["odd", "The file cannot be read: odd."],
  ])("words %s", (error, message) => {
    expect(unreadable({ path: "a", name: "a" }, error)).toMatchObject({ code: "unreadable-file", message, file: "a" });
  });
});

describe("readDocuments", () => {
  it("chooses by the ending and refuses an unknown one", async () => {
    const root = temporaryFolder({ "a.YML": "a: 1", "b.json": '{"b": 2}', "c.jsonl": '{"c": 3}\n', "d.toml": "" });
    const seen = [];
    for (const name of ["a.YML", "b.json", "c.jsonl", "d.toml"]) {
      for await (const { document, diagnostics } of readDocuments({ path: join(root, name), name }))
        seen.push(document?.value ?? diagnostics);
    }
    expect(seen).toEqual([
      { a: 1 },
      { b: 2 },
      { c: 3 },
      [
        {
          code: "unknown-file-type",
          severity: "error",
          message: 'Files ending in ".toml" are not read.',
          file: "d.toml",
          fix: "Use one of .yaml, .yml, .json, .ndjson, .jsonl.",
        },
      ],
    ]);
  });

  it("passes on what is wrong with the encoding", async () => {
    const root = temporaryFolder({ "a.yaml": Buffer.from("a: x", "utf16le") });
    for await (const result of readDocuments({ path: join(root, "a.yaml"), name: "a.yaml" })) {
      expect(result).toMatchObject({ diagnostics: [{ code: "binary-file", file: "a.yaml", line: 1, column: 2 }] });
    }
  });
});
