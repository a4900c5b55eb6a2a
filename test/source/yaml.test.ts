import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { SourceDocument } from "../../src/source/document.js";
import { limits } from "../../src/foundation/limits.js";
import { readYaml } from "../../src/source/yaml.js";

function read(text: string): SourceDocument {
  const [result, ...others] = readYaml(text, "a.yaml");
  expect(others).toEqual([]);
  expect(result?.diagnostics).toEqual([]);
  if (!result?.document) throw new Error("no document");
  return result.document;
}

describe("readYaml", () => {
  it("reads what was written", () => {
    const text = fc.string({ unit: "grapheme" });
    const leaf = fc.oneof(text, fc.integer(), fc.boolean());
    const tree = fc.dictionary(text, fc.oneof(leaf, fc.array(leaf), fc.dictionary(text, leaf)), {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(tree, (value) => {
        expect(read(stringify(value)).value).toEqual(value);
      }),
    );
  });

  it("keeps dates, yes and no, and __proto__ as they stand", () => {
    const { value } = read('on: 2026-02-30\nanswer: yes\nother: no\n__proto__: {polluted: true}\n"<<": {a: b}\n');
    expect(JSON.stringify(value)).toBe(
      '{"on":"2026-02-30","answer":"yes","other":"no","__proto__":{"polluted":true},"<<":{"a":"b"}}',
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("answers merge keys of YAML 1.1 with one message, at the first", () => {
    const text = "a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\nc: {<<: *a}\n";
    expect(readYaml(text, "a.yaml")).toEqual([
      {
        diagnostics: [
          {
            code: "merge-key",
            severity: "error",
            message: '"<<" is a merge key of YAML 1.1, which YAML 1.2 does not have.',
            file: "a.yaml",
            line: 3,
            column: 3,
            frame: "2 | b:\n3 |   <<: *a\n  |   ^",
            fix: "Write the properties out; an alias (*name) can stand for a whole value only.",
          },
        ],
      },
    ]);
    expect(read("'<<': x").value).toEqual({ "<<": "x" });
  });

  it("says what to do about a tab before a key", () => {
    expect(readYaml("roles:\n\towner: x\n", "a.yaml")).toEqual([
      {
        diagnostics: [
          {
            code: "yaml-syntax",
            severity: "error",
            message: "This is not YAML: a tab stands before the text of this line.",
            file: "a.yaml",
            line: 2,
            column: 1,
            frame: "1 | roles:\n2 |  owner: x\n  | ^",
            fix: "Write blanks in its place: YAML allows no tab as indentation.",
          },
        ],
      },
    ]);
  });

  it("reads every document, and a bad one hides no other", () => {
    const results = readYaml("# first\nid: a\n---\nid: [\n---\nid: c\n---\n", "a.yaml");
    expect(
      results.map(({ document, diagnostics }) => [
        document?.line,
        document?.value,
        diagnostics.map((each) => each.line),
      ]),
    ).toEqual([
      [2, { id: "a" }, []],
      [undefined, undefined, [4]],
      [6, { id: "c" }, []],
    ]);
  });

  it.each(["", "# only a comment\n", "---\n", "~\n", "---\n---\n"])("says that %j holds no document", (text) => {
    expect(readYaml(text, "a.yaml")).toEqual([
      {
        diagnostics: [
          {
            code: "empty-file",
            severity: "error",
            message: "There is no YAML document here: the file is empty or holds comments only.",
            file: "a.yaml",
            line: 1,
            column: 1,
            fix: "Write a document, or remove the file.",
          },
        ],
      },
    ]);
  });

  it("shows each key that stands twice, in nested mappings too", () => {
    const results = readYaml("id: a\nroles:\n  owner: x\n  owner: y\nname: n\nid: b\n", "a.yaml");
    expect(results).toEqual([
      {
        diagnostics: [
          {
            code: "duplicate-key",
            severity: "error",
            message: 'The key "id" stands here twice in one mapping.',
            file: "a.yaml",
            line: 6,
            column: 1,
            fix: "Keep one of the two.",
            frame: "5 | name: n\n6 | id: b\n  | ^",
          },
          {
            code: "duplicate-key",
            severity: "error",
            message: 'The key "owner" stands here twice in one mapping.',
            file: "a.yaml",
            line: 4,
            column: 3,
            fix: "Keep one of the two.",
            frame: "3 |   owner: x\n4 |   owner: y\n  |   ^",
          },
        ],
      },
    ]);
  });

  it("says what a tag is about, and refuses it", () => {
    expect(readYaml("a: 1\nb: !!js/function 'x'\n", "a.yaml")).toEqual([
      {
        diagnostics: [
          {
            code: "unknown-tag",
            severity: "error",
            message: '"!!js/function" is a YAML tag that aims does not know.',
            file: "a.yaml",
            line: 2,
            column: 4,
            fix: 'Remove it: nothing here needs a tag. Put the text in quotes if "!" belongs to it.',
            frame: "1 | a: 1\n2 | b: !!js/function 'x'\n  |    ^",
          },
        ],
      },
    ]);
  });

  it.each([
    ["a quote that is not closed", 'a: "abc', "yaml-syntax", 1, 4],
    ["a tab as indentation", "a:\n\tb: 1\n", "yaml-syntax", 2, 1],
    ["a mapping as a key", "? {a: 1}\n: 2\n", "key-not-text", 1, 3],
    ["an alias as a key", "a: &x k\n*x : 1\n", "key-not-text", 2, 1],
    ["an unknown alias", "note: *important\n", "unknown-alias", 1, 7],
    ["an alias inside its own value", "a: &x\n  b: [*x]\n", "endless-alias", 2, 7],
    ["an unknown directive", "%FOO\n---\na: 1\n", "yaml-syntax", 1, 1],
  ])("refuses %s", (_name, text, code, line, column) => {
    const diagnostics = readYaml(text, "a.yaml").flatMap((each) => each.diagnostics);
    expect(diagnostics.slice(0, 1)).toMatchObject([{ code, severity: "error", file: "a.yaml", line, column }]);
    expect(diagnostics[0]?.fix).not.toBe(undefined);
  });

  it("shows no more than so many problems of a document", () => {
    const text = Array.from({ length: 200 }, (_, index) => `k${String(index)}: 1\nk${String(index)}: 2\n`).join("");
    expect(readYaml(text, "a.yaml").flatMap((each) => each.diagnostics)).toHaveLength(limits.diagnosticsPerFile);
  });
});

describe("hostile YAML", () => {
  it("lets aliases through up to the limit, counted after expansion", () => {
    const uses = (count: number): string => `a: &a 1\nb: [${"*a, ".repeat(count)}]\n`;
    expect(readYaml(uses(limits.aliases), "a.yaml").map((each) => each.diagnostics)).toEqual([[]]);
    expect(readYaml(uses(limits.aliases + 1), "a.yaml")).toMatchObject([
      { diagnostics: [{ code: "too-many-aliases", line: 2 }] },
    ]);
  });

  it("counts the aliases inside of what an alias stands for", () => {
    const text = (uses: number): string => `a: &a 1\nb: &b [*a, *a, *a, *a, *a]\nc: [${"*b, ".repeat(uses)}]\n`;
    expect(readYaml(text(7), "a.yaml").map((each) => each.diagnostics)).toEqual([[]]);
    expect(readYaml(text(8), "a.yaml")).toMatchObject([
      { diagnostics: [{ code: "too-many-aliases", severity: "error", line: 1, column: 1 }] },
    ]);
  });

  // As many as are open at once when the text is refused while it is parsed; fewer are counted in the tree.
  const open = limits.depth * 2 + 2;
  it.each([
    ["flow sequences", "[".repeat(open)],
    ["closed flow sequences", "[".repeat(open) + "]".repeat(open)],
    ["flow mappings", "{a: ".repeat(open)],
    ["sequences on one line", "- ".repeat(open)],
    ["sequences with tabs", "-\t".repeat(open)],
    ["explicit keys", "? ".repeat(open)],
    ["sequences and explicit keys in turn", "- ? ".repeat(open / 2)],
    ["flow sequences a line each", "[\n".repeat(open)],
    ["mappings by indentation", Array.from({ length: open }, (_, level) => `${" ".repeat(level)}a:\n`).join("")],
  ])("refuses too many levels of %s before the document is built", (_name, text) => {
    const results = readYaml(`ok: 1\n---\n${text}`, "a.yaml");
    expect(results.map(({ document, diagnostics }) => document?.value ?? diagnostics.map((each) => each.code))).toEqual(
      [{ ok: 1 }, ["too-deep"]],
    );
  });

  it("reads 64 levels and refuses 65; brackets in text do not count", () => {
    const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
    expect(readYaml(nested(64), "a.yaml").map((each) => each.diagnostics)).toEqual([[]]);
    expect(readYaml(nested(65), "a.yaml")).toMatchObject([
      { diagnostics: [{ code: "too-deep", line: 1, column: 65 }] },
    ]);
    const prose = Array.from({ length: 2_000 }, (_, index) => `k${String(index)}: an interval [0, 1)\n`).join("");
    expect(readYaml(prose, "a.yaml").map((each) => each.diagnostics)).toEqual([[]]);
  });

  it("reads a mapping of many keys", () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: 1\n`).join("");
    expect(Object.keys(read(text).value as object)).toHaveLength(20_000);
  });
});

describe("positions in YAML", () => {
  const text = 'id: a\nlist:\n  - {"a/b": 1, m~n: [yes]}\n  - x\nempty:\nbase: &b\n  deep: 1\nuse: *b\n';
  const document = read(text);

  it.each([
    ["", "value", 1, 1],
    ["/list", "value", 3, 3],
    ["/list", "key", 2, 1],
    ["/list/0", "value", 3, 5],
    ["/list/0/a~1b", "value", 3, 13],
    ["/list/0/a~1b", "key", 3, 6],
    ["/list/0/m~0n/0", "value", 3, 22],
    ["/list/1", "value", 4, 5],
    ["/empty", "key", 5, 1],
    ["/use/deep", "value", 7, 9],
    // The innermost value around it that exists.
    ["/list/2", "value", 3, 3],
    ["/list/01", "value", 3, 3],
    ["/list/0/none/deeper", "value", 3, 5],
  ] as const)("finds %j (%s)", (pointer, what, line, column) => {
    expect(document.locate(pointer, what)).toEqual({ line, column });
  });

  it("counts lines of the file, not of the document", () => {
    const [, second] = readYaml("a: 1\r\n---\r\nb:\r\n  c: 2\r\n", "a.yaml");
    expect(second?.document?.line).toBe(3);
    const position = second?.document?.locate("/b/c");
    expect(position).toEqual({ line: 4, column: 6 });
    expect(position && second?.document?.frame(position)).toBe("3 | b:\n4 |   c: 2\n  |      ^");
  });

  it("counts the lines inside text that cannot be read", () => {
    const [result] = readYaml('a: [] "x\n  y"\nb: @z\n', "a.yaml");
    expect(result?.diagnostics.map(({ line, column }) => [line, column])).toEqual([
      [1, 7],
      [3, 4],
    ]);
  });
});
