import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toXml } from "../../src/oscal/codec/to-xml.js";
import { catalog, profile } from "../support/documents.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, type Run } from "../support/program.js";

const run = (folder: string, ...args: string[]): Promise<Run> => aimsHere(["oscal", "info", ...args], folder);

test("several documents and folders of them, in any format", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "more"));
  writeFileSync(join(folder, "catalog.json"), JSON.stringify(catalog()));
  writeFileSync(join(folder, "more", "profile.xml"), toXml(profile()).xml);
  const { code, stdout, stderr } = await run(folder, "catalog.json", "more", "--output", "json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([
    { file: "catalog.json", model: "catalog" },
    { file: "more/profile.xml", model: "profile", imports: [{ targets: [{ href: "catalog.json", exists: false }] }] },
  ]);
});

test("files are looked for beside the document, not where the command was started", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a", "catalog.json"), "{}");
  writeFileSync(join(folder, "a", "profile.json"), JSON.stringify(profile()));
  const { stdout } = await run(folder, "a/profile.json");
  expect(stdout).toContain("\nRefers to\n  import  catalog.json\n");
  writeFileSync(join(folder, "profile.json"), JSON.stringify(profile()));
  expect((await run(folder, "profile.json")).stdout).toContain("\n  import  catalog.json (no such file)\n");
});

test("a document that cannot be read does not hide the others", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.json"), "[]");
  writeFileSync(join(folder, "b.json"), JSON.stringify(catalog()));
  const { code, stdout, stderr } = await run(folder, "a.json", "b.json");
  expect(code).toBe(2);
  expect(stdout).toMatch(/^b\.json: catalog "Catalog"\n/);
  expect(stderr).toContain("a.json:1:1: error oscal-no-model: This is not an OSCAL document");
  expect(await run(folder, "gone.json")).toMatchObject({ code: 2, stdout: "" });
});

test("an href that no file can have, or that leads away, is not looked for", async () => {
  const folder = temporaryFolder();
  const imports = ["%00", "../../elsewhere.json"].map((href) => ({ href }));
  writeFileSync(join(folder, "profile.json"), JSON.stringify({ profile: { imports } }));
  const { code, stdout } = await run(folder, "profile.json", "--output", "json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ imports: imports.map(({ href }) => ({ targets: [{ href }] })) }]);
  expect(stdout).not.toContain('"exists"');
});

test("files of a folder that are something else are skipped", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs", "package.json"), '{"name":"x"}');
  writeFileSync(join(folder, "docs", "catalog.json"), JSON.stringify(catalog()));
  const { code, stdout, stderr } = await run(folder, "docs");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "1 other file skipped.\n" });
  expect(stdout).toMatch(/^docs\/catalog\.json: catalog/);
});
