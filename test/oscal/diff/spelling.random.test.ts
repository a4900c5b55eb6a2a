/** Documents that say the same in other words: in another format, another Markdown, other capitals, another time zone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rootDefinition, type Definition } from "../../../src/oscal/codec/definition.js";
import { xmlToJson } from "../../../src/oscal/codec/from-xml.js";
import { toXml } from "../../../src/oscal/codec/to-xml.js";
import { toYaml } from "../../../src/oscal/codec/to-yaml.js";
import { datatypeIn, innerDefinition } from "../../../src/oscal/diff/types.js";
import { diffDocuments } from "../../../src/oscal/diff.js";
import { readXml } from "../../support/xml.js";
import { readYaml } from "../../../src/source/yaml.js";
import type { Json } from "../../support/project.js";
import { runs } from "../../support/runs.js";
import { arbitraryDocument, rootModels, type DocumentTree } from "../arbitrary-document.js";
import { anyMarkdown } from "../arbitrary-markup.js";

const seed = 20_261_130;

/** Every text of a document in place of which another may stand, by its datatype. */
function withTexts(document: DocumentTree, another: (text: string, datatype: string) => string): DocumentTree {
  const inside = (value: Json, owner: Definition | undefined, property: string): Json => {
    if (typeof value === "string") return another(value, datatypeIn(owner, property));
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((each) => inside(each, owner, property));
    return members(value, innerDefinition(owner, property));
  };
  const members = (value: Readonly<Record<string, Json>>, definition: Definition | undefined): DocumentTree =>
    Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inside(member, definition, key)]));
  return Object.fromEntries(
    Object.entries(document).map(([model, root]) => [
      model,
      members(root as Readonly<Record<string, Json>>, rootDefinition(model)),
    ]),
  );
}

/** Markdown as anybody may write it in place of that which the writer of markup writes. */
function withAnyMarkdown(document: DocumentTree, texts: readonly string[]): DocumentTree {
  let next = 0;
  return withTexts(document, (text, datatype) => {
    if (datatype !== "markup-line" && datatype !== "markup-multiline") return text;
    const markdown = texts[next++ % texts.length] ?? text;
    return datatype === "markup-line" ? markdown.replaceAll("\n", " ") : markdown;
  });
}

/** The same instants and UUIDs in another spelling. */
function respelled(document: DocumentTree): DocumentTree {
  return withTexts(document, (text, datatype) => {
    if (datatype === "uuid") return text.toUpperCase();
    if (datatype !== "date-time-with-timezone") return text;
    return text.endsWith("Z")
      ? `${text.slice(0, -1)}${text.includes(".") ? "" : "."}000+00:00`
      : text.replace("+00:00", "Z");
  });
}

function throughXml(document: DocumentTree): unknown {
  const { xml } = readXml(toXml(document).xml, "document.xml");
  return xml && xmlToJson(xml.root).value;
}

function throughYaml(document: DocumentTree): unknown {
  return readYaml(toYaml(document), "document.yaml")[0]?.document?.value;
}

describe.each(rootModels)("a document of the model %s does not differ from", (model) => {
  const documents = fc
    .tuple(arbitraryDocument(model), fc.array(anyMarkdown, { minLength: 4, maxLength: 12 }))
    .map(([document, texts]) => withAnyMarkdown(document, texts));
  const nothing = { model, edition: [], changes: [] };

  test("what XML and YAML make of it", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(diffDocuments(document, throughXml(document))).toEqual(nothing);
        expect(diffDocuments(throughXml(document), throughYaml(document))).toEqual(nothing);
      }),
      { seed, numRuns: runs(3, 60) },
    );
  });

  test("itself with other capitals in UUIDs and other spellings of instants", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(diffDocuments(document, respelled(document))).toEqual(nothing);
      }),
      { seed, numRuns: runs(3, 60) },
    );
  });
});
