/** Links of the documentation lead somewhere. */
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { projectPath, projectRoot, projectText } from "../support/project.js";
import { deadLinks, pagesAmong } from "./links.js";

/** Folders that are made, or are not the project's. */
const notKept = /^(?:node_modules|dist|coverage|out|\.git|\.aims|\.build-.*)(?:\/|$)/;
const inClone = new Set([
  ...readdirSync(projectRoot)
    .filter((name) => !notKept.test(name))
    .flatMap((name) => (statSync(projectPath(name)).isDirectory() ? filesBelow(name) : [name])),
]);

function filesBelow(folder: string): string[] {
  return readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

describe("links of the documentation", () => {
  it("lead somewhere in a clone", () => {
    expect(deadLinks(pagesAmong(inClone), inClone, projectText)).toEqual([]);
  });

  it("are found where they lead nowhere", () => {
    const texts: Readonly<Record<string, string>> = {
      "README.md":
        "# One\n\n[a](docs/a.md#two) [b](docs/a.md#three) [c](docs/c.md) [d](#one) [e](https://example.org/x)\n",
      "docs/a.md": "## `Two`\n\n```md\n[f](nowhere.md)\n```\n\n`[g](nowhere.md)` [h](../README.md#two) [i](./)\n",
    };
    const read = (page: string): string => texts[page] ?? "";
    expect(deadLinks(Object.keys(texts), new Set(Object.keys(texts)), read)).toEqual([
      { page: "README.md", line: 3, target: "docs/a.md#three" },
      { page: "README.md", line: 3, target: "docs/c.md" },
      { page: "docs/a.md", line: 7, target: "../README.md#two" },
    ]);
  });
});
