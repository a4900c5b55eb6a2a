import { describe, expect, test } from "vitest";
import type { MarkupElement, MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupMultiline } from "../../../../src/oscal/codec/markup/parse-markup.js";
import { writeMarkupLine, writeMarkupMultiline } from "../../../../src/oscal/codec/markup/write-markup.js";

const element = (
  name: string,
  children: MarkupNode[] = [],
  attributes: Record<string, string> = {},
): MarkupElement => ({
  name,
  attributes,
  children,
});
const p = (...children: MarkupNode[]): MarkupElement => element("p", children);
const em = (...children: MarkupNode[]): MarkupElement => element("em", children);
const li = (...children: MarkupNode[]): MarkupElement => element("li", children);
const ul = (...children: MarkupNode[]): MarkupElement => element("ul", children);

const written = (markdown: string) => ({ markdown, problems: [] });

describe("text", () => {
  test.each([
    ["[PIN] and a [b] (c)", "[PIN] and a [b] (c)"],
    ["[a](b)", "[a\\](b)"],
    ['a "b" c', 'a \\"b\\" c'],
    ["a*b`c~d^e", "a\\*b\\`c\\~d\\^e"],
    ["a_b _ c _d_", "a_b _ c \\_d\\_"],
    ["AB-01(02)_VAL[03]", "AB-01(02)_VAL[03]"],
    ["_a and _b", "_a and _b"],
    ["a_ and b_", "a_ and b_"],
    ["(a)_b and c_(d)", "(a)\\_b and c\\_(d)"],
    ["c_ and _(d)", "c_ and _(d)"],
    ["C:\\data \\*", "C:\\data \\\\\\*"],
    ["<BREAK> a < b <b> </b> <!-- -->", "<BREAK> a < b &lt;b> &lt;/b> &lt;!-- -->"],
    ["<HTTP://a>", "&lt;HTTP://a>"],
    ["R&D & &amp; &#32; &nosuch;", "R&D & &amp;amp; &amp;#32; &amp;nosuch;"],
    ["{{ a }} {b} {{{", "\\{{ a }} {b} \\{\\{{"],
    ["# 1. - +", "# 1. - +"],
    ["a\n      b\t c", "a b c"],
  ])("%j in a line", (text, markdown) => {
    expect(writeMarkupLine([text])).toEqual(written(markdown));
  });

  test.each([
    ["# a", "\\# a"],
    ["#a", "#a"],
    ["1. a", "1\\. a"],
    ["1.5 a", "1.5 a"],
    ["- a", "\\- a"],
    ["-a", "-a"],
    ["+ a", "\\+ a"],
    ["> a", "\\> a"],
    ["---", "\\---"],
    ["[a]: b", "\\[a]: b"],
    ["__", "\\_\\_"],
  ])("%j at the start of a paragraph", (text, markdown) => {
    expect(writeMarkupMultiline([p(text)])).toEqual(written(markdown));
    expect(writeMarkupMultiline([p("x", element("br"), text)])).toEqual(written(`x\\\n${markdown}`));
  });
});

describe("text and inserts without a sign", () => {
  const insert = element("insert", [], { type: "param", "id-ref": "a_1" });
  test.each<[string, MarkupNode[], string]>([
    ["as they are", ["a ", insert, ", b"], "a {{ insert: param, a_1 }}, b"],
    ["with a blank at each end", [" a ", insert, " "], " a {{ insert: param, a_1 }} "],
    ["with one blank between two texts", ["a ", " b"], "a b"],
    ["with a mark of a block behind an insert", [insert, "- b"], "{{ insert: param, a_1 }}- b"],
  ])("%s", (_how, nodes, markdown) => {
    expect(writeMarkupMultiline(["\n  ", p(...nodes), "\n"])).toEqual(written(markdown));
  });

  test("in two paragraphs", () => {
    expect(writeMarkupMultiline([p("a"), "\n", p(insert)])).toEqual(written("a\n\n{{ insert: param, a_1 }}"));
  });

  test("with what Markdown cannot hold reported", () => {
    const more = element("insert", [], { type: "param", "id-ref": "a", class: "b" });
    expect(writeMarkupMultiline([p("a", more)]).problems).toMatchObject([{ node: more }]);
    expect(writeMarkupMultiline([p("a", element("insert"))]).problems).toMatchObject([{ node: element("insert") }]);
  });
});

describe("an underscore that may open emphasis", () => {
  const insert = element("insert", [], { type: "param", "id-ref": "a_1" });
  test.each<[string, MarkupNode[], string]>([
    ["stays where nothing beside it has one", ["(1)_A ", insert, " b"], "(1)_A {{ insert: param, a_1 }} b"],
    ["is escaped where another text may close it", ["(1)_A ", insert, " b_"], "(1)\\_A {{ insert: param, a_1 }} b\\_"],
    ["stays beside emphasis, whose sign is a star", ["x (1)_A and ", em("b"), " c"], "x (1)_A and *b* c"],
    ["stays in an element", [em("(1)_A")], "*(1)_A*"],
    ["stays behind one that may only close emphasis too", ["a_ ", em("b"), " _c"], "a_ *b* _c"],
    ["is escaped where an element may hold its partner", ["(1)_A ", em("b_")], "(1)\\_A *b\\_*"],
    ["is escaped beside emphasis whose sign it is", ["_A ", em("b"), em("c")], "\\_A *b*_c_"],
  ])("%s", (_, nodes, markdown) => {
    expect(writeMarkupLine(nodes)).toEqual(written(markdown));
    expect(parseMarkupMultiline(markdown)).toEqual([p(...nodes)]);
  });
});

