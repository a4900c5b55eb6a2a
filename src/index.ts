/**
 * aims as a library: read and validate descriptors, compile and evaluate rules, assess, and write the results as OSCAL or as reports.
 * The command line is made of the same functions.
 */
export { assess, type AssessmentRun } from "./assessment/assess.js";
export { aimsNamespace } from "./oscal/properties.js";
export {
  profileScope,
  type ParameterValue,
  type ParameterValues,
  type ProfileScope,
  type Scope,
  type ScopedControl,
  type SelectedRule,
} from "./assessment/scope.js";
export type { ControlSummary, RuleSummary, SubjectSummary, Tally } from "./assessment/tally.js";
export { assessmentPlan } from "./exchange/oscal/assessment-plan.js";
export { assessmentResults } from "./exchange/oscal/assessment-results.js";
export { systemSecurityPlan } from "./exchange/oscal/system-security-plan.js";
export type { Assessment, Basis, DescriptorFile } from "./assessment/assessment.js";
export {
  assuranceLevels,
  severities,
  verdictStates,
  worstState,
  type Assurance,
  type Finding,
  type Severity,
  type StateCounts,
  type Verdict,
  type VerdictState,
} from "./assessment/verdict.js";
export { InputError, type Diagnostic, type DiagnosticSeverity } from "./diagnostics/diagnostic.js";
export type { Organization, System } from "./inventory/generated/descriptor.js";
export {
  readDescriptors,
  type DescriptorResult,
  type OrganizationSubject,
  type Subject,
  type SystemSubject,
} from "./inventory/descriptors.js";
export {
  resolveProfile,
  type BytesParser,
  type DocumentLoader,
  type EmbeddedSource,
  type LoadedDocument,
  type LoadFailure,
  type OpenedImport,
  type ProfileResolution,
  type Provenance,
  type ProvenanceAction,
  type ProvenanceStep,
  type ResolveOptions,
} from "./oscal/resolve.js";
export {
  resolvedProfile,
  type ParameterDeclaration,
  type RedeclaredProperty,
  type ResolvedParameter,
  type ResolvedProfile,
} from "./oscal/resolved-profile.js";
export { danglingReferences, type ReferenceProblem } from "./oscal/references.js";
export { validateOscal, type OscalProblem } from "./oscal/validate.js";
export { checkRules, compileRules, type CompileRulesOptions, type CompileRulesResult } from "./policy/compile.js";
export type { CompiledPolicy } from "./policy/compiled-policy.js";
export { createInProcessEvaluator } from "./policy/in-process-evaluator.js";
export type { RuleEvaluator, RuleOutcome, RuleOutput } from "./policy/evaluator.js";
export { createEvaluatorPool } from "./policy/evaluator-pool.js";
export type { Rule, RuleItem, RuleSet, RuleSubject } from "./policy/rule.js";
export { testRules, type RuleTest, type RuleTestOptions, type RuleTestResult } from "./policy/test.js";
export { jsonText, materialize } from "./source/stringify.js";
