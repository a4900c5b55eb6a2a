import type { Diagnostic, Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { defined } from "../foundation/defined.js";
import { shippedPrefix } from "../policy/packages.js";
import type { Rule } from "../policy/rule.js";
import type { RuleTestResult } from "../policy/test.js";
import { atRuleFiles, shippedBeside, shippedPolicy, shippedRules } from "../workspace/policy.js";
import type { RuleSources } from "../workspace/rules.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Host } from "./host.js";
import { folderOf, inputsOf, opening, testedSources } from "./rules/opening.js";

/** Rules, and all that is wrong with their sources. */
export interface RuleCheck {
  readonly rules: readonly Rule[];
  readonly problems: readonly Diagnostic[];
  /** The files that were read, or would have been. */
  readonly files: readonly SourceFile[];
}

/**
 * The rules that ship with aims and those of a workspace, with what is wrong with them.
 * @param workspace folder, from the host's; without one, the host's folder where that is a workspace, or else the shipped rules as they
 *   were compiled
 */
export async function listRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  if (folderOf(workspace, host) === undefined) {
    return { rules: shippedPolicy().policy.rules, problems: [], files: [] };
  }
  return checkRules(workspace, host);
}

/**
 * Checks the sources of rules: syntax, METADATA, builtins, items that are written out, every path into the input and into data, and the
 * controls that own rules name and the parameters that rules read, against the workspace's profile; names rules and files that are not
 * heard, as warnings.
 * @param workspace as for `listRules`
 */
export async function checkRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  const folder = folderOf(workspace, host);
  const opened = await opening(folder, host);
  const files = inputsOf(opened.value);
  if (opened.problems.length > 0) return { rules: [], problems: opened.problems, files };
  const { readOwnRules, readRules } = await import("../workspace/rules.js");
  const own = opened.value?.ruleFiles;
  const { value: read, problems } = await (own === undefined
    ? readRules({ tests: "none" }, host.read)
    : readOwnRules(own, host.read));
  if (read === undefined) return { rules: [], problems, files };
  const { rules, diagnostics } = await checkSources(read, own !== undefined, host);
  const ownRules = opened.value === undefined ? [] : rules.filter(({ file }) => !file.startsWith(shippedPrefix));
  const ofProfile = opened.value === undefined ? [] : await profileProblems(rules, ownRules, opened.value, host);
  return { rules, problems: [...problems, ...atRuleFiles([...diagnostics, ...ofProfile], read.files)], files };
}

/** @param ofWorkspace whether the sources are those of a workspace, beside which the shipped rules stand */
async function checkSources(
  { sources, data }: RuleSources,
  ofWorkspace: boolean,
  { cache }: Host,
): Promise<Pick<RuleCheck, "rules"> & { readonly diagnostics: readonly Diagnostic[] }> {
  const shipped = ofWorkspace ? undefined : await shippedRules({ sources, data });
  if (shipped !== undefined) return { rules: shipped, diagnostics: [] };
  const { checkRules: check } = await import("../policy/compile.js");
  const beside = ofWorkspace ? shippedBeside() : undefined;
  return check(sources, { data, bounded: true, ...defined({ cacheFolder: cache, beside }) });
}

/** The tests to run. */
export interface TestRequest {
  /** Only tests whose full name (data.<package>.<test>) matches the regular expression. */
  readonly run?: string;
  /** Whether the lines that no test reaches are wanted. */
  readonly coverage?: boolean;
  /** Whether those of the rules that ship with aims run beside a workspace's own. */
  readonly shipped?: boolean;
  /** Seconds that one test may take on one evaluator. Default: 10. */
  readonly timeout?: number;
}

/** The tests that ran. */
export interface RuleTests extends RuleTestResult {
  /** The folder of the workspace that was tested, as it was given or "."; left out where only the shipped rules were. */
  readonly workspace?: string;
}

/** The tests as they ran, or what is wrong with their sources. */
export interface RuleTestRun extends Reading<RuleTests> {
  /** Files by the names that the result calls them by. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The files that were read, or would have been. */
  readonly inputs: readonly SourceFile[];
}

