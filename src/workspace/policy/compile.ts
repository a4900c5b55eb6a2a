import { compileRules, type CompileRulesResult } from "../../policy/compile.js";
import type { SourceFile } from "../../files/files.js";
import { shippedPrefix } from "../../policy/packages.js";
import { cacheFolder, isTest, readRuleFiles, shippedRuleFiles } from "../rules.js";
import type { Terminal } from "../../cli/terminal.js";

/**
 * Compiles the shipped rules together with those of a workspace.
 * @param own Rego files of the workspace, tests left out
 * @throws InputError for files that cannot be read
 */
export async function compileWorkspacePolicy(
  own: readonly SourceFile[],
  terminal: Terminal,
): Promise<CompileRulesResult> {
  const shipped = (await shippedRuleFiles()).filter((file) => !isTest(file));
  const sources = { ...readRuleFiles(shipped, shippedPrefix), ...readRuleFiles(own) };
  return compileRules(sources, { cacheFolder: cacheFolder(terminal), trusted: false });
}

/** Compiles the shipped rules alone, as the package carries them. */
export async function compileShippedPolicy(): Promise<CompileRulesResult> {
  const shipped = (await shippedRuleFiles()).filter((file) => !isTest(file));
  return compileRules(readRuleFiles(shipped), { trusted: true });
}
