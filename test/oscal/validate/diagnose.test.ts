import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { readOscal } from "../../../src/oscal/read.js";
import { diagnoseOscal, diagnosisOf, type DiagnoseOptions } from "../../../src/oscal/diagnose.js";
import type { SourceDocument } from "../../../src/source/document.js";
import { limits } from "../../../src/foundation/limits.js";
import { assessmentPlan, catalog, ids, plan, profile, results, uuid, withValue } from "../../support/documents.js";

async function read(value: unknown): Promise<SourceDocument> {
  const { document } = await readOscal(JSON.stringify(value, undefined, 1), "a.json");
  if (document === undefined) throw new Error("not readable");
  return document;
}

async function diagnose(value: unknown, options?: DiagnoseOptions): Promise<readonly Diagnostic[]> {
  return diagnoseOscal(await read(value), options);
}

/** Code and pointer of each diagnostic. */
async function codes(value: unknown, options?: DiagnoseOptions): Promise<(string | undefined)[][]> {
  return (await diagnose(value, options)).map(({ code, pointer }) => [code, pointer]);
}

test.each([catalog(), profile(), plan(), assessmentPlan(), results()])(
  "a document that fits its schema and refers to nothing that is missing: %#",
  async (value) => {
    expect(await diagnose(value, { constraints: false })).toEqual([]);
  },
);

test("a diagnostic has the words of its problem, and its place in the file", async () => {
  expect(await diagnose(withValue(catalog(), "/catalog/metadata/version", 7))).toEqual([
    {
      code: "oscal-wrong-type",
      severity: "error",
      origin: { kind: "schema", keyword: "type" },
      pointer: "/catalog/metadata/version",
      message: '"version" is a number, but has to be text.',
      fix: "Put the value in quotes.",
      value: 7,
      file: "a.json",
      line: 7,
      column: 15,
      frame: expect.stringContaining('7 |    "version": 7,\n') as unknown,
    },
  ]);
});

describe("schema, constraints and references are reported together", () => {
  const parties = "/catalog/metadata/responsible-parties/0";
  const twice = (value: object): object => withValue(value, `${parties}/role-id`, "nobody");

  test("a problem that a constraint and a reference rule both find is reported once, by the constraint", async () => {
    const found = await diagnose(twice(catalog()));
    expect(found.map(({ code, origin }) => [code, origin])).toEqual([
      [
        "oscal-index-missing-key",
        { kind: "constraint", type: "index-has-key", id: "oscal-metadata-responsible-party-index-metadata-role-id" },
      ],
    ]);
    expect(await codes(twice(catalog()), { constraints: false })).toEqual([["reference-role", `${parties}/role-id`]]);
    expect(await codes(twice(catalog()), { constraints: false, disabledRules: new Set(["reference-role"]) })).toEqual(
      [],
    );
  });

  test("in the order of the file", async () => {
    const value = withValue(twice(catalog()), "/catalog/uuid", "x");
    expect((await diagnose(value)).map(({ code, line }) => [code, line])).toEqual([
      ["oscal-wrong-form", 3],
      ["oscal-index-missing-key", expect.any(Number)],
    ]);
  });

  test("a document of no model is reported as that and nothing else", async () => {
    expect(await codes({ catalogue: { metadata: { "oscal-version": "9" } } })).toEqual([
      ["oscal-no-model", "/catalogue"],
    ]);
  });

  test("references that were found over a set take the place of those of the document alone", async () => {
    const reference = {
      document: "a.json",
      pointer: "/catalog/uuid",
      kind: "dangling",
      rule: "reference-control",
      severity: "warning",
      reference: "x",
      message: "Nothing is called so.",
      fix: "Correct it.",
    } as const;
    const lost = withValue(results(), "/assessment-results/results/0/findings/0/related-risks/0/risk-uuid", uuid(999));
    expect(await codes(lost)).toContainEqual(["reference-risk", expect.stringContaining("risk-uuid")]);
    expect(await codes(lost, { references: [] })).toEqual([]);
    expect(await codes(catalog(), { references: [reference] })).toEqual([["reference-control", "/catalog/uuid"]]);
  });

  test("an accepted problem is not shown", async () => {
    const value = twice(withValue(catalog(), "/catalog/uuid", "x"));
    const suppressed: DiagnoseOptions["suppressed"] = ({ code }) => code === "oscal-wrong-form";
    expect(await codes(value, { suppressed })).toEqual([["oscal-index-missing-key", `${parties}/role-id`]]);
  });

  test("a uuid that stands twice", async () => {
    const [pointer, value] = ["/assessment-results/results/0/risks/0/uuid", ids.observation];
    expect(await codes(withValue(results(), pointer, value))).toContainEqual(["duplicate-uuid", pointer]);
  });
});

