import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAt } from "../../../src/source/pointer.js";
import { pointersTo, walkObjects } from "../../../src/oscal/model/walk-objects.js";

test("every object is visited once, in the order of the document, with its key and place", () => {
  const document = { a: { b: [{ c: 1 }, [{ d: {} }]] }, e: null, f: [{}] };
  const visits: [key: string, pointer: string][] = [];
  walkObjects(document, (_owner, key, place) => visits.push([key, place.pointer()]));
  expect(visits).toEqual([
    ["", ""],
    ["a", "/a"],
    ["b", "/a/b/0"],
    ["b", "/a/b/1/0"],
    ["d", "/a/b/1/0/d"],
    ["f", "/f/0"],
  ]);
});

test("an object around is found by its key, the innermost first, and never the object itself", () => {
  const document = { maps: { name: "outer", maps: [{ name: "inner", item: [{ name: "item" }] }] } };
  const around: unknown[] = [];
  walkObjects(document, (owner, _key, place) => around.push([owner["name"], place.around("maps")?.["name"]]));
  expect(around).toEqual([
    [undefined, undefined],
    ["outer", undefined],
    ["inner", "outer"],
    ["item", "inner"],
  ]);
});

test("a pointer leads to the object, and further segments to what it holds", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (document) => {
      walkObjects(document, (owner, _key, place) => {
        expect(valueAt(document, place.pointer())).toBe(owner);
        for (const [property, value] of Object.entries(owner))
          expect(valueAt(document, place.pointer(property))).toBe(value);
      });
    }),
    { seed: 4, numRuns: 200 },
  );
});

test("no depth is too much", () => {
  let deep: unknown = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = [{ a: deep }];
  let visits = 0;
  walkObjects(deep, () => (visits += 1));
  expect(visits).toBe(20_001);
  const pointer = pointersTo(new Set([deep as object]), { root: deep }).get(deep as object);
  expect(pointer).toBe("/root");
});

test("pointers lead to the objects and arrays that are wanted, and to no others", () => {
  const [inner, list] = [{ c: 1 }, [{}]];
  const document = { "a/b": [inner, list], e: null };
  expect(pointersTo(new Set<object>([list, inner, document, { c: 1 }]), document)).toEqual(
    new Map<object, string>([
      [document, ""],
      [inner, "/a~1b/0"],
      [list, "/a~1b/1"],
    ]),
  );
  expect(pointersTo(new Set(), document)).toEqual(new Map());
  expect(pointersTo(new Set([inner]), "text")).toEqual(new Map());
});

test("a walk finds the pointers of what is wanted besides", () => {
  const [inner, list] = [{ c: 1 }, [{}]];
  const document = { "a/b": [inner, list], e: null };
  const wanted = new Set<object>([list, inner, document, { c: 1 }]);
  let visits = 0;
  const pointers = walkObjects(document, () => (visits += 1), { wanted });
  expect([visits, pointers]).toEqual([3, pointersTo(wanted, document)]);
  expect(walkObjects(document, () => undefined)).toEqual(new Map());
});

test("the properties that have a mark are told with their object, in its order, and no others", () => {
  const document = { b: 1, a: [{ x: { a: null }, c: 2 }, {}], toString: 3 };
  const marks = new Map([
    ["a", "A"],
    ["b", "B"],
    ["valueOf", "inherited"],
  ]);
  const visits: unknown[] = [];
  walkObjects<string>(document, (_owner, _key, place) => visits.push([place.pointer(), [...place.marked]]), { marks });
  expect(visits).toEqual([
    ["", ["B", "A"]],
    ["/a/0", []],
    ["/a/0/x", ["A"]],
    ["/a/1", []],
  ]);
});

test("keys that name something of a prototype are keys like others", () => {
  const document: unknown = JSON.parse('{"__proto__": {"constructor": [{}]}, "toString": {}}');
  const visits: string[] = [];
  walkObjects(document, (_owner, _key, place) => visits.push(place.pointer()));
  expect(visits).toEqual(["", "/__proto__", "/__proto__/constructor/0", "/toString"]);
});

test("properties of a prototype are not visited", () => {
  const visits: string[] = [];
  const document: unknown = Object.assign(Object.create({ inherited: { own: 1 } }), { own: {} });
  walkObjects(document, (_owner, key) => visits.push(key));
  expect(visits).toEqual(["", "own"]);
});
