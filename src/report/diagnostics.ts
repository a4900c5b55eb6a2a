import type { DiagnosticsReport } from "./diagnostics/report.js";
import type { OutputFormat, TextOutput } from "./output.js";

export type { CheckedFile, DiagnosticsReport } from "./diagnostics/report.js";

/** Formats that diagnostics can be written in. */
export type DiagnosticsFormat = "github" | "json" | "junit" | "sarif" | "text";

export type DiagnosticsReportFormat = OutputFormat<DiagnosticsReport, { readonly color: boolean }, TextOutput>;

export const diagnosticsFormats: Readonly<Record<DiagnosticsFormat, DiagnosticsReportFormat>> = {
  github: {
    summary: "annotations of GitHub Actions",
    kind: "text",
    load: async () => (await import("./diagnostics/github.js")).diagnosticsGithub,
  },
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./diagnostics/json.js")).diagnosticsJson,
  },
  junit: {
    summary: "JUnit XML",
    kind: "text",
    load: async () => (await import("./diagnostics/junit.js")).diagnosticsJunit,
  },
  sarif: {
    summary: "SARIF 2.1.0",
    kind: "text",
    load: async () => (await import("./diagnostics/sarif.js")).diagnosticsSarif,
  },
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => {
      const { diagnosticsText } = await import("./diagnostic-lines.js");
      return ({ diagnostics }, { color }) => ({ kind: "text", pieces: diagnosticsText(diagnostics, color) });
    },
  },
};
