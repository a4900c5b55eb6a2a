import fc from "fast-check";
import type { MarkupElement, MarkupNode } from "../../../../src/oscal/codec/markup/markup-node.js";

/** Pieces of text that Markdown could take for something else. */
const nastyPieces = [
  ...Array.from("*_[]()`~^\"{}<>&#|!\\ -+1.=:@'/aZé\u00a0😀"),
  ...["**", "__", "~~", "^^", "``", "```", '""', "{{", "}}", "{{ insert: param, x }}", "{{ x }}", "![", "](", "](u)"],
  ...[
    "# ",
    "## a",
    "> ",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "1) ",
    "12. b",
    "---",
    "***",
    "___",
    "===",
    "| - |",
    "|---|",
    "[x]: ",
  ],
  ...[
    "&amp;",
    "&lt;",
    "&#32;",
    "&copy;",
    "&unknown;",
    "<em>",
    "</em>",
    "<BREAK>",
    "<br/>",
    "<!-- -->",
    "<https://a.b>",
  ],
  ...["<HTTP:", "<a@b.c>", "a_b_c", "5~10 and 20~30", 'a "b" c', "words and more words", "  ", " ", "\n", "\n\n", "\t"],
];

export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...nastyPieces) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join("").replace(/\r/g, "") || "x");

const element = (
  name: string,
  children: readonly MarkupNode[],
  attributes: Record<string, string> = {},
): MarkupElement => ({
  name,
  attributes,
  children,
});

/** One level of inline nodes as the parser gives it: text merged, blanks collapsed, none beside a br. */
function normalChildren(nodes: readonly MarkupNode[], collapse: (text: string) => string): MarkupNode[] {
  const merged: MarkupNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (typeof node === "string" && typeof last === "string") merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  const isBreak = (node: MarkupNode | undefined): boolean => typeof node === "object" && node.name === "br";
  return merged
    .map((node, index) => {
      if (typeof node !== "string") return node;
      const text = isBreak(merged[index - 1]) ? collapse(node).replace(/^ +/, "") : collapse(node);
      return isBreak(merged[index + 1]) ? text.replace(/ +$/, "") : text;
    })
    .filter((node) => node !== "");
}

const collapsed = (text: string): string => text.replace(/[ \t\n\r]+/g, " ");
const oneLine = (text: string): string => text.replace(/[ \t\n\r]*[\n\r][ \t\n\r]*/g, " ");

function trimmed(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes
    .map((node, index) => {
      if (typeof node !== "string") return node;
      const text = index === 0 ? node.replace(/^ /, "") : node;
      return index === nodes.length - 1 ? text.replace(/ $/, "") : text;
    })
    .filter((node) => node !== "");
}

const attribute = nastyText;
const title = fc.oneof(
  fc.constant({}),
  attribute.map((text) => ({ title: text })),
);
const identifier = fc.constantFrom("param", "ac-1_prm_1", "x", "_y.1", "a*b", "ünï");

const { inline } = fc.letrec<{ inline: MarkupNode[]; node: MarkupNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 5, arbitrary: nastyText },
    { weight: 2, arbitrary: fc.constantFrom("a", "b", " ", "word", " two words ") },
    { weight: 1, arbitrary: fc.constant(element("br", [])) },
    {
      weight: 1,
      arbitrary: fc.tuple(identifier, identifier).map(([type, id]) => element("insert", [], { type, "id-ref": id })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(attribute, attribute, title)
        .map(([alt, src, more]) => element("img", [], { alt, src, ...more })),
    },
    { weight: 1, arbitrary: nastyText.map((text) => element("code", normalChildren([text], oneLine))) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom("em", "strong", "q", "sub", "sup"), tie("inline"))
        .map(([name, children]) => element(name, children)),
    },
    { weight: 1, arbitrary: tie("inline").map((children) => element("code", children)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          tie("inline"),
          fc.oneof(
            fc.constant({}),
            fc.tuple(attribute, title).map(([href, more]) => ({ href, ...more })),
          ),
        )
        .map(([children, attributes]) => element("a", withoutLinks(children), attributes)),
    },
  ),
  inline: fc
    .array(tie("node"), { maxLength: 4, depthIdentifier: "inline" })
    .map((nodes) => normalChildren(nodes, collapsed)),
}));

