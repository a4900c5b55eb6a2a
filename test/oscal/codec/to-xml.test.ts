/** JSON to XML: layout, order, and what has no place in XML. */
import { describe, expect, test } from "vitest";
import { toXml } from "../../../src/oscal/codec/to-xml.js";
import { xmlToJson } from "../../../src/oscal/codec/from-xml.js";
import { readXml } from "../../support/xml.js";
import { withValue } from "../../support/documents.js";

const metadata = {
  title: "Controls",
  "last-modified": "2026-10-14T09:00:00Z",
  version: "1",
  "oscal-version": "1.2.2",
};
const control = { id: "c-1", title: "One" };
const catalog = { catalog: { uuid: "61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64", metadata, controls: [control] } };

/** The XML of a catalog, with further lines in its control. */
function catalogXml(...lines: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64">',
    "  <metadata>",
    "    <title>Controls</title>",
    "    <last-modified>2026-10-14T09:00:00Z</last-modified>",
    "    <version>1</version>",
    "    <oscal-version>1.2.2</oscal-version>",
    "  </metadata>",
    '  <control id="c-1">',
    "    <title>One</title>",
    ...lines.map((line) => `    ${line}`),
    "  </control>",
    "</catalog>",
    "",
  ].join("\n");
}

const withControl = (more: object): object => withValue(catalog, "/catalog/controls/0", { ...control, ...more });

function fromXml(xml: string): unknown {
  const file = readXml(xml, "test.xml").xml;
  return file && xmlToJson(file.root);
}

describe("what is written", () => {
  test("stands in the order of the model, whatever the order of the properties", () => {
    const backwards = {
      $schema: "https://example.org/schema.json",
      catalog: Object.fromEntries(
        Object.entries({ ...catalog.catalog, controls: [{ title: "One", id: "c-1" }] }).toReversed(),
      ),
    };
    expect(toXml(backwards)).toEqual({ xml: catalogXml(), problems: [], losses: [] });
    expect(toXml(catalog)).toEqual({ xml: catalogXml(), problems: [], losses: [] });
  });

  test("unwrapped text stands among the elements, wrapped text in its own", () => {
    const part = {
      name: "item",
      title: "Title",
      props: [{ name: "label", value: "a", remarks: "Note." }],
      prose: "First.\n\nSecond.",
      parts: [{ name: "item", prose: "Inner." }],
    };
    expect(toXml(withControl({ parts: [part] }))).toEqual({
      xml: catalogXml(
        '<part name="item">',
        "  <title>Title</title>",
        '  <prop name="label" value="a">',
        "    <remarks>",
        "      <p>Note.</p>",
        "    </remarks>",
        "  </prop>",
        "  <p>First.</p>",
        "  <p>Second.</p>",
        '  <part name="item">',
        "    <p>Inner.</p>",
        "  </part>",
        "</part>",
      ),
      problems: [],
      losses: [],
    });
  });

  test("an empty text is an empty paragraph, which the XML schema asks for and which reads back as empty", () => {
    const document = withControl({
      parts: [{ name: "item", prose: "" }],
      props: [{ name: "a", value: "1", remarks: "" }],
    });
    const { xml, problems } = toXml(document);
    expect({ xml, problems }).toEqual({
      xml: catalogXml(
        '<prop name="a" value="1">',
        "  <remarks>",
        "    <p/>",
        "  </remarks>",
        "</prop>",
        '<part name="item">',
        "  <p/>",
        "</part>",
      ),
      problems: [],
    });
    expect(fromXml(xml)).toEqual({ value: document, problems: [] });
  });

  test("an empty assembly is an empty element, a field with flags has its value as text, a group may have an element around it", () => {
    const document = {
      profile: {
        uuid: "61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64",
        metadata: {
          ...metadata,
          revisions: [{ version: "0" }, { version: "0.1" }],
          "document-ids": [{ scheme: "https://example.org/ns", identifier: "P <1>" }, { identifier: "2" }],
        },
        imports: [{ href: "#catalog", "include-all": {} }],
        merge: { "as-is": true },
      },
    };
    const { xml, problems } = toXml(document);
    expect({ xml, problems }).toEqual({
      xml: [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<profile xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64">',
        "  <metadata>",
        "    <title>Controls</title>",
        "    <last-modified>2026-10-14T09:00:00Z</last-modified>",
        "    <version>1</version>",
        "    <oscal-version>1.2.2</oscal-version>",
        "    <revisions>",
        "      <revision>",
        "        <version>0</version>",
        "      </revision>",
        "      <revision>",
        "        <version>0.1</version>",
        "      </revision>",
        "    </revisions>",
        '    <document-id scheme="https://example.org/ns">P &lt;1&gt;</document-id>',
        "    <document-id>2</document-id>",
        "  </metadata>",
        '  <import href="#catalog">',
        "    <include-all/>",
        "  </import>",
        "  <merge>",
        "    <as-is>true</as-is>",
        "  </merge>",
        "</profile>",
        "",
      ].join("\n"),
      problems: [],
    });
    expect(fromXml(xml)).toEqual({ value: document, problems: [] });
  });

  test("one mapping may stand without its array", () => {
    const mapping = { uuid: "61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64" };
    const bare = toXml({ "mapping-collection": { mappings: mapping } });
    expect(bare).toEqual(toXml({ "mapping-collection": { mappings: [mapping] } }));
    expect(bare.problems).toEqual([]);
    expect(fromXml(bare.xml)).toEqual({ value: { "mapping-collection": { mappings: [mapping] } }, problems: [] });
  });

  test("numbers have no exponent", () => {
    const coverage = { "generation-method": "arbitrary", "target-coverage": 1e-7 };
    const document = { "mapping-collection": { mappings: [{ maps: [{ coverage }] }] } };
    const { xml, problems } = toXml(document);
    expect(problems).toEqual([]);
    expect(xml).toContain('<coverage generation-method="arbitrary">0.0000001</coverage>');
    expect(fromXml(xml)).toEqual({ value: document, problems: [] });
  });

  test("a property without a value is as good as none", () => {
    expect(toXml(withControl({ class: undefined, parts: undefined, other: undefined }))).toEqual({
      xml: catalogXml(),
      problems: [],
      losses: [],
    });
  });
});

