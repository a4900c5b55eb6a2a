import { Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../../policy/rule.js";
import type { RegoSources } from "../../policy/compile.js";
import type { RuleTest, RuleTestResult } from "../../policy/test.js";
import { exitCode, type ExitCode, type Terminal } from "../terminal.js";

interface OutputOption {
  readonly output: "text" | "json";
}

interface TestOptions extends OutputOption {
  readonly run?: string;
  readonly coverage?: boolean;
}

export function rulesCommand(terminal: Terminal): Command {
  const rules = new Command("rules").description(
    "List, check and test the rules: those that ship with aims and those of a workspace.",
  );
  const output = (): Option =>
    new Option("--output <format>", "text or json").choices(["text", "json"]).default("text");
  const workspace = [
    "[workspace]",
    "folder with a rules/ folder of its own; without one, the shipped rules alone",
  ] as const;
  rules
    .command("list")
    .description("List the rules with the controls that they speak for.")
    .argument(...workspace)
    .addOption(output())
    .addHelpText("after", "\nExample:\n  aims rules list")
    .action(async (folder: string | undefined, options: OutputOption) => {
      terminal.exit(await listRules(folder, options, terminal));
    });
  rules
    .command("check")
    .description("Check syntax, METADATA, builtins and every path into the input.")
    .argument(...workspace)
    .addOption(output())
    .addHelpText("after", "\nExample:\n  aims rules check my-workspace")
    .action(async (folder: string | undefined, options: OutputOption) => {
      terminal.exit(await checkAll(folder, options, terminal));
    });
  rules
    .command("test")
    .description("Run the tests of the rules on OPA's own evaluator and as WASM; a difference is a failure.")
    .argument(...workspace)
    .option("--run <regex>", "run only tests whose full name (data.<package>.<test>) matches")
    .option("--coverage", "show which lines no test reaches")
    .addOption(output())
    .addHelpText(
      "after",
      "\nExample:\n  aims rules test --run log_retention --coverage\n\nExit codes: 0 all pass, 1 a test fails or the two evaluators differ, 2 the sources are wrong or there is no test.",
    )
    .action(async (folder: string | undefined, options: TestOptions) => {
      terminal.exit(await testAll(folder, options, terminal));
    });
  return rules;
}

/** Sources of the shipped rules and, when a folder is named, of the workspace in it. */
async function sourcesOf(folder: string | undefined, terminal: Terminal, tests: boolean): Promise<RegoSources> {
  const { isTest, readRuleFiles, shippedRuleFiles } = await import("../../workspace/rules.js");
  const { shippedPrefix } = await import("../../policy/packages.js");
  const shipped = (await shippedRuleFiles()).filter((file) => tests || !isTest(file));
  if (folder === undefined) return readRuleFiles(shipped);
  const { openWorkspace } = await import("../../workspace/workspace.js");
  const own = (await openWorkspace(folder, terminal)).rules.filter((file) => tests || !isTest(file));
  return { ...readRuleFiles(shipped, shippedPrefix), ...readRuleFiles(own) };
}

async function listRules(folder: string | undefined, { output }: OutputOption, terminal: Terminal): Promise<ExitCode> {
  const { rules, diagnostics } = await rulesAndProblems(folder, terminal);
  if (output === "json") terminal.out(`${JSON.stringify(rules, null, 2)}\n`);
  else {
    const { textTable } = await import("../../report/table.js");
    const columns = [
      { title: "RULE" },
      { title: "SEVERITY" },
      { title: "SUBJECT" },
      { title: "CONTROLS" },
      { title: "TITLE" },
    ];
    const rows = rules.map(({ id, severity, subject, controls, title }) => [
      id,
      severity,
      subject,
      controls.join(" "),
      title,
    ]);
    for (const line of textTable(columns, rows)) terminal.out(`${line}\n`);
  }
  return report(diagnostics, terminal);
}

async function rulesAndProblems(
  folder: string | undefined,
  terminal: Terminal,
): Promise<{ rules: readonly Rule[]; diagnostics: readonly Diagnostic[] }> {
  if (folder === undefined) {
    const { loadPolicy } = await import("../../workspace/policy.js");
    return { rules: (await loadPolicy([], terminal)).rules, diagnostics: [] };
  }
  const { checkRules } = await import("../../policy/compile.js");
  return checkRules(await sourcesOf(folder, terminal, false));
}

async function checkAll(folder: string | undefined, { output }: OutputOption, terminal: Terminal): Promise<ExitCode> {
  const { checkRules } = await import("../../policy/compile.js");
  const { rules, diagnostics } = await checkRules(await sourcesOf(folder, terminal, false));
  if (output === "json") {
    terminal.out(`${JSON.stringify({ rules: rules.map((rule) => rule.id), diagnostics }, null, 2)}\n`);
    return diagnostics.length > 0 ? exitCode.input : exitCode.done;
  }
  if (diagnostics.length === 0) terminal.out(`${String(rules.length)} rules, nothing wrong.\n`);
  return report(diagnostics, terminal);
}

async function testAll(folder: string | undefined, options: TestOptions, terminal: Terminal): Promise<ExitCode> {
  const { testRules } = await import("../../policy/test.js");
  const { cacheFolder } = await import("../../workspace/rules.js");
  const { regoDiagnostic } = await import("../../policy/compile.js");
  const sources = await sourcesOf(folder, terminal, true);
  const result = await testRules(sources, {
    coverage: options.coverage === true,
    cacheFolder: cacheFolder(terminal),
    ...(options.run === undefined ? {} : { run: options.run }),
  });
  if (result.errors.length > 0)
    return report(
      result.errors.map((error) => regoDiagnostic(error, sources)),
      terminal,
    );
  if (result.tests.length === 0) {
    terminal.err(
      `aims: there is no test${options.run === undefined ? "" : ` whose name matches "${options.run}"`}: nothing tested is not a pass.\n`,
    );
    return exitCode.input;
  }
  if (options.output === "json") terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  else for (const line of testLines(result)) terminal.out(`${line}\n`);
  return result.tests.every(passes) ? exitCode.done : exitCode.findings;
}

function passes({ state, difference }: RuleTest): boolean {
  return (state === "pass" || state === "skipped") && difference === undefined;
}

function* testLines({ tests, coverage }: RuleTestResult): Generator<string> {
  for (const test of tests) {
    if (passes(test)) continue;
    const { name, file, row, state, difference, failedAt, message, trace } = test;
    yield `${file}:${String(row)}: ${name}: ${difference ?? state}`;
    if (message !== undefined) yield `    ${message}`;
    if (failedAt) yield `    stopped at ${failedAt.file}:${String(failedAt.row)}: ${failedAt.text}`;
    if (trace !== undefined) for (const line of trace.trimEnd().split("\n")) yield `    ${line}`;
  }
  for (const { file, notCovered, percent } of coverage) {
    if (file.endsWith("_test.rego")) continue;
    const gaps = notCovered.map(([first, last]) =>
      first === last ? String(first) : `${String(first)}-${String(last)}`,
    );
    yield `${file}: ${percent.toFixed(2)} % covered${gaps.length > 0 ? `, not rows ${gaps.join(", ")}` : ""}`;
  }
  const passed = tests.filter(passes).length;
  yield `${String(passed)} passed, ${String(tests.length - passed)} failed (each on OPA's evaluator and as WASM)`;
}

async function report(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  if (diagnostics.length === 0) return exitCode.done;
  const { printDiagnostics } = await import("../print/diagnostics.js");
  printDiagnostics(diagnostics, terminal);
  return exitCode.input;
}
