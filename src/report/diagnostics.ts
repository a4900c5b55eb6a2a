import type { DiagnosticsReport } from "./diagnostics/report.js";
import { textFormat, type OutputFormat, type TextOutput } from "./output.js";

export type { CheckedFile, DiagnosticsReport } from "./diagnostics/report.js";

/** Formats that diagnostics can be written in. */
export type DiagnosticsFormat = "github" | "json" | "junit" | "sarif" | "text";

export type DiagnosticsReportFormat = OutputFormat<DiagnosticsReport, { readonly color: boolean }, TextOutput>;

export const diagnosticsFormats: Readonly<Record<DiagnosticsFormat, DiagnosticsReportFormat>> = {
  github: textFormat(
    "annotations of GitHub Actions",
    async () => (await import("./diagnostics/github.js")).diagnosticsGithub,
  ),
  json: textFormat("everything, for programs", async () => (await import("./diagnostics/json.js")).diagnosticsJson),
  junit: textFormat("JUnit XML", async () => (await import("./diagnostics/junit.js")).diagnosticsJunit),
  sarif: textFormat("SARIF 2.1.0", async () => (await import("./diagnostics/sarif.js")).diagnosticsSarif),
  text: textFormat("lines for people", async () => {
    const { diagnosticsText } = await import("./diagnostic-lines.js");
    return ({ diagnostics }, { color }) => diagnosticsText(diagnostics, color);
  }),
};
