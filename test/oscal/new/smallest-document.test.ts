import { describe, expect, test } from "vitest";
import { oscalModels, type OscalModel } from "../../../src/oscal/model.js";
import { smallestDocument, type NewDocument } from "../../../src/oscal/new.js";
import { diagnoseOscal } from "../../../src/oscal/diagnose.js";
import { danglingReferences } from "../../../src/oscal/references.js";
import { readJson } from "../../../src/source/json.js";
import { uuid } from "../../support/documents.js";
import { rootModels } from "../arbitrary-document.js";

function start(): NewDocument {
  let number = 0;
  const known = new Map<string, string>();
  return {
    lastModified: "2026-11-01T00:00:00Z",
    format: "json",
    uuid: (key) => {
      const found = known.get(key) ?? uuid((number += 1));
      known.set(key, found);
      return found;
    },
  };
}

test("there is one for every model of OSCAL", () => {
  expect(oscalModels).toEqual(rootModels);
});

describe.each(oscalModels)("the smallest %s", (model) => {
  test("has neither errors nor warnings, by schema, constraints and references", async () => {
    const { document } = readJson(JSON.stringify(smallestDocument(model, start())), `${model}.json`);
    expect(document && (await diagnoseOscal(document))).toEqual([]);
  });

  test("has its title, or says what it is", () => {
    const titleOf = (document: unknown): unknown =>
      (document as Record<OscalModel, { metadata: { title: string } }>)[model].metadata.title;
    expect(titleOf(smallestDocument(model, { ...start(), title: "House rules" }))).toBe("House rules");
    expect(titleOf(smallestDocument(model, start()))).toBe(`Untitled ${model.replaceAll("-", " ")}`);
  });
});

test("new documents in one folder are a chain in which nothing dangles", () => {
  const documents = oscalModels.map((model) => {
    const prefix = start();
    return { name: `${model}.json`, document: smallestDocument(model, prefix) };
  });
  // Each has UUIDs of its own, as the command gives them.
  const distinct = documents.map(({ name, document }, index) => ({
    name,
    document: JSON.parse(
      JSON.stringify(document).replaceAll("00000000-0000-4000", `0000000${String(index)}-0000-4000`),
    ) as unknown,
  }));
  expect(danglingReferences(distinct)).toEqual([]);
});

test("the neighbours are called by the format that the document is written in", () => {
  expect(smallestDocument("profile", { ...start(), format: "xml" })).toMatchObject({
    profile: { imports: [{ href: "catalog.xml" }] },
  });
});
