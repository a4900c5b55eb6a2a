import type { ResultFormat } from "../../../report/result.js";
import type { OutputTarget } from "../../options.js";
import { defineVerb, exitCode, type Verb } from "../../verb.js";

interface ListOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const listVerb: Verb = defineVerb({
  summary: "list the packs of a workspace, and what they hold",
  description:
    "List the packs that the aims.yaml of a workspace names: where they come from, what they hold, and whether the lock file has them so.",
  parameters: async (command, { outputOption }) => {
    const { resultFormats } = await import("../../../report/result.js");
    return command
      .argument("[workspace]", "folder of the workspace (default: this folder)")
      .addOption(outputOption(resultFormats));
  },
  examples: ["packs list", "packs list --output json"],
  exits: { 0: "listed, and the lock file has every pack as it is", 2: "a pack is not there, or not as it was locked" },
  run: async ([folder]: [folder: string | undefined], { output }: ListOptions, terminal) => {
    const { hasErrors } = await import("../../../diagnostics/diagnostic.js");
    const { listPacks } = await import("../../../runs/packs.js");
    const { packsText } = await import("../../../report/packs.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeResult } = await import("../../print/result.js");
    const { value, problems } = await listPacks(folder, terminal.host);
    const { packs, files } = value;
    const none = "The workspace takes in no packs: its aims.yaml names none.\n";
    const text = (): readonly string[] => (packs.length === 0 ? [none] : packsText(packs, terminal.columns));
    if (packs.length > 0 || !hasErrors(problems)) {
      await writeResult({ json: () => packs, text }, output, files, terminal);
    }
    printDiagnostics(problems, viewpointOf(terminal, folder === undefined ? [] : [folder]), terminal);
    return hasErrors(problems) ? exitCode.input : exitCode.done;
  },
});
