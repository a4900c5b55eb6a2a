import { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReportFormat } from "./diagnostics.js";
import type { RuleCheckReport } from "./rule-check/json.js";

export type { RuleCheckReport } from "./rule-check/json.js";

/** Formats that a check of rules can be written in: those of diagnostics, and a JSON of its own, which names the rules. */
export const ruleCheckFormats: Readonly<Record<DiagnosticsFormat, DiagnosticsReportFormat<RuleCheckReport>>> = {
  ...diagnosticsFormats,
  json: { ...diagnosticsFormats.json, load: async () => (await import("./rule-check/json.js")).ruleCheckJson },
};
