import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeReader } from "../../../../src/files/reader.js";
import { readRecords, type Fact, type ImportedSystem, type Oddity } from "../../../../src/inventory/importers.js";
import type { SourceRecord } from "../../../../src/inventory/importers/kit/record.js";
import { columns, practiceColumns, type Column } from "../../../../src/inventory/importers/us-federal-2025/columns.js";
import { fields } from "../../../../src/inventory/importers/us-federal-2025/fields.js";
import { usFederal2025 } from "../../../../src/inventory/importers/us-federal-2025/importer.js";
import { sharedPath } from "../../../support/project.js";
import { schemaErrors } from "../validate-system.js";

type Cells = Partial<Record<Column, string>>;

const identity: Cells = {
  agency: "DHS",
  agency_name: "Department of Homeland Security",
  id: "DHS-1",
  use_case_name: "Finder",
};
const systemErrors = schemaErrors("system");
/** Spellings of the answers of each column that has a list of them. */
const spellings = fields.flatMap(({ from, answers }): [Column, string[]][] =>
  answers ? [[from, answers.answers.flatMap(({ spelled }) => spelled)]] : [],
);

function importRecords(...rows: Cells[]): ImportedSystem[] {
  const session = usFederal2025.start("us-federal-2025");
  return rows.map((cells, index) => session.add(recordOf(index + 1, cells)));
}

function recordOf(record: number, cells: Cells): SourceRecord {
  const texts = Object.fromEntries(columns.map((column) => [column, cells[column] ?? ""]));
  return { place: { file: "inventory.csv", record, line: record + 1 }, fields: texts };
}

function importRecord(cells: Cells): ImportedSystem {
  const [imported] = importRecords({ ...identity, development_stage: "Retired", ...cells });
  if (!imported) throw new Error("nothing imported");
  expect(systemErrors(imported.descriptor)).toBe("");
  return imported;
}

const codes = (oddities: readonly Oddity[]): string[] =>
  oddities.map(({ code, column }) => [code, column].join(" ").trim());

