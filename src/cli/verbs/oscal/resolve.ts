import { resolve } from "node:path";
import { Option } from "commander";
import type { OscalFormat } from "../../../oscal/read.js";
import type { DiagnosticsFormat } from "../../../report/diagnostics.js";
import { defined } from "../../../foundation/defined.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import { diagnosticsOption, mapOption, outOption, parseMoment, type OutputTarget } from "../../options.js";
import { exitCode, defineVerb, type Verb } from "../../verb.js";

interface ResolveOptions {
  readonly to?: OscalFormat;
  readonly out?: string;
  readonly asOf?: string;
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
  readonly map?: readonly AddressMapping[];
}

export const resolveVerb: Verb = defineVerb({
  summary: "turn a profile into the catalog that it means",
  description: "Resolve a profile to the catalog that it means; profiles and catalogs may be in JSON, YAML and XML.",
  parameters: async (command) => {
    const { diagnosticsFormats } = await import("../../../report/diagnostics.js");
    return command
      .argument("<profile>", "the profile's file, or the name of one that ships with aims")
      .addOption(
        new Option("--to <format>", "json, yaml or xml (default: as --out ends, or json)").choices([
          "json",
          "yaml",
          "xml",
        ]),
      )
      .addOption(outOption("file", "file to write (default: standard output)"))
      .addOption(mapOption())
      .option("--as-of <time>", "when the catalog was resolved, for last-modified (default: now)", parseMoment)
      .addOption(diagnosticsOption(diagnosticsFormats));
  },
  notes: `With the same inputs and the same --as-of, the same bytes come out; the uuid follows from the inputs. Oddities of the profile
(an instruction that hits nothing, a parameter that is set twice) are warnings, with their places.`,
  examples: ["oscal resolve profiles/mine.json -o resolved.xml"],
  exits: { 0: "resolved, perhaps with warnings", 2: "the profile, or what it imports, cannot be read or resolved" },
  run: async ([profile]: [string], { out, output, map: maps, ...options }: ResolveOptions, terminal) => {
    const { resolveProfile } = await import("../../../runs/resolve-profile.js");
    const toFile = out !== undefined && out !== "-";
    if (!toFile && output.length > 0) {
      const { requireDocumentApart } = await import("../../print/document-reports.js");
      requireDocumentApart(output);
    }
    const request = { profile, ...options, ...defined({ maps }), ...(toFile ? { out } : {}) };
    const { text, problems, files: inputs = [] } = await resolveProfile(request, terminal.host);
    if (problems.length > 0 || output.length > 0) {
      const { viewpointOf } = await import("../../print/diagnostics.js");
      const { writeDocumentReports } = await import("../../print/document-reports.js");
      const viewpoint = viewpointOf(terminal, toFile ? [profile, out] : [profile]);
      const written = toFile ? [{ option: `--out ${out}`, path: resolve(terminal.host.folder, out) }] : [];
      const found = { command: "oscal resolve", problems, viewpoint, home: { file: profile } };
      await writeDocumentReports(found, output, { inputs, written }, terminal);
    }
    if (text === undefined) return exitCode.input;
    if (!toFile) terminal.out(text);
    return exitCode.done;
  },
});
