import type { ResultFormat } from "../../report/result.js";
import type { OutputTarget } from "../options.js";
import { defineVerb, exitCode, type Verb } from "../verb.js";

interface ProfilesOptions {
  readonly output: readonly OutputTarget<ResultFormat>[];
}

export const profilesVerb: Verb = defineVerb({
  summary: "list the profiles that ship with aims, and those of a workspace",
  description:
    "List the profiles that ship with aims, those in the folder profiles/ of a workspace, and the one that its aims.yaml names.",
  parameters: async (command, { outputOption }) => {
    const { resultFormats } = await import("../../report/result.js");
    return command
      .argument("[workspace]", "folder whose profiles are listed, too (default: this folder, if it is a workspace)")
      .addOption(outputOption(resultFormats));
  },
  notes: `A shipped profile is called by its name, one of your own by its path, with --profile or in aims.yaml.
"aims explain NAME" shows what a profile selects, and which parameters it sets.`,
  examples: ["profiles", "profiles examples/meridian-bank --output json"],
  exits: { 0: "listed", 2: "a profile cannot be resolved; the others are listed all the same" },
  run: async ([folder]: [folder: string | undefined], { output }: ProfilesOptions, terminal) => {
    const { hasErrors } = await import("../../diagnostics/diagnostic.js");
    const { listProfiles } = await import("../../runs/profiles.js");
    const { profilesText } = await import("../../report/profiles.js");
    const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
    const { writeResult } = await import("../print/result.js");
    const { profiles, problems, files } = await listProfiles(folder, terminal.host);
    const result = { json: () => profiles, text: () => profilesText(profiles, terminal.columns) };
    if (profiles.length > 0) await writeResult(result, output, files, terminal);
    printDiagnostics(problems, viewpointOf(terminal), terminal);
    return hasErrors(problems) || profiles.length === 0 ? exitCode.input : exitCode.done;
  },
});
