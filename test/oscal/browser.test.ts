import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import type * as Oscal from "../../src/oscal/index.js";
import { projectPath } from "../support/project.js";

/** The subpath in one script, as a bundler makes it for a page: a module of Node anywhere below would fail the build. */
async function page(): Promise<typeof Oscal> {
  const { outputFiles } = await build({
    bundle: true,
    entryPoints: [projectPath("src/oscal/index.ts")],
    format: "iife",
    globalName: "oscal",
    logLevel: "silent",
    platform: "browser",
    target: "es2023",
    write: false,
  });
  // These names exist in a page and not in plain JavaScript; there is no process, no Buffer and no require.
  const window = createContext({ TextDecoder, TextEncoder, URL, console });
  runInContext(outputFiles[0]?.text ?? "", window);
  return runInContext("oscal", window) as typeof Oscal;
}

const catalog = {
  catalog: {
    uuid: "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
    metadata: {
      title: "Controls *and* more",
      "last-modified": "2026-11-01T00:00:00Z",
      version: "1.0.0",
      "oscal-version": "1.2.2",
    },
    controls: [
      { id: "a-1", title: "First", parts: [{ name: "statement", id: "a-1_smt", prose: "Do it.\n\n* now\n* well\n" }] },
    ],
  },
};

describe("aims-as-code/oscal in a browser", () => {
  it("reads, validates and writes all three formats", async () => {
    const oscal = await page();
    const { xml, problems } = oscal.toXml(catalog);
    expect([...problems]).toEqual([]);
    for (const text of [oscal.toJson(catalog), oscal.toYaml(catalog), xml]) {
      const { document, diagnostics } = await oscal.parse(text);
      expect({
        value: JSON.parse(JSON.stringify(document?.value)) as unknown,
        diagnostics: [...diagnostics],
        found: document && [...(await oscal.validate(document))],
      }).toEqual({ value: catalog, diagnostics: [], found: [] });
    }
  });

  it("tells the place of what is wrong", async () => {
    const oscal = await page();
    const { document } = await oscal.parse('{\n  "catalog": {\n    "uuid": "none"\n  }\n}', { file: "mine.json" });
    const found = document === undefined ? [] : await oscal.validate(document);
    expect(found.map(({ code, file, line, pointer }) => ({ code, file, line, pointer }))).toContainEqual({
      code: "oscal-wrong-form",
      file: "mine.json",
      line: 3,
      pointer: "/catalog/uuid",
    });
  });

  it("knows the model of a document", async () => {
    const oscal = await page();
    const { document } = await oscal.parse(oscal.toJson(catalog));
    expect(document && [oscal.isModel(document, "catalog"), oscal.isModel(document, "profile")]).toEqual([true, false]);
  });
});
