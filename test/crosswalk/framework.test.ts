import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frameworkOf } from "../../src/crosswalk/framework.js";
import { crosswalksOf } from "../../src/crosswalk/mapping.js";
import { parse } from "../../src/oscal/index.js";
import type { Catalog, MappingCollection } from "../../src/oscal/model.js";
import { projectPath, readJson, sharedPath } from "../support/project.js";

const catalog = {
  uuid: "c",
  metadata: { title: "Rules" },
  controls: [
    {
      id: "one",
      title: "One",
      props: [{ name: "label", value: "1" }],
      parts: [
        {
          id: "one_smt",
          name: "statement",
          prose: "Do it.",
          parts: [{ id: "one_smt.a", name: "item", prose: "Well." }],
        },
      ],
      controls: [{ id: "one.1", title: "Inside" }],
    },
    {
      id: "two",
      title: "Two",
      parts: [
        { id: "two_ovw", name: "overview" },
        { id: "advice", name: "statement" },
      ],
    },
    {
      id: "three",
      title: "Three",
      parts: [
        { id: "three_a", name: "statement" },
        { id: "three_b", name: "statement" },
      ],
    },
  ],
} as unknown as Catalog;

const framework = frameworkOf(catalog, "rules");
const found = (id: string): unknown => {
  const requirement = framework.find({ type: "statement", id });
  return requirement && [requirement.id, requirement.isPart, requirement.asks];
};

describe("a framework", () => {
  it("takes the statement of a control, or its overview, for the control, and other parts for parts of it", () => {
    expect(["one", "one_smt", "one_smt.a", "two", "two_ovw", "advice", "three_a", "nothing"].map(found)).toEqual([
      ["one", false, "Do it. Well."],
      ["one", false, "Do it. Well."],
      ["one_smt.a", true, "Well."],
      ["two", false, undefined],
      ["two", false, undefined],
      ["advice", true, undefined],
      ["three_a", true, undefined],
      undefined,
    ]);
  });

  it("has the controls without parts of their own as leaves, in its order", () => {
    expect(framework.leaves.map(({ control }) => control)).toEqual(["one.1", "two", "three"]);
    expect(["two", "one", "one.1"].sort((a, b) => framework.rank(a) - framework.rank(b))).toEqual([
      "one",
      "one.1",
      "two",
    ]);
  });

  it("of NIST's own catalog has every target of the mapping, and each as a whole", async (context) => {
    const path = sharedPath("oscal/content/nist-ai-rmf/NIST_AI-RMF_v1_catalog.reduced.xml");
    context.skip(!existsSync(path), "needs ../shared/oscal");
    const { document } = await parse(readFileSync(path), { file: path });
    const published = frameworkOf((document?.value as { catalog: Catalog }).catalog, "nist-ai-rmf");
    const read = readJson(projectPath("catalog/mappings/iso-42001-to-nist-ai-rmf.json")) as unknown;
    const [crosswalk] = crosswalksOf((read as { "mapping-collection": MappingCollection })["mapping-collection"]);
    const targets = (crosswalk?.pairs ?? []).flatMap((pair) => pair.targets).map((item) => published.find(item));
    expect(targets).toHaveLength(266);
    expect(targets.filter((each) => each === undefined || each.isPart)).toEqual([]);
  });
});
