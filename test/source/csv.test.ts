import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeReader } from "../../src/files/reader.js";
import { readCsv, readCsvFile, type CsvRecord, type CsvResult } from "../../src/source/csv.js";
import { temporaryFolder } from "../support/folder.js";

const columns = ["id", "name"];

async function collect(
  results: AsyncIterable<CsvResult>,
): Promise<{ records: CsvRecord[]; diagnostics: Diagnostic[] }> {
  const records: CsvRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const result of results) {
    if (result.record) records.push({ ...result.record, fields: { ...result.record.fields } });
    diagnostics.push(...result.diagnostics);
  }
  return { records, diagnostics };
}

/** Reads a text or bytes, handed over in pieces of the given size. */
function read(source: string | Uint8Array, size = 7, wanted: readonly string[] = columns): ReturnType<typeof collect> {
  const bytes = typeof source === "string" ? Buffer.from(source, "utf8") : source;
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += size) pieces.push(bytes.subarray(start, start + size));
  return collect(readCsv(pieces, "list.csv", wanted));
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("readCsv", () => {
  it("gives records by header name with the line they begin on", async () => {
    const text = '\uFEFFid,name\r\n1,"two\r\nlines, and ""quotes"""\r\n\r\n2,é\r\n3,';
    expect(await read(text)).toEqual({
      records: [
        { record: 1, line: 2, fields: { id: "1", name: 'two\r\nlines, and "quotes"' } },
        { record: 2, line: 5, fields: { id: "2", name: "é" } },
        { record: 3, line: 6, fields: { id: "3", name: "" } },
      ],
      diagnostics: [],
    });
  });

  it("reads columns in any order and skips others with a warning", async () => {
    expect(await read("name,note,id\na,b,c\n")).toEqual({
      records: [{ record: 1, line: 2, fields: { id: "c", name: "a" } }],
      diagnostics: [
        {
          code: "unexpected-column",
          severity: "warning",
          message: 'The column "note" is not known; it is not read.',
          file: "list.csv",
          line: 1,
          column: 6,
          fix: "Ignore this unless the column matters.",
          frame: "1 | name,note,id\n  |      ^",
        },
      ],
    });
  });

  it("reads a column called __proto__ as data", async () => {
    const { records } = await read("__proto__\nx\n", 7, ["__proto__"]);
    expect(Object.entries(records[0]?.fields ?? {})).toEqual([["__proto__", "x"]]);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  it("reads what another reader reads, in chunks of any size", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "é", "😀", " "), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom("\n", "\r\n"),
        async (rows, size, end) => {
          const text = ["id,name", ...rows.map((row) => row.map(quote).join(","))].join(end) + end;
          const theirs = parse(text, { columns: true });
          const { records, diagnostics } = await read(text, size);
          expect(diagnostics).toEqual([]);
          expect(records.map(({ fields }) => fields)).toEqual(theirs);
          expect(records.map(({ fields }) => [fields["id"], fields["name"]])).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("readCsv on bad input", () => {
  const cases: [
    what: string,
    source: string | Uint8Array,
    diagnostic: Partial<Diagnostic> & Required<Pick<Diagnostic, "fix">>,
  ][] = [
    ["an empty file", "", { code: "empty-file", line: 1, column: 1, fix: "Name the file that holds the inventory." }],
    ["blank lines only", "\n\r\n", { code: "empty-file", fix: "Name the file that holds the inventory." }],
    ["a header without records", "id,name\n", { code: "no-records", fix: "Export the inventory again." }],
    [
      "a binary file",
      Buffer.from([0x69, 0x64, 0x00, 0x0a]),
      { code: "binary-file", line: 1, column: 3, fix: "Name a text file in UTF-8." },
    ],
    [
      "Windows-1252 bytes",
      Buffer.concat([Buffer.from("id,name\n1,caf"), Buffer.from([0xe9, 0x0a])]),
      {
        code: "wrong-encoding",
        line: 2,
        column: 6,
        message: expect.stringContaining("Windows-1252") as string,
        fix: "Save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.",
      },
    ],
    [
      "UTF-16",
      Buffer.from("\uFEFFid,name\n1,a\n", "utf16le"),
      {
        code: "wrong-encoding",
        line: 1,
        message: expect.stringContaining("UTF-16") as string,
        fix: expect.stringContaining("UTF-16") as string,
      },
    ],
    [
      "a quote that is never closed",
      'id,name\n1,a\n2,"b\n3,c\n',
      { code: "unclosed-quote", line: 3, column: 3, fix: "Get the whole file again, or close the quote." },
    ],
    [
      "a quote inside a plain cell",
      'id,name\n1,a"b\n',
      {
        code: "stray-quote",
        line: 2,
        column: 4,
        fix: 'Put the whole cell in quotes and double the quotes that belong to its text ("").',
      },
    ],
    [
      "text behind a closing quote",
      'id,name\n1,"a"b\n',
      {
        code: "stray-quote",
        line: 2,
        column: 5,
        fix: 'Double a quote that belongs to the text (""), and put a comma after the closing one.',
      },
    ],
    [
      "a carriage return alone",
      "id,name\r1,a\r",
      {
        code: "stray-carriage-return",
        line: 1,
        column: 8,
        fix: "Save the file with the line ends of Unix or Windows.",
      },
    ],
    [
      "a missing column",
      "id,title\n1,a\n",
      {
        code: "missing-column",
        line: 1,
        column: 1,
        message: 'The header has no column "name".',
        fix: "Add the column to the header.",
      },
    ],
    [
      "a misspelt column",
      "id,nmae\n1,a\n",
      { code: "missing-column", line: 1, column: 4, fix: 'Did you mean "name" where the header says "nmae"?' },
    ],
    [
      "a column that stands twice",
      "id,name,id\n1,a,2\n",
      { code: "duplicate-column", line: 1, column: 9, fix: "Remove or rename one of them." },
    ],
    [
      "another separator",
      "id;name\n1;a\n",
      { code: "wrong-separator", line: 1, column: 1, fix: "Save the file with commas between the cells." },
    ],
    [
      "a line without end",
      `id,name\n1,${"a".repeat(5 * 1024 * 1024)}`,
      { code: "line-too-long", line: 2, fix: "Check that the file is a CSV file with one record a line." },
    ],
    [
      "a record without end",
      `id,name\n1,"${"a\n".repeat(600_000)}`,
      { code: "record-too-large", line: 2, column: 3, fix: "Close the quote." },
    ],
    [
      "a header of very many columns",
      `${"a,".repeat(3000)}id,name\n`,
      {
        code: "too-many-columns",
        line: 1,
        fix: "Check that the file is an inventory with its header in the first line.",
      },
    ],
  ];
  it.each(cases)("names %s with its place", async (_, source, diagnostic) => {
    const { records, diagnostics } = await read(source, 1 << 16);
    expect(diagnostics.at(0)).toMatchObject({ severity: "error", file: "list.csv", ...diagnostic });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(records.length).toBeLessThanOrEqual(1);
  });

  it("reports rows of the wrong length and goes on", async () => {
    expect(await read("id,name\n1,a,b,c\n2,x\n3\n")).toEqual({
      records: [{ record: 2, line: 3, fields: { id: "2", name: "x" } }],
      diagnostics: [
        {
          code: "too-many-fields",
          severity: "error",
          message: "The record has 4 fields; the header has 2.",
          file: "list.csv",
          line: 2,
          column: 5,
          fix: "Put a cell that holds commas in quotes.",
          frame: "2 | 1,a,b,c\n  |     ^",
        },
        {
          code: "too-few-fields",
          severity: "error",
          message: "The record has 1 fields; the header has 2.",
          file: "list.csv",
          line: 4,
          column: 2,
          fix: 'Add the missing cells from "name" on, or close a quote above; if the file is cut off, get it again.',
          frame: "4 | 3\n  |  ^",
        },
      ],
    });
  });

  it("keeps the records and diagnostics before a fault", async () => {
    const { records, diagnostics } = await read('id,name\n1,a\n2\n3,"b');
    expect(records.map(({ record }) => record)).toEqual([1]);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ["too-few-fields", 3],
      ["unclosed-quote", 4],
    ]);
  });
});

describe("readCsvFile", () => {
  it("reads a file and shows its bytes to the tap", async () => {
    const folder = temporaryFolder({ "list.csv": "id,name\n1,a\n" });
    let bytes = 0;
    const results = readCsvFile(`${folder}/list.csv`, columns, nodeReader, (chunk) => {
      bytes += chunk.length;
    });
    expect((await collect(results)).records).toEqual([{ record: 1, line: 2, fields: { id: "1", name: "a" } }]);
    expect(bytes).toBe(12);
  });

  it("says that a file is missing, or that it is a folder", async () => {
    const folder = temporaryFolder();
    const missing = await collect(readCsvFile(`${folder}/no.csv`, columns, nodeReader));
    const directory = await collect(readCsvFile(folder, columns, nodeReader));
    expect(missing.diagnostics).toMatchObject([
      { code: "unreadable-file", file: `${folder}/no.csv`, message: "There is no such file." },
    ]);
    expect(directory.diagnostics).toMatchObject([{ code: "unreadable-file", file: folder }]);
  });
});
