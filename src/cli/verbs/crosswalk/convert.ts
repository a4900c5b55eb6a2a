import { defined } from "../../../foundation/defined.js";
import { plural } from "../../../foundation/words.js";
import type { OscalFormat } from "../../../oscal/read.js";
import type { ConvertCrosswalkRequest } from "../../../runs/convert-crosswalk.js";
import { matchingRationales, type NamedColumns } from "../../../runs/table-columns.js";
import { isStandardOutput, Option, outOption, parseMoment } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";
import { columnKinds } from "../../../runs/table-columns.js";
import { columnsOption } from "./columns-option.js";

interface ConvertOptions
  extends
    Required<Pick<ConvertCrosswalkRequest, "source" | "target">>,
    Pick<ConvertCrosswalkRequest, "title" | "asOf" | "status" | "method" | "matchingRationale"> {
  readonly columns?: NamedColumns;
  readonly statements?: boolean;
  readonly gaps?: boolean;
  readonly version?: string;
  readonly to?: OscalFormat;
  readonly out: string;
}

export const convertVerb: Verb = defineVerb({
  summary: "make a mapping collection of a CSV file",
  description: "Make an OSCAL mapping collection of a CSV file with a row for each pair of controls.",
  parameters: (command) =>
    command
      .argument("<file>", 'CSV file with a header; "-" for standard input')
      .requiredOption("--source <name|file>", "catalog of the source: a shipped one by name, or the path of a file")
      .requiredOption("--target <name|file>", "catalog of the target")
      .addOption(columnsOption(columnKinds, "source=Our control,target=Their control"))
      .option("--statements", "map controls by their statement, where they have exactly one")
      .option("--gaps", "list controls without a pair in the gap summaries")
      .option("--title <title>", "title of the collection (default: made of the titles of the catalogs)")
      .option("--version <version>", "version of the collection (default: 0.1.0)")
      .addOption(
        new Option("--status <status>", "how far the mapping has come (default: draft)").choices([
          ...["complete", "not-complete", "draft", "deprecated", "superseded"],
        ]),
      )
      .addOption(
        new Option("--method <method>", "who compared (default: human)").choices(["human", "automation", "hybrid"]),
      )
      .addOption(
        new Option("--matching-rationale <word>", "by what the two were compared (default: functional)").choices(
          matchingRationales,
        ),
      )
      .option(
        "--as-of <time>",
        "moment with which the collection is dated: YYYY-MM-DD, or with a time and time zone (default: now)",
        parseMoment,
      )
      .addOption(
        new Option("--to <format>", "json, yaml or xml (default: by the ending of --out, else json)").choices([
          ...["json", "yaml", "xml"],
        ]),
      )
      .addOption(outOption("file", 'file to write; "-" is standard output').default("-")),
  notes: `Columns are known by usual names, in any order and in capital or small letters: source, target, relationship,
strength, coverage, remarks, provenance, confidence, matching rationale; those of NIST's informative references and
set theory mappings (Focal Document Element, STRM Relationship); those of compliance-trestle's mapping task.
A cell names controls by id, label or reference, several with ";" between them, which are taken together.
A row with a source or a target alone, and no relationship, lists a control without counterpart.`,
  examples: [
    "crosswalk convert pairs.csv --source iso-42001 --target nist-ai-rmf --gaps -o mappings/pairs.json",
    'crosswalk convert pairs.csv --source iso-42001 --target eu-ai-act --columns "source=Ours,target=Theirs"',
  ],
  exits: { 0: "written", 2: "the file, a cell or a catalog cannot be used; nothing was written" },
  run: convert,
});

async function convert([file]: [string], options: ConvertOptions, terminal: Terminal): Promise<ExitCode> {
  const { convertCrosswalk } = await import("../../../runs/convert-crosswalk.js");
  const { printDiagnostics, viewpointOf } = await import("../../print/diagnostics.js");
  const { out: written, source, target, ...more } = options;
  const out = isStandardOutput(written) ? undefined : written;
  const request = { file, source, target, ...defined({ ...more, out }) };
  const made = await convertCrosswalk(request, terminal.host);
  printDiagnostics(made.problems, viewpointOf(terminal, [file, source, target, written]), terminal);
  if (made.text !== undefined) terminal.out(made.text);
  else if (made.file === undefined) return exitCode.input;
  const gaps = made.gaps === 0 ? "" : `, ${plural(made.gaps, "control")} without counterpart`;
  terminal.err(`${out === undefined ? "" : `${out}: `}${plural(made.pairs, "pair")}${gaps}.\n`);
  return exitCode.done;
}
