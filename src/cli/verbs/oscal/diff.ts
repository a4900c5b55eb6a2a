import { InvalidArgumentError } from "commander";
import { defined } from "../../../foundation/defined.js";
import { differenceFormats, type DifferenceFormat } from "../../../report/difference.js";
import { outputOption, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface DiffOptions {
  readonly output: readonly OutputTarget<DifferenceFormat>[];
  readonly ignoreMetadata?: boolean;
  readonly limit?: number;
}

export const diffVerb: Verb = defineVerb({
  summary: "compare two documents by ids and uuids, not by lines",
  description: "Compare two OSCAL documents of one model by ids and uuids, not by lines; their formats may differ.",
  parameters: (command) =>
    command
      .argument("<a>", 'the earlier document: JSON, YAML or XML; "-" for standard input')
      .argument("<b>", "the later document")
      .addOption(outputOption(differenceFormats))
      .option(
        "--ignore-metadata",
        "do not count what every new edition changes: uuid, last-modified, version and oscal-version",
      )
      .option("--limit <count>", "show at most so many changes; all are counted", parseCount),
  notes: `Formatted text is compared by what it says and not by how its Markdown is spelled, a date and time by the instant, a UUID without
regard to capitals.

Signs: + added, - removed, ~ changed, > moved. Longer texts are compared word by word: [-was-] {+is+}.`,
  examples: [
    "oscal diff old/catalog.json catalog.xml --ignore-metadata",
    "oscal diff old/catalog.json catalog.xml --output markdown=changes.md",
  ],
  exits: {
    0: "the same",
    1: "different; neither needs to be valid",
    2: "a document cannot be read, or they are of different models",
  },
  run: async ([a, b]: [string, string], { output, ignoreMetadata, limit }: DiffOptions, terminal) => {
    const { diffOscal } = await import("../../../runs/diff-oscal.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const viewpoint = viewpointOf(terminal, [a, b]);
    const { value, problems } = await diffOscal(a, b, terminal.host);
    printDiagnostics(problems, viewpoint, terminal);
    if (value === undefined) return exitCode.input;
    const { differs } = await import("../../../report/difference.js");
    const { writeFormats } = await import("../../print/result.js");
    const report = {
      ...value,
      nameOf: viewpoint.nameOf,
      ignoreMetadata: ignoreMetadata === true,
      ...defined({ limit }),
    };
    await writeFormats(differenceFormats, report, output, [value.a.file, value.b.file], terminal);
    return differs(report) ? exitCode.findings : exitCode.done;
  },
});

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Write a whole number.");
  return Number(value);
}