function withoutLinks(nodes: readonly MarkupNode[]): MarkupNode[] {
  const kept = nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === "string") return [node];
    const children = withoutLinks(node.children);
    return node.name === "a" ? children : [{ ...node, children }];
  });
  return normalChildren(kept, collapsed);
}

/** Inline nodes in normal form, with one blank at most at each end. */
export const normalInlineNodes: fc.Arbitrary<MarkupNode[]> = inline;

const text = inline.filter((nodes) => nodes.some((node) => typeof node !== "string" || /[^ ]/.test(node)));
const trimmedText = text.map(trimmed);
const paragraph = text.map((children) => element("p", children));
const trimmedParagraph = trimmedText.map((children) => element("p", children));
const plain = nastyText.map((piece) => [piece]);
const single = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), inline)
    .map(([level, children]) => element(`h${String(level)}`, trimmed(children))),
  fc.oneof(plain, fc.constant([])).map((children) => element("pre", children)),
  fc
    .tuple(fc.constantFrom("json", "c++", "a b", "x`y", "&amp;"), plain)
    .map(([language, children]) => element("pre", [element("code", children, { class: `language-${language}` })])),
  fc.constant(element("hr", [])),
);
const aligns = fc.constantFrom({}, {}, { align: "left" }, { align: "center" }, { align: "right" });
const cells = fc.array(inline.map(trimmed), { minLength: 1, maxLength: 3 });
const table = fc
  .record({
    header: fc.boolean(),
    rows: fc.array(cells, { minLength: 2, maxLength: 3 }),
    aligns: fc.array(aligns, { minLength: 3, maxLength: 3 }),
  })
  .map(({ header, rows, aligns: columns }) => {
    const named = header && (rows[0] ?? []).some((cell) => cell.length > 0);
    return element(
      "table",
      rows.map((row, index) =>
        element(
          "tr",
          row.map((children, column) => {
            const known = !named || column < (rows[0]?.length ?? 0);
            return element(named && index === 0 ? "th" : "td", children, known ? (columns[column] ?? {}) : {});
          }),
        ),
      ),
    );
  });

const { block } = fc.letrec<{
  block: MarkupElement;
  list: MarkupElement;
  nonParagraph: MarkupElement;
  item: MarkupElement;
}>((tie) => ({
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(text, fc.constant([])).map((children) => element("li", children)),
    fc
      .tuple(trimmedText, fc.array(tie("nonParagraph"), { minLength: 1, maxLength: 3 }))
      .map(([own, blocks]) => element("li", [...own, ...blocks])),
    fc.array(tie("nonParagraph"), { minLength: 1, maxLength: 3 }).map((blocks) => element("li", blocks)),
    fc
      .tuple(
        trimmedParagraph,
        fc.array(fc.oneof(trimmedParagraph, tie("nonParagraph")), { minLength: 1, maxLength: 2 }),
        fc.boolean(),
      )
      .map(([first, others, last]) => element("li", last ? [...others, first] : [first, ...others])),
  ),
  list: fc
    .tuple(
      fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom("0", "2", "10", "123456789"), { nil: undefined }),
      fc.boolean(),
    )
    .map(([items, start, ordered]) =>
      element(ordered ? "ol" : "ul", items, ordered && start !== undefined ? { start } : {}),
    ),
  nonParagraph: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    single,
    tie("list"),
    fc
      .array(tie("block"), { maxLength: 3, depthIdentifier: "block" })
      .map((children) => element("blockquote", children)),
    table,
  ),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: paragraph },
    { weight: 2, arbitrary: tie("nonParagraph") },
  ),
}));

/** Block elements in normal form. */
export const normalBlocks: fc.Arbitrary<MarkupElement[]> = fc.array(block, { maxLength: 4 });
