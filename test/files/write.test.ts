import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import {
  makeTemporaryFolder,
  openTemporary,
  OutputFile,
  OutputFolder,
  realPlace,
  writeWhole,
} from "../../src/files/write.js";
import { NotAFileError } from "../../src/files/writer.js";
import { temporaryFolder } from "../support/folder.js";
import { projectPath } from "../support/project.js";

describe("a temporary file", () => {
  it("has a name that nobody else in the folder has, a folder and a process of the same number included", () => {
    const root = temporaryFolder();
    const elsewhere = join(root, `.aims-${String(process.pid)}-1.part`);
    writeFileSync(elsewhere, "of another machine");
    const files = [openTemporary(root), openTemporary(root)];
    for (const { descriptor } of files) closeSync(descriptor);
    const paths = [elsewhere, makeTemporaryFolder(root), ...files.map(({ path }) => path)];
    expect(new Set(paths).size).toBe(4);
    expect(readdirSync(root).sort()).toEqual(paths.map((path) => basename(path)).sort());
    expect(readFileSync(elsewhere, "utf8")).toBe("of another machine");
  });

  it("is not made in a folder that does not exist", () => {
    expect(() => openTemporary(join(temporaryFolder(), "none"))).toThrow("ENOENT");
  });
});

describe("OutputFile", () => {
  it("leaves the old file in its place until commit", () => {
    const root = temporaryFolder({ "out/r.json": "old" });
    const path = join(root, "out/r.json");
    const file = new OutputFile(path);
    file.write("n".repeat(100_000));
    file.write("ew");
    expect(readFileSync(path, "utf8")).toBe("old");
    file.commit();
    expect(readFileSync(path, "utf8")).toBe(`${"n".repeat(100_000)}ew`);
    expect(readdirSync(join(root, "out"))).toEqual(["r.json"]);
  });

  it("creates missing folders, and an empty file where nothing was written", () => {
    const path = join(temporaryFolder(), "a/b/c.txt");
    new OutputFile(path).commit();
    expect(readFileSync(path, "utf8")).toBe("");
  });

  it("leaves nothing behind when it is given up", () => {
    const root = temporaryFolder({ "r.json": "old" });
    const file = new OutputFile(join(root, "r.json"));
    file.write("x".repeat(200_000));
    file.discard();
    file.discard();
    expect(readdirSync(root)).toEqual(["r.json"]);
    expect(readFileSync(join(root, "r.json"), "utf8")).toBe("old");
  });

  it("keeps what was committed when it is discarded afterwards", () => {
    const root = temporaryFolder();
    const file = new OutputFile(join(root, "r.json"));
    file.write("new");
    file.commit();
    file.discard();
    expect(readFileSync(join(root, "r.json"), "utf8")).toBe("new");
  });

  it("refuses to go on once it is closed", () => {
    const root = temporaryFolder();
    const file = new OutputFile(join(root, "r.json"));
    file.commit();
    const closed = `The output file is closed: ${join(root, "r.json")}`;
    expect(() => {
      file.write("more");
    }).toThrow(closed);
    expect(() => {
      file.commit();
    }).toThrow(closed);
  });

  it("can be discarded when its place turns out to be a folder", () => {
    const root = temporaryFolder();
    const file = new OutputFile(join(root, "r"));
    mkdirSync(join(root, "r"));
    expect(() => {
      file.commit();
    }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    file.discard();
    expect(readdirSync(root)).toEqual(["r"]);
  });

  it("listens for the end of the process once, however many files are written", () => {
    const root = temporaryFolder();
    const before = process.listenerCount("exit");
    for (let index = 0; index < 30; index += 1) new OutputFile(join(root, String(index))).commit();
    expect(process.listenerCount("exit")).toBeLessThanOrEqual(before + 1);
  });

  it("leaves no part behind when the process is interrupted", () => {
    const root = temporaryFolder({ "r.json": "old" });
    buildSync({
      entryPoints: [projectPath("src/files/write.ts")],
      outfile: join(root, "write.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "es2023",
    });
    writeFileSync(
      join(root, "run.mjs"),
      `import { readdirSync } from "node:fs";
import { OutputFile } from ${JSON.stringify(pathToFileURL(join(root, "write.mjs")).href)};
process.on("SIGINT", () => process.exit(130));
new OutputFile("earlier.json").commit();
const file = new OutputFile("r.json");
file.write("x".repeat(200_000));
console.log(readdirSync(".").filter((name) => name.endsWith(".part")).length);
process.kill(process.pid, "SIGINT");
setTimeout(() => {}, 30_000);
`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ["run.mjs"], { cwd: root, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 130, stdout: "1\n", stderr: "" });
    expect(readdirSync(root)).toEqual(["earlier.json", "r.json", "run.mjs", "write.mjs"]);
    expect(readFileSync(join(root, "r.json"), "utf8")).toBe("old");
  });
});

describe("OutputFile where something else stands", () => {
  const fault = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  it("writes the file that a link leads to, and leaves the link", () => {
    const root = temporaryFolder({ "deep/r.json": "old" });
    symlinkSync("deep/r.json", join(root, "link"));
    const file = new OutputFile(join(root, "link"));
    file.write("new");
    expect(readdirSync(root)).toEqual(["deep", "link"]);
    file.commit();
    expect(readlinkSync(join(root, "link"))).toBe("deep/r.json");
    expect(readFileSync(join(root, "deep/r.json"), "utf8")).toBe("new");
    expect(readdirSync(join(root, "deep"))).toEqual(["r.json"]);
    expect(writeWhole(join(root, "link"), "newer")).toBe("written");
    expect(lstatSync(join(root, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, "deep/r.json"), "utf8")).toBe("newer");
  });

  it.skipIf(process.platform === "win32")("refuses pipes, devices and links to them, and leaves them", () => {
    // There are no such files on Windows.
    const root = temporaryFolder();
    expect(spawnSync("sh", ["-c", "mkfifo pipe"], { cwd: root }).status).toBe(0);
    symlinkSync("pipe", join(root, "to-pipe"));
    symlinkSync("/dev/null", join(root, "to-device"));
    symlinkSync("nowhere", join(root, "dangling"));
    const kinds = {
      pipe: "a pipe",
      "to-pipe": "a pipe",
      "to-device": "a device",
      dangling: "a link that leads nowhere",
    };
    for (const [name, kind] of Object.entries(kinds)) {
      for (const write of [(path: string) => new OutputFile(path), (path: string) => writeWhole(path, "x")]) {
        const error = fault(() => write(join(root, name)));
        expect(error).toBeInstanceOf(NotAFileError);
        expect(error).toMatchObject({ kind });
      }
    }
    expect(fault(() => new OutputFile("/dev/null"))).toMatchObject({ kind: "a device" });
    expect(fault(() => new OutputFile("/dev/stderr"))).toMatchObject({ kind: "a name of an open stream" });
    expect(lstatSync(join(root, "pipe")).isFIFO()).toBe(true);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(readdirSync(root)).toEqual(["dangling", "pipe", "to-device", "to-pipe"]);
  });

  it("refuses a folder, also behind a link", () => {
    const root = temporaryFolder({ "r/keep": "" });
    symlinkSync("r", join(root, "link"));
    for (const name of ["r", "link"]) expect(() => new OutputFile(join(root, name))).toThrow(/EISDIR/);
    expect(readdirSync(root)).toEqual(["link", "r"]);
  });

  it("gives two writers of one place a file each; the last one to commit wins", () => {
    const path = join(temporaryFolder(), "r");
    const [a, b] = [new OutputFile(path), new OutputFile(path)];
    a.write("a");
    b.write("b");
    b.commit();
    a.commit();
    expect(readFileSync(path, "utf8")).toBe("a");
  });
});

describe("OutputFolder", () => {
  it("makes what is missing and takes it away again as long as it is empty", () => {
    const root = temporaryFolder();
    const folder = new OutputFolder(join(root, "a/b/c"));
    expect(statSync(join(root, "a/b/c")).isDirectory()).toBe(true);
    folder.removeIfEmpty();
    expect(readdirSync(root)).toEqual([]);
    const kept = new OutputFolder(join(root, "a/b"));
    writeFileSync(join(root, "a/x"), "");
    kept.removeIfEmpty();
    expect(readdirSync(join(root, "a"))).toEqual(["x"]);
    new OutputFolder(join(root, "a")).removeIfEmpty();
    expect(existsSync(join(root, "a/x"))).toBe(true);
  });

  it("takes away the rest when somebody else has removed a part of it", () => {
    const root = temporaryFolder();
    const folder = new OutputFolder(join(root, "a/b/c"));
    rmSync(join(root, "a/b"), { recursive: true });
    folder.removeIfEmpty();
    expect(readdirSync(root)).toEqual([]);
  });

  it("says that a file is in the way, and leaves nothing of the folders on the way", () => {
    const root = temporaryFolder({ file: "" });
    expect(() => new OutputFolder(join(root, "file"))).toThrow(/EEXIST/);
    expect(() => new OutputFolder(join(root, "file/a"))).toThrow(/ENOTDIR/);
    expect(() => new OutputFolder(join(root, "a/b", "x".repeat(300)))).toThrow(/ENAMETOOLONG/);
    expect(readdirSync(root)).toEqual(["file"]);
  });

  it.skipIf(!existsSync("/proc/self"))("gives up at the first folder that cannot be made", () => {
    // Only Linux has /proc.
    expect(() => new OutputFolder("/proc/aims-out/deep")).toThrow(/ENOENT|EACCES|EPERM/);
  });
});

describe("realPlace", () => {
  it("follows links, also above what does not exist", () => {
    const root = temporaryFolder({ "real/file": "" });
    symlinkSync("real", join(root, "link"));
    expect(realPlace(join(root, "link/file"))).toBe(join(root, "real/file"));
    expect(realPlace(join(root, "link/new/er"))).toBe(join(root, "real/new/er"));
    expect(realPlace(join(root, "link/../other"))).toBe(join(root, "other"));
  });
});

describe("writeWhole", () => {
  it("writes text and bytes, and creates missing folders", () => {
    const root = temporaryFolder();
    expect(writeWhole(join(root, "a/b.txt"), "ä")).toBe("written");
    expect(writeWhole(join(root, "a/b.bin"), Uint8Array.of(0, 255))).toBe("written");
    expect(readFileSync(join(root, "a/b.txt"), "utf8")).toBe("ä");
    expect(readFileSync(join(root, "a/b.bin"))).toEqual(Buffer.from([0, 255]));
    expect(readdirSync(join(root, "a"))).toEqual(["b.bin", "b.txt"]);
  });

  it("leaves a file that has the content already untouched, and its date with it", () => {
    const root = temporaryFolder({ "r.json": "same" });
    const path = join(root, "r.json");
    utimesSync(path, 1_000_000, 1_000_000);
    expect(writeWhole(path, "same")).toBe("unchanged");
    expect(statSync(path).mtimeMs).toBe(1_000_000_000);
    expect(writeWhole(path, "other")).toBe("written");
    expect(readFileSync(path, "utf8")).toBe("other");
  });

  it("leaves nothing behind when the place is a folder", () => {
    const root = temporaryFolder({ "r/keep": "" });
    expect(() => writeWhole(join(root, "r"), "x")).toThrow(/EISDIR/);
    expect(readdirSync(root)).toEqual(["r"]);
  });
});
