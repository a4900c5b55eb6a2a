import { hasErrors } from "../../diagnostics/diagnostic.js";
import { defined } from "../../foundation/defined.js";
import { plural } from "../../foundation/words.js";
import type { DiagnosticsFormat } from "../../report/diagnostics.js";
import type { AddressMapping } from "../../runs/resolve-profile.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../verb.js";

interface ValidateOptions {
  readonly profile?: string;
  readonly systems?: readonly string[];
  readonly map?: readonly AddressMapping[];
  readonly strict?: boolean;
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
}

export const validateVerb: Verb = defineVerb({
  summary: "check the files of a workspace without assessing anything",
  description: "Check the descriptors, profile and rules of a workspace without assessing anything.",
  parameters: async (command, { diagnosticsOption, mapOption, profileOption, repeatable, strictOption }) => {
    const { diagnosticsFormats } = await import("../../report/diagnostics.js");
    return command
      .argument("[workspace]", "folder with organization.yaml, systems/ and perhaps aims.yaml", ".")
      .addOption(profileOption("profile to check the workspace with (default: the one in aims.yaml)"))
      .addOption(repeatable("--systems <glob>", "descriptors to check, from the workspace's folder; repeatable"))
      .addOption(mapOption())
      .addOption(strictOption())
      .addOption(diagnosticsOption(diagnosticsFormats));
  },
  examples: ["validate examples/meridian-bank"],
  exits: {
    0: "valid, perhaps with warnings",
    2: "something has to be corrected; with --strict, also where there are warnings alone",
  },
  run: validate,
});

async function validate([workspace]: [string], options: ValidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { homeOf, reportOf, requireDistinctReports, requireReportsUnread, writeReports } =
    await import("../print/reports.js");
  const { printCounts, viewpointOf } = await import("../print/diagnostics.js");
  const { validateWorkspace } = await import("../../runs/validate-workspace.js");
  const { output, strict, map: maps } = options;
  requireDistinctReports(output, [], terminal);
  await requireReportsUnread(output, workspace, terminal);
  const { systems, problems, files } = await validateWorkspace(
    { ...options, ...defined({ maps }), workspace },
    terminal.host,
  );
  requireDistinctReports(output, files, terminal);
  const viewpoint = viewpointOf(terminal);
  const home = homeOf(workspace, viewpoint, terminal);
  const valid = !hasErrors(problems, strict);
  const report = reportOf({ command: "validate", problems, viewpoint, home, valid, counts: { systems } });
  await writeReports(report, output, terminal);
  printCounts(report.diagnostics, terminal);
  const toStandardOutput = output.some(({ format, path }) => path === undefined && format !== "text");
  if (report.valid && !toStandardOutput) terminal.out(`Valid: ${plural(systems, "system")}.\n`);
  return report.valid ? exitCode.done : exitCode.input;
}
