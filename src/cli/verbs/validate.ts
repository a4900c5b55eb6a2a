import { Command } from "commander";
import { compareDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { diagnosticsFormats, type CheckedFile } from "../../report/diagnostics.js";
import { parseOutput, type OutputTarget } from "../output-target.js";
import { exitCode, type ExitCode, type Terminal } from "../terminal.js";

const formats = Object.keys(diagnosticsFormats).sort();

interface ValidateOptions {
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly output: readonly OutputTarget[];
}

export function validateCommand(terminal: Terminal): Command {
  return new Command("validate")
    .description("Check the descriptors, profile and rules of a workspace without assessing anything.")
    .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
    .option("--profile <name|path>", "profile to check the workspace with (default: the one in aims.yaml)")
    .option(
      "--systems <glob>",
      "descriptors to check, from the workspace's folder; repeatable",
      (value: string, previous?: readonly string[]) => [...(previous ?? []), value],
    )
    .option(
      "--output <format[=path]>",
      `a report, repeatable: ${formats.join(", ")}; without a path to standard output, text to standard error`,
      (value: string, previous: readonly OutputTarget[]) => [...previous, parseOutput(value, formats)],
      [],
    )
    .addHelpText(
      "after",
      "\nExample:\n  aims validate examples/meridian-bank\n\nExit codes: 0 valid, perhaps with warnings; 2 something has to be corrected.",
    )
    .action(async (workspace: string, options: ValidateOptions) => {
      terminal.exit(await validate(workspace, options, terminal));
    });
}

async function validate(workspace: string, options: ValidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { requireDistinctReports, writeDiagnostics } = await import("../../runs/outputs/diagnostics.js");
  const { toolVersion } = await import("../../workspace/tool-version.js");
  requireDistinctReports(options.output, [], terminal);
  const { systems, diagnostics } = await validateWorkspace(workspace, options, terminal);
  diagnostics.sort(compareDiagnostics);
  const valid = !diagnostics.some(({ severity }) => severity === "error");
  const report = {
    tool: { name: "aims", version: toolVersion() },
    command: "validate",
    valid,
    counts: { systems },
    files: filesOf(diagnostics),
    diagnostics,
  } as const;
  await writeDiagnostics(report, options.output, terminal);
  const { printCounts } = await import("../print/diagnostics.js");
  printCounts(diagnostics, terminal);
  const toStandardOutput = options.output.some(({ format, path }) => path === undefined && format !== "text");
  if (valid && !toStandardOutput) terminal.out(`Valid: ${String(systems)} ${systems === 1 ? "system" : "systems"}.\n`);
  return valid ? exitCode.done : exitCode.input;
}

/** The files that something was found in. */
function filesOf(diagnostics: readonly Diagnostic[]): CheckedFile[] {
  const states = new Map<string, CheckedFile["state"]>();
  for (const { file, severity } of diagnostics) {
    if (file === undefined) continue;
    if (severity === "error") states.set(file, "invalid");
    else if (!states.has(file)) states.set(file, "valid");
  }
  return [...states].map(([name, state]) => ({ name, state }));
}

/** Reads everything that an assessment would read and collects what is wrong, whatever else is wrong. */
async function validateWorkspace(
  folder: string,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<{ systems: number; diagnostics: Diagnostic[] }> {
  const { openWorkspace, seenFrom } = await import("../../workspace/workspace.js");
  const { WorkspaceReader } = await import("../../workspace/descriptors.js");
  const { collectProblems } = await import("../../workspace/collect-problems.js");
  const diagnostics: Diagnostic[] = [];
  const workspace = await collectProblems(diagnostics, () => openWorkspace(folder, terminal, options.systems));
  if (!workspace) return { systems: 0, diagnostics };
  const reader = new WorkspaceReader(workspace);
  await reader.organization();
  let systems = 0;
  for await (const { descriptor } of reader.systems()) if (descriptor.id !== "") systems += 1;
  diagnostics.push(...reader.diagnostics);
  const policy = await collectProblems(diagnostics, async () => {
    const { loadPolicy } = await import("../../workspace/policy.js");
    return loadPolicy(workspace.rules, terminal);
  });
  const profile = await collectProblems(diagnostics, async () => {
    const { loadChosenProfile } = await import("../../workspace/profile.js");
    const chosen = await loadChosenProfile(options.profile, workspace, terminal);
    if (!chosen) {
      diagnostics.push({
        code: "no-profile",
        severity: "warning",
        message: "No profile says which controls to assess, so controls and parameters were not checked.",
        fix: 'Add --profile, or "profile:" to aims.yaml.',
      });
    }
    return chosen;
  });
  if (policy && profile) {
    diagnostics.push(...profile.resolved.warnings);
    const { parameterUse } = await import("../../assessment/parameter-use.js");
    const { ownRules } = await import("../../workspace/policy.js");
    diagnostics.push(...parameterUse(profile.resolved, policy.rules, ownRules(policy)));
    const { profileScope } = await import("../../assessment/scope.js");
    diagnostics.push(...profileScope(profile.resolved, policy.rules, ownRules(policy)).problems);
  }
  return { systems, diagnostics: seenFrom(terminal, workspace.root, diagnostics) };
}
