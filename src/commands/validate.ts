import { Command, Option } from "commander";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { exitCode, type Terminal } from "./terminal.js";

interface ValidateOptions {
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly output: "text" | "json";
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
    .addOption(
      new Option("--output <format>", "text for people on standard error, json on standard output")
        .choices(["text", "json"])
        .default("text"),
    )
    .addHelpText(
      "after",
      "\nExample:\n  aims validate examples/meridian-bank\n\nExit codes: 0 valid, perhaps with warnings; 2 something has to be corrected.",
    )
    .action(async (workspace: string, options: ValidateOptions) => {
      const { systems, diagnostics } = await validateWorkspace(workspace, options, terminal);
      const invalid = diagnostics.some((each) => each.severity === "error");
      if (options.output === "json") {
        terminal.out(
          `${JSON.stringify({ valid: !invalid, systems, diagnostics: [...diagnostics].sort(compareDiagnostics) }, null, 2)}\n`,
        );
      } else {
        const { printDiagnostics } = await import("./print-diagnostics.js");
        printDiagnostics(diagnostics, terminal);
        if (!invalid) terminal.out(`Valid: ${String(systems)} ${systems === 1 ? "system" : "systems"}.\n`);
      }
      terminal.exit(invalid ? exitCode.input : exitCode.done);
    });
}

/** Reads everything that an assessment would read and collects what is wrong, whatever else is wrong. */
async function validateWorkspace(
  folder: string,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<{ systems: number; diagnostics: Diagnostic[] }> {
  const { openWorkspace, seenFrom } = await import("./workspace.js");
  const { WorkspaceReader } = await import("./descriptors.js");
  const { collectProblems } = await import("./collect-problems.js");
  const diagnostics: Diagnostic[] = [];
  const workspace = await collectProblems(diagnostics, () => openWorkspace(folder, terminal, options.systems));
  if (!workspace) return { systems: 0, diagnostics };
  const reader = new WorkspaceReader(workspace);
  await reader.organization();
  let systems = 0;
  for await (const { descriptor } of reader.systems()) if (descriptor.id !== "") systems += 1;
  diagnostics.push(...reader.diagnostics);
  const policy = await collectProblems(diagnostics, async () => {
    const { loadPolicy } = await import("./load-policy.js");
    return loadPolicy(workspace.rules, terminal);
  });
  const profile = await collectProblems(diagnostics, async () => {
    const { loadChosenProfile } = await import("./profile.js");
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
    await collectProblems(diagnostics, async () => {
      const { profileScope } = await import("../assessment/profile-scope.js");
      const { ownRules } = await import("./load-policy.js");
      return profileScope(profile.resolved, policy.rules, ownRules(policy));
    });
  }
  return { systems, diagnostics: seenFrom(terminal, workspace.root, diagnostics) };
}