/**
 * Runs the tests of rules on OPA's own evaluator and as WASM: of a workspace its own tests, which may use the shipped rules and what the
 * shipped tests share; elsewhere the tests that ship with aims.
 * @param workspace as for `listRules`
 * @returns problems where the sources cannot be run, and warnings where they can
 */
export async function testRules(
  workspace: string | undefined,
  { run, coverage = false, shipped = false, timeout }: TestRequest,
  host: Host,
): Promise<RuleTestRun> {
  const folder = folderOf(workspace, host);
  const opened = await opening(folder, host);
  const inputs = inputsOf(opened.value);
  const { value: read, problems } = await testedSources(opened, shipped, host);
  if (read === undefined) return { problems, files: new Map(), inputs };
  const { files } = read;
  const { testRules: test } = await import("../policy/test.js");
  const { dataConflicts, regoDiagnostic } = await import("../policy/compile.js");
  // The tables of aims were checked against its rules when it was built.
  const hasData = (opened.value?.ruleFiles.data.length ?? 0) > 0;
  const conflicts = hasData ? await dataConflicts(read.sources, read.data) : [];
  if (conflicts.length > 0) return { problems: [...problems, ...conflicts], files, inputs };
  const timeLimitMs = timeout === undefined ? undefined : timeout * 1000;
  const optional = defined({ cacheFolder: host.cache, run, timeLimitMs });
  const ofAims = (file: string): boolean => folder === undefined || isShipped({ file });
  const options = { coverage, data: read.data.value, isShipped: ofAims, ...optional };
  const result = await test(read.sources, options);
  const wrong = result.errors.map((error) => regoDiagnostic(error, read.sources));
  if (wrong.length > 0) return { problems: [...problems, ...atRuleFiles(wrong, files)], files, inputs };
  const tested = result.coverage.filter(({ file }) => folder === undefined || shipped || !isShipped({ file }));
  return { value: { ...result, coverage: tested, ...defined({ workspace: folder }) }, problems, files, inputs };
}

/** Whether a test, or a file, of a workspace's test run ships with aims. */
export function isShipped({ file }: { readonly file: string }): boolean {
  return file.startsWith(shippedPrefix);
}

/**
 * Own rules that name controls which no catalog has, or, where the workspace has a profile, none that it selects; and rules that read
 * parameters which the profile does not have.
 */
async function profileProblems(
  rules: readonly Rule[],
  own: readonly Rule[],
  workspace: Workspace,
  host: Host,
): Promise<Diagnostic[]> {
  const { controlsKnownTo, referencesOf, rulesOutside, unknownControls } =
    await import("../assessment/rule-controls.js");
  const { loadAssessedProfile } = await import("../workspace/profile.js");
  const { catalogControls } = await import("../oscal/resolved-profile.js");
  const { shippedCatalogs } = await import("../workspace/shipped.js");
  // What is wrong with the profile itself is for `validate` to say.
  const { value: profile } = await loadAssessedProfile({}, host.folder, workspace, host.read);
  const { packCatalogs } = await import("../workspace/catalogs.js");
  const { whyAbsent } = await import("../workspace/wrong-labels.js");
  const catalogs = [...shippedCatalogs(), ...(await packCatalogs(workspace.packs, host.read))];
  const ofCatalogs = catalogs.flatMap((catalog) => [...catalogControls(catalog)].map(({ control }) => control));
  const known = new Set([...referencesOf(ofCatalogs), ...(profile ? controlsKnownTo(profile.resolved) : [])]);
  const unknown = own.flatMap((rule) => unknownControls(rule, known, whyAbsent));
  if (profile === undefined) return unknown;
  const { undeclaredParameters } = await import("../assessment/rule-parameters.js");
  const { resolved } = profile;
  return [...unknown, ...rulesOutside(resolved, own), ...undeclaredParameters(resolved, rules, own)];
}
