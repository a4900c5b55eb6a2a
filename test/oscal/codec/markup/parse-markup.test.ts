import { describe, expect, test } from "vitest";
import type { MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";
import { parseMarkupLine, parseMarkupMultiline } from "../../../../src/oscal/codec/markup/parse-markup.js";

/** Markup as XML, which is shorter to read than trees. */
function xml(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
      const start = `<${node.name}${attributes.join("")}`;
      return node.children.length === 0 ? `${start}/>` : `${start}>${xml(node.children)}</${node.name}>`;
    })
    .join("");
}

const line = (markdown: string): string => xml(parseMarkupLine(markdown));
const blocks = (...lines: string[]): string => xml(parseMarkupMultiline(lines.join("\n")));

describe("OSCAL's inline Markdown", () => {
  test.each([
    ["*a* and **b**", "<em>a</em> and <strong>b</strong>"],
    ["`a  *b*` and ``a`b``", "<code>a  *b*</code> and <code>a`b</code>"],
    ['a "q" and "r."', "a <q>q</q> and <q>r.</q>"],
    ["H~2~O and x^2^", "H<sub>2</sub>O and x<sup>2</sup>"],
    ["{{ insert: param, ac-1_prm_1 }}", '<insert type="param" id-ref="ac-1_prm_1"/>'],
    ["{{insert:control,ac-1}}", '<insert type="control" id-ref="ac-1"/>'],
    [
      "{{ ac-1_prm_1 }} and {{ ac-1_prm_1}}",
      '<insert type="param" id-ref="ac-1_prm_1"/> and <insert type="param" id-ref="ac-1_prm_1"/>',
    ],
    ["[a *b*](#c 'd')", '<a href="#c" title="d">a <em>b</em></a>'],
    ["[a](<b c> (d))", '<a href="b c" title="d">a</a>'],
    ['![a](b "c")', '<img alt="a" src="b" title="c"/>'],
    ["[![a](b)](c)", '<a href="c"><img alt="a" src="b"/></a>'],
    ["<https://a.b/c_d_> <x@y.z>", '<a href="https://a.b/c_d_">https://a.b/c_d_</a> <a href="mailto:x@y.z">x@y.z</a>'],
    ["<em> a</em><i/>, <b>b</b><br>c", "<em> a</em>&lt;i/>, <strong>b</strong><br/>c"],
    ["a\\\nb  \nc", "a<br/>b<br/>c"],
    ["&amp; &lt;b&gt; &#38; &#x26; &ouml; &nosuch;", "&amp; &lt;b> &amp; &amp; ö &amp;nosuch;"],
    ['\\*a\\* \\"b\\" \\~c\\^ \\[d\\] \\\\ \\e', '*a* "b" ~c^ [d] \\ \\e'],
  ])("%s", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });
});

describe("what stays text", () => {
  test.each([
    "[PIN], [TCP/IP] and [a][b]",
    "the <BREAK> key, <CTRL> + <ALT> + <DEL>, <script>a</script>",
    "snake_case_name and 2 * 3 * 4",
    "5~10 and 20~30, ~5 and ~6, 2^10 and 3^5",
    '5" pipe, 6\'2", and a lone " mark, and "" too',
    "~~struck~~ and {{ }} and {{ a b }} and {x}",
    "Hello {{ user.name }}, {{ x }} and {{ no_digit }}",
    "a ]( b and [c]( d",
    "**a and `b and [c](d",
  ])("%s", (text) => {
    expect(parseMarkupLine(text)).toEqual([text]);
    expect(parseMarkupMultiline(text)).toEqual([{ name: "p", attributes: {}, children: [text] }]);
  });
});

describe("emphasis beside letters, blanks and other emphasis", () => {
  test.each([
    ["a*b*c _d_ e_f_g", "a<em>b</em>c <em>d</em> e_f_g"],
    ["__a__ and *a **b** c*", "<strong>a</strong> and <em>a <strong>b</strong> c</em>"],
    ["***a*** and **_b_**", "<em><strong>a</strong></em> and <strong><em>b</em></strong>"],
    ["*a **b* c**", "<em>a <em><em>b</em> c</em></em>"],
    ['*a "b* c"', '<em>a "b</em> c"'],
    ['"a "b" c"', "<q>a <q>b</q> c</q>"],
    ["*[a*](b)", '*<a href="b">a*</a>'],
    ["Revision 5: * Security* (PDF)", "Revision 5: <em> Security</em> (PDF)"],
    ["a * b * c", "a * b * c"],
  ])("%s", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });
});

test("a markup-line has no blocks", () => {
  expect(parseMarkupLine("1. # Title\n* of it")).toEqual(["1. # Title * of it"]);
});

