import type { DifferenceReport } from "./difference/report.js";
import { textFormat, type OutputFormat, type TextOutput } from "./output.js";

export { differs, type DifferenceReport } from "./difference/report.js";

/** Formats that the difference of two documents can be written in. */
export type DifferenceFormat = "json" | "markdown" | "text";

export type DifferenceReportFormat = OutputFormat<DifferenceReport, { readonly color: boolean }, TextOutput>;

export const differenceFormats: Readonly<Record<DifferenceFormat, DifferenceReportFormat>> = {
  text: textFormat("lines for people", async () => (await import("./difference/text.js")).differenceText),
  json: textFormat(
    "everything, for programs, with pointers and lines of both sides",
    async () => (await import("./difference/json.js")).differenceJson,
  ),
  markdown: textFormat(
    "for a pull request or a change record",
    async () => (await import("./difference/markdown.js")).differenceMarkdown,
  ),
};
