import type { DifferenceReport } from "./difference/report.js";
import type { OutputFormat, TextOutput } from "./output.js";

export { differs, type DifferenceReport } from "./difference/report.js";

/** Formats that the difference of two documents can be written in. */
export type DifferenceFormat = "json" | "markdown" | "text";

export type DifferenceReportFormat = OutputFormat<DifferenceReport, { readonly color: boolean }, TextOutput>;

export const differenceFormats: Readonly<Record<DifferenceFormat, DifferenceReportFormat>> = {
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => (await import("./difference/text.js")).differenceText,
  },
  json: {
    summary: "everything, for programs, with pointers and lines of both sides",
    kind: "text",
    load: async () => (await import("./difference/json.js")).differenceJson,
  },
  markdown: {
    summary: "for a pull request or a change record",
    kind: "text",
    load: async () => (await import("./difference/markdown.js")).differenceMarkdown,
  },
};
