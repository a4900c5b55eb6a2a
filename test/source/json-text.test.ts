import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText, materialize, streamed, type Listed, type Writable } from "../../src/source/stringify.js";

const text = (value: unknown): string => [...jsonText(value)].join("");

/** Trees in which any list may be a streamed one, each with what it means as a plain tree. */
const { tree } = fc.letrec<{ tree: { given: unknown; plain: unknown } }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .oneof(fc.string({ unit: "binary" }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
      .map((value) => ({ given: value, plain: value })),
    fc.tuple(fc.boolean(), fc.array(tie("tree"), { maxLength: 4 })).map(([asStream, items]) => ({
      // An element of a streamed list is written by JSON.stringify, so it is a plain one.
      given: asStream ? streamed(() => items.map(({ plain }) => plain)) : items.map(({ given }) => given),
      plain: items.map(({ plain }) => plain),
    })),
    fc.array(fc.tuple(fc.string(), fc.option(tie("tree"), { nil: undefined })), { maxLength: 4 }).map((members) => ({
      given: Object.fromEntries(members.map(([key, value]) => [key, value?.given])),
      plain: Object.fromEntries(members.map(([key, value]) => [key, value?.plain])),
    })),
  ),
}));

describe("a list that may be made while it is written", () => {
  const letters = (): Listed<string> => streamed(() => ["a", "b"]);

  it("has no length for the compiler: npm run typecheck fails where an expected error does not occur", () => {
    // @ts-expect-error -- nobody knows how long it will be
    expect(letters().length).toBeUndefined();
    expect(text(letters())).toBe('[\n  "a",\n  "b"\n]\n');
  });

  it("takes the place of an array anywhere in a model, and an array does as well", () => {
    interface Model {
      rows: { cells: string[] }[];
    }
    const documents: Writable<Model>[] = [
      { rows: streamed(() => [{ cells: ["a"] }]) },
      { rows: [{ cells: streamed(() => ["a"]) }] },
      { rows: [{ cells: ["a"] }] },
    ];
    expect(documents.map(materialize)).toEqual(documents.map(() => ({ rows: [{ cells: ["a"] }] })));
    // @ts-expect-error -- elements of a streamed list are written as they are, so that none can be inside them
    const nested: Writable<Model> = { rows: streamed(() => [{ cells: streamed(() => ["a"]) }]) };
    expect(text(nested)).not.toContain('"a"');
  });
});

describe("jsonText", () => {
  it("means what JSON.stringify would have written, with streamed lists anywhere", () => {
    fc.assert(
      fc.property(tree, ({ given, plain }) => {
        const expected = JSON.parse(JSON.stringify(plain)) as unknown;
        expect(JSON.parse(text(given))).toEqual(expected);
        expect(JSON.parse(JSON.stringify(materialize(given)))).toEqual(expected);
      }),
    );
  });

  it("writes trees without streamed lists as JSON.stringify does, indented by two", () => {
    fc.assert(
      fc.property(tree, ({ plain }) => {
        expect(text(plain)).toBe(`${JSON.stringify(plain, null, 2)}\n`);
      }),
    );
  });

  it("puts each element of a streamed list on a line of its own", () => {
    const list = [{ a: 1, b: [1, 2] }, "x\ny", null];
    expect(text({ kind: "k", list: streamed(() => list), none: streamed(() => []), left: undefined })).toBe(
      `{
  "kind": "k",
  "list": [
    {"a":1,"b":[1,2]},
    "x\\ny",
    null
  ],
  "none": []
}
`,
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        const lines = text(streamed(() => items)).split("\n");
        expect(lines).toHaveLength(items.length === 0 ? 2 : items.length + 3);
      }),
    );
  });

  it("writes what lies ready as text as it is, and does not make the elements", () => {
    const unasked = (): never => {
      throw new Error("made");
    };
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        const texts = (): string[] => items.map((item) => JSON.stringify(item));
        expect(text({ list: streamed<unknown>(unasked, texts) })).toBe(text({ list: streamed(() => items) }));
      }),
    );
  });

  it("finds streamed lists behind many plain values", () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${String(index)}`, [index]]));
    const given = { many, last: [{ list: streamed(() => ["a"]) }] };
    const plain = { many, last: [{ list: ["a"] }] };
    expect(text(given)).toBe(`${JSON.stringify(plain, null, 2)}\n`);
  });

  it("makes a streamed list while it is written, and again for every text", () => {
    let made = 0;
    const list = streamed(function* () {
      for (; made < 100_000; made += 1) yield "x".repeat(100);
    });
    const pieces = jsonText({ list });
    pieces.next();
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(1000);
    const twice = streamed(() => [1, 2]);
    expect(text(twice)).toBe(text(twice));
  });

  it("hands on pieces that are neither tiny nor large", () => {
    const sizes = [...jsonText(streamed(() => Array.from({ length: 20_000 }, (_, index) => ({ index }))))].map(
      (piece) => piece.length,
    );
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(1 << 14);
    expect(Math.max(...sizes)).toBeLessThan(1 << 15);
  });
});
