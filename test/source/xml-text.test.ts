import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { XmlText } from "../../src/source/xml-text.js";
import { readXml } from "../support/xml.js";

/** A document with one text and one attribute, which are what is written and refused. */
function write(value: string): { xml: string; refused: (string | undefined)[] } {
  const text = new XmlText();
  text.begin("a", true);
  const refused = [text.attribute("b", value), text.text(value)];
  text.end();
  return { xml: text.toString(), refused };
}

function read(xml: string): { attribute: string | undefined; text: unknown } {
  const root = readXml(xml, "test.xml").xml?.root;
  return { attribute: root?.attributes["b"], text: root?.children };
}

describe("layout", () => {
  test("elements that hold elements are indented; nothing is added to text", () => {
    const text = new XmlText();
    text.begin("list", false);
    text.attribute("lang", "en");
    text.begin("entry", true);
    text.text("one ");
    text.begin("em", false);
    text.begin("b", false);
    text.text("two");
    text.end();
    text.end();
    text.end();
    text.begin("entry", false);
    text.end();
    text.begin("entry", false);
    text.begin("entry", false);
    text.end();
    text.end();
    text.end();
    expect(text.toString()).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<list lang="en">',
        "  <entry>one <em><b>two</b></em></entry>",
        "  <entry/>",
        "  <entry>",
        "    <entry/>",
        "  </entry>",
        "</list>",
        "",
      ].join("\n"),
    );
  });

  test("an empty text is the same as none", () => {
    expect(write("").xml).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a b=""/>\n');
  });
});

describe("characters", () => {
  const unwritable = new Set(["\u0000", "\u000b", "\u001f", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00"]);

  test("a character with a meaning in XML is written as a reference", () => {
    expect(write("& < > \" ' ]]> &lt; \t \n \r").xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<a b="&amp; &lt; > &quot; \' ]]> &amp;lt; &#9; &#10; &#13;">' +
        "&amp; &lt; &gt; \" ' ]]&gt; &amp;lt; \t \n &#13;</a>\n",
    );
  });

  test.each([
    ["\u0000", "\u0000"],
    ["a\u000bb\u001f", "\u000b"],
    ["a\u{10FFFF}\uFFFE", "\uFFFE"],
    ["\uFFFF<", "\uFFFF"],
    ["\uD83D", "\uD83D"],
    ["x\uDE00\uD83D", "\uDE00"],
  ])("%j: what XML cannot hold is named and replaced", (value, first) => {
    const { xml, refused } = write(value);
    expect(refused).toEqual([first, first]);
    const replaced = Array.from(value, (character) => (unwritable.has(character) ? "\uFFFD" : character)).join("");
    expect(read(xml)).toEqual({ attribute: replaced, text: [replaced] });
  });

  test("everything else reads back the same", () => {
    const characters = fc.oneof(
      fc.constantFrom("&", "<", ">", '"', "'", "\t", "\n", "\r", " ", "]]>", "\u0085", "\u2028", "\u{1F600}", "\uFFFD"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    const texts = fc.array(characters, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (value) => {
        const { xml, refused } = write(value);
        if (refused[0] !== undefined || value === "") return;
        expect(refused).toEqual([undefined, undefined]);
        expect(read(xml)).toEqual({ attribute: value, text: [value] });
      }),
      { seed: 20261014, numRuns: 500 },
    );
  });
});
