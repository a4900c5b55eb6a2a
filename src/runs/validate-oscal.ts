import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { Suppressions, type SuppressibleProblem } from "../gate/suppressions.js";
import { diagnoseOscal, type DiagnoseOptions } from "../oscal/diagnose.js";
import { danglingReferences, type ReferenceProblem } from "../oscal/references.js";
import type { CheckedFile } from "../report/diagnostics.js";
import { today } from "../cli/day.js";
import { HrefRoots } from "./oscal/href-roots.js";
import { namedFiles, readFiles, readImports, type ReadFile } from "./oscal/documents.js";
import type { OscalFile } from "./oscal/files.js";
import type { OutputTarget } from "../cli/output-target.js";
import { plural } from "../cli/print/diagnostics.js";
import { standardInput } from "../workspace/oscal-file.js";
import type { ReadSuppressions } from "../workspace/suppressions.js";
import { exitCode, type ExitCode, type Terminal } from "../cli/terminal.js";
import { toolVersion } from "../workspace/tool-version.js";
import { requireDistinctReports, writeDiagnostics } from "./outputs/diagnostics.js";

/** The command line of `aims oscal validate`. */
export interface ValidateOptions {
  readonly follow?: boolean;
  /** Ids of reference rules that are not asked. */
  readonly disable: readonly string[];
  readonly constraints: boolean;
  readonly strict?: boolean;
  readonly suppressions?: string;
  readonly asOf?: string;
  readonly output: readonly OutputTarget[];
}

/** What a run adds up. */
interface Outcome {
  readonly files: CheckedFile[];
  readonly diagnostics: Diagnostic[];
  /** Files of folders that are not OSCAL. */
  others: number;
  suppressed: number;
}

/**
 * Validates every file that the arguments mean, and says all that is wrong with each.
 * @returns 0 where all is valid, 1 where a document is invalid, 2 where a file cannot be read
 * @throws InputError for options that cannot be carried out
 */
export async function validateFiles(
  args: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { files, problems } = await namedFiles(args, terminal);
  const suppressions = await suppressionsOf(options, terminal);
  requireDistinctReports(
    options.output,
    files.flatMap(({ path }) => (path === standardInput ? [] : [path])),
    terminal,
  );
  const outcome: Outcome = {
    files: problems.map(({ file = "" }) => ({ name: file, state: "unreadable" })),
    diagnostics: problems,
    others: 0,
    suppressed: 0,
  };
  const check = checkerOf(options, suppressions, outcome);
  if (options.follow === true) await validateTogether(files, options, terminal, outcome, check);
  else {
    const roots = new HrefRoots(files, terminal);
    for await (const read of readFiles(files)) {
      if (read === undefined) outcome.others += 1;
      else await check(read, { fileExists: existsIn(roots) });
    }
  }
  outcome.diagnostics.push(...suppressions.problems(options));
  if (outcome.files.length === 0) outcome.diagnostics.push(nothingToValidate(outcome.others));
  return report(outcome, options, terminal);
}

/** Read without being asked for where it lies in the folder in which the command is started. */
const suppressionsFile = "aims-suppressions.yaml";

async function suppressionsOf({ suppressions, asOf }: ValidateOptions, terminal: Terminal): Promise<ReadSuppressions> {
  const file = suppressions ?? (existsSync(resolve(terminal.cwd, suppressionsFile)) ? suppressionsFile : undefined);
  if (file === undefined) return { suppressions: new Suppressions([], ""), fileOf: (name) => name, problems: () => [] };
  const { readSuppressions } = await import("../workspace/suppressions.js");
  return readSuppressions(file, asOf ?? today(), terminal);
}

type Check = (read: ReadFile, found: Pick<DiagnoseOptions, "references" | "fileExists">) => Promise<void>;

