import { findNodeAtLocation, parseTree } from "jsonc-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonOffsets } from "../../src/source/json/offsets.js";

describe("places in a JSON text", () => {
  const text = ' {"a": [1, {"b\\u0022\\\\": "}]"}, []], "": null,"c":true }\n';
  const offsets = new JsonOffsets(text);
  const at = (...segments: string[]): string[] => {
    const { value, key } = offsets.place(segments);
    return [text.slice(value, value + 4), ...(key === undefined ? [] : [text.slice(key, key + 4)])];
  };

  it("are those of values and of the keys before them", () => {
    expect([at(), at("a"), at("a", "0"), at("a", "1", 'b"\\'), at("a", "2"), at(""), at("c")]).toEqual([
      ['{"a"'],
      ["[1, ", '"a":'],
      ["1, {"],
      ['"}]"', '"b\\u'],
      ["[]],"],
      ["null", '"": '],
      ["true", '"c":'],
    ]);
  });

  it("are those of the innermost value that exists", () => {
    expect([at("a", "3"), at("a", "00"), at("a", "1", "b", "x"), at("c", "d"), at("__proto__")]).toEqual([
      ["[1, ", '"a":'],
      ["[1, ", '"a":'],
      ['{"b\\'],
      ["true", '"c":'],
      ['{"a"'],
    ]);
  });

  it("agree with jsonc-parser for any value, however it is written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const json = JSON.stringify(value, undefined, indent);
        const tree = parseTree(json);
        const places = new JsonOffsets(json);
        for (const path of pathsOf(value)) {
          const node = tree && findNodeAtLocation(tree, [...path]);
          const key = node?.parent?.type === "property" ? node.parent.children?.[0]?.offset : undefined;
          expect(places.place(path.map(String))).toEqual({
            value: node?.offset,
            ...(key === undefined ? {} : { key }),
          });
        }
      }),
      { seed: 20261101 },
    );
  });

  it("are the same in whatever order they are asked for", () => {
    const values = fc.jsonValue({ maxDepth: 5 }).chain((value) => {
      const paths = [...pathsOf(value)].map((path) => path.map(String));
      return fc.record({
        json: fc.constantFrom(undefined, 1).map((indent) => JSON.stringify(value, undefined, indent)),
        paths: fc.shuffledSubarray([...paths, ...paths.map((path) => [...path, "none"])]),
      });
    });
    fc.assert(
      fc.property(values, ({ json, paths }) => {
        const places = new JsonOffsets(json);
        expect(paths.map((path) => places.place(path))).toEqual(paths.map((path) => new JsonOffsets(json).place(path)));
      }),
      { seed: 20261121 },
    );
  });
});

function* pathsOf(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* pathsOf(entry, [...path, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) yield* pathsOf(entry, [...path, key]);
  }
}
