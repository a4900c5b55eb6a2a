import { resolve } from "node:path";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/source-file.js";
import { defined } from "../foundation/defined.js";
import type { Rule } from "../policy/rule.js";
import type { RuleTestResult } from "../policy/test.js";
import { atRuleFiles, shippedPolicy } from "../workspace/policy.js";
import type { RuleSources } from "../workspace/rules.js";
import type { Host } from "./host.js";

/** Rules, and all that is wrong with their sources. */
export interface RuleCheck {
  readonly rules: readonly Rule[];
  readonly problems: readonly Diagnostic[];
  /** The files that were read, or would have been. */
  readonly files: readonly SourceFile[];
}

/**
 * The rules that ship with aims and those of a workspace, with what is wrong with them.
 * @param workspace folder, from the host's; without one, the shipped rules as they were compiled
 */
export async function listRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  if (workspace === undefined) return { rules: shippedPolicy().policy.rules, problems: [], files: [] };
  return checkRules(workspace, host);
}

/** Checks the sources of rules: syntax, METADATA, builtins and every path into the input. */
export async function checkRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  const { value: read, problems, inputs } = await sourcesOf(workspace, false, host);
  if (read === undefined) return { rules: [], problems, files: inputs };
  const { checkRules: check } = await import("../policy/compile.js");
  const { rules, diagnostics } = await check(read.sources);
  return { rules, problems: atRuleFiles(diagnostics, read.files), files: inputs };
}

/** The tests to run. */
export interface TestRequest {
  /** Only tests whose full name (data.<package>.<test>) matches the regular expression. */
  readonly run?: string;
  /** Whether the lines that no test reaches are wanted. */
  readonly coverage?: boolean;
}

/** The tests as they ran, or what is wrong with their sources. */
export interface RuleTestRun extends Reading<RuleTestResult> {
  /** Files by the names that the result calls them by. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The files that were read, or would have been. */
  readonly inputs: readonly SourceFile[];
}

/** Runs the tests of rules on OPA's own evaluator and as WASM. @returns problems where the sources cannot be run */
export async function testRules(
  workspace: string | undefined,
  { run, coverage = false }: TestRequest,
  host: Host,
): Promise<RuleTestRun> {
  const { value: read, problems, inputs } = await sourcesOf(workspace, true, host);
  if (read === undefined) return { problems, files: new Map(), inputs };
  const { files } = read;
  const { testRules: test } = await import("../policy/test.js");
  const { regoDiagnostic } = await import("../policy/compile.js");
  const result = await test(read.sources, { coverage, ...defined({ cacheFolder: host.cache, run }) });
  const wrong = result.errors.map((error) => regoDiagnostic(error, read.sources));
  if (wrong.length > 0) return { problems: atRuleFiles(wrong, files), files, inputs };
  return { value: result, problems: [], files, inputs };
}

/** @returns with the sources the files that are read for them, also where something is wrong with one */
async function sourcesOf(
  workspace: string | undefined,
  tests: boolean,
  host: Host,
): Promise<Reading<RuleSources> & { readonly inputs: readonly SourceFile[] }> {
  const { readRules } = await import("../workspace/rules.js");
  if (workspace === undefined) {
    const shipped = await readRules({ tests }, host.read);
    return { ...shipped, inputs: [...(shipped.value?.files.values() ?? [])] };
  }
  const { openWorkspace } = await import("../workspace/workspace.js");
  const { value, problems } = await openWorkspace(resolve(host.folder, workspace), host.read, undefined, workspace);
  const inputs = value ? [...value.rules, ...(value.settings ? [value.settings] : [])].map(({ file }) => file) : [];
  if (value === undefined || hasErrors(problems)) return { problems, inputs };
  return { ...(await readRules({ own: value.rules, tests }, host.read)), inputs };
}
