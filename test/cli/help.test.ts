import { describe, expect, it, test } from "vitest";
import { HELP_WIDTH, closingHelp, wrapped } from "../../src/cli/help.js";
import { aimsHere } from "../support/program.js";
import { projectRoot } from "../support/project.js";
import { verbPaths } from "../support/verbs.js";

const paths = await verbPaths();

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
