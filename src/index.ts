/**
 * aims as a library. The runs are what the command line calls: a request and a host in, a value out, without a terminal. With them come
 * the types of what they give, and the few functions that read it. OSCAL has a way in of its own: `aims-as-code/oscal`.
 */
export { assess, type AssessRequest, type AssessRun } from "./runs/assess.js";
export {
  listCatalog,
  showCatalog,
  type CatalogList,
  type CatalogShow,
  type ListCatalogRequest,
  type ShowCatalogRequest,
} from "./runs/catalog.js";
export { convertCrosswalk, type ConvertCrosswalkRequest, type CrosswalkConversion } from "./runs/convert-crosswalk.js";
export { convertOscal, type Conversion, type ConvertRequest } from "./runs/convert-oscal.js";
export {
  crosswalkMatrix,
  listCrosswalks,
  projectCrosswalk,
  type CrosswalkList,
  type CrosswalkMatrix,
  type JourneyRequest,
  type ProjectionRecord,
  type ProjectRequest,
  type ReadMatrix,
  type ReadProjection,
} from "./runs/crosswalk.js";
export { describeOscal, type OscalDescriptions } from "./runs/describe-oscal.js";
export { diffCrosswalks, type ComparedCrosswalks } from "./runs/diff-crosswalks.js";
export { diffOscal, type OscalDifference } from "./runs/diff-oscal.js";
export { explain, type ExplainRequest, type Explanation } from "./runs/explain.js";
export {
  exportComponentDefinition,
  type ComponentDefinitionExport,
  type ExportComponentDefinitionRequest,
} from "./runs/export-component-definition.js";
export { nodeHost, type Host } from "./runs/host.js";
export { lintCrosswalks, type CrosswalkCheck, type LintCrosswalksRequest } from "./runs/lint-crosswalks.js";
export { importInventory, type ImportRequest, type InventoryImport } from "./runs/import-inventory.js";
export { memoryHost, type MemoryFiles, type MemoryHost, type MemoryHostOptions } from "./runs/memory-host.js";
export { newOscal, type NewOscal, type NewOscalRequest } from "./runs/new-oscal.js";
export { listProfiles, type ProfileList, type ProfileSummary } from "./runs/profiles.js";
export {
  resolveProfile as resolveProfileToText,
  type ResolvedCatalog,
  type ResolveProfileRequest,
} from "./runs/resolve-profile.js";
export { coverRules, type CoverageRequest, type CoverageRun } from "./runs/rule-coverage.js";
export { checkRules, listRules, testRules, type RuleCheck, type RuleTestRun, type TestRequest } from "./runs/rules.js";
export { validateOscal, type FileVerdict, type OscalCheck, type ValidateOscalRequest } from "./runs/validate-oscal.js";
export { validateWorkspace, type ValidateWorkspaceRequest, type WorkspaceCheck } from "./runs/validate-workspace.js";
export {
  vendorImports,
  type VendoredDocument,
  type VendoredImports,
  type VendorRequest,
} from "./runs/vendor-imports.js";
export { why, type OriginsReading } from "./runs/why.js";

export { Viewpoint } from "./files/viewpoint.js";
export type { Reader } from "./files/reader.js";
export type { Writer } from "./files/writer.js";
export {
  InputError,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticSeverity,
  type PrintedDiagnostic,
  type Reading,
} from "./diagnostics/diagnostic.js";
export type { FileName, SourceFile } from "./diagnostics/source-file.js";

export type { Assessment, Basis, DescriptorFile } from "./assessment/assessment.js";
export type { Scope, ScopedControl, SelectedRule } from "./assessment/scope.js";
export type { ControlSummary, RuleSummary, SubjectSummary, Tally } from "./assessment/tally.js";
export {
  isOpen,
  verdictStates,
  worstState,
  type Assurance,
  type Finding,
  type StateCounts,
  type Severity,
  type SubjectId,
  type Verdict,
  type VerdictState,
} from "./assessment/verdict.js";
export { gate, type FailOn, type GateReason, type GateResult, type OpenState, type Thresholds } from "./gate/gate.js";
export { assessmentFormats, type AssessmentFormat } from "./report/assessment.js";
export { matrixFormats, projectionFormats, type MatrixFormat, type ProjectionFormat } from "./report/crosswalk.js";
export { diagnosticsFormats, type DiagnosticsFormat, type DiagnosticsReport } from "./report/diagnostics.js";
export { ruleCheckFormats, type RuleCheckReport } from "./report/rule-check.js";
export { ruleTestFormats, type RuleTestFormat, type RuleTestReport } from "./report/rule-test.js";
export type { BytesOutput, FolderOutput, Output, ReportOptions, TextOutput } from "./report/output.js";
export type { Day } from "./foundation/day.js";
