/** The README names every verb that there is. */
import { expect, it } from "vitest";
import { aimsHere } from "../support/program.js";
import { projectRoot, projectText } from "../support/project.js";

it("has a line of its table for each verb", async () => {
  const { stdout } = await aimsHere(["--help"], projectRoot);
  const commands = /^Verbs:\n((?: {2}.*\n)+)/m.exec(stdout)?.[1] ?? "";
  const verbs = [...commands.matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, verb = ""]) => verb)
    .filter((verb) => verb !== "help");
  expect(verbs).toEqual(expect.arrayContaining(["assess", "explain", "validate"]));
  const readme = projectText("README.md");
  expect(verbs.filter((verb) => !readme.includes(`\n| \`aims ${verb}`))).toEqual([]);
});