describe("us-federal-2025", () => {
  it("takes every column over, in the schema's order, with its place", () => {
    const [imported] = importRecords({
      ...identity,
      agency_bureau: "CBP",
      contact_email: "ai@example.gov",
      is_withheld: "a) No",
      development_stage:
        "c)  Deployed – The use case is being actively authorized or utilized to support the functions or mission of an agency.",
      is_high_impact: "High-impact",
      HI_justification: "Principal basis of decisions",
      topic_area: "Admin Functions",
      classification: "Classical ML",
      problem_solved: " Long queues ",
      benefits: "Shorter queues",
      system_outputs: "A rank",
      operational_date: "9/11/2024 0:00",
      contracting_usage: "Contracting and In House",
      vendor_name: "Example, Inc.",
      have_ato: "Yes",
      system_name_ato: "Queue System",
      data_description: "Queue lengths",
      link_to_data: "https://data.example.gov/1",
      has_pii: "Yes",
      pia_url: "https://example.gov/pia",
      demographic_features: "['b) Sex', 'c) Age']",
      has_custom_code: "No",
      code_url: "https://example.gov/code",
      hi_testing_conducted: "a) Yes",
      hi_assessment_completed: "In-progress",
      hi_potential_impacts: "Wrong rank",
      hi_independent_review: "CAIO Review",
      hi_ongoing_monitoring: "Yes - Monitoring Established",
      hi_training_established: "CAIO Waived",
      hi_failsafe_presence: "Not Applicable",
      hi_appeal_process: "Appeal Precluded by Law",
      hi_public_consultation: "['a) Direct usability testing', 'd) Other']",
    });
    expect(imported).toEqual({
      group: "dhs",
      oddities: [],
      descriptor: {
        kind: "system",
        id: "dhs-1",
        name: "Finder",
        unit: "CBP",
        lifecycle: { stage: "deployed", deployedOn: "2024-09-11" },
        roles: { owner: { contact: "ai@example.gov" } },
        purpose: {
          problem: "Long queues",
          benefits: "Shorter queues",
          outputs: "A rank",
          topic: "Administrative Functions",
        },
        regulatory: { omb: { highImpact: "yes", justification: "Principal basis of decisions", withheld: "no" } },
        impactAssessment: {
          state: "in-progress",
          potentialImpacts: "Wrong rank",
          independentReview: { state: "done", by: "Chief AI officer of the agency" },
        },
        practices: {
          testing: { state: "done" },
          monitoring: { state: "done" },
          training: {
            state: "not-done",
            note: "The agency's chief AI officer waived this practice and reported the waiver to OMB.",
          },
          failsafe: { state: "not-applicable" },
          appeals: {
            state: "not-applicable",
            note: "Law, operational limits or government-wide guidance rule out an appeal.",
          },
          publicConsultation: { state: "done", note: "Direct usability testing; Other" },
        },
        deployment: { approval: { state: "done" }, environment: "Queue System" },
        data: {
          description: "Queue lengths",
          personalData: "yes",
          privacyAssessment: { uri: "https://example.gov/pia" },
          demographicFeatures: ["Sex", "Age"],
          catalogUri: "https://data.example.gov/1",
        },
        models: [{ technique: "Classical/Predictive Machine Learning" }],
        code: { custom: "no", uri: "https://example.gov/code" },
        acquisition: "mixed",
        suppliers: [{ name: "Example, Inc." }],
        labels: {
          agency: "DHS",
          "agency-name": "Department of Homeland Security",
          bureau: "CBP",
          "use-case-id": "DHS-1",
        },
        provenance: {
          default: { importer: "us-federal-2025", file: "inventory.csv", record: 1, line: 2, confidence: "declared" },
          fields: {
            "/id": { column: "id", value: "DHS-1" },
            "/name": { column: "use_case_name" },
            "/unit": { column: "agency_bureau" },
            "/lifecycle/stage": { column: "development_stage", value: expect.stringMatching(/^c\) {2}Deployed/) },
            "/lifecycle/deployedOn": { column: "operational_date", value: "9/11/2024 0:00" },
            "/roles/owner/contact": { column: "contact_email" },
            "/purpose/problem": { column: "problem_solved" },
            "/purpose/benefits": { column: "benefits" },
            "/purpose/outputs": { column: "system_outputs" },
            "/purpose/topic": { column: "topic_area", value: "Admin Functions" },
            "/regulatory/omb/highImpact": { column: "is_high_impact", value: "High-impact" },
            "/regulatory/omb/justification": { column: "HI_justification" },
            "/regulatory/omb/withheld": { column: "is_withheld", value: "a) No" },
            "/impactAssessment/state": { column: "hi_assessment_completed", value: "In-progress" },
            "/impactAssessment/potentialImpacts": { column: "hi_potential_impacts" },
            "/impactAssessment/independentReview/state": { column: "hi_independent_review", value: "CAIO Review" },
            "/impactAssessment/independentReview/by": { column: "hi_independent_review", value: "CAIO Review" },
            "/practices/testing/state": { column: "hi_testing_conducted", value: "a) Yes" },
            "/practices/monitoring/state": { column: "hi_ongoing_monitoring", value: "Yes - Monitoring Established" },
            "/practices/training/state": { column: "hi_training_established", value: "CAIO Waived" },
            "/practices/training/note": { column: "hi_training_established", value: "CAIO Waived" },
            "/practices/failsafe/state": { column: "hi_failsafe_presence", value: "Not Applicable" },
            "/practices/appeals/state": { column: "hi_appeal_process", value: "Appeal Precluded by Law" },
            "/practices/appeals/note": { column: "hi_appeal_process", value: "Appeal Precluded by Law" },
            "/practices/publicConsultation/state": {
              column: "hi_public_consultation",
              value: "['a) Direct usability testing', 'd) Other']",
            },
            "/practices/publicConsultation/note": {
              column: "hi_public_consultation",
              value: "['a) Direct usability testing', 'd) Other']",
            },
            "/deployment/approval/state": { column: "have_ato", value: "Yes" },
            "/deployment/environment": { column: "system_name_ato" },
            "/data/description": { column: "data_description" },
            "/data/personalData": { column: "has_pii", value: "Yes" },
            "/data/privacyAssessment/uri": { column: "pia_url" },
            "/data/demographicFeatures": { column: "demographic_features", value: "['b) Sex', 'c) Age']" },
            "/data/catalogUri": { column: "link_to_data" },
            "/models/0/technique": { column: "classification", value: "Classical ML" },
            "/code/custom": { column: "has_custom_code", value: "No" },
            "/code/uri": { column: "code_url" },
            "/acquisition": { column: "contracting_usage", value: "Contracting and In House" },
            "/suppliers/0/name": { column: "vendor_name" },
            "/labels/agency": { column: "agency" },
            "/labels/agency-name": { column: "agency_name" },
            "/labels/bureau": { column: "agency_bureau" },
            "/labels/use-case-id": { column: "id" },
          },
        },
      },
    });
    expect(systemErrors(imported?.descriptor)).toBe("");
    expect(Object.keys(imported?.descriptor ?? {})).toEqual([
      ...["kind", "id", "name", "unit", "lifecycle", "roles", "purpose", "regulatory", "impactAssessment", "practices"],
      ...["deployment", "data", "models", "code", "acquisition", "suppliers", "labels", "provenance"],
    ]);
  });

  it("leaves blanks out: they are neither a no nor unknown", () => {
    const { descriptor, oddities } = importRecord({ demographic_features: "[]", hi_public_consultation: " [ ] " });
    expect(descriptor).toEqual({
      kind: "system",
      id: "dhs-1",
      name: "Finder",
      unit: "Department of Homeland Security",
      lifecycle: { stage: "retired" },
      labels: { agency: "DHS", "agency-name": "Department of Homeland Security", "use-case-id": "DHS-1" },
      provenance: expect.anything(),
    });
    expect(oddities).toEqual([]);
  });

  it("keeps unknown and no apart", () => {
    const { descriptor } = importRecord({
      has_pii: "Unknown",
      has_custom_code: "No",
      hi_testing_conducted: "unknown",
      hi_failsafe_presence: "No",
    });
    expect(descriptor.data).toEqual({ personalData: "unknown" });
    expect(descriptor.code).toEqual({ custom: "no" });
    expect(descriptor.practices).toEqual({ testing: { state: "unknown" }, failsafe: { state: "not-done" } });
  });

  it("does not accept a value that belongs to another column", () => {
    const value = "a) Yes, sufficient monitoring protocols have been established";
    const { descriptor, oddities } = importRecord({
      hi_training_established: value,
      operational_date: "Vendor Purchased",
    });
    expect(descriptor.practices).toBeUndefined();
    expect(descriptor.lifecycle).toEqual({ stage: "retired" });
    const place = {
      code: "value-in-wrong-column",
      severity: "warning",
      record: 1,
      line: 2,
      id: "DHS-1",
      system: "dhs-1",
    };
    expect(oddities).toEqual([
      {
        ...place,
        column: "operational_date",
        value: "Vendor Purchased",
        message:
          "The value in operational_date is an answer of contracting_usage; it is not accepted here, and the field is left blank.",
      },
      {
        ...place,
        column: "hi_training_established",
        value,
        message:
          "The value in hi_training_established is an answer of hi_ongoing_monitoring; it is not accepted here, and the field is left blank.",
      },
    ]);
  });

  it("names the column that an answer in the wrong place belongs to", () => {
    const owner = (cells: Cells): (string | undefined)[] =>
      importRecord(cells).oddities.map(({ message }) => /is an answer of ([^;]+);/.exec(message)?.[1]);
    expect(owner({ hi_training_established: "b) Development of monitoring protocols is in-progess" })).toEqual([
      "hi_ongoing_monitoring",
    ]);
    expect(owner({ has_pii: "Usability Testing" })).toEqual(["hi_public_consultation"]);
    expect(owner({ operational_date: "Vendor Purchased" })).toEqual(["contracting_usage"]);
    // An answer that many columns take does not point to one of them.
    expect(owner({ has_pii: "CAIO Waived" })).toEqual([undefined]);
  });

  it("accepts no answer of one column in another unless both know it", () => {
    for (const [column, own] of spellings) {
      const known = new Set(own.map((text) => text.toLowerCase()));
      for (const [, other] of spellings) {
        for (const text of other) {
          if (known.has(text.toLowerCase())) continue;
          const { oddities } = importRecord({ [column]: text });
          const accepted = !codes(oddities).some((code) => /^(?:value-in-wrong-column|unreadable-answer) /.test(code));
          // Spellings that differ in dashes only are one answer.
          const same = [...known].some((each) => each.replaceAll("-", " ") === text.toLowerCase().replaceAll("-", " "));
          expect([column, text, accepted]).toEqual([column, text, same]);
        }
      }
    }
  });

  it.each<[Cells, string[]]>([
    [{ hi_testing_conducted: "Partially" }, ["unreadable-answer hi_testing_conducted"]],
    [{ demographic_features: "['c) Age', 'Shoe size']" }, ["unreadable-answer demographic_features"]],
    [{ demographic_features: "['c) Age'" }, ["unreadable-list demographic_features"]],
    [{ demographic_features: "['c) Age', 'k) None of the above']" }, ["contradictory-answers demographic_features"]],
    [{ hi_public_consultation: "['Other', 'CAIO Waived']" }, ["contradictory-answers hi_public_consultation"]],
    [{ operational_date: "15/01/2025" }, ["impossible-date operational_date"]],
    [{ operational_date: "soon" }, ["unreadable-date operational_date"]],
    [{ problem_solved: "Not available." }, ["placeholder-text problem_solved"]],
    [{ code_url: "Not open source" }, ["not-a-link code_url"]],
    [{ has_pii: "Yes" }, ["pii-without-pia-link pia_url"]],
    [{ development_stage: "" }, ["missing-stage development_stage"]],
    [{ development_stage: "Pilot" }, ["missing-operational-date operational_date"]],
    [{ development_stage: "Deployed", operational_date: "2020", have_ato: "No" }, ["deployed-without-ato have_ato"]],
    [
      { is_high_impact: "b) Presumed high-impact but determined not high-impact" },
      ["presumed-without-justification HI_justification"],
    ],
    [{ use_case_name: "" }, ["missing-name use_case_name"]],
    [{ agency: "" }, ["missing-agency agency"]],
  ])("finds %j odd", (cells, expected) => {
    const { oddities } = importRecord(cells);
    const practiceReports = codes(oddities).filter((code) => code !== "practices-without-high-impact");
    expect(practiceReports).toEqual(expected);
  });

  it("reads an ambiguous month and marks it as concluded", () => {
    const { descriptor, oddities } = importRecord({ operational_date: "Jul-25" });
    expect(descriptor.lifecycle?.deployedOn).toBe("2025-07");
    expect(descriptor.provenance?.fields?.["/lifecycle/deployedOn"]).toEqual({
      column: "operational_date",
      value: "Jul-25",
      confidence: "inferred",
    });
    expect(oddities).toMatchObject([{ code: "ambiguous-date", severity: "info", value: "Jul-25" }]);
  });

  it("reports blank practices of deployed high-impact systems, and filled ones of others", () => {
    const inUse = { development_stage: "Deployed", operational_date: "2020" };
    expect(importRecord({ ...inUse, is_high_impact: "High-impact" }).oddities).toMatchObject([
      { code: "high-impact-practice-blank", message: expect.stringContaining("all nine practices") },
    ]);
    const allButOne = Object.fromEntries(practiceColumns.slice(1).map((column) => [column, "In-progress"]));
    expect(importRecord({ ...inUse, ...allButOne, is_high_impact: "High-impact" }).oddities).toMatchObject([
      { code: "high-impact-practice-blank", message: expect.stringMatching(/for hi_testing_conducted\.$/) },
    ]);
    expect(importRecord({ ...inUse, is_high_impact: "No", hi_testing_conducted: "Yes" }).oddities).toMatchObject([
      { code: "practices-without-high-impact", severity: "info" },
    ]);
  });

  it("keeps an answer of none apart from no answer", () => {
    expect(importRecord({ demographic_features: "['k) None of the above']" }).descriptor.data).toEqual({
      demographicFeatures: [],
    });
    expect(importRecord({ vendor_name: "None" }).descriptor.suppliers).toEqual([]);
    expect(importRecord({ vendor_name: "Not available" }).descriptor.suppliers).toBeUndefined();
    expect(importRecord({ topic_area: "Other - Applied Mathematical Sciences" }).descriptor.purpose?.topic).toBe(
      "Other - Applied Mathematical Sciences",
    );
  });

  it("reports ids that are missing, placeholders or repeated", () => {
    const imported = importRecords(
      { ...identity, id: "" },
      { ...identity, id: "TBD" },
      identity,
      { ...identity, benefits: "More" },
      { ...identity, agency: "DOE" },
    );
    const stage = "missing-stage development_stage";
    expect(imported.map(({ oddities }) => codes(oddities).filter((code) => code !== stage))).toEqual([
      ["missing-id id"],
      ["placeholder-id id", "repeated-name use_case_name"],
      [],
      ["repeated-id id"],
      ["id-of-other-agency id"],
    ]);
    expect(new Set(imported.map(({ descriptor }) => descriptor.id)).size).toBe(5);
  });

  it("remembers of a record no more than its ids", () => {
    setFlagsFromString("--expose-gc");
    const collectGarbage = runInNewContext("gc") as () => void;
    const session = usFederal2025.start("us-federal-2025");
    const add = (from: number, to: number): void => {
      for (let record = from; record < to; record += 1) {
        const cells = Object.fromEntries(
          columns.map((column) => [column, `${column} ${String(record)} ${"x".repeat(200)}`]),
        );
        session.add(recordOf(record, { ...cells, agency: "DHS", agency_name: "DHS", id: `DHS-${String(record)}` }));
      }
    };
    add(1, 500);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    add(500, 4500);
    collectGarbage();
    // A record has 8,000 characters here and its descriptor twice as many; the ids take some hundred bytes.
    expect((process.memoryUsage().heapUsed - before) / 4000).toBeLessThan(800);
  });

  it("makes a valid descriptor of whatever the cells say", () => {
    const known = spellings.flatMap(([, texts]) => texts);
    const cell = fc.oneof(
      fc.constant(""),
      fc.constantFrom(...known),
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom("x".repeat(25_000), "😀".repeat(20_001), "['", "[]", "__proto__", "1/1/2020", "\u0001\u2028"),
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(columns.map((column) => [column, cell]))), (cells) => {
        const [imported] = importRecords(cells);
        expect(systemErrors(imported?.descriptor)).toBe("");
        expect(imported?.group).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
      { numRuns: 200 },
    );
  });
});