describe("the declared version", () => {
  test.each([
    ["1.2.2", undefined],
    ["1.1.3", "info oscal-version-older"],
    ["1.0.0-rc1", "info oscal-version-older"],
    ["1.2.2-rc1", "info oscal-version-older"],
    ["1.2.3", "warning oscal-version-unknown"],
    ["1.10.0", "warning oscal-version-unknown"],
    ["2.0.0", "warning oscal-version-unknown"],
    ["v1.0.4", "warning oscal-version-unknown"],
    ["V1.2.2", "warning oscal-version-unknown"],
    ["latest", "warning oscal-version-unknown"],
  ])("%s", async (version, expected) => {
    const found = await diagnose(withValue(catalog(), "/catalog/metadata/oscal-version", version));
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected === undefined ? [] : [expected]);
  });

  test("is suggested without its v where that is a version", async () => {
    const [found] = await diagnose(withValue(catalog(), "/catalog/metadata/oscal-version", "v1.0.4"));
    expect([found?.suggestion, found?.fix]).toEqual(["1.0.4", 'Write "1.0.4".']);
  });
});

describe("more problems than are listed", () => {
  const links = (count: number): object =>
    withValue(
      catalog(),
      "/catalog/groups/0/links",
      Array.from({ length: count }, () => ({ href: "#a.9.9" })),
    );

  test("are counted in a last diagnostic", async () => {
    const { diagnostics: found, unlisted } = await diagnosisOf(await read(links(limits.findingsPerDocument + 3)));
    expect(unlisted).toEqual({ error: 0, warning: 3, info: 0 });
    expect(found).toHaveLength(limits.findingsPerDocument + 1);
    expect(found.at(-1)).toEqual({
      code: "too-many-problems",
      severity: "info",
      message: "3 more problems in this file are not listed, 0 of them errors.",
      fix: "Correct those that are listed first, and check again.",
      file: "a.json",
      line: found.at(-2)?.line,
      column: found.at(-2)?.column,
    });
    expect(await diagnose(links(limits.findingsPerDocument))).toHaveLength(limits.findingsPerDocument);
  });

  test("do not hide an error behind warnings", async () => {
    const value = withValue(links(limits.findingsPerDocument), "/catalog/groups/0/id", "a 5");
    expect((await diagnose(value)).filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "oscal-wrong-form",
    ]);
  });

  test("do not hide a kind behind another one", async () => {
    const controls = Array.from({ length: limits.findingsPerDocument + 5 }, (_, index) => ({
      id: `n-${String(index)}`,
      title: "Control without a statement",
    }));
    const slip = { id: "z-1", titel: "Slip", parts: [{ name: "statement" }] };
    const value = withValue(catalog(), "/catalog/controls", [...controls, slip]);
    const { diagnostics, unlisted } = await diagnosisOf(await read(value));
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set(["oscal-expect", "oscal-unknown-property", "too-many-problems"]),
    );
    expect(unlisted).toEqual({ error: 6, warning: 0, info: 0 });
  });
});

test("nothing is thrown for any JSON below the name of a model, and every place is in the file", async () => {
  const model = fc.constantFrom("catalog", "profile", "assessment-results", "mapping-collection", "nothing");
  const key = fc.constantFrom(
    ...["uuid", "metadata", "id", "controls", "groups", "parts", "links", "href", "imports", "props", "name", "roles"],
    ...["mappings", "maps", "sources", "id-ref", "back-matter", "resources", "rlinks", "results", "__proto__", "title"],
  );
  const leaf = fc.oneof(fc.string(), fc.constantFrom("#", "#x", "../x", ids.risk), fc.integer(), fc.constant(null));
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie("node"), { maxLength: 4 }), fc.dictionary(key, tie("node"))),
  })).node;
  await fc.assert(
    fc.asyncProperty(model, tree, async (name, content) => {
      const document = await read({ [name]: content });
      for (const { line, column } of await diagnoseOscal(document, { fileExists: () => false })) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});
