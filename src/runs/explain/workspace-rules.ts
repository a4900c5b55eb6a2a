import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { displayName, type SourceFile } from "../../files/files.js";
import type { Rule } from "../../policy/rule.js";
import { loadPolicy, ownRules } from "../../workspace/policy.js";
import { isTest, readRuleFiles } from "../../workspace/rules.js";
import { isProfileName } from "../../workspace/shipped.js";
import type { Terminal } from "../../cli/terminal.js";
import { openWorkspace, seenFrom, type Workspace } from "../../workspace/workspace.js";

/** Files by which a folder is known as a workspace without being named as one. */
const marks = ["aims.yaml", "organization.yaml"] as const;

/**
 * The workspace in a folder, or in the one where the command was started.
 * @param folder undefined where the command line names none
 * @returns undefined where none is named and none is here
 * @throws InputError where it cannot be used
 */
export async function workspaceAt(folder: string | undefined, terminal: Terminal): Promise<Workspace | undefined> {
  if (folder === undefined && !marks.some((name) => existsSync(resolve(terminal.cwd, name)))) return undefined;
  return openWorkspace(folder ?? ".", terminal);
}

/** The profile that the workspace's aims.yaml names, as it is to be called from where the command was started. */
export function profileOf({ root, profile }: Workspace, terminal: Terminal): string | undefined {
  const asGiven = profile === undefined || isProfileName(profile) || root === resolve(terminal.cwd);
  return asGiven ? profile : displayName(terminal.cwd, resolve(root, profile));
}

/** A rule, and where it stands if it does not ship with aims. */
export interface ListedRule {
  readonly rule: Rule;
  readonly place?: { readonly file: string; readonly line: number };
}

/**
 * The rules that ship with aims and those of a workspace, also where some of these cannot run.
 * @returns what is wrong with the workspace's own rules beside all that could be read
 */
export async function listedRules(
  workspace: Workspace | undefined,
  terminal: Terminal,
): Promise<{ readonly rules: readonly ListedRule[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { root, rules: files } = workspace ?? { root: terminal.cwd, rules: [] };
  const place = ({ file, row }: Rule): NonNullable<ListedRule["place"]> => ({
    file: displayName(terminal.cwd, join(root, file)),
    line: row,
  });
  try {
    const policy = await loadPolicy(files, terminal);
    const own = new Set(ownRules(policy));
    const rules = policy.rules.map((rule) => (own.has(rule) ? { rule, place: place(rule) } : { rule }));
    return { rules, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const shipped = (await loadPolicy([], terminal)).rules.map((rule) => ({ rule }));
    const own = (await readableRules(files)).map((rule) => ({ rule, place: place(rule) }));
    const rules = [...shipped, ...own].sort(({ rule: { id: a } }, { rule: { id: b } }) => (a < b ? -1 : a > b ? 1 : 0));
    return { rules, diagnostics: seenFrom(terminal, root, error.diagnostics) };
  }
}

/** Own rules whose METADATA can be read, though something is wrong with them; none where a file cannot be read at all. */
async function readableRules(files: readonly SourceFile[]): Promise<readonly Rule[]> {
  const { checkRules } = await import("../../policy/compile.js");
  try {
    return (await checkRules(readRuleFiles(files.filter((file) => !isTest(file))))).rules;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [];
  }
}
