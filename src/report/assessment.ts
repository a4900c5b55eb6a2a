import type { ReportWriter } from "./assessment/report.js";

/** Report formats that go into one file, and how each is loaded. */
export const reportFormats: Readonly<Record<string, () => Promise<ReportWriter>>> = {
  github: async () => (await import("./assessment/github.js")).githubReport,
  json: async () => (await import("./assessment/json.js")).resultsJson,
  junit: async () => (await import("./assessment/junit.js")).junitReport,
  sarif: async () => (await import("./assessment/sarif.js")).sarifReport,
  text: async () => (await import("./assessment/text.js")).textReport,
};