/** Checks a file that has been read, and adds what is found to the outcome. */
function checkerOf(options: ValidateOptions, { suppressions, fileOf }: ReadSuppressions, outcome: Outcome): Check {
  const { constraints, strict } = options;
  const disabledRules = new Set(options.disable);
  return async ({ name, document, diagnostics }, found) => {
    const file = fileOf(name);
    suppressions.check(file);
    const suppressed = (problem: SuppressibleProblem): boolean => {
      const accepted = suppressions.accepts(file, problem);
      if (accepted) outcome.suppressed += 1;
      return accepted;
    };
    const kept =
      document === undefined
        ? diagnostics
        : [
            ...diagnostics.filter((each) => !suppressed(each)),
            ...(await diagnoseOscal(document, { ...found, constraints, disabledRules, suppressed })),
          ];
    const invalid = kept.some(({ severity }) => severity === "error" || (strict === true && severity === "warning"));
    outcome.files.push({ name, state: document === undefined ? "unreadable" : invalid ? "invalid" : "valid" });
    outcome.diagnostics.push(...kept);
  };
}

/** Validates files and what they import as one set, across which references are looked up. */
async function validateTogether(
  files: readonly OscalFile[],
  { disable }: ValidateOptions,
  terminal: Terminal,
  outcome: Outcome,
  check: Check,
): Promise<void> {
  const roots = new HrefRoots(files, terminal);
  const fileExists = existsIn(roots);
  const all: ReadFile[] = [];
  for await (const read of readFiles(files)) {
    if (read === undefined) outcome.others += 1;
    else all.push(read);
  }
  await readImports(all, roots);
  const set = all.flatMap(({ document }) => (document ? [{ name: document.file, document: document.value }] : []));
  const byFile = new Map<string, ReferenceProblem[]>(set.map(({ name }) => [name, []]));
  for (const problem of danglingReferences(set, { disabled: new Set(disable), fileExists }))
    byFile.get(problem.document)?.push(problem);
  for (const read of all) await check(read, { references: byFile.get(read.name) ?? [] });
}

function existsIn(roots: HrefRoots): (path: string) => boolean | undefined {
  // No file can have a name with NUL, wherever it is looked for.
  return (path) => (path.includes("\0") ? false : roots.exists(path));
}

function nothingToValidate(others: number): Diagnostic {
  return {
    code: "no-oscal-documents",
    severity: "error",
    message: `There is no OSCAL document to validate${others === 0 ? "" : ` among ${plural(others, "file")}`}: nothing checked is not a pass.`,
    fix: "Name files, or a folder that holds OSCAL documents in JSON, YAML or XML.",
  };
}

async function report(
  { files, diagnostics, others, suppressed }: Outcome,
  { output, strict }: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const of = (state: CheckedFile["state"]): number => files.filter((file) => file.state === state).length;
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  const [unreadable, invalid, errors, warnings] = [of("unreadable"), of("invalid"), count("error"), count("warning")];
  const valid = files.length > 0 && errors === 0 && (strict !== true || warnings === 0);
  await writeDiagnostics(
    {
      tool: { name: "aims", version: toolVersion() },
      command: "oscal validate",
      valid,
      counts: {
        errors,
        warnings,
        validFiles: of("valid"),
        invalidFiles: invalid,
        unreadableFiles: unreadable,
        otherFiles: others,
        suppressed,
      },
      files,
      diagnostics: diagnostics.sort(compareDiagnostics),
    },
    output,
    terminal,
  );
  const states = [`${String(of("valid"))} valid`];
  if (invalid > 0) states.push(`${String(invalid)} invalid`);
  if (unreadable > 0) states.push(`${String(unreadable)} unreadable`);
  const found = errors + warnings === 0 ? "" : ` (${plural(errors, "error")}, ${plural(warnings, "warning")})`;
  const aside = [
    ...(suppressed === 0 ? [] : [`${plural(suppressed, "problem")} suppressed`]),
    ...(others === 0 ? [] : [`${plural(others, "other file")} passed over`]),
  ];
  terminal.err(`${[`${plural(files.length, "file")}: ${states.join(", ")}${found}`, ...aside].join("; ")}.\n`);
  if (unreadable > 0 || files.length === 0) return exitCode.input;
  return valid ? exitCode.done : exitCode.findings;
}
