import { formatOption } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface InfoOptions {
  readonly output: "text" | "json";
}

export const infoVerb: Verb = defineVerb({
  summary: "say what a document is, what it holds and what it refers to",
  description: "Say what OSCAL documents are, what they hold and what they refer to.",
  parameters: (command) =>
    command
      .argument("<file...>", 'documents in JSON, YAML or XML, or folders of them; "-" for standard input')
      .addOption(formatOption(["text", "json"], "text", "text or json")),
  examples: ["oscal info catalog.json profile.xml"],
  exits: { 0: "done", 2: "a document cannot be read; the others are described all the same" },
  run: async ([args]: [string[]], { output }: InfoOptions, terminal) => {
    const { describeOscal } = await import("../../../runs/describe-oscal.js");
    const { printDiagnostics, printJson, viewpointOf } = await import("../../print/diagnostics.js");
    const viewpoint = viewpointOf(terminal, args);
    const { described, problems, others } = await describeOscal(args, terminal.host);
    const named = described.map(({ file, description }) => ({ file: viewpoint.nameOf(file), description }));
    if (output === "json") {
      printJson(
        named.map(({ file, description }) => ({ file, ...description })),
        terminal,
      );
    } else {
      const { descriptionText } = await import("../../../report/description.js");
      for (const [index, { file, description }] of named.entries()) {
        if (index > 0) terminal.out("\n");
        for (const line of descriptionText(description, file, { color: terminal.color })) terminal.out(line);
      }
    }
    if (others > 0) {
      const { skippedFiles } = await import("../../print/counts.js");
      terminal.err(`${skippedFiles(others)}.\n`);
    }
    printDiagnostics(problems, viewpoint, terminal);
    return problems.length > 0 ? exitCode.input : exitCode.done;
  },
});
