/** Every place of the JSON tree has a position in the XML; comments and the like have no place in JSON. */
import { describe, expect, test } from "vitest";
import { readOscalXml } from "../../support/xml.js";
import { control, metadata, start } from "./catalog-xml.js";

const read = (text: string): ReturnType<typeof readOscalXml> => readOscalXml(text, "catalog.xml");

describe("places", () => {
  const text = control(
    "<prop name='a'", // line 10
    "  value = 'name=\"x\"'/>",
    '<prop name="b" value="2"><remarks><p>Note</p></remarks></prop>',
    '<part name="item">', // line 13
    "  <title>Part</title>",
    "  <p>First</p>",
    "  <ul><li>a</li></ul>",
    "  <part name='inner'><p>Inner</p></part>",
    "</part>",
  ).replace(
    "</oscal-version>",
    "</oscal-version><revisions><revision><version>0</version></revision><revision><version>1</version></revision></revisions>",
  );
  const { document } = read(text);
  const lines = text.split("\n");

  /** The text at the place: the line number and the first characters. */
  function at(pointer: string, what?: "key" | "value"): string | undefined {
    const position = document?.locate(pointer, what);
    return position && `${String(position.line)} ${(lines[position.line - 1] ?? "").slice(position.column - 1)}`;
  }

  test.each([
    ["", "1 <catalog "],
    ["/catalog", "1 <catalog "],
    ["/catalog/uuid", '1 "61562ebe'],
    ["/catalog/metadata/version", "5 <version>"],
    ["/catalog/metadata/revisions", "6 <revisions>"],
    ["/catalog/metadata/revisions/1", "6 <revision><version>1"],
    ["/catalog/metadata/revisions/1/version", "6 <version>1"],
    ["/catalog/controls", "8 <control "],
    ["/catalog/controls/0/title", "9 <title>One"],
    ["/catalog/controls/0/props", "10 <prop name='a'"],
    ["/catalog/controls/0/props/0/name", "10 'a'"],
    ["/catalog/controls/0/props/0/value", "11 'name=\"x\"'"],
    ["/catalog/controls/0/props/1", '12 <prop name="b"'],
    ["/catalog/controls/0/props/1/remarks", "12 <remarks>"],
    ["/catalog/controls/0/parts/0/prose", "15 <p>First"],
    ["/catalog/controls/0/parts/0/parts/0/prose", "17 <p>Inner"],
  ])("%s", (pointer, expected) => {
    expect(at(pointer)?.slice(0, expected.length)).toBe(expected);
  });

  test("the name of an attribute", () => {
    expect(at("/catalog/controls/0/props/0/value", "key")).toBe("11 value = 'name=\"x\"'/>");
    expect(at("/catalog/controls/0/title", "key")).toBe("9 <title>One</title>");
  });

  test.each([
    ["/profile", "1 <catalog "],
    ["/catalog/controls/0/class", "8 <control "],
    ["/catalog/controls/0/links", "8 <control "],
    ["/catalog/controls/0/props/7/value", "8 <control "],
    ["/catalog/controls/0/props/x", "8 <control "],
    ["/catalog/controls/0/toString", "8 <control "],
    ["/catalog/metadata/revisions/2", "6 <revisions>"],
    ["/catalog/metadata/version/0", "5 <version>"],
    ["/catalog/controls/0/title/em", "9 <title>One"],
    ["/catalog/groups/0/controls/0", "1 <catalog "],
  ])("%s is not there: the innermost place around it", (pointer, expected) => {
    expect(at(pointer)?.slice(0, expected.length)).toBe(expected);
  });

  test("a frame shows the place", () => {
    expect(document?.frame({ line: 11, column: 3 })).toBe(
      "10 | <prop name='a'\n11 |   value = 'name=\"x\"'/>\n   |   ^",
    );
    expect(document?.line).toBe(1);
    expect(document?.file).toBe("catalog.xml");
  });
});

describe("what is left out", () => {
  test("comments, processing instructions and attributes of other namespaces are counted", () => {
    const text = [
      '<?xml version="1.0"?>',
      "<!-- one -->",
      '<?xml-model href="oscal.xsd"?>',
      start.replace(">", ' xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a b" xml:lang="en">'),
      ...metadata,
      "  <!-- two --></catalog>",
    ].join("\n");
    const { losses, diagnostics: found } = read(text);
    expect(found).toEqual([]);
    expect(losses).toEqual([
      {
        code: "xml-left-out",
        severity: "info",
        message: "2 comments have no place outside of XML and are left out; this is the first.",
        file: "catalog.xml",
        line: 2,
        column: 1,
        frame: '1 | <?xml version="1.0"?>\n2 | <!-- one -->\n  | ^',
      },
      {
        code: "xml-left-out",
        severity: "info",
        message: "A processing instruction has no place outside of XML and is left out.",
        file: "catalog.xml",
        line: 3,
        column: 1,
        frame: '2 | <!-- one -->\n3 | <?xml-model href="oscal.xsd"?>\n  | ^',
      },
      {
        code: "xml-left-out",
        severity: "info",
        message: "An attribute of another namespace has no place in OSCAL and is left out.",
        file: "catalog.xml",
        line: 4,
        column: 1,
        frame: expect.stringContaining("4 | <catalog"),
      },
    ]);
  });

  test("nothing, where there is nothing", () => {
    expect(read(control()).losses).toEqual([]);
  });
});
