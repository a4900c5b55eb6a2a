import { standardInput } from "../../../files/read.js";
import { InvalidArgumentError } from "commander";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { defined } from "../../../foundation/defined.js";
import { nearest } from "../../../foundation/nearest.js";
import { didYouMean, plural } from "../../../foundation/words.js";
import { referenceRules } from "../../../oscal/reference-rules.js";
import { diagnosticsFormats, type DiagnosticsFormat } from "../../../report/diagnostics.js";
import type { AddressMapping } from "../../../runs/resolve-profile.js";
import type { FileVerdict, OscalCheck } from "../../../runs/validate-oscal.js";
import {
  diagnosticsOption,
  excludeOption,
  mapOption,
  parseDay,
  repeatable,
  strictOption,
  type OutputTarget,
} from "../../options.js";
import type { Terminal } from "../../terminal.js";
import { exitCode, type ExitCode, defineVerb, type Verb } from "../../verb.js";

interface ValidateOptions {
  readonly exclude?: readonly string[];
  readonly follow?: boolean;
  readonly map?: readonly AddressMapping[];
  readonly disable: readonly string[];
  readonly constraints: boolean;
  readonly strict?: boolean;
  readonly suppressions?: string;
  readonly asOf?: string;
  readonly output: readonly OutputTarget<DiagnosticsFormat>[];
}

export const validateVerb: Verb = defineVerb({
  summary: "check documents against schema, constraints and references",
  description:
    "Check OSCAL documents against the schema of their model, the constraints of the metaschema, and their references.",
  parameters: (command) =>
    command
      .argument("<file...>", 'documents in JSON, YAML or XML, or folders of them; "-" for standard input')
      .addOption(excludeOption())
      .option("--follow", "also read and check what the documents import, and look references up across all of them")
      .addOption(mapOption())
      .addOption(
        repeatable("--disable <rule>", "a reference rule to switch off; repeatable", parseRule).default([], "none"),
      )
      .option("--no-constraints", "do not check the constraints of the metaschema")
      .addOption(strictOption())
      .option(
        "--suppressions <file>",
        "problems that are accepted (default: aims-suppressions.yaml, where there is one)",
      )
      .option("--as-of <date>", "day by which suppressions expire, YYYY-MM-DD (default: today)", parseDay)
      .addOption(diagnosticsOption(diagnosticsFormats)),
  notes: `Files are read in the folder in which the command is started, in the folders that are named, and in those of the
files that are named. An import that leads elsewhere or to an absolute address is not read; with --follow, each of them is reported.

aims explain CODE says what a code, a constraint or a reference rule means.`,
  examples: ["oscal validate oscal/ --follow --output sarif=oscal.sarif"],
  exits: {
    0: "all valid, perhaps with warnings",
    2: "a document is invalid, cannot be read or is not OSCAL; with --strict, there are warnings",
  },
  run: validate,
});

function parseRule(value: string): string {
  if (Object.hasOwn(referenceRules, value)) return value;
  const rules = Object.keys(referenceRules);
  const hint = didYouMean(nearest(value, rules), `Rules: ${rules.join(", ")}.`);
  throw new InvalidArgumentError(`There is no reference rule "${value}". ${hint}`);
}

async function validate([files]: [string[]], options: ValidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { filesToValidate, validateOscal } = await import("../../../runs/validate-oscal.js");
  const { viewpointOf } = await import("../../print/diagnostics.js");
  const { reportOf, requireDistinctReports, writeProblems, writeReports } = await import("../../print/reports.js");
  const { output, suppressions, map: maps } = options;
  if (maps !== undefined && options.follow !== true) {
    terminal.err("aims: --map needs --follow: without it, no imports are read.\n");
    return exitCode.input;
  }
  const request = { ...options, files, ...defined({ maps }) };
  const named = await filesToValidate(request, terminal.host);
  const inputs = named.files.flatMap(({ file }) => (file === standardInput ? [] : [file]));
  requireDistinctReports(output, inputs, terminal);
  const { value: check, problems } = await validateOscal(request, terminal.host, named);
  const spelled = suppressions === undefined ? files : [...files, suppressions];
  const viewpoint = viewpointOf(terminal, spelled);
  if (check === undefined) {
    const home = { file: suppressions ?? files[0] ?? "." };
    const wrong = problems.flatMap(({ file }) => file ?? []);
    const found = { command: "oscal validate", problems, viewpoint, home };
    await writeProblems(found, output, [...inputs, ...wrong], terminal);
    return exitCode.input;
  }
  const read = [...check.files.map(({ file }) => file), ...check.besides];
  requireDistinctReports(output, [...inputs, ...read.filter((file) => file !== standardInput)], terminal);
  const counts = countsOf(check);
  const checked = check.files.map(({ file, state }) => ({ name: viewpoint.nameOf(file), state }));
  const report = reportOf({
    command: "oscal validate",
    valid: check.valid,
    problems: check.problems,
    viewpoint,
    // A problem that is about no file is one of the suppressions, or of the documents as a whole.
    home: { file: checked[0]?.name ?? suppressions ?? files[0] ?? "." },
    counts,
    unlisted: check.unlisted.error + check.unlisted.warning + check.unlisted.info,
    files: checked,
  });
  await writeReports(report, output, terminal);
  terminal.err(summaryOf(counts, check.files.length));
  return check.valid && counts.unreadableFiles === 0 ? exitCode.done : exitCode.input;
}

interface Counts extends Readonly<Record<string, number>> {
  readonly errors: number;
  readonly warnings: number;
  readonly validFiles: number;
  readonly invalidFiles: number;
  readonly unreadableFiles: number;
  readonly otherFiles: number;
  readonly excludedFiles: number;
  readonly suppressed: number;
}

function countsOf({ files, problems, others, excluded, suppressed, unlisted }: OscalCheck): Counts {
  const inState = (state: FileVerdict["state"]): number => files.filter((file) => file.state === state).length;
  const ofSeverity = (severity: Diagnostic["severity"]): number =>
    problems.filter((each) => each.severity === severity).length + unlisted[severity];
  return {
    errors: ofSeverity("error"),
    warnings: ofSeverity("warning"),
    validFiles: inState("valid"),
    invalidFiles: inState("invalid"),
    unreadableFiles: inState("unreadable"),
    otherFiles: others,
    excludedFiles: excluded,
    suppressed,
  };
}

function summaryOf(counts: Counts, files: number): string {
  const { errors, warnings, validFiles, invalidFiles, unreadableFiles, otherFiles, excludedFiles, suppressed } = counts;
  const states = [`${String(validFiles)} valid`];
  if (invalidFiles > 0) states.push(`${String(invalidFiles)} invalid`);
  if (unreadableFiles > 0) states.push(`${String(unreadableFiles)} unreadable`);
  const found = errors + warnings === 0 ? "" : ` (${plural(errors, "error")}, ${plural(warnings, "warning")})`;
  const parts = [`${plural(files, "file")}: ${states.join(", ")}${found}`];
  if (suppressed > 0) parts.push(`${plural(suppressed, "problem")} suppressed`);
  if (otherFiles > 0) parts.push(`${plural(otherFiles, "other file")} skipped`);
  if (excludedFiles > 0) parts.push(`${plural(excludedFiles, "file")} excluded`);
  return `${parts.join("; ")}.\n`;
}
