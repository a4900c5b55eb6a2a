import type { ReportWriter } from "./assessment-report.js";

/** Report formats that go into one file, and how each is loaded. */
export const reportFormats: Readonly<Record<string, () => Promise<ReportWriter>>> = {
  github: async () => (await import("./github.js")).githubReport,
  json: async () => (await import("./results-json.js")).resultsJson,
  junit: async () => (await import("./junit.js")).junitReport,
  sarif: async () => (await import("./sarif.js")).sarifReport,
  text: async () => (await import("./text.js")).textReport,
};