test("white space at the ends of a paragraph is one blank, as NIST publishes it", () => {
  expect(parseMarkupMultiline("  a  b \n\n [c](#d) ")).toEqual([
    { name: "p", attributes: {}, children: [" a b "] },
    { name: "p", attributes: {}, children: [" ", { name: "a", attributes: { href: "#d" }, children: ["c"] }, " "] },
  ]);
});

test("nothing is no block", () => {
  expect([parseMarkupMultiline(""), parseMarkupMultiline(" \n\t\n"), parseMarkupLine("")]).toEqual([[], [], []]);
});

describe("blocks as people write them", () => {
  test.each([
    ["headings", ["# a #", "## b", "c", "===", "d *e*", "---"], "<h1>a</h1><h2>b</h2><h1>c</h1><h2>d <em>e</em></h2>"],
    ["paragraphs", ["a", "b", "", "", "c"], "<p>a b</p><p>c</p>"],
    ["Windows line ends", ["a\r", "\r", "b\r"], "<p>a</p><p>b</p>"],
    ["bullets", ["* a", "* b"], "<ul><li>a</li><li>b</li></ul>"],
    ["other bullets begin another list", ["- a", "+ b"], "<ul><li>a</li></ul><ul><li>b</li></ul>"],
    ["numbers", ["3. a", "4. b", "", "1) c"], '<ol start="3"><li>a</li><li>b</li></ol><ol><li>c</li></ol>'],
    ["a list under text", ["a", "* b", "c"], "<p>a</p><ul><li>b c</li></ul>"],
    ["no list under text", ["in the year", "1986. A great"], "<p>in the year 1986. A great</p>"],
    ["blank lines between items", ["* a", "", "* b"], "<ul><li>a</li><li>b</li></ul>"],
    ["paragraphs in an item", ["* a", "", "  b", "* c"], "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>"],
    [
      "nesting by two",
      ["* a", "  * b", "    1. c", "* d"],
      "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>",
    ],
    ["nesting by two under a number", ["1. a", "  1. b", "2. c"], "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"],
    ["nesting by four", ["- a", "    - b", "        - c"], "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"],
    ["nesting by tabs", ["1. a", "\t* b"], "<ol><li>a<ul><li>b</li></ul></li></ol>"],
    ["an empty item", ["* a", "*", "", "* b"], "<ul><li>a</li><li/><li>b</li></ul>"],
    ["an item of code", ["* a", "  ```", "   b", "  ```"], "<ul><li>a<pre> b</pre></li></ul>"],
    [
      "a quotation",
      ["> a", "> > b", "c", "", "d"],
      "<blockquote><p>a</p><blockquote><p>b c</p></blockquote></blockquote><p>d</p>",
    ],
    ["a fence", ["```", "* a", "", " b", "```"], "<pre>* a\n\n b</pre>"],
    ["a fence with a language", ["~~~json", "{}", "~~~"], '<pre><code class="language-json">{}</code></pre>'],
    ["a fence without an end", ["```", "a"], "<pre>a</pre>"],
    ["indented code", ["    a", "      b"], "<pre>a\n  b</pre>"],
    ["breaks", ["a", "", "---", "* * *", "___"], "<p>a</p><hr/><hr/><hr/>"],
    ["separated lists", ["* a", "", "<!-- -->", "", "* b"], "<ul><li>a</li></ul><ul><li>b</li></ul>"],
    ["no HTML", ["<div>", "a"], "<p>&lt;div> a</p>"],
    ["no link references", ["[a]: /b", "", "[a]"], "<p>[a]: /b</p><p>[a]</p>"],
  ])("%s", (_, lines, expected) => {
    expect(blocks(...lines)).toBe(expected);
  });

  const table =
    '<table><tr><th>a</th><th align="right">b</th></tr><tr><td>c</td><td align="right">d|e</td></tr></table>';
  test.each([
    ["with bars at the ends", ["| a | b |", "| --- | ---: |", "| c | d\\|e |"], table],
    ["without", ["a | b", "--- | ---:", "c | d\\|e"], table],
    ["without a header", ["|  |", "| --- |", "| a |"], "<table><tr><td>a</td></tr></table>"],
    [
      "with rows of other widths",
      ["|a|b|", "|-|-|", "|c|", "|d|e|f|"],
      "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>",
    ],
    ["none: other counts of cells", ["| a | b |", "| --- |"], "<p>| a | b | | --- |</p>"],
  ])("a table %s", (_, lines, expected) => {
    expect(blocks(...lines)).toBe(expected);
  });
});
