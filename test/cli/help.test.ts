import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { HELP_WIDTH, closingHelp, wrapped } from "../../src/cli/help.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath, projectRoot } from "../support/project.js";
import { verbPaths } from "../support/verbs.js";

const paths = await verbPaths();

/** The command lines below "Example:" or "Examples:" of every help, as words. */
async function shownCommands(): Promise<string[][]> {
  const helps = await Promise.all(paths.map((path) => aimsHere([...path, "--help"], projectRoot)));
  const lines = helps.flatMap(({ stdout }) => {
    const part = /^Examples?:\n(?<shown>.*?)\n\n/ms.exec(`${stdout}\n\n`)?.groups?.["shown"] ?? "";
    return part.replaceAll(/ \\\n +/g, " ").split("\n");
  });
  return [...new Set(lines)].flatMap((line) => {
    const [program, ...words] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? "",
    );
    return program === "aims" ? [words] : [];
  });
}

describe("the help", () => {
  it.each([[], ...paths].map((path) => [path.join(" "), path] as const))(
    'of "aims %s" fits 80 columns and is the same however it is asked for',
    async (_, path) => {
      const help = await aimsHere([...path, "--help"], projectRoot);
      expect({ ...help, stdout: help.stdout.split("\n").filter((line) => line.length > HELP_WIDTH) }).toEqual({
        code: 0,
        stdout: [],
        stderr: "",
      });
      expect(help.stdout).toMatch(new RegExp(`^Usage: ${["aims", ...path].join(" ")} `));
      expect(await aimsHere(["help", ...path], projectRoot)).toEqual(help);
      expect(await aimsHere([...path, "-h"], projectRoot)).toEqual(help);
      const [group, ...below] = path;
      if (group === "oscal" || group === "rules") {
        expect(await aimsHere([group, "help", ...below], projectRoot)).toEqual(help);
      }
    },
  );

  it("on help is the help itself", async () => {
    const help = await aimsHere(["--help"], projectRoot);
    for (const args of [
      ["help", "help"],
      ["help", "--help"],
    ])
      expect(await aimsHere(args, projectRoot)).toEqual(help);
    const ofRules = await aimsHere(["rules", "--help"], projectRoot);
    for (const args of [
      ["rules", "help", "help"],
      ["help", "rules", "help"],
    ]) {
      expect(await aimsHere(args, projectRoot)).toEqual(ofRules);
    }
  });

  it("has examples that run where they are about a workspace that ships with aims", async () => {
    const folder = temporaryFolder({});
    cpSync(projectPath("examples"), join(folder, "examples"), { recursive: true });
    const commands = await shownCommands();
    const about = commands.filter((words) => words.some((word) => word.startsWith("examples/")));
    const failed: unknown[] = [];
    for (const args of about) {
      const { code, stderr } = await aimsHere(args, folder);
      // An assessment in which a gate fails ends with 1.
      if (code !== 0 && !(args[0] === "assess" && code === 1)) failed.push({ args, code, stderr });
    }
    expect(about.length).toBeGreaterThan(8);
    expect(failed).toEqual([]);
  });

  it("of a verb that is not there is none", async () => {
    for (const [args, words] of [
      [["help", "asess"], '"asess" is not a verb. Did you mean "assess"?'],
      [["help", "oscal", "valdate"], '"oscal valdate" is not a verb. Did you mean "validate"?'],
      [["rules", "help", "tset"], '"rules tset" is not a verb. Did you mean "test"?'],
    ] as const) {
      expect(await aimsHere(args, projectRoot)).toEqual({ code: 2, stdout: "", stderr: `aims: ${words}\n` });
    }
  });
});

test("a paragraph is wrapped as a whole, an indented line goes on below its words", () => {
  expect(wrapped("one two\nthree four five\n\nList:\n  name  one two three four\n  * other", 20)).toBe(
    ["one two three four", "five", "", "List:", "  name  one two", "        three four", "  * other"].join("\n"),
  );
  expect(wrapped("a-word-that-is-longer and", 10)).toBe("a-word-that-is-longer\nand");
});

test("an example that is too wide goes on behind a backslash, and no text in quotes is broken", () => {
  const long = `oscal new catalog --title "House rules of the bank" --as-of 2026-11-01 -o some/folder/catalog.json`;
  expect(closingHelp(undefined, [long], { 0: "written" })).toBe(`
Example:
  aims oscal new catalog --title "House rules of the bank" --as-of 2026-11-01 \\
    -o some/folder/catalog.json

Exit codes:
  0  written`);
});
