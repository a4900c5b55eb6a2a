import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { OutputFile, writeWhole } from "../../src/source/write.js";
import { temporaryFolder } from "./temporary-folder.js";

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
    const source = readFileSync(new URL("../../src/source/write.ts", import.meta.url), "utf8");
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
    writeFileSync(join(root, "write.mjs"), ts.transpileModule(source, { compilerOptions: options }).outputText);
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
