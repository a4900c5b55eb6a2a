/** `npm run compare-builds` sees a difference wherever a command can show one, and none where there is none. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launcher } from "../../scripts/project.js";
import { differences } from "../../scripts/compare-builds/differences.js";
import { spoiled } from "../../scripts/compare-builds/variants.js";
import type { Outcome } from "../../scripts/compare-builds/sides.js";
import { temporaryFolder, type Files } from "../support/folder.js";

/** A program that names its own folder and writes a file: what it says is given. */
const build = (name: string, said: string): Files => ({
  [`${name}/package.json`]: '{"type": "module"}',
  [`${name}/dist/main.js`]: `
import { mkdirSync, writeFileSync } from "node:fs";
const out = process.argv[process.argv.indexOf("--out") + 1];
mkdirSync(out, { recursive: true });
writeFileSync(out + "/results.json", "{}\\n" + ${JSON.stringify(said)});
console.log("read " + import.meta.filename);
`,
});

function compare(
  before: string,
  after: string,
  only: string,
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [launcher, "scripts/compare-builds.ts", "--before", before, "--after", after, "--only", only],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("two builds", () => {
  it("are the same where only their folders differ, and differ in a file that one of them writes otherwise", () => {
    const folder = temporaryFolder({
      ...build("one", "a\n"),
      ...build("copy", "a\n"),
      ...build("other", "b\n"),
    });
    const only = "assess examples/meridian-bank .* --output (json|text)$";
    expect(compare(join(folder, "one"), join(folder, "copy"), only)).toMatchObject({
      status: 0,
      stdout: "2 commands, no difference\n",
    });
    const found = compare(join(folder, "one"), join(folder, "other"), only);
    expect(found.status).toBe(1);
    expect(found.stdout.split("\n").sort()).toEqual(
      [
        "",
        "2 commands, 2 of them different",
        ...["json", "text"].flatMap((format) => [
          `aims assess examples/meridian-bank --as-of 2026-11-01 --out {out}/oscal --output ${format}`,
          "  oscal/results.json",
          "    before  line 2: a",
          "    after   line 2: b",
        ]),
      ].sort(),
    );
  });

  it("cannot be compared where one is not built, or no command is asked for", () => {
    const folder = temporaryFolder({ ...build("one", "a"), "empty/package.json": "{}" });
    expect(compare(join(folder, "empty"), join(folder, "one"), "aims --version")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("has no dist/main.js: build it first, with npm run build."),
    });
    expect(compare(join(folder, "one"), join(folder, "one"), "no such command")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("No command matches no such command."),
    });
  });
});

describe("two outcomes", () => {
  const outcome = (change: Partial<Outcome>): Outcome => ({
    exit: "0",
    stdout: "one\ntwo\n",
    stderr: "",
    files: new Map([["a.json", "{}"]]),
    ...change,
  });
  const same = (text: string): string => text;

  it("are compared in every part", () => {
    expect(differences(outcome({}), outcome({}), same)).toEqual([]);
    expect(
      differences(
        outcome({}),
        outcome({ exit: "2", stdout: "one\ntwo", stderr: "no\n", files: new Map([["b.json", "{}"]]) }),
        same,
      ),
    ).toEqual([
      { part: "exit code", before: "line 1: 0", after: "line 1: 2" },
      { part: "standard output", before: "line 3: ", after: undefined },
      { part: "standard error", before: "line 1: ", after: "line 1: no" },
      { part: "a.json", before: "line 1: {}", after: undefined },
      { part: "b.json", before: undefined, after: "line 1: {}" },
    ]);
  });

  it("are the same where only what may differ does", () => {
    const alike = (text: string): string => text.replaceAll(/side-[12]/g, "side");
    expect(differences(outcome({ stdout: "in side-1" }), outcome({ stdout: "in side-2" }), alike)).toEqual([]);
    expect(differences(outcome({ stdout: "in side-1" }), outcome({ stdout: "at side-2" }), alike)).toEqual([
      { part: "standard output", before: "line 1: in side", after: "line 1: at side" },
    ]);
  });

  it("show of a long line the place where it parts", () => {
    const [difference] = differences(
      outcome({ stdout: `${"x".repeat(500)}1` }),
      outcome({ stdout: `${"x".repeat(500)}2` }),
      same,
    );
    expect(difference).toEqual({
      part: "standard output",
      before: `line 1: ...${"x".repeat(60)}1`,
      after: `line 1: ...${"x".repeat(60)}2`,
    });
  });
});

it("A document is spoiled in the same way each time, and in another way by another seed", () => {
  const text = JSON.stringify({ title: "A document", numbers: [1, 2, 3], more: { text: "of some length" } }, null, 2);
  const ways = Array.from({ length: 50 }, (_, seed) => spoiled(text, seed));
  expect(Array.from({ length: 50 }, (_, seed) => spoiled(text, seed))).toEqual(ways);
  expect(new Set(ways).size).toBeGreaterThan(45);
});
