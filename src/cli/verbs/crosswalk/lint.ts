import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { standardInput } from "../../../files/read.js";
import { defined } from "../../../foundation/defined.js";
import { plural } from "../../../foundation/words.js";
import { diagnosticsFormats, type DiagnosticsFormat } from "../../../report/diagnostics.js";
import type { CrosswalkCheck } from "../../../runs/lint-crosswalks.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import type { NamedColumns } from "../../../runs/table-columns.js";
import { diagnosticsOption, excludeOption, mapOption, strictOption, type OutputTarget } from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { columnKinds } from "../../../runs/table-columns.js";
import { columnsOption } from "./columns-option.js";
import { defineVerb, exitCode, type ExitCode, type Verb } from "../../verb.js";

interface LintOptions {
  readonly exclude?: readonly string[];
  readonly map?: readonly AddressMapping[];
  readonly strict?: boolean;
  readonly source?: string;
  readonly target?: string;
  readonly columns?: NamedColumns;
  readonly statements?: boolean;
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
}

export const lintVerb: Verb = defineVerb({
  summary: "check mapping collections for contradictions, gaps and slips",
  description:
    "Check OSCAL mapping collections: against OSCAL, as oscal validate does, and for what no schema sees, such as pairs that contradict one another.",
  parameters: (command) =>
    command
      .argument(
        "<file...>",
        'mapping collections, folders, or names of shipped ones, or CSV files; "-" for standard input',
      )
      .addOption(excludeOption())
      .addOption(mapOption())
      .option("--source <name|file>", "of a CSV file: the catalog of the source")
      .option("--target <name|file>", "of a CSV file: the catalog of the target")
      .addOption(columnsOption(columnKinds, "source=Our control,target=Their control"))
      .option("--statements", "of a CSV file: controls are mapped by their statement, where they have exactly one")
      .addOption(strictOption())
      .addOption(diagnosticsOption(diagnosticsFormats)),
  notes: `Collections that are named together are compared with one another too: what follows from one may contradict
another. A CSV file is converted first, as aims crosswalk convert does. The catalogs that mappings name are read where they can be found. Of each kind of finding, a mapping
shows the first ten.

aims explain CODE says what a code means.`,
  examples: [
    "crosswalk lint iso-42001-to-eu-ai-act",
    "crosswalk lint mappings/ --strict --output sarif=mappings.sarif",
  ],
  exits: {
    0: "nothing wrong, perhaps with warnings",
    2: "something is wrong or cannot be read; with --strict, there are warnings",
  },
  run: lint,
});

async function lint([files]: [string[]], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const { filesToLint, lintCrosswalks } = await import("../../../runs/lint-crosswalks.js");
  const { viewpointOf } = await import("../../print/diagnostics.js");
  const { reportOf, requireDistinctReports, writeReports } = await import("../../print/reports.js");
  const { output, map: maps, exclude, strict, source, target, columns, statements } = options;
  const request = {
    files,
    ...defined({ exclude, strict, maps }),
    table: defined({ source, target, columns, statements }),
  };
  const named = await filesToLint(request, terminal.host);
  const inputs = named.files.flatMap(({ file }) => (file === standardInput ? [] : [file]));
  requireDistinctReports(output, inputs, terminal);
  const check = await lintCrosswalks(request, terminal.host, named);
  requireDistinctReports(output, [...inputs, ...check.besides], terminal);
  const viewpoint = viewpointOf(terminal, files);
  const counts = countsOf(check);
  const checked = check.files.map(({ file, state }) => ({ name: viewpoint.nameOf(file), state }));
  const report = reportOf({
    command: "crosswalk lint",
    valid: check.valid,
    problems: check.problems,
    viewpoint,
    home: { file: checked[0]?.name ?? files[0] ?? "." },
    counts,
    unlisted: check.unlisted.error + check.unlisted.warning + check.unlisted.info,
    files: checked,
  });
  await writeReports(report, output, terminal);
  terminal.err(summaryOf(counts, check.files.length));
  return check.valid ? exitCode.done : exitCode.input;
}

interface Counts extends Readonly<Record<string, number>> {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly otherFiles: number;
  readonly excludedFiles: number;
}

function countsOf({ problems, unlisted, others, excluded }: CrosswalkCheck): Counts {
  const ofSeverity = (severity: Diagnostic["severity"]): number =>
    problems.filter((each) => each.severity === severity).length + unlisted[severity];
  return {
    errors: ofSeverity("error"),
    warnings: ofSeverity("warning"),
    notes: ofSeverity("info"),
    otherFiles: others,
    excludedFiles: excluded,
  };
}

function summaryOf({ errors, warnings, notes, otherFiles, excludedFiles }: Counts, files: number): string {
  const found = [plural(errors, "error"), plural(warnings, "warning"), plural(notes, "note")].join(", ");
  const parts = [`${plural(files, "collection")}: ${found}`];
  if (otherFiles > 0) parts.push(`${plural(otherFiles, "other file")} skipped`);
  if (excludedFiles > 0) parts.push(`${plural(excludedFiles, "file")} excluded`);
  return `${parts.join("; ")}.\n`;
}
