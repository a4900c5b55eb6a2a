import type { DiagnosticsWriter } from "./diagnostics/report.js";

/** Formats of diagnostics, and how each is loaded. */
export const diagnosticsFormats: Readonly<Record<string, () => Promise<DiagnosticsWriter>>> = {
  github: async () => (await import("./diagnostics/github.js")).diagnosticsGithub,
  json: async () => (await import("./diagnostics/json.js")).diagnosticsJson,
  junit: async () => (await import("./diagnostics/junit.js")).diagnosticsJunit,
  sarif: async () => (await import("./diagnostics/sarif.js")).diagnosticsSarif,
  text: async () => {
    const { diagnosticsText } = await import("./diagnostics/text.js");
    return ({ diagnostics }) => diagnosticsText(diagnostics, false);
  },
};
