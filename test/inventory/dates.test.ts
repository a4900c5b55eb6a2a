import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { datesOfFuture, datesOfPast } from "../../src/inventory/dates/check-dates.js";
import { readDescriptor } from "../../src/inventory/descriptors.js";
import { readYaml } from "../../src/source/yaml.js";
import { projectText } from "../support/project.js";

const head = "kind: system\nid: bot\nname: Bot\n";
const organization = "kind: organization\nid: o\nname: O\n";

/** What is said about the dates of a descriptor. @param asOf day of the assessment, where it is known */
async function check(text: string, asOf?: string): Promise<readonly Diagnostic[]> {
  const [read] = readYaml(text.startsWith("kind") ? text : head + text, "a.yaml");
  if (!read?.document) throw new Error(JSON.stringify(read?.diagnostics));
  const nobody = (): never => {
    throw new Error("Nobody asks for a file.");
  };
  const { subject, diagnostics } = await readDescriptor(
    read.document,
    new Map(),
    nobody,
    asOf === undefined ? {} : { asOf },
  );
  expect(subject).toBeDefined();
  return diagnostics;
}

/** Property, value and place of each date that is found fault with. */
async function brief(text: string, asOf?: string): Promise<string[]> {
  return (await check(text, asOf)).map(({ code, pointer, value }) => `${code} ${String(pointer)} ${String(value)}`);
}

describe("dates that contradict one another", () => {
  it("are a warning at the one that has to come last", async () => {
    expect(await check("lifecycle: {stage: retired, deployedOn: 2025-01-01, retiredOn: 2024-05}\n")).toEqual([
      {
        code: "dates-out-of-order",
        severity: "warning",
        message:
          '"retiredOn" is 2024-05, which lies before "deployedOn", 2025-01-01: the last day of use cannot come before the first.',
        file: "a.yaml",
        line: 4,
        column: 64,
        pointer: "/lifecycle/retiredOn",
        fix: "Correct the date that is wrong.",
        value: "2024-05",
        frame:
          "3 | name: Bot\n4 | lifecycle: {stage: retired, deployedOn: 2025-01-01, retiredOn: 2024-05}\n  |                                                                ^",
      },
    ]);
  });

  it.each([
    ["lifecycle: {deployedOn: 2025-02, lastChangeOn: 2025-01-31}", "/lifecycle/lastChangeOn 2025-01-31"],
    ["lifecycle: {retiredOn: '2024', lastChangeOn: 2025-01}", "/lifecycle/retiredOn 2024"],
    ["impactAssessment: {completedOn: 2026-02, validUntil: 2026-01}", "/impactAssessment/validUntil 2026-01"],
    [
      "practices: {testing: {state: done, completedOn: 2026-02-02, validUntil: 2026-02-01}}",
      "/practices/testing/validUntil 2026-02-01",
    ],
    [
      "suppliers: [{name: a}, {name: b, assessment: {completedOn: 2026-02-02, validUntil: 2026-02-01}}]",
      "/suppliers/1/assessment/validUntil 2026-02-01",
    ],
    [
      "risk: {assessments: [{completedOn: 2026-02-02, validUntil: 2026-02-01}]}",
      "/risk/assessments/0/validUntil 2026-02-01",
    ],
    ["evidence: [{id: e, effectiveFrom: '2026', validUntil: '2025'}]", "/evidence/0/validUntil 2025"],
    ["incidents: [{id: i, occurredOn: 2026-02-02, closedOn: 2026-02-01}]", "/incidents/0/closedOn 2026-02-01"],
    ["incidents: [{id: i, occurredOn: 2026-02-02, notifiedOn: 2026-02-01}]", "/incidents/0/notifiedOn 2026-02-01"],
    ["incidents: [{id: i, occurredOn: 2026-02-02, knownOn: 2026-02-01}]", "/incidents/0/knownOn 2026-02-01"],
    ["incidents: [{id: i, knownOn: 2026-02-02, notifiedOn: 2026-02-01}]", "/incidents/0/notifiedOn 2026-02-01"],
    [
      "regulatory: {euAiAct: {seriousIncidents: [{id: i, awareOn: 2026-02-02, reportedOn: 2026-02-01}]}}",
      "/regulatory/euAiAct/seriousIncidents/0/reportedOn 2026-02-01",
    ],
    [
      "monitoring: {alerts: [{name: a, raisedOn: 2026-02-02, decidedOn: 2026-02-01}]}",
      "/monitoring/alerts/0/decidedOn 2026-02-01",
    ],
    [
      "monitoring: {alerts: [{name: a, raisedOn: 2026-02-02, closedOn: 2026-02}, {name: b, raisedOn: 2026-02-02, closedOn: 2026-02-01}]}",
      "/monitoring/alerts/1/closedOn 2026-02-01",
    ],
    [
      "use: {deviations: [{what: x, noticedOn: 2026-02-02, handledOn: 2026-02-01}]}",
      "/use/deviations/0/handledOn 2026-02-01",
    ],
    [
      "regulatory: {omb: {waivers: [{practice: testing, grantedOn: 2026-02-02, confirmedOn: 2026-02-01}]}}",
      "/regulatory/omb/waivers/0/confirmedOn 2026-02-01",
    ],
    ["lifecycle: {deployedOn: 2026-02}\nchanges: [{what: x, on: 2026-01-31}]", "/changes/0/on 2026-01-31"],
    [
      "kind: organization\nid: o\nname: O\nnonconformities: [{id: n, what: x, raisedOn: 2026-02-02, closedOn: 2026-02-01}]",
      "/nonconformities/0/closedOn 2026-02-01",
    ],
    [
      "kind: organization\nid: o\nname: O\npeople: [{name: P, competences: [{what: c, obtainedOn: 2026-02-02, validUntil: 2026-02-01}]}]",
      "/people/0/competences/0/validUntil 2026-02-01",
    ],
    [
      "kind: organization\nid: o\nname: O\npolicy: {completedOn: 2026-02-02, validUntil: 2026-02-01}",
      "/policy/validUntil 2026-02-01",
    ],
  ])("%s", async (text, found) => {
    expect(await brief(text)).toEqual([`dates-out-of-order ${found}`]);
  });

  it.each([
    "lifecycle: {deployedOn: 2025-01-01, retiredOn: '2025', lastChangeOn: 2025-01}",
    "lifecycle: {deployedOn: 2025-01-01, retiredOn: 2025-01-01}",
    "impactAssessment: {completedOn: '2026', validUntil: 2026-01-01}",
    "evidence: [{id: e, effectiveFrom: 2026-02, validUntil: '2026', collectedOn: 2025-01-01}]",
    "lifecycle: {deployedOn: '2026'}\nchanges: [{what: x, on: 2026-01-31}, {what: y}]",
    "incidents: [{id: i, closedOn: 2026-02-01}, {id: j, occurredOn: 2026-02-02}]",
    "labels: {completedOn: 2026-02-02, validUntil: 2026-02-01}",
  ])("are none where one day fits, or one date is missing: %s", async (text) => {
    expect(await brief(text, "2026-11-01")).toEqual([]);
  });
});

