import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64 } from "../../../../src/oscal/resolve/import/load-import.js";

describe("base64", () => {
  it("gives the bytes back, with white space between the digits or without", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(decodeBase64(text)).toEqual(bytes);
        expect(decodeBase64(text.replace(/.{5}/g, "$& \n"))).toEqual(bytes);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it.each(["a", "ab", "abc", "ab=c", "=abc", "ab-_", "äbcd", "a==="])("is not %s", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
