// The shape of the shipped rules, so that hundreds of them can be read.
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { projectPath, projectText } from "../support/project.js";

const MOST_LINES = 45;
const MOST_ON_AVERAGE = 25;
/** As many equal lines in a row say something that a library should say. */
const RUN = 6;

const files = globSync(["rules/*/*.rego", "!rules/lib/**", "!rules/**/*_test.rego"], { cwd: projectPath("") }).sort();
const linesOf = new Map(
  files.map((file) => [
    file,
    projectText(file)
      .split("\n")
      .filter((line) => line.trim() !== ""),
  ]),
);

function codeOf(file: string): readonly string[] {
  return (linesOf.get(file) ?? []).filter((line) => !line.startsWith("#"));
}

/** Runs of equal lines, by the lines: the files that have them. */
function runsIn(lines: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [file, all] of lines) {
    const runs = new Set(all.slice(RUN - 1).map((_, start) => all.slice(start, start + RUN).join("\n")));
    for (const run of runs) owners.set(run, [...(owners.get(run) ?? []), file]);
  }
  return new Map([...owners].filter(([, having]) => having.length > 1));
}

it("has no rule of more than 45 lines, METADATA and blank lines not counted", () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => codeOf(file).length > MOST_LINES)).toEqual([]);
});

it("has rules of 25 lines on average", () => {
  const sum = files.reduce((lines, file) => lines + codeOf(file).length, 0);
  expect(sum / files.length).toBeLessThanOrEqual(MOST_ON_AVERAGE);
});

it("says nothing over six lines in two rules", () => {
  expect([...runsIn(linesOf)]).toEqual([]);
});

it("would notice such lines", () => {
  const six = ["a", "b", "c", "d", "e", "f"];
  expect([
    ...runsIn(
      new Map([
        ["one", ["x", ...six]],
        ["two", [...six, "y"]],
        ["three", six.slice(1)],
      ]),
    ).values(),
  ]).toEqual([["one", "two"]]);
});

it("names the kind of each duty", () => {
  const kinds = files.map((file) => (linesOf.get(file) ?? []).find((line) => /^# {3}duty: [a-z-]+$/.test(line)));
  expect(files.filter((_, index) => kinds[index] === undefined)).toEqual([]);
});

it("counts in its README the rules of each folder, and names there each kind of duty of the library", () => {
  const page = projectText("rules/README.md");
  const counted = [...page.matchAll(/^\| \[`([\w-]+)\/`\]\(\1\) +\| +(\d+) \|/gm)].map(([, folder, rules]) => [
    folder,
    Number(rules),
  ]);
  const folders = files.map((file) => file.split("/")[1] ?? "");
  expect(counted).toEqual(
    [...new Set(folders)].sort().map((folder) => [folder, folders.filter((one) => one === folder).length]),
  );
  const kinds = globSync(["rules/lib/duty/*.rego", "!**/*_test.rego", "!**/words.rego", "!**/verdict.rego"], {
    cwd: projectPath(""),
  });
  const names = kinds.map((file) => /(\w+)\.rego$/.exec(file)?.[1] ?? "");
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
