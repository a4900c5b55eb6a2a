/** The files of the built program: what they are made of, and what is said about it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apartModules } from "../../scripts/build/bundles.js";
import { bundledPackages, licenceTexts } from "../../scripts/build/licences.js";
import { temporaryFolder } from "../support/folder.js";
import { projectPath, projectRoot } from "../support/project.js";

const bin = readdirSync(projectPath("dist/bin")).sort();
const texts = new Map(["main.js", ...bin.map((name) => `bin/${name}`)].map((name) => [name, read(`dist/${name}`)]));

function read(path: string): string {
  return readFileSync(projectPath(path), "utf8");
}

describe("the files of the program", () => {
  it("hold no path of the machine or the folder that built them, and refer to no source map", () => {
    const unwanted = /\.\.\/node_modules|\.build-|sourceMappingURL/;
    const named = [...texts].filter(([, text]) => unwanted.test(text) || text.includes(projectRoot));
    expect(named.map(([name]) => name)).toEqual([]);
  });

  it("begin with the line by which a system starts them, where one is started", () => {
    const started = [...texts].flatMap(([name, text]) => (text.startsWith("#!/usr/bin/env node\n") ? [name] : []));
    expect(started).toEqual(["main.js"]);
  });

  it("load from one another what is there", () => {
    const paths = [...texts].flatMap(([name, text]) =>
      [...text.matchAll(/(?:\bfrom|\bimport\(?)"(\.[^"]+)"/g)].map(([, path = ""]) => join("dist", name, "..", path)),
    );
    expect(paths.length).toBeGreaterThan(bin.length);
    for (const path of new Set(paths)) expect(() => read(path)).not.toThrow();
    // A module of the library beside the same one in a file of the program would have classes of its own.
    const outside = [...new Set(paths)].filter((path) => !/^dist[\\/](?:bin[\\/]|main\.js$)/.test(path));
    const apart = new Set(apartModules.map((module) => join("dist", module)));
    expect(outside.filter((path) => !apart.has(path))).toEqual([]);
    expect(outside.length).toBeGreaterThan(0);
  });
});

describe("the licences of what is bundled", () => {
  const head = /^=+\n(.+) (\S+) \((.+)\)\n=+\n\n(.+)/gm;

  it("stand in the build, each with its text", () => {
    const named = [...read("dist/THIRD-PARTY-LICENSES.txt").matchAll(head)].map(([, name]) => name);
    expect(named).toEqual(["ajv", "commander", "fdir", "picocolors", "picomatch", "tinyglobby"]);
    expect(licenceTexts(named.map((name) => projectPath(`node_modules/${String(name)}`)))).toBe(
      read("dist/THIRD-PARTY-LICENSES.txt"),
    );
  });

  it("are those of all packages of which esbuild has put something into a file", () => {
    const inputs = {
      "a.js": { bytesInOutput: 1 },
      "../node_modules/@scope/one/lib/x.js": { bytesInOutput: 1 },
      "../node_modules/one/node_modules/two/y.js": { bytesInOutput: 1 },
      "../node_modules/left-out/z.js": { bytesInOutput: 0 },
      "elsewhere:../node_modules/in-another-file/z.js": { bytesInOutput: 1 },
    };
    const output = { bytes: 0, exports: [], imports: [], inputs };
    expect(bundledPackages("/project/build", [{ inputs: {}, outputs: { "bin/x.js": output } }])).toEqual([
      "/project/node_modules/@scope/one",
      "/project/node_modules/one/node_modules/two",
    ]);
  });

  it("are missing for nobody", () => {
    const description = JSON.stringify({ name: "free", version: "1.0.0", license: "MIT" });
    const folder = temporaryFolder({ "free/package.json": description });
    expect(() => licenceTexts([join(folder, "free")])).toThrow("free 1.0.0 (MIT) has no licence text");
  });
});
