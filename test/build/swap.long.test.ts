/** A finished build takes the place of dist/ without a moment in which a reader finds half of it. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exchangeFolders, freshFolder, removeLeftOvers, swapFolders } from "../../scripts/build/swap.js";

let root = "";
let dist = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "aims-swap-"));
  dist = join(root, "dist");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const canExchange = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "aims-exchange-"));
  mkdirSync(join(folder, "one"));
  mkdirSync(join(folder, "other"));
  const can = exchangeFolders(join(folder, "one"), join(folder, "other"));
  rmSync(folder, { recursive: true, force: true });
  return can;
})();

/** A build of files that all say which build they are of, the first ones written long before the last. */
function build(version: string, folder = freshFolder(root)): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ["main.js", "second.js", "third.js"]) writeFileSync(join(folder, name), `// ${version}\n`);
  return folder;
}

function contents(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dist)
      .sort()
      .map((name) => [name, readFileSync(join(dist, name), "utf8")]),
  );
}

const allOf = (version: string): Record<string, string> =>
  Object.fromEntries(["main.js", "second.js", "third.js"].map((name) => [name, `// ${version}\n`]));

describe.each([
  ["an exchange, where the system has one", undefined],
  ["two renames", (): boolean => false],
])("a finished build is put in place by %s", (_name, exchange) => {
  test("where there is none yet", () => {
    swapFolders(build("1"), dist, exchange);
    expect(contents()).toEqual(allOf("1"));
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  test("where there is an older one, of which nothing is left", () => {
    build("1", dist);
    writeFileSync(join(dist, "removed.js"), "");
    swapFolders(build("2"), dist, exchange);
    expect(contents()).toEqual(allOf("2"));
    expect(readdirSync(root)).toEqual(["dist"]);
  });
});

/** Reads all files of dist/ again and again until it is stopped; says how often, and what it did not find or not find whole. */
const reader = `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
const [dist, stop, started] = process.argv.slice(2);
const faults = new Set();
let rounds = 0;
for (; !existsSync(stop); rounds += 1) {
  for (const name of ["main.js", "second.js", "third.js"]) {
    try {
      const text = readFileSync(dist + "/" + name, "utf8");
      if (!/^\\/\\/ \\d+\\n$/.test(text)) faults.add("half of " + name);
    } catch (error) {
      faults.add(error.code + " " + name);
    }
  }
  if (rounds === 0) writeFileSync(started, "");
}
process.stdout.write(JSON.stringify({ rounds, faults: [...faults] }));
`;

/** Builds dist/ many times. @returns what a reader in another process saw meanwhile */
async function readWhileBuilding(builds: number): Promise<{ rounds: number; faults: string[] }> {
  build("0", dist);
  const [stop, started, script] = [join(root, "stop"), join(root, "started"), join(root, "reader.mjs")];
  writeFileSync(script, reader);
  const child = spawn(process.execPath, [script, dist, stop, started], { stdio: ["ignore", "pipe", "inherit"] });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  const ended = new Promise((resolve) => child.on("close", resolve));
  while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 5));
  for (let version = 1; version <= builds; version += 1) swapFolders(build(String(version)), dist);
  writeFileSync(stop, "");
  await ended;
  return JSON.parse(Buffer.concat(output).toString("utf8")) as { rounds: number; faults: string[] };
}

test.skipIf(!canExchange)(
  "a reader always finds a whole file meanwhile (needs an exchange of folders: Linux, with mv of coreutils 9.5 or Perl)",
  async () => {
    const { rounds, faults } = await readWhileBuilding(100);
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThan(1);
    expect(contents()).toEqual(allOf("100"));
  },
);

test("builds in several processes at once leave one whole build, and nothing beside it", async () => {
  const script = join(root, "builder.mts");
  const bundle = join(root, "builder.mjs");
  const swap = join(import.meta.dirname, "../../scripts/build/swap.ts");
  writeFileSync(
    script,
    `import { writeFileSync } from "node:fs";
import { freshFolder, swapFolders } from ${JSON.stringify(swap)};
const [root = "", version = "", way = ""] = process.argv.slice(2);
for (let round = 0; round < 30; round += 1) {
  const fresh = freshFolder(root);
  for (const name of ["main.js", "second.js", "third.js"]) writeFileSync(fresh + "/" + name, "// " + version + "\\n");
  swapFolders(fresh, root + "/dist", way === "renames" ? () => false : undefined);
}
`,
  );
  const { build: bundled } = await import("esbuild");
  await bundled({ bundle: true, entryPoints: [script], format: "esm", outfile: bundle, platform: "node" });
  const place = join(root, "project");
  mkdirSync(place);
  dist = join(place, "dist");
  const codes = await Promise.all(
    ["1", "2", "3", "4"].map(
      (version) =>
        new Promise((resolve) => {
          const args = [bundle, place, version, Number(version) > 2 ? "renames" : "exchange"];
          spawn(process.execPath, args, { stdio: "inherit" }).on("close", resolve);
        }),
    ),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  const [, version = ""] = /(\d)/.exec(contents()["main.js"] ?? "") ?? [];
  expect(contents()).toEqual(allOf(version));
  expect(readdirSync(place)).toEqual(["dist"]);
});

test("what dead builds left is removed; what running ones make, and everything else, stays", () => {
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const own = `.build-${String(process.pid)}`;
  for (const name of [`.build-${String(dead)}`, `.build-${String(dead)}-old`, own, ".build-notes", "dist"])
    mkdirSync(join(root, name));
  removeLeftOvers(root);
  expect(readdirSync(root).sort()).toEqual([own, ".build-notes", "dist"].sort());
});
