import { describe, expect, it } from "vitest";
import { oscalChain } from "../../src/exchange/oscal.js";
import { assessmentFormats, type AssessmentFormat } from "../../src/report/assessment.js";
import { diagnosticsFormats } from "../../src/report/diagnostics.js";
import { differenceFormats } from "../../src/report/difference.js";
import type { Output } from "../../src/report/output.js";
import { jsonText } from "../../src/source/stringify.js";
import { plain, smallAssessment } from "../support/report.js";

const names = Object.keys(assessmentFormats) as AssessmentFormat[];

async function outputIn(format: AssessmentFormat): Promise<Output> {
  return (await assessmentFormats[format].load())(smallAssessment(), plain);
}

describe("the formats of an assessment", () => {
  it("are these", () => {
    expect(names.toSorted()).toEqual(["github", "gitlab", "json", "junit", "markdown", "oscal", "sarif", "text"]);
  });

  it.each(names)("declare the kind of their output before they are loaded: %s", async (name) => {
    expect((await outputIn(name)).kind).toBe(assessmentFormats[name].kind);
  });

  it("need a folder for the OSCAL documents alone", () => {
    expect(names.filter((name) => assessmentFormats[name].kind !== "text")).toEqual(["oscal"]);
  });

  it("write each document of the chain as JSON", async () => {
    const output = await outputIn("oscal");
    if (output.kind !== "folder") throw new Error("oscal gives no folder");
    const files = [...output.files].map(([name, file]) => [name, [...(file.pieces as Iterable<string>)].join("")]);
    const documents = [...oscalChain(smallAssessment())].map(([name, make]) => [name, [...jsonText(make())].join("")]);
    expect(files).toEqual(documents);
  });
});

describe("the formats of everything", () => {
  it.each([
    ["assessments", assessmentFormats],
    ["diagnostics", diagnosticsFormats],
    ["differences", differenceFormats],
  ])("of %s say in a few words what they are", (_, formats) => {
    for (const { summary } of Object.values(formats)) expect(summary).toMatch(/^[A-Za-z].*[^.]$/);
  });
});
