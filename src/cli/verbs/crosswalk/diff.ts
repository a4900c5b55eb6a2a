import type { DifferenceFormat } from "../../../report/difference.js";
import { crosswalkDifferenceFormats } from "../../../report/crosswalk-difference.js";
import { outputOption, type OutputTarget } from "../../options.js";
import { defineVerb, exitCode, type Verb } from "../../verb.js";

interface DiffOptions {
  readonly output: readonly OutputTarget<DifferenceFormat>[];
}

export const diffVerb: Verb = defineVerb({
  summary: "compare two versions of a mapping collection by their pairs",
  description:
    "Compare two versions of a mapping collection by the pairs and gaps that they have, and say what another relationship means for projections.",
  parameters: (command) =>
    command
      .argument("<a>", 'the earlier version: a file, "-" for standard input, or the name of a shipped collection')
      .argument("<b>", "the later version")
      .addOption(outputOption(crosswalkDifferenceFormats)),
  notes: `A pair is the same where it relates the same sources to the same targets; its uuid may change, which is said. What a new
edition changes, such as title, version and dates, does not count: aims oscal diff shows that, and all else.

Signs: + added, - removed, ~ changed. Longer texts are compared word by word: [-was-] {+is+}.`,
  examples: ["crosswalk diff old/pairs.json mappings/pairs.json --output markdown=changes.md"],
  exits: {
    0: "the same pairs and gaps",
    1: "different; neither needs to be valid",
    2: "a collection cannot be read, or is none",
  },
  run: async ([a, b]: [string, string], { output }: DiffOptions, terminal) => {
    const { diffCrosswalks } = await import("../../../runs/diff-crosswalks.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const viewpoint = viewpointOf(terminal, [a, b]);
    const { value, problems } = await diffCrosswalks(a, b, terminal.host);
    printDiagnostics(problems, viewpoint, terminal);
    if (value === undefined) return exitCode.input;
    const { crosswalksDiffer } = await import("../../../report/crosswalk-difference.js");
    const { writeFormats } = await import("../../print/result.js");
    const report = { ...value, nameOf: viewpoint.nameOf };
    const read = [value.a.document.file, value.b.document.file];
    await writeFormats(crosswalkDifferenceFormats, report, output, read, terminal);
    return crosswalksDiffer(report) ? exitCode.findings : exitCode.done;
  },
});
