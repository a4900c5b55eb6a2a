import type { DiagnosticCode } from "../diagnostics/diagnostic.js";

/** Codes of the diagnostics of constraints of OSCAL's metaschema: a run without constraints looks for none of them. */
export const constraintCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "oscal-allowed-values",
  "oscal-cardinality",
  "oscal-deprecated-value",
  "oscal-expect",
  "oscal-index-duplicate",
  "oscal-index-missing-key",
  "oscal-matches",
  "oscal-not-unique",
  "oscal-uuid-case",
]);