describe("elements within text", () => {
  test.each<[string, MarkupNode[], string]>([
    ["i and b", [element("i", ["a"]), " ", element("b", ["c"])], "*a* **c**"],
    ["within a word", ["a", em("b"), "c"], "a*b*c"],
    ["side by side", [em("a"), em("b")], "*a*_b_"],
    ["side by side, apart from words", [em("a"), element("strong", ["b"])], "*a*__b__"],
    ["nested", [element("strong", [em("a")])], "__*a*__"],
    ["nested thrice", [em(em(em("a")))], "<em>_*a*_</em>"],
    ["empty", ["a ", em(), " b"], "a <em></em> b"],
    ["a blank at the start", ["a ", em(" b"), " c"], "a * b* c"],
    ["a blank at the start of the line", [em(" b"), " c"], "<em> b</em> c"],
    ["a blank at the end", ["a ", em("b "), "c"], "a <em>b </em>c"],
    ["a quotation within a word", ["a", element("q", ["b"]), "c"], "a<q>b</q>c"],
    ["a subscript of words", ["a", element("sub", ["b c"])], "a<sub>b c</sub>"],
    ["code with backticks", [element("code", ["`a``"])], "``` `a`` ```"],
    ["code with elements", [element("code", ["a", em("b")])], "<code>a*b*</code>"],
    ["code beside code", [element("code", ["a"]), element("code", ["b"])], "`a`<code>b</code>"],
    ["a link", [element("a", ["[a]"], { href: "b(c)", title: 'd"' })], '[\\[a\\]](b(c) "d\\"")'],
    ["a link with blanks", [element("a", ["a"], { href: "b c(" })], "[a](<b c(>)"],
    ["a link after an exclamation mark", ["a!", element("a", ["b"], { href: "c" })], "a\\![b](c)"],
    ["a link without href", [element("a", ["a"])], "<a>a</a>"],
    ["an image", [element("img", [], { src: "a", alt: "b]" })], "![b\\]](a)"],
    ["an insert", [element("insert", [], { type: "param", "id-ref": "a" })], "{{ insert: param, a }}"],
    ["a br", ["a", element("br"), "b"], "a<br/>b"],
  ])("%s", (_, nodes, markdown) => {
    expect(writeMarkupLine(nodes)).toEqual(written(markdown));
  });
});

describe("blocks", () => {
  const header = element("tr", [element("th", ["a"]), element("th", ["b"], { align: "center" })]);
  test.each<[string, MarkupNode[], string]>([
    ["paragraphs and a list, as NIST parts them", [p("a"), ul(li("b"), li("c")), p("d")], "a\n\n* b\n* c\n\n\nd"],
    ["a list's pretty-printed paragraphs", [ul("\n ", li("\n  ", p("\n  a"), "\n "), "\n")], "* a\n"],
    ["a list's paragraphs with blanks", [ul(li(" ", p("a"), " "))], "*  a \n"],
    ["indented paragraphs", [p("\n  a\n  b\n"), p(" ", element("em", ["c"]), " \n "), p(" d ")], "a b\n\n *c*\n\n d "],
    ["two lists", [ul(li("a")), ul(li("b"))], "* a\n\n\n- b\n"],
    ["a numbered list", [element("ol", [li("a"), li("b")], { start: "7" })], "7. a\n7. b\n"],
    ["a list in a list", [ul(li("a", ul(li("b")), element("pre", ["c"])))], "* a\n  * b\n  ```\n  c\n  ```\n"],
    ["a list that begins a list", [ul(li(ul(li("a"))))], "* - a\n"],
    ["paragraphs in an item", [ul(li(p("a"), p("b")))], "* a\n\n  b\n"],
    ["an empty item under text", [ul(li("a", ul(li())))], "* a\n  <!-- -->\n  *\n"],
    ["a quotation", [element("blockquote", [p("a"), element("hr")])], "> a\n>\n> ---"],
    ["a heading with a number sign", [element("h2", ["C #"])], "## C \\#"],
    ["preformatted text", [element("pre", ["a *b*\n```\n"])], "````\na *b*\n```\n\n````"],
    ["code of a language", [element("pre", [element("code", ["{}"], { class: "language-json" })])], "```json\n{}\n```"],
    [
      "a table",
      [
        element("table", [
          header,
          element("tr", [element("td", ["c|d"]), element("td", [element("code", ["|"])], { align: "center" })]),
        ]),
      ],
      "| a | b |\n| --- | :---: |\n| c&#124;d | `\\|` |",
    ],
    ["a table without a header", [element("table", [element("tr", [element("td", ["a"])])])], "|  |\n| --- |\n| a |"],
    ["a picture of its own", [element("img", [], { src: "a", alt: "" })], "![](a)"],
  ])("%s", (_, blocks, markdown) => {
    expect(writeMarkupMultiline(blocks)).toEqual(written(markdown));
  });
});

