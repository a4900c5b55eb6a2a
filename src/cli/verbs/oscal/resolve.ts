import { Option } from "commander";
import type { OscalFormat } from "../../../oscal/read.js";
import { parseMoment } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface ResolveOptions {
  readonly to?: OscalFormat;
  readonly out?: string;
  readonly asOf?: string;
}

export const resolveVerb: Verb = defineVerb({
  summary: "turn a profile into the catalog that it means",
  description: "Resolve a profile to the catalog that it means; profiles and catalogs may be in JSON, YAML and XML.",
  parameters: (command) =>
    command
      .argument("<profile>", "the profile's file, or the name of one that ships with aims")
      .addOption(
        new Option("--to <format>", "json, yaml or xml (default: as --out ends, or json)").choices([
          "json",
          "yaml",
          "xml",
        ]),
      )
      .option("-o, --out <path>", "file to write (default: standard output)")
      .option("--as-of <time>", "when the catalog was resolved, for last-modified (default: now)", parseMoment),
  notes: `With the same inputs and the same --as-of, the same bytes come out; the uuid follows from the inputs. Oddities of the profile
(an instruction that hits nothing, a parameter that is set twice) are warnings, with their places.`,
  examples: ["oscal resolve profiles/mine.json -o resolved.xml"],
  exits: { 0: "resolved, perhaps with warnings", 2: "the profile, or what it imports, cannot be read or resolved" },
  run: async ([profile]: [string], { out, ...options }: ResolveOptions, terminal) => {
    const { resolveProfile } = await import("../../../runs/resolve-profile.js");
    const toFile = out !== undefined && out !== "-";
    const request = { profile, ...options, ...(toFile ? { out } : {}) };
    const { text, problems } = await resolveProfile(request, terminal.host);
    if (problems.length > 0) {
      const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
      printDiagnostics(problems, viewpointOf(terminal, toFile ? [profile, out] : [profile]), terminal);
    }
    if (text === undefined) return exitCode.input;
    if (!toFile) terminal.out(text);
    return exitCode.done;
  },
});
