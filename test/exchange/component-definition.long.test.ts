/** The rules of the example in compliance-trestle, both versions: they are read as rules, with parameters, values and controls. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath } from "../support/project.js";

const judges =
  process.env["AIMS_JUDGES"] ?? join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "aims-judges");
const folder = temporaryFolderForAll();
const out = join(folder, "out");
const component = "AI management system";

beforeAll(async () => {
  const example = projectPath("examples/meridian-bank");
  const args = ["export", "component-definition", example, "--as-of", "2026-11-01", "--out", "out"];
  expect((await aimsHere(args, folder)).code).toBe(0);
});

/** The pages of controls below a folder by the control's id: what stands before the text, and the text. */
function pagesBelow(root: string): Map<string, { header: Record<string, unknown>; text: string }> {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  return new Map(
    names.map((name) => {
      const [, header = "", text = ""] = readFileSync(join(root, name), "utf8").split(/^---$/m);
      const id = name.split("/").at(-1)?.replace(/\.md$/, "") ?? "";
      return [id, { header: parse(header) as Record<string, unknown>, text }];
    }),
  );
}

describe.each([
  ["compliance-trestle 4", "python"],
  ["compliance-trestle 5", "trestle5"],
])("%s", (_name, place) => {
  const trestle = join(judges, place, "bin", "trestle");
  const missing = !existsSync(trestle);
  const reason = missing ? ` (skipped: ${place} of ../shared/judges is not installed)` : "";

  it.skipIf(missing)(`reads the rules of each control, with their parameters and values${reason}`, () => {
    const project = join(folder, place);
    mkdirSync(project);
    const run = (...args: string[]): string[] => {
      const { status, stdout, stderr } = spawnSync(trestle, args, { cwd: project, encoding: "utf8" });
      const errors = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("ERROR"));
      return status === 0 ? errors : [`${args.join(" ")}: ${String(status)}`, ...errors];
    };
    expect(run("init", "--local")).toEqual([]);
    cpSync(out, project, { recursive: true });
    expect(run("import", "-f", join(out, "component-definition.json"), "-o", "rules")).toEqual([]);
    expect(run("import", "-f", join(out, "iso-42001-starter.json"), "-o", "starter")).toEqual([]);
    expect(run("author", "component-generate", "-n", "rules", "-o", "pages")).toEqual([]);
    expect(run("author", "ssp-generate", "-p", "starter", "-cd", "rules", "-o", "plan")).toEqual([]);

    // The component with the checks implements no control.
    expect(readdirSync(join(project, "pages"))).toEqual([component]);
    const pages = pagesBelow(join(project, "pages"));
    const { "component-definition": definition } = JSON.parse(
      readFileSync(join(out, "component-definition.json"), "utf8"),
    ) as {
      "component-definition": {
        components: { "control-implementations": { "implemented-requirements": { "control-id": string }[] }[] }[];
      };
    };
    const controls = definition.components[0]?.["control-implementations"][0]?.["implemented-requirements"];
    expect([...pages.keys()].sort()).toEqual(controls?.map((each) => each["control-id"]).sort());
    const assessed = pages.get("cl.8.4");
    const rules = ["high-impact-impact-assessment", "impact-assessment-after-changes", "impact-assessment-completed"];
    const parameter = { name: "impact-assessment-max-age", options: "365" };
    expect(assessed?.header).toMatchObject({
      "x-trestle-comp-def-rules": { [component]: rules.map((name) => ({ name })) },
      "x-trestle-rules-params": {
        [component]: [
          { ...parameter, "rule-id": "high-impact-impact-assessment" },
          { ...parameter, "rule-id": "impact-assessment-completed" },
        ],
      },
      "x-trestle-comp-def-rules-param-vals": { [component]: [{ name: "impact-assessment-max-age", values: ["365"] }] },
    });
    const list = `Rules:\n\n${rules.map((name) => `  - ${name}\n`).join("")}`;
    expect(assessed?.text).toContain(`### ${list}`);
    const planned = pagesBelow(join(project, "plan")).get("cl.8.4")?.text;
    expect(planned?.slice(planned.indexOf(`### ${component}`))).toContain(`#### ${list}`);
  });
});
