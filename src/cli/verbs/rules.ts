import type { Command } from "commander";
import { hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../diagnostics/source-file.js";
import type { DiagnosticsFormat } from "../../report/diagnostics.js";
import type { ResultFormat } from "../../report/result.js";
import type { RuleTestFormat } from "../../report/rule-test.js";
import type { OutputTarget } from "../options.js";
import type { Terminal } from "../terminal.js";
import { exitCode, type ExitCode, defineGroup, defineVerb, type Verb, type OptionKinds } from "../verb.js";

interface ReportsOption<Format extends string> {
  readonly output: readonly OutputTarget<Format>[];
}

interface TestOptions extends ReportsOption<RuleTestFormat> {
  readonly run?: string;
  readonly coverage?: boolean;
  readonly shipped?: boolean;
  readonly timeout: number;
}

type Workspace = [folder: string | undefined];

const folderOf = (command: Command): Command =>
  command.argument(
    "[workspace]",
    "folder with a rules/ folder of its own (default: this folder, if it is a workspace, or else the shipped rules alone)",
  );

const withReports = <Format extends string>(
  command: Command,
  { outputOption }: OptionKinds,
  formats: Parameters<typeof outputOption<Format>>[0],
): Command => folderOf(command).addOption(outputOption(formats));

const list: Verb = defineVerb({
  summary: "list the rules with the controls that they speak for",
  description: "List the rules with the controls that they speak for.",
  parameters: async (command, kinds) => {
    const { resultFormats } = await import("../../report/result.js");
    return withReports(command, kinds, resultFormats);
  },
  examples: ["rules list", "rules list my-workspace --output json"],
  exits: { 0: "listed", 2: "a rule cannot be read; the others are listed all the same" },
  run: async ([folder]: Workspace, { output }: ReportsOption<ResultFormat>, terminal) => {
    const { listRules } = await import("../../runs/rules.js");
    const { writeResult } = await import("../print/result.js");
    const { textTable } = await import("../../report/table.js");
    const { requireReportsUnread } = await import("../print/reports.js");
    await requireReportsUnread(output, folder, terminal);
    const { rules, problems, files } = await listRules(folder, terminal.host);
    const columns = ["RULE", "SEVERITY", "SUBJECT", "TITLE", "CONTROLS"].map((title) => ({ title }));
    const rows = rules.map(({ id, severity, subject, controls, title }) => [
      id,
      severity,
      subject,
      title,
      controls.join(" "),
    ]);
    const text = (): string[] => textTable(columns, rows).map((line) => `${line}\n`);
    await writeResult({ json: () => rules, text }, output, readFiles(files, problems), terminal);
    return printed(problems, terminal);
  },
});

const check: Verb = defineVerb({
  summary: "check syntax, METADATA, builtins and every path into the input and data",
  description:
    "Check syntax, METADATA, items, builtins and every path into the input and data; name rules and files that are not heard.",
  parameters: async (command, kinds) => {
    const { ruleCheckFormats } = await import("../../report/rule-check.js");
    return withReports(command, kinds, ruleCheckFormats);
  },
  examples: ["rules check my-workspace", "rules check my-workspace --output github --output sarif=rules.sarif"],
  exits: { 0: "nothing wrong, or warnings alone", 2: "something has to be corrected" },
  run: async ([folder]: Workspace, { output }: ReportsOption<DiagnosticsFormat>, terminal) => {
    const { homeOf, reportOf, requireDistinctReports, requireReportsUnread, writeReports } =
      await import("../print/reports.js");
    const { printCounts, viewpointOf } = await import("../print/diagnostics.js");
    const { ruleCheckFormats } = await import("../../report/rule-check.js");
    const { checkRules } = await import("../../runs/rules.js");
    requireDistinctReports(output, [], terminal);
    await requireReportsUnread(output, folder, terminal);
    const { rules, problems, files } = await checkRules(folder, terminal.host);
    requireDistinctReports(output, readFiles(files, problems), terminal);
    const viewpoint = viewpointOf(terminal);
    const home = homeOf(folder ?? ".", viewpoint, terminal);
    const found = reportOf({ command: "rules check", problems, viewpoint, home });
    await writeReports({ ...found, rules: rules.map(({ id }) => id) }, output, terminal, ruleCheckFormats);
    printCounts(problems, terminal);
    const toStandardOutput = output.some(({ format, path }) => path === undefined && format !== "text");
    if (problems.length === 0 && !toStandardOutput) terminal.out(`${String(rules.length)} rules, nothing wrong.\n`);
    return found.valid ? exitCode.done : exitCode.input;
  },
});

const test: Verb = defineVerb({
  summary: "run the tests of the rules on OPA's evaluator and as WASM",
  description:
    "Run the tests of the rules on OPA's own evaluator and as WASM; a difference is a failure. Of a workspace its own tests run.",
  parameters: async (command, kinds) => {
    const { ruleTestFormats } = await import("../../report/rule-test.js");
    return withReports(command, kinds, ruleTestFormats)
      .option("--run <regex>", "run only tests whose full name (data.<package>.<test>) matches")
      .option("--coverage", "show which lines no test reaches")
      .option("--timeout <seconds>", "time that one test may take on one evaluator", kinds.parseSeconds, 10)
      .option("--shipped", "run the tests of the shipped rules, too");
  },
  examples: ["rules test --shipped --run log_retention --coverage", "rules test my-workspace --output junit=tests.xml"],
  exits: {
    0: "all pass",
    1: "a test fails or the two evaluators differ",
    2: "the sources are wrong or there is no test",
  },
  run: async ([folder]: Workspace, { output, ...options }: TestOptions, terminal) => {
    const { homeOf, requireDistinctReports, requireReportsUnread, streamed, writeProblems, writeReportFiles } =
      await import("../print/reports.js");
    const { viewpointOf } = await import("../print/diagnostics.js");
    const { passes, ruleTestFormats } = await import("../../report/rule-test.js");
    const { testRules } = await import("../../runs/rules.js");
    const shown = streamed(output);
    requireDistinctReports(output, [], terminal, shown);
    await requireReportsUnread(output, folder, terminal);
    const { value: result, problems, files, inputs } = await testRules(folder, options, terminal.host);
    const viewpoint = viewpointOf(terminal);
    if (result === undefined) {
      const found = { command: "rules test", problems, viewpoint, home: homeOf(folder ?? ".", viewpoint, terminal) };
      await writeProblems(found, output, readFiles(inputs, problems), terminal);
      return exitCode.input;
    }
    await printed(problems, terminal);
    if (result.tests.every(({ state }) => state === "skipped")) {
      const which = options.run === undefined ? "" : ` whose name matches "${options.run}"`;
      const where = result.workspace === undefined ? "" : " in the folders of rules of this workspace";
      const what = result.tests.length === 0 ? "there is no test" : "there is no test that is not skipped";
      terminal.err(`aims: ${what}${which}${where}: nothing tested is not a pass.\n`);
      return exitCode.input;
    }
    requireDistinctReports(output, inputs, terminal, shown);
    const { isShipped } = await import("../../runs/rules.js");
    const shipped = result.tests.filter(isShipped).length;
    const tested = result.workspace === undefined ? {} : { own: result.tests.length - shipped };
    const report = { result, ...tested, nameOf: (file: string) => viewpoint.nameOf(files.get(file) ?? file) };
    await writeReportFiles(ruleTestFormats, [report, { color: false }], output, terminal);
    const { printFormat } = await import("../print/format.js");
    for (const format of shown.length > 0 ? shown : (["text"] as const)) {
      await printFormat(ruleTestFormats[format], report, { color: terminal.color }, terminal);
    }
    return result.tests.every(passes) ? exitCode.done : exitCode.findings;
  },
});

export const rulesVerb: Verb = defineGroup({
  summary: "list, check and test the rules, shipped and your own",
  description: "List, check and test the rules: those that ship with aims and those of a workspace.",
  examples: ["rules list", "rules test my-workspace --coverage"],
  verbs: {
    check: () => Promise.resolve(check),
    coverage: async () => (await import("./rules/coverage.js")).coverageVerb,
    list: () => Promise.resolve(list),
    test: () => Promise.resolve(test),
  },
});

async function printed(problems: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  if (problems.length === 0) return exitCode.done;
  const { printDiagnostics, viewpointOf } = await import("../print/diagnostics.js");
  printDiagnostics(problems, viewpointOf(terminal), terminal);
  return hasErrors(problems) ? exitCode.input : exitCode.done;
}

/** The files that were read: also those that something is wrong with. */
function readFiles(files: readonly SourceFile[], problems: readonly Diagnostic[]): SourceFile[] {
  return [...files, ...problems.flatMap(({ file }) => file ?? [])];
}
