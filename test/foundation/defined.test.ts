import { describe, expect, it } from "vitest";
import { defined } from "../../src/foundation/defined.js";

describe("defined", () => {
  it("leaves out what is undefined and nothing else, in the same order", () => {
    const result = defined({ z: 0, a: undefined, y: "", b: null, x: false, c: undefined, w: [] });
    expect(Object.entries(result)).toEqual([
      ["z", 0],
      ["y", ""],
      ["b", null],
      ["x", false],
      ["w", []],
    ]);
    expect(defined({})).toEqual({});
  });

  it("changes nothing of what it is given, and nothing inside it", () => {
    const given = { a: undefined, inner: { b: undefined } };
    const result = defined(given);
    expect(Object.keys(given)).toEqual(["a", "inner"]);
    expect(result.inner).toBe(given.inner);
  });

  it("fits where a property may be left out but not be undefined", () => {
    const given: { readonly file: string | undefined; readonly line: number } = { file: undefined, line: 1 };
    const place: { readonly file?: string; readonly line: number } = defined(given);
    // @ts-expect-error -- as it was given, it does not
    const wrong: { readonly file?: string; readonly line: number } = given;
    // @ts-expect-error -- what may be left out is not there for certain
    const file: string = defined(given).file;
    expect([place, wrong, file]).toEqual([{ line: 1 }, { line: 1 }, undefined]);
    expect(Object.hasOwn(place, "file")).toBe(false);
  });
});
