import type { OutputFormat, TextOutput } from "./output.js";
import type { RuleCoverageReport } from "./rule-coverage/report.js";

export {
  scoreOf,
  type CoveredControl,
  type CoveredModule,
  type RuleCoverage,
  type RuleCoverageReport,
  type Survivor,
} from "./rule-coverage/report.js";

/** Formats that the coverage of rules can be written in. */
export type RuleCoverageFormat = "json" | "markdown" | "text";

export const ruleCoverageFormats: Readonly<
  Record<RuleCoverageFormat, OutputFormat<RuleCoverageReport, { readonly color: boolean }, TextOutput>>
> = {
  json: {
    summary: "everything, for programs",
    kind: "text",
    load: async () => (await import("./rule-coverage/json.js")).ruleCoverageJson,
  },
  markdown: {
    summary: "a page with tables",
    kind: "text",
    load: async () => (await import("./rule-coverage/markdown.js")).ruleCoverageMarkdown,
  },
  text: {
    summary: "lines for people",
    kind: "text",
    load: async () => (await import("./rule-coverage/text.js")).ruleCoverageText,
  },
};
