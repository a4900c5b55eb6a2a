import type { CrosswalkDifferenceReport } from "./crosswalk-difference/report.js";
import type { DifferenceFormat } from "./difference.js";
import type { OutputFormat, TextOutput } from "./output.js";

export { crosswalksDiffer } from "./crosswalk-difference/report.js";

type CrosswalkDifferenceFormat = OutputFormat<CrosswalkDifferenceReport, { readonly color: boolean }, TextOutput>;

/** Formats that the difference of two mapping collections can be written in. */
export const crosswalkDifferenceFormats: Readonly<Record<DifferenceFormat, CrosswalkDifferenceFormat>> = {
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => (await import("./crosswalk-difference/text.js")).crosswalkDifferenceText,
  },
  json: {
    summary: "everything, for programs, with pointers and lines of both sides",
    kind: "text",
    load: async () => (await import("./crosswalk-difference/json.js")).crosswalkDifferenceJson,
  },
  markdown: {
    summary: "for a pull request or a change record",
    kind: "text",
    load: async () => (await import("./crosswalk-difference/markdown.js")).crosswalkDifferenceMarkdown,
  },
};
