import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.js";
import { columns } from "../../../../src/inventory/importers/us-federal-2025/columns.js";
import { otherLayouts } from "../../../../src/inventory/importers/us-federal-2025/other-layouts.js";
import { readCsv } from "../../../../src/source/csv.js";

/** What is said about a file with the header and one record. */
async function said(header: string, encoding: "utf8" | "latin1" = "utf8"): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const bytes = Buffer.from(`${header}\na,b\n`, encoding);
  for await (const { diagnostics } of readCsv([bytes], "i.csv", columns, otherLayouts)) found.push(...diagnostics);
  return found;
}

const header2024 = "Use Case Name,Agency,Agency Abbreviation,Bureau,Topic Area,Is it rights-impacting?";

describe("the header of another federal inventory", () => {
  it("is named in one error", async () => {
    expect(await said(header2024)).toEqual([
      {
        code: "other-layout",
        severity: "error",
        message:
          "The header is not that of the inventory: it looks like the consolidated inventory of 2024 (Executive Order 13960, OMB M-24-10).",
        file: "i.csv",
        line: 1,
        column: 1,
        fix: "Name the consolidated CSV of individually reported use cases of 2025; the inventory of 2024 asks other questions, and no importer reads it.",
        frame: `1 | ${header2024}\n  | ^`,
      },
    ]);
  });

  it.each([
    [
      "Use Case Name,Agency,Bureau,Describe the AI system\u0092s outputs.,Date Retired",
      "the consolidated inventory of 2024",
      "latin1",
    ],
    ["Department,Agency,Office,Title,Summary,Techniques", "a consolidated inventory of 2023 or before", "utf8"],
    [
      '"Use Case ID\u00a0",Use Case Name,Bureau/Component,Email Address,Stage of Development,Use Case Topic Area',
      "an agency's own form for 2025",
      "utf8",
    ],
    [
      "Agency,AI Use Case,Agency Use (Y/N)?,Name of Commercial Product or Service Used,Estimated # of Licenses/Users",
      "the inventory of commercial products (COTS) of 2025",
      "utf8",
    ],
  ] as const)("%s: %s", async (header, layout, encoding) => {
    const [first, ...others] = await said(header, encoding);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: "other-layout",
      message: expect.stringContaining(`looks like ${layout}`) as string,
    });
  });

  it("that is none of a known inventory lists what is missing in one error", async () => {
    expect(await said("first,second,agency,second")).toEqual([
      {
        code: "missing-column",
        severity: "error",
        message: `The header is not that of the inventory: it has 1 of the 36 columns. There is no ${columns
          .slice(1)
          .map((name) => `"${name}"`)
          .join(", ")}.`,
        file: "i.csv",
        line: 1,
        column: 1,
        fix: "Check that the file is the inventory that the importer reads, with its header in the first line.",
        frame: "1 | first,second,agency,second\n  | ^",
      },
    ]);
  });

  it("that lacks a few columns lists them in one error, apart from misspelt ones", async () => {
    const header = columns
      .filter((name) => name !== "vendor_name" && name !== "code_url")
      .map((name) => (name === "pia_url" ? "pia_ulr" : name))
      .join(",");
    expect((await said(header)).map(({ code, message }) => [code, message])).toEqual([
      ["missing-column", 'The header lacks 2 of the 36 columns: "vendor_name", "code_url".'],
      ["missing-column", 'The header has no column "pia_url".'],
    ]);
  });

  it("says nothing of the header that is right", async () => {
    expect((await said(columns.join(","))).map(({ code }) => code)).toEqual(["too-few-fields"]);
    // Bytes of another encoding in an unknown header stay what they are.
    expect((await said("caf\u00e9,b", "latin1")).map(({ code }) => code)).toEqual(["wrong-encoding"]);
  });
});