describe("dates in the future of the day of the assessment", () => {
  it("are a warning that says what cannot be so", async () => {
    expect(await check("roles: {owner: {person: Ada, since: '2027'}}\n", "2026-11-01")).toEqual([
      {
        code: "date-in-future",
        severity: "warning",
        message:
          '"since" is 2027, which lies in the future of 2026-11-01, so the person does not hold the role yet, but counts as assigned.',
        file: "a.yaml",
        line: 4,
        column: 37,
        pointer: "/roles/owner/since",
        fix: "Correct the date, or record it when it has happened; to assess a later day, name it with --as-of.",
        value: "2027",
        frame:
          "3 | name: Bot\n4 | roles: {owner: {person: Ada, since: '2027'}}\n  |                                     ^",
      },
    ]);
  });

  it.each([
    ["inventory: {reviewedOn: 2026-11-02}", "/inventory/reviewedOn 2026-11-02"],
    ["practices: {testing: {completedOn: 2026-12}}", "/practices/testing/completedOn 2026-12"],
    ["practices: {testing: {state: done, completedOn: 2026-12}}", "/practices/testing/completedOn 2026-12"],
    ["lifecycle: {stage: deployed, deployedOn: 2026-12}", "/lifecycle/deployedOn 2026-12"],
    ["lifecycle: {stage: retired, retiredOn: 2026-12}", "/lifecycle/retiredOn 2026-12"],
    ["changes: [{what: x, on: 2026-12}]", "/changes/0/on 2026-12"],
    ["scope: {status: excluded, decidedOn: 2026-12}", "/scope/decidedOn 2026-12"],
    ["monitoring: {metrics: [{name: m, measuredOn: 2026-12}]}", "/monitoring/metrics/0/measuredOn 2026-12"],
    ["evidence: [{id: e, collectedOn: 2026-12}]", "/evidence/0/collectedOn 2026-12"],
    [`${organization}nonconformities: [{id: n, what: x, raisedOn: 2026-12}]`, "/nonconformities/0/raisedOn 2026-12"],
    [`${organization}policy: {changes: [{version: '2', on: 2026-12}]}`, "/policy/changes/0/on 2026-12"],
  ])("%s", async (text, found) => {
    expect(await brief(text, "2026-11-01")).toEqual([`date-in-future ${found}`]);
    // Nobody knows the day, as in aims validate.
    expect(await brief(text)).toEqual([]);
  });

  it.each([
    ["audits: [{title: x, on: 2026-12}]", "the audit has not ended"],
    ["managementReviews: [{title: x, on: 2026-12}]", "the review has not taken place"],
    ["policy: {changes: [{version: '2', on: 2026-12}]}", "nobody has approved it yet"],
  ])("say what the day is of: %s", async (text, consequence) => {
    expect((await check(organization + text, "2026-11-01")).map(({ message }) => message)).toEqual([
      `"on" is 2026-12, which lies in the future of 2026-11-01, so ${consequence}.`,
    ]);
  });

  it.each([
    "inventory: {reviewedOn: 2026-11}",
    "inventory: {reviewedOn: '2026'}",
    "practices: {testing: {state: in-progress, completedOn: 2026-12}}",
    "lifecycle: {stage: development, deployedOn: 2026-12}",
    "lifecycle: {stage: deployed, deployedOn: '2025', retiredOn: 2026-12}",
    "evidence: [{id: e, effectiveFrom: 2026-12, validUntil: '2027'}]",
    `${organization}people: [{name: Ada, leftOn: 2026-12}]`,
    `${organization}changes: [{what: x, on: 2026-12}]`,
  ])("are none where they may be past, or are recorded as planned: %s", async (text) => {
    expect(await brief(text, "2026-11-01")).toEqual([]);
  });
});

it("every date of the schema is of something past, or may lie in the future", () => {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, each] of Object.entries(node)) {
      if ((each as { readonly $ref?: string } | null)?.$ref === "#/$defs/partialDate") names.add(name);
      visit(each);
    }
  };
  visit(JSON.parse(projectText("schemas/descriptor.schema.json")));
  expect([...names].sort()).toEqual([...datesOfPast, ...datesOfFuture].sort());
});
