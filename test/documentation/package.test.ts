/** What a person gets who installs the package, and what a hook of pre-commit finds. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { aimsHere } from "../support/program.js";
import { projectRoot, projectText } from "../support/project.js";
import { deadLinks, pagesAmong } from "./links.js";
import { npmPack } from "./package.js";

describe("the package", () => {
  const packed = npmPack();
  const paths = packed.files.map(({ path }) => path);

  it("holds what runs, what it reads, and the documentation", () => {
    const tops = new Set(paths.map((path) => path.split("/")[0]).filter((top) => top !== "CHANGELOG.md"));
    expect(tops).toEqual(
      new Set([
        ...[
          "CONTRIBUTING.md",
          "LICENSE",
          "README.md",
          "SECURITY.md",
          "catalog",
          "compiler",
          "dist",
          "docs",
          "examples",
        ],
        ...["package.json", "profiles", "rules", "schemas"],
      ]),
    );
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["dist/main.js", "dist/index.d.ts", "dist/oscal/index.js", "catalog/iso-42001.json"],
        "catalog/mappings/iso-42001-to-nist-ai-rmf.json",
        ...["docs/README.md", "docs/guide.md", "docs/reference/system.md", "docs/rules/log-retention.md"],
        ...["examples/meridian-bank/aims.yaml", "examples/us-federal-2025/inventory.csv"],
        ...["examples/meridian-bank/evidence/organization/ai-policy.md", "schemas/descriptor.schema.json"],
      ]),
    );
  });

  it("holds no sources, tests, maps or outputs", () => {
    const unwanted =
      /(?:^|\/)(?:test|src|scripts|bench|findings|node_modules|out|aims-out|\.changeset|\.sources)(?:\/|$)|\.map$/;
    expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
  });

  it("has whatever its pages link to", () => {
    const shipped = new Set(paths);
    expect(deadLinks(pagesAmong(paths), shipped, projectText)).toEqual([]);
  });

  it("stays small", () => {
    expect(packed.size).toBeLessThan(8_100_000);
    // The compiler of rules is nearly six million of it. The rules are more than three: their sources with the tests that
    // `aims rules test --shipped` runs, one compiled policy, and a page on each. Four catalogs of frameworks, laid out to be read, and their mappings are one and a half.
    expect(packed.unpackedSize).toBeLessThan(18_000_000);
  });
});

describe("the hooks for pre-commit", () => {
  const hooks = parse(projectText(".pre-commit-hooks.yaml")) as Readonly<Record<string, unknown>>[];

  it("have what pre-commit asks for", () => {
    expect(hooks).toEqual(
      ["aims-validate", "aims-rules-test"].map((id) => ({
        id,
        name: expect.stringMatching(/^aims /) as string,
        description: expect.stringMatching(/\.$/) as string,
        entry: expect.stringMatching(/^aims /) as string,
        language: "node",
        files: expect.any(String) as string,
        pass_filenames: false,
      })),
    );
  });

  it("start for the files of a workspace, by verbs that there are", async () => {
    const [validate, tests] = hooks.map(({ files }) => new RegExp(String(files)));
    const touched = [
      "aims.yaml",
      "systems/a.ndjson",
      "profiles/p.xml",
      "rules/a.rego",
      "rules/a/data.json",
      "README.md",
    ];
    expect(touched.filter((path) => validate?.test(path))).toEqual(touched.slice(0, -1));
    expect(touched.filter((path) => tests?.test(path))).toEqual(["rules/a.rego", "rules/a/data.json"]);
    for (const { entry } of hooks) {
      const [, ...args] = String(entry).split(" ");
      const { code, stdout } = await aimsHere([...args, "--help"], projectRoot);
      expect([entry, code, stdout.startsWith(`Usage: ${String(entry)} `)]).toEqual([entry, 0, true]);
    }
  });
});
