import type { Day } from "../../../foundation/day.js";
import { defined } from "../../../foundation/defined.js";
import type { OscalFormat } from "../../../oscal/read.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import { isStandardOutput } from "../../options.js";
import { defineVerb, exitCode, type Verb } from "../../verb.js";

interface ComponentDefinitionOptions {
  readonly profile?: string;
  readonly out?: string;
  readonly to?: OscalFormat;
  readonly asOf?: Day;
  readonly map?: readonly AddressMapping[];
}

export const componentDefinitionVerb: Verb = defineVerb({
  summary: "write the rules, their parameters and controls as an OSCAL component definition",
  description:
    "Write the rules that speak for a control of the profile, with their parameters, checks and controls, as an OSCAL component definition.",
  parameters: (command, { Option, mapOption, outOption, parseDay, profileOption }) =>
    command
      .argument(
        "[workspace]",
        "folder with a workspace (default: this folder, if it is one, or else the shipped rules alone)",
      )
      .addOption(
        profileOption(
          "a shipped profile or an OSCAL file (default: that of aims.yaml; outside of a workspace iso-42001-full)",
        ),
      )
      .addOption(
        outOption(
          "path",
          "file that ends in .json, .yaml or .xml, or a folder that gets the profile and its catalogs, too (default: standard output)",
        ),
      )
      .addOption(
        new Option("--to <format>", "json, yaml or xml (default: as --out ends, or json)").choices([
          "json",
          "yaml",
          "xml",
        ]),
      )
      .option("--as-of <date>", "day that the definition is dated with, YYYY-MM-DD (default: today)", parseDay)
      .addOption(mapOption()),
  notes: `The rules carry the properties by which compliance-trestle and Compliance-to-Policy know them: Rule_Id, Check_Id,
Parameter_Id and so on. A rule of which the profile selects no control is left out, as aims assess does; of your own
there is a warning. In a folder the definition names the profile by the file beside it, which every program finds;
alone it names a shipped profile by its address, such as aims:profile/iso-42001-full.`,
  examples: [
    "export component-definition examples/meridian-bank --as-of 2026-11-01 -o for-trestle",
    "export component-definition --profile iso-42001-starter --as-of 2026-11-01 -o rules.xml",
  ],
  exits: { 0: "written, perhaps with warnings", 2: "the workspace, its rules or the profile cannot be used" },
  run: async (
    [workspace]: [string | undefined],
    { out, map: maps, ...options }: ComponentDefinitionOptions,
    terminal,
  ) => {
    const { hasErrors } = await import("../../../diagnostics/diagnostic.js");
    const { exportComponentDefinition } = await import("../../../runs/export-component-definition.js");
    const place = out === undefined || isStandardOutput(out) ? undefined : out;
    const request = { ...options, ...defined({ workspace, maps, out: place }) };
    const { text, problems, counts, written } = await exportComponentDefinition(request, terminal.host);
    if (problems.length > 0) {
      const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
      const named = [workspace, place, options.profile].filter((each) => each !== undefined);
      printDiagnostics(problems, viewpointOf(terminal, named), terminal);
    }
    if (hasErrors(problems) || counts === undefined) return exitCode.input;
    if (text !== undefined) terminal.out(text);
    else if (place !== undefined) {
      const { plural } = await import("../../../foundation/words.js");
      const what = `${plural(counts.rules, "rule")} for ${plural(counts.controls, "control")}`;
      const files = written.length > 1 ? ` (${written.join(", ")})` : "";
      terminal.err(`${place}: ${what}${files}.\n`);
    }
    return exitCode.done;
  },
});
