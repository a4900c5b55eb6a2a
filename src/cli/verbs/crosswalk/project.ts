import { hasErrors } from "../../../diagnostics/diagnostic.js";
import { defined } from "../../../foundation/defined.js";
import type { ProjectionFormat } from "../../../report/crosswalk.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import type { OutputTarget } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";

interface ProjectOptions {
  readonly to: string;
  readonly from?: readonly string[];
  readonly via?: readonly string[];
  readonly system?: string;
  readonly explain?: readonly string[];
  readonly soa?: string;
  readonly mapping?: readonly string[];
  readonly asOf?: string;
  readonly profile?: string;
  readonly map?: readonly AddressMapping[];
  readonly output: readonly OutputTarget<ProjectionFormat>[];
}

export const projectVerb: Verb = defineVerb({
  summary: "say what an assessment shows, supports and leaves open in another framework",
  description:
    "Say what an assessment shows, supports or does not show of each control of another framework, pair by pair.",
  parameters: async (command, kinds) => {
    const { projectionFormats } = await import("../../../report/crosswalk.js");
    const { fromOption, mappingOption, toOption, viaOption } = await import("./options.js");
    const { listOption, mapOption, outputOption, parseDay, profileOption } = kinds;
    return command
      .argument(
        "[results]",
        "a results.json, a folder with one, or a workspace, which is assessed then (default: this folder)",
      )
      .addOption(toOption())
      .addOption(fromOption("frameworks to begin with (default: those that were assessed)"))
      .addOption(viaOption())
      .option("--system <id>", "look at one system, with what holds for the organization")
      .addOption(
        listOption(
          "--explain <controls>",
          "controls of the target to explain in full, pair by pair; with commas, or repeatable",
        ),
      )
      .option("--soa <file>", 'statement of applicability of another standard as CSV, or "-", in place of results')
      .addOption(mappingOption())
      .option("--as-of <date>", "of a workspace: day for which it is assessed, YYYY-MM-DD (default: today)", parseDay)
      .addOption(profileOption("of a workspace: profile in place of the one in its aims.yaml"))
      .addOption(mapOption())
      .addOption(outputOption(projectionFormats));
  },
  notes: `A control of the target is shown where all that it asks lies within controls that were found satisfied, supported where a part
does, not shown where pairs lead to it and nothing follows, and not addressed where no pair leads to it. A control that fails proves
nothing about a target. Support is strong, moderate or weak: the weakest of the pair's strength, the assurance of its source and
its state. docs/crosswalks.md has the rules.`,
  examples: [
    "crosswalk project examples/meridian-bank --to eu-ai-act --as-of 2026-11-01",
    "crosswalk project examples/meridian-bank --to nist-ai-rmf --as-of 2026-11-01 --system credit-scoring --explain GOVERN_1.6",
    "crosswalk project --soa examples/meridian-bank/crosswalks/soa-27001.csv --to iso42001 --as-of 2026-11-01",
    "crosswalk project examples/meridian-bank --to iso27001 --as-of 2026-11-01 --output csv=iso27001.csv --output oscal=for-27001",
  ],
  exits: {
    0: "projected, whatever follows",
    2: "something cannot be read, a name is unknown, or no mapping leads there",
  },
  run: project,
});

async function project(
  [results]: [string | undefined],
  options: ProjectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const {
    to,
    from,
    via,
    system,
    explain: targets,
    soa: applicability,
    mapping: mappings,
    asOf,
    profile,
    map: maps,
    output,
  } = options;
  const beside = [
    results,
    system === undefined ? undefined : "--system",
    profile === undefined ? undefined : "--profile",
  ];
  const [superfluous] = beside.filter((each) => each !== undefined);
  if (applicability !== undefined && superfluous !== undefined) {
    const { printable } = await import("../../../foundation/printable.js");
    terminal.err(`aims: --soa takes the place of an assessment: leave "${printable(superfluous)}" out.\n`);
    return exitCode.input;
  }
  const input = results ?? ".";
  const { projectCrosswalk } = await import("../../../runs/crosswalk.js");
  const { projectionFormats } = await import("../../../report/crosswalk.js");
  const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
  const { requireReportsUnread } = await import("../../print/reports.js");
  const { writeFormats } = await import("../../print/result.js");
  const { progressOn } = await import("../../print/progress.js");
  await requireReportsUnread(output, input, terminal);
  const progress = progressOn(terminal);
  const host = { ...terminal.host, progress: progress.show };
  const request = {
    to,
    input,
    workspace: input,
    ...defined({ from, via, system, targets, applicability, mappings, asOf, profile, maps }),
  };
  const { value, problems } = await projectCrosswalk(request, host).finally(progress.end);
  const viewpoint = viewpointOf(terminal, [input, ...(mappings ?? [])]);
  if (value === undefined) {
    printDiagnostics(problems, viewpoint, terminal);
    return exitCode.input;
  }
  await writeFormats(projectionFormats, value.record, output, value.files, terminal);
  printDiagnostics(problems, viewpoint, terminal);
  return hasErrors(problems) ? exitCode.input : exitCode.done;
}