describe("text reads back as it was", () => {
  test.each([
    ["characters beyond the first plane", "\u{1F600} \u{10FFFF}"],
    ["what looks like an entity", "&lt; &amp; &#65; ]]> <b>"],
    ["tabs and line ends", "a\tb\nc\rd\r\ne"],
    ["blanks in a row", "a  b"],
    ["quotation marks", "\"a\" 'b'"],
  ])("%s", (_, value) => {
    const document = withControl({ props: [{ name: "a", value }] });
    const { xml, problems } = toXml(withValue(document, "/catalog/metadata/version", value));
    expect(problems).toEqual([]);
    expect(fromXml(xml)).toEqual({ value: withValue(document, "/catalog/metadata/version", value), problems: [] });
  });
});

describe("what has no place in XML", () => {
  const problems = (document: unknown): readonly unknown[] => toXml(document).problems;

  test("a document of no model", () => {
    const known = [
      ...["catalog", "profile", "mapping-collection", "component-definition", "system-security-plan"],
      ...["assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
    ];
    expect(toXml({ catalogue: {} })).toEqual({
      xml: "",
      losses: [],
      problems: [
        {
          code: "json-unknown-root",
          severity: "error",
          pointer: "/catalogue",
          message: `"catalogue" is not the root of an OSCAL document. Did you mean "catalog"? Known: ${known.join(", ")}.`,
          fix: 'Rename it to "catalog".',
          allowed: known,
          suggestion: "catalog",
        },
      ],
    });
    for (const nothing of [null, [], "catalog", 1, {}, { $schema: "x" }]) {
      expect(toXml(nothing)).toMatchObject({
        xml: "",
        problems: [{ code: "json-unknown-root", pointer: "", message: expect.stringContaining("names no model") }],
      });
    }
    expect(problems(JSON.parse('{"__proto__": {}}'))).toMatchObject([{ pointer: "/__proto__" }]);
  });

  test("something beside the model", () => {
    const { xml, problems: found } = toXml({ profile: {}, ...catalog, note: 1 });
    expect(found).toEqual([
      {
        code: "json-unknown-property",
        severity: "error",
        pointer: "/catalog",
        message: '"catalog" stands beside "profile", but a document holds one model.',
        fix: "Take it out.",
      },
      {
        code: "json-unknown-property",
        severity: "error",
        pointer: "/note",
        message: '"note" stands beside "profile", but a document holds one model.',
        fix: "Take it out.",
      },
    ]);
    expect(xml).toContain("<profile");
  });

  test("properties that the model does not know", () => {
    const document = JSON.parse(
      '{"catalog":{"metadata":{"partys":[]},"__proto__":1,"a/b":2,"back-matter":{"resources":[{"hash":1}]}}}',
    ) as unknown;
    expect(problems(document)).toEqual([
      {
        code: "json-unknown-property",
        severity: "error",
        pointer: "/catalog/metadata/partys",
        message: expect.stringMatching(
          /^"partys" is not a property that is known here\. Did you mean "parties"\? Known: title, /,
        ),
        fix: 'Rename it to "parties".',
        allowed: expect.arrayContaining(["title", "parties", "remarks"]),
        suggestion: "parties",
      },
      expect.objectContaining({ pointer: "/catalog/__proto__" }),
      expect.objectContaining({ pointer: "/catalog/a~1b" }),
      {
        code: "json-unknown-property",
        severity: "error",
        pointer: "/catalog/back-matter/resources/0/hash",
        message:
          '"hash" is not a property that is known here. Known: uuid, title, description, props, document-ids, citation, rlinks, ' +
          "base64, remarks.",
        fix: "Take it out.",
        allowed: ["uuid", "title", "description", "props", "document-ids", "citation", "rlinks", "base64", "remarks"],
      },
    ]);
  });

  test("values of the wrong type: those with a text are written all the same", () => {
    const document = {
      catalog: {
        uuid: 7,
        metadata: {
          title: true,
          version: 1.5,
          "oscal-version": { a: 1 },
          remarks: ["x"],
          roles: { id: "r" },
          props: "p",
        },
        params: [[], "p", { id: {}, values: [1, null, ["x"]] }],
        "back-matter": [],
      },
    };
    const { xml, problems: found } = toXml(document);
    const wrong = (pointer: string, is: string, asked: string): object => ({
      code: "json-wrong-type",
      severity: "error",
      pointer: `/catalog${pointer}`,
      message: `This is ${is}, but has to be ${asked}.`,
      fix: `Write ${asked}.`,
    });
    expect(found).toEqual([
      wrong("/uuid", "a number", "a text"),
      wrong("/metadata/title", "true or false", "a text"),
      wrong("/metadata/version", "a number with a fraction", "a text"),
      wrong("/metadata/oscal-version", "an object", "a text"),
      wrong("/metadata/props", "a text", "an array, also for one entry"),
      wrong("/metadata/roles", "an object", "an array, also for one entry"),
      wrong("/metadata/remarks", "an array", "a text"),
      wrong("/params/0", "an array", "an object"),
      wrong("/params/1", "a text", "an object"),
      wrong("/params/2/id", "an object", "a text"),
      wrong("/params/2/values/0", "a number", "a text"),
      {
        code: "json-null",
        severity: "error",
        pointer: "/catalog/params/2/values/1",
        message: "null stands for no value here, and XML cannot express it.",
        fix: "Take the property out, or write a text.",
      },
      wrong("/params/2/values/2", "an array", "a text"),
      wrong("/back-matter", "an array", "an object"),
    ]);
    expect(fromXml(xml)).toEqual({
      value: {
        catalog: {
          uuid: "7",
          metadata: { title: "true", version: "1.5", roles: [{ id: "r" }] },
          params: [{ values: ["1"] }],
        },
      },
      problems: [],
    });
  });

  test("texts where a number or a truth is asked for, and the other way round", () => {
    const ranges = [
      { start: "1", end: 1.5 },
      { start: Number.NaN, end: true },
    ];
    const document = { "component-definition": { components: [{ protocols: [{ "port-ranges": ranges }] }] } };
    const at = "/component-definition/components/0/protocols/0/port-ranges";
    expect(problems(document)).toEqual([
      expect.objectContaining({ pointer: `${at}/0/start`, message: "This is a text, but has to be a whole number." }),
      expect.objectContaining({
        pointer: `${at}/0/end`,
        message: "This is a number with a fraction, but has to be a whole number.",
      }),
      {
        code: "json-number",
        severity: "error",
        pointer: `${at}/1/start`,
        message: "NaN is not a number that XML can hold.",
        fix: "Write a decimal number.",
      },
      expect.objectContaining({
        pointer: `${at}/1/end`,
        message: "This is true or false, but has to be a whole number.",
      }),
    ]);
    expect(problems({ profile: { merge: { "as-is": "true" } } })).toMatchObject([
      { pointer: "/profile/merge/as-is", message: "This is a text, but has to be true or false." },
    ]);
  });

  test("an empty side of a choice is none", () => {
    for (const group of [
      { title: "A", groups: [], controls: [control] },
      { title: "A", groups: [{ title: "B" }], controls: [] },
    ]) {
      expect(toXml({ catalog: { groups: [group] } }).problems.map(({ code }) => code)).toEqual(["json-empty-array"]);
    }
  });

  test("null, a group without entries, two sides of a choice", () => {
    const group = { title: null, params: null, props: [], groups: [{ title: "A" }], controls: [control] };
    const { xml, problems: found } = toXml({ catalog: { groups: [group], "back-matter": null } });
    expect(found).toEqual([
      expect.objectContaining({ code: "json-null", pointer: "/catalog/groups/0/title" }),
      expect.objectContaining({ code: "json-null", pointer: "/catalog/groups/0/params" }),
      {
        code: "json-empty-array",
        severity: "warning",
        pointer: "/catalog/groups/0/props",
        message: "An array without entries has no form in XML; it is left out.",
        fix: "Take it out, or write at least one entry.",
      },
      {
        code: "json-choice",
        severity: "error",
        pointer: "/catalog/groups/0/controls",
        message: '"controls" cannot stand beside "groups".',
        fix: "Keep one of the two.",
      },
      expect.objectContaining({ code: "json-null", pointer: "/catalog/back-matter" }),
    ]);
    expect(fromXml(xml)).toEqual({
      value: { catalog: { groups: [{ groups: [{ title: "A" }], controls: [control] }] } },
      problems: [],
    });
  });

  test("characters that XML cannot hold", () => {
    const document = withControl({
      title: "This is a very long title\u0000B",
      props: [{ name: "a", value: "\uFFFF" }],
    });
    const { xml, problems: found } = toXml(document);
    const unwritable = (pointer: string, place: string, code: string): object => ({
      code: "json-character",
      severity: "error",
      pointer,
      message: `The text ${place} the character U+${code}, which XML cannot hold; U+FFFD stands for it.`,
      fix: "Take the character out.",
    });
    expect(found).toEqual([
      unwritable("/catalog/controls/0/title", 'holds, after "...is a very long title",', "0000"),
      unwritable("/catalog/controls/0/props/0/value", "begins with", "FFFF"),
    ]);
    expect(xml).toContain("<title>This is a very long title\uFFFDB</title>");
  });

  test("endless nesting, and more problems than are shown", () => {
    let group: object = { title: "innermost" };
    for (let level = 0; level < 5000; level += 1) group = { groups: [group] };
    expect(problems({ catalog: group })).toMatchObject([
      { code: "json-too-deep", message: "This is nested too deeply to be written." },
    ]);
    const params = Array.from({ length: 150 }, () => null);
    expect(problems({ catalog: { params } })).toHaveLength(100);
  });
});

test("formatting that XML cannot nest is a problem, and written all the same", () => {
  const { xml, problems } = toXml(withControl({ title: "[{{ insert: param, a }}](b)" }));
  expect(xml).toBe(
    catalogXml().replace("<title>One</title>", '<title><a href="b"><insert type="param" id-ref="a"/></a></title>'),
  );
  expect(problems.map(({ code, severity, pointer, message }) => ({ code, severity, pointer, message }))).toEqual([
    {
      code: "json-markup",
      severity: "error",
      pointer: "/catalog/controls/0/title",
      message:
        'The text nests "insert" in formatting that cannot hold it in XML. There may stand: code, em, i, b, strong, sub, sup, q, img.',
    },
  ]);
});

describe("line ends within paragraphs", () => {
  const proseOf = (prose: string): ReturnType<typeof toXml> =>
    toXml(
      withControl({
        parts: [
          { name: "item", prose },
          { name: "item", prose: "One\ntwo." },
        ],
      }),
    );

  test("become blanks, which is told once with the first place and their number", () => {
    const { xml, problems: found, losses } = proseOf("One\ntwo  \nthree\nfour.\n\n> five\n> six\n\n* seven\n  eight");
    expect(xml).toContain("<p>One two<br/>three four.</p>");
    expect(found).toEqual([]);
    expect(losses).toEqual([
      {
        code: "json-line-end",
        severity: "info",
        pointer: "/catalog/controls/0/parts/0/prose",
        message: "5 line ends within paragraphs become blanks, as in HTML; this text has the first.",
        fix: "End a line that has to stay one with a backslash (in JSON with two), or put a blank line behind it.",
      },
    ]);
  });

  test.each([
    ["breaks", "One\\\ntwo  \nthree."],
    ["paragraphs", "One\n\ntwo"],
    ["entries of a list", "* One\n* two"],
    ["lines of code", "```\nOne\ntwo\n```"],
    ["rows of a table", "| One |\n| --- |\n| two |"],
  ])("are something else than the ends of %s, which stay", (_, prose) => {
    const { losses } = proseOf(prose);
    expect(losses.map(({ pointer, message }) => [pointer, message])).toEqual([
      ["/catalog/controls/0/parts/1/prose", "The line end within this paragraph becomes a blank, as in HTML."],
    ]);
  });
});
