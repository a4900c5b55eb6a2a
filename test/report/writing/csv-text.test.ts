import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "../../../src/report/writing/csv-text.js";
import { readCsvTable } from "../../../src/source/csv-table.js";

describe("csvText", () => {
  it("quotes what has to be quoted and lets nothing compute", () => {
    const rows = [
      ["a,b", 'say "x"', "two\nlines", " edge "],
      ["=1+1", "+49", "-x", "@cmd"],
      [-1, 0.5, undefined, "plain"],
    ];
    expect([...csvText(["A", "B", "C", "D"], rows)].join("")).toBe(
      'A,B,C,D\r\n"a,b","say ""x""","two\nlines"," edge "\r\n\'=1+1,\'+49,\'-x,\'@cmd\r\n-1,0.5,,plain\r\n',
    );
  });

  it("is read back as it was written", async () => {
    const text = fc.string({ unit: "grapheme-ascii", maxLength: 12 }).map((each) => each.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
        // A record that is blank in every cell is not one.
        const kept = rows.filter((row) => row.some((cell) => cell !== ""));
        fc.pre(kept.length > 0);
        const written = [...csvText(["Key", "Value"], kept)].join("");
        const { value } = await readCsvTable(Buffer.from(written), "t.csv");
        const inert = (cell: string): string => (/^[=+\-@|]/.test(cell) ? `'${cell}` : cell);
        expect(value?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual(
          kept.map((row) => row.map(inert)),
        );
      }),
    );
  });
});
