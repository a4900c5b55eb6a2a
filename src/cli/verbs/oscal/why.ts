import { resultFormats, type ResultFormat } from "../../../report/result.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import { mapOption, outputOption, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface WhyOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
  readonly map?: readonly AddressMapping[];
}

export const whyVerb: Verb = defineVerb({
  summary: "say which profile added or changed a control, parameter or part",
  description:
    "Say who put a control, group, parameter, part, resource, role, party or location into what a profile resolves to, who changed it, or who took it out.",
  parameters: (command) =>
    command
      .argument("<profile>", "the profile's file, or the name of one that ships with aims")
      .argument(
        "<id>",
        "id of a control, group, parameter, part or role; label or reference of a control; uuid of a resource, party or location; or a JSON pointer into the resolved catalog",
      )
      .addOption(mapOption())
      .addOption(outputOption(resultFormats)),
  notes: `Each step names its file and line, the oldest first: defined, imported, set, overridden, added, removed, excluded, not added (an
alteration that finds no place for it).`,
  examples: ["oscal why us-federal-high-impact impact-assessment-max-age"],
  exits: {
    0: "known, in the resolved catalog or left out of it",
    2: "no document knows the id, or the profile cannot be resolved",
  },
  run: async ([profile, id]: [string, string], { output, map }: WhyOptions, terminal) => {
    const { why } = await import("../../../runs/why.js");
    const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
    const { writeResult } = await import("../../print/result.js");
    const viewpoint = viewpointOf(terminal, [profile]);
    const { value: origins, problems, files } = await why(profile, id, terminal.host, map);
    if (problems.length > 0) printDiagnostics(problems, viewpoint, terminal);
    if (origins === undefined) return exitCode.input;
    const { namedOrigin, originsText } = await import("../../../report/explanation.js");
    const named = origins.map((origin) => namedOrigin(origin, viewpoint.nameOf));
    await writeResult({ json: () => named, text: () => [originsText(named)] }, output, files, terminal);
    return exitCode.done;
  },
});
