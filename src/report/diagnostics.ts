import type { DiagnosticsOptions, DiagnosticsReport } from "./diagnostics/report.js";
import type { OutputFormat, TextOutput } from "./output.js";

export type { CheckedFile, DiagnosticsReport } from "./diagnostics/report.js";

/** Formats that diagnostics can be written in. */
export type DiagnosticsFormat = "github" | "gitlab" | "json" | "junit" | "markdown" | "sarif" | "text";

export type DiagnosticsReportFormat<Report = DiagnosticsReport> = OutputFormat<Report, DiagnosticsOptions, TextOutput>;

/** The formats that other programs read alike for an assessment and for the problems that kept it from being made. */
export const annotationFormats: readonly DiagnosticsFormat[] = ["github", "gitlab", "junit", "markdown", "sarif"];

export const diagnosticsFormats: Readonly<Record<DiagnosticsFormat, DiagnosticsReportFormat>> = {
  github: {
    summary: "annotations of GitHub Actions",
    kind: "text",
    load: async () => (await import("./diagnostics/github.js")).diagnosticsGithub,
  },
  gitlab: {
    summary: "Code Quality report of GitLab",
    kind: "text",
    load: async () => (await import("./diagnostics/gitlab.js")).diagnosticsGitlab,
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
  markdown: {
    summary: "a page of GitHub's Markdown, for the summary of a job",
    kind: "text",
    load: async () => (await import("./diagnostics/markdown.js")).diagnosticsMarkdown,
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
