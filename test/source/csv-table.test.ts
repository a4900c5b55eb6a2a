import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvTable } from "../../src/source/csv-table.js";

const read = (text: string | Uint8Array): ReturnType<typeof readCsvTable> =>
  readCsvTable(typeof text === "string" ? Buffer.from(text) : text, "t.csv");

describe("a CSV file as a table", () => {
  it("has cells with their places, whatever separates them", async () => {
    for (const sign of [",", ";", "\t"]) {
      const { value, problems } = await read(`\uFEFF"a, b; c"${sign}d\r\n"x\ny"${sign} z\r\n${sign}\r\n`);
      expect(problems).toEqual([]);
      expect({ header: value?.header, rows: value?.rows }).toEqual({
        header: [
          { text: "a, b; c", line: 1, column: 1 },
          { text: "d", line: 1, column: 11 },
        ],
        rows: [
          {
            line: 2,
            cells: [
              { text: "x\ny", line: 2, column: 1 },
              { text: "z", line: 3, column: 4 },
            ],
          },
        ],
      });
      expect(value?.frame({ line: 3, column: 4 })).toContain(`3 | y"`);
    }
  });

  it("is none where records are of another length, and says which", async () => {
    const { value, problems } = await read("a,b\n1,2,3\n1,2\n1\n");
    expect(value).toBeUndefined();
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["too-many-fields", 2, 5],
      ["too-few-fields", 4, 2],
    ]);
  });

  it("is none where nothing can be read", async () => {
    const codes = async (text: string | Uint8Array): Promise<unknown> =>
      (await read(text)).problems.map(({ code }) => code);
    expect(await codes("")).toEqual(["empty-file"]);
    expect(await codes("a,b\n")).toEqual(["no-records"]);
    expect(await codes('a,b\n"1,2\n')).toEqual(["unclosed-quote"]);
    expect(await codes(Uint8Array.of(0x61, 0xff, 0x2c, 0x62))).toEqual(["wrong-encoding"]);
  });

  it("is what another reader finds", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", "é"), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(",", ";"), async (rows, sign) => {
        const quoted = [["first", "second"], ...rows].map((row) =>
          row.map((each) => `"${each.replaceAll('"', '""')}"`).join(sign),
        );
        const text = `${quoted.join("\n")}\n`;
        const parsed: string[][] = parse(text, { delimiter: sign });
        const wanted = parsed.map((row) => row.map((each) => each.trim()));
        const { value } = await read(text);
        const found = [value?.header, ...(value?.rows ?? []).map(({ cells }) => cells)].map((cells) =>
          cells?.map((each) => each.text),
        );
        const kept = wanted.filter((row, index) => index === 0 || row.some((each) => each !== ""));
        if (kept.length > 1) expect(found).toEqual(kept);
        else expect(value).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
