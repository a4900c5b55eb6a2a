import { resolve } from "node:path";
import type { Reading } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import { defined } from "../../foundation/defined.js";
import type { RuleSources } from "../../workspace/rules.js";
import { isWorkspace, type Workspace } from "../../workspace/workspace.js";
import type { Host } from "../host.js";

/** The rules and tests that run: of a workspace its own tests, and those of the shipped rules where they are wanted too. */
export async function testedSources(
  opened: Reading<Workspace>,
  shipped: boolean,
  host: Host,
): Promise<Reading<RuleSources>> {
  if (opened.problems.length > 0) return { problems: opened.problems };
  const { readRules } = await import("../../workspace/rules.js");
  const own = opened.value?.ruleFiles;
  return readRules({ ...defined({ own }), tests: own === undefined || shipped ? "all" : "own" }, host.read);
}

/** The folder of the workspace that is meant: the one that is named, or the host's, if that is one. */
export function folderOf(workspace: string | undefined, host: Host): string | undefined {
  return workspace ?? (isWorkspace(host.folder, host.read) ? "." : undefined);
}

/** The files of rules and settings that are read, or would be. */
export function inputsOf(workspace: Workspace | undefined): readonly SourceFile[] {
  if (workspace === undefined) return [];
  const { settings, ruleFiles } = workspace;
  const found = [...ruleFiles.rules, ...ruleFiles.data, ...ruleFiles.unread].map(({ file }) => file);
  return settings ? [...found, settings.file] : found;
}

/** Opens a workspace. Neither value nor problems where there is none. */
export async function opening(folder: string | undefined, host: Host): Promise<Reading<Workspace>> {
  if (folder === undefined) return { problems: [] };
  const { openWorkspace } = await import("../../workspace/workspace.js");
  const opened = await openWorkspace(resolve(host.folder, folder), host.read, undefined, folder);
  // Rules can be written before the first descriptor.
  const problems = opened.problems.filter(({ code, severity }) => severity === "error" && code !== "no-systems");
  return problems.length > 0 ? { problems } : { ...defined({ value: opened.value }), problems };
}
