/** The README, the guide and the page about pipelines do what they say: in a clone, and in an empty folder with the package. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readPage, type Block } from "../../scripts/tour/page.js";
import { pagesWithTour } from "../../scripts/tour/pages.js";
import { play, stageBin, stageClone, type Stage } from "../../scripts/tour/play.js";
import { temporaryFolder } from "../support/folder.js";
import { projectText } from "../support/project.js";
import { installPacked } from "./package.js";

/** Plays all pages; every command ends as its page says and prints what the page shows, without a path of this machine. */
function expectAsWritten(stage: Stage): void {
  for (const { path, start } of pagesWithTour) {
    const text = projectText(path);
    const played = play(readPage(path, text), stage, start);
    expect([path, played.wrong]).toEqual([path, []]);
    expect(played.text).toBe(text);
    expect(played.text).not.toContain(stage.folder);
  }
}

/** The package as npm packs it, unpacked where npm installs it. */
function stagePackage(base: string): Stage {
  const folder = join(base, "reader");
  return { folder, bin: stageBin(base, join(installPacked(base, folder), "dist", "main.js")) };
}

describe("the tour", () => {
  it("runs as printed in a clone", () => {
    expectAsWritten(stageClone(temporaryFolder()));
  });

  it("runs as printed in an empty folder with the packed package", () => {
    const stage = stagePackage(temporaryFolder());
    // The line of the README that fetches the examples, which a clone has.
    const fetching = readPage("README.md", projectText("README.md"))
      .pieces.flatMap((piece) => (typeof piece === "string" ? [] : piece.lines))
      .filter((line) => line.startsWith("cp -r node_modules/"));
    expect(fetching.length).toBe(1);
    expect(play(readPage("README.md", ["```sh", ...fetching, "```"].join("\n")), stage).wrong).toEqual([]);
    expectAsWritten(stage);
  });
});

/** The text of a file that a page shows. */
function shown(page: string, name: string): string {
  const found = readPage(page, projectText(page)).pieces.find(
    (piece): piece is Block => typeof piece !== "string" && piece.name === name,
  );
  return found?.lines.join("\n") ?? "";
}

describe("the recipes for pipelines", () => {
  const recipe = (name: string): unknown => parse(shown("docs/pipelines.md", name));
  const github = recipe(".github/workflows/aims.yml") as { jobs: { aims: { steps: { run?: string }[] } } };
  const gitlab = recipe(".gitlab-ci.yml") as Record<string, { script: string[] }>;
  const local = recipe(".pre-commit-config.yaml") as { repos: { hooks: { entry: string }[] }[] };
  const scripts = recipe("package.json") as { scripts: Record<string, string> };
  const lines = [
    ...github.jobs.aims.steps.flatMap(({ run }) => run ?? []),
    ...Object.values(gitlab).flatMap(({ script }) => script),
    ...local.repos.flatMap(({ hooks }) => hooks.map(({ entry }) => entry)),
    ...Object.values(scripts.scripts),
  ].filter((line) => line !== "npm ci");

  it("run lines that end as they should in the workspace of the guide", () => {
    expect(lines.length).toBe(9);
    const stage = stageClone(temporaryFolder());
    play(readPage("docs/guide.md", projectText("docs/guide.md")), stage);
    const ends = lines.map((line) => {
      const command = line.replace(/^npx /, "");
      const gates = command.includes("--fail-on");
      const block = [`<!-- tour: exit ${gates ? "1" : "0"} -->`, "```sh", command, "```"].join("\n");
      return play(readPage(line, block), stage, "clinic").wrong;
    });
    expect(ends.flat()).toEqual([]);
  });
});
