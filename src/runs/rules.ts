import { resolve } from "node:path";
import { hasErrors, type Diagnostic, type Reading } from "../diagnostics/diagnostic.js";
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
}

/**
 * The rules that ship with aims and those of a workspace, with what is wrong with them.
 * @param workspace folder, from the host's; without one, the shipped rules as they were compiled
 */
export async function listRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  if (workspace === undefined) return { rules: shippedPolicy().policy.rules, problems: [] };
  return checkRules(workspace, host);
}

/** Checks the sources of rules: syntax, METADATA, builtins and every path into the input. */
export async function checkRules(workspace: string | undefined, host: Host): Promise<RuleCheck> {
  const { value: read, problems } = await sourcesOf(workspace, false, host);
  if (read === undefined) return { rules: [], problems };
  const { checkRules: check } = await import("../policy/compile.js");
  const { rules, diagnostics } = await check(read.sources, { bounded: true });
  return { rules, problems: atRuleFiles(diagnostics, read.files) };
}

/** The tests to run. */
export interface TestRequest {
  /** Only tests whose full name (data.<package>.<test>) matches the regular expression. */
  readonly run?: string;
  /** Whether the lines that no test reaches are wanted. */
  readonly coverage?: boolean;
  /** Seconds that one test may take on one evaluator. Default: 10. */
  readonly timeout?: number;
}

/** Runs the tests of rules on OPA's own evaluator and as WASM. @returns problems where the sources cannot be run */
export async function testRules(
  workspace: string | undefined,
  { run, coverage = false, timeout }: TestRequest,
  host: Host,
): Promise<Reading<RuleTestResult>> {
  const { value: read, problems } = await sourcesOf(workspace, true, host);
  if (read === undefined) return { problems };
  const { testRules: test } = await import("../policy/test.js");
  const { regoDiagnostic } = await import("../policy/compile.js");
  const timeLimitMs = timeout === undefined ? undefined : timeout * 1000;
  const result = await test(read.sources, { coverage, ...defined({ cacheFolder: host.cache, run, timeLimitMs }) });
  const wrong = result.errors.map((error) => regoDiagnostic(error, read.sources));
  return wrong.length > 0 ? { problems: atRuleFiles(wrong, read.files) } : { value: result, problems: [] };
}

async function sourcesOf(workspace: string | undefined, tests: boolean, host: Host): Promise<Reading<RuleSources>> {
  const { readRules } = await import("../workspace/rules.js");
  if (workspace === undefined) return readRules({ tests }, host.read);
  const { openWorkspace } = await import("../workspace/workspace.js");
  const opened = await openWorkspace(resolve(host.folder, workspace), host.read, undefined, workspace);
  if (opened.value === undefined || hasErrors(opened.problems)) return { problems: opened.problems };
  return readRules({ own: opened.value.rules, tests }, host.read);
}
