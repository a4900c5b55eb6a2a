import { defined } from "../../../foundation/defined.js";
import type { MatrixFormat } from "../../../report/crosswalk.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import type { OutputTarget } from "../../options.js";
import { defineVerb, exitCode, type Verb } from "../../verb.js";

interface MatrixOptions {
  readonly to: string;
  readonly from?: readonly string[];
  readonly via?: readonly string[];
  readonly mapping?: readonly string[];
  readonly map?: readonly AddressMapping[];
  readonly output: readonly OutputTarget<MatrixFormat>[];
}

export const matrixVerb: Verb = defineVerb({
  summary: "show which controls of one framework have something to do with which of another",
  description: "Show which controls of a framework lead to which of another, whatever was assessed.",
  parameters: async (command, kinds) => {
    const { matrixFormats } = await import("../../../report/crosswalk.js");
    const { mapOption, outputOption } = kinds;
    const { fromOption, mappingOption, toOption, viaOption } = await import("./options.js");
    return command
      .argument("[workspace]", "folder whose mappings count, too (default: this folder, if it is a workspace)")
      .addOption(toOption())
      .addOption(fromOption("frameworks to begin with (default: all that mappings begin with)"))
      .addOption(viaOption())
      .addOption(mappingOption())
      .addOption(mapOption())
      .addOption(outputOption(matrixFormats));
  },
  examples: [
    "crosswalk matrix --from iso42001 --to nist-ai-rmf",
    "crosswalk matrix --from iso42001 --to eu-ai-act --output csv=matrix.csv",
  ],
  exits: { 0: "shown", 2: "a name is unknown, no mapping leads there, or one cannot be read" },
  run: async ([workspace]: [string | undefined], options: MatrixOptions, terminal) => {
    const { to, from, via, mapping: mappings, map: maps, output } = options;
    const { crosswalkMatrix } = await import("../../../runs/crosswalk.js");
    const { matrixFormats } = await import("../../../report/crosswalk.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeFormats } = await import("../../print/result.js");
    const request = { to, ...defined({ workspace, from, via, mappings, maps }) };
    const { value, problems } = await crosswalkMatrix(request, terminal.host);
    printDiagnostics(problems, viewpointOf(terminal, mappings), terminal);
    if (value === undefined) return exitCode.input;
    await writeFormats(matrixFormats, value.matrix, output, value.files, terminal);
    return exitCode.done;
  },
});
