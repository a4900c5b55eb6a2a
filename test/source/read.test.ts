import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeReader } from "../../src/files/reader.js";
import { readDocuments } from "../../src/source/read.js";
import { temporaryFolder } from "../support/folder.js";

describe("readDocuments", () => {
  it("chooses by the ending and refuses an unknown one", async () => {
    const root = temporaryFolder({ "a.YML": "a: 1", "b.json": '{"b": 2}', "c.jsonl": '{"c": 3}\n', "d.toml": "" });
    const seen = [];
    for (const name of ["a.YML", "b.json", "c.jsonl", "d.toml"]) {
      for await (const { document, diagnostics } of readDocuments({ file: join(root, name) }, nodeReader))
        seen.push(document?.value ?? diagnostics);
    }
    expect(seen).toEqual([
      { a: 1 },
      { b: 2 },
      { c: 3 },
      [
        {
          code: "unknown-file-type",
          severity: "error",
          message: 'Files ending in ".toml" are not read.',
          file: join(root, "d.toml"),
          fix: "Use one of .yaml, .yml, .json, .ndjson, .jsonl.",
        },
      ],
    ]);
  });

  it("passes on problems with the encoding", async () => {
    const file = join(temporaryFolder({ "a.yaml": Buffer.from("a: x", "utf16le") }), "a.yaml");
    const results = [];
    for await (const result of readDocuments({ file }, nodeReader)) results.push(result);
    expect(results).toMatchObject([{ diagnostics: [{ code: "binary-file", file, line: 1, column: 2 }] }]);
  });

  it("refuses a file of 200 MB before reading it", async () => {
    const root = temporaryFolder();
    const file = join(root, "big.yaml");
    const descriptor = openSync(file, "w");
    ftruncateSync(descriptor, 200 * 1024 * 1024);
    closeSync(descriptor);
    const before = process.memoryUsage.rss();
    const results = [];
    for await (const result of readDocuments({ file }, nodeReader)) results.push(result);
    expect(results).toEqual([
      {
        diagnostics: [
          {
            code: "file-too-large",
            severity: "error",
            message: "The file has 200 MiB; at most 32 MiB are read as one document.",
            file,
            fix: "Split it into several files; descriptors can also be written one a line as NDJSON (.ndjson), which is read as a stream.",
          },
        ],
      },
    ]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100e6);
  });
});
