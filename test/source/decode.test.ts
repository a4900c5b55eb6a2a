import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../src/source/decode.js";

const save = "Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.";

describe("decodeUtf8", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    const text = "name: Prüfung 🏦\n";
    expect(decodeUtf8(Buffer.from(text), "a.yaml")).toBe(text);
    expect(decodeUtf8(Buffer.from(`\uFEFF${text}`), "a.yaml")).toBe(text);
    expect(decodeUtf8(new Uint8Array(), "a.yaml")).toBe("");
  });

  it("reads back every text", () => {
    const text = fc.string({
      unit: fc
        .integer({ min: 1, max: 0x10ffff })
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(text, (content) => {
        fc.pre(!content.startsWith("\uFEFF"));
        expect(decodeUtf8(Buffer.from(content), "f")).toBe(content);
      }),
    );
  });

  it.each([
    ["UTF-16 (little endian)", Buffer.from("\uFEFFname: x\n", "utf16le")],
    ["UTF-16 (big endian)", Buffer.from("\uFEFFname: x\n", "utf16le").swap16()],
  ])("names %s", (encoding, bytes) => {
    expect(decodeUtf8(bytes, "a.yaml")).toEqual({
      code: "wrong-encoding",
      severity: "error",
      message: `The file is encoded as ${encoding}, not as UTF-8.`,
      file: "a.yaml",
      line: 1,
      column: 1,
      fix: "Save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8.",
    });
  });

  it("finds the NUL byte of a binary file", () => {
    expect(decodeUtf8(Buffer.from("ab\ncd\0e"), "logo.yaml")).toEqual({
      code: "binary-file",
      severity: "error",
      message: "The file holds a NUL byte: it is a binary file, not text.",
      file: "logo.yaml",
      line: 2,
      column: 3,
      fix: "Name a text file in UTF-8.",
    });
  });

  it("finds the first byte of Windows-1252, not the one behind it", () => {
    // "é" is 0xE9 there, which would begin a sequence of three bytes in UTF-8.
    const bytes = Buffer.concat([Buffer.from("id: x\nname: ü caf"), Buffer.from([0xe9, 0x20, 0x62])]);
    expect(decodeUtf8(bytes, "a.yaml")).toEqual({
      code: "wrong-encoding",
      severity: "error",
      message: "Byte 0xe9 is not UTF-8 here; the file looks like Windows-1252 or ISO 8859-1.",
      file: "a.yaml",
      line: 2,
      column: 12,
      fix: save,
    });
  });

  it.each([
    ["a lone continuation byte", [0x61, 0x80], 2],
    ["an overlong form", [0xc0, 0xaf], 1],
    ["an overlong form of three bytes", [0x61, 0xe0, 0x80, 0x80], 2],
    ["a surrogate", [0x61, 0x62, 0xed, 0xa0, 0x80], 3],
    ["a code point above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 1],
    ["a sequence that the end of the file cuts", [0x61, 0xe2, 0x82], 2],
  ])("refuses %s", (_name, bytes, column) => {
    expect(decodeUtf8(Uint8Array.from(bytes), "f")).toMatchObject({ code: "wrong-encoding", line: 1, column });
  });

  it("agrees with the platform on what is UTF-8", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 12 }), (bytes) => {
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
        const result = decodeUtf8(bytes, "f");
        const platform = new TextDecoder("utf-8", { fatal: true });
        if (typeof result === "string") expect(platform.decode(bytes)).toBe(result);
        else expect(() => platform.decode(bytes)).toThrow(TypeError);
      }),
    );
  });

  it("counts the column of a bad byte in UTF-16 code units", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "ü", "€", "🏦", "\n")), (characters) => {
        const before = characters.join("");
        const lines = before.split("\n");
        expect(decodeUtf8(Buffer.concat([Buffer.from(before), Buffer.from([0x92])]), "f")).toMatchObject({
          line: lines.length,
          column: (lines.at(-1) ?? "").length + 1,
        });
      }),
    );
  });
});
