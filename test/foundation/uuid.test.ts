import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexOf, sha1, projectNamespace, uuidV5 } from "../../src/foundation/uuid.js";

describe("uuidV5", () => {
  it("equals the test vector of RFC 9562 (appendix A.4)", () => {
    expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
  });
});

describe("projectNamespace", () => {
  it("never changes: every UUID that aims made rests on it", () => {
    expect(projectNamespace).toBe("6b9ca762-c3ed-5372-bcbf-f6df0c6e4caa");
  });
});

describe("sha1", () => {
  it("equals that of the runtime for any text, also across block borders and outside ASCII", () => {
    const other = (text: string): string => createHash("sha1").update(text, "utf8").digest("hex");
    for (let length = 0; length < 200; length += 1) {
      const text = "ä".repeat(length);
      expect(hexOf(sha1(text))).toBe(other(text));
    }
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
        expect(hexOf(sha1(text))).toBe(other(text));
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("takes pieces as one", () => {
    expect(hexOf(sha1("ab", new Uint8Array([99]), ""))).toBe(hexOf(sha1("abc")));
  });
});
