import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isObject } from "../../src/foundation/json-value.js";
import { oscalModels } from "../../src/oscal/model.js";
import { readYaml } from "../../src/source/yaml.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath } from "../support/project.js";

/** The same document as text, with the place of its JSON schema beside the model, as editors like it. */
function withSchema(path: string, replace: (text: string) => string = (text) => text): string {
  const document = JSON.parse(replace(readFileSync(projectPath(path), "utf8"))) as object;
  return JSON.stringify({ $schema: "https://example.org/oscal.schema.json", ...document });
}

function rootProperties(text: string): string[] {
  const [read] = readYaml(text, "a.yaml");
  return isObject(read?.document?.value) ? Object.keys(read.document.value) : [];
}

// compliance-trestle and other readers of the models refuse a document with anything beside the model.
describe("an OSCAL document that aims writes holds its model alone, also where the inputs have a $schema", () => {
  const folder = temporaryFolderForAll({
    "catalog/iso-42001.json": withSchema("catalog/iso-42001.json"),
    "profiles/mine.json": withSchema("profiles/iso-42001-starter.json"),
  });
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await aimsHere(args, folder);
    expect({ args, code, stderr: code === 0 ? "" : stderr }).toEqual({ args, code: 0, stderr: "" });
    return stdout;
  };

  beforeAll(() => {
    cpSync(projectPath("examples/meridian-bank"), folder, { recursive: true });
  });

  it("assess", async () => {
    await run("assess", "--profile", "profiles/mine.json", "--as-of", "2026-11-01", "--out", "out");
    const written = readdirSync(join(folder, "out")).filter((name) => name !== "results.json");
    expect(
      Object.fromEntries(
        written.map((name) => [name, rootProperties(readFileSync(join(folder, "out", name), "utf8"))]),
      ),
    ).toEqual({
      "assessment-plan.json": ["assessment-plan"],
      "assessment-results.json": ["assessment-results"],
      "iso-42001.json": ["catalog"],
      "mine.json": ["profile"],
      "system-security-plan.json": ["system-security-plan"],
    });
  });

  it.each(["json", "yaml"])("resolve and convert to %s", async (format) => {
    expect(rootProperties(await run("oscal", "resolve", "profiles/mine.json", "--to", format))).toEqual(["catalog"]);
    expect(rootProperties(await run("oscal", "convert", "profiles/mine.json", "--to", format))).toEqual(["profile"]);
  });

  it.each(oscalModels)("new %s", async (model) => {
    expect(rootProperties(await run("oscal", "new", model, "--as-of", "2026-11-01"))).toEqual([model]);
  });
});
