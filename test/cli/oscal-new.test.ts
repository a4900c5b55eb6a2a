import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { oscalModels } from "../../src/oscal/model.js";
import { readOscal } from "../../src/oscal/read.js";
import { danglingReferences } from "../../src/oscal/references.js";
import { diagnoseOscal } from "../../src/oscal/diagnose.js";
import { temporaryFolder } from "../support/folder.js";
import { aimsHere, type Run } from "../support/program.js";

const run = (folder: string, ...args: string[]): Promise<Run> => aimsHere(["oscal", "new", ...args], folder);

test("prints a document that depends on model, title and moment alone", async () => {
  const folder = temporaryFolder();
  const args = ["catalog", "--title", " House rules ", "--as-of", "2026-11-01"];
  const { code, stdout, stderr } = await run(folder, ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    catalog: { metadata: { title: "House rules", "last-modified": "2026-11-01T00:00:00Z" } },
  });
  const uuidOf = (text: string): unknown => (JSON.parse(text) as { catalog: { uuid: string } }).catalog.uuid;
  expect(uuidOf(stdout)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect((await run(folder, ...args)).stdout).toBe(stdout);
  const others = [
    await run(folder, "catalog", "--as-of", "2026-11-01"),
    await run(folder, "catalog", "--title", "House rules", "--as-of", "2026-11-01T00:00:01Z"),
  ];
  expect(new Set([stdout, ...others.map((other) => other.stdout)].map(uuidOf)).size).toBe(3);
});

test("is dated in UTC, since OSCAL does not know every time zone", async () => {
  const folder = temporaryFolder();
  const { stdout } = await run(folder, "profile", "--as-of", "2026-11-01T01:15:00.5+05:15");
  expect(JSON.parse(stdout)).toMatchObject({
    profile: { metadata: { "last-modified": "2026-10-31T20:00:00.500Z" } },
  });
});

test("is dated with now where no moment is given", async () => {
  const folder = temporaryFolder();
  const before = new Date().toISOString();
  const { stdout } = await run(folder, "profile");
  const at = (JSON.parse(stdout) as { profile: { metadata: { "last-modified": string } } }).profile.metadata;
  expect(at["last-modified"] >= before).toBe(true);
  expect(at["last-modified"] <= new Date().toISOString()).toBe(true);
});

describe.each(["json", "yaml", "xml"] as const)("in %s", (format) => {
  test("the eight documents are valid and fit together", async () => {
    const folder = temporaryFolder();
    const documents = [];
    for (const model of oscalModels) {
      const name = `${model}.${format}`;
      expect((await run(folder, model, "-o", name, "--as-of", "2026-11-01")).code).toBe(0);
      const { document, diagnostics } = await readOscal(readFileSync(join(folder, name)), name);
      expect(diagnostics).toEqual([]);
      if (!document) throw new Error(`${name} cannot be read`);
      expect(await diagnoseOscal(document)).toEqual([]);
      documents.push({ name, document: document.value });
    }
    expect(danglingReferences(documents)).toEqual([]);
  });
});

describe("a file that is there already", () => {
  test("is left as it is, and replaced when that is wanted", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "catalog.json"), "mine\n");
    const { code, stderr } = await run(folder, "catalog", "-o", "catalog.json");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "catalog.json: error file-exists: The file is there already and was left as it is.\n" +
        "    fix: Name another file, or add --force to replace it.\n1 error, 0 warnings.\n",
    );
    expect(readFileSync(join(folder, "catalog.json"), "utf8")).toBe("mine\n");
    expect((await run(folder, "catalog", "-o", "catalog.json", "--force")).code).toBe(0);
    expect(readFileSync(join(folder, "catalog.json"), "utf8")).toContain("Untitled catalog");
  });
});

describe("what cannot be made", () => {
  const cases: readonly [what: string, args: readonly string[], said: string][] = [
    ["a model that is misspelt", ["catalogue"], 'Did you mean "catalog"?'],
    ["a model that there is not", ["risk-register"], "Models: catalog, profile, mapping-collection,"],
    ["a blank title", ["catalog", "--title", " "], "Write a title of one line"],
    ["a title of two lines", ["catalog", "--title", "a\nb"], "Write a title of one line"],
    ["a day that does not exist", ["catalog", "--as-of", "2026-02-30"], "that exists"],
    ["a moment without a time zone", ["catalog", "--as-of", "2026-02-03T10:00:00"], "that exists"],
    ["an hour that does not exist", ["catalog", "--as-of", "2026-02-03T25:00:00Z"], "that exists"],
    ["a year that OSCAL does not know", ["catalog", "--as-of", "1899-12-31"], "that exists"],
  ];
  test.each(cases)("%s", async (_, args, said) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await run(folder, ...args, "-o", "out.json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(existsSync(join(folder, "out.json"))).toBe(false);
  });
});
