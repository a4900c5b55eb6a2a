/** The diagnostics of XML that is well-formed and not valid OSCAL. */
import { describe, expect, test } from "vitest";
import { readOscalXml } from "../../support/xml.js";
import { control, start } from "./catalog-xml.js";

const read = (text: string): ReturnType<typeof readOscalXml> => readOscalXml(text, "catalog.xml");
const diagnostics = (...lines: string[]): readonly unknown[] => read(control(...lines)).diagnostics;

const controlElements = ["title", "param", "prop", "link", "part", "control"];
const inlineElements = ["a", "insert", "br", "code", "em", "i", "b", "strong", "sub", "sup", "q", "img"];
const blockElements = "h1 h2 h3 h4 h5 h6 ul ol pre hr blockquote p table img".split(" ");
const tags = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(", ");

test("the template itself is right", () => {
  const { document, diagnostics: found } = read(control('<prop name="label" value="1"/>'));
  expect(found).toEqual([]);
  expect(document?.value).toEqual({
    catalog: {
      uuid: "61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64",
      metadata: {
        title: "Controls",
        "last-modified": "2026-10-14T09:00:00Z",
        version: "1",
        "oscal-version": "1.2.2",
      },
      controls: [{ id: "c-1", title: "One", props: [{ name: "label", value: "1" }] }],
    },
  });
});

