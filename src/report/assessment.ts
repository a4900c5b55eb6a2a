import type { Assessment } from "../assessment/assessment.js";
import type { ReportOptions, OutputFormat } from "./output.js";

export type { ReportOptions } from "./output.js";

/** Formats that an assessment can be written in. */
export type AssessmentFormat = "github" | "gitlab" | "json" | "junit" | "markdown" | "oscal" | "sarif" | "text";

export type ReportFormat = OutputFormat<Assessment, ReportOptions>;

/** The formats of an assessment by name, to be loaded when one is wanted. */
export const assessmentFormats: Readonly<Record<AssessmentFormat, ReportFormat>> = {
  github: {
    summary: "annotations of GitHub Actions",
    kind: "text",
    load: async () => (await import("./assessment/github.js")).githubReport,
  },
  gitlab: {
    summary: "Code Quality report of GitLab",
    kind: "text",
    load: async () => (await import("./assessment/gitlab.js")).gitlabReport,
  },
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./assessment/json.js")).resultsJson,
  },
  junit: {
    summary: "JUnit XML",
    kind: "text",
    load: async () => (await import("./assessment/junit.js")).junitReport,
  },
  markdown: {
    summary: "a page of GitHub's Markdown, for the summary of a job",
    kind: "text",
    load: async () => (await import("./assessment/markdown.js")).markdownReport,
  },
  oscal: {
    summary: "the OSCAL documents, with the profile and the catalogs that they rest on",
    kind: "folder",
    load: async () => (await import("./assessment/oscal.js")).oscalReport,
  },
  sarif: {
    summary: "SARIF 2.1.0",
    kind: "text",
    load: async () => (await import("./assessment/sarif.js")).sarifReport,
  },
  text: {
    summary: "tables for people",
    kind: "text",
    load: async () => (await import("./assessment/text.js")).textReport,
  },
};
