import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { advance, atStart } from "../../scripts/fuzz/fuzz.js";
import { shrink } from "../../scripts/fuzz/shrink.js";
import { yamlReaders } from "../../scripts/fuzz/yaml.js";
import { limits } from "../../src/foundation/limits.js";
import { readPlainYaml } from "../../src/source/plain-yaml.js";
import { readYaml } from "../../src/source/yaml.js";
import { readParsedYaml } from "../../src/source/yaml/parsed.js";
import { projectPath } from "../support/project.js";

/** Values of the documents, where the text is accepted. */
function values(text: string): readonly unknown[] | undefined {
  return readPlainYaml(text, "a.yaml")?.map(({ document }) => document?.value);
}

/** What the two readers say otherwise; a text that is refused has no such difference. */
function difference(text: string): string | undefined {
  return yamlReaders.check(text).difference;
}

describe("the reader of plain YAML", () => {
  it("accepts every example", () => {
    const folder = projectPath("examples");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
    const refused = files.filter((name) => values(readFileSync(join(folder, name), "utf8")) === undefined);
    expect(files.length).toBeGreaterThan(10);
    expect(refused).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    [
      "mappings and lists",
      "a:\n  b: 1\n  c:\n  - x\n  -   y: 1\n      z: 2\n  - - p\n    - q\n",
      { a: { b: 1, c: ["x", { y: 1, z: 2 }, ["p", "q"]] } },
    ],
    [
      "scalars of the core schema",
      "a: ~\nb:\nc: True\nd: no\ne: -12\nf: 1.50\ng: 2026-11-29\nh: 1.2.3\n",
      { a: null, b: null, c: true, d: "no", e: -12, f: 1.5, g: "2026-11-29", h: "1.2.3" },
    ],
    [
      "quotes and escapes",
      "a: 'it''s # one'\nb: \"\\u00e4\\x41\\n\\\"\\\\\"\n'c d': x\n",
      { a: "it's # one", b: 'äA\n"\\', "c d": "x" },
    ],
    [
      "brackets",
      'a: {b: 1, \'c\': [x y, "z"], "d":{}}\ne: [\n  f,\n  {g: h},\n]\n',
      { a: { b: 1, c: ["x y", "z"], d: {} }, e: ["f", { g: "h" }] },
    ],
    ["comments", "# one\na: b # two\n# three\nc: # four\n  # five\n  d: e#f\n", { a: "b", c: { d: "e#f" } }],
    [
      "texts of several lines",
      "z: 1\n  - y\na: one\n  two\n\n  three\nb:\n  \"four\n\n  five \"\nc: 'six \n  seven'\n",
      { z: "1 - y", a: "one two\nthree", b: "four\nfive ", c: "six seven" },
    ],
    [
      "literal texts",
      "a: |\n\n  one\n\n   two\nb: |-\n  three\n\nc: |+\n  four\n\n",
      { a: "\none\n\n two\n", b: "three", c: "four\n\n" },
    ],
    ["folded texts", "a: >\n  one\n  two\n\n  three\n   four\n  five\n", { a: "one two\nthree\n four\nfive\n" }],
    [
      "keys that look like something else",
      "1: a\nnull: b\ntrue: c\n2026-01-01: d\n",
      { 1: "a", null: "b", true: "c", "2026-01-01": "d" },
    ],
  ])("reads %s", (_name, text, value) => {
    expect(values(text)).toEqual([value]);
    expect(difference(text)).toBe(undefined);
  });

  it("reads several documents, and says where they begin", () => {
    const found = readPlainYaml("# first\na: 1\n---\n\n- b\n", "a.yaml")?.map(({ document }) => [
      document?.line,
      document?.value,
      document?.locate("/0"),
    ]);
    expect(found).toEqual([
      [2, { a: 1 }, { line: 2, column: 1 }],
      [5, ["b"], { line: 5, column: 3 }],
    ]);
  });

  it("knows the places of keys and values, and numbers as they are written", () => {
    const [result] =
      readPlainYaml('a: {b: 1.50}\nlist:\n  - "x"\n  - c: ~\n    d: one\n      two\n10: z\n', "a.yaml") ?? [];
    const document = result?.document;
    const places = ["", "/a/b", "/list", "/list/1/c", "/list/1/d", "/10", "/none"].map((pointer) => {
      const [value, key] = [document?.locate(pointer), document?.locate(pointer, "key")];
      return [pointer, value?.line, value?.column, key?.line, key?.column, document?.written?.(pointer)];
    });
    expect(places).toEqual([
      ["", 1, 1, 1, 1, undefined],
      ["/a/b", 1, 8, 1, 5, "1.50"],
      ["/list", 3, 3, 2, 1, undefined],
      ["/list/1/c", 4, 8, 4, 5, "~"],
      ["/list/1/d", 5, 8, 5, 5, "one two"],
      ["/10", 7, 5, 7, 1, "z"],
      ["/none", 1, 1, 1, 1, undefined],
    ]);
  });

  it.each([
    ["nothing", ""],
    ["a scalar alone", "text\n"],
    ["an empty document", "a: 1\n---\n"],
    ["the end of a document", "a: 1\n...\n"],
    ["a directive", "%YAML 1.2\n---\na: 1\n"],
    ["a tab", "a:\tb\n"],
    ["CR alone", "a: 1\rb: 2\n"],
    ["CR before LF in only some lines", "a: |\n  b\r\n  c\r\r\n"],
    ["a byte order mark", "\ufeffa: 1\n"],
    ["a key that stands twice", "a: 1\na: 2\n"],
    ["__proto__", "__proto__: 1\n"],
    ["a key that every object has", "toString: 1\n"],
    ["a merge key", "<<: {a: 1}\n"],
    ["an anchor", "a: &b c\n"],
    ["an alias", "a: *b\n"],
    ["a tag", "a: !b c\n"],
    ["a complex key", "? a\n: b\n"],
    ["a key in brackets", "[a]: b\n"],
    ["a key without a value, in brackets", "a: {b, c: d}\n"],
    ["a pair in a list in brackets", "a: [b: c]\n"],
    ["two colons in a line", "a: b: c\n"],
    ["a list beside its key", "a: - b\n"],
    ["text behind quotes", 'a: "b" c\n'],
    ["an escape that YAML does not have", 'a: "\\q"\n'],
    ["a quote without an end", 'a: "b\n'],
    ["a bracket without an end", "a: [b\n"],
    ["an octal number", "a: 0o17\n"],
    ["a hexadecimal number", "a: 0xff\n"],
    ["infinity", "a: .inf\n"],
    ["an exponent", "a: 1e3\n"],
    ["a sign before a number", "a: +1\n"],
    ["a zero before a number, of which there is a caution", "a: 007\n"],
    ["a number that would change", "a: 9007199254740993\n"],
    ["a comment that may be text, of which there is a caution", "a: b #1 c\n"],
    ["the same in the place of a value", "a: #1 c\n"],
    ["a text that is indented less than its number says", "a: |4\n  b\n"],
    ["a number behind the sign for the last line ends", "a: |-2\n  b\n"],
    ["a comment without a blank before it", 'a: "b"#c\n'],
    ["a key deeper than the others", "a: 1\n  b: 2\n"],
    ["a key less deep than the others", "a:\n  b: 1\n c: 2\n"],
    ["a key of 1100 characters", `${"k".repeat(1100)}: 1\n`],
    // Found by scripts/fuzz/readers.ts.
    ["a key in braces without a value, at the end of a line", "p: {b: \n}"],
    ["such a key in a list", "d: [{i: \n }]"],
    ["such a key in quotes", 'd: {"i":\n}'],
    ["text behind a comment within a text", "a: b\n c # d\n e\n"],
    ["a text behind a comment that is indented less", "a:\n# c\n  text\n"],
  ])("leaves %s to the library", (_name, text) => {
    expect(values(text)).toBe(undefined);
  });

  it("leaves what is nested too deeply to the library, whatever the style", () => {
    const block = (levels: number): string =>
      Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:\n`)
        .join("")
        .replace(/\n$/, " 1\n");
    const flow = (levels: number): string => `a: ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}\n`;
    const dashes = (levels: number): string => `${"- ".repeat(levels)}a\n`;
    for (const text of [block, flow, dashes]) {
      expect(values(text(limits.depth))).toHaveLength(1);
      expect(difference(text(limits.depth))).toBe(undefined);
      expect(values(text(limits.depth + 1))).toBe(undefined);
      expect(readYaml(text(limits.depth + 1), "a.yaml")).toMatchObject([{ diagnostics: [{ code: "too-deep" }] }]);
      expect(values(text(20_000))).toBe(undefined);
    }
  });

  it("says the same as the library of halves of surrogate pairs", () => {
    const text = 'a: "\\ud83d\\ude00"\nb: "\\ud83d"\n';
    expect(readPlainYaml(text, "a.yaml")).toEqual(readParsedYaml(text, "a.yaml"));
    expect(readPlainYaml(text, "a.yaml")).toMatchObject([{ diagnostics: [{ code: "ill-formed-text", line: 2 }] }]);
  });

  it("reads what the library writes as the library does", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[ \n#:>|'"a-c-]{0,12}$/), fc.lorem());
    const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
    const tree = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(text, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).tree;
    let accepted = 0;
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 20, 80), fc.boolean(), (value, lineWidth, indentSeq) => {
        const { accepted: isAccepted, difference } = yamlReaders.check(stringify({ value }, { lineWidth, indentSeq }));
        if (isAccepted) accepted += 1;
        return difference === undefined;
      }),
      { numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(33);
  });

  it("agrees with the library about changed texts", () => {
    const { accepted, found } = advance(yamlReaders, atStart("yaml", 1), 500);
    expect(found).toEqual([]);
    expect(accepted).toBeGreaterThan(166);
  });
});

describe("the search for differences", () => {
  it("goes on where it was stopped, and shows the smallest text", () => {
    const pair = {
      ...yamlReaders,
      check: (text: string) => ({ accepted: true, difference: text.includes("id") ? "it holds id" : undefined }),
    };
    const whole = advance(pair, atStart("yaml", 7), 40);
    expect(advance(pair, advance(pair, atStart("yaml", 7), 15), 25)).toEqual(whole);
    expect(whole).toMatchObject({ steps: 40, accepted: 40, found: [{ text: "id", difference: "it holds id" }] });
    expect(shrink("one\ntwo\nthree\n", (text) => text.includes("w"))).toBe("w");
  });
});
