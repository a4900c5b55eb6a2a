import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findFiles } from "../../src/files/find.js";
import { readBounded } from "../../src/files/read.js";
import { nodeReader, type Reader } from "../../src/files/reader.js";
import { readDocuments } from "../../src/source/read.js";
import { temporaryFolder } from "../support/folder.js";

describe("findFiles", () => {
  it("sorts by name and skips node_modules, hidden files and folders", async () => {
    const root = temporaryFolder({
      "b/x.yaml": "",
      "a.yaml": "",
      "B.yaml": "",
      ".hidden.yaml": "",
      "node_modules/p/q.yaml": "",
      "a.txt": "",
    });
    mkdirSync(join(root, "folder.yaml"));
    expect(await findFiles(root, ["**/*.yaml"], nodeReader)).toEqual([
      { file: join(root, "B.yaml"), name: "B.yaml" },
      { file: join(root, "a.yaml"), name: "a.yaml" },
      { file: join(root, "b/x.yaml"), name: "b/x.yaml" },
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
      ...(await findFiles(root, ["**/*.{yaml,ndjson}", "../*.yaml", "sub/up/*.ndjson"], nodeReader)),
      ...(await findFiles(root, ["**/*.yaml", "!sub/**", "!linked.yaml", "sub/up/*.yaml"], nodeReader)),
      ...(await findFiles(root, ["sub/up/*.{yaml,ndjson}"], nodeReader)),
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
    for (const refused of files.filter((each) => each.outside)) {
      for await (const result of readDocuments(refused, nodeReader)) {
        expect(result).toEqual({
          diagnostics: [
            {
              code: "path-outside-workspace",
              severity: "error",
              message: "The file does not lie in the workspace: a link or a path leads out of it.",
              file: refused.file,
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
    expect(await findFiles(join(folder, "link"), ["*.yaml"], nodeReader)).toEqual([
      { file: join(folder, "link/a.yaml"), name: "a.yaml" },
    ]);
  });
});

describe("findFiles, where a folder cannot be read", () => {
  /** Lists folders, but for some fails as the operating system would; permissions do not bind every user that runs tests. */
  const failing = (folders: Readonly<Record<string, string>>): Reader => ({
    ...nodeReader,
    list: (path, options, done) => {
      const code = folders[resolve(path)];
      if (code === undefined) nodeReader.list(path, options, done);
      else done(Object.assign(new Error(`${code}: failed`), { code }), []);
    },
  });
  const denied = {
    code: "unreadable-file",
    severity: "error",
    message: "Permission to read the folder is denied.",
    fix: "Give the user who runs aims the right to read it, or name the files and folders beside it.",
  };

  it("names the folder among the files, once, and goes on", async () => {
    const root = temporaryFolder({ "a.yaml": "", "locked/deep/b.yaml": "", "z/c.json": "", "z/broken/d.json": "" });
    const reader = failing({ [join(root, "locked", "deep")]: "EACCES", [join(root, "z", "broken")]: "EIO" });
    expect(await findFiles(root, ["**/*.yaml", "**/*.json"], reader)).toEqual([
      { file: join(root, "a.yaml"), name: "a.yaml" },
      {
        file: join(root, "locked/deep"),
        name: "locked/deep",
        unreadable: { ...denied, file: join(root, "locked/deep") },
      },
      {
        file: join(root, "z/broken"),
        name: "z/broken",
        unreadable: {
          code: "unreadable-file",
          severity: "error",
          message: "The folder cannot be read: EIO: failed.",
          file: join(root, "z/broken"),
          fix: "Check the disk and the path.",
        },
      },
      { file: join(root, "z/c.json"), name: "z/c.json" },
    ]);
  });

  it("names the folder that is searched as a whole", async () => {
    const root = temporaryFolder({ "a.yaml": "" });
    expect(await findFiles(root, ["**/*.yaml"], failing({ [root]: "EPERM" }))).toEqual([
      { file: root, name: ".", unreadable: { ...denied, file: root } },
    ]);
  });

  it("says nothing of folders that are gone, excluded, or that no pattern leads into", async () => {
    const root = temporaryFolder({ "s/a.yaml": "", "s/gone/b.yaml": "", "s/out/c.yaml": "", "t/d.yaml": "" });
    const reader = failing({
      [join(root, "s", "gone")]: "ENOENT",
      [join(root, "s", "out")]: "EACCES",
      [join(root, "t")]: "EACCES",
    });
    expect(await findFiles(root, ["s/**/*.yaml", "none/*.yaml", "s/a.yaml/*.yaml", "!s/out/**"], reader)).toEqual([
      { file: join(root, "s/a.yaml"), name: "s/a.yaml" },
    ]);
  });

  it.each(["locked", "locked.json", "locked.ndjson", "locked.yaml"])("reading %s says so", async (name) => {
    const root = temporaryFolder({ [`${name}/a.yaml`]: "" });
    const [file] = await findFiles(root, ["**/*.yaml"], failing({ [join(root, name)]: "EACCES" }));
    if (file === undefined) throw new Error("nothing found");
    const results = [];
    for await (const result of readDocuments(file, nodeReader)) results.push(result);
    expect(results).toEqual([{ diagnostics: [{ ...denied, file: join(root, name) }] }]);
    expect(readBounded(file, nodeReader)).toEqual({ ...denied, file: join(root, name) });
  });
});
