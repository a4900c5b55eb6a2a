import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectText } from "../../support/project.js";

const page = projectText("docs/profile-resolution.md");
const rows = [...page.matchAll(/^\| `((?:req|id)-[\w-]+)` +\| (\w+) +\| (.*?) +\|$/gm)].map(
  ([, id = "", level = "", shown = ""]) => ({
    id,
    level,
    shown,
  }),
);

describe("the table of the specification's requirements", () => {
  it("has each once, with its level", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const counts = Object.fromEntries(
      ["must", "should", "recommended", "may"].map((level) => [
        level,
        rows.filter((row) => row.level === level).length,
      ]),
    );
    expect(counts).toEqual({ must: 87, should: 9, recommended: 2, may: 6 });
  });

  it("names tests that exist, or says why there is none", () => {
    const missing = rows.flatMap(({ id, shown }) => {
      const [, file, title] = /^`([\w./-]+\.test\.ts)`: (.+)$/.exec(shown) ?? [];
      if (file === undefined || title === undefined) return /^[A-Z`].*\.$/.test(shown) ? [] : [id];
      const text = readFileSync(join(import.meta.dirname, file), "utf8");
      return text.includes(`"${title}"`) ? [] : [`${id}: ${file} has no test "${title}"`];
    });
    expect(missing).toEqual([]);
  });

  it("explains every decision's code", () => {
    const codes = [...page.matchAll(/`(profile-[a-z-]+)`/g)].map(([, code = ""]) => code);
    const sources = [
      "import/control-choice",
      "merge/combine",
      "merge/structure",
      "merge/loose-parameters",
      "merge/custom",
      "modify/set-parameters",
      "modify/alter",
      "modify/add",
      "modify/remove",
      "finish/metadata",
    ];
    const text = sources.map((name) => projectText(`src/oscal/resolve/${name}.ts`)).join("\n");
    expect(codes.filter((code) => !text.includes(`"${code}"`))).toEqual([]);
    expect(codes.length).toBeGreaterThan(10);
  });
});