describe("the root element", () => {
  test("without a namespace: reported once, and the document is read", () => {
    const { document, diagnostics: found } = read(control().replace(/ xmlns="[^"]*"/, ""));
    expect(found).toEqual([
      {
        code: "xml-namespace",
        severity: "error",
        message: '<catalog> is in no namespace; the elements of OSCAL are in "http://csrc.nist.gov/ns/oscal/1.0".',
        file: "catalog.xml",
        line: 1,
        column: 1,
        pointer: "",
        fix: 'Write xmlns="http://csrc.nist.gov/ns/oscal/1.0" in <catalog>.',
        frame: '1 | <catalog uuid="61562ebe-8bfd-4d65-8a2c-3a5d4e1f0b64">\n  | ^',
      },
    ]);
    expect(document?.value).toMatchObject({ catalog: { controls: [{ id: "c-1", title: "One" }] } });
  });

  test("in another namespace", () => {
    const found = read(control().replace("oscal/1.0", "oscal/2.0")).diagnostics;
    expect(found).toMatchObject([
      {
        code: "xml-namespace",
        message:
          '<catalog> is in the namespace "http://csrc.nist.gov/ns/oscal/2.0"; ' +
          'the elements of OSCAL are in "http://csrc.nist.gov/ns/oscal/1.0".',
      },
    ]);
  });

  test("that begins no model: there is no document", () => {
    const known = [
      ...["catalog", "profile", "mapping-collection", "component-definition", "system-security-plan"],
      ...["assessment-plan", "assessment-results", "plan-of-action-and-milestones"],
    ];
    expect(read('<katalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"/>')).toEqual({
      diagnostics: [
        {
          code: "xml-unknown-root",
          severity: "error",
          message: `<katalog> is not the root of an OSCAL document. Did you mean <catalog>? Known: ${tags(known)}.`,
          file: "catalog.xml",
          line: 1,
          column: 1,
          pointer: "",
          fix: "Rename it to <catalog>.",
          frame: '1 | <katalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"/>\n  | ^',
          allowed: known,
          suggestion: "catalog",
        },
      ],
      losses: [],
    });
    expect(read("<constructor/>").diagnostics).toMatchObject([{ code: "xml-unknown-root" }]);
  });

  test("a text that is not XML has no document either", () => {
    expect(read("<catalog>")).toMatchObject({ diagnostics: [{ code: "xml-syntax", file: "catalog.xml" }] });
  });
});

describe("elements", () => {
  test("that the model does not know, with the one that was meant", () => {
    expect(diagnostics("<prop name='label' value='1'/>", "  <parts/>")).toEqual([
      {
        code: "xml-unknown-element",
        severity: "error",
        message: `<parts> is not an element of <control>. Did you mean <part>? Known: ${tags(controlElements)}.`,
        file: "catalog.xml",
        line: 11,
        column: 3,
        pointer: "/catalog/controls/0",
        fix: "Rename it to <part>.",
        frame: "10 | <prop name='label' value='1'/>\n11 |   <parts/>\n   |   ^",
        allowed: controlElements,
        suggestion: "part",
      },
    ]);
  });

  test("that stand where nothing can", () => {
    expect(
      read(`${start.replace("catalog", "profile")}\n<merge><flat><x/></flat></merge></profile>`).diagnostics,
    ).toEqual([
      {
        code: "xml-unknown-element",
        severity: "error",
        message: "<x> is not an element of <flat>. It holds no elements.",
        file: "catalog.xml",
        line: 2,
        column: 14,
        pointer: "/profile/merge/flat",
        fix: "Take it out.",
        frame: expect.stringContaining("<flat><x/></flat>"),
        allowed: [],
      },
    ]);
  });

  test("in the wrong place: one diagnostic for each kind, and they are read all the same", () => {
    const { document, diagnostics: found } = read(
      control('<link href="#a"/>', '<prop name="a" value="1"/>', '<prop name="b" value="2"/>', '<param id="p"/>'),
    );
    const expected = {
      code: "xml-element-order",
      severity: "error",
      file: "catalog.xml",
      column: 1,
      pointer: "/catalog/controls/0",
    };
    expect(found).toEqual([
      {
        ...expected,
        message: "<prop> stands behind <link>, but has to stand before it.",
        line: 11,
        fix: "Move <prop> before <link>.",
        frame: '10 | <link href="#a"/>\n11 | <prop name="a" value="1"/>\n   | ^',
      },
      {
        ...expected,
        message: "<param> stands behind <prop>, but has to stand before it.",
        line: 13,
        fix: "Move <param> before <prop>.",
        frame: '12 | <prop name="b" value="2"/>\n13 | <param id="p"/>\n   | ^',
      },
    ]);
    expect(document?.value).toMatchObject({
      catalog: {
        controls: [
          {
            params: [{ id: "p" }],
            props: [
              { name: "a", value: "1" },
              { name: "b", value: "2" },
            ],
            links: [{ href: "#a" }],
          },
        ],
      },
    });
  });

  test("in the wrong place around unwrapped text", () => {
    expect(
      diagnostics('<part name="item">', "<p>One</p>", '<part name="item"/>', "<p>Two</p>", "</part>"),
    ).toMatchObject([{ message: "<p> stands behind <part>, but has to stand before it.", line: 13 }]);
    expect(diagnostics('<part name="item">', "<p>One</p>", '<prop name="a" value="1"/>', "</part>")).toMatchObject([
      { message: "<prop> stands behind the text, but has to stand before it.", line: 12 },
    ]);
  });

  test("that stand too often: the first is kept", () => {
    const { document, diagnostics: found } = read(control("<title>Two</title>"));
    expect(found).toEqual([
      {
        code: "xml-repeated-element",
        severity: "error",
        message: "<title> stands more than once in <control>, where it may stand once.",
        file: "catalog.xml",
        line: 10,
        column: 1,
        pointer: "/catalog/controls/0/title",
        fix: "Keep one of them.",
        frame: " 9 | <title>One</title>\n10 | <title>Two</title>\n   | ^",
      },
    ]);
    expect(document?.value).toMatchObject({ catalog: { controls: [{ title: "One" }] } });
  });

  test("of another namespace, or of none", () => {
    expect(diagnostics('<x:note xmlns:x="urn:x"><title/></x:note>', '<prop xmlns="" name="a" value="1"/>')).toEqual([
      {
        code: "xml-namespace",
        severity: "error",
        message: '<note> in <control> is in the namespace "urn:x"; OSCAL takes elements of its own namespace only.',
        file: "catalog.xml",
        line: 10,
        column: 1,
        pointer: "/catalog/controls/0",
        fix: "Take it out; what OSCAL has no element for goes into a <prop> or <link>.",
        frame: ' 9 | <title>One</title>\n10 | <x:note xmlns:x="urn:x"><title/></x:note>\n   | ^',
      },
      {
        code: "xml-namespace",
        severity: "error",
        message: "<prop> in <control> is in no namespace; OSCAL takes elements of its own namespace only.",
        file: "catalog.xml",
        line: 11,
        column: 1,
        pointer: "/catalog/controls/0",
        fix: "Take it out; what OSCAL has no element for goes into a <prop> or <link>.",
        frame: '10 | <x:note xmlns:x="urn:x"><title/></x:note>\n11 | <prop xmlns="" name="a" value="1"/>\n   | ^',
      },
    ]);
  });

  test("in the element around a group", () => {
    const revisions = "<revisions>x<revision><version>1</version></revision><version/></revisions><revisions/>";
    const { document, diagnostics: found } = read(
      control().replace("</oscal-version>", `</oscal-version>\n${revisions}`),
    );
    expect(found).toMatchObject([
      {
        code: "xml-stray-text",
        message: expect.stringContaining("<revisions>"),
        pointer: "/catalog/metadata/revisions",
      },
      { code: "xml-unknown-element", message: expect.stringContaining("Known: <revision>."), line: 7, column: 54 },
      { code: "xml-repeated-element", pointer: "/catalog/metadata/revisions", line: 7, column: 76 },
    ]);
    expect(document?.value).toMatchObject({ catalog: { metadata: { revisions: [{ version: "1" }] } } });
  });

  test("that are markup in what takes plain text: the text is taken", () => {
    const { document, diagnostics: found } = read(
      control().replace("<version>1<", "<version>1<em>.<q>0</q></em><x/>-2<"),
    );
    const expected = {
      severity: "error",
      file: "catalog.xml",
      line: 5,
      pointer: "/catalog/metadata/version",
    };
    expect(found).toEqual([
      {
        ...expected,
        code: "xml-unexpected-markup",
        message: "<em> stands in <version>, which takes plain text only.",
        column: 11,
        fix: "Take <em> out and keep its text.",
        frame: expect.stringContaining("<version>1<em>"),
      },
      {
        ...expected,
        code: "xml-unknown-element",
        message: "<x> stands in <version>, which takes plain text only.",
        column: 29,
        fix: "Take <x> out and keep its text.",
        frame: expect.stringContaining("<version>1<em>"),
      },
    ]);
    expect(document?.value).toMatchObject({ catalog: { metadata: { version: "1.0-2" } } });
  });
});

describe("attributes", () => {
  test("that the model does not know", () => {
    expect(diagnostics('<param id="p"', '  clas="x" constructor=""/>')).toEqual([
      {
        code: "xml-unknown-attribute",
        severity: "error",
        message: '"clas" is not an attribute of <param>. Did you mean "class"? Known: id, class, depends-on.',
        file: "catalog.xml",
        line: 11,
        column: 3,
        pointer: "/catalog/controls/0/params/0",
        fix: 'Rename it to "class".',
        frame: '10 | <param id="p"\n11 |   clas="x" constructor=""/>\n   |   ^',
        allowed: ["id", "class", "depends-on"],
        suggestion: "class",
      },
      {
        code: "xml-unknown-attribute",
        severity: "error",
        message: '"constructor" is not an attribute of <param>. Known: id, class, depends-on.',
        file: "catalog.xml",
        line: 11,
        column: 12,
        pointer: "/catalog/controls/0/params/0",
        fix: "Take it out.",
        frame: '10 | <param id="p"\n11 |   clas="x" constructor=""/>\n   |            ^',
        allowed: ["id", "class", "depends-on"],
      },
    ]);
  });

  test("on what takes none: fields, groups", () => {
    expect(read(control().replace("<version>", '<version type="x">')).diagnostics).toMatchObject([
      {
        code: "xml-unknown-attribute",
        message: '"type" is not an attribute of <version>. It has no attributes.',
        pointer: "/catalog/metadata/version",
        line: 5,
        column: 10,
        allowed: [],
      },
    ]);
    expect(
      read(control().replace("</oscal-version>", '</oscal-version><revisions id="x"/>')).diagnostics,
    ).toMatchObject([{ code: "xml-unknown-attribute", pointer: "/catalog/metadata/revisions" }]);
  });

  test("a number that JSON cannot hold", () => {
    const component = [
      start.replace("catalog", "component-definition"),
      '<component uuid="x" type="y">',
      '<protocol><port-range start="12345678901234567890" end="seven"/></protocol>',
      "</component></component-definition>",
    ].join("\n");
    const { document, diagnostics: found } = read(component);
    expect(found).toEqual([
      {
        code: "xml-number",
        severity: "error",
        message: 'The number "12345678901234567890" has more digits than a number in JSON is read with.',
        file: "catalog.xml",
        line: 3,
        column: 29,
        pointer: "/component-definition/components/0/protocols/0/port-ranges/0/start",
        fix: "Write it with at most 15 digits.",
        frame: expect.stringContaining("port-range"),
      },
    ]);
    expect(document?.value).toMatchObject({
      "component-definition": {
        components: [{ protocols: [{ "port-ranges": [{ start: 12345678901234567000, end: "seven" }] }] }],
      },
    });
  });
});

describe("text", () => {
  test("between elements", () => {
    expect(diagnostics('<part name="item">', "  Do this. ", '<prop name="a" value="1"/></part>')).toEqual([
      {
        code: "xml-stray-text",
        severity: "error",
        message: 'The text "Do this." stands between the elements of <part>, which takes no text of its own.',
        file: "catalog.xml",
        line: 10,
        column: 1,
        pointer: "/catalog/controls/0/parts/0",
        fix: "Put it into the element that it belongs to, or take it out.",
        frame: ' 9 | <title>One</title>\n10 | <part name="item">\n   | ^',
      },
    ]);
  });

  test("a no-break space is text", () => {
    expect(diagnostics("\u00A0")).toMatchObject([{ code: "xml-stray-text" }]);
  });
});

describe("markup", () => {
  const remarks = (content: string): readonly unknown[] =>
    read(control().replace("</oscal-version>", `</oscal-version>\n<remarks>${content}</remarks>`)).diagnostics;

  test("text that stands outside of the blocks", () => {
    const frame = expect.stringContaining("7 | <remarks>Do <em>this</em>.</remarks>");
    expect(remarks("Do <em>this</em>.")).toEqual([
      {
        code: "xml-stray-text",
        severity: "error",
        message: 'The text "Do" stands directly in <remarks>.',
        file: "catalog.xml",
        line: 7,
        column: 1,
        pointer: "/catalog/metadata/remarks",
        fix: "Put it into <p>.",
        frame,
      },
      {
        code: "xml-unexpected-markup",
        severity: "error",
        message: `<em> cannot stand directly in <remarks>. Known: ${tags(blockElements)}.`,
        file: "catalog.xml",
        line: 7,
        column: 13,
        pointer: "/catalog/metadata/remarks",
        fix: "Put <em> into <p>.",
        frame,
      },
      expect.objectContaining({ code: "xml-stray-text", message: 'The text "." stands directly in <remarks>.' }),
    ]);
  });

  test("elements that are not markup, and attributes that markup does not have", () => {
    expect(remarks('<p><span class="x">a</span> <a href="#x" target="_top">b</a></p>')).toMatchObject([
      {
        code: "xml-unknown-element",
        message: `<span> is not an element of <p>. Known: ${tags(inlineElements)}.`,
        line: 7,
        column: 13,
      },
      {
        code: "xml-unknown-attribute",
        message: '"target" is not an attribute of <a>. Known: href, title.',
        line: 7,
        column: 51,
      },
    ]);
  });

  test("in what holds certain elements only", () => {
    expect(remarks("<ul>text<p>a</p><li>b</li></ul><table><td>c</td></table>")).toMatchObject([
      { code: "xml-stray-text", message: 'The text "text" stands directly in <ul>.', fix: "Put it into <li>." },
      { code: "xml-unexpected-markup", message: "<p> cannot stand directly in <ul>. Known: <li>." },
      { code: "xml-unexpected-markup", message: "<td> cannot stand directly in <table>. Known: <tr>." },
    ]);
  });

  test("a block in a line", () => {
    expect(read(control().replace("<title>One", "<title><p>One</p>")).diagnostics).toMatchObject([
      {
        code: "xml-unexpected-markup",
        message: `<p> cannot stand directly in <title>. Known: ${tags(inlineElements)}.`,
        pointer: "/catalog/controls/0/title",
        fix: "Take <p> out and keep its text.",
      },
    ]);
  });
});

test("problems are reported up to a limit", () => {
  expect(diagnostics(...Array.from({ length: 150 }, () => "<x/>"))).toHaveLength(100);
});

describe("markup that Markdown has no form for", () => {
  const prose = (content: string): ReturnType<typeof readOscalXml> =>
    read(control('<part name="item">', content, "</part>"));

  test("is a warning where the document is valid", () => {
    const { document, diagnostics: found } = prose('<p>Call <code class="shell">aims</code>.</p>');
    expect(found).toEqual([
      {
        code: "xml-markup",
        severity: "warning",
        message: "Markdown cannot hold the attribute class of code; it is left out.",
        file: "catalog.xml",
        line: 11,
        column: 9,
        pointer: "/catalog/controls/0/parts/0/prose",
        fix: "Write it in a way that Markdown has, if it matters.",
        frame: expect.stringContaining('11 | <p>Call <code class="shell">'),
      },
    ]);
    expect(document?.value).toMatchObject({ catalog: { controls: [{ parts: [{ prose: "Call `aims`." }] }] } });
  });

  test("is an error where it names something and fails to", () => {
    expect(prose('<p>See <insert type="param"/>.</p>').diagnostics).toMatchObject([
      { code: "xml-markup", severity: "error", line: 11, column: 8, fix: "Complete it, or take it out." },
    ]);
  });

  test("and makes no difference is a warning of its own", () => {
    const { document, diagnostics: found } = prose("<p>Back up daily.</p>\n<p/>\n<p>Keep a copy.</p><p>\n</p>");
    const told = {
      code: "xml-idle-markup",
      severity: "warning",
      message: "An empty paragraph cannot be written in Markdown; it is left out.",
      pointer: "/catalog/controls/0/parts/0/prose",
      fix: "Nothing is lost; take it out, or write it as Markdown has it, to be rid of this warning.",
    };
    expect(found).toMatchObject([
      { ...told, line: 12, column: 1 },
      { ...told, line: 13, column: 20 },
    ]);
    expect(document?.value).toMatchObject({
      catalog: { controls: [{ parts: [{ prose: "Back up daily.\n\nKeep a copy." }] }] },
    });
  });

  test("is not reported again for elements that are not markup", () => {
    expect(prose("<p>a <u>b</u></p>").diagnostics).toMatchObject([{ code: "xml-unknown-element" }]);
  });
});

test("warnings leave room for errors", () => {
  const warnings = Array.from({ length: 150 }, () => '<part name="a"><p><code class="x">y</code></p></part>');
  const found = read(control(...warnings, "<x/>")).diagnostics;
  expect(found).toHaveLength(101);
  expect(found.at(-1)).toMatchObject({ code: "xml-unknown-element", severity: "error" });
});
