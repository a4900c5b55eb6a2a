import { describe, expect, test } from "vitest";
import { formatOfName, formatOfText, readOscal } from "../../src/oscal/read.js";

const json = '{ "catalog": { "uuid": "x" } }';
const yaml = "catalog:\n  uuid: x\n";
const xml = '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="x"/>';
const value = { catalog: { uuid: "x" } };

describe("readOscal", () => {
  test.each([
    ["a.json", json],
    ["A.JSON", json],
    ["a.yaml", yaml],
    ["a.yml", yaml],
    ["a.xml", xml],
    ["standard-input", json],
    ["standard-input", `\n ${json}`],
    ["standard-input", yaml],
    ["standard-input", xml],
    ["a.txt", `\uFEFF${xml}`],
  ])("reads %s: %j", async (file, content) => {
    for (const each of [content, new TextEncoder().encode(content)]) {
      const { document, diagnostics } = await readOscal(each, file);
      expect({ file: document?.file, value: document?.value, diagnostics }).toEqual({ file, value, diagnostics: [] });
    }
  });

  test("a format that is named overrules the name", async () => {
    expect((await readOscal(json, "a.yaml", "json")).document?.value).toEqual(value);
    expect((await readOscal(yaml, "a.json", "json")).diagnostics.map(({ code }) => code)).toEqual(["json-syntax"]);
  });

  test("a file that cannot be read has a diagnostic and no document", async () => {
    for (const [content, file, code] of [
      [new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), "a.json", "wrong-encoding"],
      ["{", "a.json", "json-syntax"],
      ["a: [", "a.yaml", "yaml-syntax"],
      ["<catalog>", "a.xml", "xml-syntax"],
      ["", "a.json", "empty-file"],
      ["", "a.yaml", "empty-file"],
      ["<no-oscal/>", "a.xml", "xml-unknown-root"],
    ] as const) {
      const { document, diagnostics } = await readOscal(content, file);
      expect([file, document, diagnostics.map((each) => each.code)]).toEqual([file, undefined, [code]]);
    }
  });

  test("a second document is an error beside the first", async () => {
    const { document, diagnostics } = await readOscal(`${yaml}---\n${yaml}`, "a.yaml");
    expect(document?.value).toEqual(value);
    expect(diagnostics).toEqual([
      {
        code: "second-document",
        severity: "error",
        message: "A second document begins here; an OSCAL file holds one.",
        file: "a.yaml",
        line: 4,
        column: 1,
        fix: "Write each document into a file of its own.",
      },
    ]);
  });
});

test("the ending gives the format, or else the first character", () => {
  expect(["a.json", "x/b.YML", "c.xml", "d.txt", "json", "e.constructor"].map(formatOfName)).toEqual([
    ...["json", "yaml", "xml", undefined, "json", undefined],
  ]);
  expect(["{}", " [", "<a/>", "\uFEFF<a/>", "a: 1", ""].map(formatOfText)).toEqual([
    ...["json", "json", "xml", "xml", "yaml", "yaml"],
  ]);
});
