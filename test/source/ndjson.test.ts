import fc from "fast-check";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeReader } from "../../src/files/reader.js";
import { limits } from "../../src/foundation/limits.js";
import type { ReadResult } from "../../src/source/document.js";
import { readNdjson } from "../../src/source/ndjson.js";
import { temporaryFolder, temporaryFolderForAll } from "../support/folder.js";

const file = join(temporaryFolderForAll(), "a.ndjson");

async function read(content: string | Uint8Array): Promise<ReadResult[]> {
  writeFileSync(file, content);
  const results = [];
  for await (const result of readNdjson({ file }, nodeReader)) results.push(result);
  return results;
}

/** Line and value of a document, or line and code of what is wrong. */
function summary({ document, diagnostics }: ReadResult): unknown {
  return document ? [document.line, document.value] : diagnostics.map(({ line, code }) => [line, code]);
}

describe("readNdjson", () => {
  it.each(['{\n  "id": 1\n}\n', '\n[{"id": 1},\n {"id": 2}]\n'])("says once that %j is JSON", async (text) => {
    expect(await read(text)).toEqual([
      {
        diagnostics: [
          {
            code: "json-syntax",
            severity: "error",
            message:
              "This is not JSON: the file holds one document over several lines, and NDJSON has a document on each line.",
            file,
            line: text.startsWith("\n") ? 2 : 1,
            column: 1,
            fix: "Give the file the ending .json, or write each document on one line.",
          },
        ],
      },
    ]);
  });

  it("reads a document a line, with CRLF, blank lines and without a last line end", async () => {
    const results = await read('\uFEFF{"id": 1}\r\n\r\n  \n{"id": 2}\n{"id": 3}');
    expect(results.map(summary)).toEqual([
      [1, { id: 1 }],
      [4, { id: 2 }],
      [5, { id: 3 }],
    ]);
  });

  it("lets no bad line hide the others", async () => {
    const results = await read(
      Buffer.concat([
        Buffer.from('{"id": 1}\n{"id": \n{"a": 1, "a": 2}\n'),
        Buffer.from([0x22, 0xe9, 0x22, 0x0a]),
        Buffer.from(`${"[".repeat(65)}\n{"id": 6}\n`),
      ]),
    );
    expect(results.map(summary)).toEqual([
      [1, { id: 1 }],
      [[2, "json-syntax"]],
      [[3, "duplicate-key"]],
      [[4, "wrong-encoding"]],
      [[5, "too-deep"]],
      [6, { id: 6 }],
    ]);
    expect(results[1]).toEqual({
      diagnostics: [
        {
          code: "json-syntax",
          severity: "error",
          message:
            'This is not JSON: the text ends too early, before the value of "id"; the object opened at column 1 is still open.',
          file,
          line: 2,
          column: 7,
          fix: "Write the rest, or get the whole file again if it is cut off.",
          frame: '2 | {"id":\n  |       ^',
        },
      ],
    });
  });

  it("does not keep a line that is too long, and goes on behind it", async () => {
    const long = `"${"x".repeat(limits.lineBytes)}"`;
    const longest = `"${"x".repeat(limits.lineBytes - 2)}"`;
    const results = await read(`1\n${long}\n3\n${longest}\n${long}`);
    expect(results.map((each) => (each.document?.line === 4 ? "longest" : summary(each)))).toEqual([
      [1, 1],
      [[2, "line-too-long"]],
      [3, 3],
      "longest",
      [[5, "line-too-long"]],
    ]);
    expect(results[1]).toEqual({
      diagnostics: [
        {
          code: "line-too-long",
          severity: "error",
          message: "The line is longer than 4 MiB.",
          file,
          line: 2,
          column: 1,
          fix: "Write one descriptor a line.",
        },
      ],
    });
  });

  it.each(["", "\n\n \r\n"])("says that %j holds no document", async (content) => {
    expect(await read(content)).toEqual([
      {
        diagnostics: [
          {
            code: "empty-file",
            severity: "error",
            message: "There is no JSON document here: the file is empty.",
            file,
            line: 1,
            column: 1,
            fix: "Write one descriptor a line, or remove the file.",
          },
        ],
      },
    ]);
  });

  it("says that a file is missing", async () => {
    const none = join(temporaryFolder(), "none.ndjson");
    const results = [];
    for await (const result of readNdjson({ file: none }, nodeReader)) results.push(result);
    expect(results).toMatchObject([
      { diagnostics: [{ code: "unreadable-file", file: none, message: "There is no such file." }] },
    ]);
  });

  it("reads lines of any length, wherever the pieces of the stream end", async () => {
    // A piece of the stream has 256 KiB: lengths around it and its multiples, and characters of several bytes across its border.
    const piece = 256 * 1024;
    const length = fc.oneof(
      fc.nat({ max: 40 }),
      fc.integer({ min: piece - 20, max: piece + 20 }),
      fc.integer({ min: 2 * piece - 20, max: 2 * piece + 20 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(length, fc.constantFrom("a", "ü", "€")), { minLength: 1, maxLength: 5 }),
        async (lengths) => {
          const values = lengths.map(([count, character]) => character.repeat(count));
          const results = await read(`${values.map((value) => JSON.stringify(value)).join("\n")}\n`);
          expect(results.map((each) => each.document?.value)).toEqual(values);
          expect(results.map((each) => each.document?.line)).toEqual(values.map((_, index) => index + 1));
        },
      ),
      { numRuns: 30 },
    );
  });
});