const inventory = sharedPath("samples/us-federal-2025/individual.part-a.csv");

describe.skipIf(!existsSync(inventory))(
  "us-federal-2025 on the published inventory (skipped where ../shared is absent)",
  () => {
    const imported: ImportedSystem[] = [];
    let units: readonly string[] = [];
    let facts: readonly Fact[] = [];

    beforeAll(async () => {
      const session = usFederal2025.start("us-federal-2025");
      const input = { file: inventory };
      for await (const { record, diagnostics } of readRecords(usFederal2025, input, nodeReader, () => undefined)) {
        expect(diagnostics).toEqual([]);
        if (record) imported.push(session.add(record));
      }
      units = session.units();
      facts = session.facts();
    });

    it("gives a valid descriptor with an id of its own for each of the 1,904 records", () => {
      expect(imported).toHaveLength(1904);
      expect(new Set(imported.map(({ descriptor }) => descriptor.id)).size).toBe(1904);
      expect(imported.map(({ descriptor }) => systemErrors(descriptor)).filter((errors) => errors !== "")).toEqual([]);
      expect(units).toHaveLength(20);
    });

    it("finds the published figures of high-impact systems", () => {
      const highImpact = imported
        .map(({ descriptor }) => descriptor)
        .filter(({ regulatory }) => regulatory?.omb?.highImpact === "yes");
      const deployed = highImpact.filter(({ lifecycle }) => lifecycle?.stage === "deployed");
      const assessed = deployed.filter(({ impactAssessment }) => impactAssessment?.state === "done");
      const all = assessed.filter(({ practices }) =>
        [practices?.testing, practices?.monitoring, practices?.training].every(
          (practice) => practice?.state === "done",
        ),
      );
      expect([highImpact.length, deployed.length, assessed.length, all.length]).toEqual([104, 53, 36, 33]);
      expect(facts).toEqual([
        { label: "high-impact", count: 104 },
        { label: "of them deployed", count: 53 },
      ]);
    });

    it("reports the values in the wrong column and nothing else as such", () => {
      const misplaced = imported
        .flatMap(({ oddities }) => oddities)
        .filter(({ code }) => code === "value-in-wrong-column");
      expect(misplaced.map(({ id, column, message }) => [id, column, /answer of ([^;]+);/.exec(message)?.[1]])).toEqual(
        [
          ["DHS-2556", "hi_public_consultation", "hi_appeal_process"],
          ["DHS-2577", "hi_training_established", "hi_ongoing_monitoring"],
          ["DHS-2666", "hi_training_established", "hi_ongoing_monitoring"],
          ["DOL-22", "hi_training_established", "hi_ongoing_monitoring"],
        ],
      );
      // The answer in the right column is read all the same, and the misplaced answer is not taken for one about training.
      const practices = ["dhs-2577", "dhs-2666", "dol-22"].map((id) => {
        const system = imported.find(({ descriptor }) => descriptor.id === id)?.descriptor;
        return [id, system?.practices?.training, system?.practices?.monitoring];
      });
      expect(practices).toEqual([
        ["dhs-2577", undefined, { state: "in-progress" }],
        ["dhs-2666", undefined, { state: "in-progress" }],
        ["dol-22", undefined, { state: "done" }],
      ]);
    });

    it("reads every date, and says of which line each record is", () => {
      const dateCodes = imported
        .flatMap(({ oddities }) => oddities)
        .filter(({ column }) => column === "operational_date");
      expect(new Set(dateCodes.map(({ code }) => code))).toEqual(
        new Set(["ambiguous-date", "missing-operational-date"]),
      );
      expect(imported.filter(({ descriptor }) => descriptor.lifecycle?.deployedOn !== undefined)).toHaveLength(868);
      expect(imported.at(-1)?.descriptor.provenance?.default).toMatchObject({ record: 1904, line: 2625 });
    });

    it("counts records without id, and gives them ids of their own", () => {
      const all = imported.flatMap(({ oddities }) => oddities);
      const count = (wanted: string): number => all.filter(({ code }) => code === wanted).length;
      expect({
        missing: count("missing-id"),
        placeholder: count("placeholder-id"),
        sameName: count("repeated-name"),
        same: count("repeated-record"),
      }).toEqual({
        missing: 704,
        placeholder: 2,
        sameName: 4,
        same: 1,
      });
    });
  },
);
