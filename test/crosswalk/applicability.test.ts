import { describe, expect, it } from "vitest";
import { applicabilityTable, controlRows, declaredStandings, rowsOf } from "../../src/crosswalk/applicability.js";
import { frameworkOf, type Framework } from "../../src/crosswalk/framework.js";
import type { Catalog } from "../../src/oscal/model.js";
import { readCsvTable } from "../../src/source/csv-table.js";
import { projectPath, readJson } from "../support/project.js";

const catalog = (name: string): Framework => {
  const { catalog: read } = readJson(projectPath(`catalog/${name}.json`)) as unknown as { catalog: Catalog };
  return frameworkOf(read, name.replace("-", ""));
};
const iso27001 = catalog("iso-27001");

const table = async (text: string): Promise<ReturnType<typeof applicabilityTable>> => {
  const { value, problems } = await readCsvTable(Buffer.from(text), "soa.csv");
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return applicabilityTable(value);
};

const declared = async (text: string): Promise<unknown> => {
  const { value } = await table(text);
  if (value === undefined) throw new Error("The table has no columns");
  const { value: standings, problems } = declaredStandings(value, iso27001);
  return {
    standings: Object.fromEntries(
      standings.map(({ reference, state, assurance, note }) => [
        reference,
        [state, assurance, note].filter((each) => each !== undefined),
      ]),
    ),
    problems: problems.map(({ code, severity, line, message }) => `${String(line)} ${severity} ${code}: ${message}`),
  };
};

describe("a statement of applicability", () => {
  it("declares what it says of each control, with its line, reason and evidence", async () => {
    const text = [
      "Control;Title;Applicable;Implementation Status;Justification;Evidence",
      "A.5.1;Policies;Yes;Implemented;law;IS-01",
      "A.5.2 Information security roles;y;in scope;;",
      "iso27001:A.5.3;Segregation;x;Partially implemented;;",
      "a.8.34;Audit tests;;planned;;",
      "A.7.4;Premises;No;implemented;no premises;",
      "A.5.4;Management;yes;;;",
    ].join("\r\n");
    expect(await declared(`\uFEFF${text.replace("y;in scope", ";y;in place")}\r\n`)).toEqual({
      standings: {
        "iso27001:A.5.1": ["satisfied", "declared", "line 2; justification: law; evidence: IS-01"],
        "iso27001:A.5.2": ["satisfied", "declared", "line 3"],
        "iso27001:A.5.3": ["partial", "line 4"],
        "iso27001:A.8.34": ["not-satisfied", "line 5"],
        "iso27001:A.7.4": ["not-applicable", "line 6; justification: no premises"],
        "iso27001:A.5.4": ["no-evidence", "line 7"],
      },
      problems: [],
    });
  });

  it("that leaves the letter of Annex A out speaks of its controls, not of the clauses of the same numbers", async () => {
    expect(await declared("ID,Status\n5.1,implemented\n8.34,implemented\n")).toMatchObject({
      standings: { "iso27001:A.5.1": expect.anything() as unknown, "iso27001:A.8.34": expect.anything() as unknown },
      problems: [],
    });
    expect(await declared("ID,Status\n5.1,implemented\nA.8.34,implemented\n")).toMatchObject({
      standings: { "iso27001:5.1": expect.anything() as unknown, "iso27001:A.8.34": expect.anything() as unknown },
    });
  });

  it("says which row it does not understand, and leaves it out or open", async () => {
    expect(
      await declared(
        "Control,Applicable,Status\nA.9.2.1,yes,implemented\nA.5.1,perhaps,done\nA.5.2,yes,green\nA.5.3,yes,Green\nA.5.4,yes,done\n",
      ),
    ).toEqual({
      standings: {
        "iso27001:A.5.1": ["not-assessed", "line 3"],
        "iso27001:A.5.2": ["not-assessed", "line 4"],
        "iso27001:A.5.3": ["not-assessed", "line 5"],
        "iso27001:A.5.4": ["satisfied", "declared", "line 6"],
      },
      problems: [
        expect.stringMatching(/^2 warning soa-control: The catalog of "iso27001" has no control "A\.9\.2\.1"/),
        '3 warning soa-word: "perhaps" in the column "Applicable" (1 row) is not understood: the control counts as not assessed.',
        '4 warning soa-word: "green" in the column "Status" (2 rows) is not understood: the controls count as not assessed.',
      ],
    });
    // A column of which nothing is understood is in another language, or another column.
    expect(await declared("Control,Status\nA.5.1,groen\nA.5.2,groen\n")).toMatchObject({
      problems: [expect.stringMatching(/^2 error soa-word: "groen" in the column "Status" \(2 rows\)/)],
    });
    expect(await declared("Control,Status\nA.5.1,done\nA.5.1,planned\n")).toMatchObject({
      problems: ['3 error soa-control-twice: "A.5.1" has a row in line 2 already.'],
    });
  });

  it("leaves out a number that may be a clause or a control, where the column has both, and passes headings by", async () => {
    const text = "Ref;Stand\n5;\nOrganizational controls;\n4.1;umgesetzt\n8.34;Teilweise\n7.4;umgesetzt\n";
    const { value } = await table(text.replace("Stand", "Status"));
    if (value === undefined) throw new Error("The table has no columns");
    const { value: standings, problems } = declaredStandings(value, iso27001);
    expect(standings.map(({ reference, state }) => [reference, state])).toEqual([
      ["iso27001:4.1", "satisfied"],
      ["iso27001:A.8.34", "partial"],
    ]);
    expect(problems.map(({ message, fix }) => [message, fix])).toEqual([
      [
        '"7.4" may be a clause or a control of Annex A, and the column has both: the row is left out.',
        "Write A.7.4 for the control.",
      ],
    ]);
    expect(controlRows(value)).toBe(3);
  });

  it("may have columns of other names, which are named", async () => {
    const { value: csv } = await readCsvTable(Buffer.from("No.;Progress\nA.5.1;done\n"), "soa.csv");
    if (csv === undefined) throw new Error("The table cannot be read");
    const named = applicabilityTable(csv, { control: "No.", status: "progress" });
    expect([...(named.value?.columns ?? [])]).toEqual([
      ["control", 0],
      ["status", 1],
    ]);
    expect(applicabilityTable(csv, { control: "Nope" }).problems.map(({ message }) => message)).toEqual([
      "No column of the header holds the control.",
      "No column of the header holds the status.",
    ]);
  });

  it("needs a column with controls and one with how far each is implemented, each once", async () => {
    const reasons = async (header: string): Promise<string[]> =>
      (await table(`${header}\n,\n1,2\n`)).problems.map(({ message }) => message);
    expect(await reasons("Topic,Notes")).toEqual([
      "No column of the header holds the control.",
      "No column of the header holds the status.",
    ]);
    expect(await reasons("Control,Control ID")).toEqual([
      'The columns "Control" and "Control ID" both hold the control.',
      "No column of the header holds the status.",
    ]);
  });

  it("is of the framework that has most of its controls", async () => {
    const { value } = await table("Control,Status\nA.5.1,done\nA.8.34,done\nA.6.2,done\n");
    if (value === undefined) throw new Error("The table has no columns");
    expect([rowsOf(value, iso27001), rowsOf(value, catalog("iso-42001"))]).toEqual([3, 0]);
  });
});
