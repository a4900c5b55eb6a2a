import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { InputError } from "../../../diagnostics/diagnostic.js";
import type { OscalFormat } from "../../../oscal/read.js";
import { parseMoment } from "../../moment.js";
import { exitCode, type ExitCode, type Terminal } from "../../terminal.js";

interface ResolveCommandOptions {
  readonly to?: OscalFormat;
  readonly out?: string;
  readonly asOf?: string;
}

export function oscalResolveCommand(terminal: Terminal): Command {
  return new Command("resolve")
    .description("Resolve a profile to the catalog that it means; profiles and catalogs may be in JSON, YAML and XML.")
    .argument("<profile>", "the profile's file, or the name of one that ships with aims")
    .addOption(
      new Option("--to <format>", "json, yaml or xml (default: as --out ends, or json)").choices([
        "json",
        "yaml",
        "xml",
      ]),
    )
    .option("-o, --out <path>", "file to write (default: standard output)")
    .option("--as-of <time>", "when the catalog was resolved, for last-modified (default: now)", parseMoment)
    .addHelpText(
      "after",
      `
With the same inputs and the same --as-of, the same bytes come out; the uuid follows from the inputs. What is odd about the profile
(an instruction that hits nothing, a parameter that is set twice) is a warning, with its place.

Example:
  aims oscal resolve profiles/mine.json -o resolved.xml

Exit codes: 0 resolved, perhaps with warnings; 2 the profile, or what it imports, cannot be read or resolved.`,
    )
    .action(async (profile: string, options: ResolveCommandOptions) => {
      terminal.exit(await resolveAndWrite(profile, options, terminal));
    });
}

async function resolveAndWrite(name: string, options: ResolveCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const lastModified = options.asOf ?? new Date().toISOString();
  // Loaded side by side: most of the time of loading is waiting.
  const [
    { resolveNamedProfile },
    { formatOfName },
    { documentText },
    { keyOf, overInput },
    { writeWhole },
    { writing },
  ] = await Promise.all([
    import("../../../workspace/resolve-named-profile.js"),
    import("../../../oscal/read.js"),
    import("../../../oscal/write.js"),
    import("../../../runs/outputs/places.js"),
    import("../../../files/write.js"),
    import("../../../files/writing.js"),
  ]);
  const { document, diagnostics, documents } = await resolveNamedProfile(name, lastModified, terminal);
  if (diagnostics.length > 0) (await import("../../print/diagnostics.js")).printDiagnostics(diagnostics, terminal);
  if (document === undefined) return exitCode.input;
  const { out } = options;
  const toFile = out !== undefined && out !== "-";
  const format = options.to ?? (toFile ? formatOfName(out) : undefined) ?? "json";
  // Imports were valid, so little may be in the way: a character or formatting that XML cannot hold, or nesting beyond the limit.
  const { text, problems } = await documentText(document, format);
  const [first] = problems;
  if (first !== undefined) {
    const { code, severity, message, fix, pointer } = first;
    throw new InputError([
      { code, severity, message: `${message} (at ${pointer} of the resolved catalog)`, fix, file: name },
    ]);
  }
  if (!toFile) terminal.out(text);
  else {
    const path = resolve(terminal.cwd, out);
    const read = documents.flatMap(({ uri }) => (uri.includes("#") ? [] : [keyOf(fileURLToPath(uri))]));
    if (read.includes(keyOf(path))) throw new InputError([overInput({ option: `--out ${out}`, path }, out)]);
    writing("file", out, () => writeWhole(path, text));
  }
  return exitCode.done;
}
