import { resultFormats, type ResultFormat } from "../../../report/result.js";
import { outputOption, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface InfoOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const infoVerb: Verb = defineVerb({
  summary: "say what a document is, what it holds and what it refers to",
  description: "Say what OSCAL documents are, what they hold and what they refer to.",
  parameters: (command) =>
    command
      .argument("<file...>", 'documents in JSON, YAML or XML, or folders of them; "-" for standard input')
      .addOption(outputOption(resultFormats)),
  examples: ["oscal info catalog.json profile.xml"],
  exits: { 0: "described, valid or not", 2: "a document cannot be read; the others are described all the same" },
  run: async ([args]: [string[]], { output }: InfoOptions, terminal) => {
    const { describeOscal } = await import("../../../runs/describe-oscal.js");
    const { descriptionsText } = await import("../../../report/description.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeResult } = await import("../../print/result.js");
    const viewpoint = viewpointOf(terminal, args);
    const { described, problems, others } = await describeOscal(args, terminal.host);
    const inputs = [...described.map(({ file }) => file), ...problems.flatMap(({ file }) => file ?? [])];
    const named = described.map(({ file, description }) => ({ file: viewpoint.nameOf(file), description }));
    const result = {
      json: () => named.map(({ file, description }) => ({ file, ...description })),
      text: (options: { readonly color: boolean }) => descriptionsText(named, options),
    };
    await writeResult(result, output, inputs, terminal);
    if (others > 0) {
      const { skippedFiles } = await import("../../print/counts.js");
      terminal.err(`${skippedFiles(others)}.\n`);
    }
    printDiagnostics(problems, viewpoint, terminal);
    return problems.length > 0 ? exitCode.input : exitCode.done;
  },
});
