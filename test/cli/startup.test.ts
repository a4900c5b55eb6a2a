import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { aims, main } from "../support/program.js";
import { projectRoot } from "../support/project.js";

/** Writes every module that is loaded to standard error: ES modules as they load, CommonJS modules at the end. */
const hooks = `export async function load(url, context, next) {
  if (url.startsWith("file:")) process._rawDebug("loaded " + url);
  return next(url, context);
}`;
const preload = `import { createRequire, register } from "node:module";
import { pathToFileURL } from "node:url";
register(${JSON.stringify(dataUrl(hooks))});
const { cache } = createRequire(${JSON.stringify(pathToFileURL(main).href)});
process.on("exit", () => { for (const path of Object.keys(cache)) process._rawDebug("loaded " + pathToFileURL(path).href); });`;

function dataUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Runs aims. @returns what it prints, the files of its package and the packages that it loads for that */
function run(...args: string[]): { stdout: string; status: number | null; files: string[]; packages: string[] } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", dataUrl(preload), main, ...args], {
    encoding: "utf8",
  });
  const base = `${pathToFileURL(projectRoot).href}/`;
  const loaded = stderr
    .split("\n")
    .flatMap((line) => (line.startsWith(`loaded ${base}`) ? [line.slice(7 + base.length)] : []));
  const packages = loaded.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return {
    stdout,
    status,
    files: [...new Set(loaded.filter((path) => !path.startsWith("node_modules/")))].sort(),
    packages: [...new Set(packages)].sort(),
  };
}

describe("what a start costs", () => {
  beforeAll(() => {
    if (!existsSync(main)) throw new Error("dist/main.js is missing: run npm run build first (npm test does)");
  });

  it("aims --version loads no package and next to nothing of its own", () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
    for (const option of ["--version", "-V"]) {
      expect(run(option)).toEqual({
        stdout: `${version}\n`,
        status: 0,
        files: ["dist/main.js"],
        packages: [],
      });
    }
  });

  it("aims --help loads the definitions of the verbs and no package, parser, run or pillar", () => {
    const { status, stdout, files, packages } = run("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("Usage: aims <verb> [options]");
    expect({ files, packages }).toEqual({ files: ["dist/bin/program.js", "dist/main.js"], packages: [] });
  });

  it.each([
    ["oscal resolve", ["oscal", "resolve", "profiles/iso-42001-starter.json"], 8, []],
    ["oscal validate", ["oscal", "validate", "catalog/iso-42001.json"], 8, []],
    ["oscal convert", ["oscal", "convert", "catalog/iso-42001.json", "--to", "xml"], 8, []],
    [
      "validate, where there are mappings to be checked, too,",
      ["validate", "examples/meridian-bank"],
      17,
      ["ajv", "picomatch"],
    ],
  ])("%s loads few files, and no large package, where nothing is wrong", (_verb, args, most, needed) => {
    const inProject = args.map((each) => (each.includes("/") ? join(projectRoot, each) : each));
    const { status, files, packages } = run(...inProject);
    expect({ status, packages }).toEqual({ status: 0, packages: needed });
    expect(files.length).toBeLessThanOrEqual(most);
  });

  it("validate loads less of a workspace without mappings", () => {
    const folder = temporaryFolder({
      "aims.yaml": "profile: iso-42001-starter\n",
      "organization.yaml": "kind: organization\nid: shop\nname: Shop\n",
      "systems/one.yaml": "kind: system\nid: one\nname: One\n",
    });
    const { status, files, packages } = run("validate", folder);
    expect({ status, packages }).toEqual({ status: 0, packages: ["ajv", "picomatch"] });
    expect(files.length).toBeLessThanOrEqual(14);
  });
});

describe("colour", () => {
  const folder = join(projectRoot, "examples", "meridian-bank", "systems");

  it("is for terminals: a pipeline that sets CI gets none", () => {
    const inPipeline = aims(["oscal", "validate", folder], { env: { CI: "true", NO_COLOR: "" } });
    expect(inPipeline.code).toBe(2);
    expect(inPipeline.stderr).toContain("error no-oscal-documents");
    // eslint-disable-next-line no-control-regex -- the escape that begins every colour
    expect(inPipeline.stderr).not.toMatch(/\u001b/);
  });
});
