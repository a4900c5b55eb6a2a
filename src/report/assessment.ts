import type { Assessment } from "../assessment/assessment.js";
import type { ReportOptions } from "./assessment/report-options.js";
import { textFormat, type OutputFormat } from "./output.js";

export type { ReportOptions } from "./assessment/report-options.js";

/** Formats that an assessment can be written in. */
export type AssessmentFormat = "github" | "json" | "junit" | "oscal" | "sarif" | "text";

export type ReportFormat = OutputFormat<Assessment, ReportOptions>;

export const assessmentFormats: Readonly<Record<AssessmentFormat, ReportFormat>> = {
  github: textFormat(
    "annotations of GitHub Actions",
    async () => (await import("./assessment/github.js")).githubReport,
  ),
  json: textFormat("everything, for programs", async () => (await import("./assessment/json.js")).resultsJson),
  junit: textFormat("JUnit XML", async () => (await import("./assessment/junit.js")).junitReport),
  oscal: {
    summary: "the OSCAL documents, with the profile and the catalogs that they rest on",
    kind: "folder",
    load: async () => (await import("./assessment/oscal.js")).oscalReport,
  },
  sarif: textFormat("SARIF 2.1.0", async () => (await import("./assessment/sarif.js")).sarifReport),
  text: textFormat("tables for people", async () => (await import("./assessment/text.js")).textReport),
};
