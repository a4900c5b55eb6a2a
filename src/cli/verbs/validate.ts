import { compareDiagnostics, hasErrors, type PrintedDiagnostic } from "../../diagnostics/diagnostic.js";
import { plural } from "../../foundation/words.js";
import type { CheckedFile, DiagnosticsFormat } from "../../report/diagnostics.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../verb.js";

interface ValidateOptions {
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
}

export const validateVerb: Verb = defineVerb({
  summary: "check the files of a workspace without assessing anything",
  description: "Check the descriptors, profile and rules of a workspace without assessing anything.",
  parameters: async (command, { outputOption, repeatable }) => {
    const { diagnosticsFormats } = await import("../../report/diagnostics.js");
    return command
      .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
      .option("--profile <name|path>", "profile to check the workspace with (default: the one in aims.yaml)")
      .addOption(repeatable("--systems <glob>", "descriptors to check, from the workspace's folder; repeatable"))
      .addOption(
        outputOption(
          "--output <format[=path]>",
          diagnosticsFormats,
          (names) => `a report, repeatable: ${names}; without a path to standard output, text to standard error`,
        ),
      );
  },
  examples: ["validate examples/meridian-bank"],
  exits: { 0: "valid, perhaps with warnings", 2: "something has to be corrected" },
  run: validate,
});

async function validate([workspace]: [string], options: ValidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { requireDistinctReports, writeReports } = await import("../print/reports.js");
  const { printCounts, viewpointOf } = await import("../print/diagnostics.js");
  const { validateWorkspace } = await import("../../runs/validate-workspace.js");
  const { toolVersion } = await import("../../files/package.js");
  const { output } = options;
  await requireDistinctReports(output, [], terminal);
  const { systems, problems, files } = await validateWorkspace({ ...options, workspace }, terminal.host);
  await requireDistinctReports(output, files, terminal);
  const viewpoint = viewpointOf(terminal);
  const diagnostics = problems.map(viewpoint.printed).sort(compareDiagnostics);
  const valid = !hasErrors(problems);
  const report = {
    tool: { name: "aims", version: toolVersion() },
    command: "validate",
    valid,
    counts: { systems },
    files: filesOf(diagnostics),
    diagnostics,
  } as const;
  await writeReports(report, output, terminal);
  printCounts(diagnostics, terminal);
  const toStandardOutput = output.some(({ format, path }) => path === undefined && format !== "text");
  if (valid && !toStandardOutput) terminal.out(`Valid: ${plural(systems, "system")}.\n`);
  return valid ? exitCode.done : exitCode.input;
}

/** The files with findings. */
function filesOf(diagnostics: readonly PrintedDiagnostic[]): CheckedFile[] {
  const states = new Map<string, CheckedFile["state"]>();
  for (const { file, severity } of diagnostics) {
    if (file === undefined) continue;
    if (severity === "error") states.set(file, "invalid");
    else if (!states.has(file)) states.set(file, "valid");
  }
  return [...states].map(([name, state]) => ({ name, state }));
}