describe("what Markdown cannot hold is reported", () => {
  const span = element("span", ["b"], { class: "x" });
  const colored = element("code", ["a"], { class: "x" });
  const picture = element("img", [], { alt: "a" });
  const insert = element("insert", [], { type: "param", "id-ref": "a b" });
  const inner = element("a", ["b"], { href: "c" });
  test.each<[string, MarkupNode[], string, string[], MarkupNode]>([
    [
      "an unknown element",
      ["a ", span],
      "a b",
      ["Markdown has no element span within text; only its content is written."],
      span,
    ],
    ["an attribute", [colored], "`a`", ["Markdown cannot hold the attribute class of code; it is left out."], colored],
    [
      "an img without src",
      [picture],
      "a",
      ["An img without src cannot be written in Markdown; its alternative text is written."],
      picture,
    ],
    [
      "an insert without a name",
      ["a", insert],
      "a",
      ["An insert needs type and id-ref, each a name without blanks; it is left out."],
      insert,
    ],
    [
      "a link in a link",
      [element("a", ["a", inner], { href: "d" })],
      "[ab](d)",
      ["A link within a link cannot be written in Markdown; only its text is written."],
      inner,
    ],
  ])("%s", (_, nodes, markdown, messages, node) => {
    expect(writeMarkupLine(nodes)).toEqual({ markdown, problems: messages.map((message) => ({ message, node })) });
  });

  const div = element("div", [p("a")]);
  const empty = p(" ");
  const wide = element("td", ["a"], { colspan: "2" });
  const right = element("td", ["b"], { align: "right" });
  const mixed = li("a", p("b"));
  const strange = element("ol", [li("a")], { start: "x" });
  test.each<[string, MarkupNode[], string, string[], MarkupNode]>([
    ["an unknown block", [div], "a", ["Markdown has no element div; only its content is written."], div],
    [
      "a wide cell",
      [element("table", [element("tr", [wide])])],
      "|  |\n| --- |\n| a |",
      ["Markdown cannot hold the attribute colspan of td; it is left out."],
      wide,
    ],
    [
      "a cell aligned alone",
      [element("table", [element("tr", [element("td", ["a"])]), element("tr", [right])])],
      "|  |\n| --- |\n| a |\n| b |",
      ["Markdown aligns a table's column as a whole; the align of this cell is left out."],
      right,
    ],
    [
      "a list's start",
      [strange],
      "1. a\n",
      ["The list's start x is not a number of up to nine digits; it is left out."],
      strange,
    ],
  ])("%s", (_, blocks, markdown, messages, node) => {
    expect(writeMarkupMultiline(blocks)).toEqual({
      markdown,
      problems: messages.map((message) => ({ message, node })),
    });
  });

  const row = element("tr", []);
  const table = element("table", []);
  const list = ul();
  test.each<[string, MarkupNode[], string, string, MarkupNode]>([
    [
      "an empty paragraph",
      [p("a"), empty],
      "a",
      "An empty paragraph cannot be written in Markdown; it is left out.",
      empty,
    ],
    ["a list without items", [p("a"), list], "a", "A list without items is left out.", list],
    [
      "a table without rows",
      [p("a"), table],
      "a",
      "A table without rows cannot be written in Markdown; it is left out.",
      table,
    ],
    [
      "a row without cells",
      [element("table", [row, element("tr", [element("td", ["a"])])])],
      "|  |\n| --- |\n| a |",
      "A table's row without cells cannot be written in Markdown; it is left out.",
      row,
    ],
    [
      "text beside paragraphs in an item",
      [ul(mixed)],
      "* a\n\n  b\n",
      "Text and paragraphs in one list item cannot be told apart in Markdown; the text is written as paragraphs.",
      mixed,
    ],
  ])("%s makes no difference", (_, blocks, markdown, message, node) => {
    expect(writeMarkupMultiline(blocks)).toEqual({ markdown, problems: [{ message, node, harmless: true }] });
  });

  test("what is empty and has a form in Markdown is kept", () => {
    const blocks = [
      p(element("em", []), element("strong", [])),
      ul(li(), li("a")),
      element("table", [
        element("tr", [element("th", ["a"]), element("th", [])]),
        element("tr", [element("td", []), element("td", ["b"])]),
      ]),
      element("blockquote", []),
      element("h2", []),
      element("pre", []),
    ];
    const { markdown, problems } = writeMarkupMultiline(blocks);
    expect(problems).toEqual([]);
    expect(parseMarkupMultiline(markdown)).toEqual(blocks);
  });
});
