import { hasErrors } from "../../../diagnostics/diagnostic.js";
import { defined } from "../../../foundation/defined.js";
import type { ResultFormat } from "../../../report/result.js";
import type { OutputTarget } from "../../options.js";
import { defineVerb, exitCode, type Verb } from "../../verb.js";

interface ListOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const listVerb: Verb = defineVerb({
  summary: "list the mapping collections that ship with aims, and those of a workspace",
  description: "List the mapping collections that ship with aims, and those that the aims.yaml of a workspace names.",
  parameters: async (command, { outputOption }) => {
    const { resultFormats } = await import("../../../report/result.js");
    return command
      .argument("[workspace]", "folder whose mappings are listed, too (default: this folder, if it is a workspace)")
      .addOption(outputOption(resultFormats));
  },
  notes: `Every mapping is read in both directions. Pairs are counted by their relationship, as it is written.`,
  examples: ["crosswalk list", "crosswalk list examples/meridian-bank --output json"],
  exits: { 0: "listed", 2: "a mapping collection cannot be read; the others are listed all the same" },
  run: async ([workspace]: [string | undefined], { output }: ListOptions, terminal) => {
    const { listCrosswalks } = await import("../../../runs/crosswalk.js");
    const { collectionsJson, collectionsText } = await import("../../../report/crosswalk-list.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeResult } = await import("../../print/result.js");
    const { value, problems } = await listCrosswalks(defined({ workspace }), terminal.host);
    printDiagnostics(problems, viewpointOf(terminal), terminal);
    if (value === undefined) return exitCode.input;
    const { collections, files } = value;
    const result = {
      json: () => collectionsJson(collections),
      text: () => collectionsText(collections, terminal.columns),
    };
    await writeResult(result, output, files, terminal);
    return hasErrors(problems) ? exitCode.input : exitCode.done;
  },
});
